"""Which days the hall works, when it issues numbers, and which hall day an instant belongs to.

All times of day are those of the hall's clock. An hour that the clock skips in spring is not there;
an hour that it shows twice in autumn counts both times.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from common.domain.ids import CounterCode
from common.domain.text import Text

SLOT = timedelta(minutes=30)
"""Quotas and appointments count in half hours, from the full hour on."""
_LOOK_AHEAD_DAYS = 366
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_WEEKDAYS = (
    Text(zh="星期一", en="Monday"),
    Text(zh="星期二", en="Tuesday"),
    Text(zh="星期三", en="Wednesday"),
    Text(zh="星期四", en="Thursday"),
    Text(zh="星期五", en="Friday"),
    Text(zh="星期六", en="Saturday"),
    Text(zh="星期日", en="Sunday"),
)


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of a day in hall time, from `start` up to but not including `stop`."""

    start: time
    stop: time

    def contains(self, moment: time) -> bool:
        return self.start <= moment < self.stop


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row, `first` to `last` inclusive."""

    first: date
    last: date
    name: Text


@dataclass(frozen=True, slots=True)
class AdjustedDay:
    """A day that works like another weekday (调休): a Saturday like a Friday."""

    day: date
    like: int
    """The weekday whose hours hold; 0 is Monday."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What holds on one date; empty hours on a day off."""

    day: date
    weekday: int
    """The weekday that it counts as, adjusted days considered."""
    issuing: tuple[Hours, ...]
    work: tuple[Hours, ...]
    counters: tuple[CounterCode, ...] | None
    """The only counters that work; None is all."""
    holiday: Text | None

    @property
    def is_working_day(self) -> bool:
        """A day on which the whole hall works: promises and appointments count in such days."""
        return bool(self.work) and self.counters is None


class ClosedWhy(StrEnum):
    HOLIDAY = "holiday"
    DAY_OFF = "day_off"
    """A weekday without hours."""
    BEFORE_OPENING = "before_opening"
    LUNCH = "lunch"
    AFTER_CLOSING = "after_closing"
    NOT_ISSUING = "not_issuing"
    """The counters work, but no numbers are given at this time."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Why no numbers are issued now, in words for people, and when they are again."""

    why: ClosedWhy
    told: Text
    opens: datetime | None
    """In hall time; None when that is not within a year."""

    @property
    def for_a_while(self) -> bool:
        """People are in the hall: at lunch, and while numbers of before are still served."""
        return self.why in (ClosedWhy.LUNCH, ClosedWhy.NOT_ISSUING)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The hall's days and hours, in hall time.

    `days` maps a weekday (0 is Monday) to its issuing hours; a weekday that is missing is closed.
    With `always` the hours are shown to people but numbers are issued at any time, by all counters.
    """

    days: tuple[tuple[int, tuple[Hours, ...]], ...]
    always: bool = False
    work: tuple[tuple[int, tuple[Hours, ...]], ...] = ()
    """When counters serve; a weekday that is missing works while it issues."""
    counters: tuple[tuple[int, tuple[CounterCode, ...]], ...] = ()
    """Weekdays on which only these counters work."""
    holidays: tuple[Holiday, ...] = ()
    adjusted: tuple[AdjustedDay, ...] = ()
    extended: timedelta = timedelta(0)
    """Extended service (延时): so long after closing, people who have a number are still served."""

    def hours_on(self, weekday: int) -> tuple[Hours, ...]:
        """The issuing hours of a usual week."""
        return dict(self.days).get(weekday, ())

    def plan(self, day: date) -> DayPlan:
        """What holds on `day`, holidays and adjusted days considered."""
        holiday = next((h.name for h in self.holidays if h.first <= day <= h.last), None)
        weekday = next((a.like for a in self.adjusted if a.day == day), day.weekday())
        issuing = () if holiday else self.hours_on(weekday)
        return DayPlan(
            day=day,
            weekday=weekday,
            issuing=issuing,
            work=() if holiday else dict(self.work).get(weekday, issuing),
            counters=dict(self.counters).get(weekday),
            holiday=holiday,
        )

    def open_counters(self, day: date) -> tuple[CounterCode, ...] | None:
        """The only counters that work on `day`; None is all."""
        return None if self.always else self.plan(day).counters

    def issues_at(self, hall_time: datetime) -> bool:
        """Whether numbers are issued at `hall_time` (aware, in the hall's zone)."""
        if self.always:
            return True
        return _any_contains(self.plan(hall_time.date()).issuing, hall_time)

    def closure(self, hall_time: datetime) -> Closure | None:
        """Why no numbers are issued at `hall_time`; None when they are."""
        if self.issues_at(hall_time):
            return None
        why, told = _closed(self.plan(hall_time.date()), hall_time)
        if why in (ClosedWhy.LUNCH, ClosedWhy.AFTER_CLOSING) and self.serves_at(hall_time):
            told = Text(
                zh=f"{told.zh}，已取号的仍可办理",
                en=f"{told.en}, but those who have a number are still served",
            )
        return Closure(why, told, self.next_opening(hall_time))

    def next_opening(self, hall_time: datetime) -> datetime | None:
        """The first start of issuing after `hall_time`; None when no day of a year opens.

        Where the clock shows that time twice, the hall opens the first time.
        """
        zone = hall_time.tzinfo
        assert zone is not None
        starts = (
            hall_instant(plan.day, hours.start, zone)
            for plan in self._plans_from(hall_time.date())
            for hours in plan.issuing
        )
        # Two values of one zone compare by their clocks, which the end of summer sets back.
        return next((s for s in starts if s.astimezone(UTC) > hall_time.astimezone(UTC)), None)

    def is_extended(self, hall_time: datetime) -> bool:
        """Whether an act at `hall_time` lies outside working hours (延时)."""
        return not self.always and not _any_contains(self.plan(hall_time.date()).work, hall_time)

    def serves_at(self, hall_time: datetime) -> bool:
        """Whether people who have a number are served: in working hours and extended service."""
        if not self.is_extended(hall_time):
            return True
        zone = hall_time.tzinfo
        assert zone is not None
        now = hall_time.astimezone(UTC)
        days = (hall_time.date() - _DAY, hall_time.date())  # 23:30 may extend beyond midnight.
        closings = (
            hall_instant(day, hours.stop, zone).astimezone(UTC)
            for day in days
            for hours in self.plan(day).work
        )
        return any(closing <= now < closing + self.extended for closing in closings)

    def working_days_after(self, day: date, count: int) -> tuple[date, ...]:
        """The next `count` working days after `day`; fewer when a year has not so many."""
        plans = self._plans_from(day + _DAY)
        return tuple(islice((plan.day for plan in plans if plan.is_working_day), count))

    def slots(self, day: date, zone: tzinfo) -> tuple[time, ...]:
        """The starts of the half hours of `day` that lie wholly in working hours."""
        return _slots(self.plan(day).work, day, zone)

    def _plans_from(self, day: date) -> Iterator[DayPlan]:
        if self.days or self.work:
            for offset in range(_LOOK_AHEAD_DAYS + 1):
                yield self.plan(day + timedelta(days=offset))


def hall_day(at: datetime, time_zone: str) -> date:
    """The date in the hall at the instant `at` (aware): numbers start anew with each hall day."""
    return at.astimezone(ZoneInfo(time_zone)).date()


def hall_instant(day: date, moment: time, zone: tzinfo) -> datetime:
    """When the hall's clock on `day` first shows `moment`, or what is next where it skips that."""
    at = datetime.combine(day, moment, zone)
    instant, before = at.astimezone(UTC), at.replace(fold=1).astimezone(UTC)
    while before < instant:  # The clock skips it: find the end of the gap.
        shown = before.astimezone(zone)
        if (shown.date(), shown.time()) >= (day, moment):
            return shown
        before += _MINUTE
    return instant.astimezone(zone)


def slot_of(hall_time: datetime) -> time:
    """The start of the half hour in which `hall_time` lies."""
    return time(hall_time.hour, hall_time.minute // 30 * 30)


def slot_start(hall_time: datetime) -> datetime:
    """The instant at which the half hour of `hall_time` began."""
    into = timedelta(
        minutes=hall_time.minute % 30,
        seconds=hall_time.second,
        microseconds=hall_time.microsecond,
    )
    return (hall_time.astimezone(UTC) - into).astimezone(hall_time.tzinfo)


def next_slot(hall_time: datetime) -> datetime:
    """The instant at which the next half hour begins."""
    return (slot_start(hall_time).astimezone(UTC) + SLOT).astimezone(hall_time.tzinfo)


def weekday_name(weekday: int) -> Text:
    """The name of a weekday; 0 is Monday."""
    return _WEEKDAYS[weekday]


_HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))


