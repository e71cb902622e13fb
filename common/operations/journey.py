"""What many verbs need: was it done before, and how the legs of one ticket depend on each other."""

from __future__ import annotations

from common.domain.event import Act, Event, in_words
from common.domain.ids import RequestId, TicketId
from common.domain.number import as_typed
from common.domain.ticket import ACTIVE, ENDED, Leg, LegState, Move, Ticket
from common.operations.errors import RequestReused, UnknownNumber
from common.store import ReadTransaction, WriteTransaction


def done_before(tx: WriteTransaction, request: RequestId | None, what: Move | Act) -> Event | None:
    """What this request did when it came before: repeating it repeats nothing.

    Raises RequestReused when it was something else.
    """
    event = event_of(tx, request)
    if event is not None and event.move is not what:
        raise RequestReused(request=request, move=in_words(event.move), number=event.number or "—")
    return event


def event_of(tx: ReadTransaction, request: RequestId | None) -> Event | None:
    """What this request did when it came before, whatever that was."""
    return tx.event_of(request) if request else None


def ticket_numbered(tx: ReadTransaction, number: str) -> Ticket:
    """The ticket with this number, as people type it. Raises UnknownNumber."""
    ticket = tx.ticket_numbered(as_typed(number))
    if ticket is None:
        raise UnknownNumber(number=as_typed(number))
    return ticket


def ticket_of(tx: WriteTransaction, leg: Leg) -> Ticket:
    ticket = tx.ticket(leg.ticket)
    assert ticket is not None, "the foreign key holds a ticket for every leg"
    return ticket


def is_at_a_counter(tx: WriteTransaction, ticket: Ticket) -> bool:
    """Whether the person is at a counter, or on hold at one, with any leg."""
    return any(leg.state in ACTIVE for leg in tx.legs_of(ticket.id))


def block_others(tx: WriteTransaction, ticket: Ticket, active: Leg) -> None:
    """Take the ticket's other waiting legs out of their lanes: a person is at one counter."""
    for leg in tx.legs_of(ticket.id):
        if leg.id != active.id and leg.state is LegState.WAITING:
            tx.record(leg, leg.block(), Move.BLOCK, day=ticket.day)


def go_on(tx: WriteTransaction, ticket: Ticket) -> None:
    """After a leg left its counter: free the blocked legs, and open the next stage when due."""
    if is_at_a_counter(tx, ticket):
        return
    legs = tx.legs_of(ticket.id)
    for leg in legs:
        if leg.state is LegState.BLOCKED:
            tx.record(leg, leg.unblock(), Move.UNBLOCK, day=ticket.day)
    planned = [leg for leg in legs if leg.state is LegState.PLANNED]
    if not planned:
        return
    next_stage = min(leg.stage for leg in planned)
    if all(leg.state in ENDED for leg in legs if leg.stage < next_stage):
        for leg in planned:
            if leg.stage == next_stage:
                tx.record(leg, leg.open(), Move.OPEN, day=ticket.day)


def leg_in(tx: WriteTransaction, ticket: TicketId, *wanted: LegState) -> Leg:
    """The ticket's leg in one of the `wanted` states; else the one that says most about it."""
    legs = tx.legs_of(ticket)
    found = next((leg for leg in legs if leg.state in wanted), None)
    return found or next((leg for leg in legs if leg.state not in ENDED), legs[-1])
