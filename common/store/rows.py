"""Between the rows of the line's tables and the values of the domain."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from common.domain.event import Act, Event
from common.domain.hall import CounterKind
from common.domain.line import LaneHead
from common.domain.ticket import HoldKind, Leg, LegState, Move, Outcome, Ticket

Row = Any
"""A tuple in the order of the statement's columns."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_microseconds(at: datetime) -> int:
    """`at` (aware) as stored."""
    return (at - _EPOCH) // _MICROSECOND


def from_microseconds(stored_at: int) -> datetime:
    """The instant, aware UTC."""
    return _EPOCH + timedelta(0, 0, stored_at)


def instant(stored_at: int | None) -> datetime | None:
    return None if stored_at is None else from_microseconds(stored_at)


def stored(at: datetime | None) -> int | None:
    return None if at is None else to_microseconds(at)


def heads_of_rows(rows: Iterable[Row]) -> list[LaneHead]:
    """All at once, and past the constructor: a call of the next has one for every lane."""
    new, head, epoch, span = tuple.__new__, LaneHead, _EPOCH, timedelta
    return [
        new(
            head,
            (
                leg,
                ticket,
                number,
                queue,
                lane,
                epoch + span(0, 0, ready_at),
                order,
                bool(comes_back),
                None if hold_kind is None else HoldKind(hold_kind),
            ),
        )
        for leg, ticket, number, queue, lane, ready_at, order, comes_back, hold_kind in rows
    ]


def leg_of_row(row: Row) -> Leg:
    """From the order of `queries.LEG_COLUMNS`, which is that of the fields of `Leg`."""
    (
        leg,
        ticket,
        number,
        position,
        stage,
        queue,
        lane,
        services,
        state,
        ready_at,
        order,
        counter,
        only_counter,
        comes_back,
        called_at,
        last_called_at,
        times_called,
        serving_since,
        held_since,
        held_seconds,
        ended_at,
        reinstated,
        outcome,
        cases,
        hold_kind,
        returns_to,
        only_kind,
    ) = row
    return Leg(
        leg,
        ticket,
        number,
        position,
        stage,
        queue,
        lane,
        tuple(services.split()),
        LegState(state),
        from_microseconds(ready_at),
        order,
        counter,
        only_counter,
        bool(comes_back),
        instant(called_at),
        instant(last_called_at),
        times_called,
        instant(serving_since),
        instant(held_since),
        held_seconds,
        instant(ended_at),
        reinstated,
        None if outcome is None else Outcome(outcome),
        cases,
        None if hold_kind is None else HoldKind(hold_kind),
        returns_to,
        None if only_kind is None else CounterKind(only_kind),
    )


def new_leg_values(leg: Leg) -> dict[str, Any]:
    """All columns of a leg but the hall and the day."""
    return {
        "id": leg.id,
        "ticket": leg.ticket,
        "number": leg.number,
        "position": leg.position,
        "stage": leg.stage,
        "queue": leg.queue,
        "services": " ".join(leg.services),
        "day_order": leg.order,
        **moved_values(leg),
    }


def moved_values(leg: Leg) -> dict[str, Any]:
    """The columns that a move may change."""
    return {
        "state": leg.state.value,
        "lane": leg.lane,
        "ready_at": to_microseconds(leg.ready_at),
        "counter": leg.counter,
        "only_counter": leg.only_counter,
        "comes_back": leg.comes_back,
        "called_at": stored(leg.called_at),
        "last_called_at": stored(leg.last_called_at),
        "times_called": leg.times_called,
        "serving_since": stored(leg.serving_since),
        "held_since": stored(leg.held_since),
        "held_seconds": leg.held_seconds,
        "ended_at": stored(leg.ended_at),
        "reinstated": leg.reinstated,
        "outcome": leg.outcome.value if leg.outcome else None,
        "cases": leg.cases,
        "hold_kind": leg.hold_kind.value if leg.hold_kind else None,
        "returns_to": leg.returns_to,
        "only_kind": leg.only_kind.value if leg.only_kind else None,
    }


def ticket_of_row(row: Row) -> Ticket:
    """From the order of `queries.TICKET_COLUMNS`, which is that of the fields of `Ticket`."""
    ticket, number, day, order, priority, issued_at, *rest = row
    return Ticket(
        ticket,
        number,
        date.fromisoformat(day),
        order,
        priority,
        from_microseconds(issued_at),
        *rest,
    )


def new_ticket_values(ticket: Ticket) -> dict[str, Any]:
    return {
        "id": ticket.id,
        "number": ticket.number,
        "day": ticket.day.isoformat(),
        "day_order": ticket.order,
        "priority": ticket.priority,
        "issued_at": to_microseconds(ticket.issued_at),
        "code": ticket.code,
        "bundle": ticket.bundle,
        "issued_by": ticket.issued_by,
        "person": ticket.person,
    }


_WHAT: dict[str, Move | Act] = {what.value: what for kind in (Move, Act) for what in kind}


def event_of_row(row: Row) -> Event:
    """From the order of `queries.EVENT_COLUMNS`, which is that of the fields of `Event`."""
    (
        sequence,
        move,
        at,
        day,
        ticket,
        leg,
        number,
        counter,
        clerk,
        request,
        facts,
        event_hash,
    ) = row
    return Event(
        sequence,
        _WHAT[move],
        from_microseconds(at),
        date.fromisoformat(day),
        ticket,
        leg,
        number,
        counter,
        clerk,
        request,
        json.loads(facts),
        event_hash,
    )
