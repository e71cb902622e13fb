"""Nobody there any more: the countdown that ends a visit."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

_TICK_MILLISECONDS = 250


class IdleTimer(QObject):
    """Counts down from the last touch while it runs.

    Signals:
        changed: `secondsLeft`, `running` or `warning` is another.
        expired: the countdown reached zero; it stands still until the next `begin`.
    """

    changed = Signal()
    expired = Signal()

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = 0.0
        self._warn = 0.0
        self._deadline: float | None = None
        self._shown: tuple[int, bool] = (0, False)
        self._timer = QTimer(self, interval=_TICK_MILLISECONDS)
        self._timer.timeout.connect(self.tick)

    def begin(self, limit: float, warn: float) -> None:
        """Start over with `limit` seconds, of which the last `warn` are worth a word."""
        self._limit, self._warn = limit, warn
        self._deadline = self._clock() + limit
        self._timer.start()
        self._announce()

    def stop(self) -> None:
        """Stand still: somebody is being served, or nobody is there."""
        self._deadline = None
        self._timer.stop()
        self._announce()

    @Slot()
    def touched(self) -> None:
        """Somebody is there: the whole time is theirs again."""
        if self._deadline is not None:
            self._deadline = self._clock() + self._limit
            self._announce()

    @Slot()
    def tick(self) -> None:
        """Look at the clock."""
        if self._deadline is not None and self._clock() >= self._deadline:
            self.stop()
            self.expired.emit()
        else:
            self._announce()

    def _announce(self) -> None:
        shown = (self._seconds_left(), self._running())
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _running(self) -> bool:
        return self._deadline is not None

    def _seconds_left(self) -> int:
        if self._deadline is None:
            return 0
        return max(0, math.ceil(self._deadline - self._clock()))

    def _warning(self) -> bool:
        return self._running() and self._seconds_left() <= self._warn

    def _whole(self) -> int:
        return int(self._limit)

    limit = Property(int, _whole, notify=changed)
    running = Property(bool, _running, notify=changed)
    secondsLeft = Property(int, _seconds_left, notify=changed)
    warning = Property(bool, _warning, notify=changed)
