"""Somebody with an appointment has come: give them their number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from common.domain.appointment import (
    Appointment,
    AppointmentState,
    Arrival,
    arrival,
    slot_words,
)
from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.hall import ORDINARY
from common.domain.ids import ClassCode, ClerkLogin, RequestId, TicketId
from common.domain.print_job import PrintJob
from common.domain.route import plan_services
from common.operations.appointments.booking import appointment_coded, number_of, place_facts
from common.operations.appointments.errors import (
    AppointmentCancelled,
    AppointmentEarly,
    AppointmentOver,
    CheckedInBefore,
)
from common.operations.appointments.no_shows import count_no_shows
from common.operations.errors import HallClosed, IssuingOver, QuotaUsed
from common.operations.issuing import begin_slip, give_number, issued_before, record_refusal
from common.operations.issuing_rules import broken_rules
from common.operations.journey import done_before
from common.operations.results import Issued
from common.store import ReadTransaction, Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A number for somebody who booked."""

    issued: Issued
    appointment: Appointment
    late: bool
    """Came after the grace: the number is a walk-in's."""


def check_in(
    store: Store,
    code: str,
    *,
    ticket: TicketId,
    by: str = "",
    clerk: ClerkLogin | None = None,
    slip: PrintJob | None = None,
) -> CheckedIn:
    """Give the number of an appointment, found by its code or id.

    `ticket` is the client's id of the intent: repeating it answers with the same number. In time,
    the number stands in the lane of appointments from the start of its half hour, or from now when
    that is later; no quota and no issuing hours stand against it. Whoever comes later than the
    grace becomes a walk-in of now, without quota, and is not counted as not come. `slip` is the
    print job that is begun next: it is written down with the number.

    Raises UnknownAppointment, AppointmentEarly (which says when), AppointmentOver on another day,
    AppointmentCancelled, CheckedInBefore; and, recorded, what `issue` raises of the other rules.
    """
    with store.write() as tx:
        known = tx.ticket(ticket)
        booked = tx.appointments.of_ticket(ticket)
        if known is not None and booked is not None:
            late = known.priority != _lane(tx)
            begin_slip(tx, slip)
            return CheckedIn(issued_before(tx, known), booked, late)
        done_before(tx, RequestId(ticket), Act.CHECK_IN)
        count_no_shows(tx)
        one = appointment_coded(tx, code)
        late = arrives_late(tx, one)
        lane = ORDINARY if late else _lane(tx)
        refusal = _rule_against(tx, one, late)
        if refusal is None:
            given = _give_number(tx, one, lane, ticket=ticket, late=late, by=by, clerk=clerk)
            begin_slip(tx, slip)
            return given
    record_refusal(store, refusal, [one.service], priority=lane, by=by)
    raise refusal


def may_check_in(store: Store, code: str, *, ticket: TicketId, by: str = "") -> None:
    """Whether `check_in` would give this number now; raises and records what it would."""
    with store.read() as tx:
        if tx.ticket(ticket) is not None:
            return
        one = appointment_coded(tx, code)
        late = arrives_late(tx, one)
        refusal = _rule_against(tx, one, late)
        lane = ORDINARY if late else _lane(tx)
    if refusal is not None:
        record_refusal(store, refusal, [one.service], priority=lane, by=by)
        raise refusal


def arrives_late(tx: ReadTransaction, one: Appointment) -> bool:
    """Whether the grace is over. Raises what stands against checking in now."""
    told = {"slot": slot_words(one.slot), "day": one.day}
    if one.state is AppointmentState.CANCELLED:
        raise AppointmentCancelled(**told)
    if one.state is AppointmentState.CHECKED_IN:
        raise CheckedInBefore(number=number_of(tx, one))
    if one.day < tx.today:
        raise AppointmentOver(**told)
    zone, rules = ZoneInfo(tx.hall.time_zone), tx.hall.rules.appointments
    start = one.starts(zone)
    came = arrival(start, tx.now, rules)
    if one.day > tx.today or came is Arrival.EARLY:
        opens = (start - rules.check_in_before).astimezone(zone)
        raise AppointmentEarly(**told, opens=_shown(opens, tx.today == one.day))
    return came is Arrival.LATE


def _rule_against(tx: ReadTransaction, one: Appointment, late: bool) -> JiaohaoError | None:
    """The first rule of issuing that holds for people who booked too."""
    waived: tuple[type[JiaohaoError], ...] = (QuotaUsed,)
    if not late and tx.hall.calendar.plan(tx.today).work:
        waived = (QuotaUsed, IssuingOver, HallClosed)
    route = plan_services(tx.hall, [tx.hall.service(one.service).code])
    rules = broken_rules(tx, route, one.person)
    return next((rule for rule in rules if not isinstance(rule, waived)), None)


def _give_number(
    tx: WriteTransaction,
    one: Appointment,
    lane: ClassCode,
    *,
    ticket: TicketId,
    late: bool,
    by: str,
    clerk: ClerkLogin | None,
) -> CheckedIn:
    start = one.starts(ZoneInfo(tx.hall.time_zone))
    issued = give_number(
        tx,
        [one.service],
        ticket=ticket,
        priority=lane,
        by=by,
        clerk=clerk,
        person=one.person,
        ready_at=None if late else max(start, tx.now),
    )
    kept = replace(one, state=AppointmentState.CHECKED_IN, ended_at=tx.now, ticket=ticket)
    tx.appointments.change(kept)
    told = kept.told_late if late else kept.told
    tx.record_act(
        Act.CHECK_IN,
        clerk=clerk,
        ticket=tx.ticket(ticket),
        facts={**place_facts(kept), "late": late, "reason": {"zh": told.zh, "en": told.en}},
    )
    return CheckedIn(issued, kept, late)


def _lane(tx: ReadTransaction) -> ClassCode:
    """Where people with an appointment stand; with the walk-ins in a hall without such a lane."""
    lane = tx.hall.appointment_class
    return lane.code if lane else ORDINARY


def _shown(opens: datetime, today: bool) -> str:
    return f"{opens:%H:%M}" if today else f"{opens:%Y-%m-%d %H:%M}"
