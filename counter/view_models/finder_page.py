"""A page that finds an appointment and does one thing with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from common.domain.ids import ClerkLogin
from common.domain.text import Language
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_finder import AppointmentFinder
from counter.view_models.message import Message, error_message


class FinderPage(QObject):
    """The finder, and what was said of the appointment that was found last.

    What is done with the one that somebody chooses, a page connects to the finder's `chosen`.

    Signals:
        changed(): anything that the page shows may differ.
    """

    changed = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        finder: AppointmentFinder,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._clerk = clerk
        self.finder = finder
        self.busy = False
        self._message: Message | None = None
        finder.asked_anew.connect(self._forget_answer)
        finder.changed.connect(self.changed)

    @property
    def language(self) -> Language:
        return self._translator.language

    @property
    def message(self) -> Message | None:
        return self._message or self.finder.message

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self._message = error_message(error, lambda: self.language)
        self.changed.emit()

    def _forget_answer(self) -> None:
        self._message = None
