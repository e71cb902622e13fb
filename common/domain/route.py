"""From what a citizen chose to a route of legs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from common.domain.hall import Bundle, Hall, StageMode
from common.domain.ids import QueueCode, ServiceCode


@dataclass(frozen=True, slots=True)
class Stop:
    """A leg before it has a ticket: its stage, its queue, and what is done there."""

    stage: int
    queue: QueueCode
    services: tuple[ServiceCode, ...]


def plan_services(hall: Hall, services: Sequence[ServiceCode]) -> tuple[Stop, ...]:
    """One stop for each queue, all in one stage: they may be done in any order."""
    return _stops(hall, 0, services)


def plan_bundle(hall: Hall, bundle: Bundle) -> tuple[Stop, ...]:
    """The stops of a bundle: a serial stage one after the other, a parallel stage in any order."""
    route: list[Stop] = []
    stage = 0
    for part in bundle.stages:
        groups: Iterable[Sequence[ServiceCode]] = (
            [part.services]
            if part.mode is StageMode.PARALLEL
            else [(service,) for service in part.services]
        )
        for group in groups:
            route.extend(_stops(hall, stage, group))
            stage += 1
    return tuple(route)


def beginning_with(route: Sequence[Stop], quickest: Sequence[QueueCode]) -> tuple[Stop, ...]:
    """The route with its first stage in the order of `quickest`; the rest stays as it is."""
    first = sorted(
        (stop for stop in route if stop.stage == 0),
        key=lambda stop: quickest.index(stop.queue) if stop.queue in quickest else len(quickest),
    )
    return (*first, *(stop for stop in route if stop.stage != 0))


def _stops(hall: Hall, stage: int, services: Sequence[ServiceCode]) -> tuple[Stop, ...]:
    by_queue: dict[QueueCode, list[ServiceCode]] = {}
    for code in dict.fromkeys(services):
        service = hall.service(code)
        by_queue.setdefault(service.queue, []).append(service.code)
    return tuple(Stop(stage, queue, tuple(codes)) for queue, codes in by_queue.items())
