"""The desk: the person in front of me, who waits, and what the next key does."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.ids import RequestId, TicketNumber
from common.domain.text import Language
from common.domain.ticket import LegState
from common.operations import Called, DeskTicket, DeskView, Moved, Session, new_id
from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator, duration_text, running_text
from common.store import DatabaseAway, Store
from counter.view_models.acts import PRIMARY, Act, act_name, is_possible, primary_act
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.options import (
    held_options,
    missed_options,
    transfer_options,
    waiting_options,
)
from counter.view_models.person import Person, person, time_so_far
from counter.view_models.press_guard import PressGuard
from counter.view_models.sheets import FinishSheet, OptionList, PickSheet
from counter.view_models.waiting_list import Urgency, WaitingList, urgency_of
from counter.view_models.wording import outcome_name

log = logging.getLogger(__name__)

RETRY_MILLISECONDS = 1000
GIVE_UP_SECONDS = 60.0
"""An act that could not be confirmed for so long is no longer what the clerk wants now."""
MESSAGE_MILLISECONDS = 12_000
WARNING_MILLISECONDS = 30_000
TICKS_PER_WAIT_UPDATE = 5

Sheet = FinishSheet | PickSheet
Verb = Callable[[RequestId], Any]
Tell = Callable[[Any], Message | None]


@dataclass(frozen=True, slots=True)
class _Intent:
    """One press that is not confirmed yet. A retry repeats `request`, so it happens once."""

    act: Act
    request: RequestId
    verb: Verb
    tell: Tell
    pressed_at: float


@dataclass(frozen=True, slots=True)
class _Snapshot:
    view: DeskView
    hall: Hall


@dataclass(frozen=True, slots=True)
class _Answer:
    result: Any
    snapshot: _Snapshot


class DeskViewModel(QObject):
    """The desk of one clerk at one counter.

    Signals:
        changed(): anything that the page shows may differ.
        ticked(): the running time has gone on.
        message_changed(): the calm line says something else.
        sheet_changed(): a question is asked or answered.
        arrived(int): so many people came while the desk was idle and nobody looked.
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
        bridge: ChangeBridge,
        translator: Translator,
        clock: HallClock,
        session: Session,
        hall: Hall,
        *,
        guard: PressGuard | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._clock, self._monotonic = clock, monotonic
        self._guard = guard or PressGuard()
        self.session, self.hall = session, hall
        self.view: DeskView | None = None
        self.away = False
        self.message: Message | None = None
        self.sheet: Sheet | None = None
        self.waiting = WaitingList(self)
        self.held = OptionList((), self)
        self.missed = OptionList((), self)
        self._intent: _Intent | None = None
        self._unconfirmed: Act | None = None
        self._jobs = 0
        self._stale = False
        self._over = False
        self._seen: frozenset[str] = frozenset()
        self._fresh: frozenset[str] = frozenset()
        self._ticks = 0
        self._retry = QTimer(self, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self._try_again)
        self._fade = QTimer(self, singleShot=True)
        self._fade.timeout.connect(self._forget_message)
        bridge.changed.connect(self.refresh)
        bridge.lost.connect(self._lose_database)
        bridge.restored.connect(self._try_again)
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
    def idle(self) -> bool:
        return self.view is not None and self.view.current is None

    @property
    def primary(self) -> Act:
        return primary_act(self.view)

    @property
    def busy(self) -> bool:
        """An act is on its way to the database."""
        return self._intent is not None

    @property
    def act_under_way(self) -> Act | None:
        return self._intent.act if self._intent else None

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
    def next_number(self) -> str:
        """Who would most likely be called now; empty when nobody waits."""
        return self.view.waiting[0].number if self.view and self.view.waiting else ""

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

    def enabled(self, act: Act) -> bool:
        if self.view is None or self.busy or self.away or self.sheet is not None or self._over:
            return False
        return is_possible(act, self.view)

    # What the clerk does

    def start(self) -> None:
        """Read the desk: after a crash it is where it was."""
        self.refresh()

    def press_primary(self) -> None:
        self.press(self.primary)

    def press(self, act: Act, number: str = "") -> None:
        """One press of a key or button. The second of a double press is ignored.

        `number` is where a list was selected when the key was pressed.
        """
        key = "primary" if act in PRIMARY else act.value
        if self.enabled(act) and self._guard.accepts(key):
            self.do(act, number)

    def do(self, act: Act, number: str = "") -> None:
        """Do `act`, or ask first what it needs to know."""
        if not self.enabled(act):
            return
        store, counter, clerk = self._store, self.session.counter, self.session.clerk
        match act:
            case Act.CALL_NEXT:
                self._run(
                    act,
                    lambda r: operations.call_next(store, counter, clerk=clerk, request=r),
                    self._tell_called,
                )
            case Act.SERVE:
                self._run(
                    act,
                    lambda r: operations.serve(store, counter, clerk=clerk, request=r),
                    lambda _: None,
                )
            case Act.RECALL:
                self._run(
                    act,
                    lambda r: operations.recall(store, counter, clerk=clerk, request=r),
                    self._tell_recalled,
                )
            case Act.MISS:
                self._run(
                    act,
                    lambda r: operations.miss(store, counter, clerk=clerk, request=r),
                    self._tell_missed,
                )
            case Act.RESUME if number or len(self._held_numbers) == 1:
                self._resume(number or self._held_numbers[0])
            case Act.REINSTATE if number or len(self._missed_numbers) == 1:
                self._reinstate(number or self._missed_numbers[0])
            case Act.SIGN_OUT if self.idle:
                self._sign_out()
            case _:
                self._ask(act, number)

    def accept_sheet(self) -> None:
        """Enter: do what the open sheet is about. Nothing happens while an answer is missing."""
        sheet = self.sheet
        if isinstance(sheet, FinishSheet):
            self.close_sheet()
            self._finish(sheet)
        elif sheet is not None and sheet.complete:
            self.close_sheet()
            self._do_picked(sheet)

    def close_sheet(self) -> None:
        """Escape: nothing happened."""
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
            self.sheet_changed.emit()
            self.changed.emit()

    def refresh(self) -> None:
        """Read the snapshot again; several requests in a row become one more read."""
        if self._over:
            return
        if self._jobs:
            self._stale = True
            return
        self._submit(self._read, self._show)

    # Acts that ask first

    def _ask(self, act: Act, number: str) -> None:
        sheet = FinishSheet(self._current_number, self) if act is Act.FINISH else None
        self.sheet = sheet or self._pick_sheet(act, number)
        self.sheet_changed.emit()
        self.changed.emit()

    def _pick_sheet(self, act: Act, number: str) -> PickSheet:
        assert self.view is not None
        view, now, language = self.view, self._clock.now(), self.language
        match act:
            case Act.TRANSFER:
                here = next((s.queue.code for s in self.current.route if s.current), None) if (
                    self.current
                ) else None
                options = transfer_options(self.hall, self.session.counter, here, language)
                return PickSheet(
                    act, options, number=self._current_number, note_asked=True, parent=self
                )
            case Act.CALL_NUMBER:
                return PickSheet(
                    act,
                    waiting_options(view, now, language),
                    picked=number,
                    free_entry=True,
                    note_needed=True,
                    ready_notes=(
                        self.tr("Back with the missing papers"),
                        self.tr("Needs help or cannot wait"),
                        self.tr("Agreed with the duty manager"),
                    ),
                    parent=self,
                )
            case Act.RESUME:
                return PickSheet(act, held_options(view.held, now, language), parent=self)
            case Act.REINSTATE:
                return PickSheet(act, missed_options(view.missed, now, language), parent=self)
            case Act.CANCEL:
                return PickSheet(
                    act,
                    (
                        *missed_options(view.missed, now, language),
                        *held_options(view.held, now, language),
                        *waiting_options(view, now, language),
                    ),
                    picked=number,
                    note_asked=True,
                    ready_notes=(
                        self.tr("The person gave up"),
                        self.tr("Taken twice by mistake"),
                        self.tr("Did not come back"),
                    ),
                    parent=self,
                )
            case Act.HOLD:
                return PickSheet(
                    act,
                    number=self._current_number,
                    note_asked=True,
                    ready_notes=(
                        self.tr("Fetches a paper"),
                        self.tr("Fills in a form"),
                        self.tr("Pays the fee"),
                    ),
                    parent=self,
                )
            case _:
                return PickSheet(act, number=self._current_number, parent=self)

    def _do_picked(self, sheet: PickSheet) -> None:
        store, counter, clerk = self._store, self.session.counter, self.session.clerk
        note = sheet.note.strip()
        picked = TicketNumber(sheet.picked)
        match sheet.act:
            case Act.HOLD:
                self._run(
                    Act.HOLD,
                    lambda r: operations.hold(store, counter, note=note, clerk=clerk, request=r),
                    self._tell_held,
                )
            case Act.TRANSFER:
                target = sheet.picked
                self._run(
                    Act.TRANSFER,
                    lambda r: operations.transfer(
                        store, counter, target, note=note, clerk=clerk, request=r
                    ),
                    lambda moved: self._tell_transferred(moved, target),
                )
            case Act.CALL_NUMBER:
                self._run(
                    Act.CALL_NUMBER,
                    lambda r: operations.call_number(
                        store, counter, picked, note, clerk=clerk, request=r
                    ),
                    self._tell_called,
                )
            case Act.CANCEL:
                self._run(
                    Act.CANCEL,
                    lambda r: operations.cancel(
                        store, picked, reason=note, clerk=clerk, request=r
                    ),
                    self._tell_cancelled,
                )
            case Act.RESUME:
                self._resume(picked)
            case Act.REINSTATE:
                self._reinstate(picked)
            case Act.SIGN_OUT:
                self._sign_out()

    def _finish(self, sheet: FinishSheet) -> None:
        store, counter, clerk = self._store, self.session.counter, self.session.clerk
        outcome, cases = sheet.outcome, sheet.cases

        def tell(moved: Moved) -> Message:
            return Message(
                Tone.GOOD,
                lambda: self.tr("{number}: {outcome}, %n case(s)", "", cases).format(
                    number=moved.number, outcome=outcome_name(outcome)
                ),
            )

        self._run(
            Act.FINISH,
            lambda r: operations.finish(
                store, counter, outcome, cases, clerk=clerk, request=r
            ),
            tell,
        )

    def _resume(self, number: str) -> None:
        store, clerk, wanted = self._store, self.session.clerk, TicketNumber(number)
        counter = self.session.counter if self.idle else None
        self._run(
            Act.RESUME,
            lambda r: operations.resume(store, wanted, counter, clerk=clerk, request=r),
            self._tell_resumed,
        )

    def _reinstate(self, number: str) -> None:
        store, clerk, wanted = self._store, self.session.clerk, TicketNumber(number)
        self._run(
            Act.REINSTATE,
            lambda r: operations.reinstate(store, wanted, clerk=clerk, request=r),
            self._tell_reinstated,
        )

    def _sign_out(self) -> None:
        store, session = self._store, self.session

        def leave(_: object) -> None:
            self._end(None)

        self._submit(lambda: operations.sign_out(store, session.id), leave)

    # One press, one request, whatever happens to the link

    def _run(self, act: Act, verb: Verb, tell: Tell) -> None:
        self._fresh = frozenset()
        self._intent = _Intent(act, RequestId(new_id()), verb, tell, self._monotonic())
        self._send()
        self.changed.emit()

    def _send(self) -> None:
        intent = self._intent
        assert intent is not None
        self._submit(
            lambda: _Answer(intent.verb(intent.request), self._read()),
            lambda answer: self._confirm(intent, answer),
        )

    def _submit(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        def done(value: Any) -> None:
            self._jobs -= 1
            self._find_database()
            on_done(value)
            self._read_again_when_stale()

        def fail(error: Exception) -> None:
            self._jobs -= 1
            self._fail(error)

        self._jobs += 1
        self._runner.submit(job, done, fail, owner=self)

    def _read(self) -> _Snapshot:
        return _Snapshot(
            view=operations.desk(self._store, self.session.counter),
            hall=operations.hall(self._store),
        )

    def _confirm(self, intent: _Intent, answer: _Answer) -> None:
        self._intent = None
        message = intent.tell(answer.result)
        if message is None:
            self._forget_message()
        else:
            self._say(message)
        self._show(answer.snapshot)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._lose_database()
            return
        if isinstance(error, JiaohaoError):
            log.info("refused: %s", error.code)
        failed, self._intent = self._intent, None
        self._say(error_message(error, lambda: self.language))
        self.changed.emit()
        if failed is not None:
            self.refresh()

    def _read_again_when_stale(self) -> None:
        if self._stale and not self._jobs:
            self._stale = False
            self.refresh()

    # The database goes away and comes back

    def _lose_database(self) -> None:
        if not self._over and not self._retry.isActive():
            self._retry.start()
        if not self.away:
            self.away = True
            self.changed.emit()

    def _find_database(self) -> None:
        self._retry.stop()
        if self.away:
            self.away = False
            self.changed.emit()

    def _try_again(self) -> None:
        if self._jobs or self._over:
            return
        intent = self._intent
        if intent and self._monotonic() - intent.pressed_at > GIVE_UP_SECONDS:
            self._intent, self._unconfirmed = None, intent.act
        if self._intent:
            self._send()
        else:
            self.refresh()

    # Following the shared state

    def _show(self, snapshot: _Snapshot) -> None:
        view = snapshot.view
        self.view, self.hall = view, snapshot.hall
        if view.session is None or view.session.id != self.session.id:
            self._end(self._tell_displaced(view))
            return
        self._clock.follow(view.now)
        self._notice_arrivals(view)
        self._show_times()
        if self._unconfirmed:
            self._say(self._tell_unconfirmed(self._unconfirmed))
            self._unconfirmed = None
        self.changed.emit()

    def _notice_arrivals(self, view: DeskView) -> None:
        waiting = frozenset(str(w.number) for w in view.waiting)
        parked = frozenset(str(t.number) for t in (*view.held, *view.missed))
        here = frozenset(str(t.number) for t in (view.current,) if t)
        first_look = not self._ticks and not self._seen
        newcomers = frozenset() if first_look else waiting - self._seen
        self._seen |= waiting | parked | here
        self._fresh = (self._fresh & waiting) | newcomers
        if newcomers and view.current is None:
            count = len(self._fresh)
            self._say(
                Message(Tone.INFO, lambda: self.tr("%n new person(s) waiting", "", count))
            )
            self.arrived.emit(count)

    def _show_times(self) -> None:
        if self.view is None:
            return
        now, language = self._clock.now(), self.language
        self.waiting.show(self.view.waiting, self.view.limits, now, language, self._fresh)
        self.held.replace(held_options(self.view.held, now, language))
        self.missed.replace(missed_options(self.view.missed, now, language))

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % TICKS_PER_WAIT_UPDATE == 0:
            self._show_times()
        self.ticked.emit()

    def _end(self, message: Message | None) -> None:
        self._over = True
        self._retry.stop()
        self.close_sheet()
        self.left.emit(message)

    # Words

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

    def _tell_called(self, called: Called | None) -> Message | None:
        if called is None:
            return Message(Tone.INFO, lambda: self.tr("Nobody is waiting now"))
        return Message(
            Tone.GOOD,
            lambda: self.tr("Calling {number} to {counter}").format(
                number=called.number, counter=called.counter
            ),
        )

    def _tell_recalled(self, moved: Moved) -> Message:
        times = self.current.times_called + 1 if self.current else 1
        return Message(
            Tone.GOOD,
            lambda: self.tr("Called {number} again (%n time(s))", "", times).format(
                number=moved.number
            ),
        )

    def _tell_missed(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{number} is set aside as missed; F10 puts it back in line").format(
                number=moved.number
            ),
        )

    def _tell_held(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO,
            lambda: self.tr("{number} is on hold; F9 takes it back").format(number=moved.number),
        )

    def _tell_transferred(self, moved: Moved, target: str) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} goes on to {target} with its place in time").format(
                number=moved.number, target=target
            ),
        )

    def _tell_resumed(self, moved: Moved) -> Message:
        if moved.state is LegState.SERVING:
            return Message(
                Tone.GOOD,
                lambda: self.tr("{number} is back at the counter").format(number=moved.number),
            )
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} will be the next one here").format(number=moved.number),
        )

    def _tell_reinstated(self, moved: Moved) -> Message:
        return Message(
            Tone.GOOD,
            lambda: self.tr("{number} is back in line").format(number=moved.number),
        )

    def _tell_cancelled(self, moved: Moved) -> Message:
        return Message(
            Tone.INFO, lambda: self.tr("{number} is cancelled").format(number=moved.number)
        )

    def _tell_unconfirmed(self, act: Act) -> Message:
        return Message(
            Tone.CAUTION,
            lambda: self.tr(
                "The database was away too long to confirm “{act}”. The screen shows how things stand."
            ).format(act=act_name(act)),
        )

    def _tell_displaced(self, view: DeskView) -> Message:
        counter, session = self.session.counter, view.session
        if session is None:
            return Message(
                Tone.INFO,
                lambda: self.tr("You were signed out of {counter}.").format(counter=counter),
            )
        return Message(
            Tone.CAUTION,
            lambda: self.tr("{clerk} has taken over {counter}.").format(
                clerk=session.clerk_name.say(self.language), counter=counter
            ),
        )

    # Small facts

    @property
    def _current_number(self) -> str:
        return self.current.number if self.current else ""

    @property
    def _held_numbers(self) -> tuple[str, ...]:
        return tuple(t.number for t in self.view.held) if self.view else ()

    @property
    def _missed_numbers(self) -> tuple[str, ...]:
        return tuple(t.number for t in self.view.missed) if self.view else ()

    def _longest(self) -> timedelta | None:
        if self.view is None or not self.view.waiting:
            return None
        return self._clock.now() - min(w.ready_at for w in self.view.waiting)
