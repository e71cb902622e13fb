"""What every counter does now, and what a supervisor should look at: one short read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.hall import Counter, CounterKind, Rules
from common.domain.ids import ClerkLogin, CounterCode, QueueCode, TicketNumber
from common.domain.pause import Pause
from common.domain.text import Text
from common.domain.ticket import Leg, LegState
from common.store import Store


class CounterAlarm(StrEnum):
    """What is wrong at a counter."""

    PAUSED_LONG = "paused_long"
    HOLD_OVERDUE = "hold_overdue"


@dataclass(frozen=True, slots=True)
class CounterNow:
    """One counter at this moment."""

    counter: Counter
    clerk: ClerkLogin | None
    """Who is signed in; None at a closed counter."""
    clerk_name: Text | None
    pause: Pause | None
    number: TicketNumber | None
    state: LegState | None
    """Of that number: called or serving."""
    since: datetime | None
    """Of that state."""
    chosen_kind: CounterKind | None
    """The kind of counter that its person chose; None when they took whichever was first."""
    extra: tuple[QueueCode, ...]
    """The queues it takes for now besides its own."""
    overdue: tuple[TicketNumber, ...]
    """Numbers on hold there for longer than the hall allows."""
    alarms: tuple[CounterAlarm, ...]


def counters(store: Store) -> tuple[CounterNow, ...]:
    """Every counter of the hall, in its order."""
    with store.read() as tx:
        rules = tx.hall.rules
        here = {leg.counter: leg for leg in tx.legs_at_counters()}
        staff = {one.counter: one.clerk for one in tx.staff.everyone() if one.counter}
        pauses, extra = tx.counters.pauses(), tx.counters.extra_queues()
        overdue: dict[CounterCode | None, list[TicketNumber]] = {}
        for leg in tx.set_aside():
            if leg.is_overdue(rules.hold_limit, tx.now):
                overdue.setdefault(leg.counter, []).append(leg.number)
        return tuple(
            CounterNow(
                counter=counter,
                clerk=staff[counter.code].login if counter.code in staff else None,
                clerk_name=staff[counter.code].name if counter.code in staff else None,
                pause=pauses.get(counter.code),
                number=here[counter.code].number if counter.code in here else None,
                state=here[counter.code].state if counter.code in here else None,
                since=_since(here.get(counter.code)),
                chosen_kind=here[counter.code].only_kind if counter.code in here else None,
                extra=extra.get(counter.code, ()),
                overdue=tuple(overdue.get(counter.code, ())),
                alarms=_alarms(
                    rules, tx.now, pauses.get(counter.code), bool(overdue.get(counter.code))
                ),
            )
            for counter in tx.hall.counters
        )


def _since(leg: Leg | None) -> datetime | None:
    if leg is None:
        return None
    return leg.serving_since if leg.state is LegState.SERVING else leg.last_called_at


def _alarms(
    rules: Rules, now: datetime, pause: Pause | None, overdue: bool
) -> tuple[CounterAlarm, ...]:
    alarms = []
    if pause is not None and now - pause.since > rules.pause_alarm:
        alarms.append(CounterAlarm.PAUSED_LONG)
    if overdue:
        alarms.append(CounterAlarm.HOLD_OVERDUE)
    return tuple(alarms)
