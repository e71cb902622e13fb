"""What a citizen is about to take a number for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from common.domain.hall import Bundle, Hall, Service
from common.domain.route import Stop, plan_bundle, plan_services
from common.domain.text import Text
from kiosk.view_models.catalogue import counter_span, not_today
from kiosk.view_models.words import words


@dataclass(frozen=True, slots=True)
class Errand:
    """A service or a bundle, with the stops of its route in order."""

    hall: Hall
    code: str
    name: Text
    stops: tuple[Stop, ...]
    today: date
    bundle: Bundle | None = None

    @classmethod
    def of_service(cls, hall: Hall, code: str, today: date) -> Errand:
        service = hall.service(code)
        return cls(hall, code, service.name, plan_services(hall, [service.code]), today)

    @classmethod
    def of_bundle(cls, hall: Hall, bundle: Bundle, today: date) -> Errand:
        return cls(hall, str(bundle.code), bundle.name, plan_bundle(hall, bundle), today, bundle)

    @property
    def services(self) -> tuple[Service, ...]:
        return tuple(self.hall.service(code) for stop in self.stops for code in stop.services)

    def page(self) -> dict[str, Any]:
        """What the confirm page shows of it."""
        first = self.services[0]
        return {
            "name": words(self.name),
            "isBundle": self.bundle is not None,
            "department": words(self.hall.department(self._department(first)).name),
            "stops": [self._stop(stop) for stop in self.stops],
            "queues": [str(stop.queue) for stop in self.stops if stop.stage == 0],
            "materials": [
                {
                    "code": material.code,
                    "name": words(material.name),
                    "kind": words(material.kind),
                }
                for material in self.hall.materials_of(service.code for service in self.services)
            ],
            "minutes": sum(service.service_minutes for service in self.services),
            "promisedDays": max(service.promised_days for service in self.services),
            "online": all(service.online for service in self.services),
            "notToday": not_today(self.hall, self.services, self.today),
            "fee": words(first.fee) if self.bundle is None else None,
        }

    def _department(self, first: Service) -> Any:
        return self.bundle.lead if self.bundle else first.department

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
