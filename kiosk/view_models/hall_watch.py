"""What the kiosk knows of its hall right now."""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.calendar import Closure
from common.domain.estimate import Waits
from common.domain.hall import Hall
from common.operations import KioskView, hall_waits, kiosk_view
from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.store import OtherVersion, Store
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, moment_words, opening_hours, words

log = logging.getLogger(__name__)

REFRESH_SECONDS = 15
"""Opening and closing change nothing in the database, so the hall is read again now and then."""
ESTIMATE_SECONDS = 10
"""How long an estimate of the waits is good enough: playing the line forward takes a moment."""
_SLEPT = timedelta(seconds=5)
"""Between two ticks of a second: longer than any screen is busy."""
RETRY_SECONDS = 2
"""How often a kiosk without its database tries again."""


class HallWatch(QObject):
    """Reads the hall at the start, when it may have changed, and until it answers again.

    Signals:
        changed: a fresh snapshot; everything but `isAway` may be new.
        away_changed: the database went away or came back.
        restored: the database came back.
        day_began: another hall day, the first included.
        waits_changed: the expected waits are new.
    """

    changed = Signal()
    away_changed = Signal()
    restored = Signal()
    day_began = Signal()
    waits_changed = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        changes: ChangeBridge,
        clock: HallClock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._clock = clock
        self._view: KioskView | None = None
        self._reading = False
        self._read_again = False
        self._seconds_to_read = REFRESH_SECONDS
        self._seconds_to_estimate = 0
        self._expected = Waits({}, {}, {})
        self._estimates: dict[str, dict[str, list[int]]] = {}
        self._away = False
        self._other_version = False
        self._day: date | None = None
        self._ticked_at: datetime | None = None
        changes.changed.connect(self.refresh)
        changes.lost.connect(self.lose)
        changes.restored.connect(self.refresh)
        clock.ticked.connect(self._tick)

    @property
    def hall(self) -> Hall | None:
        """None until the first snapshot."""
        return self._view.hall if self._view else None

    @property
    def away(self) -> bool:
        return self._away

    @property
    def closure(self) -> Closure | None:
        """Why no numbers are issued; None while they are, or nothing is known."""
        return self._view.closure if self._view else None

    @property
    def issuing(self) -> bool:
        """Whether the hall issues numbers at this time."""
        return self._view is not None and self._view.closure is None

    @property
    def known_waits(self) -> Waits:
        """The expected waits of a number taken now; of what is missing too little is known."""
        return self._expected

    def now(self) -> datetime:
        """Hall time by the database's clock."""
        return self._clock.now().astimezone(self._clock.zone)

    @Slot()
    def refresh(self) -> None:
        """Read the hall soon; asking again while that runs reads it once more."""
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        self._seconds_to_read = RETRY_SECONDS if self._away else REFRESH_SECONDS
        self._worker.submit(lambda: kiosk_view(self._store), self._arrived, self._failed, self)

    @Slot()
    def _estimate(self) -> None:
        """Ask for the expected waits, a few times a minute however much happens in the hall."""
        if self._seconds_to_estimate <= 0:
            self._seconds_to_estimate = ESTIMATE_SECONDS
            self._worker.submit(
                lambda: hall_waits(self._store), self._estimated, self._not_estimated, self
            )

    def _estimated(self, waits: Waits) -> None:
        self._expected = waits
        self._estimates = {}
        for (queue, lane), wait in waits.fresh.items():
            of_queue = self._estimates.setdefault(str(queue), {})
            of_queue[str(lane)] = [wait.shortest, wait.longest]
        self.waits_changed.emit()

    def _not_estimated(self, error: Exception) -> None:
        """Who takes a number finds out what is wrong; an old estimate would be worse than none."""
        log.warning("the waits cannot be estimated: %s", error)
        self._estimated(Waits({}, {}, {}))

    @Slot()
    def lose(self, error: Exception | None = None) -> None:
        """The database is away: somebody met it first, who may not know why."""
        self._seconds_to_read = RETRY_SECONDS
        if error is not None and isinstance(error, OtherVersion) != self._other_version:
            self._other_version = not self._other_version
            self.away_changed.emit()
        self._set_away(True)

    def _arrived(self, view: KioskView) -> None:
        self._view = view
        self._clock.set_zone(ZoneInfo(view.hall.time_zone))
        self._clock.follow(view.now)
        self._done_reading()
        self.changed.emit()
        self._estimate()
        self._set_away(False)
        self._notice_day()

    def _failed(self, error: Exception) -> None:
        log.warning("the hall cannot be read: %s", error)
        self.lose(error)
        self._done_reading()

    def _done_reading(self) -> None:
        self._reading = False
        if self._read_again:
            self._read_again = False
            self.refresh()

    def _set_away(self, away: bool) -> None:
        if away != self._away:
            self._away = away
            self.away_changed.emit()
            if not away:
                self.restored.emit()

    @Slot()
    def _tick(self) -> None:
        self._seconds_to_read -= 1
        self._seconds_to_estimate -= 1
        if self._seconds_to_read <= 0 or self._has_slept() or self._is_opening():
            self.refresh()
        self._notice_day()

    def _has_slept(self) -> bool:
        """The clock went on, or was set, while nothing here did: what is shown may be of old."""
        before, self._ticked_at = self._ticked_at, self.now()
        return before is not None and not timedelta(0) <= self.now() - before < _SLEPT

    def _is_opening(self) -> bool:
        closure = self.closure
        return closure is not None and closure.opens is not None and closure.opens <= self.now()

    def _notice_day(self) -> None:
        if self._view is not None and self.now().date() != self._day:
            self._day = self.now().date()
            self.day_began.emit()

    def _hall_name(self) -> Words:
        return words(self.hall.name) if self.hall else NO_WORDS

    def _practice(self) -> bool:
        return self.hall is not None and self.hall.practice

    def _phone(self) -> str:
        return self.hall.phone if self.hall else ""

    def _waiting(self) -> dict[str, int]:
        return {str(queue): n for queue, n in self._view.waiting.items()} if self._view else {}

    def _waits(self) -> dict[str, dict[str, list[int]]]:
        return self._estimates

    def _opens_at(self) -> Words:
        closure = self._view.closure if self._view else None
        return moment_words(closure.opens) if closure and closure.opens else NO_WORDS

    def _closed_why(self) -> Words:
        closure = self._view.closure if self._view else None
        if closure is None:
            return NO_WORDS
        told = closure.told
        return {"zh": told.zh, "en": told.en[:1].upper() + told.en[1:]}

    def _opening_hours(self) -> list[dict[str, Any]]:
        return opening_hours(self.hall.calendar) if self.hall else []

    def _is_away(self) -> bool:
        return self._away

    def _is_other_version(self) -> bool:
        return self._other_version

    hallName = Property(MAP, _hall_name, notify=changed)
    practice = Property(bool, _practice, notify=changed)
    phone = Property(str, _phone, notify=changed)
    isIssuing = Property(bool, lambda self: self.issuing, notify=changed)
    waiting = Property(MAP, _waiting, notify=changed)
    waits = Property(MAP, _waits, notify=waits_changed)
    """For each queue and priority class the expected wait, from and to in minutes; else nothing."""
    opensAt = Property(MAP, _opens_at, notify=changed)
    closedWhy = Property(MAP, _closed_why, notify=changed)
    openingHours = Property(LIST, _opening_hours, notify=changed)
    isAway = Property(bool, _is_away, notify=away_changed)
    isOtherVersion = Property(bool, _is_other_version, notify=away_changed)
    """While away: this program and the hall's database are not of the same version."""
