"""Whole errands on the real window, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from common import operations
from common.domain.ids import CounterCode
from common.domain.ticket import HoldKind, LegState, Outcome
from common.store import Store
from counter.app import CounterApp
from counter.view_models.press_guard import PressGuard

PASSWORD = "jiaohao-demo"
A01 = CounterCode("A01")


class Clerk:
    """Two hands on a keyboard and eyes on the screen."""

    def __init__(self, qtbot: QtBot, app: CounterApp, store: Store) -> None:
        self._qtbot, self.app, self._store = qtbot, app, store

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self._focus(), key, modifier)
        self.wait()

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(self._focus(), text)

    def wait(self) -> None:
        def quiet() -> bool:
            desk = self.app.desk
            return not self.app.sign_in.busy and (desk is None or desk.act_under_way is None)

        self._qtbot.waitUntil(quiet)

    def wait_for_people(self, count: int) -> None:
        self._qtbot.waitUntil(lambda: self.sees("waiting_count") == str(count))

    def sees(self, name: str) -> str:
        found = self._window.findChild(QLabel, name)
        return (found.accessibleName() or found.text()) if found.isVisible() else ""

    def state_of(self, number: str) -> LegState:
        return operations.timeline(self._store, number).state

    @property
    def number(self) -> str:
        return self.sees("current_number")

    @property
    def message(self) -> str:
        return self.sees("message_line_text")

    @property
    def primary(self) -> str:
        return self._window.findChild(QPushButton, "primary_button").accessibleName()

    @property
    def sheet(self) -> str:
        layer = self._window.findChild(QWidget, "sheet_layer")
        return layer.card.objectName() if layer.card else ""

    @property
    def _window(self) -> QWidget:
        return self.app.window

    def verb(self, button: str) -> str:
        """What a button shows as its verb."""
        found = self._window.findChild(QPushButton, button)
        return found.findChildren(QLabel)[1].text()

    def can_press(self, button: str) -> bool:
        return self._window.findChild(QPushButton, button).isEnabled()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self._window


@pytest.fixture
def clerk(qtbot, start_counter, store) -> Clerk:
    return Clerk(qtbot, start_counter("A01"), store)


def test_an_errand_from_sign_in_to_finish(qtbot, start_counter, store, take, let_pass):
    number = take().number
    clerk = Clerk(qtbot, start_counter(), store)
    clerk.type("a01")
    clerk.press(Qt.Key.Key_Tab)
    clerk.type("a01")
    clerk.press(Qt.Key.Key_Tab)
    clerk.type(PASSWORD)
    clerk.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clerk.app.desk is not None and clerk.app.desk.view is not None)
    assert clerk.primary == "叫下一位, F2"
    clerk.press(Qt.Key.Key_F2)
    assert clerk.number == number
    assert clerk.primary == "开始办理, F2"
    let_pass(clerk.app.desk, 20)
    clerk.press(Qt.Key.Key_F3)
    assert clerk.message == f"已再次呼叫 {number}"
    clerk.press(Qt.Key.Key_F2)
    assert clerk.primary == "办结, F2"
    clerk.press(Qt.Key.Key_F2)
    assert clerk.sheet == "finish_sheet"
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sheet == ""
    assert clerk.number == ""
    assert clerk.state_of(number) is LegState.DONE
    assert clerk.sees("served_today") == "今日已办 1 人"


def test_a_shift_of_ten_people_with_one_key_and_enter(clerk, take, store):
    numbers = [take().number for _ in range(10)]
    served = []
    for _ in numbers:
        clerk.press(Qt.Key.Key_F2)
        served.append(clerk.number)
        clerk.press(Qt.Key.Key_F2)
        clerk.press(Qt.Key.Key_F2)
        clerk.press(Qt.Key.Key_Return)
    assert served == numbers
    clerk.press(Qt.Key.Key_F2)
    assert clerk.message == "现在没有人等候"


def test_outcome_and_cases_by_keys(clerk, take, store):
    number = take().number
    for _ in range(3):
        clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_3)
    clerk.press(Qt.Key.Key_Plus)
    clerk.press(Qt.Key.Key_Plus)
    clerk.press(Qt.Key.Key_Minus)
    clerk.press(Qt.Key.Key_Return)
    leg = operations.timeline(store, number).legs[0]
    assert (leg.outcome, leg.cases) == (Outcome.CONSULTED, 2)


def test_escape_leaves_a_question_without_doing_anything(clerk, take):
    number = take().number
    for _ in range(3):
        clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.sheet == ""
    assert clerk.state_of(number) is LegState.SERVING
    clerk.press(Qt.Key.Key_F2)
    assert clerk.sheet == "finish_sheet", "the keyboard is back on the desk"


def call_in_vain(clerk, let_pass):
    for _ in range(2):
        let_pass(clerk.app.desk, 20)
        clerk.press(Qt.Key.Key_F3)
    let_pass(clerk.app.desk, 20)


def test_the_recall_button_counts_down_and_then_gives_way_to_missed(clerk, take, let_pass):
    take()
    clerk.press(Qt.Key.Key_F2)
    assert clerk.verb("recall_button") in ("重呼 20 秒", "重呼 19 秒")
    assert clerk.sees("time_hint").startswith("已呼叫 1 次，还可呼叫 2 次")
    let_pass(clerk.app.desk, 12)
    assert clerk.verb("recall_button") in ("重呼 8 秒", "重呼 7 秒")
    assert not clerk.can_press("recall_button") and not clerk.can_press("miss_button")
    let_pass(clerk.app.desk, 8)
    assert clerk.verb("recall_button") == "重呼"
    assert clerk.can_press("recall_button")
    for _ in range(2):
        clerk.press(Qt.Key.Key_F3)
        let_pass(clerk.app.desk, 20)
    assert clerk.can_press("miss_button") and not clerk.can_press("recall_button")


def test_a_pause_by_keys(clerk, qtbot):
    clerk.press(Qt.Key.Key_F5)
    clerk.press(Qt.Key.Key_1)
    assert clerk.sheet == "pause_sheet"
    clerk.press(Qt.Key.Key_3)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sees("idle_words") == "暂停服务：设备"
    assert clerk.sees("likely_next_number").startswith("00:0")
    assert clerk.primary == "恢复服务, F2"
    clerk.press(Qt.Key.Key_F8)
    assert clerk.message == "A01 窗口已暂停服务，请先恢复服务。"
    clerk.press(Qt.Key.Key_F2)
    assert clerk.primary == "叫下一位, F2"
    assert QApplication.focusWidget().objectName() == "primary_button"


def test_the_last_open_counter_needs_a_supervisors_password(clerk, take, store):
    take()
    clerk.wait_for_people(1)
    clerk.press(Qt.Key.Key_F5)
    clerk.press(Qt.Key.Key_1)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sheet == "approval_sheet"
    clerk.type("lunch duty ends")
    clerk.press(Qt.Key.Key_Tab)
    for _ in range(3):
        clerk.press(Qt.Key.Key_Tab)
    clerk.type("z04")
    clerk.press(Qt.Key.Key_Return)
    clerk.type(PASSWORD)
    clerk.press(Qt.Key.Key_Return)
    clerk._qtbot.waitUntil(lambda: clerk.sees("idle_words") == "暂停服务：午休")


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (None, HoldKind.PAPERS_LEFT),
        (Qt.Key.Key_Down, HoldKind.PAPERS_TAKEN),
        (Qt.Key.Key_Up, HoldKind.OTHER_STEP),
    ],
)
def test_each_kind_of_hold_is_at_most_one_key_more(clerk, take, store, key, kind):
    take()
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F6)
    if key is not None:
        clerk.press(key)
    clerk.press(Qt.Key.Key_Return)
    assert operations.desk(store, A01).held[0].hold_kind is kind


def test_ask_an_expert_with_alt_b(clerk, take, store):
    number = take().number
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F7)
    clerk.type("F02")
    clerk.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    clerk.press(Qt.Key.Key_Return)
    assert operations.timeline(store, number).legs[-1].returns_to == "A01"


def test_an_extra_queue_is_shown_and_ended_with_one_press(clerk, store, qtbot):
    operations.add_queue(store, A01, "FA")
    qtbot.waitUntil(lambda: clerk.sees("extra_words").startswith("已增开 FA"))
    end = clerk.app.window.findChild(QPushButton, "end_extra_button")
    end.setFocus()
    clerk.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: clerk.sees("extra_words") == "")
    assert operations.desk(store, A01).extra == ()


def test_hold_and_take_back(clerk, take):
    number = take().number
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F6)
    clerk.type("copy")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.state_of(number) is LegState.HELD
    assert clerk.sees("held_count") == "1"
    clerk.press(Qt.Key.Key_F9)
    assert clerk.number == number
    assert clerk.sees("note_words") == "copy"


def test_a_ready_note_with_alt_and_a_digit(clerk, take, store):
    number = take().number
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F6)
    clerk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.state_of(number) is LegState.HELD
    assert operations.desk(store, A01).held[0].note == "去填表"


def test_miss_and_reinstate(clerk, take, let_pass):
    number = take().number
    clerk.press(Qt.Key.Key_F2)
    call_in_vain(clerk, let_pass)
    clerk.press(Qt.Key.Key_F4)
    assert clerk.state_of(number) is LegState.MISSED
    clerk.press(Qt.Key.Key_F10)
    assert clerk.state_of(number) is LegState.WAITING


def test_transfer_by_typing_and_arrows(clerk, take, store):
    number = take().number
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F7)
    clerk.type("F0")
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    leg = operations.timeline(store, number).legs[-1]
    assert (leg.state, leg.only_counter) == (LegState.WAITING, "F02")


def test_a_chosen_number_asks_for_its_reason_before_it_is_called(clerk, take):
    take()
    wanted = take().number
    clerk.press(Qt.Key.Key_F8)
    clerk.type(wanted)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sheet == "call_number_sheet"
    assert clerk.sees("sheet_problem").startswith("请填写原因")
    clerk.type("wheelchair")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.number == wanted
    assert clerk.sees("reason_words") == "指呼：wheelchair"


def test_enter_on_a_waiting_person_begins_to_call_them(clerk, take, qtbot):
    take()
    wanted = take().number
    waiting = clerk.app.window.desk_page.panel.waiting
    qtbot.waitUntil(lambda: waiting.model().rowCount() == 2)
    waiting.setFocus()
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sheet == "call_number_sheet"
    assert clerk.app.desk.sheet.picked == wanted


def test_cancel_by_key(clerk, take):
    number = take().number
    clerk.wait_for_people(1)
    clerk.press(Qt.Key.Key_F12)
    clerk.type(number)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.state_of(number) is LegState.CANCELLED


def test_a_held_key_counts_once(clerk, take, qtbot):
    take()
    window = clerk.app.window
    press, repeat = (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "", again)
        for again in (False, True)
    )
    QApplication.sendEvent(window.desk_page, press)
    clerk.wait()
    for _ in range(20):
        QApplication.sendEvent(window.desk_page, repeat)
    clerk.wait()
    assert clerk.app.desk.current.state is LegState.CALLED


def test_a_double_click_on_the_large_button_is_one_act(
    qtbot, start_counter, store, take, press_clock
):
    take()
    app = start_counter("A01", guard=PressGuard(0.4, press_clock))
    clerk = Clerk(qtbot, app, store)
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_F2)
    assert app.desk.current.state is LegState.CALLED


def test_the_key_list_opens_with_f1_and_keeps_the_desk_quiet(clerk, take):
    take()
    clerk.press(Qt.Key.Key_F1)
    assert clerk.sheet == "keys_sheet"
    clerk.press(Qt.Key.Key_F2)
    assert clerk.app.desk.current is None, "no act happens behind the list"
    clerk.press(Qt.Key.Key_Escape)
    clerk.press(Qt.Key.Key_F2)
    assert clerk.number


def test_tab_stays_inside_an_open_question(clerk, take):
    for _ in range(2):
        take()
    clerk.press(Qt.Key.Key_F8)
    layer = clerk.app.window.findChild(QWidget, "sheet_layer")
    visited = set()
    for _ in range(12):
        clerk.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert layer.isAncestorOf(focus)
        visited.add(focus.objectName())
    assert {"search_field", "note_field", "sheet_accept_button", "sheet_close_button"} <= visited


def test_the_focus_returns_to_the_large_button_after_each_act(clerk, take):
    take()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F2, Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_F9):
        clerk.press(key)
        if clerk.sheet == "":
            assert QApplication.focusWidget().objectName() == "primary_button"


def test_tab_reaches_every_act_and_every_list(clerk, take, qtbot, let_pass):
    for _ in range(3):
        take()
    clerk.press(Qt.Key.Key_F2)
    call_in_vain(clerk, let_pass)
    clerk.press(Qt.Key.Key_F4)
    clerk.press(Qt.Key.Key_F2)
    let_pass(clerk.app.desk, 20)
    visited = []
    while QApplication.focusWidget().objectName() not in visited:
        visited.append(QApplication.focusWidget().objectName())
        clerk.press(Qt.Key.Key_Tab)
    wanted = {"primary_button", "recall_button", "waiting_list", "missed_list"}
    assert wanted <= set(visited)
    assert {"strip_button", "language_button", "keys_button", "sign_out_button"} <= set(visited)


def test_language_switches_at_once_and_back(clerk, take):
    take()
    clerk.press(Qt.Key.Key_F2)
    clerk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert clerk.primary == "Start serving, F2"
    assert clerk.sees("state_word") == "called"
    clerk.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert clerk.primary == "开始办理, F2"


def test_a_killed_counter_is_back_at_the_same_ticket(qtbot, start_counter, store, take):
    number = take().number
    first = Clerk(qtbot, start_counter("A01"), store)
    first.press(Qt.Key.Key_F2)
    first.press(Qt.Key.Key_F2)
    first.app.close()
    again = Clerk(qtbot, start_counter("A01"), store)
    assert again.number == number
    assert again.primary == "办结, F2"


def test_a_taken_over_desk_goes_back_to_sign_in_and_says_why(clerk, store, qtbot):
    operations.sign_in(store, A01, "a02", PASSWORD, take_over=True)
    qtbot.waitUntil(lambda: clerk.app.desk is None)
    qtbot.waitUntil(lambda: clerk.sees("sign_in_message_text") == "窗口员 A02 已接管 A01 窗口。")


def test_taking_a_counter_over_by_keyboard(qtbot, start_counter, store):
    operations.sign_in(store, A01, "a02", PASSWORD)
    clerk = Clerk(qtbot, start_counter(login="a01"), store)
    clerk.app.sign_in.set_counter("A01")
    clerk.app.window.findChild(QLineEdit, "password_field").setFocus()
    clerk.type(PASSWORD)
    clerk.press(Qt.Key.Key_Return)
    assert "窗口员 A02" in clerk.sees("taken_text")
    clerk.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: clerk.app.desk is not None and clerk.app.desk.view is not None)


def test_sign_out_by_key(clerk, qtbot):
    clerk.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: clerk.app.desk is None)
    qtbot.waitUntil(clerk.app.window.sign_in_page.isVisible)


def test_the_small_window_serves_a_person_from_call_to_finish(clerk, take, qtbot, store):
    number = take().number
    clerk.press(Qt.Key.Key_F11)
    strip = clerk.app.window.strip
    assert strip.isVisible() and not clerk.app.window.isVisible()
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint

    def press(key: Qt.Key) -> None:
        qtbot.keyClick(strip, key)
        clerk.wait()

    press(Qt.Key.Key_F2)
    assert strip.findChild(QLabel, "strip_number").text() == number
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    assert operations.timeline(store, number).legs[0].outcome is Outcome.ACCEPTED
    press(Qt.Key.Key_F11)
    assert clerk.app.window.isVisible() and not strip.isVisible()


def test_a_new_person_is_told_in_the_line_and_in_the_list(clerk, take, qtbot):
    take()
    qtbot.waitUntil(lambda: clerk.message == "新到 1 人等候")
    assert clerk.sees("waiting_extra") == "新到 1 人"
    assert clerk.sees("waiting_count") == "1"


@pytest.fixture
def spoken(monkeypatch) -> list[tuple[str, bool]]:
    """What a screen reader is asked to say, and whether it interrupts itself for it."""
    said: list[tuple[str, bool]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        assertive = QAccessible.AnnouncementPoliteness.Assertive
        said.append((event.message(), event.politeness() == assertive))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_a_screen_reader_says_each_message_once(clerk, take, qtbot, spoken, let_pass):
    number = take().number
    qtbot.waitUntil(lambda: spoken == [("新到 1 人等候", False)])
    clerk.press(Qt.Key.Key_F2)
    for _ in range(2):
        let_pass(clerk.app.desk, 20)
        clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_F8)
    again = (f"已再次呼叫 {number}", False)
    assert spoken[1:4] == [(f"正在呼叫 {number} 到 A01 窗口", False), again, again]
    assert spoken[4][1], "a caution interrupts"
    assert len(spoken) == 5


def test_the_small_window_speaks_in_place_of_the_desk(clerk, take, qtbot, spoken):
    clerk.press(Qt.Key.Key_F11)
    take()
    qtbot.waitUntil(lambda: spoken == [("新到 1 人等候", False)])


def test_nothing_but_the_counters_own_window_ever_shows(qtbot, start_counter, store, take):
    """A label shown before it has a parent is a window of its own and takes the keyboard."""
    take()
    clerk = Clerk(qtbot, start_counter("A01"), store)
    clerk.press(Qt.Key.Key_F2)
    assert QApplication.activeWindow() is clerk.app.window
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert shown == [clerk.app.window]


def test_every_control_has_an_accessible_name(clerk, take):
    take()
    clerk.press(Qt.Key.Key_F2)
    controls = [
        w
        for w in clerk.app.window.desk_page.findChildren(QWidget)
        if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [
        w.objectName()
        for w in controls
        if not (w.accessibleName() or getattr(w, "text", lambda: "")())
    ]
    assert controls and not nameless
