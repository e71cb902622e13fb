"""What the days came to: waits, whole errands, and how busy the counters were."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from common.domain.hall import Hall
from common.domain.ids import ClassCode, CounterCode, QueueCode, ZoneCode
from common.simulation.day import DayRecord, Stop
from common.simulation.load import LoadModel

_Key = TypeVar("_Key")

LONG_WAIT = timedelta(minutes=30)
HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Spread:
    """How a time is spread over people, in minutes; percentiles by nearest rank."""

    count: int
    mean: float
    p50: float
    p90: float
    maximum: float
    long: float
    """The share over 30 minutes, as a fraction of 1."""


@dataclass(frozen=True, slots=True)
class CounterUse:
    """How busy one staffed counter was."""

    counter: CounterCode
    zone: ZoneCode
    people: int
    busy: float
    """The share of its open time with somebody called or served. Open are the half hours in which
    people come; what it works outside them counts as open too."""


@dataclass(frozen=True, slots=True)
class Measures:
    """One hall, measured over its days."""

    tickets: int
    booked: int
    """People with an appointment."""
    missed: int
    left_waiting: int
    waits: Spread
    """From the number, or from the end of the stop before, to the first call."""
    errands: Spread
    """From the first number to the end of the last stop: of everybody."""
    several: Spread
    """The same, of those alone whose errand leads to several counters."""
    zones: dict[ZoneCode, Spread]
    queues: dict[QueueCode, Spread]
    classes: dict[ClassCode, Spread]
    half_hours: tuple[tuple[timedelta, Spread], ...]
    """Waits of those who began to wait in each half hour, from midnight in hall time."""
    counters: tuple[CounterUse, ...]
    day_means: tuple[float, ...]
    """The mean wait of each day, in minutes."""

    @property
    def busy(self) -> float:
        """Mean use of all staffed counters."""
        return sum(use.busy for use in self.counters) / len(self.counters)


def measure(
    hall: Hall, load: LoadModel, staffed: Iterable[CounterCode], days: Sequence[DayRecord]
) -> Measures:
    """What `days` in `hall` came to, with the `staffed` counters open."""
    stops = [stop for day in days for stop in day.stops]
    errands = [errand for day in days for errand in day.errands]
    zone_of = {queue.code: queue.zone for queue in hall.queues}
    clock = ZoneInfo(hall.time_zone)
    return Measures(
        tickets=sum(day.tickets for day in days),
        booked=sum(day.booked for day in days),
        missed=sum(stop.missed for stop in stops),
        left_waiting=sum(day.left_waiting for day in days),
        waits=waits(stops),
        errands=spread([errand.took for errand in errands]),
        several=spread([errand.took for errand in errands if errand.several]),
        zones=_waits_by((zone.code for zone in hall.zones), stops, lambda s: zone_of[s.queue]),
        queues=_waits_by((queue.code for queue in hall.queues), stops, lambda s: s.queue),
        classes=_waits_by((c.code for c in hall.priority_classes), stops, lambda s: s.priority),
        half_hours=tuple(
            sorted(_waits_by(None, stops, lambda stop: _half_hour(stop.ready_at, clock)).items())
        ),
        counters=_uses(hall, load, staffed, days),
        day_means=tuple(waits(day.stops).mean for day in days),
    )


def waits(stops: Iterable[Stop]) -> Spread:
    return spread([stop.waited for stop in stops])


def spread(times: Sequence[timedelta]) -> Spread:
    """All zero when there are none."""
    if not times:
        return Spread(0, 0.0, 0.0, 0.0, 0.0, 0.0)
    minutes = sorted(moment / timedelta(minutes=1) for moment in times)

    def rank(share: float) -> float:
        return minutes[max(0, math.ceil(share * len(minutes)) - 1)]

    return Spread(
        count=len(minutes),
        mean=math.fsum(minutes) / len(minutes),
        p50=rank(0.5),
        p90=rank(0.9),
        maximum=minutes[-1],
        long=sum(moment > LONG_WAIT for moment in times) / len(times),
    )


def _waits_by(
    keys: Iterable[_Key] | None, stops: Iterable[Stop], key: Callable[[Stop], _Key]
) -> dict[_Key, Spread]:
    """The waits of each key that anybody waited for, in the order of `keys`."""
    grouped: dict[_Key, list[Stop]] = {one: [] for one in keys or ()}
    for stop in stops:
        grouped.setdefault(key(stop), []).append(stop)
    return {one: waits(group) for one, group in grouped.items() if group}


def _half_hour(at: datetime, clock: ZoneInfo) -> timedelta:
    shown = at.astimezone(clock)
    return timedelta(minutes=(shown.hour * 60 + shown.minute) // 30 * 30)


def _uses(
    hall: Hall, load: LoadModel, staffed: Iterable[CounterCode], days: Sequence[DayRecord]
) -> tuple[CounterUse, ...]:
    clock = ZoneInfo(hall.time_zone)
    stops: dict[CounterCode, list[Stop]] = {code: [] for code in staffed}
    for day in days:
        for stop in day.stops:
            stops[stop.counter].append(stop)
    hours = {day.day: _open_hours(day.day, load, clock) for day in days}
    planned = len(days) * len(load.half_hours) * HALF_HOUR
    uses = []
    for counter in hall.counters:
        if counter.code in stops:
            mine = stops[counter.code]
            busy = sum((stop.ended_at - stop.called_at for stop in mine), timedelta())
            inside = sum((_inside(stop, hours[stop.day]) for stop in mine), timedelta())
            uses.append(
                CounterUse(
                    counter=counter.code,
                    zone=counter.zone,
                    people=len(mine),
                    busy=busy / (planned + busy - inside),
                )
            )
    return tuple(uses)


_Stretch = tuple[datetime, datetime]


def _open_hours(day: date, load: LoadModel, clock: ZoneInfo) -> list[_Stretch]:
    midnight = datetime.combine(day, time(), clock).astimezone(UTC)
    return [(midnight + h.start, midnight + h.start + HALF_HOUR) for h in load.half_hours]


def _inside(stop: Stop, hours: Iterable[_Stretch]) -> timedelta:
    """How much of the stop lies in the open hours."""
    overlaps = (min(stop.ended_at, end) - max(stop.called_at, start) for start, end in hours)
    return sum((overlap for overlap in overlaps if overlap > timedelta()), timedelta())
