"""Call a number to a counter."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.hall import Counter
from common.domain.ids import ClerkLogin, CounterCode, LegId, RequestId
from common.domain.line import Choice, choose
from common.domain.text import Text
from common.domain.ticket import Leg, LegState, Move
from common.operations.at_counter import require_ready, turns_here
from common.operations.errors import NotServedHere, NotTrained, ReasonNeeded, SentElsewhere
from common.operations.holding import miss_lapsed_holds
from common.operations.journey import (
    block_others,
    done_before,
    event_of,
    leg_in,
    ticket_numbered,
    ticket_of,
)
from common.operations.results import Called
from common.store import ReadTransaction, Store, WriteTransaction


def call_next(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Called | None:
    """Call the leg that the hall's policy ranks first for this counter and its clerk.

    Returns None when nobody waits whom they may serve: in the counter's queues for which the clerk
    is trained, or sent to exactly this counter. Raises CounterBusy while the counter still has a
    leg called or serving, CounterPaused, UnknownCounter.
    """

    def ask(tx: ReadTransaction) -> None:
        desk = tx.hall.counter(counter)
        event_of(tx, request)
        require_ready(tx, desk)
        tx.counters.held_at(desk.code)
        _first_of_line(tx, desk, clerk)

    with store.write(ask) as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.CALL):
            return Called.told_by(event)
        require_ready(tx, desk)
        miss_lapsed_holds(tx, desk)
        choice = _first_of_line(tx, desk, clerk)
        if choice is None:
            return None
        turn = {"side": choice.side} if choice.side else {}
        return _call(tx, desk, choice.head.leg, choice.reason, clerk, request, turn)


def _first_of_line(tx: ReadTransaction, desk: Counter, clerk: ClerkLogin | None) -> Choice | None:
    heads = tx.heads_for(desk.code, clerk)
    return choose(tx.hall, desk, heads, tx.now, turns_here(tx, desk))


def call_number(
    store: Store,
    counter: CounterCode,
    number: str,
    reason: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Called:
    """Call a chosen waiting number out of its turn; `reason` goes into the record.

    It may be one that waits for another counter alone, when that one is closed or pauses. Raises
    ReasonNeeded, UnknownNumber, NotServedHere, NotTrained, SentElsewhere, CounterBusy,
    CounterPaused, IllegalMove.
    """
    if not reason.strip():
        raise ReasonNeeded
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.CALL):
            return Called.told_by(event)
        require_ready(tx, desk)
        ticket = ticket_numbered(tx, number)
        leg = _callable_leg(tx, desk, leg_in(tx, ticket.id, LegState.WAITING), clerk)
        why = Text(zh=f"指呼：{reason.strip()}", en=f"chosen by the clerk: {reason.strip()}")
        return _call(tx, desk, leg.id, why, clerk, request)


def _callable_leg(tx: WriteTransaction, desk: Counter, leg: Leg, clerk: ClerkLogin | None) -> Leg:
    """The waiting leg of the same ticket that `clerk` may call here, if there is one."""
    waiting = [other for other in tx.legs_of(leg.ticket) if other.state is LegState.WAITING]
    if not waiting:
        return leg
    open_counters = tx.counters.open_counters()
    served = tx.queues_served(desk.code, clerk)
    for other in waiting:
        if other.only_counter == desk.code:
            return other
        if other.only_counter not in open_counters and other.queue in served:
            return other
    for other in waiting:
        if other.only_counter in open_counters:
            raise SentElsewhere(number=leg.number, counter=other.only_counter)
        if other.queue in desk.queues:
            raise NotTrained(number=leg.number, queue=other.queue)
    raise NotServedHere(number=leg.number, queue=leg.queue, counter=desk.code)


def _call(
    tx: WriteTransaction,
    desk: Counter,
    leg_id: LegId,
    reason: Text,
    clerk: ClerkLogin | None,
    request: RequestId | None,
    turn: Mapping[str, str] | None = None,
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
            **(turn or {}),
        },
    )
    block_others(tx, ticket, called)
    return Called.told_by(event)
