"""A slip between its facts and any printer: lines of text with sizes, rules, a code, a cut.

Widths are counted in columns of one half-width character.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum


class Align(IntEnum):
    """Where a line stands; the values are those of ``ESC a``."""

    LEFT = 0
    CENTER = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in one style, already short enough for the paper."""

    text: str
    align: Align = Align.LEFT
    width: int = 1
    """1-8 times the normal character."""
    height: int = 1
    bold: bool = False

    @property
    def columns(self) -> int:
        """The columns that the line takes at its size."""
        return columns_of(self.text) * self.width


@dataclass(frozen=True, slots=True)
class Rule:
    """A dashed line across the paper."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code in the middle of the paper."""

    data: str


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a slip."""


Block = Line | Rule | QrCode | Feed | Cut


@dataclass(frozen=True, slots=True)
class Document:
    """What a slip shows, top to bottom, for paper of this many columns."""

    columns: int
    blocks: tuple[Block, ...]


def in_gbk(text: str) -> bool:
    """True when every character has a place in GBK."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def character_columns(character: str) -> int:
    """0, 1 or 2 columns.

    A character that GBK writes in two bytes takes two columns on any Chinese printer, also one that
    is narrow elsewhere (· or é). Others are drawn by us: two columns when Unicode calls them wide.
    """
    if " " <= character <= "~":
        return 1
    if unicodedata.combining(character):
        return 0
    if in_gbk(character):
        return 2
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns_of(text: str) -> int:
    """The columns of a line at normal size."""
    return sum(map(character_columns, text))


def printable(text: str) -> str:
    """The text in one line without control characters: no fact can command a printer."""
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if character.isspace() else character for character in composed)
    kept = (c for c in spaced if c == " " or unicodedata.category(c)[0] != "C")
    return "".join(kept).strip()
