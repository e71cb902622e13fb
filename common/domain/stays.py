"""How long people take up a counter: from their call to its next one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from common.domain.ids import CounterCode, QueueCode

_LONGEST_GAP = timedelta(minutes=3)
"""Who leaves a counter free for longer while somebody waits does something else."""
_FORGOTTEN = 3 * 3600.0
"""Seconds; nobody takes so long, so somebody forgot to finish."""
_POINTS = 64
_BEYOND = 1.25
"""Whoever outlasts everybody known is expected to take so many times the longest."""


class Stay(NamedTuple):
    """One person at one counter, from the first call to the end."""

    queue: QueueCode
    counter: CounterCode
    ready_at: datetime
    called_at: datetime
    ended_at: datetime
    held_seconds: int


def seconds_taken(stays: Iterable[Stay], each: int) -> dict[QueueCode, list[float]]:
    """For each queue how many seconds each stay kept its counter from the next person.

    `stays` are the latest of every queue, up to `each` of it. Time on hold does not count. The moment
    between two people counts when the second was waiting already: a clerk needs it.
    """
    taken: dict[QueueCode, list[tuple[Stay, float]]] = {}
    in_order = sorted(stays, key=attrgetter("counter", "called_at"))
    for stay, following in pairwise([*in_order, None]):
        assert stay is not None
        span = stay.ended_at - stay.called_at
        if following is not None and following.counter == stay.counter:
            gap = following.called_at - stay.ended_at
            if following.ready_at <= stay.ended_at and timedelta(0) < gap <= _LONGEST_GAP:
                span += gap
        seconds = max(1.0, span.total_seconds() - stay.held_seconds)
        if seconds < _FORGOTTEN:
            taken.setdefault(stay.queue, []).append((stay, seconds))
    return {queue: _begun_together(of_queue, each) for queue, of_queue in taken.items()}


def _begun_together(stays: Sequence[tuple[Stay, float]], each: int) -> list[float]:
    """Without the long ones among which a window by their ends has too many at its beginning."""
    if len(stays) < each:
        return [seconds for _, seconds in stays]
    first_end = min(stay.ended_at for stay, _ in stays)
    return [seconds for stay, seconds in stays if stay.called_at >= first_end]


def with_unended(ended: Sequence[float], unended: Iterable[float]) -> tuple[float, ...]:
    """Equally likely seconds of a stay, when some of those that began have not ended yet.

    In the first hour of a day mostly short ones have. The product-limit estimate of Kaplan and Meier
    (1958) gives those who are still there their due.
    """
    still = sorted(seconds for seconds in unended if seconds < _FORGOTTEN)
    known = sorted(ended)
    if not still:
        return tuple(known)
    at_risk, left, passed = len(known) + len(still), 1.0, 0
    shares: list[tuple[float, float]] = []
    for seconds in known:
        while passed < len(still) and still[passed] < seconds:
            passed += 1
            at_risk -= 1
        shares.append((left / at_risk, seconds))
        left -= left / at_risk
        at_risk -= 1
    if left > 1e-9:
        shares.append((left, _BEYOND * max(known[-1], still[-1])))
    return _points(shares)


def _points(shares: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """The same distribution as points that are equally likely."""
    points: list[float] = []
    reached = 0.0
    for share, seconds in shares:
        reached += share
        points += [seconds] * (round(reached * _POINTS) - len(points))
    return tuple(points)
