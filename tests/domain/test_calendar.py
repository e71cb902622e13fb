"""When the hall issues numbers, and which hall day it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from common.domain.calendar import (
    AdjustedDay,
    Calendar,
    ClosedWhy,
    Holiday,
    Hours,
    hall_day,
    hall_instant,
    next_slot,
    slot_of,
    slot_start,
)
from common.domain.text import Text

BEIJING = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")
SANTIAGO = ZoneInfo("America/Santiago")
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


# A whole year: work, holidays, adjusted days

WORK = (Hours(time(8, 30), time(12, 0)), Hours(time(14, 0), time(17, 30)))
SPRING_FESTIVAL = Holiday(
    date(2026, 2, 15), date(2026, 2, 23), Text(zh="春节", en="Spring Festival")
)
YEAR = replace(
    WEEK,
    work=tuple((weekday, WORK) for weekday in range(5)),
    counters=((5, ("A01", "B01")),),
    holidays=(
        Holiday(date(2026, 1, 1), date(2026, 1, 3), Text(zh="元旦", en="New Year")),
        SPRING_FESTIVAL,
    ),
    adjusted=(AdjustedDay(date(2026, 2, 14), 4), AdjustedDay(date(2026, 2, 28), 4)),
    extended=timedelta(minutes=60),
)


@pytest.mark.parametrize(
    ("moment", "why", "told", "opens"),
    [
        ("2026-11-23 07:00", ClosedWhy.BEFORE_OPENING, "not open yet", "2026-11-23 08:15"),
        ("2026-11-23 11:55", ClosedWhy.NOT_ISSUING, "no more numbers", "2026-11-23 13:45"),
        ("2026-11-23 12:00", ClosedWhy.LUNCH, "lunch", "2026-11-23 13:45"),
        ("2026-11-23 17:29", ClosedWhy.NOT_ISSUING, "no more numbers", "2026-11-24 08:15"),
        ("2026-11-23 17:30", ClosedWhy.AFTER_CLOSING, "closed for today", "2026-11-24 08:15"),
        ("2026-11-29 09:00", ClosedWhy.DAY_OFF, "Sundays", "2026-11-30 08:15"),
        ("2026-02-17 09:00", ClosedWhy.HOLIDAY, "Spring Festival", "2026-02-24 08:15"),
        ("2025-12-31 18:00", ClosedWhy.AFTER_CLOSING, "closed for today", "2026-01-05 08:15"),
    ],
)
def test_a_closed_hall_says_why_and_when_it_opens(moment, why, told, opens):
    closure = YEAR.closure(at(moment))
    assert (closure.why, closure.opens) == (why, at(opens))
    assert told in closure.told.en
    assert closure.told.zh


def test_a_closed_hall_tells_whether_people_with_a_number_are_still_served():
    assert "still served" in YEAR.closure(at("2026-11-23 12:07")).told.en
    assert "已取号的仍可办理" in YEAR.closure(at("2026-11-23 18:00")).told.zh
    for moment in ("2026-11-23 13:10", "2026-11-23 18:30", "2026-11-29 12:07"):
        assert "still served" not in YEAR.closure(at(moment)).told.en


def test_a_hall_that_issues_is_not_closed():
    assert YEAR.closure(at("2026-11-23 08:15")) is None


def test_a_hall_that_is_always_open_is_open_on_holidays_and_at_all_counters():
    always = replace(YEAR, always=True)
    assert always.closure(at("2026-02-17 03:00")) is None
    assert always.open_counters(date(2026, 11, 28)) is None
    assert not always.is_extended(at("2026-02-17 03:00"))


def test_an_adjusted_day_works_like_another_weekday():
    plan = YEAR.plan(date(2026, 2, 28))  # a Saturday
    assert (plan.weekday, plan.work, plan.counters) == (4, WORK, None)
    assert plan.is_working_day
    assert YEAR.issues_at(at("2026-02-28 15:00"))


def test_on_some_weekdays_only_chosen_counters_work():
    assert YEAR.open_counters(date(2026, 11, 28)) == ("A01", "B01")
    assert YEAR.open_counters(date(2026, 11, 27)) is None
    assert not YEAR.plan(date(2026, 11, 28)).is_working_day


def test_a_weekday_without_work_of_its_own_works_while_it_issues():
    assert YEAR.plan(date(2026, 11, 28)).work == (Hours(time(8, 45), time(11, 50)),)


def test_working_days_pass_over_weekends_and_holidays_and_take_adjusted_days():
    # From Friday on: Saturday is adjusted, Sunday begins the holidays of nine days.
    days = YEAR.working_days_after(date(2026, 2, 13), 3)
    assert days == (date(2026, 2, 14), date(2026, 2, 24), date(2026, 2, 25))


def test_working_days_pass_the_end_of_the_year_and_the_leap_day():
    assert YEAR.working_days_after(date(2026, 12, 31), 1) == (date(2027, 1, 1),)
    assert YEAR.working_days_after(date(2028, 2, 28), 2) == (date(2028, 2, 29), date(2028, 3, 1))


def test_a_hall_that_never_works_has_no_working_days():
    assert Calendar(days=()).working_days_after(date(2026, 11, 23), 5) == ()


@pytest.mark.parametrize(
    ("moment", "extended", "serves"),
    [
        ("2026-11-23 11:59", False, True),
        ("2026-11-23 12:07", True, True),  # lunch
        ("2026-11-23 13:00", True, False),
        ("2026-11-23 14:00", False, True),
        ("2026-11-23 17:30", True, True),
        ("2026-11-23 18:29", True, True),
        ("2026-11-23 18:30", True, False),
        ("2026-02-17 09:00", True, False),  # a holiday
    ],
)
def test_an_act_outside_working_hours_is_extended_service(moment, extended, serves):
    assert YEAR.is_extended(at(moment)) is extended
    assert YEAR.serves_at(at(moment)) is serves


def test_extended_service_may_pass_midnight():
    late = Calendar(
        days=((0, (Hours(time(20, 0), time(23, 30)),)),), extended=timedelta(minutes=60)
    )
    assert late.serves_at(at("2026-11-24 00:29"))
    assert not late.serves_at(at("2026-11-24 00:30"))


# Half hours


def test_half_hours_lie_wholly_in_working_hours():
    slots = YEAR.slots(date(2026, 11, 23), BEIJING)
    assert (slots[0], slots[6], slots[7], slots[-1]) == (
        time(8, 30),
        time(11, 30),
        time(14, 0),
        time(17, 0),
    )
    assert len(slots) == 14


def test_half_hours_begin_at_the_full_and_the_half_hour():
    assert YEAR.slots(date(2026, 11, 28), BEIJING) == (  # 08:45 to 11:50
        time(9, 0),
        time(9, 30),
        time(10, 0),
        time(10, 30),
        time(11, 0),
    )


def test_a_holiday_has_no_half_hours():
    assert YEAR.slots(date(2026, 2, 17), BEIJING) == ()


@pytest.mark.parametrize(
    ("moment", "slot", "following"),
    [
        ("2026-11-23 09:00", time(9, 0), "2026-11-23 09:30"),
        ("2026-11-23 09:29:59.999999", time(9, 0), "2026-11-23 09:30"),
        ("2026-11-23 09:30", time(9, 30), "2026-11-23 10:00"),
        ("2026-12-31 23:45", time(23, 30), "2027-01-01 00:00"),
        ("2028-02-28 23:45", time(23, 30), "2028-02-29 00:00"),
    ],
)
def test_every_moment_lies_in_one_half_hour(moment, slot, following):
    assert slot_of(at(moment)) == slot
    assert slot_start(at(moment)).time() == slot
    assert next_slot(at(moment)) == at(following)


# Days with 23 and 25 hours

DAILY = tuple(range(7))


def daily(*hours: tuple[str, str]) -> Calendar:
    stretches = tuple(Hours(time.fromisoformat(a), time.fromisoformat(b)) for a, b in hours)
    return Calendar(days=tuple((weekday, stretches) for weekday in DAILY))


def test_a_half_hour_that_the_clock_skips_is_not_there():
    night = daily(("01:00", "04:30"))
    spring = night.slots(date(2026, 3, 29), BERLIN)
    assert spring == (time(1, 0), time(1, 30), time(3, 0), time(3, 30), time(4, 0))
    assert len(night.slots(date(2026, 10, 25), BERLIN)) == 7


def test_a_half_hour_is_a_half_hour_when_the_clocks_change():
    for first in (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), datetime(2026, 10, 24, 22, tzinfo=UTC)):
        moment = first.astimezone(BERLIN)
        starts = [moment]
        while moment.date() == first.astimezone(BERLIN).date():
            moment = next_slot(moment)
            starts.append(moment)
        gaps = {
            later.astimezone(UTC) - earlier.astimezone(UTC) for earlier, later in pairwise(starts)
        }
        assert gaps == {timedelta(minutes=30)}
        assert len(starts) - 1 == {3: 46, 10: 50}[first.month]


def test_an_opening_that_the_clock_skips_is_at_the_end_of_the_gap():
    # In Santiago 2026-09-06 begins at 01:00.
    opens = daily(("00:00", "05:00")).next_opening(at("2026-09-05 23:00", SANTIAGO))
    assert opens.astimezone(UTC) == datetime(2026, 9, 6, 4, 0, tzinfo=UTC)
    assert (opens.hour, opens.minute) == (1, 0)
    inside = daily(("00:30", "05:00")).next_opening(at("2026-09-05 23:00", SANTIAGO))
    assert inside == opens


def test_a_day_that_begins_twice_is_one_hall_day():
    # In Santiago 2026-04-04 has 25 hours: 23:00 to 24:00 comes twice.
    first = datetime(2026, 4, 5, 2, 30, tzinfo=UTC)
    assert hall_day(first, "America/Santiago") == date(2026, 4, 4)
    assert hall_day(first + timedelta(hours=1), "America/Santiago") == date(2026, 4, 4)
    assert hall_day(first + timedelta(hours=2), "America/Santiago") == date(2026, 4, 5)


def test_the_hall_day_that_begins_at_one_is_a_hall_day_like_others():
    last_second = datetime(2026, 9, 6, 3, 59, 59, tzinfo=UTC)
    assert hall_day(last_second, "America/Santiago") == date(2026, 9, 5)
    assert hall_day(last_second + timedelta(seconds=1), "America/Santiago") == date(2026, 9, 6)
    assert hall_instant(date(2026, 9, 6), time(0, 0), SANTIAGO).astimezone(
        UTC
    ) == last_second + timedelta(seconds=1)


def test_an_hour_that_comes_twice_opens_once():
    # In Berlin 02:00 to 03:00 comes twice on 2026-10-25; the hall opens the first time.
    calendar = daily(("02:15", "04:00"))
    between = datetime(2026, 10, 25, 0, 50, tzinfo=UTC).astimezone(BERLIN)  # 02:50, the first one
    assert calendar.issues_at(between)
    opens = calendar.next_opening(between)
    assert opens == at("2026-10-26 02:15", BERLIN)
    assert calendar.issues_at(datetime(2026, 10, 25, 2, 59, tzinfo=UTC).astimezone(BERLIN))


def test_the_next_opening_lies_in_the_future_though_the_clock_was_set_back():
    # 02:50 in summer time is before 02:40 in winter time.
    calendar = daily(("02:40", "02:45"))
    summer = datetime(2026, 10, 25, 0, 30, tzinfo=UTC).astimezone(BERLIN)
    winter = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(BERLIN)
    assert summer.time() == winter.time() == time(2, 30)
    assert calendar.next_opening(summer).astimezone(UTC) == datetime(
        2026, 10, 25, 0, 40, tzinfo=UTC
    )
    assert calendar.next_opening(winter).date() == date(2026, 10, 26)
