"""Which call stands in the banner, for how long, and when the chime sounds."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QElapsedTimer, QObject, Qt, QTimer, Signal

from common.operations import Announcement


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a banner stands, in milliseconds."""

    alone: int = 8000
    """The newest call, when nobody else waits to be announced."""
    in_line: int = 2500
    """At least, when others wait: three flashes of 0.7 s and a moment to read."""
    merged: int = 5000
    """Several calls in one banner."""


MERGE_ABOVE = 3
"""When more calls than this wait, they are shown together."""
MERGED_LYING = 6
MERGED_STANDING = 4
"""So many in one banner, on a lying and on a standing screen."""
OLD_NEWS = timedelta(seconds=20)
"""A screen that starts announces what was called so shortly before it looked."""


class Announcer(QObject):
    """Shows every call once, in the order of the calls, whatever arrives at the same instant.

    `hear` takes the announcements of each snapshot; those not heard before queue up behind the
    banner. A recall is an announcement of its own, so it flashes again.

    Signals:
        announced(tuple[Announcement, ...]): they stand in the banner from now on: chime, speak.
        changed(): another banner, or the banner came to rest.
    """

    announced = Signal(object)
    changed = Signal()

    def __init__(self, pace: Pace | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pace = pace or Pace()
        self._heard: set[int] | None = None
        self._waiting: deque[Announcement] = deque()
        self._banner: tuple[Announcement, ...] = ()
        self._live = False
        self._round = 0
        self._together = MERGED_LYING
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self._stood = QElapsedTimer()

    @property
    def banner(self) -> tuple[Announcement, ...]:
        return self._banner

    @property
    def waiting(self) -> tuple[Announcement, ...]:
        return tuple(self._waiting)

    def hear(self, announcements: Sequence[Announcement], now: datetime) -> None:
        """Queue what is new. `announcements` come oldest first, `now` is the database's time."""
        if self._heard is None:
            known = [old for old in announcements if now - old.at > OLD_NEWS]
            if known and not self._banner:
                self._banner = (known[-1],)
                self.changed.emit()
            self._heard = {old.sequence for old in known}
        news = [new for new in announcements if new.sequence not in self._heard]
        # What the snapshot no longer tells can never come again: sequences only grow.
        self._heard = {each.sequence for each in announcements}
        self._waiting.extend(sorted(news, key=lambda new: new.sequence))
        if not self._waiting:
            return
        if not self._live:
            self._step()
        elif self._timer.remainingTime() > self._rest_of_turn():
            self._timer.start(self._rest_of_turn())

    def set_portrait(self, portrait: bool) -> None:
        """Put no more calls into one banner than such a screen shows in a readable size."""
        self._together = MERGED_STANDING if portrait else MERGED_LYING

    def forget(self) -> None:
        """Empty the banner, as when the hall day ends."""
        if self._banner and not self._live:
            self._banner = ()
            self.changed.emit()

    def stop(self) -> None:
        """Announce no more."""
        self._timer.stop()
        self._waiting.clear()

    def _rest_of_turn(self) -> int:
        """What is left of the least time that the present banner has a right to."""
        return max(0, self._turn() - self._stood.elapsed())

    def _turn(self) -> int:
        return self._pace.merged if len(self._banner) > 1 else self._pace.in_line

    def _step(self) -> None:
        if not self._waiting:
            self._live = False
            self.changed.emit()
            return
        count = min(len(self._waiting), self._together) if len(self._waiting) > MERGE_ABOVE else 1
        self._banner = tuple(self._waiting.popleft() for _ in range(count))
        self._live = True
        self._round += 1
        self._stood.start()
        self._timer.start(self._turn() if self._waiting else max(self._turn(), self._pace.alone))
        self.changed.emit()
        self.announced.emit(self._banner)

    @Property(list, notify=changed)
    def bannerCalls(self) -> list[dict[str, Any]]:
        return [_shown(each) for each in self._banner]

    @Property(bool, notify=changed)
    def live(self) -> bool:
        """True while the banner is news; afterwards it stands as the latest call."""
        return self._live

    @Property(int, notify=changed)
    def round(self) -> int:
        """Grows with each announcement: the banner flashes when it does."""
        return self._round


def _shown(call: Announcement) -> dict[str, Any]:
    return {"number": call.number, "counter": call.counter, "zone": call.zone, "times": call.times}
