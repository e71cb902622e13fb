"""A paper between its facts and any printer: lines of text with sizes, rules, a code, a cut.

Widths are counted in columns of one half-width character.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from common.domain.slip_template import Align


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
    """A QR code."""

    data: str
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True)
class Picture:
    """Black dots, rows from the top, each of whole bytes, leftmost dot first."""

    width: int
    """Dots, a multiple of 8."""
    height: int
    dots: bytes
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True)
class Feed:
    """Blank paper."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Beep:
    """A sound, from a printer that has one to make."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a paper."""


Block = Line | Rule | QrCode | Picture | Feed | Beep | Cut


@dataclass(frozen=True, slots=True)
class Document:
    """What a paper shows, top to bottom, for paper of this many columns."""

    columns: int
    blocks: tuple[Block, ...]


def in_gbk(text: str) -> bool:
    """True when every character has a place in GBK as printers have it.

    Python's codec is CP936 without the euro sign and the user-defined areas, so what it encodes is
    one byte of ASCII or a pair that every GBK font holds.
    """
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def is_mark(character: str) -> bool:
    """True when it is drawn upon the character before it: an accent, a vowel sign."""
    return unicodedata.category(character) in ("Mn", "Me")


def character_columns(character: str) -> int:
    """0, 1 or 2 columns.

    A character that GBK writes in two bytes takes two columns on any Chinese printer, also one that
    is narrow elsewhere (· or é). Others are drawn by us: two columns when Unicode calls them wide.
    """
    if " " <= character <= "~":
        return 1
    if is_mark(character):
        return 0
    if in_gbk(character):
        return 2
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns_of(text: str) -> int:
    """The columns of a line at normal size."""
    return len(text) if text.isascii() else sum(map(character_columns, text))


def printable(text: str) -> str:
    """The text in one line without control characters: no fact can command a printer.

    What nobody has given a meaning yet stays: a newer Unicode may have, and some governments keep
    rare names in private areas. It is drawn, as a box with its code if need be.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if character.isspace() else character for character in composed)
    kept = "".join(c for c in spaced if c == " " or unicodedata.category(c) not in _UNSEEN)
    return kept.strip()


_UNSEEN = ("Cc", "Cf", "Cs")
"""Control signs, signs for layout alone, halves of a surrogate pair."""
