"""What a clerk sees at a counter: one short read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from common.domain.calls import calls_left, next_call_at
from common.domain.event import Act, Event
from common.domain.hall import (
    Counter,
    CounterKind,
    Hall,
    Material,
    PriorityClass,
    Queue,
    Rules,
    Service,
)
from common.domain.ids import CounterCode, QueueCode, TicketId, TicketNumber
from common.domain.line import order_of_calling
from common.domain.pause import Pause
from common.domain.session import Role, Session
from common.domain.text import Text
from common.domain.ticket import HoldKind, Leg, LegState, Move
from common.operations.appointments.marks import appointment_mark
from common.operations.at_counter import turns_here
from common.operations.help import HelpNow, help_now
from common.operations.kiosks import KioskNow, kiosks_now
from common.store import ReadTransaction, Store


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One stop of the ticket's route."""

    queue: Queue
    state: LegState
    counter: CounterCode | None
    services: tuple[Service, ...]
    current: bool
    returns_to: CounterCode | None = None
    """An expert was asked here: the person goes back to this counter afterwards."""


@dataclass(frozen=True, slots=True)
class DeskTicket:
    """A person in front of the clerk, on hold, or missed."""

    ticket: TicketId
    number: TicketNumber
    state: LegState
    services: tuple[Service, ...]
    priority: PriorityClass
    appointment: Text | None
    """The half hour that was booked; None for a walk-in."""
    route: tuple[RouteStep, ...]
    materials: tuple[Material, ...]
    issued_at: datetime
    ready_at: datetime
    called_at: datetime | None
    last_called_at: datetime | None
    times_called: int
    serving_since: datetime | None
    held_since: datetime | None
    held_seconds: int
    reason: Text | None
    """Why this number was called before the others."""
    note: str
    """What a colleague wrote when transferring or holding it."""
    calls_left: int = 0
    """So many calls are still owed before it counts as missed."""
    next_call_at: datetime | None = None
    """From then on it may be called again or marked as missed."""
    hold_kind: HoldKind | None = None
    overdue_at: datetime | None = None
    """When the time of its hold is over; None while it is not on hold."""
    notices: int = 0
    """One-time notices that the person was given."""


@dataclass(frozen=True, slots=True)
class DeskHeld:
    """Someone on hold at another counter who may come back to any counter of the queue."""

    number: TicketNumber
    counter: CounterCode
    services: tuple[Service, ...]
    held_since: datetime


@dataclass(frozen=True, slots=True)
class DeskWaiting:
    """Someone whom this counter may call."""

    number: TicketNumber
    queue: QueueCode
    priority: PriorityClass
    services: tuple[Service, ...]
    ready_at: datetime
    only_counter: CounterCode | None
    only_kind: CounterKind | None
    """The kind of counter that the person chose, this one's among them."""


@dataclass(frozen=True, slots=True)
class DeskView:
    now: datetime
    time_zone: str
    hall_name: Text
    counter: Counter
    queues: tuple[Queue, ...]
    """Those that the clerk may call: the counter's, in its order, and what it takes besides."""
    session: Session | None
    current: DeskTicket | None
    waiting: tuple[DeskWaiting, ...]
    """In the order in which this counter would call them."""
    held: tuple[DeskTicket, ...]
    """Held at this counter, the longest first."""
    held_elsewhere: tuple[DeskHeld, ...]
    """Held at other counters, but free to go on here."""
    missed: tuple[DeskTicket, ...]
    """Missed today in the queues that the clerk may call; newest first."""
    served_today: int
    limits: Rules
    pause: Pause | None = None
    """Why and since when this counter serves nobody; None while it is open."""
    extra: tuple[Queue, ...] = ()
    """The queues that it takes for now besides its own."""
    kiosks: tuple[KioskNow, ...] = ()
    """How the kiosks are, for those who look after them: guides and above."""
    help_calls: tuple[HelpNow, ...] = ()
    """Who asks for a helper at a kiosk, for the same people."""


