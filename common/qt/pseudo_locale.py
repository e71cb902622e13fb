"""Languages that nobody speaks, to find what breaks in a language that nobody has tried yet.

Each is made from the English sources: `en-XA` has accents and is half as long again, `ar-XB` runs
from right to left. The names are those of the Android pseudo-locales, which do the same.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from enum import StrEnum
from pathlib import Path

_KEPT = re.compile(r"(%[0-9Ln]+|<[^>]+>|&[a-z]+;|\n)")
"""What a program fills in or reads, and no person."""
_ACCENTS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_FILLING = "óné twó thréé fóúr fívé síx sévén éíght níné tén élévén twélvé "
_OVERRIDE, _POP, _MARK = "\u202e", "\u202c", "\u200f"


class PseudoLocale(StrEnum):
    STRETCHED = "en-XA"
    MIRRORED = "ar-XB"

    def render(self, text: str) -> str:
        """The English `text` as this language has it."""
        if not any(sign.isalpha() for sign in _KEPT.sub("", text)):
            return text
        return _stretched(text) if self is PseudoLocale.STRETCHED else _mirrored(text)


def _stretched(text: str) -> str:
    words = _KEPT.sub("", text)
    more = -(-len(words) // 2) - 3  # the brackets and the space make it longer as well
    parts = (part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _split(text))
    filling = (_FILLING * (more // len(_FILLING) + 1))[: max(0, more)].strip()
    return f"[{''.join(parts)}{' ' if filling else ''}{filling}]"


def _mirrored(text: str) -> str:
    return "".join(
        part
        if _KEPT.fullmatch(part)
        else re.sub(r"\S+", lambda word: f"{_MARK}{_OVERRIDE}{word[0]}{_POP}{_MARK}", part)
        for part in _split(text)
    )


def _split(text: str) -> list[str]:
    return [part for part in _KEPT.split(text) if part]


def write_pseudo_source(locale: PseudoLocale, source: Path, target: Path) -> None:
    """A .ts file in the pseudo-locale, made from another language's, whose messages it holds."""
    tree = ET.parse(source)
    tree.getroot().set("language", "en")
    for message in tree.getroot().iter("message"):
        english = message.findtext("source") or ""
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.clear()
        if message.get("numerus") == "yes":
            for one in (english.replace("(s)", ""), english.replace("(s)", "s")):
                ET.SubElement(translation, "numerusform").text = locale.render(one)
        else:
            translation.text = locale.render(english)
    tree.write(target, encoding="utf-8", xml_declaration=True)
