"""End of the hall day."""

from __future__ import annotations

from common.domain.ticket import Move
from common.store import Store, WriteTransaction


def expire_past_days(store: Store) -> int:
    """Expire what past days left behind and return how many legs that were.

    A person who is at a counter right now is never touched, even after midnight.
    """
    with store.write() as tx:
        return expire_leftovers(tx)


def expire_leftovers(tx: WriteTransaction) -> int:
    """The same inside a transaction that is under way."""
    expired = 0
    for leg in tx.unfinished_before_today():
        ticket = tx.ticket(leg.ticket)
        assert ticket is not None
        tx.record(leg, leg.expire(tx.now), Move.EXPIRE, day=ticket.day)
        expired += 1
    return expired
