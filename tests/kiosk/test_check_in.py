"""预约取号: by code, by scan, by the last digits; and never a word about somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from common import operations
from common.domain.ids import AppointmentId
from common.operations import call_next, serve, timeline
from kiosk.view_models import check_in as words_of
from kiosk.view_models import tries
from kiosk.view_models.places import Page
from kiosk.view_models.stages import Stage
from tests.kiosk.looking import check

TUESDAY = date(2026, 11, 24)
PHONE = "13800138000"


@pytest.fixture
def book(store):
    def book(phone: str, slot: time, service: str = "FA002"):
        return operations.book(
            store,
            service,
            TUESDAY,
            slot,
            appointment=AppointmentId(operations.new_id()),
            phone=phone,
            person=phone,
        )

    return book


@pytest.fixture
def mine(book, clock):
    """For half past nine on Tuesday; now it is ten past nine of that day."""
    booked = book(PHONE, time(9, 30))
    clock.advance(days=1, minutes=-20)
    return booked


@pytest.fixture
def kiosk(mine, make_models, qtbot):
    """On the page that asks for the appointment."""

    def make(printer: str | None = None):
        kiosk = make_models(printer)
        kiosk.wait = qtbot.waitUntil
        kiosk.journey.start()
        kiosk.journey.open("appointment")
        return kiosk

    return make


def ask(kiosk, text: str) -> None:
    kiosk.check_in.typed.wipe()
    for sign in text:
        kiosk.check_in.typed.press(sign)
    kiosk.check_in.find()
    kiosk.wait(lambda: not kiosk.check_in.isBusy)


def said(kiosk) -> str:
    return kiosk.check_in.message["zh"]


def test_a_code_leads_to_a_number_in_the_lane_of_appointments(
    kiosk, mine, paper_printer, store, records
):
    here = kiosk(paper_printer.url)
    ask(here, mine.code.lower())
    assert here.journey.page is Page.CONFIRM
    assert here.taking.booking["zh"] == "预约 09:30-10:00"
    assert not here.taking.asksPhone and here.taking.priorityClasses == []
    here.taking.take_number()
    here.taking.take_number()
    here.wait(lambda: here.taking.stage is Stage.PRINTED)

    (number,) = records.numbers
    lane = operations.hall(store).appointment_class
    assert timeline(store, number).ticket.priority == lane.code
    assert {"zh": "预约 09:30-10:00", "en": "Appointment 09:30-10:00"} in here.taking.slip["marks"]
    here.wait(lambda: records.print_states(number) == ["printed"])
    assert len(paper_printer.device.slips) == 1


def test_who_comes_late_is_told_before_the_number_is_taken(kiosk, mine, clock, store, records):
    clock.advance(minutes=40)
    here = kiosk()
    ask(here, mine.code)
    assert "迟到转现场" in here.taking.booking["zh"]
    here.taking.take_number()
    here.wait(lambda: here.taking.stage is Stage.ON_SCREEN)
    assert timeline(store, records.numbers[0]).ticket.priority == "P0"


def test_who_is_too_early_is_told_when_to_come(kiosk, book, mine, clock):
    clock.advance(days=-1)
    other = book("13911112222", time(15))
    clock.advance(days=1)
    here = kiosk()
    ask(here, other.code)
    assert here.journey.page is Page.APPOINTMENT
    assert "14:30" in said(here)


def test_the_last_digits_find_it_and_several_are_told_apart_by_time_and_place_alone(
    kiosk, book, mine, clock
):
    clock.advance(days=-1)
    book("13911118000", time(9, 0), "AA001")
    clock.advance(days=1)
    here = kiosk()
    ask(here, "8000")
    assert here.journey.page is Page.APPOINTMENT
    assert [choice["slot"] for choice in here.check_in.choices] == ["09:00-09:30", "09:30-10:00"]
    shown = str(here.check_in.choices)
    assert mine.code not in shown and "AA001" not in shown and "养老保险关系" not in shown
    here.check_in.choose(7)
    here.check_in.choose(1)
    assert here.taking.about.code == "FA002"
    assert here.check_in.choices == []


def test_digits_cannot_be_tried_out(kiosk, mine, idle_clock):
    here = kiosk()
    for wrong in range(tries.MOST):
        ask(here, f"{wrong:04}")
        assert "预约码" in said(here)
    ask(here, "8000")
    assert said(here) == words_of.TOO_OFTEN.zh
    here.journey.finish()
    here.journey.start()
    here.journey.open("appointment")
    ask(here, "8000")
    assert said(here) == words_of.TOO_OFTEN.zh, "another visit opens nothing"
    ask(here, mine.code)
    assert here.journey.page is Page.CONFIRM
    here.journey.back()
    idle_clock.seconds += tries.SECONDS
    ask(here, "8000")
    assert here.journey.page is Page.CONFIRM


def test_a_late_appointment_for_what_the_hall_gave_up_says_so(kiosk, mine, book, clock, store):
    clock.advance(days=-1)
    book("13911118000", time(9, 30), "FA001")
    clock.advance(days=1, hours=1)
    here = kiosk()
    ask(here, "8000")
    assert len(here.check_in.choices) == 2
    operations.sweep_appointments(store)
    with store.write() as tx:
        left = tuple(s for s in tx.hall.services if s.code not in ("FA001", "FA002"))
        bundles = tuple(b for b in tx.hall.bundles if not {"FA001", "FA002"} & set(b.services))
        tx.write_hall(replace(tx.hall, services=left, bundles=bundles))
    here.wait(lambda: here.check_in.choices == [])
    here.check_in.choose(0)
    ask(here, mine.code)
    assert here.journey.page is Page.APPOINTMENT
    assert "停办" in said(here)
    ask(here, "8000")
    assert here.check_in.choices == []


def test_what_is_not_whole_is_not_looked_for(kiosk):
    here = kiosk()
    for text in ("", "12", "80001", "ABCDE"):
        ask(here, text)
        assert said(here) == words_of.INCOMPLETE.zh
    here.check_in.typed.press("X")
    assert said(here) == "", "what was said of other signs does not stay"


def test_a_code_that_may_be_a_forms_is_sent_to_the_counter(kiosk):
    here = kiosk()
    ask(here, "C7DH4K")
    assert said(here) == words_of.FORM_CODE.zh
    ask(here, "2A2A2A")
    assert "没有预约" in said(here)


def test_who_has_checked_in_gets_the_slip_again_while_it_counts(kiosk, mine, store, records):
    number = str(operations.check_in(store, mine.code, ticket=operations.new_id()).issued.number)
    here = kiosk()
    ask(here, mine.code)
    here.wait(lambda: here.taking.stage is Stage.STILL_OPEN)
    assert here.journey.page is Page.STILL_OPEN
    assert here.taking.number == number
    here.journey.finish()

    call_next(store, "F01")
    serve(store, "F01")
    operations.finish(store, "F01")
    here.journey.start()
    here.journey.open("appointment")
    ask(here, mine.code)
    here.wait(lambda: number in said(here))
    assert here.journey.page is Page.APPOINTMENT


def test_nothing_of_it_outlives_the_visit(kiosk, mine):
    here = kiosk()
    for sign in mine.code:
        here.check_in.typed.press(sign)
    here.check_in.find()
    here.journey.finish()
    assert here.check_in.typed.text == ""
    here.journey.start()
    here.journey.open("mine")
    here.wait(lambda: not here.check_in.isBusy)
    assert here.journey.page is Page.MINE, "an answer for somebody who left leads nobody away"
    assert here.taking.about is None


def test_a_database_that_goes_away_meanwhile_is_no_mistake_of_the_citizen(kiosk, mine, database):
    here = kiosk()
    database.take()
    here.wait(lambda: here.hall.away)
    for sign in mine.code:
        here.check_in.typed.press(sign)
    here.check_in.find()
    here.wait(lambda: not here.check_in.isBusy)
    database.bring_back()
    here.wait(lambda: not here.hall.away)
    here.journey.back()
    here.journey.open("appointment")
    ask(here, mine.code)
    assert here.journey.page is Page.CONFIRM


def test_what_is_still_to_come_is_cancelled_by_its_code_after_a_question(
    make_kiosk, mine, clock, store, presentation
):
    clock.advance(hours=-1)
    citizen = make_kiosk(size=(1920, 1080))
    check_in = citizen.app.models.check_in
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    for sign in mine.code:
        check_in.typed.press(sign)
    citizen.touch("find_button")
    citizen.wait_for(lambda: check_in.mayCancel)
    citizen.app.journey.switch_text_size()
    presentation.translator.set_language("en")  # where there is the least room
    check(citizen, "en", "appointment_early-landscape-large")
    citizen.touch("other_button")
    check(citizen, "en", "appointment_cancel-landscape-large")
    citizen.touch("keep_appointment_button")
    citizen.touch("other_button")
    citizen.touch("cancel_appointment_button")
    citizen.wait_for(lambda: check_in.message["zh"] == words_of.CANCELLED.zh)
    assert operations.find_appointments(store, code=mine.code)[0].state == "cancelled"
    assert not check_in.mayCancel and check_in.typed.text == ""


def test_the_last_digits_of_a_telephone_cancel_nothing(kiosk, mine, clock):
    clock.advance(hours=-1)
    here = kiosk()
    ask(here, "8000")
    assert not here.check_in.mayCancel
    here.check_in.ask_to_cancel()
    here.check_in.cancel()
    assert not here.check_in.asksToCancel and not here.check_in.isBusy
    ask(here, mine.code)
    assert here.check_in.mayCancel
    here.check_in.ask_to_cancel()
    here.journey.finish()
    assert not here.check_in.mayCancel and not here.check_in.asksToCancel
