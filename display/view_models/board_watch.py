"""Reads the board whenever the hall may have changed."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from common.domain.errors import JiaohaoError
from common.domain.hall import Zone
from common.operations import BoardView, board, hall
from common.qt.changes import ChangeBridge
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, OtherVersion, Store

log = logging.getLogger(__name__)

RETRY_MILLISECONDS = 1000

Look = tuple[BoardView, tuple[Zone, ...], int]


class BoardWatch(QObject):
    """Keeps one read under way at most; a change meanwhile makes one more.

    Signals:
        seen(BoardView, tuple[Zone, ...], int): the newest snapshot, the hall's zones, and how many
            counters the board speaks for.
        lost(): the database is away; the watch goes on trying.
        refused(str): the board cannot be shown, in words; the watch goes on trying.
    """

    seen = Signal(object, object, int)
    lost = Signal()
    refused = Signal(str)

    def __init__(
        self,
        open_store: Callable[[], Store],
        zone: str | None,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_store = open_store
        self._zone = zone
        self._translator = translator
        self._store: Store | None = None
        self._changes: ChangeBridge | None = None
        self._reading = False
        self._again = False
        self._logged = ""
        """What the log says of a board that cannot be shown; each refusal stands there once."""
        self._worker = TaskRunner("display database", self)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.read)

    def read(self) -> None:
        """Read the board as soon as the read under way, if any, is done."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._worker.submit(self._look, self._on_seen, self._on_error)

    def close(self) -> None:
        """Stop reading. The store belongs to whoever opened it."""
        self._retry.stop()
        if self._changes is not None:
            self._changes.close()
        self._worker.close()

    def _look(self) -> tuple[Store, Look]:
        store = self._store or self._open_store()
        shown, whole = board(store, self._zone), hall(store)
        counters = [c for c in whole.counters if shown.zone is None or c.zone == shown.zone.code]
        return store, (shown, whole.zones, len(counters))

    def _on_seen(self, answer: tuple[Store, Look]) -> None:
        store, look = answer
        self._reading = False
        self._logged = ""
        self._retry.stop()
        if self._changes is None:
            self._listen(store)
        self.seen.emit(*look)
        if self._again:
            self.read()

    def _on_error(self, error: Exception) -> None:
        self._reading = False
        if isinstance(error, JiaohaoError) and not _passes(error):
            if str(error) != self._logged:
                self._logged = str(error)
                log.error("cannot show the board: %s", error)
            self.refused.emit(self._words(error))
        else:
            self.lost.emit()
        self._retry.start()

    def _words(self, error: JiaohaoError) -> str:
        """Where the database is matters to nobody in the hall; the log has it."""
        if isinstance(error, OtherVersion):
            return self.tr(
                "The hall has another version than this board. IT staff must update this PC."
            )
        return error.text(self._translator.language)

    def _listen(self, store: Store) -> None:
        self._store = store
        self._changes = ChangeBridge(store.feed(), self)
        self._changes.changed.connect(self.read)
        self._changes.lost.connect(self.lost)
        self._changes.start()
        self._again = True  # what changed between the first look and the first listening


def _passes(error: JiaohaoError) -> bool:
    """Whether nobody has to do anything about it on this PC."""
    return isinstance(error, DatabaseAway) and not isinstance(error, OtherVersion)
