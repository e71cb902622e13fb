"""The desk: the person in front of me, who waits, and what the next key does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from common import operations
from common.domain.hall import Hall
from common.domain.ids import TicketNumber
from common.domain.session import Approval, Session
from common.domain.text import Language
from common.domain.ticket import LegState
from common.operations import DeskTicket, DeskView
from common.operations.errors import CounterBusy, CounterIdle
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator, duration_text, running_text
from common.store import Store
from counter.view_models.acts import PRIMARY, Act, is_possible, primary_act
from counter.view_models.desk_errands import DeskErrands
from counter.view_models.desk_messages import DeskMessages
from counter.view_models.desk_sheets import Sheet, options_for, sheet_for
from counter.view_models.link import Confirmed, DeskLink, Snapshot, Tell
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.options import held_options, missed_options
from counter.view_models.person import Person, person, time_so_far
from counter.view_models.press_guard import PressGuard
from counter.view_models.sheets import FinishSheet, OptionList, PickSheet
from counter.view_models.waiting_list import Urgency, WaitingList, WaitingRow, urgency_of

MESSAGE_MILLISECONDS = 12_000
WARNING_MILLISECONDS = 30_000
TICKS_PER_WAIT_UPDATE = 5


class DeskViewModel(QObject):
    """The desk of one clerk at one counter.

    Signals:
        changed(): anything that the page shows may differ.
        ticked(): the running time has gone on.
        message_changed(): the calm line says something else.
        sheet_changed(): a question is asked or answered.
        arrived(int): so many people came while the desk was idle and nobody acted.
        left(object): the desk is over; a Message says why, None after signing out.
    """

    changed = Signal()
    ticked = Signal()
    message_changed = Signal()
    sheet_changed = Signal()
    arrived = Signal(int)
    left = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        link: DeskLink,
        translator: Translator,
        clock: HallClock,
        session: Session,
        hall: Hall,
        *,
        guard: PressGuard | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._link = store, runner, link
        self._translator, self._clock = translator, clock
        self._guard = guard or PressGuard()
        self._tell = DeskMessages(self)
        self.session, self.hall = session, hall
        self.view: DeskView | None = None
        self.message: Message | None = None
        self._sheets: list[Sheet] = []
        self.waiting = WaitingList(self)
        self.held = OptionList((), self)
        self.missed = OptionList((), self)
        self._over = False
        self._unconfirmed: Act | None = None
        self._seen: frozenset[str] | None = None
        self._fresh: frozenset[str] = frozenset()
        self._ticks = 0
        self.errands = DeskErrands(store, runner, translator, session, lambda: self.hall, self)
        self.errands.opened.connect(self._open_sheet)
        self.errands.closed.connect(self.close_sheet)
        self.errands.said.connect(self._say)
        self.errands.act_wanted.connect(self.do)
        self._fade = QTimer(self, singleShot=True)
        self._fade.timeout.connect(self._forget_message)
        link.snapshot_read.connect(self._show)
        link.confirmed.connect(self._confirm)
        link.refused.connect(self._refuse)
        link.given_up.connect(self._remember_unconfirmed)
        link.state_changed.connect(self.changed)
        clock.ticked.connect(self._tick)
        translator.language_changed.connect(self._say_again)

    # What the page shows

    @property
    def language(self) -> Language:
        return self._translator.language

    @property
    def current(self) -> DeskTicket | None:
        return self.view.current if self.view else None

    @property
    def person(self) -> Person | None:
        """The person in front of me, in words; None while the desk is idle."""
        ticket = self.current
        return person(ticket, self._clock.now(), self.language) if ticket else None

    @property
    def sheet(self) -> Sheet | None:
        """The question on top; one that it came from stands beneath."""
        return self._sheets[-1] if self._sheets else None

    @property
    def idle(self) -> bool:
        return self.view is not None and self.view.current is None

    @property
    def primary(self) -> Act:
        return primary_act(self.view)

    @property
    def away(self) -> bool:
        """The database cannot be reached; what is shown is the last that was known."""
        return self._link.away

    @property
    def act_under_way(self) -> Act | None:
        """The act that is on its way to the database."""
        return self._link.act_under_way

    @property
    def waiting_count(self) -> int:
        return len(self.view.waiting) if self.view else 0

    @property
    def fresh_count(self) -> int:
        """Who came since the clerk last acted, and still waits."""
        return len(self._fresh)

    @property
    def longest_wait(self) -> str:
        span = self._longest()
        return duration_text(span, self.language) if span is not None else ""

    @property
    def longest_urgency(self) -> Urgency:
        span = self._longest()
        if span is None or self.view is None:
            return Urgency.CALM
        return urgency_of(span, self.view.limits)

    @property
    def likely_next(self) -> WaitingRow | None:
        """Who would be called now; None when nobody waits."""
        return self.waiting.row(0) if self.waiting_count else None

    @property
    def running_time(self) -> str:
        """Since the call, or of the service so far: 03:25."""
        ticket = self.current
        return running_text(time_so_far(ticket, self._clock.now())) if ticket else ""

    @property
    def called_often(self) -> bool:
        """Called as often as the hall asks before a number counts as missed."""
        ticket = self.current
        return (
            ticket is not None
            and self.view is not None
            and ticket.state is LegState.CALLED
            and ticket.times_called >= self.view.limits.calls_before_miss
        )

    @property
    def ready(self) -> bool:
        """Nothing is under way and nothing is asked: the next press counts."""
        waits = self.away or self.act_under_way or self.sheet
        return self.view is not None and not waits and not self._over

    def enabled(self, act: Act) -> bool:
        return self.view is not None and self.ready and is_possible(act, self.view)

    # What the clerk does

    def start(self) -> None:
        """Read the desk: after a crash it is where it was."""
        self._link.read()

    def press_primary(self) -> None:
        self.press(self.primary)

    def press(self, act: Act, number: str = "") -> None:
        """One press of a key or button. The second of a double press is ignored.

        `number` is what was selected in a list when the key was pressed.
        """
        if not self.enabled(act):
            self._explain_refusal(act)
            return
        if self._guard.accepts("primary" if act in PRIMARY else act.value):
            self.do(act, number)

    def do(self, act: Act, number: str = "") -> None:
        """Do `act`, or ask first what it needs to know."""
        if not self.enabled(act):
            return
        held, missed = self._only(self.held), self._only(self.missed)
        match act:
            case Act.CALL_NEXT | Act.SERVE | Act.RECALL | Act.MISS:
                self._do_at_once(act)
            case Act.RESUME if number or held:
                self._resume(number or held)
            case Act.REINSTATE if number or missed:
                self._reinstate(number or missed)
            case Act.SIGN_OUT if self.idle:
                self._sign_out()
            case _:
                self._ask(act, number)

    def _explain_refusal(self, act: Act) -> None:
        """A key that means nothing now gets an answer; one that only has to wait does not."""
        if not self.ready:
            return
        counter, current = self.session.counter, self.current
        if current is not None and act is Act.CALL_NUMBER:
            self._refuse(CounterBusy(counter=counter, number=current.number))
        elif current is None and act in (Act.RECALL, Act.MISS, Act.HOLD, Act.TRANSFER):
            self._refuse(CounterIdle(counter=counter))

    def accept_sheet(self) -> None:
        """Enter: do what the open sheet is about. Nothing happens while an answer is missing."""
        sheet = self.sheet
        if isinstance(sheet, FinishSheet):
            self.close_sheet()
            self._finish(sheet)
        elif isinstance(sheet, PickSheet):
            if sheet.complete:
                self.close_sheet()
                self._do_picked(sheet)
        elif sheet is not None:
            sheet.accept()

    def close_sheet(self) -> None:
        """Escape: nothing happened. The question that this one came from is asked again."""
        if self._sheets:
            self._sheets.pop().deleteLater()
            self.sheet_changed.emit()
            self.changed.emit()

    def open_menu(self) -> None:
        """Offer what can be done here besides serving."""
        if self.ready:
            self.errands.open_menu()

    def _open_sheet(self, sheet: Sheet) -> None:
        self._sheets.append(sheet)
        self.sheet_changed.emit()
        self.changed.emit()

    # The acts

    def _do_at_once(self, act: Act) -> None:
        acts: dict[Act, tuple[Callable[..., object], Tell]] = {
            Act.CALL_NEXT: (operations.call_next, self._tell.called),
            Act.SERVE: (operations.serve, lambda _: None),
            Act.RECALL: (operations.recall, self._tell.recalled),
            Act.MISS: (operations.miss, self._tell.missed),
        }
        verb, tell = acts[act]
        self._send(act, partial(verb, self._store, self.session.counter), tell)

    def _finish(self, sheet: FinishSheet) -> None:
        outcome, cases = sheet.outcome, sheet.cases
        self._send(
            Act.FINISH,
            partial(operations.finish, self._store, self.session.counter, outcome, cases),
            lambda moved: self._tell.finished(moved, outcome, cases),
        )

    def _do_picked(self, sheet: PickSheet) -> None:
        store, counter = self._store, self.session.counter
        picked, note = sheet.picked, sheet.note.strip()
        match sheet.act:
            case Act.HOLD:
                verb = partial(operations.hold, store, counter, note)
                self._send(Act.HOLD, verb, self._tell.held)
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
                self._resume(picked)
            case Act.REINSTATE:
                self._reinstate(picked)
            case Act.PUT_FIRST:
                self._ask_to_put_first(picked)
            case Act.SIGN_OUT:
                self._sign_out()

    def _ask_to_put_first(self, number: str) -> None:
        def put(approval: Approval) -> None:
            self._link.send(
                Act.PUT_FIRST,
                lambda request: operations.put_first(self._store, number, approval, request),
                self._tell.put_first,
            )

        self.errands.ask_approval(
            lambda: self.tr("{number} goes before all others").format(number=number), put
        )

    def _resume(self, number: str) -> None:
        """At once when the counter is free; otherwise the person is the next one here."""
        here = self.session.counter if self.idle else None
        verb = partial(operations.resume, self._store, TicketNumber(number), here)
        self._send(Act.RESUME, verb, self._tell.resumed)

    def _reinstate(self, number: str) -> None:
        verb = partial(operations.reinstate, self._store, TicketNumber(number))
        self._send(Act.REINSTATE, verb, self._tell.reinstated)

    def _sign_out(self) -> None:
        self._runner.submit(
            partial(operations.sign_out, self._store, self.session.id),
            lambda _: self._end(None),
            self._refuse,
            owner=self,
        )

    def _send(self, act: Act, verb: Callable[..., object], tell: Tell) -> None:
        self._fresh = frozenset()
        clerk = self.session.clerk
        self._link.send(act, lambda request: verb(clerk=clerk, request=request), tell)

    def _ask(self, act: Act, number: str) -> None:
        assert self.view is not None
        now = self._clock.now()
        self._open_sheet(sheet_for(act, self.view, self.hall, now, self.language, number, self))

    @staticmethod
    def _only(parked: OptionList) -> str:
        """The number in a list of one, which nobody needs to pick."""
        return parked.shown[0].key if len(parked.shown) == 1 else ""

    # Following the shared state

    def _confirm(self, confirmed: Confirmed) -> None:
        if confirmed.message is None:
            self._forget_message()
        else:
            self._say(confirmed.message)

    def _refuse(self, error: Exception) -> None:
        self._say(error_message(error, lambda: self.language))

    def _remember_unconfirmed(self, act: Act) -> None:
        self._unconfirmed = act

    def _show(self, snapshot: Snapshot) -> None:
        if self._over:
            return
        view = snapshot.view
        self.view, self.hall = view, snapshot.hall
        if view.session is None or view.session.id != self.session.id:
            self._end(
                self._tell.displaced(self.session.counter, view.session, lambda: self.language)
            )
            return
        self._clock.follow(view.now)
        self._notice_arrivals(view)
        self._show_times()
        if self._unconfirmed:
            self._say(self._tell.unconfirmed(self._unconfirmed))
            self._unconfirmed = None
        self.changed.emit()

    def _notice_arrivals(self, view: DeskView) -> None:
        waiting = frozenset(str(w.number) for w in view.waiting)
        others = (*view.held, *view.missed, *((view.current,) if view.current else ()))
        seen = self._seen if self._seen is not None else waiting
        newcomers = waiting - seen
        self._seen = seen | waiting | {str(t.number) for t in others}
        self._fresh = (self._fresh & waiting) | newcomers
        if newcomers and view.current is None:
            self._say(self._tell.arrived(len(self._fresh)))
            self.arrived.emit(len(self._fresh))

    def _show_times(self) -> None:
        if self.view is None:
            return
        now, language = self._clock.now(), self.language
        self.waiting.show(self.view.waiting, self.view.limits, now, language, self._fresh)
        self.held.replace(held_options(self.view.held, now, language))
        self.missed.replace(missed_options(self.view.missed, now, language))
        if isinstance(self.sheet, PickSheet):
            self.sheet.follow(options_for(self.sheet.act, self.view, self.hall, now, language))

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % TICKS_PER_WAIT_UPDATE == 0:
            self._show_times()
        self.ticked.emit()

    def _end(self, message: Message | None) -> None:
        self._over = True
        self._link.close()
        self._fade.stop()
        while self._sheets:
            self.close_sheet()
        self.left.emit(message)

    # The calm line

    def _say(self, message: Message) -> None:
        self.message = message
        calm = message.tone is not Tone.CAUTION
        self._fade.start(MESSAGE_MILLISECONDS if calm else WARNING_MILLISECONDS)
        self.message_changed.emit()

    def _forget_message(self) -> None:
        self._fade.stop()
        self.message = None
        self.message_changed.emit()

    def _say_again(self) -> None:
        self._show_times()
        self.message_changed.emit()
        self.changed.emit()

    def _longest(self) -> timedelta | None:
        if self.view is None or not self.view.waiting:
            return None
        return self._clock.now() - min(w.ready_at for w in self.view.waiting)
