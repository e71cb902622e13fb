"""The acts of a desk: what each one asks of the shared line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.help import HelpCall
from common.domain.ids import HelpId, TicketNumber
from common.domain.pause import PauseReason
from common.domain.session import Approval, Role, Session
from common.domain.text import Language, Text
from common.domain.ticket import HoldKind
from common.operations import DeskView, Moved
from common.operations.errors import LastOpenCounter
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.acts import Act
from counter.view_models.approval import reasons_to_help_out, reasons_to_pause
from counter.view_models.choice_sheet import FIGURES_FIRST, ChoiceSheet
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.desk_errands import DeskErrands
from counter.view_models.desk_messages import DeskMessages
from counter.view_models.link import DeskLink, Tell
from counter.view_models.message import Message
from counter.view_models.notice_sheet import NoticeSheet
from counter.view_models.paper_acts import PaperActs
from counter.view_models.sheets import FinishSheet, PickSheet

OrWith = Callable[..., None]
"""Takes the refusal, and as `verb` the act that a supervisor may still allow."""


class DeskActs(QObject):
    """Sends what a press or a sheet has settled, and asks a supervisor where the rules want one.

    Signals:
        begun(): an act of the clerk is on its way.
        refused(Exception): what needs no request did not happen, and why.
        said(Message): for the calm line, of what needs no request.
        signed_out(): the session is over.
    """

    begun = Signal()
    refused = Signal(object)
    said = Signal(object)
    signed_out = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        link: DeskLink,
        translator: Translator,
        errands: DeskErrands,
        session: Session,
        hall: Callable[[], Hall],
        view: Callable[[], DeskView | None],
        papers: CounterPapers,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._link = store, runner, link
        self._translator, self._errands = translator, errands
        self._session, self._hall, self._view = session, hall, view
        self._papers = PaperActs(store, session, papers, self)
        self._papers.said.connect(self.said)
        self._tell = DeskMessages(self)
        self._or_with: Callable[[JiaohaoError], None] | None = None

    def do_at_once(self, act: Act) -> None:
        acts: dict[Act, tuple[Callable[..., object], Tell]] = {
            Act.CALL_NEXT: (operations.call_next, self._tell.called),
            Act.SERVE: (operations.serve, lambda _: None),
            Act.RECALL: (operations.recall, self._tell.recalled),
            Act.MISS: (operations.miss, self._tell.missed),
            Act.REOPEN: (operations.reopen, self._tell.reopened),
        }
        verb, tell = acts[act]
        self._send(act, partial(verb, self._store, self._session.counter), tell)

    def finish(self, sheet: FinishSheet) -> None:
        outcome, cases = sheet.outcome, sheet.cases
        finish = partial(operations.finish, self._store, self._session.counter, outcome, cases)

        def tell(moved: Moved) -> Message:
            return self._tell.finished(moved, outcome, cases)

        if sheet.receipt:
            self._send(Act.FINISH, *self._papers.with_receipt(finish, tell))
        else:
            self._send(Act.FINISH, finish, tell)

    def give_notice(self, sheet: NoticeSheet) -> None:
        self._send(Act.NOTICE, *self._papers.notice(sheet))

    def answer_help(self, call: HelpId) -> None:
        here = self._session
        answer = partial(operations.acknowledge_help, self._store, call, counter=here.counter)
        self._send(Act.ANSWER_HELP, answer, self._tell_of_help(self._tell.going))

    def end_help(self, call: HelpId) -> None:
        here = self._session
        end = partial(operations.end_help, self._store, call, counter=here.counter)
        self._send(Act.END_HELP, end, self._tell_of_help(self._tell.helped))

    def _tell_of_help(self, tell: Callable[[Text, Callable[[], Language]], Message]) -> Tell:
        def told(call: HelpCall) -> Message:
            kiosk = self._hall().kiosk(call.kiosk).name
            return tell(kiosk, lambda: self._translator.language)

        return told

    def put_out_figures(self) -> None:
        """Of today, and of the clerk who is signed in."""
        self._runner.submit(
            self._papers.figures, self._papers.put_out_figures, self.refused.emit, owner=self
        )

    def do_picked(self, sheet: PickSheet) -> None:
        store, counter = self._store, self._session.counter
        picked, note = sheet.picked, sheet.note.strip()
        match sheet.act:
            case Act.TRANSFER if sheet.comes_back:
                ask = partial(operations.consult, store, counter, picked, note)
                self._send(Act.TRANSFER, ask, lambda moved: self._tell.consulted(moved, picked))
            case Act.TRANSFER:
                verb = partial(operations.transfer, store, counter, picked, note)
                self._send(Act.TRANSFER, verb, lambda moved: self._tell.transferred(moved, picked))
            case Act.CALL_NUMBER:
                call = partial(operations.call_number, store, counter, picked, note)
                self._send(Act.CALL_NUMBER, call, self._tell.called)
            case Act.CANCEL:
                verb = partial(operations.cancel, store, TicketNumber(picked), note)
                self._send(Act.CANCEL, verb, self._tell.cancelled)
            case Act.RESUME:
                self.resume(picked)
            case Act.REINSTATE:
                self.reinstate(picked)
            case Act.PUT_FIRST:
                self._ask_to_put_first(picked)
            case Act.EXTRA_QUEUE:
                self.take_or_end_queue(picked)
            case Act.RECEIPT:
                self._send(Act.RECEIPT, *self._papers.receipt(picked))
            case Act.REPRINT:
                self._send(Act.REPRINT, *self._papers.slip_again(picked))
            case Act.SIGN_OUT:
                self.sign_out()

    def do_chosen(self, sheet: ChoiceSheet) -> None:
        store, counter, note = self._store, self._session.counter, sheet.note.strip()
        if sheet.act is Act.SIGN_OUT:
            if sheet.picked == FIGURES_FIRST:
                self.put_out_figures()
            self.sign_out()
            return
        if sheet.act is Act.HOLD:
            hold = partial(operations.hold, store, counter, note, HoldKind(sheet.picked))
            self._send(Act.HOLD, hold, self._tell.held)
            return
        reason = PauseReason(sheet.picked)
        pause = partial(operations.pause, store, counter, reason, note=note)
        self._send(Act.PAUSE, pause, self._tell.paused, or_with=self._approve_pause)

    def _approve_pause(self, refused: JiaohaoError, verb: Callable[..., object]) -> None:
        """The last open counter of a queue pauses only when a supervisor agrees."""
        self._errands.ask_approval(
            lambda: refused.text(self._translator.language),
            lambda approval: self._send(
                Act.PAUSE, partial(verb, approval=approval), self._tell.paused
            ),
            reasons_to_pause(),
        )

    def take_or_end_queue(self, queue: str) -> None:
        store, counter = self._store, self._session.counter
        view = self._view()
        if view is not None and queue in [q.code for q in view.extra]:
            drop = partial(operations.drop_queue, store, counter, queue)
            self._send(Act.EXTRA_QUEUE, drop, self._tell.queue_dropped)
            return
        add = partial(operations.add_queue, store, counter, queue)
        if self._session.role.may_act_as(Role.SUPERVISOR):
            self._send(Act.EXTRA_QUEUE, add, self._tell.queue_added)
            return
        name = self._hall().queue(queue).name
        self._errands.ask_approval(
            lambda: self.tr("{counter} takes queue {queue} {name} too").format(
                counter=counter, queue=queue, name=name.say(self._translator.language)
            ),
            lambda approval: self._send(
                Act.EXTRA_QUEUE, partial(add, approval=approval), self._tell.queue_added
            ),
            reasons_to_help_out(),
        )

    def _ask_to_put_first(self, number: str) -> None:
        def put(approval: Approval) -> None:
            self._link.send(
                Act.PUT_FIRST,
                lambda request: operations.put_first(self._store, number, approval, request),
                self._tell.put_first,
            )

        self._errands.ask_approval(
            lambda: self.tr("{number} goes before all others").format(number=number), put
        )

    def resume(self, number: str) -> None:
        """At once when the counter is free; otherwise the person is the next one here."""
        view = self._view()
        free = view is not None and view.current is None and view.pause is None
        here = self._session.counter if free else None
        verb = partial(operations.resume, self._store, TicketNumber(number), here)
        self._send(Act.RESUME, verb, self._tell.resumed)

    def reinstate(self, number: str) -> None:
        verb = partial(operations.reinstate, self._store, TicketNumber(number))
        self._send(Act.REINSTATE, verb, self._tell.reinstated)

    def sign_out(self) -> None:
        self._runner.submit(
            partial(operations.sign_out, self._store, self._session.id),
            lambda _: self.signed_out.emit(),
            self.refused.emit,
            owner=self,
        )

    def _send(
        self,
        act: Act,
        verb: Callable[..., object],
        tell: Tell,
        or_with: OrWith | None = None,
    ) -> None:
        """`or_with` is asked for more when the hall's rules alone do not allow it."""
        self.begun.emit()
        self._or_with = partial(or_with, verb=verb) if or_with else None
        clerk = self._session.clerk
        self._link.send(act, lambda request: verb(clerk=clerk, request=request), tell)

    def settle(self, error: Exception) -> bool:
        """Whether a refusal of the last act leads on to a supervisor, who is asked now."""
        or_with, self._or_with = self._or_with, None
        if or_with is None or not isinstance(error, LastOpenCounter):
            return False
        or_with(error)
        return True
