"""Characters of one byte: Epson's code pages (``ESC t``) and national sets (``ESC R``)."""

from __future__ import annotations

_CODECS = {
    0: "cp437", 1: "shift_jis", 2: "cp850", 3: "cp860", 4: "cp863", 5: "cp865",
    13: "cp857", 14: "cp737", 15: "iso8859_7", 16: "cp1252", 17: "cp866", 18: "cp852",
    19: "cp858", 21: "tis_620", 32: "cp720", 33: "cp775", 34: "cp855", 35: "cp861",
    36: "cp862", 37: "cp864", 38: "cp869", 39: "iso8859_2", 40: "iso8859_15",
    45: "cp1250", 46: "cp1251", 47: "cp1253", 48: "cp1254", 49: "cp1255", 50: "cp1256",
    51: "cp1257", 52: "cp1258", 53: "kz1048",
}  # fmt: skip

_NATIONAL_PLACES = "#$@[\\]^`{|}~"
_NATIONAL = {
    1: "#$à°ç§^`éùè¨", 2: "#$§ÄÖÜ^`äöüß", 3: "£$@[\\]^`{|}~", 4: "#$@ÆØÅ^`æøå~",
    5: "#¤ÉÄÖÅÜéäöåü", 6: "#$@°\\é^ùàòèì", 7: "₧$@¡Ñ¿^`¨ñ}~", 8: "#$@[¥]^`{|}~",
    9: "#¤ÉÆØÅÜéæøåü", 10: "#$ÉÆØÅÜéæøåü", 11: "#$á¡Ñ¿é`íñóú", 12: "#$á¡Ñ¿éüíñóú",
    13: "#$@[₩]^`{|}~", 14: "#$ŽŠĐĆČžšđćč", 15: "#¥@[\\]^`{|}~",
}  # fmt: skip


def character(byte: int, page: int, nation: int) -> str | None:
    """What the printer's font shows for one byte; None where the page has nothing.

    A page that is not known here shows code page 437, as a printer without it does.
    """
    if byte < 0x80:
        sign = chr(byte)
        place = _NATIONAL_PLACES.find(sign)
        return _NATIONAL[nation][place] if place >= 0 and nation in _NATIONAL else sign
    try:
        return bytes((byte,)).decode(_CODECS.get(page, "cp437"))
    except (UnicodeDecodeError, LookupError):
        return None
