"""Writes that nobody at the kiosk waits for, and that must reach the database all the same."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway

log = logging.getLogger(__name__)

_RETRY_MILLISECONDS = 1000


class Outbox(QObject):
    """Runs each write once; those that met a database that is away are tried again.

    `send_again` is for when the database is known to be back. An absence too short to be noticed
    by anyone else ends by itself: the outbox also tries every second.
    """

    def __init__(self, worker: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._waiting: list[Callable[[], object]] = []
        self._under_way = 0
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MILLISECONDS)
        self._retry.timeout.connect(self.send_again)

    @property
    def waiting(self) -> int:
        """How many writes are not made yet."""
        return len(self._waiting) + self._under_way

    def close(self) -> None:
        """Give up what is still waiting."""
        self._retry.stop()
        self._waiting.clear()

    def add(self, write: Callable[[], object]) -> None:
        """Make this write soon; it must be one that may safely run twice."""
        self._under_way += 1
        self._worker.submit(write, self._made, partial(self._failed, write), self)

    @Slot()
    def send_again(self) -> None:
        """The database is back."""
        self._retry.stop()
        writes, self._waiting = self._waiting, []
        for write in writes:
            self.add(write)

    def _made(self, _answer: object) -> None:
        self._under_way -= 1

    def _failed(self, write: Callable[[], object], error: Exception) -> None:
        self._under_way -= 1
        if isinstance(error, DatabaseAway):
            self._waiting.append(write)
            self._retry.start()
        else:
            log.error("a write of the kiosk was refused: %s", error)
