"""Who comes on one day: drawn from the load model before the day begins.

Everything about a person is drawn at once and in the same order, whatever the hall does with them.
So two halls can be compared on the very same day.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import accumulate
from typing import TypeVar

from common.domain.hall import ORDINARY, Hall
from common.domain.ids import ClassCode, QueueCode, ServiceCode, ZoneCode
from common.domain.route import Stop, plan_bundle, plan_services
from common.simulation.halls import ONE_STOP
from common.simulation.load import LoadModel, ZoneLoad

_Thing = TypeVar("_Thing")

_HALF_HOUR = timedelta(minutes=30)
_HALF_HOUR_SECONDS = 1800
_MOST_SECONDS = 3 * 3600
"""Nobody stays longer at one counter."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's day: when they come, for what, and how long each stop takes."""

    at: timedelta
    """From midnight, in hall time; whole seconds."""
    priority: ClassCode
    wanted: tuple[str, ...]
    """What they ask for at the kiosk: services, or one bundle."""
    stops: tuple[Stop, ...]
    seconds: tuple[int, ...]
    """Of service, for each stop."""
    comes: bool
    """Whether they are there when called."""
    booked: timedelta | None = None
    """The half hour for which they want an appointment, from midnight."""


class Crowd:
    """Draws the people of one day after the other."""

    def __init__(self, hall: Hall, load: LoadModel) -> None:
        self._hall = hall
        self._load = load
        self._zones = {zone.code: zone for zone in load.zones}
        self._services = {zone: _services(hall, zone) for zone in self._zones}
        self._bundles = [
            (bundle.code, plan_bundle(hall, bundle))
            for bundle in hall.bundles
            if all(hall.queue(stop.queue).zone in self._zones for stop in plan_bundle(hall, bundle))
        ]

    def day(self, tickets: int, dice: random.Random) -> list[Visit]:
        """`tickets` people, in the order in which they come."""
        visits = [self._visit(dice) for _ in range(tickets)]
        visits = [self._perhaps_booked(visit, dice) for visit in visits]
        return sorted(visits, key=lambda visit: visit.at)

    def _visit(self, dice: random.Random) -> Visit:
        load = self._load
        half_hour = _drawn(dice, load.half_hours, [h.weight for h in load.half_hours])
        at = half_hour.start + timedelta(seconds=dice.randrange(_HALF_HOUR_SECONDS))
        priority = self._priority(dice)
        comes = dice.random() >= load.no_shows
        wanted, stops = self._errand(dice)
        seconds = tuple(
            _seconds(dice, self._zones[self._hall.queue(stop.queue).zone]) for stop in stops
        )
        return Visit(at, priority, wanted, stops, seconds, comes)

    def _perhaps_booked(self, visit: Visit, dice: random.Random) -> Visit:
        """People who book come from a quarter of an hour before their time to the end of grace."""
        wants = dice.random() < self._load.appointments
        if not wants or len(visit.stops) > 1:
            return visit
        half_hour = visit.at // _HALF_HOUR * _HALF_HOUR
        return replace(visit, at=visit.at - _HALF_HOUR / 2, booked=half_hour)

    def _priority(self, dice: random.Random) -> ClassCode:
        left = dice.random()
        for code, share in self._load.classes:
            left -= share
            if left < 0:
                return code
        return ORDINARY

    def _errand(self, dice: random.Random) -> tuple[tuple[str, ...], tuple[Stop, ...]]:
        several = dice.random() < self._load.several
        if several and self._bundles and dice.random() < self._load.bundles:
            code, stops = dice.choice(self._bundles)
            return (code,), stops
        counters = (3 if dice.random() < self._load.three else 2) if several else 1
        zones = list(self._load.zones)
        services = []
        for _ in range(min(counters, len(zones))):
            zone = _drawn(dice, zones, [z.weight for z in zones])
            zones.remove(zone)
            queues, weights = self._services[zone.code]
            services.append(dice.choice(_drawn(dice, queues, weights)))
        return tuple(services), plan_services(self._hall, services)


def _services(hall: Hall, zone: ZoneCode) -> tuple[list[list[ServiceCode]], list[float]]:
    """The services of each queue of a zone, and how many of its people each queue gets.

    The queues share them as they share the counters that prefer them.
    """
    queues: dict[QueueCode, list[ServiceCode]] = {}
    for service in hall.services_of_zone(zone):
        if service.code != ONE_STOP:
            queues.setdefault(service.queue, []).append(service.code)
    weights = [
        float(sum(counter.queues[0] == queue for counter in hall.counters)) or 0.5
        for queue in queues
    ]
    return list(queues.values()), weights


def _seconds(dice: random.Random, zone: ZoneLoad) -> int:
    drawn = dice.lognormvariate(zone.location, zone.spread)
    return max(1, min(round(drawn), _MOST_SECONDS))


def _drawn(dice: random.Random, things: Sequence[_Thing], weights: Sequence[float]) -> _Thing:
    # random.choices promises no order of draws between versions of Python; this is one draw.
    edges = list(accumulate(weights))
    return things[min(bisect(edges, dice.random() * edges[-1]), len(things) - 1)]
