"""What is held before the kiosk's scanner, on a real line, in a real window."""

from __future__ import annotations

import sys
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common import operations
from common.domain.ids import AppointmentId
from common.domain.scanned import NOT_OURS
from common.operations import issue, new_id
from kiosk.view_models.kiosk_readers import LISTENING, SCAN_AGAIN
from kiosk.view_models.places import Page
from kiosk.view_models.stages import Stage
from tests.kiosk.printed_paper import RESET
from tests.printing.reading import read_slip

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from common.devices.virtual.ports import DevicePty


@pytest.fixture
def scanner(tmp_path):
    line = DevicePty(lambda data, send: None, tmp_path / "scanner")
    yield line
    line.unplug()


@pytest.fixture
def kiosk(make_models, qtbot):
    kiosk = make_models()
    kiosk.wait = qtbot.waitUntil
    return kiosk


def test_a_slip_before_the_scanner_shows_its_number_from_the_first_page_on(
    make_kiosk, store, scanner, tmp_path
):
    issued = issue(store, ["FA002"], ticket=new_id())
    citizen = make_kiosk(devices=(f"scanner:serial://{tmp_path / 'scanner'}",))

    def scanned() -> bool:
        scanner.send(f"{issued.code}\r".encode())  # until the line is open
        return citizen.page == "my_number"

    citizen.wait_for(scanned)
    citizen.wait_until_settled()
    assert citizen.text("ticket_number") == "FA001"
    assert citizen.text("standing_notice").startswith("前面无人等候")
    citizen.touch("give_back_button")
    assert not citizen.sees("print_slip_button")
    citizen.touch("cancel_number_button")
    citizen.wait_for(lambda: citizen.text("standing_notice") == "这个号已取消。")
    citizen.touch("home_button")
    assert citizen.page == "home"

    scanner.unplug()
    citizen.wait_for(lambda: not citizen.app.models.readers.scans)
    citizen.wait_for(lambda: operations.kiosks(store)[0].state.devices_away == ("scanner",))
    citizen.touch("mine_button")
    assert "扫描" not in citizen.text("code_advice"), "nobody is asked to scan what cannot be read"


def test_the_code_that_lies_in_the_tray_opens_the_number(
    make_kiosk, paper_printer, scanner, tmp_path
):
    """From the paper and nothing else, once the visit in which it was taken is over."""
    citizen = make_kiosk(paper_printer.url, devices=(f"scanner:serial://{tmp_path / 'scanner'}",))
    citizen.go_to_confirm()
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.app.taking.stage is Stage.PRINTED)
    citizen.wait_for(lambda: len(paper_printer.device.slips) == 1)
    printed = paper_printer.device.slips[0].data.rpartition(RESET)[2]
    code = read_slip(RESET + printed).qr
    citizen.app.journey.finish()
    citizen.wait_for_page("attract")

    def scanned() -> bool:
        scanner.send(f"{code}\r".encode())
        return citizen.page == "my_number"

    citizen.wait_for(scanned)
    assert citizen.text("ticket_number") == "FA001"


def test_a_scanner_that_types_leads_there_too_and_types_nothing(make_kiosk, store):
    issued = issue(store, ["FA002"], ticket=new_id())
    citizen = make_kiosk(devices=("scanner:keyboard",))
    window = citizen.app.window
    citizen.touch("start_area")
    citizen.touch("mine_button")
    citizen.wait_for(lambda: window.activeFocusItem() is not None)
    for sign in issued.code:
        QTest.keyClick(window, sign)
    QTest.keyClick(window, Qt.Key.Key_Return)
    citizen.wait_for_page("my_number")
    assert citizen.text("ticket_number") == "FA001"
    assert citizen.app.models.my_number.typed.text == ""
    citizen.touch("back_button")
    QTest.keyClick(window, "F")
    citizen.wait_for(lambda: citizen.app.models.my_number.typed.text == "F")


def test_an_appointment_before_the_scanner_leads_to_its_number(kiosk, store, clock):
    booked = operations.book(
        store,
        "FA002",
        date(2026, 11, 24),
        time(9, 30),
        appointment=AppointmentId(new_id()),
    )
    clock.advance(days=1, minutes=-20)
    kiosk.readers.take_scan(booked.code)
    kiosk.wait(lambda: kiosk.journey.page is Page.CONFIRM)
    kiosk.journey.back()
    assert kiosk.journey.page is Page.APPOINTMENT


@pytest.mark.parametrize("text", ["https://pay.example/1?x=2", "", "6901234567892", "\x00☃"])
def test_what_is_none_of_ours_is_told_calmly_and_leads_nowhere(kiosk, text):
    kiosk.readers.take_scan(text)
    assert kiosk.journey.page is Page.ATTRACT
    assert kiosk.readers.notice["zh"] == NOT_OURS.zh
    kiosk.journey.start()
    assert kiosk.readers.notice["zh"] == "", "who goes on has read it"


def test_a_code_of_ours_that_nobody_has_says_so_on_the_page_for_it(kiosk):
    kiosk.readers.take_scan("22222222")
    kiosk.wait(lambda: kiosk.my_number.message["zh"] != "")
    assert kiosk.journey.page is Page.MINE
    kiosk.readers.take_scan("2A2A2A")
    kiosk.wait(lambda: kiosk.check_in.message["zh"] != "")
    assert kiosk.journey.page is Page.APPOINTMENT


def test_a_scan_never_leads_away_from_somebody_in_the_middle_of_something(kiosk, store):
    issued = issue(store, ["FA002"], ticket=new_id())
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.readers.take_scan(issued.code)
    kiosk.readers.take_scan("https://pay.example")
    assert kiosk.journey.page is Page.CONFIRM
    assert kiosk.my_number.isBusy is False
    assert kiosk.readers.notice["zh"] == ""
    assert Page.SLIP not in LISTENING and Page.FORM not in LISTENING and Page.RATE not in LISTENING


def test_the_next_slip_takes_the_place_of_the_one_before(kiosk, store):
    first, second = (issue(store, ["FA002"], ticket=new_id()) for _ in range(2))
    for one in (first, second):
        kiosk.readers.take_scan(one.code)
        kiosk.wait(lambda one=one: kiosk.my_number.errand.get("number") == one.number)
    depth = kiosk.journey.depth
    kiosk.readers.take_scan(first.code)
    kiosk.wait(lambda: kiosk.my_number.errand.get("number") == first.number)
    assert kiosk.journey.depth == depth, "the way back does not grow"


def test_no_way_back_leads_to_what_was_scanned_before(kiosk, store):
    first, second = (
        operations.issue(store, ["FA002"], ticket=operations.new_id()) for _ in range(2)
    )
    for code, page in (
        (first.code, Page.MY_NUMBER),
        ("ABCDEF", Page.APPOINTMENT),
        (second.code, Page.MY_NUMBER),
    ):
        kiosk.readers.take_scan(code)
        kiosk.wait(
            lambda page=page: (
                kiosk.journey.page is page and not (kiosk.check_in.isBusy or kiosk.my_number.isBusy)
            )
        )
    pages = []
    for _ in range(2):
        kiosk.journey.back()
        pages.append(kiosk.journey.page)
    assert pages == [Page.MINE, Page.HOME]


def test_a_spoiled_scan_asks_for_another(kiosk):
    kiosk.devices.scan_spoiled.emit()
    assert kiosk.readers.notice["zh"] == SCAN_AGAIN.zh
    kiosk.readers.dismiss()
    assert kiosk.readers.notice["zh"] == ""
