"""What of a hall can be booked ahead at its kiosks. Pure functions of the hall."""

from __future__ import annotations

from dataclasses import replace

from common.domain.hall import Hall
from common.operations.appointments.rules import is_bookable


def books_ahead(hall: Hall) -> bool:
    """Whether people book at the kiosks of this hall, which may want that at the desk only."""
    return hall.book_ahead and any(is_bookable(hall, service) for service in hall.services)


def can_be_booked(hall: Hall, service: str) -> bool:
    """Whether this service can be booked at a kiosk."""
    wanted = hall.has_service(service) and is_bookable(hall, hall.service(service))
    return hall.book_ahead and wanted


def bookable_part(hall: Hall) -> Hall:
    """The hall as if it did nothing but what can be booked."""
    services = tuple(service for service in hall.services if is_bookable(hall, service))
    return replace(hall, services=services, bundles=())
