"""How long people take up a counter: from their call to its next one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from common.domain.ids import CounterCode, QueueCode

_LONGEST_GAP = timedelta(minutes=3)
"""Who leaves a counter free for longer while somebody waits does something else."""
_FORGOTTEN = 3 * 3600.0
"""Seconds; nobody takes so long, so somebody forgot to finish."""


class Stay(NamedTuple):
    """One person at one counter, from the first call to the end."""

    queue: QueueCode
    counter: CounterCode
    ready_at: datetime
    called_at: datetime
    ended_at: datetime
    held_seconds: int


def seconds_taken(stays: Iterable[Stay]) -> dict[QueueCode, list[float]]:
    """For each queue how many seconds each stay kept its counter from the next person.

    Time on hold does not count. The moment between two people counts when the second was waiting
    already: a clerk needs it.
    """
    taken: dict[QueueCode, list[float]] = {}
    in_order = sorted(stays, key=attrgetter("counter", "called_at"))
    for stay, following in pairwise([*in_order, None]):
        assert stay is not None
        span = stay.ended_at - stay.called_at
        if following is not None and following.counter == stay.counter:
            gap = following.called_at - stay.ended_at
            if following.ready_at <= stay.ended_at and timedelta(0) < gap <= _LONGEST_GAP:
                span += gap
        seconds = span.total_seconds() - stay.held_seconds
        if seconds <= _FORGOTTEN:
            taken.setdefault(stay.queue, []).append(max(1.0, seconds))
    return taken
