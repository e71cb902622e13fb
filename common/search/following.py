"""Follows a query through all names at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from common.search.masks import spread
from common.search.units import Query, is_chinese

Step = tuple[int, int]
"""To which letter of the query a unit leads, and the places of the units that do."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a query may be read. `steps[j]` are the steps from its letter `j`."""

    query: Query
    steps: tuple[tuple[Step, ...], ...]
    slips: tuple[tuple[Step, ...], ...] = ()
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

    def steps(self, query: Query) -> tuple[tuple[Step, ...], ...]:
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


def trace(way: Way, first: int, last: int, end: int) -> tuple[Matched, ...]:
    """How `way` leads through the name at places `first` to `last` so that it ends at `end`.

    The shortest such way; empty when there is none.
    """
    return _Trace(way, first, last, end).found()


class _Trace:
    """Looks for a way through one name, and remembers from where there is none."""

    def __init__(self, way: Way, first: int, last: int, end: int) -> None:
        window = (1 << (last - first + 1)) - 1
        self._text = way.query.text
        self._gaps = way.gaps
        self._steps = _within(way.steps, first, window)
        self._slips = _within(way.slips, first, window) or [[] for _ in self._steps]
        self._end = end - first
        self._dead: set[tuple[int, int, bool]] = set()

    def found(self) -> tuple[Matched, ...]:
        starts = range(self._end, -1, -1)
        return next(filter(None, (self._onward(start, 0, False) for start in starts)), ())

    def _onward(self, place: int, at: int, slipped: bool) -> tuple[Matched, ...]:
        """The rest of the way when the letters from `at` are to be met at `place`."""
        if place > self._end or (place, at, slipped) in self._dead:
            return ()
        for to, now in self._choices(place, at, slipped):
            here: Matched = (place, self._text[at:to])
            if to < len(self._text):
                rest = self._onward(place + 1, to, now)
                if rest:
                    return (here, *rest)
            elif place == self._end:
                return (here,)
        further = self._onward(place + 1, at, slipped) if self._gaps and at else ()
        if not further:
            self._dead.add((place, at, slipped))
        return further

    def _choices(self, place: int, at: int, slipped: bool) -> Iterator[tuple[int, bool]]:
        for to, mask in reversed(self._steps[at]):
            if mask >> place & 1:
                yield to, slipped
        if not slipped:
            for to, mask in reversed(self._slips[at]):
                if mask >> place & 1:
                    yield to, True


def _within(
    steps: Sequence[Sequence[Step]], first: int, window: int
) -> list[list[tuple[int, int]]]:
    """The steps as they are within one name."""
    return [[(to, mask >> first & window) for to, mask in choices] for choices in steps]
