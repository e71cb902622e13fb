"""The menu of a desk, and the questions that its entries ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from common.domain.hall import Hall
from common.domain.session import Approval, Role, Session
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.acts import Act
from counter.view_models.appointments import AppointmentsSheet
from counter.view_models.approval import ApprovalSheet, usual_reasons
from counter.view_models.menu import Errand, MenuSheet
from counter.view_models.message import Message, Tone
from counter.view_models.new_password import NewPassword
from counter.view_models.take_number import TakeNumberSheet


class DeskErrands(QObject):
    """Makes the sheets of what a desk can do besides serving.

    Signals:
        opened(object): this sheet is to be laid over what is shown.
        closed(): the sheet on top is done.
        said(Message): for the calm line.
        act_wanted(Act): the desk is to ask what this act needs.
    """

    opened = Signal(object)
    closed = Signal()
    said = Signal(object)
    act_wanted = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        session: Session,
        hall: Callable[[], Hall],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._session, self._hall = session, hall

    def open_menu(self) -> None:
        menu = MenuSheet(self._session.role, self)
        menu.chosen.connect(self._choose)
        self.opened.emit(menu)

    def open_appointments(self) -> None:
        here = self._session
        self.opened.emit(
            AppointmentsSheet(
                self._store,
                self._runner,
                self._translator,
                self._hall(),
                here.counter,
                here.clerk,
                self,
            )
        )

    def ask_approval(
        self,
        what: Callable[[], str],
        then: Callable[[Approval], object],
        ready_reasons: Sequence[str] = (),
    ) -> None:
        """Ask a supervisor to agree to `what`, and hand the approval to `then`.

        Escape leads back to the sheet beneath, and `then` is not called.
        """
        here = self._session
        likely = here.clerk if here.role.may_act_as(Role.SUPERVISOR) else ""
        sheet = ApprovalSheet(
            self._store,
            self._runner,
            self._translator,
            what,
            login=likely,
            ready_reasons=ready_reasons or usual_reasons(),
            parent=self,
        )

        def go_on(approval: Approval) -> None:
            self.closed.emit()
            then(approval)

        sheet.approved.connect(go_on)
        self.opened.emit(sheet)

    def _choose(self, errand: Errand) -> None:
        self.closed.emit()
        match errand:
            case Errand.TAKE_NUMBER:
                self._take_number()
            case Errand.APPOINTMENTS:
                self.open_appointments()
            case Errand.PAUSE:
                self.act_wanted.emit(Act.PAUSE)
            case Errand.PUT_FIRST:
                self.act_wanted.emit(Act.PUT_FIRST)
            case Errand.EXTRA_QUEUE:
                self.act_wanted.emit(Act.EXTRA_QUEUE)
            case Errand.CHANGE_PASSWORD:
                self._change_password()

    def _take_number(self) -> None:
        here = self._session
        sheet = TakeNumberSheet(
            self._store,
            self._runner,
            self._translator,
            self._hall(),
            here.counter,
            here.clerk,
            self,
        )
        sheet.approval_asked.connect(
            lambda: self.ask_approval(sheet.to_approve, sheet.issue_approved)
        )
        self.opened.emit(sheet)

    def _change_password(self) -> None:
        sheet = NewPassword(
            self._store, self._runner, self._translator, self._session.clerk, parent=self
        )
        sheet.chosen.connect(lambda _: self._say_changed())
        self.opened.emit(sheet)

    def _say_changed(self) -> None:
        self.closed.emit()
        self.said.emit(Message(Tone.GOOD, lambda: self.tr("Your password is changed")))
