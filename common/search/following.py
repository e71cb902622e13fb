"""Follows a query through all names at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from common.search.masks import spread
from common.search.units import Query, is_chinese

Step = tuple[int, int]
"""To which letter of the query a unit leads, and the places of the units that do."""
Steps = tuple[tuple[Step, ...], ...]
"""The steps from each letter of a query."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a query may be read."""

    query: Query
    steps: Steps
    slips: Steps = ()
    """Steps that count as a slip, of which one is allowed; empty when none is."""
    gaps: bool = False
    """Whether units may stand between those that were typed."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Where a piece of a query is found, as one kind of ear hears it."""

    chinese: Callable[[str], int]
    starting: Callable[[str], int]
    whole: Callable[[str], int]
    initial: Callable[[str], bool]

    def steps(self, query: Query) -> Steps:
        return tuple(tuple(self._steps_from(query, at)) for at in range(len(query.text)))

    def _steps_from(self, query: Query, at: int) -> Iterator[Step]:
        """Syllables and words are typed in full or by a first letter; the last may be begun."""
        text = query.text
        if is_chinese(text[at]):
            yield at + 1, self.chinese(text[at])
            return
        for to in range(at + 1, len(text) + 1):
            piece = text[at:to]
            begun = self.starting(piece)
            if not begun:
                return
            if to in query.breaks:
                yield to, begun
                return
            yield to, begun if self.initial(piece) else self.whole(piece)


def ends(way: Way, seeds: int, units: int) -> int:
    """Where the last unit of a match is, for matches that begin at one of `seeds`.

    `units` are the places of all units; a name's units stand together, and names apart.
    """
    last = len(way.query.text)
    clean = [0] * (last + 1)
    slipped = [0] * (last + 1)
    clean[0] = seeds
    found = 0
    for at in range(last):
        for to, taken in _taken(way, at, clean[at], slipped[at]):
            exact, with_slip = taken
            if to == last:
                found |= exact | with_slip
            else:
                clean[to] |= _next(exact, units, way.gaps)
                slipped[to] |= _next(with_slip, units, way.gaps)
    return found


def _taken(way: Way, at: int, clean: int, slipped: int) -> Iterator[tuple[int, tuple[int, int]]]:
    if clean or slipped:
        for to, mask in way.steps[at]:
            yield to, (clean & mask, slipped & mask)
    if clean and way.slips:
        for to, mask in way.slips[at]:
            yield to, (0, clean & mask)


def _next(taken: int, units: int, gaps: bool) -> int:
    """The places where the next unit may be."""
    after = (taken << 1) & units
    return spread(after, units) if gaps else after


Matched = tuple[int, str]
"""A unit of a name, counted from its first, and what was typed for it."""


class Tracer:
    """Tells how a way leads through one name; `ends` are the ends of all its matches."""

    def __init__(self, way: Way, ends: int) -> None:
        self._ends = _octets(ends)
        self._text = way.query.text
        self._gaps = way.gaps
        self._steps = [_readable(choices) for choices in way.steps]
        self._slips = [_readable(choices) for choices in way.slips] or [[] for _ in way.steps]

    def first_end(self, first: int, last: int) -> int | None:
        """Where the first match ends among these places; None when none does."""
        if not any(self._ends[first >> 3 : (last >> 3) + 1]):
            return None
        return next((end for end in range(first, last + 1) if _is_set(self._ends, end)), None)

    def trace(self, first: int, end: int) -> tuple[Matched, ...]:
        """The shortest way through the name that begins at `first`, up to the unit at `end`.

        Empty when there is none.
        """
        dead: set[_Point] = set()
        starts = range(end, first - 1, -1)
        ways = (self._onward((start, 0, False), end, dead) for start in starts)
        shortest = next(filter(None, ways), ())
        return tuple((place - first, typed) for place, typed in shortest)

    def _onward(self, point: _Point, end: int, dead: set[_Point]) -> tuple[Matched, ...]:
        """The rest of the way from there; `dead` are the points from which there is none."""
        place, at, slipped = point
        if place > end or point in dead:
            return ()
        for to, now in self._choices(point):
            here: Matched = (place, self._text[at:to])
            if to < len(self._text):
                rest = self._onward((place + 1, to, now), end, dead)
                if rest:
                    return (here, *rest)
            elif place == end:
                return (here,)
        further = self._onward((place + 1, at, slipped), end, dead) if self._gaps and at else ()
        if not further:
            dead.add(point)
        return further

    def _choices(self, point: _Point) -> Iterator[tuple[int, bool]]:
        place, at, slipped = point
        for to, octets in self._steps[at]:
            if _is_set(octets, place):
                yield to, slipped
        if not slipped:
            for to, octets in self._slips[at]:
                if _is_set(octets, place):
                    yield to, True


_Point = tuple[int, int, bool]
"""A place, the letter of the query that is to be met there, and whether a slip was made before."""


def _readable(choices: Sequence[Step]) -> list[tuple[int, bytes]]:
    """The longest step first, and its places as octets: one is read without the others."""
    return [(to, _octets(mask)) for to, mask in reversed(choices)]


def _octets(mask: int) -> bytes:
    return mask.to_bytes(mask.bit_length() // 8 + 1, "little")


def _is_set(octets: bytes, place: int) -> bool:
    return place >> 3 < len(octets) and bool(octets[place >> 3] >> (place & 7) & 1)
