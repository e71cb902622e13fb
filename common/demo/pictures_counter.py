"""Pictures of the counter: a clerk's morning, state after state, on two sizes of screen."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from common import operations
from common.demo.hall import PASSWORD
from common.demo.hand import press, settle, wait_until
from common.demo.pictures_appointments import FRIDAY, take_appointment_pictures
from common.demo.pictures_counter_forms import take_counter_form_pictures
from common.demo.pictures_counter_papers import take_counter_paper_pictures
from common.demo.pictures_staff import take_staff_pictures
from common.demo.studio import PictureHall, Size, Studio
from common.domain.ids import ClassCode, ClerkLogin, CounterCode, TicketId
from common.domain.pause import PauseReason
from common.domain.session import Approval
from common.domain.text import Language
from counter.app import CounterApp
from counter.view_models.acts import Act
from counter.view_models.approval import ApprovalSheet
from counter.view_models.desk import DeskViewModel

COUNTER = CounterCode("A02")
CLERK = ClerkLogin("a02")
COLLEAGUE = ClerkLogin("a03")
EXPERT = CounterCode("A03")
AGREED = Approval(ClerkLogin("z04"), "lunch")
COUNTER_SIZES: tuple[Size, ...] = ((1366, 768), (1920, 1080))
_PEOPLE = (
    ("AA001", "P0", 12),
    ("AA011", "P0", 6),
    ("YJS03", "P0", 5),
    ("AA004", "P1", 4),
    ("AA007", "P0", 4),
    ("AA013", "P4", 3),
    ("AE001", "P0", 3),
    ("AA002", "P0", 2),
    ("AA014", "P0", 1),
    ("AE001", "P2", 1),
    ("AA010", "P0", 1),
)
"""What comes, in which priority class, and how many minutes pass afterwards."""
_BUNDLE = "YJS01"


def take_counter_pictures(studio: Studio, size: Size) -> None:
    with studio.chapter("a clerk's morning"), studio.empty_hall() as hall:
        app = CounterApp(hall.store, studio.presentation, counter=COUNTER, login=CLERK)
        try:
            app.window.resize(*size)
            app.window.show()
            _CounterPictures(studio, hall, app).take()
        finally:
            app.close()
    with studio.chapter("staff"), studio.empty_hall() as hall:
        take_staff_pictures(studio, hall, size)
    with studio.chapter("papers"), studio.empty_hall() as hall:
        take_counter_paper_pictures(studio, hall, size)
    with studio.chapter("forms"), studio.empty_hall() as hall:
        take_counter_form_pictures(studio, hall, size)
    with studio.chapter("appointments"), studio.empty_hall(FRIDAY) as hall:
        take_appointment_pictures(studio, hall, size)


class _CounterPictures:
    """One language, one size of screen."""

    def __init__(self, studio: Studio, hall: PictureHall, app: CounterApp) -> None:
        self._studio, self._hall, self._app = studio, hall, app

    def take(self) -> None:
        self._sign_in()
        self._idle()
        self._first_people()
        self._person()
        self._questions()
        self._bundle()
        self._help_out()
        self._pause()
        self._trouble()

    # The morning

    def _sign_in(self) -> None:
        sign_in, store = self._app.sign_in, self._hall.store
        wait_until(lambda: sign_in.counter_place != "", "the counter's place")
        self._keep("sign_in")
        sign_in.set_password("not the password")
        sign_in.sign_in()
        wait_until(lambda: sign_in.message is not None, "a refusal")
        self._keep("sign_in_wrong_password")
        colleague = operations.sign_in(store, COUNTER, COLLEAGUE, PASSWORD)
        sign_in.set_password(PASSWORD)
        sign_in.sign_in()
        wait_until(lambda: sign_in.taken_by is not None, "the name of the colleague")
        self._keep("sign_in_counter_taken")
        operations.sign_out(store, colleague.id)
        sign_in.sign_in()
        wait_until(
            lambda: self._app.desk is not None and self._app.desk.view is not None, "the desk"
        )

    def _idle(self) -> None:
        self._keep("idle_nobody_waits")
        for wanted, priority, minutes in _PEOPLE:
            self._arrive(wanted, priority)
            self._hall.clock.now += timedelta(minutes=minutes)
        wait_until(lambda: self._desk.waiting_count >= len(_PEOPLE) - 1, "the people")
        self._read()
        self._keep("idle_new_people")

    def _first_people(self) -> None:
        """Miss one, put one on hold, let both lists fill."""
        self._do(Act.CALL_NEXT)
        for _ in range(2):
            self._pass(seconds=20)
            self._do(Act.RECALL)
        self._pass(seconds=20)
        self._do(Act.MISS)
        self._keep("missed")
        self._do(Act.CALL_NEXT)
        self._do(Act.SERVE)
        self._pass(minutes=3)
        self._ask(Act.HOLD, "hold_sheet", with_note=True)
        self._accept()
        self._pass(minutes=2)
        self._keep("idle_waiting")

    def _person(self) -> None:
        self._do(Act.CALL_NEXT)
        self._pass(seconds=6)
        self._keep("called")
        for _ in range(2):
            self._pass(seconds=40)
            self._do(Act.RECALL)
        self._pass(seconds=20)
        self._keep("called_three_times")
        self._do(Act.SERVE)
        self._pass(minutes=3, seconds=25)
        self._keep("serving")

    def _questions(self) -> None:
        for act, page in (
            (Act.FINISH, "finish_sheet"),
            (Act.TRANSFER, "transfer_sheet"),
            (Act.CANCEL, "cancel_sheet"),
            (Act.SIGN_OUT, "sign_out_sheet"),
        ):
            self._ask(act, page)
            self._desk.close_sheet()
        press(self._app.window, Qt.Key.Key_F1)
        self._keep("keys")
        press(self._app.window, Qt.Key.Key_Escape)

    def _bundle(self) -> None:
        """A chosen number with a long route, and the small window."""
        self._do(Act.FINISH)
        self._accept()
        self._keep("finished")
        number = self._arrive(_BUNDLE)
        wait_until(lambda: number in self._waiting(), "the bundle in the line")
        self._ask(Act.CALL_NUMBER, "call_number_sheet", search=number, with_note=True)
        self._accept()
        self._keep("called_bundle")
        window = self._app.window
        window.show_strip()
        assert window.strip is not None
        self._keep_strip("strip_called")
        self._do(Act.SERVE)
        self._keep_strip("strip_serving")
        self._desk.do(Act.FINISH)
        self._keep_strip("strip_finish")
        self._desk.close_sheet()
        window.show_whole()

    def _help_out(self) -> None:
        """An extra queue, an expert on the route, and a hold that has become too long."""
        store = self._hall.store
        number = self._desk.current.number if self._desk.current else ""
        self._desk.close_sheet()
        zh = self._studio.language is Language.ZH
        why, question = ("专家", "需要哪张表？") if zh else ("expert", "Which form is needed?")
        operations.consult(store, COUNTER, EXPERT, clerk=CLERK)
        operations.call_number(store, EXPERT, number, why)
        operations.serve(store, EXPERT)
        operations.consult(store, EXPERT, COUNTER, note=question)
        operations.call_number(store, COUNTER, number, why)
        operations.serve(store, COUNTER)
        operations.add_queue(store, COUNTER, "FA")
        self._pass(minutes=55)
        wait_until(lambda: self._desk.overdue_count > 0, "a hold that is too long")
        self._keep("expert_asked")
        self._do(Act.FINISH)
        self._accept()

    def _pause(self) -> None:
        self._keep("extra_queue")
        self._ask(Act.EXTRA_QUEUE, "extra_queue_sheet")
        self._desk.close_sheet()
        self._desk.open_menu()
        self._keep("menu")
        self._desk.close_sheet()
        self._ask(Act.PAUSE, "pause_sheet")
        self._accept()
        wait_until(lambda: isinstance(self._desk.sheet, ApprovalSheet), "a supervisor's question")
        self._keep("approval")
        self._desk.close_sheet()
        operations.pause(self._hall.store, COUNTER, PauseReason.LUNCH, CLERK, approval=AGREED)
        self._pass(minutes=17)
        self._keep("paused")
        self._do(Act.REOPEN)

    def _trouble(self) -> None:
        with self._hall.without_database():
            wait_until(lambda: self._desk.away, "the word that the database is away")
            self._keep("away")
        wait_until(lambda: not self._desk.away, "the database again")
        operations.sign_in(self._hall.store, COUNTER, COLLEAGUE, PASSWORD, take_over=True)
        wait_until(lambda: self._app.desk is None, "the page to sign in")
        self._keep("sign_in_displaced")
        self._app.show_broken()
        self._keep("broken")

    # The hand

    @property
    def _desk(self) -> DeskViewModel:
        desk = self._app.desk
        assert desk is not None
        return desk

    def _waiting(self) -> list[str]:
        view = self._desk.view
        return [str(each.number) for each in view.waiting] if view is not None else []

    def _arrive(self, wanted: str, priority: str = "P0") -> str:
        return operations.issue(
            self._hall.store,
            [wanted],
            ticket=TicketId(operations.new_id()),
            priority=ClassCode(priority),
            by="kiosk-1",
        ).number

    def _pass(self, *, minutes: int = 0, seconds: int = 0) -> None:
        self._hall.clock.now += timedelta(minutes=minutes, seconds=seconds)
        self._read()

    def _read(self) -> None:
        """Let the desk see the time of the hall."""
        now = self._hall.clock.now
        self._desk.start()
        wait_until(
            lambda: self._desk.view is not None and self._desk.view.now >= now, "a new snapshot"
        )

    def _do(self, act: Act) -> None:
        wait_until(lambda: self._desk.enabled(act), f"a desk that can {act}")
        self._desk.do(act)
        self._confirmed()

    def _ask(self, act: Act, page: str, *, search: str = "", with_note: bool = False) -> None:
        wait_until(lambda: self._desk.enabled(act), f"a desk that can {act}")
        self._desk.do(act)
        window = self._app.window
        QTest.keyClicks(window.focusWidget(), search)
        if with_note:
            note = window.findChild(QPushButton, "ready_note_1")
            assert isinstance(note, QPushButton)
            note.click()
        self._keep(page)

    def _accept(self) -> None:
        self._desk.accept_sheet()
        self._confirmed()

    def _confirmed(self) -> None:
        wait_until(lambda: self._desk.act_under_way is None, "the confirmation of an act")

    def _keep(self, page: str) -> None:
        settle(150)
        self._studio.keep_window("counter", page, self._app.window)

    def _keep_strip(self, page: str) -> None:
        settle(150)
        strip = self._app.window.strip
        assert strip is not None
        self._studio.keep_window("counter", page, strip)
