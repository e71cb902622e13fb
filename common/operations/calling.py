"""Call a number to a counter."""

from __future__ import annotations

from common.domain.hall import Counter
from common.domain.ids import ClerkLogin, CounterCode, LegId, RequestId
from common.domain.line import choose
from common.domain.number import as_typed
from common.domain.text import Text
from common.domain.ticket import Leg, LegState, Move
from common.operations.errors import (
    CounterBusy,
    CounterIdle,
    NotServedHere,
    NotTrained,
    ReasonNeeded,
    UnknownNumber,
)
from common.operations.journey import block_others, done_before, leg_in, ticket_of
from common.operations.results import Called, Moved
from common.store import Store, WriteTransaction


def call_next(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Called | None:
    """Call the leg that the hall's policy ranks first for this counter and its clerk.

    Returns None when nobody waits whom they may serve: in the counter's queues for which the clerk
    is trained, or sent to exactly this counter. Raises CounterBusy while the
    counter still has a leg called or serving, UnknownCounter.
    """
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.CALL):
            return Called.told_by(event)
        require_free(tx, desk)
        choice = choose(tx.hall, desk, tx.heads_for(desk.code, clerk), tx.now)
        if choice is None:
            return None
        return _call(tx, desk, choice.head.leg, choice.reason, clerk, request)


def call_number(
    store: Store,
    counter: CounterCode,
    number: str,
    reason: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Called:
    """Call a chosen waiting number out of its turn; `reason` goes into the record.

    Raises ReasonNeeded, UnknownNumber, NotServedHere, NotTrained, CounterBusy, IllegalMove.
    """
    if not reason.strip():
        raise ReasonNeeded
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.CALL):
            return Called.told_by(event)
        require_free(tx, desk)
        ticket = tx.ticket_numbered(as_typed(number))
        if ticket is None:
            raise UnknownNumber(number=as_typed(number))
        leg = _callable_leg(tx, desk, leg_in(tx, ticket.id, LegState.WAITING), clerk)
        why = Text(zh=f"指呼：{reason.strip()}", en=f"chosen by the clerk: {reason.strip()}")
        return _call(tx, desk, leg.id, why, clerk, request)


def recall(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Call the number at this counter once more. The wait keeps its first call as its end.

    Raises CounterIdle, IllegalMove.
    """
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.RECALL):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        again = leg.recall(tx.now)
        event = tx.record(
            leg,
            again,
            Move.RECALL,
            day=ticket_of(tx, leg).day,
            clerk=clerk,
            request=request,
            facts={"times": again.times_called},
        )
        return Moved.told_by(event)


def leg_here(tx: WriteTransaction, desk: Counter) -> Leg:
    """The leg at this counter; raises CounterIdle when there is none."""
    leg = tx.leg_at(desk.code)
    if leg is None:
        raise CounterIdle(counter=desk.code)
    return leg


def require_free(tx: WriteTransaction, desk: Counter) -> None:
    """Raise CounterBusy while a leg is called to or served at this counter."""
    leg = tx.leg_at(desk.code)
    if leg is not None:
        raise CounterBusy(counter=desk.code, number=leg.number)


def _callable_leg(tx: WriteTransaction, desk: Counter, leg: Leg, clerk: ClerkLogin | None) -> Leg:
    """The waiting leg of the same ticket that `clerk` may call here, if there is one."""
    waiting = [other for other in tx.legs_of(leg.ticket) if other.state is LegState.WAITING]
    served = tx.queues_served(desk.code, clerk)
    for other in waiting:
        if other.only_counter == desk.code:
            return other
        if other.only_counter is None and other.queue in served:
            return other
    if any(other.only_counter is None and other.queue in desk.queues for other in waiting):
        raise NotTrained(number=leg.number, queue=leg.queue)
    if waiting:
        raise NotServedHere(number=leg.number, queue=leg.queue, counter=desk.code)
    return leg


def _call(
    tx: WriteTransaction,
    desk: Counter,
    leg_id: LegId,
    reason: Text,
    clerk: ClerkLogin | None,
    request: RequestId | None,
) -> Called:
    leg = tx.leg(leg_id)
    ticket = ticket_of(tx, leg)
    called = leg.call(desk.code, tx.now)
    event = tx.record(
        leg,
        called,
        Move.CALL,
        day=ticket.day,
        clerk=clerk,
        request=request,
        facts={
            "reason": {"zh": reason.zh, "en": reason.en},
            "times": called.times_called,
            "queue": leg.queue,
        },
    )
    block_others(tx, ticket, called)
    return Called.told_by(event)
