"""Somebody with an appointment has come: their number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from common import operations
from common.domain.appointment import Appointment
from common.domain.ids import AppointmentId, ClerkLogin, CounterCode, TicketId
from common.operations import CheckedIn
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_finder import AppointmentFinder
from counter.view_models.finder_page import FinderPage
from counter.view_models.message import Message, Tone


class CheckInPage(FinderPage):
    """Find, Enter, and the number stands there."""

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        finder: AppointmentFinder,
        counter: CounterCode,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(store, runner, translator, finder, clerk, parent)
        self._counter = counter
        self.checked_in: CheckedIn | None = None
        self._tickets: dict[AppointmentId, TicketId] = {}
        finder.chosen.connect(self._chosen)

    @property
    def done(self) -> bool:
        return self.checked_in is not None

    @property
    def told(self) -> str:
        """The half hour, and that the person came too late for it."""
        result, language = self.checked_in, self.language
        if result is None:
            return ""
        one = result.appointment
        return (one.told_late if result.late else one.told).say(language)

    def accept(self) -> None:
        """Enter: check in, or begin anew after it is done."""
        if self.busy:
            return
        if self.checked_in is None:
            self.finder.accept()
            return
        number, code = self.checked_in.issued.number, self.checked_in.appointment.code
        self.checked_in = None
        self.finder.type("")
        # Whoever pressed Enter twice reads the number once more.
        self._message = Message(
            Tone.GOOD,
            lambda: self.tr("{number} was given for {code}").format(number=number, code=code),
        )
        self.changed.emit()

    def step_back(self) -> bool:
        """Escape: True while the number is on its way, which somebody has to read."""
        return self.busy

    def _chosen(self, one: Appointment) -> None:
        if self.busy:
            return
        # Trying again after the database was away is the same intent: the number stays the same.
        ticket = self._tickets.setdefault(one.id, TicketId(operations.new_id()))
        self.busy, self._message = True, None
        self.changed.emit()
        self._runner.submit(
            partial(
                operations.check_in,
                self._store,
                one.id,
                ticket=ticket,
                by=self._counter,
                clerk=self._clerk,
            ),
            self._show,
            self._fail,
            owner=self,
        )

    def _show(self, result: CheckedIn) -> None:
        self.busy, self.checked_in = False, result
        self.changed.emit()
