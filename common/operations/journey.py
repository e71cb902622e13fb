"""How the legs of one ticket depend on each other."""

from __future__ import annotations

from common.domain.ids import TicketId
from common.domain.ticket import ACTIVE, ENDED, Leg, LegState, Move, Ticket
from common.store import WriteTransaction


def ticket_of(tx: WriteTransaction, leg: Leg) -> Ticket:
    ticket = tx.ticket(leg.ticket)
    assert ticket is not None, "the foreign key holds a ticket for every leg"
    return ticket


def block_others(tx: WriteTransaction, ticket: Ticket, active: Leg) -> None:
    """Take the ticket's other waiting legs out of their lanes: a person is at one counter."""
    for leg in tx.legs_of(ticket.id):
        if leg.id != active.id and leg.state is LegState.WAITING:
            tx.record(leg, leg.block(), Move.BLOCK, day=ticket.day)


def go_on(tx: WriteTransaction, ticket: Ticket) -> None:
    """After a leg left its counter: free the blocked legs, and open the next stage when due."""
    legs = tx.legs_of(ticket.id)
    if any(leg.state in ACTIVE for leg in legs):
        return
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
