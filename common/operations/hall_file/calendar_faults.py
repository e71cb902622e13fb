"""What is wrong between the days and hours of a hall file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from common.domain.text import Text
from common.operations.hall_file.document import Path
from common.operations.hall_file.form import WEEKDAYS, CalendarForm, HolidayForm, HoursForm
from common.operations.hall_file.references import Fault, dangling, repeated_in

_COUNTER = Text(zh="窗口", en="counter")


def faulty_calendar(calendar: CalendarForm, counters: set[str]) -> Iterator[Fault]:
    """Everything that is wrong in `calendar`, in a hall that has these `counters`."""
    yield from _faulty_hours(calendar)
    yield from _faulty_day_counters(calendar, counters)
    yield from _faulty_holidays(calendar.holidays)
    yield from _faulty_adjusted_days(calendar)


def _faulty_hours(calendar: CalendarForm) -> Iterator[Fault]:
    for weekday, issuing in calendar.days.by_weekday():
        name = WEEKDAYS[weekday]
        work = getattr(calendar.work, name)
        at: Path = ("calendar", "work", name)
        yield from _faulty_stretches(("calendar", "days", name), issuing)
        yield from _faulty_stretches(at, work)
        if work and not issuing:
            yield (
                at,
                Text(
                    zh=f"当天没有取号时间，请在 days 中加入 {name}",
                    en=f"no numbers are issued on that day; add {name} to days",
                ),
            )
        elif work:
            yield from _unserved(("calendar", "days", name), issuing, work)


def _faulty_stretches(path: Path, hours: Sequence[HoursForm]) -> Iterator[Fault]:
    for i, stretch in enumerate(hours):
        if stretch.from_ >= stretch.to:
            yield (
                (*path, i),
                Text(
                    zh=f"结束时间 {stretch.to} 应晚于开始时间 {stretch.from_}",
                    en=f"{stretch.to} must be later than {stretch.from_}",
                ),
            )
    for i, (one, other) in enumerate(pairwise(hours), start=1):
        if other.from_ < one.to:
            yield (
                (*path, i),
                Text(
                    zh=f"{other.from_} 早于上一段的结束时间 {one.to}，请按先后填写且不重叠",
                    en=f"{other.from_} is before the end {one.to} of the stretch before it; "
                    "put them in order, without overlap",
                ),
            )


def _unserved(
    path: Path, issuing: Sequence[HoursForm], work: Sequence[HoursForm]
) -> Iterator[Fault]:
    """Numbers may be taken before work begins, but not when nobody will serve them any more."""
    for i, stretch in enumerate(issuing):
        in_time = any(w.from_ < stretch.to and stretch.from_ < w.to for w in work)
        if not in_time or stretch.to > work[-1].to:
            yield (
                (*path, i),
                Text(
                    zh=f"取号时间 {stretch.from_}–{stretch.to} 超出当天的工作时间 work，请修改其一",
                    en=f"numbers from {stretch.from_} to {stretch.to} do not fit the hours in "
                    "work of that day; change one of the two",
                ),
            )


def _faulty_day_counters(calendar: CalendarForm, counters: set[str]) -> Iterator[Fault]:
    open_days = {weekday for weekday, hours in calendar.days.by_weekday() if hours}
    for weekday, codes in calendar.counters.by_weekday():
        name = WEEKDAYS[weekday]
        path: Path = ("calendar", "counters", name)
        if codes and weekday not in open_days:
            yield (
                path,
                Text(
                    zh=f"当天没有取号时间，请在 days 中加入 {name}，或删去此行",
                    en=f"no numbers are issued on that day; add {name} to days or delete this",
                ),
            )
        yield from repeated_in(path, codes or ())
        for code in codes or ():
            yield from dangling(path, code, counters, _COUNTER)


def _faulty_holidays(holidays: Sequence[HolidayForm]) -> Iterator[Fault]:
    for i, holiday in enumerate(holidays):
        path: Path = ("calendar", "holidays", i)
        if _last(holiday) < holiday.from_:
            yield (
                path,
                Text(
                    zh=f"最后一天 {holiday.to} 早于第一天 {holiday.from_}，请对调",
                    en=f"the last day {holiday.to} is before the first, {holiday.from_}; "
                    "swap the two",
                ),
            )
        for other in holidays[:i]:
            if holiday.from_ <= _last(other) and other.from_ <= _last(holiday):
                yield (
                    path,
                    Text(
                        zh=f"与“{other.name.zh}”的日期重叠，请改为互不重叠",
                        en=f"its days overlap with {other.name.en!r}; leave each day in one only",
                    ),
                )


def _faulty_adjusted_days(calendar: CalendarForm) -> Iterator[Fault]:
    seen = set()
    for i, adjusted in enumerate(calendar.adjusted_days):
        path: Path = ("calendar", "adjusted_days", i)
        if adjusted.date in seen:
            yield (
                path,
                Text(
                    zh=f"{adjusted.date} 已经填写过，请删去一个",
                    en=f"{adjusted.date} stands here twice; delete one of them",
                ),
            )
        seen.add(adjusted.date)
        holiday = next((h for h in calendar.holidays if h.from_ <= adjusted.date <= _last(h)), None)
        if holiday:
            yield (
                path,
                Text(
                    zh=f"{adjusted.date} 也是“{holiday.name.zh}”假期，请改其一",
                    en=f"{adjusted.date} is also in the holiday {holiday.name.en!r}; "
                    "change one of the two",
                ),
            )
        if not getattr(calendar.days, adjusted.as_):
            yield (
                path,
                Text(
                    zh=f"{adjusted.as_} 在 days 中没有取号时间，请改为有取号时间的一天",
                    en=f"{adjusted.as_} has no hours in days; name a day that has",
                ),
            )


def _last(holiday: HolidayForm) -> date:
    return holiday.to or holiday.from_
