"""Somebody asks how their errand stands, and shows that it is theirs.

The code of a slip opens everything; a number with the telephone that was given for it does not take
a number away from anybody. Neither says whether a number that does not fit exists.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import date
from typing import Any

from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.hall import Hall
from common.domain.ids import CounterCode, TicketId, TicketNumber
from common.domain.number import as_typed
from common.domain.person import person_hash
from common.domain.scanned import CodeKind, scanned_code
from common.domain.text import Text
from common.domain.ticket import ACTIVE, ENDED, Leg, LegState, Outcome, Ticket, ticket_state
from common.operations.appointments.booking import phone_tail
from common.operations.missing import why_not_back
from common.operations.opinions import may_rate
from common.operations.views import OpenNumber, standing_of
from common.store import ReadTransaction, Store

_NOW = (*ACTIVE, LegState.WAITING, LegState.MISSED, LegState.BLOCKED, LegState.PLANNED)
"""Which leg a person thinks of first."""


class UnknownCode(JiaohaoError):
    code = "unknown_code"
    en = "No number has this code. Scan the slip once more, or ask the guide desk."
    zh = "没有找到这个码对应的号。请重新扫描号票，或咨询导办台。"


class NotTheirNumber(JiaohaoError):
    """It says the same whether the number or the telephone is wrong."""

    code = "not_their_number"
    en = (
        "No number of today was taken with this mobile number. "
        "Check both, scan the code on the slip, or ask the guide desk."
    )
    zh = "今天没有用此手机号取过这个号。请核对后重试、扫描号票上的码，或咨询导办台。"


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the errand."""

    queue: Text
    zone_code: str
    zone: Text
    floor: int
    counters: tuple[CounterCode, ...]
    """Those that may call it, or the one that did and still counts."""
    services: tuple[Text, ...]
    state: LegState
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """How one errand stands, for whose it is."""

    ticket: TicketId
    number: TicketNumber
    day: date
    of_today: bool
    services: tuple[Text, ...]
    state: LegState
    steps: tuple[Step, ...]
    now: int | None
    """Which of the steps is the one to think of; None when all are over."""
    standing: OpenNumber | None
    """Place in line and slip; None when it is over or of another day."""
    not_back: JiaohaoError | None
    """Why the number, which was missed, does not come back."""
    may_come_back: bool
    may_be_cancelled: bool
    """Nobody at a counter is busy with it, and its person has shown the code."""
    may_be_rated: bool
    """Something of it is done, nobody has rated it yet, and its person has shown the code."""
    missing: tuple[Text, ...]
    """What the latest one-time notice says is missing."""
    remark: str
    """What the clerk added to it."""
    promised: date | None
    """The day by which it will be done, as the receipt says."""


def enquire(store: Store, code: str) -> Enquiry:
    """How the errand of this slip stands, of whatever day. Raises UnknownCode."""
    read = scanned_code(code)
    with store.read() as tx:
        known = tx.ticket_coded(read.code) if read and CodeKind.TICKET in read.may_be else None
        if known is None:
            raise UnknownCode
        return _enquiry(tx, known, shown=True)


def enquire_with_phone(store: Store, number: str, phone: str) -> Enquiry:
    """The same for a number of today that was taken with this mobile number.

    That of an appointment is known by its last four digits. Raises NotTheirNumber, NotAnIdentity.
    """
    with store.read() as tx:
        who = person_hash(tx.person_key(), phone)
        ticket = tx.ticket_numbered(as_typed(number), tx.today)
        if ticket is None or not _is_of(tx, ticket, who, phone_tail(phone)):
            raise NotTheirNumber
        return _enquiry(tx, ticket, shown=False)


def _is_of(tx: ReadTransaction, ticket: Ticket, who: str, tail: str) -> bool:
    if ticket.person is not None and hmac.compare_digest(ticket.person, who):
        return True
    booked = tx.appointments.of_ticket(ticket.id)
    return booked is not None and booked.phone_tail != "" and booked.phone_tail == tail


def _enquiry(tx: ReadTransaction, ticket: Ticket, *, shown: bool) -> Enquiry:
    legs = tx.legs_of(ticket.id)
    state = ticket_state(legs)
    today = ticket.day == tx.today
    is_open = today and any(leg.state not in ENDED for leg in legs)
    missed = next((leg for leg in legs if leg.state is LegState.MISSED), None)
    not_back = why_not_back(missed, tx.hall.rules) if missed else None
    notice = _latest(tx, ticket, Act.NOTICE)
    receipt = _latest(tx, ticket, Act.RECEIPT)
    hall = tx.hall.with_former
    bundle = hall.bundle(ticket.bundle) if ticket.bundle else None
    return Enquiry(
        ticket=ticket.id,
        number=ticket.number,
        day=ticket.day,
        of_today=today,
        services=(bundle.name,) if bundle else _names(hall, legs),
        state=state,
        steps=tuple(_step(hall, leg) for leg in legs),
        now=_now(legs) if is_open else None,
        standing=standing_of(tx, ticket) if is_open else None,
        not_back=not_back,
        may_come_back=is_open and missed is not None and not_back is None,
        may_be_cancelled=shown and is_open and not any(leg.state in ACTIVE for leg in legs),
        may_be_rated=shown and may_rate(tx, ticket.id),
        missing=tuple(hall.material(code).name for code in notice.get("missing", ())),
        remark=str(notice.get("remark", "")),
        promised=date.fromisoformat(day) if (day := receipt.get("promised")) else None,
    )


def _now(legs: list[Leg]) -> int | None:
    return next(
        (place for state in _NOW for place, leg in enumerate(legs) if leg.state is state), None
    )


def _latest(tx: ReadTransaction, ticket: Ticket, act: Act) -> dict[str, Any]:
    told = [event.facts for event in tx.events_of(ticket.id) if event.move is act]
    return dict(told[-1]) if told else {}


def _step(hall: Hall, leg: Leg) -> Step:
    queue = hall.queue(leg.queue)
    zone = hall.place_of(queue.code, leg.only_kind)
    where = leg.only_counter if leg.state is LegState.MISSED else leg.counter or leg.only_counter
    kind = leg.only_kind
    counters = (where,) if where else tuple(c.code for c in hall.main_counters_of(queue.code, kind))
    return Step(
        queue=queue.name,
        zone_code=zone.code,
        zone=zone.name,
        floor=zone.floor,
        counters=counters,
        services=_names(hall, [leg]),
        state=leg.state,
        outcome=leg.outcome,
    )


def _names(hall: Hall, legs: list[Leg]) -> tuple[Text, ...]:
    return tuple(hall.service(code).name for leg in legs for code in leg.services)
