"""What a counter may do now, and one move of the number that is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from common.domain.hall import Counter
from common.domain.ids import ClerkLogin, CounterCode, RequestId
from common.domain.ratio import Side, turns_that_count
from common.domain.ticket import Leg, Move
from common.operations.errors import CounterBusy, CounterIdle, CounterPaused
from common.operations.journey import done_before, event_of, go_on, ticket_of
from common.operations.results import Moved
from common.store import Foreseen, ReadTransaction, Store, WriteTransaction


def leg_here(tx: WriteTransaction, desk: Counter) -> Leg:
    """The leg at this counter; raises CounterIdle when there is none."""
    leg = tx.leg_at(desk.code)
    if leg is None:
        raise CounterIdle(counter=desk.code)
    return leg


def require_free(tx: ReadTransaction, desk: Counter) -> None:
    """Raise CounterBusy while a leg is called to or served at this counter."""
    leg = tx.leg_at(desk.code)
    if leg is not None:
        raise CounterBusy(counter=desk.code, number=leg.number)


def require_ready(tx: ReadTransaction, desk: Counter) -> None:
    """The counter can take somebody now. Raises CounterBusy, CounterPaused."""
    require_free(tx, desk)
    if tx.counters.pause_at(desk.code) is not None:
        raise CounterPaused(counter=desk.code)


def asks_here(counter: CounterCode, request: RequestId | None) -> Foreseen:
    """What every verb at a counter asks first."""

    def ask(tx: ReadTransaction) -> None:
        event_of(tx, request)
        tx.leg_at(counter)

    return ask


def move_here(
    store: Store,
    counter: CounterCode,
    move: Move,
    change: Callable[[Leg, WriteTransaction], Leg],
    clerk: ClerkLogin | None,
    request: RequestId | None,
    facts: dict[str, Any] | None = None,
) -> Moved:
    """One move of the leg at `counter`, and what it means for the rest of the ticket.

    Raises CounterIdle, RequestReused, and what `change` raises.
    """
    with store.write(asks_here(counter, request)) as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, move):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        ticket = ticket_of(tx, leg)
        event = tx.record(
            leg,
            change(leg, tx),
            move,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts=facts,
        )
        go_on(tx, ticket)
        return Moved.told_by(event)


def turns_here(tx: ReadTransaction, desk: Counter) -> list[Side]:
    """Whose turns the latest were at this counter, newest first; empty without a ratio."""
    counting = turns_that_count(tx.hall.rules.policy)
    return tx.counters.turns_at(desk.code, tx.today, counting) if counting else []
