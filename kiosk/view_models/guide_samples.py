"""Samples (样例) of what a guide speaks of: forms filled in, papers as they should be."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.guide import SamplePicture
from common.domain.hall import Service
from common.operations.guide_samples import sample_pictures
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models.words import LIST, Words, words

log = logging.getLogger(__name__)


class GuideSamples(QObject):
    """The pictures of the guide that is open, and which of them is looked at.

    Signals:
        changed: anything of it.
        pictures_read: there are others; with those there are. Whoever draws them listens.
    """

    changed = Signal()
    pictures_read = Signal(object)

    def __init__(self, store: Store, worker: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._wanted: dict[str, Words] = {}
        """The digest of each picture, and which service it is of."""
        self._known: tuple[str, ...] = ()
        self._place: int | None = None

    def look_for(self, services: Sequence[Service]) -> None:
        """Another guide is open, or none."""
        wanted = {s.guide.sample: words(s.name) for s in services if s.guide.sample}
        self.close()
        if wanted == self._wanted:
            return
        self._wanted, self._known = wanted, ()
        self.changed.emit()
        if wanted:
            digests = tuple(wanted)
            self._worker.submit(
                lambda: sample_pictures(self._store, digests),
                lambda pictures: self._arrived(digests, pictures),
                lambda error: log.warning("the samples cannot be read: %s", error),
                self,
            )

    def _arrived(self, asked: Sequence[str], pictures: tuple[SamplePicture, ...]) -> None:
        if asked != tuple(self._wanted):
            return  # they read on
        self.pictures_read.emit(pictures)
        self._known = tuple(picture.digest for picture in pictures)
        self.changed.emit()

    @Slot()
    def open(self) -> None:
        """Look at the first, enlarged."""
        self._to(0 if self._known else None)

    @Slot()
    def turn(self) -> None:
        """The next one, and after the last the first."""
        if self._place is not None:
            self._to((self._place + 1) % len(self._known))

    @Slot()
    def close(self) -> None:
        self._to(None)

    def _to(self, place: int | None) -> None:
        if place != self._place:
            self._place = place
            self.changed.emit()

    def _source(self) -> str:
        return "" if self._place is None else f"image://sample/{self._known[self._place]}"

    def _all(self) -> list[dict[str, Any]]:
        return [self._wanted[digest] for digest in self._known]

    pictures = Property(LIST, _all, notify=changed)
    """Of what each picture is."""
    place = Property(int, lambda self: -1 if self._place is None else self._place, notify=changed)
    """Which is looked at; -1 for none."""
    source = Property(str, _source, notify=changed)
