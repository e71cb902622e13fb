"""What a board shows: one short read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from common.domain.event import Event
from common.domain.hall import Zone
from common.domain.ids import CounterCode, QueueCode, TicketNumber, ZoneCode
from common.domain.text import Text
from common.domain.ticket import Leg, LegState
from common.store import ReadTransaction, Store

_NEXT_NUMBERS = 8
_ANNOUNCED_FOR = timedelta(seconds=120)


@dataclass(frozen=True, slots=True)
class BoardCall:
    """A number that is called or served now."""

    number: TicketNumber
    counter: CounterCode
    zone: ZoneCode
    at: datetime
    """The latest call."""
    times: int
    serving: bool


@dataclass(frozen=True, slots=True)
class Announcement:
    """One call or recall that people should hear of; `sequence` is its identity."""

    sequence: int
    number: TicketNumber
    counter: CounterCode
    zone: ZoneCode
    at: datetime
    times: int


@dataclass(frozen=True, slots=True)
class BoardPause:
    """A counter that serves nobody for a while (暂停服务)."""

    counter: CounterCode
    zone: ZoneCode
    since: datetime


@dataclass(frozen=True, slots=True)
class BoardQueue:
    queue: QueueCode
    name: Text
    zone: ZoneCode
    waiting: int
    next: tuple[TicketNumber, ...]
    """The first few numbers, by seniority with head start."""


@dataclass(frozen=True, slots=True)
class BoardView:
    hall_name: Text
    time_zone: str
    now: datetime
    zone: Zone | None
    """The zone whose board this is; None for the whole hall."""
    calls: tuple[BoardCall, ...]
    """Newest call first."""
    announcements: tuple[Announcement, ...]
    """Every call and recall of the last two minutes, oldest first, whatever became of it."""
    queues: tuple[BoardQueue, ...]
    ticker: tuple[Text, ...]
    pauses: tuple[BoardPause, ...] = ()
    """In the order of the counters' codes."""
    practice: bool = False
    """None of it is meant for the people in the hall."""


def board(store: Store, zone: str | None = None) -> BoardView:
    """The board of `zone`, or of the whole hall. Raises UnknownZone."""
    with store.read() as tx:
        shown = tx.hall.zone(zone) if zone else None
        here = {c.code: c.zone for c in tx.hall.counters if shown in (None, tx.hall.zone(c.zone))}
        calls = [
            _call(leg, here[leg.counter]) for leg in tx.legs_at_counters() if leg.counter in here
        ]
        announcements = [
            _announcement(event, here[event.counter])
            for event in tx.calls_since(tx.now - _ANNOUNCED_FOR)
            if event.counter in here
        ]
        return BoardView(
            hall_name=tx.hall.name,
            time_zone=tx.hall.time_zone,
            now=tx.now,
            zone=shown,
            calls=tuple(sorted(calls, key=lambda c: (c.at, c.number), reverse=True)),
            announcements=tuple(announcements),
            queues=_queues(tx, shown),
            ticker=tx.hall.ticker,
            pauses=tuple(
                BoardPause(code, here[code], pause.since)
                for code, pause in sorted(tx.counters.pauses().items())
                if code in here
            ),
            practice=tx.hall.practice,
        )


def _call(leg: Leg, zone: ZoneCode) -> BoardCall:
    assert leg.counter is not None
    assert leg.last_called_at is not None
    return BoardCall(
        number=leg.number,
        counter=leg.counter,
        zone=zone,
        at=leg.last_called_at,
        times=leg.times_called,
        serving=leg.state is LegState.SERVING,
    )


def _announcement(event: Event, zone: ZoneCode) -> Announcement:
    assert event.counter and event.number
    return Announcement(
        sequence=event.sequence,
        number=event.number,
        counter=event.counter,
        zone=zone,
        at=event.at,
        times=event.facts["times"],
    )


def _queues(tx: ReadTransaction, zone: Zone | None) -> tuple[BoardQueue, ...]:
    hall = tx.hall
    queues = [queue for queue in hall.queues if zone is None or queue.zone == zone.code]
    waiting: dict[QueueCode, list[tuple[datetime, int, TicketNumber]]] = {
        queue.code: [] for queue in queues
    }
    for leg in tx.waiting(zone=zone.code if zone else None):
        key = leg.ready_at - hall.priority_class(leg.lane).head_start
        waiting[leg.queue].append((key, leg.order, leg.number))
    return tuple(
        BoardQueue(
            queue=queue.code,
            name=queue.name,
            zone=queue.zone,
            waiting=len(waiting[queue.code]),
            next=tuple(number for _, _, number in sorted(waiting[queue.code])[:_NEXT_NUMBERS]),
        )
        for queue in queues
    )
