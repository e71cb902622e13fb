"""Filled forms whose time is over are erased while any counter runs (docs/decisions/0024)."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from common.qt.task_runner import TaskRunner
from common.store import Store

log = logging.getLogger(__name__)

_HOUR = 3_600_000


class FormErasing(QObject):
    """Erases at the start and every hour, so also soon after a day began.

    A counter that cannot, since the database is away or does not let it, leaves it to the next
    hour or to another: what is due may be read by nobody anyway.

    Signals:
        erased(int): so many forms were erased this time.
    """

    erased = Signal(int)

    def __init__(self, store: Store, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._runner = store, runner
        self._timer = QTimer(self, interval=_HOUR)
        self._timer.timeout.connect(self.erase)

    def start(self) -> None:
        self._timer.start()
        self.erase()

    def erase(self) -> None:
        self._runner.submit(self._job, self.erased.emit, self._fail, owner=self)

    def close(self) -> None:
        self._timer.stop()

    def _job(self) -> int:
        # Loads cryptography, for which no clerk should wait at the start.
        from common.operations.kept_forms import erase_due

        return erase_due(self._store)

    def _fail(self, error: Exception) -> None:
        log.info("forms are not erased now: %s", error)
