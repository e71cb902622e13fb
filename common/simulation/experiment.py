"""A whole simulation: days of one hall, and of the same hall after one change."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice

from common.domain.hall import Hall, PolicyKind, Queue
from common.domain.ids import CounterCode
from common.operations.hall_changes import apply_hall
from common.operations.hall_file import HallFile
from common.simulation.arrivals import Crowd, Visit
from common.simulation.day import Numbers, Observer, VirtualClock, play_day
from common.simulation.halls import (
    by_zone,
    pooled,
    queues_at,
    simulated_hall,
    staffed_counters,
    with_open_counter,
)
from common.simulation.load import LoadModel
from common.simulation.measures import Measures, measure
from common.store import Store, create_database

_FIRST_MONDAY = date(2026, 11, 23)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is simulated."""

    level: str = "L1"
    days: int = 1
    seed: int = 1
    tickets: int | None = None
    """People of an average day, when not those of the level."""
    policy: PolicyKind | None = None
    """None is the hall's own."""
    numbers: Numbers = Numbers.ONE
    by_zone: bool = False
    """Every counter serves all queues of its zone."""
    open_counter: str | None = None
    """Afterwards one counter more is open in this queue or zone."""
    pool: tuple[str, ...] = ()
    """Afterwards the counters of these zones serve all of their queues."""


@dataclass(frozen=True, slots=True)
class StaffedHall:
    """A hall and its staffed counters."""

    hall: Hall
    staffed: frozenset[CounterCode]


@dataclass(frozen=True, slots=True)
class Plan:
    """A setting that was looked at and can be played."""

    setting: Setting
    load: LoadModel
    tickets: int
    at_first: StaffedHall
    where: tuple[Queue, ...]
    """The queues that the supervisor asks about; empty when nothing is asked."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came out."""

    plan: Plan
    before: Measures
    after: Measures | None
    opened: CounterCode | None
    """The counter that the change opened."""


def plan(hall: Hall, load: LoadModel, setting: Setting) -> Plan:
    """Look at the setting before anything is made.

    Raises UnknownLevel, UnknownPlace, UnknownZone, PoolTooSmall.
    """
    level = load.level(setting.level)
    built = simulated_hall(hall, level.counters, setting.policy)
    staffed = staffed_counters(built, load.staffed)
    if setting.by_zone:
        built = by_zone(built)
    places = setting.pool if setting.open_counter is None else [setting.open_counter]
    if setting.pool:
        pooled(built, setting.pool)
    return Plan(
        setting=setting,
        load=load,
        tickets=setting.tickets or level.tickets,
        at_first=StaffedHall(built, staffed),
        where=queues_at(built, places) if places else (),
    )


def people_to_come(plan: Plan) -> int:
    """How many people come in all, for a progress bar."""
    return sum(_tickets_of_days(plan)) * (2 if plan.where else 1)


def run(
    plan: Plan,
    url: str,
    *,
    durable: bool = False,
    observer: Observer | None = None,
    progress: Callable[[], None] = lambda: None,
) -> Result:
    """Play the plan on a new database at `url`. Raises DatabaseExists, DatabaseAway.

    The same people come before and after the change, on the same weekdays, some weeks later.
    """
    clock = VirtualClock(datetime.combine(_FIRST_MONDAY, time(), UTC))
    store = create_database(url, plan.at_first.hall, clock, durable=durable)
    try:
        first = _FIRST_MONDAY
        before = _play(plan, plan.at_first, store, clock, first, observer, progress)
        if not plan.where:
            return Result(plan, before, None, None)
        changed, opened = _changed(plan, before)
        if changed.hall != plan.at_first.hall:
            apply_hall(store, HallFile(hall=changed.hall, clerks=()))
        while first < clock.now.date():
            first += _WEEK
        after = _play(plan, changed, store, clock, first, observer, progress)
        return Result(plan, before, after, opened)
    finally:
        store.close()


def _changed(plan: Plan, before: Measures) -> tuple[StaffedHall, CounterCode | None]:
    """The hall of the supervisor's question, and the counter that it opens."""
    hall, staffed = plan.at_first.hall, plan.at_first.staffed
    if plan.setting.open_counter is None:
        return StaffedHall(pooled(hall, plan.setting.pool), staffed), None
    waited = {queue: waits.mean for queue, waits in before.queues.items()}
    hall, staffed, opened = with_open_counter(hall, staffed, plan.setting.open_counter, waited)
    return StaffedHall(hall, staffed), opened


def _play(
    plan: Plan,
    place: StaffedHall,
    store: Store,
    clock: VirtualClock,
    first: date,
    observer: Observer | None,
    progress: Callable[[], None],
) -> Measures:
    records = [
        play_day(
            store,
            clock,
            day,
            visits,
            staffed=place.staffed,
            numbers=plan.setting.numbers,
            one_stop_work=plan.load.one_stop_work,
            observer=observer,
            progress=progress,
        )
        for day, visits in zip(_days(plan, first), crowds(plan), strict=False)
    ]
    return measure(place.hall, plan.load, place.staffed, records)


def crowds(plan: Plan) -> Iterator[Sequence[Visit]]:
    """The people of each day: the same for the same seed, whatever the hall does with them."""
    crowd = Crowd(plan.at_first.hall, plan.load)
    for number, tickets in enumerate(_tickets_of_days(plan)):
        yield crowd.day(tickets, random.Random(f"{plan.setting.seed}/{number}"))


def _tickets_of_days(plan: Plan) -> list[int]:
    """A single day is an average one; several have the factors of their weekdays."""
    days = plan.setting.days
    if days == 1:
        return [plan.tickets]
    factors = [factor for _, factor in plan.load.weekdays]
    return [max(1, round(plan.tickets * factors[day % len(factors)])) for day in range(days)]


def _days(plan: Plan, first_monday: date) -> Iterator[date]:
    """Working days from `first_monday` on."""
    weekdays = [number for number, _ in plan.load.weekdays]
    endless = (first_monday + week * _WEEK + timedelta(day) for week in count() for day in weekdays)
    return islice(endless, plan.setting.days)
