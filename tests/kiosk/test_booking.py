"""预约: somebody books a time to come; and whoever leaves before the code leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from common import operations
from common.domain.appointment import AppointmentState, slot_words
from common.domain.event import Act
from common.domain.ids import AppointmentId
from common.operations.appointments import booking as booking_verbs
from common.store import DatabaseAway
from kiosk.view_models import tries
from kiosk.view_models.journey import IDLE_SECONDS
from kiosk.view_models.places import BOOK, Page
from tests.kiosk.looking import check

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
PHONE, ANOTHER = "13800138000", "13911112222"
SERVICE, NOT_BOOKABLE = "FA002", "AE001"


@pytest.fixture
def booked(store):
    """Every appointment there is."""

    def booked(on=store):
        with on.read() as tx:
            return list(tx.appointments.on_days(MONDAY, MONDAY + timedelta(days=60)))

    return booked


@pytest.fixture
def fill(store):
    """Others book so many places of a half hour of Tuesday; all that are left unless told."""

    def fill(slot: int, places: int | None = None, phone: str | None = None) -> None:
        place = operations.free_slots(store, SERVICE, TUESDAY)[slot]
        for _ in range(place.left if places is None else places):
            operations.book(
                store,
                SERVICE,
                TUESDAY,
                place.start,
                appointment=AppointmentId(operations.new_id()),
                person=phone,
                phone=phone or "",
            )

    return fill


@pytest.fixture
def kiosk(make_models, qtbot):
    """Somebody is asked what to book a time for."""

    def make(**given):
        kiosk = make_models(**given)
        kiosk.wait = qtbot.waitUntil
        kiosk.journey.start()
        kiosk.journey.open("appointment")
        kiosk.journey.open_booking()
        return kiosk

    return make


def choose(kiosk, slot: int = 2, service: str = SERVICE) -> None:
    """To the page that asks for the telephone, for a half hour of Tuesday."""
    kiosk.journey.choose_service(service)
    kiosk.wait(lambda: bool(kiosk.booking.days))
    kiosk.booking.choose_day(0)
    kiosk.booking.choose_slot(slot)
    assert kiosk.journey.page is Page.BOOK_PERSON


def give_phone(kiosk, phone: str = PHONE) -> None:
    for _ in kiosk.booking.phone.typed:
        kiosk.booking.phone.erase()
    for digit in phone:
        kiosk.booking.phone.press(digit)


def book(kiosk, phone: str = PHONE) -> None:
    give_phone(kiosk, phone)
    kiosk.booking.book()
    kiosk.wait(lambda: not kiosk.booking.isBusy)


def said(kiosk) -> str:
    return kiosk.booking.message["zh"]


# By touch


def go_to_person(citizen, slot: int = 2) -> None:
    citizen.touch(f"service_{SERVICE}")
    citizen.wait_for_page("book_day")
    citizen.wait_for(lambda: bool(citizen.app.models.booking.days))
    citizen.touch("day_0")
    citizen.wait_for_page("book_slot")
    citizen.touch(f"slot_{slot}")
    citizen.wait_for_page("book_person")


def test_somebody_books_a_time_by_touch_and_takes_the_number_with_its_code(
    make_kiosk, booked, fill, store, clock
):
    fill(1)
    citizen = make_kiosk()
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    citizen.touch("other_button")
    assert not citizen.sees(f"service_{NOT_BOOKABLE}")
    go_to_person(citizen)
    others = len(booked())
    for digit in PHONE:
        citizen.touch(f"phone_key_{digit}")
    citizen.touch("book_button")
    citizen.wait_for_page("booked")

    (one,) = [one for one in booked() if one.person]
    assert len(booked()) == others + 1
    assert (one.service, one.day, one.phone_tail) == (SERVICE, TUESDAY, "8000")
    assert citizen.text("booking_code").replace(" ", "") == one.code
    assert citizen.find("qr_code").property("code") == one.code
    assert slot_words(one.slot).replace("-", "–") in citizen.text("booked_time")
    assert not any(PHONE in words for words in citizen.words())
    with store.read() as tx:
        event = [event for event in tx.events() if event.move is Act.BOOK][-1]
    assert event.facts["kiosk"] == "kiosk-7"
    assert not {PHONE, "8000", one.code, one.person} & set(map(str, event.facts.values()))

    citizen.touch("booked_finish_button")
    assert citizen.page == "attract"
    assert citizen.app.models.booking.told == {}
    clock.set(one.starts(ZoneInfo("Asia/Shanghai")))
    citizen.app.models.clock.ticked.emit()
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    for sign in one.code:
        citizen.app.models.check_in.typed.press(sign)
    citizen.touch("find_button")
    citizen.wait_for_page("confirm")


def test_a_full_half_hour_is_shown_as_full_and_cannot_be_touched(make_kiosk, fill):
    fill(1)
    citizen = make_kiosk(size=(1920, 1080))
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    citizen.touch("other_button")
    citizen.touch(f"service_{SERVICE}")
    citizen.wait_for(lambda: bool(citizen.app.models.booking.days))
    citizen.touch("day_0")
    citizen.wait_for_page("book_slot")
    assert "已约满" in citizen.words()
    assert not citizen.find("slot_1").isEnabled()
    citizen.touch("slot_1")
    assert citizen.page == "book_slot"


def test_what_is_not_done_today_can_be_booked_from_its_confirm_page(
    make_kiosk, store, qtbot, clock
):
    with store.write() as tx:
        days = frozenset({TUESDAY.weekday()})
        services = tuple(
            replace(s, weekdays=days) if s.code == SERVICE else s for s in tx.hall.services
        )
        tx.write_hall(replace(tx.hall, services=services))
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch(f"service_{SERVICE}")
    assert not citizen.sees("book_offer_button")
    citizen.touch("take_number_button")
    citizen.wait_for_page("book_day")
    citizen.wait_for(lambda: bool(citizen.app.models.booking.days))
    assert [day["words"]["zh"] for day in citizen.app.models.booking.days] == ["11月24日 星期二"]
    citizen.touch("back_button")
    assert citizen.page == "confirm"


def test_the_code_comes_on_paper_where_there_is_some(make_kiosk, paper_printer, booked):
    citizen = make_kiosk(paper_printer.url)
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    citizen.touch("other_button")
    go_to_person(citizen)
    give_phone(citizen.app.models)
    citizen.touch("book_button")
    citizen.wait_for_page("booked")
    booking = citizen.app.models.booking
    citizen.wait_for(lambda: booking.paper.stateName == "printed")
    (one,) = booked()
    (paper,) = paper_printer.device.slips
    printed = paper.data.decode("gbk", "replace")
    assert one.code in printed and PHONE[-4:] not in printed

    paper_printer.device.load_paper(0)
    citizen.wait_for(lambda: not citizen.app.models.report.prints)
    booking.print_code()
    citizen.wait_for(lambda: booking.paper.stateName not in ("printing", "printed"))
    citizen.wait_until_settled()
    assert "抄下预约码" in "".join(citizen.words())
    citizen.touch("booked_finish_button")
    assert [one.state for one in booked()] == [AppointmentState.BOOKED]


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_the_pages_of_a_booking_are_whole(make_kiosk, presentation, fill, size, monkeypatch):
    fill(1)
    fill(3, 1, ANOTHER)
    # A code of letters alone would look like two words of English.
    monkeypatch.setattr(booking_verbs, "new_appointment_code", lambda: "7K3M9P")
    citizen = make_kiosk(size=size)
    models = citizen.app.models
    models.wait = citizen.wait_for

    def look(page: str) -> None:
        for large, language in product((False, True), ("zh", "en")):
            if citizen.app.journey.largeText != large:
                citizen.app.journey.switch_text_size()
            presentation.translator.set_language(language)
            name = f"{page}-{size[0]}-{language}{'-large' * large}"
            check(citizen, language, name)

    citizen.touch("start_area")
    citizen.app.journey.open("appointment")
    look("appointment")
    citizen.app.journey.open_booking()
    look("book_service")
    citizen.app.journey.choose_service(SERVICE)
    citizen.wait_for(lambda: bool(models.booking.days))
    look("book_day")
    models.booking.choose_day(0)
    look("book_slot")
    models.booking.choose_slot(2)
    look("book_person")
    book(models, ANOTHER)
    look("book_refused")
    book(models)
    citizen.wait_for_page("booked")
    look("booked")


# What the hall has against it


def test_a_half_hour_that_others_book_meanwhile_leads_back_to_those_with_places(
    kiosk, booked, fill
):
    here = kiosk()
    choose(here)
    fill(2)
    others = len(booked())
    book(here)
    assert here.journey.page is Page.BOOK_SLOT
    assert "已约满" in said(here)
    here.wait(lambda: here.booking.slots[2]["left"] == 0)
    assert "已约满" in said(here), "it is still to be read"
    here.booking.choose_slot(2)
    assert here.journey.page is Page.BOOK_SLOT
    here.booking.choose_slot(3)
    here.booking.book()
    here.wait(lambda: here.journey.page is Page.BOOKED)
    assert len(booked()) == others + 1


def test_one_person_books_a_matter_once_a_day_and_nobody_tries_that_out(
    kiosk, booked, fill, idle_clock
):
    fill(1, 1, PHONE)
    here = kiosk()
    choose(here)
    for _ in range(tries.MOST):
        book(here)
        assert here.journey.page is Page.BOOK_PERSON
        assert "您已预约" in said(here)
    book(here, ANOTHER)
    assert "多次" in said(here)
    assert len(booked()) == 1
    idle_clock.seconds += tries.SECONDS
    book(here, ANOTHER)
    assert here.journey.page is Page.BOOKED


def test_who_did_not_come_three_times_is_barred_and_told_until_when(kiosk, booked, store, clock):
    places = operations.free_slots(store, SERVICE)
    for day in sorted({place.day for place in places})[:3]:
        operations.book(
            store,
            SERVICE,
            day,
            places[0].start,
            appointment=AppointmentId(operations.new_id()),
            person=PHONE,
        )
    clock.advance(days=3, hours=9)
    here = kiosk()
    choose(here, slot=0)
    book(here)
    assert here.journey.page is Page.BOOK_PERSON
    assert "3 次预约未到" in said(here)
    assert len(booked()) == 3


def test_digits_that_are_no_telephone_book_nothing(kiosk, booked):
    here = kiosk()
    choose(here)
    give_phone(here, PHONE[:10])
    here.booking.book()
    assert here.booking.phone.fault == "short"
    here.booking.phone.press("0")
    here.booking.phone.press("9")
    assert here.booking.phone.fault == "full"
    assert not here.booking.isBusy
    assert booked() == []


# Whoever leaves


@pytest.mark.parametrize("reached", [Page.TAKE, Page.BOOK_DAY, Page.BOOK_SLOT, Page.BOOK_PERSON])
def test_a_visit_that_ends_by_itself_leaves_nothing(kiosk, booked, idle_clock, reached):
    here = kiosk()
    if reached is not Page.TAKE:
        choose(here)
        give_phone(here)
        while here.journey.page is not reached:
            here.journey.back()
    idle_clock.seconds += IDLE_SECONDS
    here.idle.tick()
    assert here.journey.page is Page.ATTRACT
    assert here.booking.phone.typed == "" and here.booking.wished == {} == here.booking.told
    assert here.booking.days == []
    here.wait(lambda: here.outbox.waiting == 0)
    assert booked() == []


def test_who_leaves_before_the_code_is_shown_gives_the_place_back(kiosk, booked):
    here = kiosk()
    choose(here)
    give_phone(here)
    here.booking.book()
    here.journey.finish()
    here.wait(lambda: here.outbox.waiting == 0)
    assert [one.state for one in booked()] == [AppointmentState.CANCELLED]
    assert here.journey.page is Page.ATTRACT
    assert here.booking.told == {}


def test_touched_twice_it_is_booked_once_and_a_code_that_was_seen_stays(kiosk, booked):
    here = kiosk()
    choose(here)
    give_phone(here)
    here.booking.book()
    here.booking.book()
    here.wait(lambda: here.journey.page is Page.BOOKED)
    here.journey.back()
    assert here.journey.page is Page.APPOINTMENT, "nothing of it is done once more"
    here.wait(lambda: here.outbox.waiting == 0)
    assert [one.state for one in booked()] == [AppointmentState.BOOKED]


def test_an_answer_that_was_lost_is_asked_for_again_and_books_once(kiosk, booked, monkeypatch):
    """The place was booked, and the line to the database broke before anybody heard of it."""
    here = kiosk()
    choose(here)
    real = operations.book

    def lost(*given, **named):
        real(*given, **named)
        raise DatabaseAway(detail="the line broke")

    monkeypatch.setattr(operations, "book", lost)
    book(here)
    assert here.journey.page in (Page.AWAY, Page.BOOK_PERSON)
    monkeypatch.setattr(operations, "book", real)
    here.wait(lambda: not here.hall.away)
    here.journey.back()
    here.booking.choose_slot(4)
    here.booking.book()
    here.wait(lambda: here.journey.page is Page.BOOKED)
    (one,) = booked()
    assert here.booking.told["code"] == one.code
    assert slot_words(one.slot).replace("-", "–") == here.booking.told["slot"]
    assert "第一次" in said(here)


def test_without_the_database_nothing_is_booked_and_afterwards_it_goes_on(kiosk, booked, database):
    here = kiosk()
    choose(here)
    database.take()
    here.wait(lambda: here.hall.away)
    give_phone(here)
    here.booking.book()
    here.wait(lambda: not here.booking.isBusy)
    assert here.journey.page is Page.AWAY
    database.bring_back()
    here.wait(lambda: not here.hall.away)
    assert here.journey.page is Page.BOOK_PERSON
    here.booking.book()
    here.wait(lambda: here.journey.page is Page.BOOKED)
    assert len(booked()) == 1


# Which halls, and when


def test_at_night_a_time_is_booked_and_no_number_taken(
    kiosk, make_models, hall_with_hours, clock, booked, qtbot
):
    clock.set(datetime(2026, 11, 23, 22, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC))
    here = make_models(on=hall_with_hours)
    here.wait = qtbot.waitUntil
    assert here.journey.page is Page.CLOSED
    here.journey.open("appointment")
    here.journey.open_booking()
    assert here.journey.page is Page.TAKE
    choose(here)
    book(here)
    assert here.journey.page is Page.BOOKED
    assert len(booked(hall_with_hours)) == 1
    here.journey.go_home()
    here.journey.open("take")
    assert here.journey.page is Page.CLOSED


def test_lists_and_search_offer_what_can_be_booked_alone(kiosk, store):
    here = kiosk()
    listed = [entry["code"] for entry in here.journey.lists.popular]
    assert SERVICE in listed and NOT_BOOKABLE not in listed
    assert here.journey.lists.bundles == []
    here.journey.open_search()
    here.wait(lambda: here.finding.ready)
    for sign in NOT_BOOKABLE:
        here.finding.press(sign)
    assert NOT_BOOKABLE not in [found["code"] for found in here.finding.results]
    here.booking.choose_service(NOT_BOOKABLE)
    assert here.journey.page is Page.FIND
    here.journey.go_home()
    here.journey.open("take")
    assert NOT_BOOKABLE in [entry["code"] for entry in here.journey.lists.popular]


def test_a_hall_may_leave_booking_to_the_desk(kiosk, store):
    with store.write() as tx:
        tx.write_hall(replace(tx.hall, book_ahead=False))
    here = kiosk()
    assert not here.booking.isOffered
    assert here.journey.page is Page.APPOINTMENT
    here.booking.choose_service(SERVICE)
    assert here.journey.page is Page.APPOINTMENT
    here.journey.go_home()
    here.journey.open("take")
    here.journey.choose_service(SERVICE)
    assert not here.booking.ofNumber
    assert here.way.here != BOOK
