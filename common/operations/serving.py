"""Service begins and ends; a number that is not wanted any more is cancelled."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from common.domain.ids import ClerkLogin, CounterCode, RequestId
from common.domain.ticket import AT_COUNTER, ENDED, Move, Outcome
from common.operations.at_counter import asks_here, leg_here, move_here
from common.operations.errors import CasesOutOfRange
from common.operations.journey import done_before, go_on, leg_in, ticket_numbered, ticket_of
from common.operations.results import Moved
from common.operations.transferring import return_to_asker
from common.store import ReadTransaction, Store

_MOST_CASES = 999


def serve(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """The person is here: service begins. Raises CounterIdle, IllegalMove."""
    return move_here(store, counter, Move.SERVE, lambda leg, tx: leg.serve(tx.now), clerk, request)


def finish(
    store: Store,
    counter: CounterCode,
    outcome: Outcome = Outcome.COMPLETED,
    cases: int = 1,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Service is over with `outcome` and `cases` (0 to 999) cases.

    Opens what comes next on the ticket's route; from an expert the person goes back to the counter
    that asked. Raises CounterIdle, IllegalMove, CasesOutOfRange.
    """
    if not 0 <= cases <= _MOST_CASES:
        raise CasesOutOfRange(cases=cases, most=_MOST_CASES)
    with store.write(asks_here(counter, request)) as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.FINISH):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        ticket = ticket_of(tx, leg)
        event = tx.record(
            leg,
            leg.finish(outcome, cases, tx.now),
            Move.FINISH,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts={"outcome": outcome, "cases": cases, **_extended(tx)},
        )
        return_to_asker(tx, ticket, leg)
        go_on(tx, ticket)
        return Moved.told_by(event)


def _extended(tx: ReadTransaction) -> dict[str, bool]:
    """The mark of service outside working hours (延时), by which it is counted."""
    hall_time = tx.now.astimezone(ZoneInfo(tx.hall.time_zone))
    return {"extended": True} if tx.hall.calendar.is_extended(hall_time) else {}


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
        ticket = ticket_numbered(tx, number)
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
