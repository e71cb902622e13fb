"""Book a place, give it back, and find it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from common.domain.appointment import (
    Appointment,
    AppointmentState,
    SlotPlaces,
    bookable_days,
    slot_words,
)
from common.domain.event import Act
from common.domain.ids import AppointmentId, ClerkLogin, KioskCode, RequestId, TicketNumber
from common.domain.person import person_hash
from common.operations.appointments.errors import (
    AppointmentOver,
    CheckedInBefore,
    NotAChannel,
    NotAPhone,
    NotAReference,
    UnknownAppointment,
)
from common.operations.appointments.no_shows import count_no_shows
from common.operations.appointments.rules import (
    Wish,
    faults_of_day,
    faults_of_wish,
    places_of_day,
)
from common.operations.ids import new_appointment_code
from common.operations.journey import done_before
from common.store import ReadTransaction, Store, WriteTransaction

THE_HALL = "hall"
"""The channel of what is booked in the hall itself."""
_TAIL = 4
_LONGEST_CHANNEL = 32
_LONGEST_REFERENCE = 64
_ID_NUMBER = re.compile(r"[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx]")
"""An identity card's number: area, date of birth, order, check (GB 11643-1999)."""


def free_slots(store: Store, service: str, day: date | None = None) -> tuple[SlotPlaces, ...]:
    """The half hours that can be booked for `service`, on `day` or on all days that can be booked.

    Full ones are among them, with no places left. Raises UnknownService, NotBookable and, for a
    `day`, DayNotBookable, DayOff and ServiceNotThatDay.
    """
    with store.read() as tx:
        wanted = tx.hall.service(service)
        days = bookable_days(tx.hall.calendar, tx.today, tx.hall.rules.appointments)
        asked = day or next((d for d in days if tx.hall.is_done_on(wanted, d)), tx.today)
        for fault in faults_of_day(tx, wanted, asked):
            raise fault
        return tuple(
            slot
            for one in ([day] if day else days)
            if tx.hall.is_done_on(wanted, one)
            for slot in places_of_day(tx, wanted, one)
        )


def book(
    store: Store,
    service: str,
    day: date,
    slot: time,
    *,
    appointment: AppointmentId,
    person: str | None = None,
    phone: str = "",
    channel: str = THE_HALL,
    reference: str | None = None,
    clerk: ClerkLogin | None = None,
    kiosk: KioskCode | None = None,
) -> Appointment:
    """Keep a place in the half hour from `slot` (hall time) on `day` for one person.

    `appointment` is the client's id of the intent: repeating it answers with the same appointment.
    `person` is an ID or telephone number; it is never required and never stored, only a keyed hash
    of it; of `phone` only the last four digits. `reference` is the outside `channel`'s own id;
    `kiosk` is where the person booked without a clerk.

    Raises, in this order, NotBookable, DayNotBookable, DayOff, ServiceNotThatDay, NoSuchSlot,
    SlotFull, BookingBarred, PersonBlocked and BookedBefore; UnknownService, NotAnIdentity,
    NotAPhone, NotAChannel, NotAReference.
    """
    tail, channel, reference = phone_tail(phone), named(channel), referred(reference)
    with store.write() as tx:
        known = tx.appointments.by_id(appointment)
        if known is not None:
            return known
        done_before(tx, RequestId(appointment), Act.BOOK)
        count_no_shows(tx)
        who = person_hash(tx.person_key(), person) if person is not None else None
        wish = Wish(tx.hall.service(service), day, slot, who)
        for fault in faults_of_wish(tx, wish):
            raise fault
        return keep_place(
            tx,
            wish,
            appointment=appointment,
            tail=tail,
            channel=channel,
            reference=reference,
            clerk=clerk,
            kiosk=kiosk,
        )


def keep_place(
    tx: WriteTransaction,
    wish: Wish,
    *,
    appointment: AppointmentId,
    tail: str,
    channel: str,
    reference: str | None,
    clerk: ClerkLogin | None = None,
    kiosk: KioskCode | None = None,
) -> Appointment:
    """Book what no rule is against, inside a transaction that is under way."""
    new = Appointment(
        id=appointment,
        code=_unused_code(tx),
        day=wish.day,
        slot=wish.slot,
        queue=wish.service.queue,
        service=wish.service.code,
        person=wish.person,
        phone_tail=tail,
        channel=channel,
        reference=reference,
        state=AppointmentState.BOOKED,
        booked_at=tx.now,
    )
    tx.appointments.add(new)
    facts = place_facts(new) | ({"kiosk": kiosk} if kiosk else {})
    tx.record_act(Act.BOOK, clerk=clerk, request=RequestId(appointment), facts=facts)
    return new


