"""Giving the place of an appointment back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.appointment import Appointment
from common.domain.ids import AppointmentId, ClerkLogin, RequestId
from common.domain.text import Language
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_finder import AppointmentFinder, place_words
from counter.view_models.message import Message, Tone, error_message


class CancelPage(QObject):
    """Find, Enter, and Enter once more to the question whether it is meant.

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
        self.asked: Appointment | None = None
        """Whether to cancel this one is the question now."""
        self._message: Message | None = None
        self._requests: dict[AppointmentId, RequestId] = {}
        finder.chosen.connect(self._ask)
        finder.asked_anew.connect(self._forget_answer)
        finder.changed.connect(self.changed)

    @property
    def language(self) -> Language:
        return self._translator.language

    @property
    def message(self) -> Message | None:
        return self._message or self.finder.message

    def accept(self) -> None:
        """Enter: ask, or do it once it was asked."""
        if self.busy:
            return
        if self.asked is None:
            self.finder.accept()
            return
        one = self.asked
        request = self._requests.setdefault(one.id, RequestId(operations.new_id()))
        self.busy, self._message = True, None
        self.changed.emit()
        self._runner.submit(
            partial(
                operations.cancel_appointment,
                self._store,
                one.id,
                clerk=self._clerk,
                request=request,
            ),
            self._show,
            self._fail,
            owner=self,
        )

    def step_back(self) -> bool:
        """Escape: keep the appointment that was asked about. False when none was."""
        if self.asked is None or self.busy:
            return self.busy
        self.asked, self._message = None, None
        self.changed.emit()
        return True

    def _ask(self, one: Appointment) -> None:
        self.asked, self._message = one, None
        self.changed.emit()

    def _show(self, cancelled: Appointment) -> None:
        self.busy, self.asked = False, None
        self.finder.type("")
        self._message = Message(
            Tone.GOOD,
            lambda: self.tr("The appointment of {place} is cancelled; others may book it").format(
                place=place_words(cancelled)
            ),
        )
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.busy, self.asked = False, None
        self.finder.look_again()
        self._message = error_message(error, lambda: self.language)
        self.changed.emit()

    def _forget_answer(self) -> None:
        self._message = None
