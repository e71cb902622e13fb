"""What people take numbers for these days, beside what the hall expects them to."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.ids import ServiceCode
from common.operations import taken_of_late
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models import catalogue
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.words import LIST

log = logging.getLogger(__name__)

_GOOD_FOR = timedelta(minutes=10)


class Recent(QObject):
    """The services most taken in this hall of late.

    Signals:
        changed: others, or in another order, or done on another day.
        turned: they are shown instead of the popular ones, or no longer.
    """

    changed = Signal()
    turned = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        hall_watch: HallWatch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._watch = hall_watch
        self._codes: Sequence[ServiceCode] = ()
        self._counted: datetime | None = None
        self._shown = False
        hall_watch.changed.connect(self._count)

    @Slot()
    def turn(self) -> None:
        """Show these instead of the popular services, or the popular ones again."""
        self._shown = not self._shown
        self.turned.emit()

    def wipe(self) -> None:
        """The next citizen begins with the popular ones."""
        if self._shown:
            self.turn()

    @Slot()
    def _count(self) -> None:
        """A few times an hour, however much happens in the hall."""
        now = self._watch.now()
        if self._counted is not None and now - self._counted < _GOOD_FOR:
            return
        self._counted = now
        store = self._store
        self._worker.submit(
            lambda: taken_of_late(store, catalogue.POPULAR_SHOWN), self._found, self._lost, self
        )

    def _found(self, codes: Sequence[ServiceCode]) -> None:
        self._codes = codes
        self.changed.emit()

    def _lost(self, error: Exception) -> None:
        log.warning("what people take cannot be counted: %s", error)
        self._counted = None

    def _services(self) -> list[dict[str, Any]]:
        hall = self._watch.hall
        if hall is None:
            return []
        known = {service.code: service for service in hall.services}
        chosen = [known[code] for code in self._codes if code in known]
        return catalogue.services(hall, chosen, self._watch.now().date())

    services = Property(LIST, _services, notify=changed)
    isShown = Property(bool, lambda self: self._shown, notify=turned)
