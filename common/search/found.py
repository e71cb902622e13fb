"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise

from common.domain.ids import BundleCode, ServiceCode
from common.domain.text import Text

Spans = tuple[tuple[int, int], ...]
"""Parts of a text, from and up to."""


class Field(StrEnum):
    """What of a service matched."""

    NAME = "name"
    ALIAS = "alias"
    CODE = "code"
    DEPARTMENT = "department"
    QUEUE = "queue"


class Certainty(IntEnum):
    """How well it matched; less certain ones stand further down."""

    EXACT = 0
    """As typed: the beginning or a part of a name, in characters, pinyin, initials, a code."""
    SCATTERED = 1
    """All that was typed, but with other words between; of words apart also in another order."""
    PLACE = 2
    """The department or the queue."""
    JUMBLED = 3
    """All its characters, in another order."""
    ALIKE = 4
    """It sounds alike: zh and z, n and l, -ing and -in; another reading of a character."""
    GUESSED = 5
    """But for another character of the same sound, or one slip of the finger."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text, and whether it is what was typed."""

    text: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A service or a bundle that was found."""

    code: ServiceCode | BundleCode
    is_bundle: bool
    name: Text
    certainty: Certainty
    field: Field
    words: str
    """The words that matched: one of the names, an alias, a code, a department."""
    spans: Spans
    """Which parts of `words`, from and up to."""

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """`text` cut where the match begins and ends; in one piece when it is not `words`."""
        if text != self.words:
            return (Piece(text, matched=False),) if text else ()
        cuts = sorted({0, len(text), *(cut for span in self.spans for cut in span)})
        return tuple(
            Piece(text[a:b], any(start <= a < end for start, end in self.spans))
            for a, b in pairwise(cuts)
        )
