"""A person fetches something: the counter is free for others, and the person comes back."""

from __future__ import annotations

from datetime import timedelta

from common.domain.hall import Counter
from common.domain.ids import ClerkLogin, CounterCode, RequestId
from common.domain.ticket import HoldKind, Leg, LegState, Move
from common.operations.at_counter import move_here, require_ready
from common.operations.errors import HeldElsewhere, NotServedHere
from common.operations.journey import done_before, go_on, leg_in, ticket_numbered, ticket_of
from common.operations.results import Moved
from common.store import Store, WriteTransaction

_MINUTE = timedelta(minutes=1)


def hold(
    store: Store,
    counter: CounterCode,
    note: str = "",
    kind: HoldKind = HoldKind.PAPERS_LEFT,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Service pauses and the counter is free; held time is not service time.

    `kind` decides where the person comes back. Raises CounterIdle, IllegalMove.
    """
    return move_here(
        store,
        counter,
        Move.HOLD,
        lambda leg, tx: leg.hold(kind, tx.now),
        clerk,
        request,
        {"note": note, "kind": kind},
    )


def resume(
    store: Store,
    number: str,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Take a held person back (回呼).

    With `counter`, which must be free, service goes on there at once. Without it the person waits:
    next at the counter that held them when they belong to it, else by seniority in the queue.
    Raises UnknownNumber, CounterBusy, CounterPaused, HeldElsewhere, NotServedHere, IllegalMove.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.RESUME):
            return Moved.told_by(event)
        ticket = ticket_numbered(tx, number)
        leg = leg_in(tx, ticket.id, LegState.HELD)
        if counter is None:
            resumed = leg.resume_in_line(tx.now)
        else:
            desk = tx.hall.counter(counter)
            resumed = leg.resume_at(desk.code, tx.now)
            require_ready(tx, desk)
            _require_goes_on_at(tx, leg, desk, clerk)
        event = tx.record(leg, resumed, Move.RESUME, day=ticket.day, clerk=clerk, request=request)
        go_on(tx, ticket)
        return Moved.told_by(event)


def miss_lapsed_holds(tx: WriteTransaction, desk: Counter) -> None:
    """Set aside who left with the papers and did not come back to this counter in time.

    Who belongs to the counter that held them stays on hold for as long as the hall is open, and
    only shows as overdue.
    """
    limit = tx.hall.rules.hold_limit
    for leg in tx.counters.held_at(desk.code):
        if leg.belongs_to_its_counter or not leg.is_overdue(limit, tx.now):
            continue
        ticket = ticket_of(tx, leg)
        tx.record(
            leg,
            leg.miss(tx.now),
            Move.MISS,
            day=ticket.day,
            facts={"held_over_minutes": limit // _MINUTE},
        )
        go_on(tx, ticket)


def _require_goes_on_at(
    tx: WriteTransaction, leg: Leg, desk: Counter, clerk: ClerkLogin | None
) -> None:
    if leg.counter == desk.code:
        return
    if leg.belongs_to_its_counter:
        raise HeldElsewhere(number=leg.number, counter=leg.counter)
    if leg.queue not in tx.queues_served(desk.code, clerk):
        raise NotServedHere(number=leg.number, queue=leg.queue, counter=desk.code)
