"""Is the record whole? Every event names the one before it by hash."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.event import GENESIS
from common.store import Store


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What reading the whole record found."""

    events: int
    broken_at: int | None
    """The first event that was edited, or after which one is missing; None when all is whole."""


def check_chain(store: Store) -> ChainReport:
    """Read every event of the hall and compare its hash."""
    previous = GENESIS
    count = 0
    with store.read() as tx:
        for event in tx.events():
            count += 1
            if event.sequence != count or event.chained(previous) != event.hash:
                return ChainReport(count, broken_at=count)
            previous = event.hash
    return ChainReport(count, broken_at=None)
