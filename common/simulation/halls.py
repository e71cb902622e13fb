"""The hall of a simulation: the hall file's own, larger, pooled, or with one counter more.

Every function takes a hall and gives another; the hall file itself is never changed.
"""

from __future__ import annotations

import math
from collections import Counter as Tally
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import TypeVar

from common.domain.calendar import Calendar, Hours
from common.domain.hall import Counter, CounterKind, Hall, PolicyKind, Queue, Service
from common.domain.ids import CounterCode, QueueCode, ServiceCode, ZoneCode
from common.domain.text import Text
from common.simulation.errors import PoolTooSmall, UnknownPlace

_Key = TypeVar("_Key")

_ALL_DAY = (Hours(time(0), time(23, 59)),)
_ALWAYS = Calendar(days=tuple((weekday, _ALL_DAY) for weekday in range(7)), always=True)

ONE_STOP = ServiceCode("ONESTOP")
"""A whole errand at one counter; only simulated halls have it."""


def simulated_hall(hall: Hall, counters: int, policy: PolicyKind | None = None) -> Hall:
    """`hall` as a simulation needs it, with about `counters` counters.

    The zones, queues and services stay; each counter stands there as often as the level needs, so
    that every zone grows alike. Numbers are issued on any day, at any hour and without limit: the
    load model says who comes when. The places that can be booked grow with the counters.
    """
    times = max(1, round(counters / len(hall.counters)))
    rules = hall.rules
    if policy is not None:
        rules = replace(rules, policy=replace(rules.policy, kind=policy))
    return replace(
        hall,
        rules=rules,
        calendar=_ALWAYS,
        queues=tuple(_without_limit(queue, times) for queue in hall.queues),
        services=(
            *(replace(service, weekdays=None) for service in hall.services),
            _one_stop(hall),
        ),
        counters=_repeated(hall.counters, times),
    )


def _without_limit(queue: Queue, times: int) -> Queue:
    """So many numbers that no walk-in is refused, and of them the places of `queue` to book."""
    places = queue.places_to_book * times
    return replace(queue, half_hour_quota=100 * places or None, appointment_share=1)


def _one_stop(hall: Hall) -> Service:
    """Done where the hall does its bundles, else at its first counter."""
    desks = [c for c in hall.counters if c.kind is CounterKind.BUNDLE] or hall.counters
    return replace(
        hall.services[0],
        code=ONE_STOP,
        queue=desks[0].queues[0],
        name=Text(zh="整件事一窗办理", en="Whole errand at one counter"),
        materials=(),
        popular=False,
    )


def _repeated(counters: Sequence[Counter], times: int) -> tuple[Counter, ...]:
    if times == 1:
        return tuple(counters)
    of_zone: Tally[ZoneCode] = Tally()
    many = []
    for counter in counters:
        for _ in range(times):
            of_zone[counter.zone] += 1
            code = CounterCode(f"{counter.zone}{of_zone[counter.zone]:03d}")
            many.append(replace(counter, code=code))
    return tuple(many)


def by_zone(hall: Hall) -> Hall:
    """Every counter serves all queues of its zone."""
    for zone in hall.zones:
        hall = _shared(hall, [zone.code])
    return hall


def pooled(hall: Hall, zones: Sequence[str]) -> Hall:
    """Every counter of the `zones` serves all of their queues, without a handicap.

    Raises UnknownZone, PoolTooSmall.
    """
    together = list(dict.fromkeys(hall.zone(zone.strip().upper()).code for zone in zones))
    if len(together) < 2:
        raise PoolTooSmall
    return _shared(hall, together)


def _shared(hall: Hall, zones: Sequence[ZoneCode]) -> Hall:
    queues = [queue.code for queue in hall.queues if queue.zone in zones]

    def sharing(counter: Counter) -> Counter:
        if counter.zone not in zones:
            return counter
        return replace(
            counter, queues=tuple(dict.fromkeys((*counter.queues, *queues))), handicaps={}
        )

    return replace(hall, counters=tuple(map(sharing, hall.counters)))


def staffed_counters(hall: Hall, share: float) -> frozenset[CounterCode]:
    """Which counters are staffed when `share` of them are, spread evenly.

    Each zone gets its share of them, and within it each group of counters with the same first
    queue; every group keeps one, so that nobody waits for a counter that never opens.
    """
    zones = Tally(counter.zone for counter in hall.counters)
    staffed: set[CounterCode] = set()
    for zone, places in _apportioned(zones, share).items():
        groups: dict[QueueCode, list[CounterCode]] = {}
        for counter in hall.counters:
            if counter.zone == zone:
                groups.setdefault(counter.queues[0], []).append(counter.code)
        sizes = {queue: len(codes) for queue, codes in groups.items()}
        total = sum(sizes.values())
        for queue, size in _apportioned(sizes, places / total).items():
            staffed.update(groups[queue][: max(1, size)])
    return frozenset(staffed)


def _apportioned(sizes: Mapping[_Key, int], share: float) -> dict[_Key, int]:
    """Whole parts of `share` of all `sizes` together, by the largest remainders."""
    exact = {key: size * share for key, size in sizes.items()}
    parts = {key: math.floor(value) for key, value in exact.items()}
    missing = round(sum(exact.values())) - sum(parts.values())
    by_remainder = sorted(exact, key=lambda key: parts[key] - exact[key])
    for key in by_remainder[:missing]:
        parts[key] += 1
    return parts


def with_open_counter(
    hall: Hall,
    staffed: frozenset[CounterCode],
    place: str,
    waited: Mapping[QueueCode, float],
) -> tuple[Hall, frozenset[CounterCode], CounterCode]:
    """One counter more in a queue or zone: the hall, its staffed counters, and which was opened.

    A counter that stands there unstaffed is opened, else one is built like those that are there; of
    several, the one whose first queue has `waited` the longest. Raises UnknownPlace.
    """
    here = sorted(
        _counters_at(hall, place.strip().upper()),
        key=lambda counter: -waited.get(counter.queues[0], 0.0),
    )
    opened = next((counter for counter in here if counter.code not in staffed), None)
    if opened is None:
        opened = replace(here[0], code=_new_code(hall, here[0].zone))
        hall = replace(hall, counters=(*hall.counters, opened))
    return hall, staffed | {opened.code}, opened.code


def queues_at(hall: Hall, places: Iterable[str]) -> tuple[Queue, ...]:
    """The queues that the queue and zone codes `places` mean. Raises UnknownPlace."""
    codes = [place.strip().upper() for place in places]
    found = tuple(queue for queue in hall.queues if queue.code in codes or queue.zone in codes)
    if not found:
        raise UnknownPlace(
            given=", ".join(codes),
            zones=" ".join(zone.code for zone in hall.zones),
            queues=" ".join(queue.code for queue in hall.queues),
        )
    return found


def _counters_at(hall: Hall, place: str) -> list[Counter]:
    """The counters of a zone; of a queue those that prefer it, else those that serve it."""
    queues = queues_at(hall, [place])
    if place in {zone.code for zone in hall.zones}:
        return [counter for counter in hall.counters if counter.zone == place]
    return list(hall.main_counters_of(queues[0].code))


def _new_code(hall: Hall, zone: ZoneCode) -> CounterCode:
    taken = {counter.code for counter in hall.counters}
    number = len(taken) + 1
    while f"{zone}{number}" in taken:
        number += 1
    return CounterCode(f"{zone}{number}")
