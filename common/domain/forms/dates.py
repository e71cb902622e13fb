"""Dates and months, as people write them and as forms keep them."""

from __future__ import annotations

import re
from datetime import date

from common.domain.forms.field import FOREVER, Days
from common.domain.text import Text

EARLIEST = 1900
LATEST = 2199
_FOREVER = frozenset({"长期", "长期有效", "LONG-TERM", "LONG TERM", "LONGTERM"})
_DATE = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|\s?[-/.年]\s?([0-9]{1,2})\s?[-/.月]\s?([0-9]{1,2})\s?日?)"
)
_MONTH = re.compile(r"([0-9]{4})(?:([0-9]{2})|\s?[-/.年]\s?([0-9]{1,2})\s?月?)")


def tidied_date(typed: str) -> str:
    """`20260307`, `2026.3.7` and `2026年3月7日` as `2026-03-07`; other text stays as it is."""
    if typed.upper() in _FOREVER:
        return FOREVER
    found = _DATE.fullmatch(typed)
    if found is None:
        return typed
    year, month, day = (part for part in found.groups() if part is not None)
    return f"{year}-{int(month):02}-{int(day):02}"


def tidied_month(typed: str) -> str:
    """`202603` and `2026年3月` as `2026-03`; other text stays as it is."""
    found = _MONTH.fullmatch(typed)
    if found is None:
        return typed
    year, month = (part for part in found.groups() if part is not None)
    return f"{year}-{int(month):02}"


def read_date(value: str) -> date | None:
    """The date that a tidied answer holds; the first of a month. None when there is none."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?", value):
        return None
    try:
        return date.fromisoformat(value if len(value) == len("2026-11-22") else f"{value}-01")
    except ValueError:
        return None


def date_fault(value: str, days: Days, today: date, *, endless: bool = False) -> Text | None:
    """Why a tidied date will not do, and what to do."""
    if value == FOREVER:
        return None if endless else _NO_END
    day = read_date(value)
    if day is None or len(value) != len("2026-11-22"):
        return _NO_DATE
    return _out_of_bounds(day, days, today)


def month_fault(value: str, days: Days, today: date) -> Text | None:
    """Why a tidied month will not do, and what to do. This month is both past and future."""
    month = read_date(value)
    if month is None or len(value) != len("2026-11"):
        return _NO_MONTH
    return _out_of_bounds(month, days, today.replace(day=1))


def _out_of_bounds(day: date, days: Days, today: date) -> Text | None:
    if not EARLIEST <= day.year <= LATEST:
        return Text(
            zh=f"年份应在 {EARLIEST} 至 {LATEST} 之间，请核对",
            en=f"The year must be from {EARLIEST} to {LATEST}; check it",
        )
    if days is Days.PAST and day > today:
        return Text(zh="日期不能晚于今天，请核对", en="The date cannot be after today; check it")
    if days is Days.FUTURE and day < today:
        return Text(
            zh="日期不能早于今天，请改为今天或以后",
            en="The date cannot be before today; choose today or later",
        )
    return None


_NO_DATE = Text(
    zh="没有这一天，请按年月日填写，例如 20260307",
    en="There is no such day; write year, month and day, like 20260307",
)
_NO_MONTH = Text(
    zh="没有这个月份，请按年月填写，例如 202603",
    en="There is no such month; write year and month, like 202603",
)
_NO_END = Text(
    zh="这里不能填“长期”，请填写具体日期", en="This date must have a day; write it like 20260307"
)


def age_on(birth: date, day: date) -> int:
    """Full years on `day`. Who was born on 29 February is a year older on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def months_before(day: date, months: int) -> date:
    """The same day `months` earlier, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        if last <= day.day:
            try:
                return date(year, month + 1, last)
            except ValueError:
                continue
    raise AssertionError(day)
