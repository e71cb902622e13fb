"""When an appointment may be booked, kept and missed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.appointment import (
    Appointment,
    AppointmentState,
    Arrival,
    SlotPlaces,
    arrival,
    barred_until,
    bookable_days,
    looks_back,
    nearest_free,
    slot_words,
)
from common.domain.calendar import AdjustedDay, Calendar, Holiday, Hours
from common.domain.hall import AppointmentRules
from common.domain.text import Text

RULES = AppointmentRules()
START = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WORK = (Hours(time(9), time(12)), Hours(time(14), time(17)))
FRIDAY = date(2026, 11, 20)
DAYS = st.lists(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=8).map(sorted)


def in_april(*days: int) -> list[date]:
    return [date(2026, 4, day) for day in days]


@pytest.mark.parametrize(
    ("minutes", "what"),
    [
        (-31, Arrival.EARLY),
        (-30, Arrival.IN_TIME),
        (0, Arrival.IN_TIME),
        (15, Arrival.IN_TIME),
        (16, Arrival.LATE),
    ],
)
def test_check_in_opens_half_an_hour_before_and_ends_a_quarter_after(minutes, what):
    assert arrival(START, START + minutes * MINUTE, RULES) is what


def test_a_second_beyond_the_grace_is_late():
    assert arrival(START, START + 15 * MINUTE + timedelta(seconds=1), RULES) is Arrival.LATE


def test_bookable_days_skip_weekends_and_holidays_and_take_adjusted_ones():
    calendar = Calendar(
        days=tuple((weekday, WORK) for weekday in range(5)),
        holidays=(Holiday(date(2026, 11, 23), date(2026, 11, 24), Text("节", "feast")),),
        adjusted=(AdjustedDay(date(2026, 11, 21), 4),),
    )
    days = bookable_days(calendar, FRIDAY, RULES)
    assert days == tuple(date(2026, 11, day) for day in (21, 25, 26, 27, 30))
    far = AppointmentRules(first_day=2, last_day=3)
    assert bookable_days(calendar, FRIDAY, far) == days[1:3]


def test_a_hall_that_never_works_can_be_booked_on_no_day():
    assert bookable_days(Calendar(days=()), FRIDAY, RULES) == ()


def test_the_third_within_thirty_days_bars_for_thirty_from_its_day():
    missed = in_april(1, 10, 30)
    assert barred_until(missed, date(2026, 5, 1), RULES) == date(2026, 5, 30)
    assert barred_until(missed, date(2026, 5, 29), RULES) == date(2026, 5, 30)
    assert barred_until(missed, date(2026, 5, 30), RULES) is None


def test_two_or_three_far_apart_bar_nobody():
    assert barred_until(in_april(1, 30), date(2026, 5, 1), RULES) is None
    assert barred_until([*in_april(1, 10), date(2026, 5, 1)], date(2026, 5, 2), RULES) is None


def test_one_is_enough_where_the_hall_says_so():
    strict = AppointmentRules(no_shows=1, no_show_days=1, barred_days=7)
    assert barred_until(in_april(3), date(2026, 4, 4), strict) == date(2026, 4, 10)


@given(DAYS, st.dates(date(2026, 1, 1), date(2026, 8, 30)))
def test_what_is_older_than_the_look_back_bars_nobody(missed, today):
    missed = [day for day in missed if day <= today]
    recent = [day for day in missed if day >= today - looks_back(RULES)]
    assert barred_until(missed, today, RULES) == barred_until(recent, today, RULES)


@given(DAYS, st.dates(date(2026, 1, 1), date(2026, 8, 30)))
def test_barred_means_three_missed_in_thirty_days(missed, today):
    missed = [day for day in missed if day <= today]
    until = barred_until(missed, today, RULES)
    ends = [
        third + timedelta(30)
        for i, first in enumerate(missed)
        for third in missed[i + 2 : i + 3]
        if third - first < timedelta(30) and third + timedelta(30) > today
    ]
    assert until == max(ends, default=None)


def test_the_nearest_free_half_hours_are_named_in_order():
    day = [
        SlotPlaces(FRIDAY, start, 2, booked)
        for start, booked in [
            (time(9), 0),
            (time(9, 30), 2),
            (time(10), 2),
            (time(10, 30), 1),
            (time(14), 0),
        ]
    ]
    near = nearest_free(day, time(10), most=2)
    assert [slot.start for slot in near] == [time(9), time(10, 30)]
    assert nearest_free([slot for slot in day if not slot.left], time(10)) == ()


def test_a_queue_that_lost_places_has_none_left_but_not_fewer():
    assert SlotPlaces(FRIDAY, time(9), places=2, booked=5).left == 0


def test_a_half_hour_is_told_from_its_start():
    assert slot_words(time(9, 30)) == "09:30-10:00"
    assert slot_words(time(23, 30)) == "23:30-00:00"


def test_a_half_hour_that_the_clock_shows_twice_begins_the_first_time():
    one = Appointment(
        id="id",
        code="CODE22",
        day=date(2026, 10, 25),
        slot=time(2, 30),
        queue="QA",
        service="S1",
        person=None,
        phone_tail="",
        channel="hall",
        reference=None,
        state=AppointmentState.BOOKED,
        booked_at=START,
    )
    begins = one.starts(ZoneInfo("Europe/Berlin")).astimezone(UTC)
    assert begins == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
