"""Is the record whole, and does it give the state of everything?

Each event names the one before by hash; and all together, applied one after the other, give every
leg with its times, and what counters and appointments were up to.
"""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.appointment import AppointmentState
from common.domain.event import GENESIS, Act, Event
from common.domain.ids import LegId, TicketNumber
from common.domain.replay import begun, followed
from common.domain.ticket import ENDED, IllegalMove, Leg, LegState
from common.store import ReadTransaction, Store
from common.store.standing import BATCH, Thing


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What reading the whole record found."""

    events: int
    broken_at: int | None
    """The first event that was edited, or before which one is missing; None when none is."""
    astray: tuple[str, ...] = ()
    """Numbers, counters, appointments and blocked persons that stand otherwise than the record
    says: the newest events are missing, or someone changed them past the record."""

    @property
    def whole(self) -> bool:
        return self.broken_at is None and not self.astray


@dataclass(frozen=True, slots=True)
class _Glimpse:
    """As much of a leg as version 0.1 recorded."""

    number: TicketNumber
    state: LegState
    times_called: int


def check_chain(store: Store) -> ChainReport:
    """Read every event of the hall, compare its hash, and compare what all of them give."""
    previous = GENESIS
    count = 0
    with store.read() as tx:
        replay = _Replay(tx)
        for event in tx.events():
            count += 1
            if event.sequence != count or event.chained(previous) != event.hash:
                return ChainReport(count, broken_at=count)
            previous = event.hash
            try:
                replay.follow(event)
            except (IllegalMove, KeyError, TypeError, ValueError):
                # Whoever can compute a hash can still not make a story of it.
                return ChainReport(count, broken_at=count)
        return ChainReport(count, None, tuple(sorted(replay.astray())))


class _Replay:
    """Everything in the hall as the events so far leave it.

    What is over is compared with the tables and forgotten, so that years need no more memory than
    a day.
    """

    def __init__(self, tx: ReadTransaction) -> None:
        self._tx = tx
        self._open: dict[LegId, Leg | _Glimpse] = {}
        self._over: dict[LegId, Leg | _Glimpse] = {}
        self._legs = 0
        self._astray: set[str] = set()
        self._things: set[Thing] = set()
        self._signed: set[str] = set()
        """Counters of whose sessions the record tells; version 0.1 recorded none."""

    def follow(self, event: Event) -> None:
        if isinstance(event.move, Act):
            self._follow_act(event.move, event)
            return
        if event.leg is None or event.number is None:
            raise KeyError
        before = self._open.pop(event.leg, None)
        self._legs += before is None
        after = _after(before, event)
        if after.state not in ENDED:
            self._open[event.leg] = after
            return
        self._over[event.leg] = after
        if len(self._over) == BATCH:
            self._compare(self._over)
            self._over = {}

    def astray(self) -> set[str]:
        """Whatever stands otherwise in the tables."""
        self._compare(self._over)
        legs = list(self._open)
        for start in range(0, len(legs), BATCH):
            self._compare({leg: self._open[leg] for leg in legs[start : start + BATCH]})
        if self._legs != self._tx.standing.leg_count():
            self._astray |= {leg.number for leg in self._tx.open_legs() if leg.id not in self._open}
            self._astray = self._astray or {"?"}
        for kind, whose, _ in self._things ^ self._tx.standing.things():
            if kind != "session" or whose in self._signed:
                self._astray.add(whose)
        return self._astray

    def _compare(self, told: dict[LegId, Leg | _Glimpse]) -> None:
        if not told:
            return
        found = {leg.id: leg for leg in self._tx.standing.legs(list(told))}
        for leg_id, says in told.items():
            leg = found.get(leg_id)
            if leg is None or says != (leg if isinstance(says, Leg) else _glimpse(leg)):
                self._astray.add(says.number)

    def _follow_act(self, act: Act, event: Event) -> None:
        things, facts, counter = self._things, event.facts, event.counter or ""
        match act:
            case Act.SIGN_IN:
                self._signed.add(counter)
                things.add(("session", counter, event.clerk or ""))
            case Act.SIGN_OUT:
                self._signed.add(counter)
                things.discard(("session", counter, event.clerk or ""))
            case Act.PAUSE:
                things.add(("pause", counter, ""))
            case Act.REOPEN:
                things.discard(("pause", counter, ""))
            case Act.ADD_QUEUE:
                things.add(("extra queue", counter, facts["queue"]))
            case Act.DROP_QUEUE:
                things.discard(("extra queue", counter, facts["queue"]))
            case Act.BLOCK_PERSON:
                things.add(("block", facts["person"], ""))
            case Act.UNBLOCK_PERSON:
                things.discard(("block", facts["person"], ""))
            case Act.BOOK | Act.UNBOOK | Act.CHECK_IN | Act.NO_SHOW:
                appointment = facts["appointment"]
                for state in AppointmentState:
                    things.discard(("appointment", appointment, state))
                things.add(("appointment", appointment, _BECOMES[act]))


_BECOMES = {
    Act.BOOK: AppointmentState.BOOKED,
    Act.UNBOOK: AppointmentState.CANCELLED,
    Act.CHECK_IN: AppointmentState.CHECKED_IN,
    Act.NO_SHOW: AppointmentState.NO_SHOW,
}


def _after(before: Leg | _Glimpse | None, event: Event) -> Leg | _Glimpse:
    if isinstance(before, Leg):
        return followed(before, event)
    leg = begun(event) if before is None else None
    if leg is not None:
        return leg
    assert event.number is not None
    times = event.facts.get("times", before.times_called if before else 0)
    return _Glimpse(event.number, LegState(event.facts["state"]), times)


def _glimpse(leg: Leg) -> _Glimpse:
    return _Glimpse(leg.number, leg.state, leg.times_called)
