"""End of the hall day."""

from __future__ import annotations

from common.domain.ids import TicketId
from common.domain.ticket import Leg, LegState, Move
from common.operations.appointments.no_shows import count_no_shows
from common.operations.help import lapse_help
from common.operations.journey import ticket_of
from common.store import Store, WriteTransaction


def expire_past_days(store: Store) -> int:
    """Expire what past days left behind and return how many legs that were.

    Whoever is in the hall is never touched, even after midnight: at a counter right now, or on hold
    with the papers there and the time of the hold not over. Nor are the other legs of their errand.
    """
    with store.write() as tx:
        return expire_leftovers(tx)


def expire_leftovers(tx: WriteTransaction) -> int:
    """The same inside a transaction that is under way.

    It also counts appointments not kept, and ends calls for a helper that nobody ended.
    """
    count_no_shows(tx)
    lapse_help(tx)
    past = tx.unfinished_before_today()
    in_hall = _tickets_in_hall(tx, past) if past else set()
    leftovers = [leg for leg in past if leg.ticket not in in_hall]
    for leg in leftovers:
        tx.record(leg, leg.expire(tx.now), Move.EXPIRE, day=ticket_of(tx, leg).day)
    return len(leftovers)


def _tickets_in_hall(tx: WriteTransaction, past: list[Leg]) -> set[TicketId]:
    """The tickets whose person is here for certain."""
    limit = tx.hall.rules.hold_limit
    held = {
        leg.ticket
        for leg in past
        if leg.state is LegState.HELD
        and leg.belongs_to_its_counter
        and not leg.is_overdue(limit, tx.now)
    }
    return held | {leg.ticket for leg in tx.legs_at_counters()}
