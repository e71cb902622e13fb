"""Appointments at the counter: checked in, booked and cancelled by keyboard alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.event import Act as Happened
from common.domain.ids import AppointmentId, TicketId
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway
from counter.view_models.appointment_booking import Step
from counter.view_models.appointment_finder import AppointmentFinder
from counter.view_models.appointments import AppointmentsSheet, Page
from counter.view_models.menu import Errand

ALT, RETURN, ESCAPE = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Return, Qt.Key.Key_Escape
GUIDE, SERVICE, PHONE = "z01", "FA002", "13800138000"
ZONE = ZoneInfo("Asia/Shanghai")


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
def book(store):
    """Book the first free half hour of the first day that can be booked."""

    def book(phone=PHONE, service=SERVICE, place=None):
        places = operations.free_slots(store, service)
        first = next(one for one in places if one.left and one.start >= (place or time.min))
        return operations.book(
            store,
            service,
            first.day,
            first.start,
            appointment=AppointmentId(operations.new_id()),
            phone=phone,
        )

    return book


@pytest.fixture
def come(clock):
    """Let it be so many minutes after the beginning of an appointment's half hour."""

    def come(appointment, minutes=0):
        begins = datetime.combine(appointment.day, appointment.slot, ZONE)
        clock.set(begins + timedelta(minutes=minutes))

    return come


@pytest.fixture
def guide(start_counter, keys, qtbot):
    """A guide's desk with the sheet open."""

    def guide(page=Page.CHECK_IN):
        app = start_counter(login=GUIDE)
        app.sign_in.set_counter("A01")
        app.sign_in.set_password("jiaohao-demo")
        app.sign_in.sign_in()
        qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        keys(app, Qt.Key.Key_F5)
        keys(app, str(app.desk.sheet.errands.index(Errand.APPOINTMENTS) + 1))
        assert isinstance(app.desk.sheet, AppointmentsSheet)
        place = list(Page).index(page)
        keys(app, (ALT, Qt.Key(Qt.Key.Key_1 + place)))
        assert app.desk.sheet.page is page
        return app

    return guide


def text(app, name):
    return app.window.findChild(QLabel, name).text()


def said(app):
    return text(app, "appointments_message_text")


def typed_and_found(app, keys, qtbot, typed, page):
    keys(app, typed)
    qtbot.waitUntil(lambda: not page.finder.looking)


# Who sees it


def test_a_clerk_does_not_see_appointments(start_counter, keys):
    app = start_counter("A01")
    keys(app, Qt.Key.Key_F5)
    assert Errand.APPOINTMENTS not in app.desk.sheet.errands


# Checking in


def test_the_code_and_enter_give_the_number(book, come, guide, keys, qtbot, store):
    one = book()
    come(one, -10)
    app = guide()
    page = app.desk.sheet.check_in
    typed_and_found(app, keys, qtbot, one.code.lower(), page)
    keys(app, RETURN)
    qtbot.waitUntil(lambda: page.done)
    assert text(app, "checked_in_number") == "FA001" == page.checked_in.issued.number
    assert f"预约 {one.slot:%H:%M}" in text(app, "checked_in_heading")
    story = operations.timeline(store, "FA001")
    assert story.ticket.issued_by == "A01"
    act = next(event for event in story.events if event.move is Happened.CHECK_IN)
    assert act.clerk == GUIDE


def test_a_scanner_s_enter_waits_for_what_is_found(book, come, guide, keys, qtbot):
    one = book()
    come(one)
    app = guide()
    keys(app, one.code, RETURN)
    qtbot.waitUntil(lambda: app.desk.sheet.check_in.done)


