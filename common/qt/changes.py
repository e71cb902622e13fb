"""From the store's change feed to Qt signals."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from PySide6.QtCore import QMetaObject, QObject, Qt, Signal, Slot

from common.domain.errors import JiaohaoError

log = logging.getLogger(__name__)

WAIT_SECONDS = 1.0
RETRY_SECONDS = 0.5


class Feed(Protocol):
    """What `common.store` offers as its change feed."""

    def wait(self, timeout_seconds: float) -> bool:
        """True when something may have changed, False after the timeout. Raises DatabaseAway."""

    def close(self) -> None:
        """End a wait that is going on."""


class ChangeBridge(QObject):
    """Listens on its own thread and tells the GUI thread that something may have changed.

    A change is only a hint to read a snapshot again: several in a burst become one.

    Signals:
        changed(): read again. Also after `restored`, because anything may have happened meanwhile.
        lost(): the database is away.
        restored(): it is back.
    """

    changed = Signal()
    lost = Signal()
    restored = Signal()

    def __init__(self, feed: Feed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._away = False
        self._pending = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="change feed", daemon=True)

    def start(self) -> None:
        """Begin to listen; connect the signals first."""
        self._thread.start()

    def close(self, timeout: float = 2.0) -> bool:
        """Stop listening, close the feed. False when its thread is busy after `timeout` seconds."""
        self._closing.set()
        self._feed.close()
        if self._thread.ident is not None:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _listen(self) -> None:
        while not self._closing.is_set():
            try:
                something = self._feed.wait(WAIT_SECONDS)
            except JiaohaoError as error:
                if not self._away:
                    log.warning("the change feed is away: %s", error)
                    self._away = True
                    self._invoke("_tell_lost")
                self._closing.wait(RETRY_SECONDS)
                continue
            if self._away:
                log.info("the change feed is back")
                self._away = False
                self._invoke("_tell_restored")
            elif something and not self._pending.is_set():
                self._pending.set()
                self._invoke("_tell_changed")

    def _invoke(self, slot: str) -> None:
        if not self._closing.is_set():
            QMetaObject.invokeMethod(self, slot, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _tell_changed(self) -> None:
        self._pending.clear()
        if not self._closing.is_set():
            self.changed.emit()

    @Slot()
    def _tell_lost(self) -> None:
        if not self._closing.is_set():
            self.lost.emit()

    @Slot()
    def _tell_restored(self) -> None:
        if not self._closing.is_set():
            self.restored.emit()
            self.changed.emit()
