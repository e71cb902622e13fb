"""A supervisor agrees, at the clerk's own screen, to what the rules do not allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common import operations
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.message import Message, error_message


class ApprovalSheet(QObject):
    """Login, password and reason of the supervisor; nothing of it stays on the screen.

    Signals:
        changed(): fields or message are to be read again.
        refused(str): the field to correct: "login", "password" or "reason".
        approved(Approval): to be passed to the act; the sheet is done.
    """

    changed = Signal()
    refused = Signal(str)
    approved = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        what: Callable[[], str],
        *,
        login: str = "",
        ready_reasons: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """`what` says what is to be approved, in the language of the screen; `login` is who most
        likely approves, such as the supervisor who is signed in here."""
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._what = what
        self.login = login
        self.password = ""
        self.reason = ""
        self.ready_reasons = tuple(ready_reasons)
        self.busy = False
        self.message: Message | None = None

    @property
    def what(self) -> str:
        return self._what()

    def set_login(self, login: str) -> None:
        self.login = login.strip()
        self._forget_answer()

    def set_password(self, password: str) -> None:
        self.password = password
        self._forget_answer()

    def set_reason(self, reason: str) -> None:
        self.reason = reason
        self._forget_answer()

    def accept(self) -> None:
        """Ask whether this person may approve, or point at what is missing."""
        if self.busy:
            return
        fields = ("reason", "login", "password")
        missing = next((f for f in fields if not getattr(self, f).strip()), None)
        if missing:
            self.refused.emit(missing)
            return
        store, login, password, reason = self._store, self.login, self.password, self.reason
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(
            lambda: operations.approve(store, login, password, reason),
            self._finish,
            self._fail,
            owner=self,
        )

    def _finish(self, approval: object) -> None:
        self.busy, self.password = False, ""
        self.approved.emit(approval)

    def _fail(self, error: Exception) -> None:
        self.busy, self.password = False, ""
        self.message = error_message(error, lambda: self._translator.language)
        self.changed.emit()
        self.refused.emit("password")

    def _forget_answer(self) -> None:
        self.message = None
        self.changed.emit()


def usual_reasons() -> tuple[str, ...]:
    """Reasons for a number outside the rules, to take with one press."""
    return (
        QCoreApplication.translate("ReadyNotes", "Emergency"),
        QCoreApplication.translate("ReadyNotes", "Our mistake"),
        QCoreApplication.translate("ReadyNotes", "Came from far away"),
    )


def reasons_to_pause() -> tuple[str, ...]:
    """Reasons for the last open counter of a queue."""
    return (
        QCoreApplication.translate("ReadyNotes", "A colleague comes soon"),
        QCoreApplication.translate("ReadyNotes", "Emergency"),
        QCoreApplication.translate("ReadyNotes", "Equipment failed"),
    )


def reasons_to_help_out() -> tuple[str, ...]:
    """Reasons for a counter to take a queue that is not its own."""
    return (
        QCoreApplication.translate("ReadyNotes", "Too many people wait"),
        QCoreApplication.translate("ReadyNotes", "A colleague is absent"),
    )
