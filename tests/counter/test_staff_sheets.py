"""Passwords, approvals and numbers for other people, at the counter and by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from common import operations
from common.domain.event import Act as Happened
from common.domain.promises import Promise
from common.domain.session import Role
from common.domain.text import Text
from common.domain.ticket import Move
from common.operations.errors import PasswordMustChange
from counter.view_models.acts import Act
from counter.view_models.approval import ApprovalSheet
from counter.view_models.menu import Errand, MenuSheet
from counter.view_models.take_number import Step, TakeNumberSheet

FIRST, OWN, DEMO = "First-time1", "My-own-word2", "jiaohao-demo"
GUIDE, SUPERVISOR = "z01", "z04"


@pytest.fixture
def keys(qtbot):
    """Press and type where the focus is."""

    def keys(app, *pressed):
        for one in pressed:
            target = app.window.focusWidget() or app.window
            if isinstance(one, str):
                qtbot.keyClicks(target, one)
            elif isinstance(one, tuple):
                qtbot.keyClick(target, one[1], one[0])
            else:
                qtbot.keyClick(target, one)

    return keys


@pytest.fixture
def open_errand(keys):
    """Open the menu and press the key of one of its entries."""

    def open_errand(app, errand):
        keys(app, Qt.Key.Key_F5)
        keys(app, str(app.desk.sheet.errands.index(errand) + 1))

    return open_errand


def sign_in(app, qtbot, login):
    app.sign_in.set_login(login)
    app.sign_in.set_password(DEMO)
    app.sign_in.sign_in()
    qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
    return app.desk


def signed_in(start_counter, qtbot, login, counter="A01"):
    app = start_counter(login=login)
    app.sign_in.set_counter(counter)
    return app, sign_in(app, qtbot, login)


# The first sign-in


@pytest.fixture
def newcomer(store, start_counter, qtbot, presentation):
    presentation.translator.set_language("en")
    operations.add_clerk(store, "li.na", Text("李娜", "Li Na"), FIRST)
    app = start_counter(login="li.na")
    app.sign_in.set_counter("A01")
    app.sign_in.set_password(FIRST)
    app.sign_in.sign_in()
    qtbot.waitUntil(lambda: app.sign_in.choosing is not None)
    return app


def points(app):
    return [point.met for point in app.sign_in.choosing.points]


def test_a_first_password_is_changed_before_the_first_shift(newcomer, keys, qtbot, store):
    app = newcomer
    assert points(app) == [False] * 5
    keys(app, "li.na", Qt.Key.Key_Return)
    assert points(app) == [False, False, False, True, False]
    field = app.window.findChild(QLineEdit, "new_password_field")
    assert field.property("wrong") == "true"
    field.selectAll()
    keys(app, OWN, Qt.Key.Key_Tab, "another", Qt.Key.Key_Return)
    assert points(app) == [True, True, True, True, False]
    app.window.focusWidget().selectAll()
    keys(app, OWN)
    assert all(points(app))
    keys(app, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk is not None)
    assert app.sign_in.choosing is None
    assert operations.desk(store, "A01").session.clerk == "li.na"


def test_escape_leaves_the_first_password_what_it_was(newcomer, keys, qtbot, store):
    app = newcomer
    keys(app, OWN, Qt.Key.Key_Escape)
    assert app.sign_in.choosing is None
    assert app.window.findChild(QLineEdit, "password_field").hasFocus()
    assert app.sign_in.password == ""
    with pytest.raises(PasswordMustChange):
        operations.sign_in(store, "A01", "li.na", FIRST)


def test_what_the_password_lacks_is_said_in_the_language_of_the_screen(newcomer, presentation):
    first = newcomer.window.findChild(QLabel, "password_point_0")
    assert first.text() == "at least 8 characters"
    assert first.accessibleName() == "at least 8 characters: still missing"
    presentation.translator.set_language("zh")
    assert first.text() == "至少 8 个字符"
    assert first.accessibleName() == "至少 8 个字符: 未满足"


def test_a_clerk_changes_their_password_by_keyboard_alone(
    start_counter, open_errand, keys, qtbot, store
):
    app = start_counter("A01")
    open_errand(app, Errand.CHANGE_PASSWORD)
    keys(app, "wrong", Qt.Key.Key_Tab, OWN, Qt.Key.Key_Tab, OWN, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk.sheet.message is not None)
    assert app.window.focusWidget().objectName() == "old_password_field"
    keys(app, DEMO, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk.sheet is None)
    assert app.desk.message.words() == "密码已修改"
    operations.sign_out(store, app.desk.session.id)
    assert operations.sign_in(store, "A02", "a01", OWN).clerk == "a01"


# The menu


@pytest.mark.parametrize(
    ("login", "sees_taking"), [("a01", False), (GUIDE, True), (SUPERVISOR, True)]
)
def test_the_menu_shows_what_the_role_may_do(start_counter, keys, qtbot, login, sees_taking):
    app, desk = signed_in(start_counter, qtbot, login)
    keys(app, Qt.Key.Key_F5)
    assert isinstance(desk.sheet, MenuSheet)
    entry = app.window.findChild(QPushButton, f"errand_{Errand.TAKE_NUMBER.value}")
    assert (entry is not None) == sees_taking
    keys(app, Qt.Key.Key_F2)
    assert isinstance(desk.sheet, MenuSheet)
    keys(app, Qt.Key.Key_Escape)
    assert desk.sheet is None


def test_arrows_and_enter_choose_from_the_menu(start_counter, keys, qtbot):
    app, desk = signed_in(start_counter, qtbot, GUIDE)
    keys(app, Qt.Key.Key_F5, Qt.Key.Key_Up)
    errands = desk.sheet.errands
    assert app.window.focusWidget().objectName() == f"errand_{errands[-1].value}"
    keys(app, *[Qt.Key.Key_Down] * (errands.index(Errand.TAKE_NUMBER) + 1), Qt.Key.Key_Return)
    assert isinstance(desk.sheet, TakeNumberSheet)


def test_every_role_sees_at_least_one_entry():
    for role in Role:
        assert MenuSheet(role).errands


# A number for a person


@pytest.fixture
def guide(start_counter, open_errand, qtbot):
    app, desk = signed_in(start_counter, qtbot, GUIDE)
    open_errand(app, Errand.TAKE_NUMBER)
    assert isinstance(desk.sheet, TakeNumberSheet)
    return app


def test_a_guide_takes_a_number_and_another(guide, keys, qtbot, store):
    keys(guide, "FA002", (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_2), Qt.Key.Key_Return)
    sheet = guide.desk.sheet
    qtbot.waitUntil(lambda: sheet.step is Step.ISSUED)
    assert guide.window.findChild(QLabel, "issued_number").text() == "FA001"
    story = operations.timeline(store, "FA001")
    assert story.ticket.priority == sheet.classes[1].code
    assert story.ticket.issued_by == "A01"
    assert story.events[0].clerk == GUIDE
    keys(guide, Qt.Key.Key_Return, "AA001", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.step is Step.ISSUED)
    assert sheet.issued.number == "AA001"
    keys(guide, Qt.Key.Key_Escape)
    assert guide.desk.sheet is None


def test_a_bundle_that_is_picked_shows_which_promises_it_keeps(guide, keys, qtbot):
    sheet = guide.desk.sheet
    box = guide.window.findChild(QWidget, "promise_list")
    keys(guide, "FA002")
    assert box.isHidden()
    keys(guide, (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_A), "YJS01")
    qtbot.waitUntil(lambda: not box.isHidden())
    assert [check.kept for check in sheet.promises.checks] == [True] * 4
    words = [guide.window.findChild(QLabel, f"promise_{p.value}") for p in Promise]
    assert [one.text() for one in words] == ["一次告知", "一次表单", "一次联办", "一次送达"]
    assert words[2].toolTip() == "一个号办4个事项"
    keys(guide, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.step is Step.ISSUED)


def test_a_promise_that_is_not_kept_says_so_at_the_counter(
    start_counter, open_errand, keys, qtbot, store
):
    with store.write() as tx:
        first, *others = tx.hall.bundles
        tx.write_hall(replace(tx.hall, bundles=(replace(first, delivery=None), *others)))
    app, _ = signed_in(start_counter, qtbot, GUIDE)
    open_errand(app, Errand.TAKE_NUMBER)
    keys(app, first.code)
    qtbot.waitUntil(lambda: not app.window.findChild(QWidget, "promise_list").isHidden())
    words = app.window.findChild(QLabel, f"promise_{Promise.DELIVERED.value}")
    assert words.text() == "一次送达：尚未做到"
    assert "delivery" in words.toolTip()


def test_nothing_is_taken_while_no_service_matches(guide, keys, store):
    keys(guide, "there is no such service", Qt.Key.Key_Return)
    field = guide.window.findChild(QLineEdit, "service_field")
    assert field.property("wrong") == "true"
    assert all(not queue.waiting for queue in operations.line(store))


def approve(app, keys, login=SUPERVISOR, password=DEMO):
    """Reason, login and password by keyboard."""
    keys(app, (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_1))
    keys(app, login, Qt.Key.Key_Return, password, Qt.Key.Key_Return)


def test_a_break_glass_number_needs_a_supervisor(guide, keys, qtbot, store):
    sheet = guide.desk.sheet
    sheet.choose_class(next(c.code for c in sheet.classes if c.break_glass))
    keys(guide, "FA002", Qt.Key.Key_Return)
    assert isinstance(guide.desk.sheet, ApprovalSheet)
    approve(guide, keys, login=GUIDE)
    qtbot.waitUntil(lambda: guide.desk.sheet.message is not None)
    assert guide.desk.sheet.password == ""
    assert operations.line(store, "FA")[0].waiting == ()
    login = guide.window.findChild(QLineEdit, "approval_login_field")
    login.selectAll()
    login.setFocus()
    keys(guide, SUPERVISOR, Qt.Key.Key_Return, DEMO, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.step is Step.ISSUED)
    assert guide.desk.sheet is sheet
    first = operations.timeline(store, sheet.issued.number).events[0]
    assert first.clerk == GUIDE
    assert first.facts["approved_by"] == SUPERVISOR
    assert first.facts["approved_for"] == "紧急情况"


def test_a_rule_stands_against_a_number_until_a_supervisor_agrees(guide, keys, qtbot, store, clock):
    with store.write() as tx:
        tx.write_hall(replace(tx.hall, calendar=replace(tx.hall.calendar, always=False)))
    clock.set(datetime(2026, 11, 23, 15, 0, tzinfo=UTC))  # eleven at night
    keys(guide, "FA002", Qt.Key.Key_Return)
    sheet = guide.desk.sheet
    qtbot.waitUntil(lambda: sheet.step is Step.REFUSED)
    assert (
        guide.window.findChild(QPushButton, "sheet_accept_button").text().startswith("请值班主任")
    )
    keys(guide, Qt.Key.Key_Return)
    approve(guide, keys)
    qtbot.waitUntil(lambda: sheet.step is Step.ISSUED)
    first = operations.timeline(store, sheet.issued.number).events[0]
    assert first.facts["passed_over"] == ["hall_closed"]


def test_escape_from_an_approval_leads_back_to_what_was_asked(guide, keys):
    sheet = guide.desk.sheet
    sheet.choose_class(next(c.code for c in sheet.classes if c.break_glass))
    keys(guide, "FA002", Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert guide.desk.sheet is sheet
    assert guide.window.findChild(QLineEdit, "service_field").text() == "FA002"
    assert sheet.issued is None


def test_what_cannot_be_an_identity_is_pointed_at(guide, keys, qtbot):
    guide.desk.sheet.set_identity("12")
    keys(guide, "FA002", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: guide.desk.sheet.message is not None)
    field = guide.window.findChild(QLineEdit, "identity_field")
    assert field.property("wrong") == "true"


# Before all others


def test_a_number_is_put_first_with_a_supervisors_password(
    start_counter, take, open_errand, keys, qtbot, store
):
    older, number = take("AA").number, take("AA").number
    app = start_counter("A01")
    qtbot.waitUntil(lambda: app.desk.waiting_count == 2)
    open_errand(app, Errand.PUT_FIRST)
    keys(app, number, Qt.Key.Key_Return)
    assert isinstance(app.desk.sheet, ApprovalSheet)
    approve(app, keys)
    qtbot.waitUntil(lambda: app.desk.likely_next.number == number)
    event = operations.timeline(store, number).events[-1]
    assert (event.move, event.clerk) == (Move.PUT_FIRST, SUPERVISOR)
    assert operations.timeline(store, older).events[-1].move is Move.ISSUE
    assert app.desk.message.words() == f"{number} 已排到最前"


def test_a_supervisor_finds_their_own_login_in_the_approval(start_counter, take, keys, qtbot):
    take("AA")
    app, desk = signed_in(start_counter, qtbot, SUPERVISOR)
    qtbot.waitUntil(lambda: desk.waiting_count == 1)
    desk.do(Act.PUT_FIRST)
    keys(app, Qt.Key.Key_Return)
    assert desk.sheet.login == SUPERVISOR


def test_an_approval_needs_a_reason(start_counter, take, keys, qtbot):
    take("AA")
    app, desk = signed_in(start_counter, qtbot, SUPERVISOR)
    qtbot.waitUntil(lambda: desk.waiting_count == 1)
    desk.do(Act.PUT_FIRST)
    keys(app, Qt.Key.Key_Return)
    desk.sheet.set_password(DEMO)
    keys(app, Qt.Key.Key_Return)
    field = app.window.findChild(QLineEdit, "approval_reason_field")
    assert field.property("wrong") == "true"
    assert not desk.sheet.busy


# The record


def test_every_act_at_the_counter_carries_its_clerk(start_counter, take, qtbot, store):
    take("AA")
    app, desk = signed_in(start_counter, qtbot, "a02")
    qtbot.waitUntil(lambda: desk.waiting_count == 1)
    for act in (Act.CALL_NEXT, Act.SERVE):
        desk.do(act)
        qtbot.waitUntil(lambda: desk.act_under_way is None)
    desk.do(Act.FINISH)
    desk.accept_sheet()
    qtbot.waitUntil(lambda: desk.act_under_way is None and desk.idle)
    desk.press(Act.SIGN_OUT)
    qtbot.waitUntil(lambda: app.desk is None)
    with store.read() as tx:
        events = [event for event in tx.events() if event.move is not Move.ISSUE]
    assert {event.clerk for event in events} == {"a02"}
    assert [events[0].move, events[-1].move] == [Happened.SIGN_IN, Happened.SIGN_OUT]
