"""What words are made of when one searches: Chinese characters, and words of letters and digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from common.search.readings import Readings

LONGEST_QUERY = 40
"""Characters of what is typed that count; nobody types more to find a service."""
APOSTROPHES = "'’‘"
"""They stand within words: xi'an."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A Chinese character or a whole word; `start` and `end` say where it stands in its text."""

    text: str
    start: int
    end: int
    sounds: tuple[str, ...]
    """How it is typed in letters, the commonest first; a word is typed as it is."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, without what stands between words."""

    text: str
    breaks: frozenset[int]
    """Where in `text` a word ended, its own end included: letters before are as good as typed."""

    def words(self) -> tuple[Query, ...]:
        """What stood between spaces, each a query of its own."""
        cuts = sorted(self.breaks)
        return tuple(Query(self.text[a:b], frozenset((b - a,))) for a, b in pairwise([0, *cuts]))


def units_of(text: str, readings: Readings) -> tuple[Unit, ...]:
    """The units of a name; signs and spaces are none."""
    if text.isascii():
        return tuple(_ascii_words(text))
    folded = [(letter, at) for at, character in enumerate(text) for letter in fold(character)]
    sounds = readings.of_text("".join(letter for letter, _ in folded))
    units: list[Unit] = []
    open_word: list[tuple[str, int]] = []
    for (letter, at), spoken in zip([*folded, (" ", len(text))], [*sounds, ()], strict=True):
        if letter in APOSTROPHES:
            continue
        if letter.isalnum() and not is_chinese(letter):
            open_word.append((letter, at))
            continue
        if open_word:
            word = "".join(part for part, _ in open_word)
            units.append(Unit(word, open_word[0][1], open_word[-1][1] + 1, (word,)))
            open_word = []
        if is_chinese(letter):
            units.append(Unit(letter, at, at + 1, spoken))
    return tuple(units)


_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")


def _ascii_words(text: str) -> Iterator[Unit]:
    for found in _ASCII_WORD.finditer(text.lower()):
        word = found[0].replace("'", "")
        yield Unit(word, found.start(), found.end(), (word,))


def query_of(typed: str) -> Query:
    """What a person typed: any case, width, tone marks and signs."""
    letters: list[str] = []
    breaks: set[int] = set()
    head = unicodedata.normalize("NFC", typed[: 2 * LONGEST_QUERY])
    for letter in (letter for character in head for letter in fold(character)):
        chinese = is_chinese(letter)
        if letter in APOSTROPHES:
            continue
        if not letter.isalnum():
            breaks.add(len(letters))
            continue
        if letters and chinese != is_chinese(letters[-1]) and chinese:
            breaks.add(len(letters))  # letters before a Chinese character are a word's beginning
        letters.append(letter)
    text = "".join(letters[:LONGEST_QUERY])
    return Query(text, frozenset({b for b in breaks if 0 < b < len(text)} | {len(text)}))


def fold(character: str) -> str:
    """The same letter small, of usual width, without accents; ü is v as in pinyin."""
    if "\u4e00" <= character <= "\u9fff":
        return character
    apart = unicodedata.normalize("NFKD", character).replace("u\u0308", "v")
    return "".join(c for c in apart.casefold() if not unicodedata.combining(c))


def is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or letter == "〇" or letter >= "\U00020000"