def desk(store: Store, counter: CounterCode) -> DeskView:
    """Everything that the clerk at `counter` needs to see. Raises UnknownCounter."""
    with store.read() as tx:
        here = tx.hall.counter(counter)
        session = tx.staff.session_at(here.code)
        clerk = session.clerk if session else None
        served = tx.queues_served(here.code, clerk)
        current = tx.leg_at(here.code)
        aside = tx.set_aside()
        held = tx.counters.held_at(here.code)
        missed = [leg for leg in aside if leg.state is LegState.MISSED and leg.queue in served]
        waiting = tx.waiting_for(here.code, clerk)
        return DeskView(
            now=tx.now,
            time_zone=tx.hall.time_zone,
            hall_name=tx.hall.name,
            counter=here,
            queues=_queues(tx.hall.with_former, here, served),
            session=session,
            current=_desk_ticket(tx, current) if current else None,
            waiting=tuple(
                _waiting(tx.hall.with_former, leg)
                for leg in order_of_calling(tx.hall, here, waiting, turns_here(tx, here))
            ),
            held=tuple(_desk_ticket(tx, leg) for leg in held),
            missed=tuple(_desk_ticket(tx, leg) for leg in _newest_first(missed)),
            held_elsewhere=_held_elsewhere(tx.hall.with_former, here, served, aside),
            served_today=tx.served_today(here.code),
            limits=tx.hall.rules,
            pause=tx.counters.pause_at(here.code),
            extra=tuple(map(tx.hall.with_former.queue, tx.counters.extra_queues_of(here.code))),
            kiosks=kiosks_now(tx) if _looks_after_kiosks(session) else (),
            help_calls=help_now(tx, here.code) if _looks_after_kiosks(session) else (),
        )


def _looks_after_kiosks(session: Session | None) -> bool:
    return session is not None and session.role.may_act_as(Role.GUIDE)


def _held_elsewhere(
    hall: Hall, here: Counter, served: Sequence[QueueCode], aside: Sequence[Leg]
) -> tuple[DeskHeld, ...]:
    return tuple(
        DeskHeld(
            number=leg.number,
            counter=leg.counter,
            services=tuple(hall.service(code) for code in leg.services),
            held_since=leg.held_since,
        )
        for leg in aside
        if leg.counter not in (None, here.code)
        and leg.held_since is not None
        and not leg.belongs_to_its_counter
        and leg.queue in served
    )


def _queues(hall: Hall, counter: Counter, served: Sequence[QueueCode]) -> tuple[Queue, ...]:
    own = [code for code in counter.queues if code in served]
    return tuple(hall.queue(code) for code in dict.fromkeys([*own, *served]))


def _newest_first(legs: list[Leg]) -> list[Leg]:
    return sorted(legs, key=lambda leg: leg.last_called_at or leg.ready_at, reverse=True)


def _waiting(hall: Hall, leg: Leg) -> DeskWaiting:
    return DeskWaiting(
        number=leg.number,
        queue=leg.queue,
        priority=hall.priority_class(leg.lane),
        services=tuple(hall.service(code) for code in leg.services),
        ready_at=leg.ready_at,
        only_counter=leg.only_counter,
        only_kind=leg.only_kind,
    )


def _desk_ticket(tx: ReadTransaction, leg: Leg) -> DeskTicket:
    hall = tx.hall.with_former
    ticket = tx.ticket(leg.ticket)
    assert ticket is not None
    events = tx.events_of(leg.ticket)
    return DeskTicket(
        ticket=leg.ticket,
        number=leg.number,
        state=leg.state,
        services=tuple(hall.service(code) for code in leg.services),
        priority=hall.priority_class(leg.lane),
        appointment=appointment_mark(tx, ticket),
        route=tuple(
            RouteStep(
                queue=hall.queue(step.queue),
                state=step.state,
                counter=step.counter or step.only_counter,
                services=tuple(hall.service(code) for code in step.services),
                current=step.id == leg.id,
                returns_to=step.returns_to,
            )
            for step in tx.legs_of(leg.ticket)
        ),
        materials=hall.materials_of(leg.services),
        issued_at=ticket.issued_at,
        ready_at=leg.ready_at,
        called_at=leg.called_at,
        last_called_at=leg.last_called_at,
        times_called=leg.times_called,
        serving_since=leg.serving_since,
        held_since=leg.held_since,
        held_seconds=leg.held_seconds,
        reason=_reason(events, leg),
        note=_note(events),
        calls_left=calls_left(leg, hall.rules),
        next_call_at=next_call_at(leg, hall.rules),
        hold_kind=leg.hold_kind,
        overdue_at=leg.held_since + hall.rules.hold_limit if leg.held_since else None,
        notices=sum(event.move is Act.NOTICE for event in events),
    )


def _reason(events: Sequence[Event], leg: Leg) -> Text | None:
    calls = [e for e in events if e.move is Move.CALL and e.leg == leg.id]
    return Text(**calls[-1].facts["reason"]) if calls else None


def _note(events: Sequence[Event]) -> str:
    return next((str(e.facts["note"]) for e in reversed(events) if e.facts.get("note")), "")
