"""Smaller snapshots: the hall, the line, one ticket's story, what the kiosk's pages show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from common.domain.calendar import Closure
from common.domain.estimate import WaitRange
from common.domain.event import Event
from common.domain.hall import CounterKind, Hall, Queue
from common.domain.ids import (
    ClassCode,
    CounterCode,
    LegId,
    QueueCode,
    ServiceCode,
    TicketId,
    TicketNumber,
)
from common.domain.number import as_typed
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.slip import PRACTICE_MARK, SlipFacts
from common.domain.text import Text
from common.domain.ticket import ACTIVE, Leg, LegState, Ticket, ticket_state
from common.operations.appointments.marks import appointment_mark
from common.operations.errors import UnknownNumber
from common.operations.waits import wait_of, wait_since_issue
from common.store import ReadTransaction, Store


@dataclass(frozen=True, slots=True)
class KioskView:
    """What the kiosk's pages need to know now."""

    hall: Hall
    closure: Closure | None
    """Why no numbers are issued now; None while they are."""
    waiting: Mapping[QueueCode, int]
    """People waiting in each queue."""
    now: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    number: TicketNumber
    leg: LegId
    lane: ClassCode
    ready_at: datetime
    services: tuple[ServiceCode, ...]
    only_counter: CounterCode | None
    only_kind: CounterKind | None
    """The kind of counter that its person chose; no other calls it."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One queue and who waits in it, by seniority with head start."""

    queue: Queue
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class OpenNumber:
    """Where a number stands that somebody has already."""

    ticket: TicketId
    facts: SlipFacts
    """What its slip says."""
    counter: CounterCode | None
    """Where it was called to, or is served."""
    ahead: int | None
    """People before it now; None when it waits nowhere."""
    wait: WaitRange | None
    """From now on; None while too little is known."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole story of one ticket."""

    ticket: Ticket
    state: LegState
    legs: tuple[Leg, ...]
    events: tuple[Event, ...]
    print_jobs: tuple[PrintJob, ...]


def hall(store: Store) -> Hall:
    """The hall as its file describes it."""
    with store.read() as tx:
        return tx.hall


def kiosk_view(store: Store) -> KioskView:
    with store.read() as tx:
        hall_time = tx.now.astimezone(ZoneInfo(tx.hall.time_zone))
        counts = tx.waiting_counts()
        return KioskView(
            hall=tx.hall,
            closure=tx.hall.calendar.closure(hall_time),
            waiting={queue.code: counts.get(queue.code, 0) for queue in tx.hall.queues},
            now=tx.now,
        )


def line(store: Store, queue: str | None = None) -> tuple[QueueLine, ...]:
    """Who waits in `queue`, or in every queue. Raises UnknownQueue."""
    with store.read() as tx:
        queues = (tx.hall.queue(queue),) if queue else tx.hall.queues
        waiting: dict[QueueCode, list[Leg]] = {q.code: [] for q in queues}
        for leg in tx.waiting(queue=queues[0].code if queue else None):
            waiting[leg.queue].append(leg)
        turn = _turn(tx.hall)
        return tuple(
            QueueLine(q, tuple(map(_waiting, sorted(waiting[q.code], key=turn)))) for q in queues
        )


def timeline(store: Store, number: str, day: date | None = None) -> Timeline:
    """The ticket with this number on `day` (today unless given). Raises UnknownNumber."""
    with store.read() as tx:
        ticket = _ticket(tx, number, day)
        legs = tx.legs_of(ticket.id)
        return Timeline(
            ticket=ticket,
            state=ticket_state(legs),
            legs=tuple(legs),
            events=tuple(tx.events_of(ticket.id)),
            print_jobs=tuple(tx.paper.jobs_of(ticket.id)),
        )


