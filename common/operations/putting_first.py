"""A supervisor puts a number before all others: the emergency glass is broken."""

from __future__ import annotations

from common.domain.hall import Hall
from common.domain.ids import ClassCode, RequestId
from common.domain.session import Approval
from common.domain.ticket import MOVES, LegState, Move
from common.operations.errors import AlreadyFirst, NoBreakGlass
from common.operations.journey import done_before, leg_in, ticket_numbered
from common.operations.results import Moved
from common.store import Store


def put_first(
    store: Store, number: str, approval: Approval, request: RequestId | None = None
) -> Moved:
    """Put a waiting number, and what is still to come of its errand, before all others.

    The record keeps who agreed and why. Raises UnknownNumber, NoBreakGlass, AlreadyFirst,
    IllegalMove.
    """
    with store.write() as tx:
        if event := done_before(tx, request, Move.PUT_FIRST):
            return Moved.told_by(event)
        lane = _break_glass_lane(tx.hall)
        ticket = ticket_numbered(tx, number)
        waiting = leg_in(tx, ticket.id, LegState.WAITING)
        if waiting.state is LegState.WAITING and waiting.lane == lane:
            raise AlreadyFirst(number=ticket.number)
        event = tx.record(
            waiting,
            waiting.put_first(lane),
            Move.PUT_FIRST,
            day=ticket.day,
            clerk=approval.by,
            request=request,
            facts={"reason_given": approval.reason, "lane": lane, "from_lane": waiting.lane},
        )
        for leg in tx.legs_of(ticket.id):
            if leg.state in MOVES[Move.PUT_FIRST] and leg.lane != lane:
                tx.record(
                    leg,
                    leg.put_first(lane),
                    Move.PUT_FIRST,
                    day=ticket.day,
                    clerk=approval.by,
                    facts={"lane": lane, "from_lane": leg.lane},
                )
        return Moved.told_by(event)


def _break_glass_lane(hall: Hall) -> ClassCode:
    for priority in hall.priority_classes:
        if priority.break_glass:
            return priority.code
    raise NoBreakGlass
