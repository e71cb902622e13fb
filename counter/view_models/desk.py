"""The desk: the person in front of me, who waits, and what the next key does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.ids import HelpId
from common.domain.pause import Pause
from common.domain.session import Session
from common.domain.text import Language, Text
from common.domain.ticket import LegState
from common.operations import DeskTicket, DeskView
from common.operations.errors import CounterBusy, CounterIdle, CounterPaused
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator, duration_text, running_text
from common.store import Store
from counter.view_models.acts import PRIMARY, Act, is_possible, primary_act
from counter.view_models.arrivals import Arrivals
from counter.view_models.calling_again import seconds_left, too_early
from counter.view_models.calm_line import CalmLine
from counter.view_models.choice_sheet import ChoiceSheet
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.desk_acts import DeskActs
from counter.view_models.desk_errands import DeskErrands
from counter.view_models.desk_forms import DeskForms, FormTools
from counter.view_models.desk_messages import DeskMessages
from counter.view_models.desk_sheets import Sheet, options_for, sheet_for
from counter.view_models.help_calls import HelpCalls, HelpLine
from counter.view_models.kiosk_alarms import KioskAlarms
from counter.view_models.kiosks_sheet import KiosksSheet
from counter.view_models.link import Confirmed, DeskLink, Snapshot
from counter.view_models.message import Message, error_message
from counter.view_models.notice_sheet import NoticeSheet
from counter.view_models.options import held_options, missed_options
from counter.view_models.person import Person, person, time_so_far
from counter.view_models.press_guard import PressGuard
from counter.view_models.sheets import FinishSheet, OptionList, PickSheet
from counter.view_models.waiting_list import Urgency, WaitingList, WaitingRow, urgency_of
from counter.view_models.wording import version_words

TICKS_PER_WAIT_UPDATE = 5
_FOR_SOMEBODY = (Act.RECALL, Act.MISS, Act.HOLD, Act.TRANSFER, Act.NOTICE)


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
        papers: CounterPapers,
        forms: FormTools,
        guard: PressGuard | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._papers = papers
        self._link, self._translator, self._clock = link, translator, clock
        self._guard = guard or PressGuard()
        self._tell = DeskMessages(self)
        self.session, self.hall = session, hall
        self.view: DeskView | None = None
        self.scanner_trouble: Text | None = None
        """Why the counter's scanner does not read; None while it does, or where there is none."""
        self._calm_line = CalmLine(self)
        self._calm_line.changed.connect(self.message_changed)
        self._arrivals = Arrivals()
        self.alarms = KioskAlarms(translator, clock, self)
        self.help_calls = HelpCalls(translator, clock, session.clerk, self)
        self._sheets: list[Sheet] = []
        self.waiting = WaitingList(self)
        self.held = OptionList((), self)
        self.missed = OptionList((), self)
        self._over = False
        self._unconfirmed: Act | None = None
        self._ticks = 0
        self.errands = DeskErrands(
            store, runner, translator, session, lambda: self.hall, papers, forms.cabinet, self
        )
        self.errands.opened.connect(self._open_sheet)
        self.errands.closed.connect(self.close_sheet)
        self.errands.said.connect(self._calm_line.say)
        self.errands.act_wanted.connect(self._do_or_explain)
        papers.said.connect(self._calm_line.say)
        self.forms = DeskForms(
            forms, runner, translator, clock, session, lambda: self.hall, self.errands, self
        )
        self.forms.opened.connect(self._open_sheet)
        self.forms.said.connect(self._calm_line.say)
        self.forms.changed.connect(self.changed)
        self.errands.forms_wanted.connect(self.forms.open)
        self.errands.kiosks_wanted.connect(self._open_kiosks)
        self._acts = DeskActs(
            store,
            runner,
            link,
            translator,
            self.errands,
            session,
            lambda: self.hall,
            lambda: self.view,
            papers,
            self,
        )
        self._acts.begun.connect(self._arrivals.forget)
        self._acts.refused.connect(self._refuse)
        self._acts.said.connect(self._calm_line.say)
        self._acts.signed_out.connect(lambda: self._end(None))
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
    def message(self) -> Message | None:
        """What the calm line says."""
        return self._calm_line.message

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
    def other_version(self) -> str:
        """While away: what to do where the database is of another version than this program.

        Else empty.
        """
        error = self._link.other_version
        return version_words(error) if error else ""

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
        return len(self._arrivals.fresh)

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
            and ticket.state is LegState.CALLED
            and not ticket.calls_left
            and not self.call_again_in
        )

    @property
    def call_again_in(self) -> int:
        """Seconds until the called number may be called again or set aside; 0 when it may."""
        ticket = self.current
        called = ticket is not None and ticket.state is LegState.CALLED
        return seconds_left(ticket, self._clock.now()) if called else 0

    @property
    def pause(self) -> Pause | None:
        return self.view.pause if self.view else None

    @property
    def paused_for(self) -> str:
        """Of the pause so far: 03:25."""
        return running_text(self._clock.now() - self.pause.since) if self.pause else ""

    @property
    def paused_long(self) -> bool:
        """The pause is a matter for the supervisor by now."""
        if self.view is None or self.view.pause is None:
            return False
        return self._clock.now() - self.view.pause.since > self.view.limits.pause_alarm

    @property
    def overdue_count(self) -> int:
        """Numbers on hold here for longer than the hall allows."""
        return sum(option.alarm for option in self.held.shown)

    @property
    def ready(self) -> bool:
        """Nothing is under way and nothing is asked: the next press counts."""
        waits = self.away or self.act_under_way or self.sheet
        return self.view is not None and not waits and not self._over

    def enabled(self, act: Act) -> bool:
        if self.view is None or not self.ready or not is_possible(act, self.view):
            return False
        return self._too_early(act) is None

    def _too_early(self, act: Act) -> JiaohaoError | None:
        if self.view is None or self.current is None:
            return None
        return too_early(act, self.current, self.view.limits, self._clock.now())

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
        elsewhere = self.view.held_elsewhere if self.view else ()
        held = "" if elsewhere else self._only(self.held)
        missed = self._only(self.missed)
        match act:
            case Act.CALL_NEXT | Act.SERVE | Act.RECALL | Act.MISS | Act.REOPEN:
                self._acts.do_at_once(act)
            case Act.RESUME if number or held:
                self._acts.resume(number or held)
            case Act.REINSTATE if number or missed:
                self._acts.reinstate(number or missed)
            case Act.SIGN_OUT if self.idle and not self._papers.has_printer:
                self._acts.sign_out()
            case Act.DAY_END:
                self._acts.put_out_figures()
            case Act.ANSWER_HELP:
                for call in self._only_call(number, self.help_calls.alarming):
                    self._acts.answer_help(call)
            case Act.END_HELP:
                for call in self._only_call(number, self.help_calls.mine):
                    self._acts.end_help(call)
            case _:
                self._ask(act, number)

    def press_alarm_key(self) -> None:
        """Go to whoever asks for help, the most urgent first; else know of the kiosks' troubles."""
        if self.help_calls.alarming:
            self.press(Act.ANSWER_HELP)
        else:
            self.alarms.acknowledge()

    def _do_or_explain(self, act: Act) -> None:
        if self.enabled(act):
            self.do(act)
        else:
            self._explain_refusal(act)

    def _explain_refusal(self, act: Act) -> None:
        """A key that means nothing now gets an answer; one that only has to wait does not."""
        if not self.ready:
            return
        counter, current = self.session.counter, self.current
        if current is not None and act is Act.CALL_NUMBER:
            self._refuse(CounterBusy(counter=counter, number=current.number))
        elif current is None and act in _FOR_SOMEBODY:
            self._refuse(CounterIdle(counter=counter))
        elif self.pause is not None and act is Act.CALL_NUMBER:
            self._refuse(CounterPaused(counter=counter))
        elif current is not None and current.state is LegState.CALLED:
            early = self._too_early(act)
            if early is not None:
                self._refuse(early)

    def accept_sheet(self) -> None:
        """Enter: do what the open sheet is about. Nothing happens while an answer is missing."""
        sheet = self.sheet
        if isinstance(sheet, FinishSheet):
            self.close_sheet()
            self._acts.finish(sheet)
        elif isinstance(sheet, ChoiceSheet):
            self.close_sheet()
            self._acts.do_chosen(sheet)
        elif isinstance(sheet, PickSheet):
            if sheet.complete:
                self.close_sheet()
                self._acts.do_picked(sheet)
        elif isinstance(sheet, NoticeSheet):
            if sheet.complete:
                self.close_sheet()
                self._acts.give_notice(sheet)
        elif sheet is not None:
            sheet.accept()

    def close_sheet(self) -> None:
        """Escape: nothing happened. The question that this one came from is asked again."""
        if self._sheets:
            self._sheets.pop().deleteLater()
            self.sheet_changed.emit()
            self.changed.emit()

    def end_extra_queues(self) -> None:
        """The counter takes its own queues again; with several extra ones, ask which."""
        extra = self.view.extra if self.view else ()
        if len(extra) == 1 and self.enabled(Act.EXTRA_QUEUE):
            self._acts.take_or_end_queue(extra[0].code)
        else:
            self.do(Act.EXTRA_QUEUE)

    def open_menu(self) -> None:
        """Offer what can be done here besides serving."""
        if self.ready:
            self.errands.open_menu()

    def open_papers(self) -> None:
        """Offer what can be put on paper here."""
        if self.ready:
            self.errands.open_papers()

    def open_forms(self) -> None:
        """Show what the person here filled in, or ask for a code."""
        if self.ready:
            self.forms.open()

    def scan(self, text: str) -> None:
        """A code was held before the counter's scanner."""
        if self.ready or self.sheet is not None:
            self.forms.take_scan(text, self.sheet)

    def tell_scanner(self, trouble: Text | None) -> None:
        """The counter's scanner went away, or is back."""
        self.scanner_trouble = trouble
        self.changed.emit()

    def tell_scan_spoiled(self) -> None:
        """The keyboard scanner's code was lost on its way."""
        self.forms.tell_spoiled(self.sheet)

    def _open_sheet(self, sheet: Sheet) -> None:
        self._sheets.append(sheet)
        self.sheet_changed.emit()
        self.changed.emit()

    def _open_kiosks(self) -> None:
        sheet = KiosksSheet(self)
        sheet.done.connect(self.close_sheet)
        self._open_sheet(sheet)
        self._show_times()

    def _ask(self, act: Act, number: str) -> None:
        assert self.view is not None
        now = self._clock.now()
        printer = self._papers.has_printer
        self._open_sheet(
            sheet_for(
                act,
                self.view,
                self.hall,
                now,
                self.language,
                number,
                self,
                printer=printer,
                forms_left=self.forms.left,
            )
        )

    @staticmethod
    def _only(parked: OptionList) -> str:
        """The number in a list of one, which nobody needs to pick."""
        return parked.shown[0].key if len(parked.shown) == 1 else ""

    @staticmethod
    def _only_call(given: str, lines: Sequence[HelpLine]) -> list[HelpId]:
        """The call that was touched, else the first that the key means; nothing when none is."""
        return [HelpId(given)] if given else [line.id for line in lines[:1]]

    # Following the shared state

    def _confirm(self, confirmed: Confirmed) -> None:
        if confirmed.message is None:
            self._calm_line.forget()
        else:
            self._calm_line.say(confirmed.message)

    def _refuse(self, error: Exception) -> None:
        if not self._acts.settle(error):
            self._calm_line.say(error_message(error, lambda: self.language))

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
        self._papers.write_down()
        self.forms.follow(view.current.ticket if view.current else None)
        self._notice_arrivals(view)
        self.alarms.follow(view.kiosks)
        self.help_calls.follow(view.help_calls)
        self._show_times()
        if self._unconfirmed:
            self._calm_line.say(self._tell.unconfirmed(self._unconfirmed))
            self._unconfirmed = None
        self.changed.emit()

    def _notice_arrivals(self, view: DeskView) -> None:
        if self._arrivals.notice(view) and view.current is None:
            count = self.fresh_count
            self._calm_line.say(self._tell.arrived(count))
            self.arrived.emit(count)

    def _show_times(self) -> None:
        if self.view is None:
            return
        now, language = self._clock.now(), self.language
        self.waiting.show(self.view.waiting, self.view.limits, now, language, self._arrivals.fresh)
        self.held.replace(held_options(self.view.held, now, language))
        self.missed.replace(missed_options(self.view.missed, now, language))
        if isinstance(self.sheet, KiosksSheet):
            self.sheet.follow(self.view.kiosks, self._clock.zone, language)
        if isinstance(self.sheet, PickSheet):
            self.sheet.follow(options_for(self.sheet.act, self.view, self.hall, now, language))

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % TICKS_PER_WAIT_UPDATE == 0:
            self._show_times()
            looked_at = isinstance(self.sheet, KiosksSheet)  # heartbeats are not pushed
            if (self.alarms.doubtful or looked_at) and not self.away:
                self._link.read()
        if not self.away:
            self.alarms.go_on()
        self.help_calls.go_on()
        self.ticked.emit()

    def _end(self, message: Message | None) -> None:
        self._over = True
        self._link.close()
        self._calm_line.stay()
        while self._sheets:
            self.close_sheet()
        self.left.emit(message)

    def _say_again(self) -> None:
        self._show_times()
        self.message_changed.emit()
        self.changed.emit()

    def _longest(self) -> timedelta | None:
        if self.view is None or not self.view.waiting:
            return None
        return self._clock.now() - min(w.ready_at for w in self.view.waiting)