def slip_facts(store: Store, number: str, day: date | None = None) -> SlipFacts:
    """What the slip of this number says. Raises UnknownNumber.

    It is a second one (补打) when an earlier job ended and may have left one on paper.
    """
    with store.read() as tx:
        ticket = _ticket(tx, number, day)
        earlier = any(
            job.paper is PaperKind.SLIP and job.state not in (None, PrintState.FAILED)
            for job in tx.paper.jobs_of(ticket.id)
        )
        return replace(_slip_facts(tx, ticket), reprint=earlier)


def open_number(store: Store, number: str) -> OpenNumber:
    """Where this number of today stands now. Raises UnknownNumber."""
    with store.read() as tx:
        return standing_of(tx, _ticket(tx, number, None))


def standing_of(tx: ReadTransaction, ticket: Ticket) -> OpenNumber:
    """The same inside a transaction that is under way."""
    legs = tx.legs_of(ticket.id)
    waiting = next((leg for leg in legs if leg.state is LegState.WAITING), None)
    return OpenNumber(
        ticket=ticket.id,
        facts=_slip_facts(tx, ticket),
        counter=next((leg.counter for leg in legs if leg.state in ACTIVE), None),
        ahead=_ahead(tx, waiting) if waiting else None,
        wait=wait_of(tx, waiting) if waiting else None,
    )


def _slip_facts(tx: ReadTransaction, ticket: Ticket) -> SlipFacts:
    legs = tx.legs_of(ticket.id)
    first = legs[0]
    hall = tx.hall.with_former
    queue = hall.queue(first.queue)
    zone = hall.place_of(queue.code, first.only_kind)
    services = [code for leg in legs for code in leg.services]
    bundle = hall.bundle(ticket.bundle) if ticket.bundle else None
    names = (bundle.name,) if bundle else tuple(hall.service(c).name for c in services)
    wait = wait_since_issue(tx, ticket, legs)
    return SlipFacts(
        hall=hall.name,
        number=ticket.number,
        services=names,
        queue=queue.name,
        zone_code=zone.code,
        zone=zone.name,
        floor=zone.floor,
        counters=tuple(c.code for c in hall.main_counters_of(queue.code, first.only_kind)),
        ahead=tx.ahead_at_issue(ticket.id),
        wait_minutes=(wait.shortest, wait.longest) if wait else None,
        issued_at=ticket.issued_at.astimezone(ZoneInfo(hall.time_zone)),
        marks=(PRACTICE_MARK, *_marks(tx, ticket)) if hall.practice else _marks(tx, ticket),
        bring=tuple(material.name for material in hall.materials_of(services)),
        rules=hall.slip_rules,
        code=ticket.code,
        phone=hall.phone,
        template=hall.slip,
    )


def _ahead(tx: ReadTransaction, leg: Leg) -> int:
    """People who stand before `leg` in its queue, by seniority with head start."""
    turn = _turn(tx.hall)
    return sum(turn(other) < turn(leg) for other in tx.waiting(queue=leg.queue))


def _turn(hall: Hall) -> Callable[[Leg], tuple[datetime, int]]:
    """What sorts a queue by seniority with head start."""
    return lambda leg: (leg.ready_at - hall.priority_class(leg.lane).head_start, leg.order)


def _marks(tx: ReadTransaction, ticket: Ticket) -> tuple[Text, ...]:
    """What is framed on the slip: the appointment, else the class."""
    mark = appointment_mark(tx, ticket)
    if mark is not None:
        return (mark,)
    lane = tx.hall.with_former.priority_class(ticket.priority)
    return (lane.name,) if lane.head_start or lane.break_glass else ()


def _ticket(tx: ReadTransaction, number: str, day: date | None) -> Ticket:
    ticket = tx.ticket_numbered(as_typed(number), day)
    if ticket is None:
        raise UnknownNumber(number=as_typed(number))
    return ticket


def _waiting(leg: Leg) -> Waiting:
    return Waiting(
        leg.number,
        leg.id,
        leg.lane,
        leg.ready_at,
        leg.services,
        leg.only_counter,
        leg.only_kind,
    )