def cancel_appointment(
    store: Store,
    code: str,
    reason: str = "",
    *,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Appointment:
    """Give the place back; others may book it at once. Cancelling again changes nothing.

    Raises UnknownAppointment, CheckedInBefore and AppointmentOver.
    """
    with store.write() as tx:
        done = done_before(tx, request, Act.UNBOOK)
        if done is not None:
            return _by_id(tx, AppointmentId(done.facts["appointment"]))
        count_no_shows(tx)
        return give_place_back(tx, appointment_coded(tx, code), reason, clerk, request)


def give_place_back(
    tx: WriteTransaction,
    one: Appointment,
    reason: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Appointment:
    """The same inside a transaction that is under way; who did not come was counted before."""
    if one.state is AppointmentState.CANCELLED:
        return one
    if one.state is AppointmentState.CHECKED_IN:
        raise CheckedInBefore(number=number_of(tx, one))
    if one.state is AppointmentState.NO_SHOW:
        raise AppointmentOver(slot=slot_words(one.slot), day=one.day)
    cancelled = replace(one, state=AppointmentState.CANCELLED, ended_at=tx.now)
    tx.appointments.change(cancelled)
    tx.record_act(
        Act.UNBOOK,
        clerk=clerk,
        request=request,
        facts={**place_facts(one), "reason": {"zh": reason, "en": reason}},
    )
    return cancelled


def find_appointments(
    store: Store,
    *,
    code: str | None = None,
    phone_tail: str | None = None,
    first: date | None = None,
    last: date | None = None,
) -> tuple[Appointment, ...]:
    """Appointments by half hour: that of a `code`, else those of the days from `first` to `last`.

    The days are today unless given; `phone_tail` leaves those booked with these last four digits.
    Raises UnknownAppointment for a code that is none.
    """
    with store.read() as tx:
        if code is not None:
            return (appointment_coded(tx, code),)
        begin = first or tx.today
        end = max(begin, last or begin)
        if phone_tail is not None and begin == end:
            return tuple(tx.appointments.with_phone_tail(begin, phone_tail))
        found: Sequence[Appointment] = tuple(tx.appointments.on_days(begin, end))
        return tuple(one for one in found if phone_tail in (None, one.phone_tail))


def appointment_coded(tx: ReadTransaction, code: str) -> Appointment:
    """The appointment with this code, or with this id. Raises UnknownAppointment."""
    typed = code.strip()
    found = tx.appointments.by_code(typed.upper()) or tx.appointments.by_id(
        AppointmentId(typed.lower())
    )
    if found is None:
        raise UnknownAppointment(given=typed[:_LONGEST_CHANNEL])
    return found


def number_of(tx: ReadTransaction, one: Appointment) -> TicketNumber:
    """The number that was given at check-in."""
    ticket = tx.ticket(one.ticket) if one.ticket else None
    assert ticket is not None, "whoever checked in has a number"
    return ticket.number


def phone_tail(phone: str) -> str:
    """The last four digits of `phone`; empty for none. Raises NotAPhone."""
    digits = "".join(sign for sign in phone if sign.isdecimal())
    if phone.strip() and len(digits) < _TAIL:
        raise NotAPhone
    return digits[-_TAIL:]


def named(channel: str) -> str:
    """The name of a channel as stored. Raises NotAChannel."""
    name = channel.strip()
    if not 1 <= len(name) <= _LONGEST_CHANNEL or not name.isprintable():
        raise NotAChannel
    return name


def referred(reference: str | None) -> str | None:
    """A channel's own id as stored. Raises NotAReference, also when it would name a person."""
    if reference is None:
        return None
    own = reference.strip()
    if not 1 <= len(own) <= _LONGEST_REFERENCE or not own.isprintable() or _ID_NUMBER.search(own):
        raise NotAReference
    return own


def place_facts(one: Appointment) -> dict[str, str]:
    """What the record says of an appointment: nothing about the person."""
    return {
        "appointment": one.id,
        "day": one.day.isoformat(),
        "slot": f"{one.slot:%H:%M}",
        "queue": one.queue,
        "service": one.service,
        "channel": one.channel,
    }


def _by_id(tx: ReadTransaction, appointment: AppointmentId) -> Appointment:
    found = tx.appointments.by_id(appointment)
    assert found is not None, "appointments are never deleted"
    return found


def _unused_code(tx: ReadTransaction) -> str:
    while True:
        code = new_appointment_code()
        if tx.appointments.by_code(code) is None:
            return code