def test_the_last_four_digits_list_those_of_today(book, come, guide, keys, qtbot):
    early, late = book("13900008000"), book(PHONE, place=time(11))
    others = book("13900001111")
    come(early)
    app = guide()
    page = app.desk.sheet.check_in
    typed_and_found(app, keys, qtbot, "8000", page)
    assert [option.key for option in page.finder.options.shown] == [early.code, late.code]
    assert others.code not in [option.key for option in page.finder.options.shown]
    keys(app, Qt.Key.Key_Down)
    assert page.finder.picked == late
    keys(app, Qt.Key.Key_Up, RETURN)
    qtbot.waitUntil(lambda: page.done)
    assert page.checked_in.appointment.code == early.code
    keys(app, RETURN)
    assert not page.done
    assert app.window.focusWidget().objectName() == "check_in_field"
    assert app.window.focusWidget().text() == ""
    assert said(app) == f"FA001 已发给 {early.code}"


def test_an_enter_between_several_people_waits_for_the_choice(book, come, guide, keys, qtbot):
    one = book("13900008000")
    book(PHONE, place=time(11))
    come(one)
    app = guide()
    page = app.desk.sheet.check_in
    keys(app, "8000", RETURN)
    qtbot.waitUntil(lambda: len(page.finder.options.shown) == 2)
    assert not page.busy and not page.done


def test_who_comes_too_early_is_told_when(book, come, guide, keys, qtbot, store):
    one = book()
    come(one, -45)
    app = guide()
    page = app.desk.sheet.check_in
    keys(app, one.code, RETURN)
    qtbot.waitUntil(lambda: not page.finder.looking and page.message is not None)
    opens = datetime.combine(one.day, one.slot) - timedelta(minutes=30)
    assert f"{opens:%H:%M}" in said(app)
    assert app.window.focusWidget().objectName() == "check_in_field"
    assert operations.line(store, "FA")[0].waiting == ()


def test_who_comes_too_late_gets_a_walk_in_s_number(book, come, guide, keys, qtbot):
    one = book()
    come(one, 16)
    app = guide()
    page = app.desk.sheet.check_in
    keys(app, one.code, RETURN)
    qtbot.waitUntil(lambda: page.done)
    assert "迟到转现场" in text(app, "checked_in_heading")


def test_an_unknown_code_is_said_on_the_sheet(guide, keys, qtbot):
    app = guide()
    page = app.desk.sheet.check_in
    keys(app, "ZZZZZZ")
    qtbot.waitUntil(lambda: page.message is not None)
    assert "ZZZZZZ" in said(app)
    assert app.window.findChild(QLineEdit, "check_in_field").property("wrong") == "true"
    keys(app, Qt.Key.Key_Backspace)
    assert said(app) == ""
    assert app.window.findChild(QLineEdit, "check_in_field").property("wrong") == ""


def test_too_few_signs_are_asked_for_the_rest(guide, keys):
    app = guide()
    keys(app, "80", RETURN)
    assert said(app) == "预约码为 6 位，手机尾号为 4 位"


def test_a_number_that_was_not_confirmed_is_not_given_twice(
    book, come, guide, keys, qtbot, store, monkeypatch
):
    one = book()
    come(one)
    app = guide()
    page = app.desk.sheet.check_in
    real = operations.check_in

    def breaks_after(*args, **kwargs):
        real(*args, **kwargs)
        raise DatabaseAway(detail="cut off")

    monkeypatch.setattr(operations, "check_in", breaks_after)
    keys(app, one.code, RETURN)
    qtbot.waitUntil(lambda: page.message is not None)
    monkeypatch.setattr(operations, "check_in", real)
    keys(app, RETURN)
    qtbot.waitUntil(lambda: page.done)
    assert page.checked_in.issued.number == "FA001"
    assert len(operations.line(store, "FA")[0].waiting) == 1


@pytest.fixture
def finder(hall_store, presentation):
    """A finder of all days to come, on each engine in turn."""
    runner = TaskRunner("finder")
    hall = operations.hall(hall_store)
    yield AppointmentFinder(hall_store, runner, presentation.translator, hall, ahead=True)
    runner.close()


