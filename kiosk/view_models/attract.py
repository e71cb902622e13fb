"""The pictures of the first page, one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.qt.task_runner import TaskRunner
from kiosk.attract_pictures import Picture, find_pictures
from kiosk.view_models.hall_watch import HallWatch

log = logging.getLogger(__name__)

LOOK_AGAIN_SECONDS = 300
"""How long until new pictures in the folder are noticed."""


class AttractShow(QObject):
    """Which picture stands on the first page; the page itself turns them.

    Signals:
        changed: `source` or `seconds` is another.
    """

    changed = Signal()

    def __init__(
        self,
        hall: HallWatch,
        worker: TaskRunner,
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`folder` of this machine goes before the hall file's."""
        super().__init__(parent)
        self._hall = hall
        self._worker = worker
        self._given = folder
        self._clock = clock
        self._folder: Path | None = None
        self._pictures: list[Picture] = []
        self._refused: list[Picture] = []
        self._turn = 0
        self._looking = False
        self._looked_at = float("-inf")
        hall.changed.connect(self._hall_read)

    @Slot()
    def turn(self) -> None:
        """The next picture."""
        self._turn += 1
        if self._clock() - self._looked_at >= LOOK_AGAIN_SECONDS:
            self._look()
        self.changed.emit()

    @Slot(str)
    def drop(self, source: str) -> None:
        """This one cannot be shown after all."""
        bad = next((picture for picture in self._pictures if picture.url == source), None)
        if bad is not None:
            log.warning("the picture %s is skipped: it cannot be drawn", bad.path)
            self._pictures.remove(bad)
            self._refused.append(bad)
            self.changed.emit()

    def _hall_read(self) -> None:
        hall = self._hall.hall
        named = Path(hall.attract.folder) if hall and hall.attract.folder else None
        folder = self._given or named
        if folder != self._folder:
            self._folder = folder
            self._pictures = []
            self._refused = []
            self._looked_at = float("-inf")
            self._look()
        self.changed.emit()

    def _look(self) -> None:
        folder = self._folder
        if folder is None or self._looking:
            return
        self._looking = True
        self._looked_at = self._clock()
        self._worker.submit(
            partial(find_pictures, folder, tuple(self._pictures), tuple(self._refused)),
            partial(self._found, folder),
            self._not_found,
            self,
        )

    def _found(self, folder: Path, found: tuple[list[Picture], list[Picture]]) -> None:
        self._looking = False
        if folder != self._folder:
            self._look()
            return
        self._pictures, self._refused = found
        self.changed.emit()

    def _not_found(self, error: Exception) -> None:
        log.warning("the pictures cannot be looked at: %s", error)
        self._looking = False

    def _source(self) -> str:
        return self._pictures[self._turn % len(self._pictures)].url if self._pictures else ""

    def _seconds(self) -> int:
        return self._hall.hall.attract.seconds if self._hall.hall else 0

    source = Property(str, _source, notify=changed)
    """The picture of this turn; empty when there is none."""
    seconds = Property(int, _seconds, notify=changed)
    several = Property(bool, lambda self: len(self._pictures) > 1, notify=changed)
