"""The mobile number that a citizen may type: right at once, masked, and never kept."""

from __future__ import annotations

import logging
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.stages import Stage

PHONE = "13800138000"


def type_in(phone, digits):
    phone.open()
    for digit in digits:
        phone.press(digit)


def press_keys(citizen, digits):
    for digit in digits:
        QTest.keyClick(citizen.app.window, Qt.Key(Qt.Key.Key_0 + int(digit)))


@pytest.fixture
def phone(qapp) -> PhoneEntry:
    return PhoneEntry()


def test_a_whole_number_is_taken_and_masked(phone):
    type_in(phone, PHONE)
    assert (phone.typed, phone.missing, phone.fault) == (PHONE, 0, "")
    phone.accept()
    assert (phone.number, phone.masked, phone.typed) == (PHONE, "138****8000", "")
    assert not phone.isOpen


@pytest.mark.parametrize(
    ("typed", "fault", "taken"),
    [
        ("2", "first", ""),
        ("0", "first", ""),
        ("12", "second", "1"),
        ("10", "second", "1"),
        ("1x", "second", "1"),
        ("1３", "second", "1"),
        (PHONE + "1", "full", PHONE),
    ],
)
def test_a_digit_that_cannot_be_right_is_told_at_once(phone, typed, fault, taken):
    type_in(phone, typed)
    assert (phone.fault, phone.typed) == (fault, taken)
    phone.erase()
    assert phone.fault == ""


def test_a_number_with_digits_missing_is_not_taken(phone):
    type_in(phone, PHONE[:10])
    phone.accept()
    assert (phone.fault, phone.missing, phone.number, phone.isOpen) == ("short", 1, None, True)
    phone.press("0")
    phone.accept()
    assert phone.number == PHONE


def test_a_closed_pad_keeps_what_was_entered_and_not_what_was_typed(phone):
    type_in(phone, PHONE)
    phone.accept()
    type_in(phone, "139")
    phone.close()
    assert (phone.typed, phone.masked) == ("", "138****8000")


def visiting(kiosk):
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    type_in(kiosk.phone, PHONE)
    kiosk.phone.accept()
    type_in(kiosk.phone, "139")


@pytest.mark.parametrize("leave", ["finish", "back", "go_home"])
def test_nothing_of_the_number_outlives_the_errand(make_models, leave):
    kiosk = make_models()
    visiting(kiosk)
    getattr(kiosk.journey, leave)()
    assert (kiosk.phone.number, kiosk.phone.typed, kiosk.phone.masked) == (None, "", "")
    assert not kiosk.phone.isOpen


def test_nothing_of_the_number_outlives_an_abandoned_visit(make_models, idle_clock, qtbot):
    kiosk = make_models()
    visiting(kiosk)
    idle_clock.seconds += 61
    qtbot.waitUntil(lambda: kiosk.journey.page.value == "attract")
    assert (kiosk.phone.number, kiosk.phone.typed, kiosk.phone.isOpen) == (None, "", False)


def test_typing_keeps_the_visit(make_models, idle_clock):
    kiosk = make_models()
    visiting(kiosk)
    idle_clock.seconds += 40
    kiosk.phone.press("1")
    idle_clock.seconds += 40
    kiosk.idle.tick()
    assert kiosk.journey.page.value == "confirm"


def test_the_number_is_forgotten_as_soon_as_a_ticket_exists_and_is_never_logged(
    make_models, store, qtbot, caplog
):
    caplog.set_level(logging.DEBUG)
    kiosk = make_models()
    visiting(kiosk)
    kiosk.phone.close()
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
    assert kiosk.phone.number is None
    assert PHONE not in caplog.text
    with store.read() as tx:
        ticket = tx.ticket_numbered(kiosk.taking.number)
    assert ticket is not None and ticket.person is not None
    assert re.fullmatch(r"[0-9a-f]{64}", ticket.person)


def test_fingers_and_keys_both_type(make_kiosk, records):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("phone_button")
    for digit in PHONE[:4]:
        citizen.touch(f"phone_key_{digit}")
    assert citizen.text("phone_digits") == "138 0"
    press_keys(citizen, "9")
    QTest.keyClick(citizen.app.window, Qt.Key.Key_Backspace)
    press_keys(citizen, PHONE[4:])
    assert citizen.text("phone_digits") == "138 0013 8000"
    assert citizen.text("phone_advice") == "已输完，请点“确定”"
    citizen.touch("phone_ok_button")
    assert not citizen.sees("phone_sheet")
    assert "手机号：138****8000" in citizen.words()
    assert not any(PHONE in words or "0013" in words for words in citizen.words())


def test_return_enters_the_number_and_escape_closes_the_pad(make_kiosk):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("phone_button")
    QTest.keyClick(citizen.app.window, Qt.Key.Key_Escape)
    assert not citizen.sees("phone_sheet")
    citizen.touch("phone_button")
    press_keys(citizen, PHONE)
    QTest.keyClick(citizen.app.window, Qt.Key.Key_Return)
    assert not citizen.sees("phone_sheet")
    assert citizen.app.models.phone.masked == "138****8000"


def test_a_number_that_was_entered_can_be_removed(make_kiosk):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    type_in(citizen.app.models.phone, PHONE)
    citizen.app.models.phone.accept()
    citizen.touch("phone_button")
    citizen.touch("phone_remove_button")
    assert citizen.app.models.phone.number is None
    assert not citizen.sees("phone_sheet")


def test_a_hall_may_ask_for_no_number(make_kiosk, store, hall):
    with store.write() as tx:
        tx.write_hall(replace(hall, ask_phone=False))
    citizen = make_kiosk()
    citizen.go_to_confirm()
    assert citizen.sees("priority_button")
    assert not citizen.sees("phone_button")
