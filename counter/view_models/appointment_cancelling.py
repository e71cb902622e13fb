"""Giving the place of an appointment back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from common import operations
from common.domain.appointment import Appointment
from common.domain.ids import AppointmentId, ClerkLogin, RequestId
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_finder import AppointmentFinder, place_words
from counter.view_models.finder_page import FinderPage
from counter.view_models.message import Message, Tone


class CancelPage(FinderPage):
    """Find, Enter, and Enter once more to the question whether it is meant."""

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        finder: AppointmentFinder,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(store, runner, translator, finder, clerk, parent)
        self.asked: Appointment | None = None
        """Whether to cancel this one is the question now."""
        self._requests: dict[AppointmentId, RequestId] = {}
        finder.chosen.connect(self._chosen)

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

    def _chosen(self, one: Appointment) -> None:
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
        self.asked = None
        self.finder.look_again()
        super()._fail(error)
