"""May this place be booked? The rules, in the order in which a citizen is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from common.domain.appointment import (
    AppointmentState,
    SlotPlaces,
    barred_until,
    bookable_days,
    looks_back,
    nearest_free,
    slot_words,
)
from common.domain.calendar import hall_instant
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall, Service
from common.domain.ids import AppointmentId
from common.domain.text import Text
from common.operations.appointments.errors import (
    BookedBefore,
    BookingBarred,
    DayNotBookable,
    DayOff,
    NoSuchSlot,
    NotBookable,
    ServiceNotThatDay,
    SlotFull,
    SlotOver,
)
from common.operations.issuing_rules import block_against
from common.store import ReadTransaction

_NONE = Text(zh="当天没有空余，请改选日期", en="none on that day, choose another")
_ASK = Text(zh="请咨询工作人员", en="ask a member of staff")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to book."""

    service: Service
    day: date
    slot: time
    person: str | None
    """The keyed hash."""
    by_channel: bool = False
    """Booked outside before it came here: half hours of today that have not begun will do too."""
    instead_of: AppointmentId | None = None
    """The appointment that moves here, which takes no second place."""


def faults_of_wish(tx: ReadTransaction, wish: Wish) -> Iterator[JiaohaoError]:
    """Every rule against booking this, the one to tell first.

    Those who did not come must have been counted before.
    """
    yield from faults_of_day(tx, wish.service, wish.day, today_too=wish.by_channel)
    hall, zone = tx.hall, ZoneInfo(tx.hall.time_zone)
    if wish.slot not in hall.calendar.slots(wish.day, zone):
        work = hall.calendar.plan(wish.day).work
        hours = ", ".join(f"{hours.start:%H:%M}-{hours.stop:%H:%M}" for hours in work)
        yield NoSuchSlot(slot=f"{wish.slot:%H:%M}", day=wish.day, hours=hours)
    if hall_instant(wish.day, wish.slot, zone) <= tx.now:
        yield SlotOver(slot=slot_words(wish.slot), day=wish.day)
    day = places_of_day(tx, wish.service, wish.day, leave_out=wish.instead_of)
    if not any(place.start == wish.slot and place.left for place in day):
        free = " ".join(slot_words(place.start) for place in nearest_free(day, wish.slot))
        yield SlotFull(slot=slot_words(wish.slot), day=wish.day, free=free or _NONE)
    if wish.person is not None:
        yield from _faults_of_person(tx, wish, wish.person)


def faults_of_day(
    tx: ReadTransaction, service: Service, day: date, *, today_too: bool = False
) -> Iterator[JiaohaoError]:
    """Every rule against booking `service` on `day` at all."""
    hall, rules = tx.hall, tx.hall.rules.appointments
    if not is_bookable(hall, service):
        yield NotBookable(service=service.name)
    days = bookable_days(hall.calendar, tx.today, rules)
    if not days:
        yield NotBookable(service=service.name)
        return
    earliest = tx.today if today_too else days[0]
    if not earliest <= day <= days[-1]:
        yield DayNotBookable(day=day, first=days[0], last=days[-1])
    elif not hall.calendar.plan(day).is_working_day:
        yield DayOff(day=day, other=days[0])
    elif not hall.is_done_on(service, day):
        others = [str(other) for other in days if hall.is_done_on(service, other)]
        yield ServiceNotThatDay(service=service.name, day=day, other=" ".join(others) or _ASK)


def is_bookable(hall: Hall, service: Service) -> bool:
    """Whether the service's queue keeps places for people who book."""
    return hall.appointment_class is not None and hall.queue(service.queue).places_to_book > 0


def places_of_day(
    tx: ReadTransaction, service: Service, day: date, leave_out: AppointmentId | None = None
) -> tuple[SlotPlaces, ...]:
    """The half hours of a working day, as full as they are; without one appointment if wanted."""
    queue = tx.hall.queue(service.queue)
    booked = tx.appointments.booked_by_slot(queue.code, day)
    own = tx.appointments.by_id(leave_out) if leave_out else None
    if own and (own.queue, own.day) == (queue.code, day):
        booked[own.slot] -= 1
    slots: Sequence[time] = tx.hall.calendar.slots(day, ZoneInfo(tx.hall.time_zone))
    return tuple(
        SlotPlaces(day, start, queue.places_to_book, booked.get(start, 0)) for start in slots
    )


def _faults_of_person(tx: ReadTransaction, wish: Wish, person: str) -> Iterator[JiaohaoError]:
    rules = tx.hall.rules.appointments
    since = tx.today - looks_back(rules)
    theirs = [one for one in tx.appointments.of_person(person, since) if one.id != wish.instead_of]
    not_kept = [one.day for one in theirs if one.state is AppointmentState.NO_SHOW]
    until = barred_until(not_kept, tx.today, rules)
    if until is not None:
        yield BookingBarred(times=rules.no_shows, until=until)
    yield from block_against(tx, person)
    for one in theirs:
        same = (one.day, one.service) == (wish.day, wish.service.code)
        if same and one.state is not AppointmentState.CANCELLED:
            yield BookedBefore(service=wish.service.name, day=wish.day, slot=slot_words(one.slot))