def test_digits_and_codes_find_days_to_come_on_both_engines(finder, hall_store, qtbot):
    places = operations.free_slots(hall_store, SERVICE)
    first, last = (
        operations.book(
            hall_store,
            SERVICE,
            place.day,
            place.start,
            appointment=AppointmentId(operations.new_id()),
            phone=PHONE,
        )
        for place in (places[0], places[-1])
    )

    def found(typed):
        finder.type(typed)
        qtbot.waitUntil(lambda: not finder.looking)
        return [option.key for option in finder.options.shown]

    assert found("8000") == found("138 0013 8000") == [first.code, last.code]
    assert found(f" {last.code.lower()} ") == [last.code]
    assert found("0008") == []
    assert finder.message.words() == "今天及以后没有手机尾号与此相同的预约"


# Booking ahead


def half_hours(app, qtbot, keys):
    """Take the service; the first day that can be booked has the keyboard."""
    page = app.desk.sheet.booking
    keys(app, SERVICE, RETURN)
    qtbot.waitUntil(lambda: page.step is Step.DAY)
    return page


def test_a_place_is_booked_by_keyboard_alone(guide, keys, qtbot, store):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    assert app.window.focusWidget().objectName() == f"day_{page.days[0].day.isoformat()}"
    keys(app, Qt.Key.Key_Down, RETURN)
    assert app.window.focusWidget().objectName() == f"slot_{page.day.slots[0].start:%H%M}"
    keys(app, Qt.Key.Key_Right, Qt.Key.Key_Down, RETURN)
    wanted = page.slot
    assert wanted == page.days[1].slots[4]
    assert app.window.focusWidget().objectName() == "booking_phone_field"
    keys(app, PHONE, RETURN)
    qtbot.waitUntil(lambda: page.step is Step.BOOKED)
    assert text(app, "booked_number") == page.booked.code
    (kept,) = operations.find_appointments(store, code=page.booked.code)
    assert (kept.day, kept.slot, kept.service) == (wanted.day, wanted.start, SERVICE)
    assert (kept.phone_tail, kept.state) == ("8000", AppointmentState.BOOKED)
    assert kept.person is not None
    keys(app, RETURN)
    assert page.step is Step.SERVICE and page.phone == ""
    assert app.window.focusWidget().objectName() == "booking_service_field"
    assert kept.code in said(app)


