"""Outside the hall's hours, while nobody is there: a dark, calm screen with no number to take."""

from __future__ import annotations

import math

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from common.qt.hall_time import HallClock
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.way import Way

AWAKE_SECONDS = 60
"""So long a touch at night shows the bright page: the hall's hours, and what goes on without it."""


class Night(QObject):
    """Whether the screen is dark, and where its words stand this minute.

    They move a little every minute, so that no screen keeps their shape.

    Signals:
        changed: `isDark` is another.
        drifted: the words stand elsewhere.
    """

    changed = Signal()
    drifted = Signal()

    def __init__(
        self, hall: HallWatch, way: Way, clock: HallClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._hall = hall
        self._way = way
        self._clock = clock
        self._dark = False
        self._awake = QTimer(self, singleShot=True, interval=AWAKE_SECONDS * 1000)
        self._awake.timeout.connect(self.look)
        hall.changed.connect(self.look)
        way.moved.connect(self.look)
        clock.changed.connect(self.drifted)

    @property
    def dark(self) -> bool:
        return self._dark

    @Slot()
    def wake(self) -> None:
        """Somebody is there."""
        if self._is_night():
            self._awake.start()
            self.look()

    @Slot()
    def look(self) -> None:
        """See whether it is night, and nobody there."""
        night = self._is_night()
        if not night:
            self._awake.stop()
        dark = night and self._way.depth == 1 and not self._awake.isActive()
        if dark != self._dark:
            self._dark = dark
            self.changed.emit()

    def close(self) -> None:
        self._awake.stop()

    def _is_night(self) -> bool:
        closure = self._hall.closure
        return closure is not None and not closure.for_a_while

    def _minute(self) -> int:
        return int(self._clock.now().timestamp() // 60)

    def _across(self) -> float:
        return math.sin(self._minute() / 5)

    def _down(self) -> float:
        return math.sin(self._minute() / 7.3 + 1)

    isDark = Property(bool, lambda self: self._dark, notify=changed)
    across = Property(float, _across, notify=drifted)
    """From -1, which is left, to 1."""
    down = Property(float, _down, notify=drifted)
