"""What a citizen is about to take a number for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from common.domain.guide import Effort
from common.domain.hall import Bundle, Hall, Service
from common.domain.ids import QueueCode
from common.domain.route import Stop, beginning_with, plan_bundle, plan_services
from common.domain.text import Text
from kiosk.view_models.catalogue import counter_span, not_today
from kiosk.view_models.words import words


@dataclass(frozen=True, slots=True)
class Errand:
    """Services or a bundle, with the stops of its route in order."""

    hall: Hall
    code: str
    name: Text
    stops: tuple[Stop, ...]
    today: date
    bundle: Bundle | None = None

    @classmethod
    def of_service(cls, hall: Hall, code: str, today: date) -> Errand:
        return cls.of_services(hall, [code], today)

    @classmethod
    def of_services(cls, hall: Hall, codes: Sequence[str], today: date) -> Errand:
        """Several services with one number, in the order in which they were chosen."""
        services = [hall.service(code) for code in codes]
        stops = plan_services(hall, [service.code for service in services])
        code = "+".join(service.code for service in services)
        return cls(hall, code, _name(services), stops, today)

    @classmethod
    def of_bundle(cls, hall: Hall, bundle: Bundle, today: date) -> Errand:
        return cls(hall, str(bundle.code), bundle.name, plan_bundle(hall, bundle), today, bundle)

    def beginning_with(self, quickest: Sequence[QueueCode]) -> Errand:
        """The same with the stops that are open at once in this order, as a number has them."""
        return replace(self, stops=beginning_with(self.stops, quickest))

    @property
    def wanted(self) -> list[str]:
        """What to ask a number for: the bundle, or each service."""
        return [self.code] if self.bundle else self.code.split("+")

    @property
    def services(self) -> tuple[Service, ...]:
        return tuple(self.hall.service(code) for stop in self.stops for code in stop.services)

    def page(self) -> dict[str, Any]:
        """What the confirm page shows of it."""
        services = self.services
        return {
            "name": words(self.name),
            "isBundle": self.bundle is not None,
            "isRoute": self.bundle is not None or len(self.stops) > 1,
            "department": words(self._departments()),
            "stops": [self._stop(stop) for stop in self.stops],
            "queues": [str(stop.queue) for stop in self.stops if stop.stage == 0],
            "materials": [
                {
                    "code": material.code,
                    "name": words(material.name),
                    "kind": words(material.kind),
                    "services": [
                        words(s.name)
                        for s in services
                        if len(services) > 1 and material.code in s.materials
                    ],
                }
                for material in self.hall.materials_of(service.code for service in services)
            ],
            "minutes": sum(service.service_minutes for service in services),
            "promisedDays": max(service.promised_days for service in services),
            "online": all(service.online for service in services),
            "notToday": not_today(self.hall, services, self.today),
            "fee": words(services[0].fee) if len(services) == 1 else None,
            "efforts": self._efforts(),
            "sites": [
                {
                    "name": words(site.name),
                    "address": words(site.address),
                    "hours": words(site.hours),
                    "phone": site.phone,
                }
                for site in self.hall.sites_of(service.code for service in services)
            ],
        }

    def _departments(self) -> Text:
        """Whose it is; nothing where it would be a list."""
        codes = [self.bundle.lead] if self.bundle else [s.department for s in self.services]
        names = [self.hall.department(code).name for code in dict.fromkeys(codes)]
        if len(names) > 2:
            return Text(zh="", en="")
        return Text(zh="、".join(n.zh for n in names), en=", ".join(n.en for n in names))

    def _efforts(self) -> dict[str, dict[str, int]]:
        """What the bundle took `before` and takes `after`; empty where the hall does not say."""
        if self.bundle is None or self.bundle.before is None or self.bundle.after is None:
            return {}
        return {"before": _effort(self.bundle.before), "after": _effort(self.bundle.after)}

    def _stop(self, stop: Stop) -> dict[str, Any]:
        zone = self.hall.zone(self.hall.queue(stop.queue).zone)
        return {
            "stage": stop.stage,
            "queue": str(stop.queue),
            "zone": str(zone.code),
            "zoneName": words(zone.name),
            "floor": zone.floor,
            "counters": counter_span(self.hall, stop.queue),
            "services": [words(self.hall.service(code).name) for code in stop.services],
        }


def _effort(effort: Effort) -> dict[str, int]:
    return {
        "materials": effort.materials,
        "days": effort.days,
        "trips": effort.trips,
        "counters": effort.counters,
    }


def _name(services: Sequence[Service]) -> Text:
    """The names of one or two services; of more, how many there are."""
    names = [service.name for service in services]
    if len(names) < 3:
        return Text(zh="、".join(n.zh for n in names), en=" and ".join(n.en for n in names))
    return Text(zh=f"{len(names)}个事项", en=f"{len(names)} services")
