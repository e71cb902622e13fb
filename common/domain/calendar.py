"""When the hall issues numbers, and which hall day an instant belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_LOOK_AHEAD_DAYS = 14


@dataclass(frozen=True, slots=True)
class Hours:
    """One stretch of a day in hall time, from `start` up to but not including `stop`."""

    start: time
    stop: time

    def contains(self, moment: time) -> bool:
        return self.start <= moment < self.stop


@dataclass(frozen=True, slots=True)
class Calendar:
    """The hall's issuing hours, in hall time.

    `days` maps a weekday (0 is Monday) to its hours; a weekday that is missing is closed. With
    `always` the hours are shown to people but numbers are issued at any time.
    """

    days: tuple[tuple[int, tuple[Hours, ...]], ...]
    always: bool = False

    def hours_on(self, weekday: int) -> tuple[Hours, ...]:
        return dict(self.days).get(weekday, ())

    def issues_at(self, hall_time: datetime) -> bool:
        """Whether numbers are issued at `hall_time` (aware, in the hall's zone)."""
        moment = hall_time.timetz().replace(tzinfo=None)
        return self.always or any(h.contains(moment) for h in self.hours_on(hall_time.weekday()))

    def next_opening(self, hall_time: datetime) -> datetime | None:
        """The first start of issuing after `hall_time`; None when no day of a fortnight opens."""
        return next((start for start in self._starts(hall_time) if start > hall_time), None)

    def _starts(self, hall_time: datetime) -> Iterator[datetime]:
        for offset in range(_LOOK_AHEAD_DAYS + 1):
            day = hall_time.date() + timedelta(days=offset)
            for hours in self.hours_on(day.weekday()):
                yield datetime.combine(day, hours.start, hall_time.tzinfo)


def hall_day(at: datetime, time_zone: str) -> date:
    """The date in the hall at the instant `at` (aware): numbers start anew with each hall day."""
    return at.astimezone(ZoneInfo(time_zone)).date()
