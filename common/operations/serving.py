"""What happens to a number from its call to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from common.domain.hall import Counter
from common.domain.ids import (
    ClerkLogin,
    CounterCode,
    LegId,
    QueueCode,
    RequestId,
)
from common.domain.number import as_typed
from common.domain.ticket import AT_COUNTER, ENDED, Leg, LegState, Move, Outcome, Ticket
from common.operations.calling import leg_here, require_free
from common.operations.errors import (
    CasesOutOfRange,
    ReinstateLimit,
    TransferToSelf,
    UnknownNumber,
)
from common.operations.ids import new_id
from common.operations.journey import done_before, go_on, is_at_a_counter, leg_in, ticket_of
from common.operations.results import Moved
from common.store import Store, WriteTransaction

_MOST_CASES = 999
_JUST_AFTER = timedelta(microseconds=1)


def serve(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """The person is here: service begins. Raises CounterIdle, IllegalMove."""
    return _move_here(store, counter, Move.SERVE, lambda leg, tx: leg.serve(tx.now), clerk, request)


def finish(
    store: Store,
    counter: CounterCode,
    outcome: Outcome = Outcome.COMPLETED,
    cases: int = 1,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Service is over with `outcome` and `cases` (0 to 999) cases.

    Opens what comes next on the ticket's route. Raises CounterIdle, IllegalMove, CasesOutOfRange.
    """
    if not 0 <= cases <= _MOST_CASES:
        raise CasesOutOfRange(cases=cases, most=_MOST_CASES)
    return _move_here(
        store,
        counter,
        Move.FINISH,
        lambda leg, tx: leg.finish(outcome, cases, tx.now),
        clerk,
        request,
        {"outcome": outcome, "cases": cases},
    )


def miss(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """The person did not come (过号). Raises CounterIdle, IllegalMove."""
    return _move_here(store, counter, Move.MISS, lambda leg, _tx: leg.miss(), clerk, request)


def hold(
    store: Store,
    counter: CounterCode,
    note: str = "",
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Service pauses and the counter is free; held time is not service time.

    Raises CounterIdle, IllegalMove.
    """
    return _move_here(
        store,
        counter,
        Move.HOLD,
        lambda leg, tx: leg.hold(tx.now),
        clerk,
        request,
        {"note": note},
    )


def transfer(
    store: Store,
    counter: CounterCode,
    to: str,
    note: str = "",
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Send the person on to a queue or a counter, with the seniority of the whole errand.

    Raises CounterIdle, UnknownQueue, TransferToSelf, IllegalMove.
    """
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.TRANSFER):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        queue, only_counter = _destination(tx, desk, leg, as_typed(to))
        ticket = ticket_of(tx, leg)
        event = tx.record(
            leg,
            leg.transfer(tx.now),
            Move.TRANSFER,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts={"to_queue": queue, "to_counter": only_counter, "note": note},
        )
        _add_next_leg(tx, ticket, leg, queue, only_counter)
        go_on(tx, ticket)
        return Moved.told_by(event)


def resume(
    store: Store,
    number: str,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Take a held person back (回呼).

    With `counter`, which must be free, service goes on there at once. Without it the person waits
    and is next at the counter that held them. Raises UnknownNumber, CounterBusy, IllegalMove.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.RESUME):
            return Moved.told_by(event)
        ticket = _ticket_numbered(tx, number)
        leg = leg_in(tx, ticket.id, LegState.HELD)
        if counter is None:
            resumed = leg.resume_in_line(tx.now)
        else:
            desk = tx.hall.counter(counter)
            require_free(tx, desk)
            resumed = leg.resume_at(desk.code, tx.now)
        event = tx.record(leg, resumed, Move.RESUME, day=ticket.day, clerk=clerk, request=request)
        go_on(tx, ticket)
        return Moved.told_by(event)


def reinstate(
    store: Store,
    number: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Let a missed number wait again (复号), behind so many others as the hall's rules say.

    Raises UnknownNumber, ReinstateLimit, IllegalMove.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.REINSTATE):
            return Moved.told_by(event)
        ticket = _ticket_numbered(tx, number)
        leg = leg_in(tx, ticket.id, LegState.MISSED)
        if leg.state is LegState.MISSED and leg.reinstated >= tx.hall.rules.reinstate_limit:
            raise ReinstateLimit(number=ticket.number)
        waiting = leg.reinstate(_place_behind_others(tx, leg))
        event = tx.record(
            leg, waiting, Move.REINSTATE, day=ticket.day, clerk=clerk, request=request
        )
        if is_at_a_counter(tx, ticket):
            tx.record(waiting, waiting.block(), Move.BLOCK, day=ticket.day)
        return Moved.told_by(event)


def cancel(
    store: Store,
    number: str,
    reason: str = "",
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """End a whole ticket before it was served.

    Raises UnknownNumber, and IllegalMove while the person is at a counter or when all is over.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.CANCEL):
            return Moved.told_by(event)
        ticket = _ticket_numbered(tx, number)
        first = leg_in(tx, ticket.id, *AT_COUNTER)
        event = tx.record(
            first,
            first.cancel(tx.now),
            Move.CANCEL,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts={"reason_given": reason},
        )
        for leg in tx.legs_of(ticket.id):
            if leg.state not in ENDED:
                tx.record(leg, leg.cancel(tx.now), Move.CANCEL, day=ticket.day, clerk=clerk)
        return Moved.told_by(event)


def _move_here(
    store: Store,
    counter: CounterCode,
    move: Move,
    change: Callable[[Leg, WriteTransaction], Leg],
    clerk: ClerkLogin | None,
    request: RequestId | None,
    facts: dict[str, Any] | None = None,
) -> Moved:
    """One move of the leg at `counter`, and what it means for the rest of the ticket."""
    with store.write() as tx:
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


def _ticket_numbered(tx: WriteTransaction, number: str) -> Ticket:
    ticket = tx.ticket_numbered(as_typed(number))
    if ticket is None:
        raise UnknownNumber(number=as_typed(number))
    return ticket


def _destination(
    tx: WriteTransaction, desk: Counter, leg: Leg, to: str
) -> tuple[QueueCode, CounterCode | None]:
    if not tx.hall.is_counter(to):
        return tx.hall.queue(to).code, None
    target = tx.hall.counter(to)
    if target.code == desk.code:
        raise TransferToSelf(number=leg.number, counter=desk.code)
    return (leg.queue if leg.queue in target.queues else target.queues[0]), target.code


def _add_next_leg(
    tx: WriteTransaction,
    ticket: Ticket,
    done: Leg,
    queue: QueueCode,
    only_counter: CounterCode | None,
) -> None:
    following = Leg(
        id=LegId(new_id()),
        ticket=ticket.id,
        number=ticket.number,
        position=len(tx.legs_of(ticket.id)),
        stage=done.stage,
        queue=queue,
        lane=done.lane,
        services=done.services,
        state=LegState.WAITING,
        ready_at=ticket.issued_at,
        order=ticket.order,
        only_counter=only_counter,
    )
    tx.add_leg(following)
    tx.record_event(
        following,
        Move.OPEN,
        day=ticket.day,
        facts={"queue": queue, "services": list(done.services), "after": done.id},
    )


def _place_behind_others(tx: WriteTransaction, leg: Leg) -> datetime:
    front = tx.front_of_lane(leg.queue, leg.lane, tx.hall.rules.reinstate_after)
    return max([leg.ready_at, *(place + _JUST_AFTER for place in front[-1:])])
