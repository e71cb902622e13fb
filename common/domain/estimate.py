"""How long people will wait: the line played forward from now, several times.

A range of whole minutes, or nothing: without an open counter that serves the queue, or with too few
recent services, it would be a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import ceil, floor, inf
from random import Random
from typing import TypeVar

from common.domain.forward import play
from common.domain.hall import CounterKind
from common.domain.ids import ClassCode, LegId, QueueCode, TicketId
from common.domain.scene import Scene, Slot, parts, set_up

_Asked = TypeVar("_Asked")

_PEOPLE = 4_000
"""About so many people are played in all games together: it bounds the time."""
_MOST_GAMES = 24
_FEWEST_GAMES = 6
_BELOW, _ABOVE = 0.08, 0.05
"""Shares of the games outside the range. Surprises lengthen a wait more often than they shorten it,
and who was called before the range began may have missed the call."""
_SEED = 1


@dataclass(frozen=True, slots=True)
class WaitRange:
    """The expected wait in whole minutes: most likely not shorter and not longer."""

    shortest: int
    longest: int

    @property
    def middle(self) -> float:
        return (self.shortest + self.longest) / 2

    def after(self, waited: timedelta) -> WaitRange:
        """The whole wait, of which so much has passed."""
        minutes = int(waited / timedelta(minutes=1))
        return WaitRange(self.shortest + minutes, self.longest + minutes)


@dataclass(frozen=True, slots=True)
class Waits:
    """What is known; of whatever is missing too little is known."""

    fresh: Mapping[tuple[QueueCode, ClassCode], WaitRange]
    """For a number that is taken now."""
    legs: Mapping[LegId, WaitRange]
    """From now on, until this leg is called."""
    tickets: Mapping[TicketId, WaitRange]
    """From now on, until any leg of a waiting ticket is called."""
    by_kind: Mapping[tuple[QueueCode, ClassCode, CounterKind], WaitRange] = field(
        default_factory=dict
    )
    """For a number that is taken now for one kind of counter, where one may choose."""
    open_kinds: frozenset[tuple[QueueCode, CounterKind]] = frozenset()
    """Which kinds of counter call people of a queue now."""


def expected_waits(scene: Scene, queues: Iterable[QueueCode], legs: Iterable[LegId] = ()) -> Waits:
    """The waits of new numbers in `queues`, and of the waiting `legs`.

    The same scene gives the same answer. Only counters that share queues with the wanted ones are
    played, so asking for one is quick in a hall of any size.
    """
    asked, wanted = set(queues), set(legs)
    places = {one.only_counter or one.queue for one in scene.waiting if one.leg in wanted}
    boards = [
        board
        for part in parts(scene)
        if not part.places.isdisjoint(asked | places)
        and (board := set_up(scene, part, asked, wanted)) is not None
    ]
    people = sum(line.people for line, _ in boards)
    games = min(_MOST_GAMES, max(_FEWEST_GAMES, _PEOPLE // people)) if people else 0
    calls: dict[Slot, Sequence[float]] = {}
    """For each slot the seconds of its call in every game."""
    for line, slots in boards:
        random = Random(_SEED)
        played = [play(line, random) for _ in range(games)]
        calls.update(zip(slots, zip(*played, strict=True), strict=True))
    stops: dict[TicketId, list[LegId]] = {}
    for one in scene.waiting:
        if one.leg in wanted:
            stops.setdefault(one.ticket, []).append(one.leg)
    first = {
        ticket: [min(game) for game in zip(*(calls[leg] for leg in of_it), strict=True)]
        for ticket, of_it in stops.items()
        if all(leg in calls for leg in of_it)
    }
    return Waits(
        fresh=_ranges(
            (slot, seconds)
            for slot, seconds in calls.items()
            if isinstance(slot, tuple) and len(slot) == 2
        ),
        legs=_ranges((slot, seconds) for slot, seconds in calls.items() if isinstance(slot, str)),
        tickets=_ranges(first.items()),
        by_kind=_ranges(
            (slot, seconds)
            for slot, seconds in calls.items()
            if isinstance(slot, tuple) and len(slot) == 3
        ),
        open_kinds=frozenset(
            (queue, one.counter.kind) for one in scene.counters for queue in one.counter.queues
        ),
    )


def _ranges(calls: Iterable[tuple[_Asked, Sequence[float]]]) -> dict[_Asked, WaitRange]:
    return {asked: _range(sorted(seconds)) for asked, seconds in calls if inf not in seconds}


def _range(seconds: Sequence[float]) -> WaitRange:
    shortest, longest = _quantile(seconds, _BELOW), _quantile(seconds, 1 - _ABOVE)
    return WaitRange(floor(shortest / 60), max(1, ceil(longest / 60)))


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Beyond the outermost of few games it goes on as far as their spacing says."""
    place = share * len(ordered) - 0.5
    before = min(max(floor(place), 0), len(ordered) - 2)
    step = ordered[before + 1] - ordered[before]
    return max(0.0, ordered[before] + (place - before) * step)