@lru_cache(maxsize=64)  # Asked for with every number that is issued.
def _slots(work: tuple[Hours, ...], day: date, zone: tzinfo) -> tuple[time, ...]:
    return tuple(
        start
        for start in _HALF_HOURS
        if any(_holds_slot(hours, start) for hours in work) and _exists(day, start, zone)
    )


def _holds_slot(hours: Hours, start: time) -> bool:
    end = datetime.combine(date.min, start) + SLOT
    return hours.start <= start and end <= datetime.combine(date.min, hours.stop)


def _exists(day: date, moment: time, zone: tzinfo) -> bool:
    """Whether the hall's clock shows `moment` on `day`."""
    return hall_instant(day, moment, zone).time() == moment


def _any_contains(stretches: tuple[Hours, ...], hall_time: datetime) -> bool:
    return any(hours.contains(hall_time.time()) for hours in stretches)


def _closed(plan: DayPlan, hall_time: datetime) -> tuple[ClosedWhy, Text]:
    if plan.holiday:
        return ClosedWhy.HOLIDAY, Text(
            zh=f"{plan.holiday.zh}放假", en=f"closed for the holiday ({plan.holiday.en})"
        )
    moment = hall_time.time()
    spans = sorted({*plan.issuing, *plan.work}, key=lambda hours: hours.start)
    if not spans:
        name = weekday_name(plan.weekday)
        return ClosedWhy.DAY_OFF, Text(zh=f"{name.zh}休息", en=f"closed on {name.en}s")
    if any(hours.contains(moment) for hours in spans):
        return ClosedWhy.NOT_ISSUING, Text(
            zh="本时段已停止取号", en="no more numbers are given at this time of the day"
        )
    if moment < spans[0].start:
        return ClosedWhy.BEFORE_OPENING, Text(zh="尚未到开门时间", en="not open yet")
    if any(moment < hours.start for hours in spans):
        return ClosedWhy.LUNCH, Text(zh="午休时间", en="closed for lunch")
    return ClosedWhy.AFTER_CLOSING, Text(zh="今天已经下班", en="closed for today")
