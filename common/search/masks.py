"""Sets of places as the bits of one large number, so that a key press asks all names at once.

Bit `p` stands for the unit at place `p` of the layout. To follow a query through 5,000 services is
then some dozen operations on numbers of 30 kB (shift-and: Baeza-Yates and Gonnet, "A new approach
to text searching", Communications of the ACM 35, 1992).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

_KEPT = 400
"""So many beginnings are kept ready, of at most 30 kB each for 5,000 services."""
_OFTEN = 1 / 300
"""A key that stands at a greater share of all places has its number ready from the start."""


class Masks:
    """The places of each key. Thread-safe; costly answers are kept for the next key press."""

    def __init__(self, places: Mapping[str, array[int]], size: int) -> None:
        self._keys = sorted(places)
        self._size = size
        self._often = {k: mask_of(size, p) for k, p in places.items() if len(p) > size * _OFTEN}
        self._seldom = {k: p for k, p in places.items() if k not in self._often}
        self._between = lru_cache(maxsize=_KEPT)(self._in_range)

    def whole(self, key: str) -> int:
        """Where exactly this key is."""
        return self.any_of((key,))

    def any_of(self, keys: Collection[str]) -> int:
        """Where one of these keys is."""
        seldom = [self._seldom[key] for key in keys if key in self._seldom]
        mask = mask_of(self._size, *seldom) if seldom else 0
        for key in keys:
            mask |= self._often.get(key, 0)
        return mask

    def starting(self, prefix: str) -> int:
        """Where a key begins so."""
        first = bisect_left(self._keys, prefix)
        last = bisect_left(self._keys, prefix + "\U0010ffff", lo=first)
        return self._between(first, last) if first < last else 0

    def _in_range(self, first: int, last: int) -> int:
        """The cache knows keys of the hall by their number, and nothing that was typed."""
        return self.any_of(self._keys[first:last])


def mask_of(size: int, *places: Iterable[int]) -> int:
    """The number with these bits."""
    octets = bytearray(size // 8 + 1)
    for some in places:
        for place in some:
            octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def runs_of(size: int, runs: Iterable[tuple[int, int]]) -> int:
    """The number with all bits from the first to the last place of each run."""
    digits = bytearray(b"0") * (size + 1)
    for first, last in runs:
        digits[first : last + 1] = b"1" * (last + 1 - first)
    return int(digits[::-1], 2)


def set_bits(mask: int) -> Iterator[int]:
    """The places in a number, the lowest first."""
    digits = f"{mask:b}"[::-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)


def spread(seeds: int, runs: int) -> int:
    """From each seed to the end of its run of ones in `runs`: what adding carries through."""
    return (((seeds + runs) ^ runs) | seeds) & runs
