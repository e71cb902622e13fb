"""How Chinese characters are read: pinyin without tones, in one table that loads in milliseconds.

The table is made of pypinyin's dictionaries by ``packaging/pinyin/make_readings.py``. Loading these
themselves would take half a second and 57 MB in every process (docs/decisions/0023).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from common.resources import resource

CHARACTERS = "readings.txt"
PHRASES = "phrases.txt"
LONGEST_PHRASE = 8


@dataclass(frozen=True)
class Readings:
    """`characters`: the readings of each, the commonest first. `phrases`: words that decide."""

    characters: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]

    def of_text(self, text: str) -> list[tuple[str, ...]]:
        """Each character's readings, the one that its word asks for first: 重庆 is chong qing.

        Characters without a reading have none.
        """
        found = [self.characters.get(character, ()) for character in text]
        at = 0
        while at < len(text):
            word = self._phrase_at(text, at) if text[at] in self._beginnings else ""
            for offset, reading in enumerate(self.phrases.get(word, ())):
                others = (one for one in found[at + offset] if one != reading)
                found[at + offset] = (reading, *others)
            at += len(word) or 1
        return found

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """With which characters a phrase begins."""
        return frozenset(word[0] for word in self.phrases)

    def _phrase_at(self, text: str, at: int) -> str:
        """The longest phrase that begins there; empty when none does."""
        for length in range(min(LONGEST_PHRASE, len(text) - at), 1, -1):
            if text[at : at + length] in self.phrases:
                return text[at : at + length]
        return ""


@cache
def readings() -> Readings:
    """The bundled table, loaded once."""
    characters = {}
    for line in resource("pinyin", CHARACTERS).read_text(encoding="utf-8").splitlines():
        sounds, _, group = line.partition("\t")
        characters.update(dict.fromkeys(group, tuple(sounds.split())))
    phrases = {}
    for line in resource("pinyin", PHRASES).read_text(encoding="utf-8").splitlines():
        word, *sounds_of_word = line.split()
        phrases[word] = tuple(sounds_of_word)
    return Readings(characters, phrases)
