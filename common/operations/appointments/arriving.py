"""Somebody says that they have an appointment: which one, and may they check in now?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from common.domain.appointment import Appointment
from common.domain.errors import JiaohaoError
from common.operations.appointments.booking import appointment_coded, phone_tail
from common.operations.appointments.checking_in import arrives_late
from common.operations.appointments.errors import NoneToCheckIn
from common.store import ReadTransaction, Store


@dataclass(frozen=True, slots=True)
class Arriving:
    """An appointment that may be checked in now."""

    appointment: Appointment
    late: bool
    """Came after the grace: the number will be a walk-in's."""


def arriving(store: Store, code: str) -> Arriving:
    """The appointment with this code or id. Nothing is recorded.

    Raises UnknownAppointment, AppointmentEarly (which says when), AppointmentOver,
    AppointmentCancelled, CheckedInBefore, UnknownService when the hall has given up what it is for.
    """
    with store.read() as tx:
        return _arriving(tx, appointment_coded(tx, code))


def arriving_with_phone(store: Store, digits: str) -> tuple[Arriving, ...]:
    """Today's appointments with these last four digits that may be checked in now, by half hour.

    Raises NotAPhone, and NoneToCheckIn: about any other appointment nothing is said.
    """
    tail = phone_tail(digits)
    with store.read() as tx:
        found = tuple(_checkable(tx, tail)) if tail else ()
    if not found:
        raise NoneToCheckIn
    return found


def _checkable(tx: ReadTransaction, tail: str) -> Iterator[Arriving]:
    for one in tx.appointments.with_phone_tail(tx.today, tail):
        try:
            yield _arriving(tx, one)
        except JiaohaoError:
            continue


def _arriving(tx: ReadTransaction, one: Appointment) -> Arriving:
    tx.hall.service(one.service)
    return Arriving(one, arrives_late(tx, one))
