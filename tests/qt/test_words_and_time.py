"""Language, dates, durations, clocks: the hall's, never the PC's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication

from common.qt.hall_time import HallClock, in_hall, time_text
from common.qt.translations import (
    date_text,
    duration_text,
    running_text,
    weekday_text,
)

BEIJING = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def hall_clock(presentation, clock) -> Iterator[HallClock]:
    hall_clock = HallClock(BEIJING, presentation.translator, clock)
    yield hall_clock
    hall_clock.stop()


def zone_f() -> str:
    return QCoreApplication.translate("ZoneBadge", "Zone %1")


def seconds_left(count: int) -> str:
    return QCoreApplication.translate("CountdownRing", "%n second(s) left", None, count)


def test_the_language_changes_while_the_program_runs(presentation, qtbot):
    assert zone_f() == "%1区"
    with qtbot.waitSignal(presentation.translator.language_changed) as heard:
        presentation.translator.set_language("en")
    assert heard.args == ["en"]
    assert zone_f() == "Zone %1"
    presentation.translator.set_language("zh")
    assert zone_f() == "%1区"


def test_english_has_a_singular(presentation):
    presentation.translator.set_language("en")
    assert [seconds_left(count) for count in (1, 2)] == ["1 second left", "2 seconds left"]


def test_dates_and_durations_read_as_people_write_them():
    day = date(2026, 11, 23)
    assert [date_text(day, language) for language in ("zh", "en")] == [
        "2026年11月23日",
        "23 Nov 2026",
    ]
    assert [weekday_text(day, language) for language in ("zh", "en")] == ["星期一", "Monday"]
    assert duration_text(timedelta(minutes=65), "zh") == "1小时05分"
    assert duration_text(timedelta(minutes=65), "en") == "1 h 05 min"
    assert running_text(timedelta(minutes=7, seconds=42)) == "07:42"
    assert running_text(timedelta(hours=1, seconds=2)) == "1:00:02"


def test_a_clock_shows_the_halls_time_and_not_the_pcs(hall_clock, presentation):
    assert (hall_clock.timeText, hall_clock.dateText) == ("09:30", "2026年11月23日 星期一")
    presentation.translator.set_language("en")
    assert hall_clock.dateText == "Monday, 23 Nov 2026"


def test_a_clock_follows_the_databases_clock(hall_clock, clock, qtbot):
    with qtbot.waitSignal(hall_clock.changed):
        hall_clock.follow(clock() + timedelta(minutes=4))
    assert hall_clock.timeText == "09:34"


def test_a_clock_ticks(hall_clock, qtbot):
    with qtbot.waitSignal(hall_clock.ticked):
        pass


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        in_hall(datetime(2026, 11, 23, 9, 30), BEIJING)  # noqa: DTZ001
    assert time_text(datetime(2026, 11, 23, 1, 30, tzinfo=UTC), BEIJING) == "09:30"
