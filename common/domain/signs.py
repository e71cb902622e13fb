"""Signs that a person may type, paste or scan, brought to one shape before anything is checked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from common.domain.text import Text

LONGEST = 2_000
"""More than this is no answer to anything; it is cut before it is looked at. What is left is still
longer than any field takes, so that the person is told."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_PUNCTUATION_OF_CHINESE = frozenset(map(ord, "，；：？！（）"))
"""Full-width, and meant to be."""
_TO_HALF_WIDTH = {k: v for k, v in _FULL_WIDTH.items() if k not in _PUNCTUATION_OF_CHINESE}
_BLANKS = re.compile(r"\s+")
_ACCENTED = re.compile(r"[A-Za-z][\u0300-\u036f]+")
_VARIATIONS = range(0xE0100, 0xE01F0)
"""Ideographic variation selectors: which of its shapes a rare character of a name has."""
_SYMBOLS = frozenset("№℃℉㎡㎥㎞°²³")
"""The only pictures that belong into an answer."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """An answer in the shape in which it is kept."""

    value: str
    notice: Text | None = None
    """What was taken out or cut, for the person to see."""


_CUT = Text(
    zh="内容过长，只保留了前面一部分，请核对并精简",
    en="That was too long and has been cut; check it and make it shorter",
)
_INVISIBLE = Text(
    zh="已去掉看不见的字符，请核对内容", en="Invisible signs were taken out; check what is left"
)


def tidied(typed: str) -> Tidied:
    """`typed` without signs that cannot be seen, in half-width letters, with single blanks.

    Rare characters stay as they are: nothing is mapped to a look-alike.
    """
    text = typed[:LONGEST].translate(_TO_HALF_WIDTH)
    seen = "".join(sign for sign in _spaced(text) if not _is_invisible(sign))
    value = _BLANKS.sub(" ", _ACCENTED.sub(_composed, seen)).strip()
    if len(typed) > LONGEST:
        return Tidied(value, _CUT)
    return Tidied(value, _INVISIBLE if len(seen) < len(text) else None)


def _spaced(text: str) -> str:
    """`text` with blanks for the line ends and tabs that scanners and pastes bring."""
    return _BLANKS.sub(lambda found: " " * len(found[0]), text)


def _composed(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


def _is_invisible(sign: str) -> bool:
    """Control and format signs: zero-width ones, marks of direction, halves of surrogate pairs."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Cs")


def strange_sign(text: str) -> str | None:
    """The first sign that no paper and no other computer is sure to show: emoji, private ones."""
    return next((sign for sign in text if _is_strange(sign)), None)


def _is_strange(sign: str) -> bool:
    if sign in _SYMBOLS or ord(sign) in _VARIATIONS or is_han(sign):
        return False
    return unicodedata.category(sign) in ("So", "Sk", "Cn", "Co", "Cs", "Cc", "Cf", "Mn", "Me")


def strange_fault(text: str) -> Text | None:
    """What to do about the first such sign of `text`."""
    sign = strange_sign(text)
    if sign is None:
        return None
    shown = sign if sign.isprintable() and not unicodedata.combining(sign) else "�"
    return Text(
        zh=f"“{shown}”无法填入表格，请删去，只用文字、数字和标点",
        en=f"{shown!r} cannot go into the form; delete it, and use letters, digits and punctuation",
    )


def is_han(sign: str) -> bool:
    """Chinese characters, 〇 and the rare ones included, also those that this Python is too old
    to know (GB 18030-2022 grows with Unicode)."""
    code = ord(sign)
    return (
        sign == "〇"
        or 0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
    )
