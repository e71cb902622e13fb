"""When the hall issues numbers, and which hall day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from common.domain.calendar import Calendar, Hours, hall_day

BEIJING = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
WORKDAY = (Hours(time(8, 15), time(11, 50)), Hours(time(13, 45), time(17, 15)))
WEEK = Calendar(
    days=(*((weekday, WORKDAY) for weekday in range(5)), (5, (Hours(time(8, 45), time(11, 50)),)))
)


def at(text: str, zone: ZoneInfo = BEIJING) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-11-22T15:59:59.999999", date(2026, 11, 22)),
        ("2026-11-22T16:00:00", date(2026, 11, 23)),
        ("2026-12-31T16:00:00", date(2027, 1, 1)),
    ],
)
def test_the_hall_day_changes_at_midnight_in_the_hall(instant, day):
    assert hall_day(datetime.fromisoformat(instant).replace(tzinfo=UTC), "Asia/Shanghai") == day


def test_the_hall_day_does_not_depend_on_the_zone_in_which_the_instant_is_written():
    instant = at("2026-11-23 00:30")
    assert hall_day(instant.astimezone(NEW_YORK), "Asia/Shanghai") == date(2026, 11, 23)


def test_the_hall_day_follows_summer_time():
    # 04:30 UTC is half past midnight in New York's summer, but half past eleven in its winter.
    assert hall_day(datetime(2026, 7, 2, 4, 30, tzinfo=UTC), "America/New_York").day == 2
    assert hall_day(datetime(2026, 12, 2, 4, 30, tzinfo=UTC), "America/New_York").day == 1


@pytest.mark.parametrize(
    ("moment", "issues"),
    [
        ("2026-11-23 08:14:59", False),
        ("2026-11-23 08:15", True),
        ("2026-11-23 11:49:59", True),
        ("2026-11-23 11:50", False),  # lunch
        ("2026-11-23 13:45", True),
        ("2026-11-23 17:15", False),
        ("2026-11-28 09:00", True),  # Saturday morning
        ("2026-11-28 14:00", False),
        ("2026-11-29 09:00", False),  # Sunday
    ],
)
def test_numbers_are_issued_in_hours(moment, issues):
    assert WEEK.issues_at(at(moment)) is issues


def test_a_hall_that_is_always_open_still_knows_its_hours():
    always = Calendar(WEEK.days, always=True)
    assert always.issues_at(at("2026-11-29 03:00"))
    assert always.hours_on(0) == WORKDAY


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-23 07:00", "2026-11-23 08:15"),
        ("2026-11-23 12:00", "2026-11-23 13:45"),
        ("2026-11-23 17:15", "2026-11-24 08:15"),
        ("2026-11-27 18:00", "2026-11-28 08:45"),
        ("2026-11-28 12:00", "2026-11-30 08:15"),
        ("2026-11-23 08:15", "2026-11-23 13:45"),  # open now: the one after
    ],
)
def test_the_next_opening(moment, opens):
    assert WEEK.next_opening(at(moment)) == at(opens)


def test_a_hall_that_never_opens_has_no_next_opening():
    assert Calendar(days=()).next_opening(at("2026-11-23 07:00")) is None


def test_a_hall_that_opens_once_a_week_is_found_from_just_after_its_start():
    mondays = Calendar(days=((0, (Hours(time(9, 0), time(10, 0)),)),))
    assert mondays.next_opening(at("2026-11-23 09:00")) == at("2026-11-30 09:00")


def test_opening_is_at_the_same_wall_time_after_the_clocks_change():
    sunday_before = at("2026-10-31 12:00", NEW_YORK)
    daily = Calendar(days=tuple((d, (Hours(time(9, 0), time(10, 0)),)) for d in range(7)))
    opens = daily.next_opening(sunday_before)
    assert opens is not None
    assert (opens.hour, opens.utcoffset()) == (9, timedelta(hours=-5))
    assert daily.issues_at(opens)
