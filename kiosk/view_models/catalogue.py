"""What a citizen can choose, as lists for tiles. Pure functions of the hall."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, TypeVar

from common.domain.guide import LifeStage
from common.domain.hall import Bundle, CounterKind, Department, Hall, Service, Zone
from common.domain.ids import DepartmentCode, LifeStageCode, QueueCode, ZoneCode
from common.domain.route import plan_bundle
from common.printing.slip import counter_ranges
from kiosk.view_models.places import Place
from kiosk.view_models.words import NO_WORDS, Words, not_today_words, words

Entry = dict[str, Any]
"""One tile; its words are maps from language to text."""

POPULAR_SHOWN = 12

_Owner = TypeVar("_Owner", Zone, Department, LifeStage)


def popular(hall: Hall, today: date) -> list[Entry]:
    """The services of the home page, in the hall file's order."""
    return services(hall, hall.popular_services[:POPULAR_SHOWN], today)


def zones(hall: Hall) -> list[Entry]:
    return [
        {
            "code": str(zone.code),
            "name": words(zone.name),
            "floor": zone.floor,
            "services": len(hall.services_of_zone(zone.code)),
        }
        for zone in hall.zones
        if hall.services_of_zone(zone.code)
    ]


def departments(hall: Hall) -> list[Entry]:
    """Departments that have a service here, with the zones where they sit."""
    entries = []
    for department in hall.departments:
        services = hall.services_of_department(department.code)
        if services:
            places = {str(hall.queue(service.queue).zone) for service in services}
            entries.append(
                {
                    "code": str(department.code),
                    "name": words(department.name),
                    "zones": sorted(places),
                    "services": len(services),
                }
            )
    return entries


def bundles(hall: Hall, today: date) -> list[Entry]:
    return [bundle_entry(hall, bundle, today) for bundle in hall.bundles]


def life_stages(hall: Hall) -> list[Entry]:
    """The moments of life for which anything is done here."""
    entries = []
    for stage in hall.life_stages:
        services = len(hall.services_of_life_stage(stage.code))
        bundles = len(hall.bundles_of_life_stage(stage.code))
        if services or bundles:
            entries.append(
                {
                    "code": str(stage.code),
                    "name": words(stage.name),
                    "services": services,
                    "bundles": bundles,
                }
            )
    return entries


def listing(hall: Hall, place: Place, today: date) -> dict[str, Any]:
    """The list of `place`: its title, its zone if it is one's, its items.

    Nothing where the hall, which has changed meanwhile, has nothing there any more.
    """
    bundles_first: tuple[Bundle, ...] = ()
    owner: Zone | Department | LifeStage | None
    if place.zone:
        owner = _with_code(hall.zones, place.zone)
        chosen = hall.services_of_zone(ZoneCode(place.zone))
    elif place.life_stage:
        stage = LifeStageCode(place.life_stage)
        owner = _with_code(hall.life_stages, stage)
        chosen = hall.services_of_life_stage(stage)
        bundles_first = hall.bundles_of_life_stage(stage)
    else:
        owner = _with_code(hall.departments, place.department)
        chosen = hall.services_of_department(DepartmentCode(place.department))
    items = [bundle_entry(hall, bundle, today) for bundle in bundles_first]
    items += services(hall, chosen, today)
    if owner is None or not items:
        return {}
    return {"title": words(owner.name), "zone": place.zone, "items": items}


def _with_code(things: Iterable[_Owner], code: str) -> _Owner | None:
    return next((thing for thing in things if thing.code == code), None)


def services(hall: Hall, chosen: Iterable[Service], today: date) -> list[Entry]:
    chosen = tuple(chosen)
    places = {queue: _place_entry(hall, queue) for queue in {service.queue for service in chosen}}
    return [_service_entry(hall, service, places[service.queue], today) for service in chosen]


def not_today(hall: Hall, wanted: Collection[Service], today: date) -> Words:
    """That some of `wanted` is not done today, and when all is; no words when all is done today."""
    if all(hall.is_done_on(service, today) for service in wanted):
        return NO_WORDS
    return not_today_words(today, hall.next_day_done(wanted, today))


def bundle_entry(hall: Hall, bundle: Bundle, today: date) -> Entry:
    return {
        "code": str(bundle.code),
        "isBundle": True,
        "name": words(bundle.name),
        "department": words(hall.department(bundle.lead).name),
        "services": sum(len(stage.services) for stage in bundle.stages),
        "stops": len(plan_bundle(hall, bundle)),
        "zones": bundle_zones(hall, bundle),
        "notToday": not_today(hall, _services_of(hall, bundle), today),
    }


def service_entry(hall: Hall, service: Service, today: date) -> Entry:
    return _service_entry(hall, service, _place_entry(hall, service.queue), today)


def _service_entry(hall: Hall, service: Service, place: Entry, today: date) -> Entry:
    return {
        "code": str(service.code),
        "isBundle": False,
        "name": words(service.name),
        "department": words(hall.department(service.department).name),
        **place,
        "notToday": not_today(hall, [service], today),
    }


def _place_entry(hall: Hall, code: QueueCode) -> Entry:
    """Where a queue's services are done."""
    queue = hall.queue(code)
    return {
        "queue": str(queue.code),
        "zone": str(queue.zone),
        "floor": hall.zone(queue.zone).floor,
        "counters": counter_span(hall, queue.code),
    }


def _services_of(hall: Hall, bundle: Bundle) -> list[Service]:
    return [hall.service(code) for stage in bundle.stages for code in stage.services]


def bundle_zones(hall: Hall, bundle: Bundle) -> list[str]:
    """The zones of a bundle's route, each once, in the order of the route."""
    return list(dict.fromkeys(str(hall.queue(s.queue).zone) for s in plan_bundle(hall, bundle)))


def counter_span(hall: Hall, queue: QueueCode, kind: CounterKind | None = None) -> str:
    """The counters whose main line is `queue`, of one kind, as on the slip: ``F01-F04 F07``."""
    return " ".join(counter_ranges([str(c.code) for c in hall.main_counters_of(queue, kind)]))
