"""Nobody comes: call again, set the number aside, let it wait again."""

from __future__ import annotations

from datetime import datetime, timedelta

from common.domain.calls import calls_left, seconds_until_next_call
from common.domain.errors import JiaohaoError
from common.domain.hall import ReinstateRule, Rules
from common.domain.ids import ClerkLogin, CounterCode, RequestId
from common.domain.ticket import Leg, LegState, Move
from common.operations.at_counter import asks_here, leg_here, move_here
from common.operations.errors import (
    MissTooSoon,
    RecallLimit,
    RecallTooSoon,
    ReinstateLimit,
    ReinstateNever,
    TooFewCalls,
)
from common.operations.journey import (
    done_before,
    is_at_a_counter,
    leg_in,
    ticket_numbered,
    ticket_of,
)
from common.operations.results import Moved
from common.store import Store, WriteTransaction

_JUST_AFTER = timedelta(microseconds=1)
_WHOLE_LANE = 1_000_000


def recall(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Call the number at this counter once more. The wait keeps its first call as its end.

    Raises CounterIdle, RecallTooSoon within the hall's spacing of calls, RecallLimit when it was
    called as often as the hall calls, IllegalMove.
    """
    with store.write(asks_here(counter, request)) as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.RECALL):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        again = leg.recall(tx.now)
        rules = tx.hall.rules
        if not calls_left(leg, rules):
            raise RecallLimit(number=leg.number, calls=leg.times_called)
        if seconds := seconds_until_next_call(leg, rules, tx.now):
            raise RecallTooSoon(number=leg.number, seconds=seconds)
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


def miss(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """The person did not come (过号), however often the hall calls.

    Raises CounterIdle, TooFewCalls, MissTooSoon right after the last call, IllegalMove.
    """
    return move_here(store, counter, Move.MISS, _missed, clerk, request)


def _missed(leg: Leg, tx: WriteTransaction) -> Leg:
    missed = leg.miss(tx.now)
    rules = tx.hall.rules
    if left := calls_left(leg, rules):
        raise TooFewCalls(number=leg.number, calls=rules.calls_before_miss, left=left)
    if seconds := seconds_until_next_call(leg, rules, tx.now):
        raise MissTooSoon(number=leg.number, seconds=seconds)
    return missed


def reinstate(
    store: Store,
    number: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
    by: str = "",
) -> Moved:
    """Let a missed number wait again (复号), where and as often as the hall's rules say.

    `by` names the kiosk where its person asked for it.
    Raises UnknownNumber, ReinstateLimit, ReinstateNever, IllegalMove.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.REINSTATE):
            return Moved.told_by(event)
        ticket = ticket_numbered(tx, number)
        leg = leg_in(tx, ticket.id, LegState.MISSED)
        if leg.state is LegState.MISSED and (refusal := why_not_back(leg, tx.hall.rules)):
            raise refusal
        at_the_end = tx.hall.rules.reinstate is ReinstateRule.END
        waiting = leg.reinstate(_the_end(tx, leg) if at_the_end else _behind_others(tx, leg))
        event = tx.record(
            leg,
            waiting,
            Move.REINSTATE,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts={"ready_at": waiting.ready_at.isoformat(), **({"by": by} if by else {})},
        )
        if is_at_a_counter(tx, ticket):
            tx.record(waiting, waiting.block(), Move.BLOCK, day=ticket.day)
        return Moved.told_by(event)


def why_not_back(leg: Leg, rules: Rules) -> JiaohaoError | None:
    """The rule by which this missed leg does not come back; None when it may."""
    if rules.reinstate is ReinstateRule.NEVER:
        return ReinstateNever(number=leg.number)
    if leg.reinstated >= rules.reinstate_limit:
        return ReinstateLimit(number=leg.number)
    return None


def _behind_others(tx: WriteTransaction, leg: Leg) -> datetime:
    front = tx.front_of_lane(leg.queue, leg.lane, tx.hall.rules.reinstate_after)
    return max([leg.ready_at, *(place + _JUST_AFTER for place in front[-1:])])


def _the_end(tx: WriteTransaction, leg: Leg) -> datetime:
    """Behind everyone in the lane, even if the clock was set back meanwhile."""
    lane = tx.front_of_lane(leg.queue, leg.lane, _WHOLE_LANE)
    return max([tx.now, *(place + _JUST_AFTER for place in lane[-1:])])
