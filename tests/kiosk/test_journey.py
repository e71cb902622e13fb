"""A visit without a view: where it leads, what ends it, what is left of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from common import operations
from common.domain.ids import AppointmentId
from common.domain.kiosk import HomeButton
from common.domain.ticket import Outcome
from common.store import DatabaseAway, Store, open_store
from common.store.migrations.head import HEAD
from kiosk.view_models.home import HOME_BUTTONS
from kiosk.view_models.journey import Page
from kiosk.view_models.stages import Stage
from tests.sql import run_sql


@pytest.fixture
def kiosk(make_models):
    return make_models()


def test_it_begins_where_nobody_is(kiosk):
    assert kiosk.journey.page is Page.ATTRACT
    assert not kiosk.idle.running


def test_three_touches_lead_to_the_number_of_a_popular_service(kiosk, qtbot, records):
    kiosk.journey.start()
    kiosk.journey.choose_service(kiosk.journey.lists.popular[0]["code"])
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.SLIP)
    assert records.numbers == [kiosk.taking.number]


def test_back_leads_the_way_that_was_come(kiosk):
    journey = kiosk.journey
    journey.start()
    journey.open("take")
    journey.open_departments()
    journey.open_department("SBZ")
    journey.choose_service("FA002")
    pages = []
    for _ in range(5):
        journey.back()
        pages.append(journey.page)
    assert pages == [Page.SERVICES, Page.DEPARTMENTS, Page.TAKE, Page.HOME, Page.HOME]


def test_a_hall_leaves_out_what_it_does_not_offer(make_models, store, hall):
    with store.write() as tx:
        tx.write_hall(replace(hall, home_buttons=(HomeButton.TAKE, HomeButton.GUIDES)))
    journey = make_models().journey
    assert journey.property("homeButtons") == ["take", "guides"]


def test_no_button_leads_to_what_a_hall_has_none_of(make_models, store, hall):
    booked = [priority for priority in hall.priority_classes if priority.appointment]
    assert booked
    others = tuple(priority for priority in hall.priority_classes if not priority.appointment)
    with store.write() as tx:
        tx.write_hall(replace(hall, bundles=(), priority_classes=others))
    journey = make_models().journey
    buttons = journey.property("homeButtons")
    assert "take" in buttons
    assert not {"bundles", "appointment"} & set(buttons)


def test_a_hall_that_offers_one_thing_begins_with_it(make_models, store, hall):
    with store.write() as tx:
        tx.write_hall(replace(hall, home_buttons=(HomeButton.TAKE,)))
    journey = make_models().journey
    journey.start()
    assert journey.page is Page.TAKE
    journey.back()
    assert journey.page is Page.TAKE


def test_home_forgets_the_errand(kiosk):
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.journey.go_home()
    assert kiosk.taking.errand == {}


def test_each_confirm_page_is_an_intent_of_its_own(kiosk, qtbot, records):
    for _ in range(2):
        kiosk.journey.start()
        kiosk.journey.choose_service("FA002")
        kiosk.taking.take_number()
        qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
        kiosk.taking.keep()
        kiosk.journey.finish()
    assert records.numbers == ["FA001", "FA002"]


def test_nothing_of_a_visit_is_left_after_the_timeout(kiosk, idle_clock, presentation):
    kiosk.journey.start_in("en")
    kiosk.journey.switch_text_size()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.choose_priority("P2")

    idle_clock.seconds += 121
    kiosk.idle.tick()

    assert kiosk.journey.page is Page.ATTRACT
    assert presentation.translator.language == "zh"
    assert not kiosk.journey.largeText
    assert kiosk.taking.errand == {}
    assert kiosk.taking.priority == "P0"
    assert not kiosk.idle.running


def test_large_text_gives_twice_the_time(kiosk, idle_clock):
    kiosk.journey.start()
    kiosk.journey.switch_text_size()
    idle_clock.seconds += 100
    kiosk.idle.tick()
    assert kiosk.journey.page is Page.HOME
    assert kiosk.idle.secondsLeft == 20


def test_the_countdown_stands_still_while_the_citizen_waits_for_the_kiosk(kiosk, qtbot):
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.take_number()
    assert not kiosk.idle.running
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
    assert kiosk.idle.running


def test_a_number_that_nobody_decided_about_is_kept(kiosk, qtbot, idle_clock, records):
    """Whoever photographed it and walked off must not lose it."""
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
    idle_clock.seconds += 61
    kiosk.idle.tick()
    assert kiosk.journey.page is Page.ATTRACT
    assert records.numbers == ["FA001"]


def test_after_the_slip_the_kiosk_goes_home_by_itself(
    make_models, paper_printer, qtbot, idle_clock
):
    kiosk = make_models(paper_printer.url)
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.PRINTED)
    assert kiosk.idle.secondsLeft == 15
    kiosk.journey.switch_text_size()
    assert kiosk.idle.secondsLeft == 30  # large text promises twice the time
    idle_clock.seconds += 30
    kiosk.idle.tick()
    assert kiosk.journey.page is Page.ATTRACT


def test_a_list_keeps_its_place_while_others_take_numbers(kiosk, qtbot, records):
    kiosk.journey.start()
    kiosk.journey.open_zone("F")
    told = []
    kiosk.journey.lists.listed.connect(lambda: told.append("list"))
    kiosk.journey.page_changed.connect(lambda: told.append("page"))
    records.take("FA002")
    qtbot.waitUntil(lambda: kiosk.hall.waiting["FA"] == 1)
    assert told == []


# Closed


def test_outside_its_hours_the_hall_is_closed_and_says_when_it_opens(
    make_models, hall_with_hours, clock
):
    clock.set(datetime(2026, 11, 23, 4, 30, tzinfo=UTC))  # half past twelve in Beijing
    kiosk = make_models(on=hall_with_hours)
    assert kiosk.journey.page is Page.CLOSED
    assert kiosk.hall.closedWhy["zh"] == "午休时间，已取号的仍可办理"
    assert kiosk.hall.closedWhy["en"].startswith("Closed for lunch")
    assert kiosk.hall.opensAt["zh"] == "2026年11月23日 星期一 13:45"
    assert kiosk.hall.opensAt["en"] == "Monday, 23 Nov 2026, 13:45"


def test_a_closed_hall_opens_by_itself(make_models, hall_with_hours, clock, qtbot):
    clock.set(datetime(2026, 11, 23, 5, 44, 30, tzinfo=UTC))
    kiosk = make_models(on=hall_with_hours)
    assert kiosk.journey.page is Page.CLOSED
    clock.advance(seconds=31)
    kiosk.hall.refresh()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.ATTRACT)


def test_a_hall_that_closed_on_the_confirm_page_issues_nothing(
    make_models, hall_with_hours, clock, qtbot
):
    clock.set(datetime(2026, 11, 23, 3, 49, tzinfo=UTC))
    kiosk = make_models(on=hall_with_hours)
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    clock.advance(minutes=5)
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.CLOSED)
    assert kiosk.taking.number == ""
    assert kiosk.taking.errand == {}


LUNCH = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
NIGHT = LUNCH + timedelta(hours=9, minutes=30)


def test_at_lunch_everything_goes_on_that_needs_no_new_number(
    make_models, hall_with_hours, clock, qtbot
):
    clock.set(LUNCH)
    kiosk = make_models(on=hall_with_hours)
    journey = kiosk.journey
    assert journey.closedButtons == [
        *("appointment", "forms", "guides", "progress", "mine", "opinions")
    ]
    journey.open("take")
    assert (journey.page, journey.depth) == (Page.CLOSED, 1), "not even in a hurry"
    for button in journey.closedButtons:
        journey.open(button)
        assert journey.page is HOME_BUTTONS[HomeButton(button)].page
        kiosk.hall.refresh()
        qtbot.waitUntil(lambda: not kiosk.hall._reading)
        assert journey.page is HOME_BUTTONS[HomeButton(button)].page, "nor is anybody sent away"
        journey.back()
        assert journey.page is Page.CLOSED
    journey.open("guides")
    journey.choose_service("FA002")
    assert journey.page is Page.GUIDE
    journey.take_from_guide()
    assert journey.page is Page.GUIDE
    journey.go_home()
    assert journey.page is Page.CLOSED
    journey.finish()
    assert journey.depth == 1


def test_a_slip_and_an_appointment_are_good_at_lunch_too(
    make_models, hall_with_hours, clock, qtbot
):
    booked = operations.book(
        hall_with_hours,
        "FA002",
        date(2026, 11, 24),
        time(14, 0),
        appointment=AppointmentId(operations.new_id()),
    )
    clock.set(LUNCH + timedelta(days=1) - timedelta(hours=1))
    issued = operations.issue(hall_with_hours, ["FA002"], ticket=operations.new_id())
    clock.set(LUNCH + timedelta(days=1, hours=1, minutes=10))  # twenty to two
    kiosk = make_models(on=hall_with_hours)
    kiosk.readers.take_scan(issued.code)
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.MY_NUMBER)
    kiosk.journey.finish()
    kiosk.readers.take_scan(booked.code)
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.CONFIRM)
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.SLIP)
    assert kiosk.taking.number


def test_at_night_no_number_can_be_taken_and_everything_else_goes_on(
    make_models, hall_with_hours, clock, qtbot
):
    taken = operations.issue(hall_with_hours, ["FA002"], ticket=operations.new_id())
    clock.set(NIGHT)
    kiosk = make_models(on=hall_with_hours)
    journey = kiosk.journey
    assert journey.page is Page.CLOSED
    assert {"forms", "appointment", "mine", "opinions"} <= set(journey.closedButtons)
    for begin in (
        lambda: journey.open("take"),
        journey.open_search,
        lambda: journey.choose_service("FA002"),
        lambda: journey.choose_bundle("YJS07"),
    ):
        begin()
        assert journey.page is Page.CLOSED
        kiosk.taking.take_number()
        qtbot.waitUntil(lambda: not kiosk.taking.busy)
        journey.finish()
    assert [str(w.number) for q in operations.line(hall_with_hours) for w in q.waiting] == [
        str(taken.number)
    ]
    kiosk.readers.take_scan(taken.code)
    qtbot.waitUntil(lambda: journey.page is Page.MY_NUMBER)


@pytest.mark.parametrize("begun", ["opinion", "rating", "reading"])
def test_what_was_begun_before_the_hall_closed_for_the_day_may_be_ended(
    make_models, hall_with_hours, clock, qtbot, idle_clock, begun
):
    done = operations.issue(hall_with_hours, ["FA002"], ticket=operations.new_id())
    operations.call_next(hall_with_hours, "F01")
    operations.serve(hall_with_hours, "F01")
    operations.finish(hall_with_hours, "F01", Outcome.COMPLETED)
    kiosk = make_models(on=hall_with_hours)
    kiosk.journey.start()
    if begun == "rating":
        kiosk.opinions.begin_rating(done.ticket, done.number)
        kiosk.opinions.choose_level(2)
        page, end, ended = Page.RATE, kiosk.opinions.send_rating, Page.RATED
    elif begun == "opinion":
        kiosk.opinions.begin()
        kiosk.opinions.choose_kind("complaint")
        kiosk.opinions.choose_topic("waiting")
        kiosk.opinions.write("等了一上午")
        page, end, ended = Page.OPINION_WORDS, kiosk.opinions.send, Page.OPINION_SENT
    else:
        kiosk.readers.take_scan(done.code)
        page, end, ended = Page.MY_NUMBER, kiosk.my_number.show_progress, Page.MY_PROGRESS
        qtbot.waitUntil(lambda: kiosk.journey.page is page)
    clock.set(NIGHT)
    kiosk.hall.refresh()
    qtbot.waitUntil(lambda: kiosk.hall.closure is not None)
    assert kiosk.journey.page is page
    assert not kiosk.night.dark, "somebody is there"
    end()
    qtbot.waitUntil(lambda: kiosk.journey.page is ended)
    idle_clock.seconds += 61
    kiosk.idle.tick()
    assert (kiosk.journey.page, kiosk.journey.depth) == (Page.CLOSED, 1)
    assert kiosk.night.dark


# Away


def test_a_kiosk_without_its_database_recovers_alone_and_goes_on(kiosk, database, qtbot):
    kiosk.journey.start()
    kiosk.journey.open_zone("F")
    database.take()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.AWAY)
    database.bring_back()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.SERVICES)


@pytest.fixture
def patient_store(postgres_url, late_server, clock) -> Iterator[Store]:
    store = open_store(postgres_url, clock, patient=True)
    yield store
    store.close()


def test_a_kiosk_that_starts_before_its_server_waits_for_it(
    patient_store, late_server, make_models, qtbot
):
    kiosk = make_models(on=patient_store, known=False)
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.AWAY)
    late_server()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.ATTRACT)


def test_a_number_on_screen_stays_there_while_the_database_is_away(kiosk, database, qtbot):
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.taking.stage is Stage.ON_SCREEN)
    database.take()
    qtbot.waitUntil(lambda: kiosk.hall.away)
    assert kiosk.journey.page is Page.SLIP
    database.bring_back()
    qtbot.waitUntil(lambda: not kiosk.hall.away)


def test_a_kiosk_whose_hall_was_upgraded_waits_for_its_own_upgrade(kiosk, sqlite_url, qtbot):
    qtbot.waitUntil(lambda: kiosk.hall.hall is not None)
    run_sql(sqlite_url, "UPDATE alembic_version SET version_num = '9999'")
    qtbot.waitUntil(lambda: kiosk.hall.away and kiosk.hall.isOtherVersion)
    run_sql(sqlite_url, f"UPDATE alembic_version SET version_num = '{HEAD}'")
    kiosk.hall.refresh()
    qtbot.waitUntil(lambda: not kiosk.hall.away)
    kiosk.hall.lose(DatabaseAway(detail="unplugged"))
    assert not kiosk.hall.isOtherVersion


def test_at_midnight_the_leftovers_of_yesterday_expire(kiosk, records, clock, qtbot):
    number = records.take("FA002")
    qtbot.waitUntil(lambda: kiosk.hall.waiting["FA"] == 1)
    clock.set(datetime(2026, 11, 23, 16, 0, 5, tzinfo=UTC))  # five seconds past midnight
    kiosk.hall.refresh()
    qtbot.waitUntil(lambda: records.numbers == [])
    assert number == "FA001"