def test_nobody_has_to_say_who_they_are(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    keys(app, RETURN, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.step is Step.BOOKED)
    assert page.booked.person is None and page.booked.phone_tail == ""


def test_a_full_half_hour_cannot_be_chosen(book, guide, keys, qtbot, store):
    first = operations.free_slots(store, SERVICE)[0]
    for _ in range(first.places):
        book(phone="")
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    full = app.window.findChild(QPushButton, f"slot_{first.start:%H%M}")
    assert not full.isEnabled() and full.text().endswith("已满")
    assert page.slot == page.day.slots[1]
    keys(app, RETURN, Qt.Key.Key_Left)
    assert page.slot == page.day.slots[1]
    page.choose_slot(0)
    assert page.slot == page.day.slots[1]


def test_a_half_hour_that_was_filled_meanwhile_is_said_and_shown(book, guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    for _ in range(page.slot.places):
        book(phone="")
    gone = page.slot
    keys(app, RETURN, RETURN, RETURN)
    qtbot.waitUntil(lambda: not page.busy and page.day.slots[0].left == 0)
    assert page.step is Step.HALF_HOUR
    assert page.slot.start != gone.start
    assert f"{gone.start:%H:%M}" in said(app)
    keys(app, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.step is Step.BOOKED)


def test_what_cannot_be_booked_is_said_on_the_sheet(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = app.desk.sheet.booking
    keys(app, "AD001", RETURN)
    qtbot.waitUntil(lambda: page.message is not None)
    assert page.step is Step.SERVICE
    assert "不开放预约" in said(app)


def test_escape_goes_back_question_by_question(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    keys(app, RETURN, RETURN)
    for step in (Step.HALF_HOUR, Step.DAY, Step.SERVICE):
        keys(app, ESCAPE)
        assert page.step is step
    assert app.window.focusWidget().objectName() == "booking_service_field"
    keys(app, ESCAPE)
    assert app.desk.sheet is None


def test_another_service_asks_for_its_own_days(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    field = app.window.findChild(QLineEdit, "booking_service_field")
    field.setFocus()
    field.selectAll()
    keys(app, "AA001")
    assert page.step is Step.SERVICE and not page.days


def test_a_telephone_that_is_none_is_pointed_at(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    keys(app, RETURN, RETURN, "12", RETURN)
    qtbot.waitUntil(lambda: page.message is not None)
    field = app.window.findChild(QLineEdit, "booking_phone_field")
    assert field.property("wrong") == "true" and field.hasFocus()
    assert page.step is Step.PERSON


def test_a_booking_that_was_not_confirmed_happens_once(guide, keys, qtbot, store, monkeypatch):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    real = operations.book

    def breaks_after(*args, **kwargs):
        real(*args, **kwargs)
        raise DatabaseAway(detail="cut off")

    monkeypatch.setattr(operations, "book", breaks_after)
    keys(app, RETURN, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.message is not None)
    monkeypatch.setattr(operations, "book", real)
    first, wanted = page.days[0].slots[0], page.days[0].slots[1]
    page.choose_slot(1)
    keys(app, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.step is Step.BOOKED)
    assert page.booked.slot == first.start != wanted.start
    assert "第一次" in said(app)
    assert sum(place.booked for place in operations.free_slots(store, SERVICE)) == 1


# Cancelling


def test_an_appointment_is_cancelled_after_one_question(book, guide, keys, qtbot, store):
    one = book()
    app = guide(Page.CANCEL)
    page = app.desk.sheet.cancelling
    typed_and_found(app, keys, qtbot, "8000", page)
    keys(app, RETURN)
    assert page.asked == one
    assert f"{one.slot:%H:%M}" in text(app, "cancel_place")
    keys(app, ESCAPE)
    assert page.asked is None
    assert operations.find_appointments(store, code=one.code)[0].state is AppointmentState.BOOKED
    keys(app, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.asked is None and not page.busy)
    kept = operations.find_appointments(store, code=one.code)[0]
    assert kept.state is AppointmentState.CANCELLED
    assert "已取消" in said(app)
    assert app.window.focusWidget().objectName() == "cancel_field"
    with store.read() as tx:
        unbooked = [event for event in tx.events() if event.move is Happened.UNBOOK]
    assert [event.clerk for event in unbooked] == [GUIDE]


def test_who_has_a_number_cannot_cancel_the_appointment(book, come, guide, keys, qtbot, store):
    one = book()
    come(one)
    operations.check_in(store, one.code, ticket=TicketId(operations.new_id()))
    app = guide(Page.CANCEL)
    page = app.desk.sheet.cancelling
    typed_and_found(app, keys, qtbot, one.code, page)
    keys(app, RETURN, RETURN)
    qtbot.waitUntil(lambda: page.message is not None and not page.finder.looking)
    assert "FA001" in said(app)


# The sheet


def test_what_stands_on_a_page_stays_while_another_is_shown(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    keys(app, RETURN, (ALT, Qt.Key.Key_1))
    assert app.window.focusWidget().objectName() == "check_in_field"
    keys(app, (ALT, Qt.Key.Key_2))
    assert page.step is Step.HALF_HOUR
    assert app.window.focusWidget().objectName() == f"slot_{page.slot.start:%H%M}"


def test_a_window_that_grows_keeps_what_was_typed(guide, keys, qtbot):
    app = guide(Page.BOOK)
    page = half_hours(app, qtbot, keys)
    keys(app, RETURN, RETURN, "1380")
    app.window.resize(1920, 1080)
    qtbot.waitUntil(lambda: app.window.findChild(QLineEdit, "booking_phone_field").isVisible())
    assert app.window.findChild(QLineEdit, "booking_phone_field").text() == "1380"
    assert page.step is Step.PERSON
