"""我的号 and 进度查询: whoever shows that a number is theirs, and nobody else."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.ticket import Outcome
from common.operations import issue, new_id, timeline
from kiosk.view_models import my_number as words_of
from kiosk.view_models import tries
from kiosk.view_models.places import Page
from kiosk.view_models.stages import Stage

PHONE = "13800138000"


@pytest.fixture
def issued(store):
    issue(store, ["FA002"], ticket=new_id())
    return issue(store, ["FA002"], ticket=new_id(), person=PHONE)


@pytest.fixture
def kiosk(issued, make_models, qtbot):
    """With somebody who asks for their number."""

    def make(printer: str | None = None, button: str = "mine"):
        kiosk = make_models(printer)
        kiosk.wait = qtbot.waitUntil
        kiosk.journey.start()
        kiosk.journey.open(button)
        return kiosk

    return make


def show(kiosk, code: str) -> dict:
    kiosk.my_number.look_for(code)
    kiosk.wait(lambda: not kiosk.my_number.isBusy)
    return kiosk.my_number.errand


def ask(kiosk, number: str, phone: str = PHONE) -> None:
    mine = kiosk.my_number
    mine.typed.wipe()
    for sign in number:
        mine.typed.press(sign)
    mine.find()
    if mine.phone.isOpen:
        for digit in phone:
            mine.phone.press(digit)
        mine.phone.accept()
    kiosk.wait(lambda: not mine.isBusy)


def said(kiosk) -> str:
    return kiosk.my_number.message["zh"]


def test_the_slip_shows_the_place_in_line_and_keeps_up_with_it(kiosk, issued, records):
    here = kiosk()
    errand = show(here, issued.code)
    assert here.journey.page is Page.MY_NUMBER
    assert (errand["number"], errand["ahead"], errand["calledTo"]) == ("FA002", 1, "")
    assert (errand["here"]["zone"], errand["here"]["counters"]) == ("F", "F01-F04")
    records.call("F01")
    records.call("F02")
    here.wait(lambda: here.my_number.errand["calledTo"] == "F02")
    assert here.my_number.errand["state"] == "called"
    assert here.my_number.errand["mayBeCancelled"] is False


def test_a_typed_code_does_the_same(kiosk, issued):
    here = kiosk()
    ask(here, issued.code)
    assert here.journey.page is Page.MY_NUMBER


def test_a_number_alone_is_not_enough(kiosk, issued, idle_clock):
    here = kiosk()
    for wrong in range(tries.MOST):
        ask(here, "FA002", f"1390000000{wrong}")
        assert "核对" in said(here)
        assert here.journey.page is Page.MINE
        assert here.my_number.errand == {}
    ask(here, "FA002")
    assert said(here) == words_of.TOO_OFTEN.zh
    idle_clock.seconds += tries.SECONDS
    ask(here, "FA002")
    assert here.journey.page is Page.MY_NUMBER
    assert here.my_number.errand["mayBeCancelled"] is False
    here.my_number.ask_to_cancel()
    here.my_number.cancel()
    assert here.my_number.asksToCancel is False


def test_what_is_no_number_is_not_looked_for(kiosk):
    here = kiosk()
    for text in ("", "FA", "FAFA", "12AB"):
        ask(here, text)
        assert said(here) == words_of.INCOMPLETE.zh


def test_a_number_is_given_back_by_a_second_touch_only(kiosk, issued, records):
    here = kiosk()
    show(here, issued.code)
    here.my_number.cancel()
    here.my_number.ask_to_cancel()
    here.my_number.keep()
    here.my_number.cancel()
    assert records.state("FA002") == "waiting"
    here.my_number.ask_to_cancel()
    here.my_number.cancel()
    here.my_number.cancel()
    here.wait(lambda: here.my_number.errand["state"] == "cancelled")
    assert records.state("FA002") == "cancelled"
    assert here.my_number.errand["isOver"] and not here.my_number.asksToCancel


def test_who_was_missed_comes_back_once_and_is_then_told_why_not(
    kiosk, issued, records, store, call_in_vain
):
    here = kiosk()
    show(here, issued.code)
    operations.cancel(store, "FA001")
    for _ in range(2):
        records.call("F01")
        call_in_vain(store, "F01")
        operations.miss(store, "F01")
        here.wait(lambda: here.my_number.errand["state"] == "missed")
        assert here.my_number.errand["here"]["counters"] == "F01-F04"
        if here.my_number.errand["mayComeBack"]:
            here.my_number.come_back()
            here.my_number.come_back()
            here.wait(lambda: here.my_number.errand["state"] == "waiting")
    assert "不能再次复号" in here.my_number.errand["notBack"]["zh"]
    moves = [str(e.move) for e in timeline(store, "FA002").events]
    assert moves.count("reinstate") == 1


def test_its_slip_is_printed_once_more(kiosk, issued, paper_printer, records):
    here = kiosk(paper_printer.url)
    show(here, issued.code)
    here.my_number.print_again()
    here.my_number.print_again()
    here.wait(lambda: here.taking.stage is Stage.PRINTED)
    assert here.journey.page is Page.SLIP
    assert len(paper_printer.device.slips) == 1
    here.wait(lambda: records.print_states("FA002") == ["printed"])
    assert records.numbers == ["FA001", "FA002"]


def test_a_printer_in_trouble_leads_back_to_the_number(kiosk, issued, paper_printer):
    paper_printer.device.set_cover(True)
    here = kiosk(paper_printer.url)
    show(here, issued.code)
    here.my_number.print_again()
    here.wait(lambda: here.taking.stage is Stage.NO_PRINTER)
    assert here.journey.page is Page.PRINTER
    here.journey.back()
    assert here.journey.page is Page.MY_NUMBER
    assert here.my_number.errand["number"] == "FA002"


def test_progress_says_what_came_of_it_and_what_is_missing(kiosk, issued, store, records):
    records.call("F01")
    operations.serve(store, "F01")
    asked = operations.hall(store).service("FA002").materials[0]
    operations.give_notice(store, "FA001", [asked], counter="F01")
    operations.finish(store, "F01", Outcome.TO_BE_CORRECTED)
    with store.read() as tx:
        first = tx.ticket_numbered("FA001")
    here = kiosk(button="progress")
    errand = show(here, first.code)
    assert here.journey.page is Page.MY_PROGRESS
    assert (errand["isOver"], errand["outcome"]) == (True, "to_be_corrected")
    assert [name["zh"] for name in errand["missing"]] == ["居民身份证"]
    assert errand["steps"][0]["outcome"] == "to_be_corrected"
    assert errand["mayBeRated"] is True
    here.my_number.rate()
    assert here.journey.page is Page.RATE


def test_a_receipt_of_another_day_still_tells_its_promised_day(
    kiosk, issued, store, records, clock
):
    records.call("F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01", Outcome.ACCEPTED)
    receipt = operations.give_receipt(store, "FA001", counter="F01").facts
    clock.advance(days=3)
    here = kiosk(button="progress")
    errand = show(here, receipt.code)
    day = receipt.promised
    assert errand["promised"]["zh"].startswith(f"{day.year}年{day.month}月{day.day}日")
    assert (errand["isOver"], errand["ofToday"], errand["mayBeCancelled"]) == (True, False, False)


def test_number_and_progress_lead_to_each_other_and_back_to_whose_it_is(kiosk, issued):
    here = kiosk()
    show(here, issued.code)
    here.my_number.show_progress()
    assert here.journey.page is Page.MY_PROGRESS
    here.my_number.show_number()
    assert here.journey.page is Page.MY_NUMBER
    here.journey.back()
    assert here.journey.page is Page.MINE
    assert here.my_number.errand == {}


def test_nothing_of_it_outlives_the_visit(kiosk, issued):
    here = kiosk()
    here.my_number.look_for(issued.code)
    here.journey.finish()
    here.wait(lambda: here.my_number.errand == {})
    here.journey.start()
    show(here, issued.code)
    for sign in "FA002":
        here.my_number.typed.press(sign)
    here.my_number.phone.open()
    here.my_number.phone.press("1")
    here.journey.finish()
    assert (here.my_number.errand, here.my_number.typed.text) == ({}, "")
    assert (here.my_number.phone.typed, here.my_number.phone.isOpen) == ("", False)
    assert here.journey.page is Page.ATTRACT
