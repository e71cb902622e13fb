"""The board of the hall or of one zone, from snapshots to rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal

from common.domain.hall import Zone
from common.operations import BoardPause, BoardQueue, BoardView
from common.qt.hall_time import HallClock, time_text
from common.qt.rows import Rows
from common.qt.translations import Translator, duration_text
from display.view_models.announcer import Announcer
from display.view_models.paging import YOUNG, Leaf, calls_page, page_of

TURN_SECONDS = 10
"""How long a page of a list stands."""
QUIET_AFTER = timedelta(minutes=10)
"""A latest call older than this leaves the banner to the hall's name."""


@dataclass(frozen=True, slots=True)
class CallRow:
    """One counter's latest call."""

    counter: str
    number: str
    zone: str
    at: datetime
    standing: str
    """`called`, `serving`, `over` for a recent call that has ended, `paused` without a number."""
    young: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One waiting line."""

    queue: str
    name: str
    zone: str
    waiting: int
    upcoming: str
    """The next numbers, in the order in which they will probably be called."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """What fits on this screen in a size that can be read."""

    calls: int
    queues: int
    upcoming: int
    """Characters of a line of next numbers."""


LANDSCAPE = Capacity(calls=16, queues=7, upcoming=27)
PORTRAIT = Capacity(calls=5, queues=3, upcoming=27)


class Board(QObject):
    """What one board says.

    Feed it with `see`, `lose` and `refuse`, and call `tick` once a second.

    Signals:
        changed(): a text or a state other than the rows.
    """

    changed = Signal()

    def __init__(
        self,
        announcer: Announcer,
        clock: HallClock,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._announcer = announcer
        self._clock = clock
        self._translator = translator
        self._view: BoardView | None = None
        self._zones: tuple[Zone, ...] = ()
        self._counters = 0
        self._capacity = LANDSCAPE
        self._lost_at: datetime | None = None
        self._problem = ""
        self._seconds = 0
        self._leaves = Leaf(1, 1), Leaf(1, 1)
        self._told: object = None
        fields = "counter", "number", "zone", "standing", "young"
        self._calls: Rows[CallRow] = Rows(fields, lambda row: row.counter, self)
        fields = "queue", "name", "zone", "waiting", "upcoming"
        self._queues: Rows[QueueRow] = Rows(fields, lambda row: row.queue, self)
        translator.language_changed.connect(self._lay_out)

    def see(self, view: BoardView, zones: tuple[Zone, ...], counters: int) -> None:
        """Show a snapshot of a board for so many counters; it proves that the database is there."""
        self._view, self._zones, self._counters = view, zones, counters
        self._lost_at, self._problem = None, ""
        self._clock.set_zone(ZoneInfo(view.time_zone))
        self._clock.follow(view.now)
        self._announcer.hear(view.announcements, view.now)
        self._lay_out()

    def lose(self) -> None:
        """The database is away: keep what was seen last, and say so."""
        if self._lost_at is None:
            self._lost_at = self._view.now if self._view else self._clock.now()
            self.changed.emit()

    def refuse(self, problem: str) -> None:
        """Say a problem that does not pass by itself, e.g. a zone that the hall does not have."""
        self._problem = problem
        self.lose()
        self.changed.emit()

    def tick(self) -> None:
        """A second has passed: turn pages, let young calls grow up."""
        self._seconds += 1
        self._fill_lists()
        if self._passing() != self._told:
            self._tell()

    def _lay_out(self) -> None:
        self._fill_lists()
        self._tell()

    def _tell(self) -> None:
        self._told = self._passing()
        self.changed.emit()

    def _passing(self) -> object:
        """What may change with the time alone. Telling the rest each second would cost a board
        that stands still most of what it costs at all."""
        return self._leaves, self.awayFor

    def _fill_lists(self) -> None:
        view, now = self._view, self._clock.now()
        if view is not None:
            turn = self._seconds // TURN_SECONDS
            rows, first = calls_page(_rows(view), self._capacity.calls, turn, now)
            free = self._capacity.calls - len(rows) if first.count == 1 else 0
            paused = [_paused(pause) for pause in view.pauses[:free]]
            self._calls.replace([*(_aged(row, now) for row in rows), *paused])
            ordered = sorted(view.queues, key=lambda queue: queue.waiting == 0)
            queues, second = page_of(ordered, self._capacity.queues, turn)
            self._queues.replace([self._queue(queue) for queue in queues])
            self._leaves = first, second
            latest = self._announcer.banner
            if latest and not view.calls and now - latest[-1].at > QUIET_AFTER:
                self._announcer.forget()

    def _queue(self, queue: BoardQueue) -> QueueRow:
        return QueueRow(
            queue=queue.queue,
            name=queue.name.say(self._translator.language),
            zone=queue.zone,
            waiting=queue.waiting,
            upcoming=_fitting(queue.next, self._capacity.upcoming),
        )

    @Property(QObject, constant=True)
    def calls(self) -> QObject:
        return self._calls

    @Property(QObject, constant=True)
    def queues(self) -> QObject:
        return self._queues

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """True until something was seen."""
        return self._view is None

    @Property(bool, notify=changed)
    def practice(self) -> bool:
        """None of it is meant for the people in the hall."""
        return self._view is not None and self._view.practice

    @Property(str, notify=changed)
    def hallName(self) -> str:
        return self._view.hall_name.say(self._translator.language) if self._view else ""

    @Property(str, notify=changed)
    def zoneLetter(self) -> str:
        return self._view.zone.code if self._view and self._view.zone else ""

    @Property(str, notify=changed)
    def zoneName(self) -> str:
        zone = self._view.zone if self._view else None
        return zone.name.say(self._translator.language) if zone else ""

    @Property(list, notify=changed)
    def ticker(self) -> list[str]:
        texts = self._view.ticker if self._view else ()
        return [text.say(self._translator.language) for text in texts]

    @Property(dict, notify=changed)
    def zoneNames(self) -> dict[str, str]:
        return {zone.code: zone.name.say(self._translator.language) for zone in self._zones}

    @Property(dict, notify=changed)
    def zoneFloors(self) -> dict[str, int]:
        return {zone.code: zone.floor for zone in self._zones}

    @Property(int, notify=changed)
    def waitingCount(self) -> int:
        """Everybody who waits in the lines of this board."""
        return sum(queue.waiting for queue in self._view.queues) if self._view else 0

    @Property(dict, notify=changed)
    def callsLeaf(self) -> dict[str, Any]:
        return {"number": self._leaves[0].number, "count": self._leaves[0].count}

    @Property(dict, notify=changed)
    def queuesLeaf(self) -> dict[str, Any]:
        return {"number": self._leaves[1].number, "count": self._leaves[1].count}

    @Property(int, notify=changed)
    def counterCount(self) -> int:
        """How many counters this board speaks for: the most rows it can ever have."""
        return self._counters

    @Property(bool, notify=changed)
    def away(self) -> bool:
        return self._lost_at is not None

    @Property(str, notify=changed)
    def problem(self) -> str:
        """What somebody has to put right, in a sentence; empty when waiting helps."""
        return self._problem

    @Property(str, notify=changed)
    def lastSeen(self) -> str:
        """The time of what is still shown, e.g. 14:05."""
        return time_text(self._view.now, self._clock.zone) if self._view else ""

    @Property(str, notify=changed)
    def awayFor(self) -> str:
        """How long ago that was; empty in the first minute."""
        if self._lost_at is None:
            return ""
        span = self._clock.now() - self._lost_at
        return duration_text(span, self._translator.language) if span.total_seconds() >= 60 else ""

    def set_portrait(self, portrait: bool) -> None:
        """Lay the rows out for a standing or a lying screen."""
        self._capacity = PORTRAIT if portrait else LANDSCAPE
        self._lay_out()


def _fitting(numbers: Sequence[str], characters: int) -> str:
    """As many whole numbers as a line of `characters` holds."""
    shown = list(numbers)
    while len("  ".join(shown)) > characters:
        shown.pop()
    return "  ".join(shown)


def _rows(view: BoardView) -> list[CallRow]:
    """One row a counter, the newest call first; calls of the last two minutes that are over too.

    A paused counter has nothing to say of its last call.
    """
    rows = {
        call.counter: CallRow(
            counter=call.counter,
            number=call.number,
            zone=call.zone,
            at=call.at,
            standing="serving" if call.serving else "called",
        )
        for call in view.calls
    }
    paused = {pause.counter for pause in view.pauses}
    for past in reversed(view.announcements):
        if past.counter not in paused:
            over = CallRow(past.counter, past.number, past.zone, past.at, standing="over")
            rows.setdefault(past.counter, over)
    return sorted(rows.values(), key=lambda row: (row.at, row.number), reverse=True)


def _paused(pause: BoardPause) -> CallRow:
    return CallRow(pause.counter, "", pause.zone, pause.since, standing="paused")


def _aged(row: CallRow, now: datetime) -> CallRow:
    young = row.standing == "called" and now - row.at < YOUNG
    return CallRow(row.counter, row.number, row.zone, row.at, row.standing, young)
