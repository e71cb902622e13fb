"""What the bundle that a clerk has picked promises."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from common.domain.hall import Bundle, Hall
from common.domain.ids import BundleCode
from common.domain.promises import PromiseCheck
from common.qt.task_runner import TaskRunner
from counter.form_cabinet import FormCabinet

log = logging.getLogger(__name__)


class BundlePromises(QObject):
    """Reads the hall's forms aside when the first bundle is picked: one promise is about them.

    Signals:
        changed(): `checks` are others.
    """

    changed = Signal()

    def __init__(
        self, cabinet: FormCabinet, runner: TaskRunner, hall: Hall, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cabinet, self._runner, self._hall = cabinet, runner, hall
        self._bundle: Bundle | None = None
        self._known: Mapping[BundleCode, tuple[PromiseCheck, ...]] | None = None
        self._asked = False

    @property
    def checks(self) -> tuple[PromiseCheck, ...]:
        """Nothing of a service alone, and until the forms are read."""
        if self._bundle is None or self._known is None:
            return ()
        return self._known[self._bundle.code]

    def look_at(self, bundle: Bundle | None) -> None:
        """This one is picked now, or none."""
        if bundle == self._bundle:
            return
        self._bundle = bundle
        if bundle is not None and not self._asked:
            self._asked = True
            self._runner.submit(
                partial(self._cabinet.promises, self._hall), self._answered, _unread, owner=self
            )
        self.changed.emit()

    def _answered(self, known: Mapping[BundleCode, tuple[PromiseCheck, ...]]) -> None:
        self._known = known
        self.changed.emit()


def _unread(error: Exception) -> None:
    """The sheet of forms says it to the clerk; a number is taken all the same."""
    log.error("the forms cannot be read: %s", error)
