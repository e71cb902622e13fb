"""Is the record whole? Each event names the one before by hash, and all together give the line."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.event import GENESIS, Event
from common.domain.ids import LegId, TicketNumber
from common.domain.ticket import ENDED, LegState
from common.store import Store


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What reading the whole record found."""

    events: int
    broken_at: int | None
    """The first event that was edited, or before which one is missing; None when none is."""
    astray: tuple[TicketNumber, ...] = ()
    """Numbers that stand elsewhere than their last event says: the newest events are missing, or
    someone moved them past the record."""

    @property
    def whole(self) -> bool:
        return self.broken_at is None and not self.astray


@dataclass(frozen=True, slots=True)
class _Standing:
    number: TicketNumber
    state: LegState
    times_called: int


def check_chain(store: Store) -> ChainReport:
    """Read every event of the hall, compare its hash, and compare where it says that people are."""
    previous = GENESIS
    count = 0
    told: dict[LegId, _Standing] = {}
    with store.read() as tx:
        for event in tx.events():
            count += 1
            if event.sequence != count or event.chained(previous) != event.hash:
                return ChainReport(count, broken_at=count)
            previous = event.hash
            _follow(told, event)
        found = {
            leg.id: _Standing(leg.number, leg.state, leg.times_called) for leg in tx.open_legs()
        }
    differing = set(told.items()) ^ set(found.items())
    return ChainReport(count, None, tuple(sorted({standing.number for _, standing in differing})))


def _follow(told: dict[LegId, _Standing], event: Event) -> None:
    """Where the leg stands after the event; what is over is forgotten."""
    if event.leg is None or event.number is None:
        return
    state = LegState(event.facts["state"])
    before = told.pop(event.leg, None)
    if state not in ENDED:
        times = event.facts.get("times", before.times_called if before else 0)
        told[event.leg] = _Standing(event.number, state, times)
