"""What sounds alike to many, and what a slip of the finger makes of a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

INITIALS = frozenset((*"abcdefghijklmnopqrstuvwxyz0123456789", "zh", "ch", "sh"))
"""What may stand for a whole syllable: its first letter, or these three pairs."""

_FLAT = {"zh": "z", "ch": "c", "sh": "s"}
_SHORTEST_SLIP = 3
"""Of a shorter word nearly every other is one slip away."""


def blurred(letters: str) -> str:
    """The same for sounds that many do not tell apart.

    zh and z, ch and c, sh and s, n and l, -ang and -an, -eng and -en, -ing and -in, ü and u. The
    beginning of a syllable gives the beginning of the blurred syllable.
    """
    head = _FLAT.get(letters[:2])
    flat = head + letters[2:] if head else letters
    if flat[:1] == "n":
        flat = "l" + flat[1:]
    flat = flat.replace("v", "u")
    return flat[:-1] if flat.endswith(("ang", "eng", "ing")) else flat


class Neighbours:
    """Finds the words that one slip makes of what was typed: a letter more, less, other, swapped.

    Two words are neighbours when leaving out one letter of either can make them the same.
    """

    def __init__(self, words: Iterable[str]) -> None:
        found: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST_SLIP:
                for less in (word, *_with_one_less(word)):
                    found.setdefault(less, []).append(word)
        self._by_less: Mapping[str, tuple[str, ...]] = {
            less: tuple(words) for less, words in found.items()
        }

    def of(self, typed: str) -> frozenset[str]:
        if len(typed) < _SHORTEST_SLIP:
            return frozenset()
        forms = (typed, *_with_one_less(typed))
        return frozenset(word for form in forms for word in self._by_less.get(form, ()))


def _with_one_less(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
