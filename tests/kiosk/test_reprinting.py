"""One open number for each person and queue: who has one gets its slip again."""

from __future__ import annotations

import pytest

from common.domain.event import Act
from common.operations import issue, new_id, timeline
from kiosk.view_models.journey import Page
from kiosk.view_models.stages import Stage

PHONE = "13800138000"


@pytest.fixture
def returning(make_models, store, qtbot):
    """Makes a kiosk with a citizen on the confirm page who took FA001 with this telephone."""

    def make(printer: str | None = None, phone: str = PHONE):
        issue(store, ["FA002"], ticket=new_id(), person=PHONE)
        kiosk = make_models(printer)
        kiosk.journey.start()
        kiosk.journey.choose_service("FA002")
        kiosk.phone.open()
        for digit in phone:
            kiosk.phone.press(digit)
        kiosk.phone.accept()
        kiosk.wait = qtbot.waitUntil
        kiosk.wait_for = lambda *stages: kiosk.wait(lambda: kiosk.taking.stage in stages)
        return kiosk

    return make


def reprints(store, number):
    return [e.facts["by"] for e in timeline(store, number).events if e.move is Act.REPRINT]


def test_a_second_number_is_not_given_and_the_first_is_shown_where_it_stands(returning, records):
    kiosk = returning()
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)

    assert kiosk.journey.page is Page.STILL_OPEN
    assert kiosk.taking.number == "FA001"
    assert kiosk.taking.slip["queue"]["zh"] == "养老与社会保险"
    assert (kiosk.taking.slip["ahead"], kiosk.taking.slip["calledTo"]) == (0, "")
    assert records.numbers == ["FA001"]
    assert records.refusals == ["number_still_open"]


def test_the_slip_is_printed_again_with_its_mark_and_told_in_the_record(
    returning, paper_printer, records, store
):
    kiosk = returning(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.taking.reprint()
    kiosk.taking.reprint()
    kiosk.wait_for(Stage.PRINTED)

    assert kiosk.journey.page is Page.SLIP
    assert len(paper_printer.device.slips) == 1
    kiosk.wait(lambda: records.print_states("FA001") == ["printed"])
    kiosk.wait(lambda: reprints(store, "FA001") == ["kiosk-7"])
    assert records.numbers == ["FA001"]


def test_a_printer_in_trouble_leaves_the_number_on_the_screen(returning, paper_printer, records):
    paper_printer.device.set_cover(True)
    kiosk = returning(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.taking.reprint()
    kiosk.wait_for(Stage.NO_PRINTER)
    assert kiosk.journey.page is Page.PRINTER
    kiosk.taking.take_without_paper()
    assert kiosk.taking.stage is Stage.NO_PRINTER
    kiosk.journey.back()
    assert kiosk.journey.page is Page.STILL_OPEN
    kiosk.taking.show_number()

    assert kiosk.taking.stage is Stage.SHOWN
    assert kiosk.journey.page is Page.SLIP
    assert records.numbers == ["FA001"]
    assert paper_printer.device.slips == ()


def test_a_second_slip_that_stops_halfway_is_never_called_printed(returning, paper_printer):
    paper_printer.device.load_paper(25)
    kiosk = returning(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.taking.reprint()
    kiosk.wait_for(Stage.UNPROVEN)


def test_a_number_of_before_is_not_given_back_here(returning, paper_printer, records):
    """Whoever knows a telephone number must not be able to take a number away."""
    paper_printer.device.load_paper(25)
    kiosk = returning(paper_printer.url)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.taking.reprint()
    kiosk.wait_for(Stage.UNPROVEN)
    kiosk.taking.cancel()
    assert kiosk.taking.stage is Stage.UNPROVEN
    kiosk.taking.keep()
    assert records.state("FA001") == "waiting"


def test_who_was_called_meanwhile_is_told_where_to_go(returning, records):
    kiosk = returning()
    records.call("F02")
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    assert (kiosk.taking.slip["calledTo"], kiosk.taking.slip["ahead"]) == ("F02", -1)


def test_back_leads_to_the_errand_and_another_queue_gives_a_number(returning, records):
    kiosk = returning()
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.journey.back()
    assert kiosk.journey.page is Page.CONFIRM
    kiosk.journey.back()
    kiosk.journey.choose_service("BA001")
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert (kiosk.taking.number, kiosk.taking.isReprint) == ("BA001", False)


@pytest.mark.parametrize("phone", ["13900139000", ""])
def test_nobody_else_gets_there(returning, records, phone):
    kiosk = returning(phone=phone)
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.ON_SCREEN)
    assert kiosk.taking.number == "FA002"
    assert not kiosk.taking.isReprint


def test_nothing_of_the_number_of_before_outlives_the_visit(returning):
    kiosk = returning()
    kiosk.taking.take_number()
    kiosk.wait_for(Stage.STILL_OPEN)
    kiosk.journey.finish()
    assert (kiosk.taking.number, kiosk.taking.slip, kiosk.phone.number) == ("", {}, None)
    assert kiosk.journey.page is Page.ATTRACT


def test_a_citizen_sees_the_number_and_has_its_slip_again(make_kiosk, paper_printer, store):
    issue(store, ["FA002"], ticket=new_id(), person=PHONE)
    citizen = make_kiosk(paper_printer.url)
    citizen.go_to_confirm()
    citizen.touch("phone_button")
    for digit in PHONE:
        citizen.touch(f"phone_key_{digit}")
    citizen.touch("phone_ok_button")
    citizen.touch("take_number_button")
    citizen.wait_for_page("still_open")
    assert "您在“养老与社会保险”队列已有号 FA001" in citizen.words()
    citizen.touch("reprint_button")
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    assert citizen.text("ticket_number") == "FA001"
    assert not citizen.sees("cancel_button")
    citizen.touch("finish_button")
    assert citizen.page == "attract"
