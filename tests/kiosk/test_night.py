"""The kiosk at night, and how it finds its own way into the morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from common.domain.calendar import Hours
from common.operations import issue, new_id, timeline
from common.store import create_database
from kiosk.view_models.places import Page

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 11, 23)


def at(hour: int, minute: int = 0, day: date = MONDAY, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


@pytest.fixture
def tick(clock, qtbot):
    """Lets the kiosk's clock tick once at this instant, as after a night of sleep."""

    def tick(kiosk, instant: datetime, page: Page) -> None:
        clock.set(instant)
        kiosk.clock.ticked.emit()
        qtbot.waitUntil(lambda: kiosk.journey.page is page, timeout=10_000)

    return tick


def test_a_night_is_dark_gives_no_numbers_and_ends_by_itself(
    make_models, hall_with_hours, clock, tick, qtbot
):
    clock.set(at(16, 59))
    left = str(issue(hall_with_hours, ["FA002"], ticket=new_id()).number)
    kiosk = make_models(on=hall_with_hours)
    assert kiosk.journey.page is Page.ATTRACT
    assert not kiosk.night.dark

    tick(kiosk, at(21), Page.CLOSED)
    qtbot.waitUntil(lambda: kiosk.night.dark)
    kiosk.journey.start()
    assert kiosk.journey.page is Page.CLOSED
    assert kiosk.hall.opensAt["zh"].endswith("08:15")
    kiosk.journey.finish()

    tick(kiosk, at(8, 15, MONDAY + timedelta(days=1)), Page.ATTRACT)
    assert not kiosk.night.dark
    qtbot.waitUntil(
        lambda: timeline(hall_with_hours, left, MONDAY).state.value == "expired", timeout=10_000
    )
    kiosk.journey.start()
    assert kiosk.journey.page is Page.HOME


def test_lunch_is_no_night(make_models, hall_with_hours, clock):
    clock.set(at(12, 30))
    kiosk = make_models(on=hall_with_hours)
    assert kiosk.journey.page is Page.CLOSED
    assert not kiosk.night.dark


def test_a_touch_at_night_shows_the_hours_until_nobody_is_there(
    make_models, hall_with_hours, clock, monkeypatch, qtbot
):
    clock.set(at(21))
    kiosk = make_models(on=hall_with_hours)
    assert kiosk.night.dark
    kiosk.night.wake()
    assert not kiosk.night.dark
    kiosk.night._awake.setInterval(10)
    kiosk.night.wake()
    qtbot.waitUntil(lambda: kiosk.night.dark)


def test_its_words_move_a_little_every_minute_and_stay_on_the_screen(
    make_models, hall_with_hours, clock
):
    clock.set(at(21))
    kiosk = make_models(on=hall_with_hours)
    places = []
    for minute in range(12 * 60):
        clock.set(at(21) + timedelta(minutes=minute))
        places.append((kiosk.night.across, kiosk.night.down))
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in places)
    moves = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places)]
    assert min(moves) > 0 and max(moves) < 0.4
    assert max(x for x, _ in places) > 0.9 and min(x for x, _ in places) < -0.9


def test_a_night_without_the_database_leads_to_a_working_morning(
    make_models, hall_with_hours, clock, tick, tmp_path, qtbot
):
    clock.set(at(20))
    kiosk = make_models(on=hall_with_hours)
    kiosk.hall.lose()
    assert kiosk.journey.page is Page.AWAY
    tick(kiosk, at(9, 0, MONDAY + timedelta(days=1)), Page.ATTRACT)
    kiosk.journey.start()
    assert kiosk.journey.page is Page.HOME


def test_the_morning_after_the_clock_changes_opens_at_the_halls_hour(
    make_models, hall, tmp_path, clock, tick
):
    """Berlin, 25 October 2026: the night has 25 hours."""
    berlin, sunday = ZoneInfo("Europe/Berlin"), date(2026, 10, 25)
    hours = ((6, (Hours(time(8), time(12)),)),)
    there = replace(
        hall,
        time_zone="Europe/Berlin",
        calendar=replace(hall.calendar, always=False, days=hours, work=(), holidays=()),
    )
    store = create_database(str(tmp_path / "berlin.db"), there, clock)
    clock.set(at(22, 0, sunday - timedelta(days=1), berlin))
    kiosk = make_models(on=store)
    assert kiosk.journey.page is Page.CLOSED
    tick(kiosk, at(7, 59, sunday, berlin), Page.CLOSED)
    assert kiosk.night.dark
    tick(kiosk, at(8, 0, sunday, berlin), Page.ATTRACT)
    kiosk.close()
    store.close()
