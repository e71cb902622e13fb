"""Who booked a place in which half hour, and who came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from common.domain.appointment import Appointment, AppointmentState
from common.domain.ids import AppointmentId, QueueCode, ServiceCode, TicketId
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_COLUMNS = (
    "id, code, day, slot, queue, service, person, phone_tail, channel, reference, state, "
    "booked_at, ended_at, ticket"
)
_APPOINTMENT = f"SELECT {_COLUMNS} FROM appointment"

BY_ID = f"{_APPOINTMENT} WHERE id = :id AND hall = :hall"
BY_CODE = f"{_APPOINTMENT} WHERE hall = :hall AND code = :code"
BY_REFERENCE = f"""
    {_APPOINTMENT} WHERE hall = :hall AND channel = :channel AND reference = :reference
"""
OF_TICKET = f"{_APPOINTMENT} WHERE ticket = :ticket"
ON_DAYS = f"""
    {_APPOINTMENT} WHERE hall = :hall AND day >= :first AND day <= :last
    ORDER BY day, slot, booked_at, id
"""
WITH_PHONE_TAIL = f"""
    {_APPOINTMENT} WHERE hall = :hall AND day = :day AND phone_tail = :phone_tail
    ORDER BY slot, booked_at, id
"""
OF_PERSON = f"""
    {_APPOINTMENT} WHERE hall = :hall AND person = :person AND day >= :since
    ORDER BY day, slot
"""
NOT_CLAIMED = f"""
    {_APPOINTMENT} WHERE hall = :hall AND state = 'booked' AND day < :day
    UNION ALL
    {_APPOINTMENT} WHERE hall = :hall AND state = 'booked' AND day = :day AND slot <= :slot
"""
"""Booked, and the half hour began at `:slot` of `:day` or before."""
BOOKED_SERVICES = """
    SELECT service, queue, count(*) FROM appointment
    WHERE hall = :hall AND state = 'booked' GROUP BY service, queue
"""
BOOKED_BY_SLOT = """
    SELECT slot, count(*) FROM appointment
    WHERE hall = :hall AND day = :day AND queue = :queue AND state <> 'cancelled' GROUP BY slot
"""

_ADD = f"""
    INSERT INTO appointment ({_COLUMNS}, hall)
    VALUES ({", ".join(f":{name.strip()}" for name in _COLUMNS.split(","))}, :hall)
"""
_CHANGE = """
    UPDATE appointment SET day = :day, slot = :slot, queue = :queue, service = :service,
        person = :person, phone_tail = :phone_tail, state = :state, ended_at = :ended_at,
        ticket = :ticket
    WHERE id = :id AND hall = :hall
"""


class Appointments:
    """Questions about appointments."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def by_id(self, appointment: AppointmentId) -> Appointment | None:
        return self._one(BY_ID, id=appointment)

    def by_code(self, code: str) -> Appointment | None:
        return self._one(BY_CODE, code=code)

    def by_reference(self, channel: str, reference: str) -> Appointment | None:
        """What an outside channel booked under its own id."""
        return self._one(BY_REFERENCE, channel=channel, reference=reference)

    def of_ticket(self, ticket: TicketId) -> Appointment | None:
        """The appointment for which this number was given at check-in."""
        return self._one(OF_TICKET, ticket=ticket)

    def on_days(self, first: date, last: date) -> Iterator[Appointment]:
        """All of these days, by half hour."""
        return self._all(ON_DAYS, first=first.isoformat(), last=last.isoformat())

    def with_phone_tail(self, day: date, phone_tail: str) -> Iterator[Appointment]:
        return self._all(WITH_PHONE_TAIL, day=day.isoformat(), phone_tail=phone_tail)

    def of_person(self, person: str, since: date) -> Iterator[Appointment]:
        """All that a person booked for `since` and later days, in order, whatever became of it."""
        return self._all(OF_PERSON, person=person, since=since.isoformat())

    def not_claimed(self, day: date, slot: time) -> Iterator[Appointment]:
        """Booked for a half hour that began at `slot` on `day` or earlier, and nobody came yet."""
        return self._all(NOT_CLAIMED, day=day.isoformat(), slot=_slot(slot))

    def booked_by_slot(self, queue: QueueCode, day: date) -> dict[time, int]:
        """How many booked each half hour and did not cancel, whether they came or not."""
        rows = self._link.rows(BOOKED_BY_SLOT, queue=queue, day=day.isoformat())
        return {time.fromisoformat(slot): int(count) for slot, count in rows}

    def booked_services(self) -> list[tuple[ServiceCode, QueueCode, int]]:
        """For which services how many are booked, and in which queue."""
        rows = self._link.rows(BOOKED_SERVICES)
        return [(service, queue, int(count)) for service, queue, count in rows]

    def _one(self, query: str, **values: Any) -> Appointment | None:
        return next(self._all(query, **values), None)

    def _all(self, query: str, **values: Any) -> Iterator[Appointment]:
        return map(_appointment, self._link.rows(query, **values))


class AppointmentChanges(Appointments):
    """What changes among the appointments."""

    def add(self, new: Appointment) -> None:
        self._link.change(
            _ADD,
            code=new.code,
            channel=new.channel,
            reference=new.reference,
            booked_at=to_microseconds(new.booked_at),
            **_values(new),
        )

    def change(self, now: Appointment) -> None:
        """Store all that may change of an appointment; code, channel and reference stay."""
        self._link.change(_CHANGE, **_values(now))


def _values(one: Appointment) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": one.day.isoformat(),
        "slot": _slot(one.slot),
        "queue": one.queue,
        "service": one.service,
        "person": one.person,
        "phone_tail": one.phone_tail,
        "state": one.state.value,
        "ended_at": stored(one.ended_at),
        "ticket": one.ticket,
    }


def _appointment(row: Any) -> Appointment:
    """From the order of the columns, which is that of the fields of `Appointment`."""
    one, code, day, slot, queue, service, person, tail, channel, reference, *fate = row
    state, booked_at, ended_at, ticket = fate
    return Appointment(
        one,
        code,
        date.fromisoformat(day),
        time.fromisoformat(slot),
        queue,
        service,
        person,
        tail,
        channel,
        reference,
        AppointmentState(state),
        from_microseconds(booked_at),
        instant(ended_at),
        ticket,
    )


def _slot(start: time) -> str:
    return f"{start:%H:%M}"
