"""The menu of a desk, and the questions that its entries ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from common.domain.hall import Hall
from common.domain.session import Approval, Role, Session
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.form_cabinet import FormCabinet
from counter.view_models.acts import Act
from counter.view_models.appointments import AppointmentsSheet
from counter.view_models.approval import ApprovalSheet, usual_reasons
from counter.view_models.bundle_promises import BundlePromises
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.menu import Errand, MenuSheet, paper_errands
from counter.view_models.message import Message, Tone
from counter.view_models.new_password import NewPassword
from counter.view_models.take_number import TakeNumberSheet

_ACTS = {
    Errand.PAUSE: Act.PAUSE,
    Errand.PUT_FIRST: Act.PUT_FIRST,
    Errand.EXTRA_QUEUE: Act.EXTRA_QUEUE,
    Errand.NOTICE: Act.NOTICE,
    Errand.RECEIPT: Act.RECEIPT,
    Errand.SLIP_AGAIN: Act.REPRINT,
    Errand.DAY_END: Act.DAY_END,
}
"""Entries that are acts of the desk, which asks what they need."""


class DeskErrands(QObject):
    """Makes the sheets of what a desk can do besides serving.

    Signals:
        opened(object): this sheet is to be laid over what is shown.
        closed(): the sheet on top is done.
        said(Message): for the calm line.
        act_wanted(Act): the desk is to ask what this act needs.
        kiosks_wanted(): the desk is to show how the kiosks are.
        forms_wanted(): the desk is to open filled forms.
    """

    opened = Signal(object)
    closed = Signal()
    said = Signal(object)
    act_wanted = Signal(object)
    kiosks_wanted = Signal()
    forms_wanted = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        session: Session,
        hall: Callable[[], Hall],
        papers: CounterPapers,
        cabinet: FormCabinet,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._session, self._hall, self._papers = session, hall, papers
        self._cabinet = cabinet
        self._open: dict[Errand, Callable[[], None]] = {
            Errand.TAKE_NUMBER: self._take_number,
            Errand.APPOINTMENTS: self.open_appointments,
            Errand.FORMS: self.forms_wanted.emit,
            Errand.KIOSKS: self.kiosks_wanted.emit,
            Errand.PAPERS: self.open_papers,
            Errand.CHANGE_PASSWORD: self._change_password,
            Errand.PRINT_AGAIN: papers.print_again,
            Errand.SAVE_PAPER: papers.save_unprinted,
        }

    def open_menu(self) -> None:
        self._open_menu(MenuSheet(self._session.role, parent=self))

    def open_papers(self) -> None:
        papers = self._papers
        entries = paper_errands(printer=papers.has_printer, unprinted=papers.unprinted is not None)
        self._open_menu(MenuSheet(self._session.role, entries, self))

    def _open_menu(self, menu: MenuSheet) -> None:
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
        if errand in _ACTS:
            self.act_wanted.emit(_ACTS[errand])
        else:
            self._open[errand]()

    def _take_number(self) -> None:
        here = self._session
        sheet = TakeNumberSheet(
            self._store,
            self._runner,
            self._translator,
            self._hall(),
            here.counter,
            here.clerk,
            BundlePromises(self._cabinet, self._runner, self._hall()),
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
