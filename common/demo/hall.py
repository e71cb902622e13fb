"""A demonstration hall in the middle of its morning."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from common import operations
from common.domain.ids import ClassCode, CounterCode, TicketId
from common.operations.hall_changes import create_hall
from common.operations.hall_file import read_hall_file
from common.resources import resource
from common.store import Store, open_store

COUNTER = "F14"
"""Where the clerk of the demonstration works."""
PASSWORD = "jiaohao-demo"

_ARRIVALS = timedelta(minutes=32)
_SEED = 20261123
_PEOPLE: tuple[tuple[str, str], ...] = (
    ("FA002", "P0"),
    ("AA001", "P0"),
    ("BA001", "P0"),
    ("FB003", "P1"),
    ("CB001", "P0"),
    ("EB001", "P0"),
    ("FA003", "P1"),
    ("DB001", "P0"),
    ("AE001", "P0"),
    ("FD001", "P0"),
    ("BC003", "P0"),
    ("FA001", "P0"),
    ("YJS07", "P3"),
    ("AA004", "P0"),
    ("FB001", "P0"),
    ("BB001", "P0"),
    ("FC001", "P0"),
    ("EA003", "P2"),
    ("CA008", "P0"),
    ("FA005", "P0"),
    ("DA001", "P0"),
    ("FD002", "P0"),
    ("AA010", "P4"),
    ("FA004", "P0"),
    ("FB002", "P0"),
    ("BA006", "P0"),
    ("AC001", "P5"),
    ("EB002", "P0"),
    ("FA002", "P2"),
    ("CB004", "P1"),
)
"""What they come for and their priority class, in order of arrival."""
_AT_COUNTERS: tuple[str, ...] = ("A01", "B01", "C04", "F05", "E06", "F11", "F02")
"""Counters that called somebody before the demonstration begins."""


class PastClock:
    """A clock that the preparation moves through the last half hour."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def create_demo_hall(path: Path, now: datetime | None = None) -> None:
    """Create the database at `path`, with people who have waited for up to half an hour.

    All of it happens through the real operations, on the hall day of `now`.
    """
    file = read_hall_file(resource("demo", "hall.yaml"))
    create_hall(str(path), file).close()
    until = now or datetime.now(UTC)
    midnight = until.astimezone(ZoneInfo(file.hall.time_zone)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    clock = PastClock(max(until - _ARRIVALS, midnight))
    store = open_store(str(path), clock)
    try:
        _let_people_arrive(store, clock, until)
        _let_counters_call(store, clock, until, _AT_COUNTERS)
    finally:
        store.close()


def _let_people_arrive(store: Store, clock: PastClock, until: datetime) -> None:
    rhythm = random.Random(_SEED)
    step = (until - clock.now) / (len(_PEOPLE) + 4)
    for wanted, priority in _PEOPLE:
        clock.now += step * rhythm.uniform(0.6, 1.3)
        operations.issue(
            store,
            [wanted],
            ticket=TicketId(operations.new_id()),
            priority=ClassCode(priority),
            by="kiosk-2",
        )


def _let_counters_call(
    store: Store, clock: PastClock, until: datetime, counters: Sequence[str]
) -> None:
    step = (until - clock.now) / (len(counters) + 1)
    for code in counters:
        clock.now += step
        counter = CounterCode(code)
        if operations.call_next(store, counter) is not None:
            operations.serve(store, counter)
