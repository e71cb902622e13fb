"""Data that people read, as QML takes it: a map from language to text.

A page picks `words[journey.language]`, so a live change of language needs no new data and a list
keeps its place.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, cast

from common.domain.calendar import Calendar, Hours
from common.domain.errors import JiaohaoError
from common.domain.hall import UnknownService
from common.domain.text import Language, Text
from common.qt.translations import date_text, weekday_text
from common.store import DatabaseAway

Words = dict[str, str]
# Property takes Qt's own names of types as well; its annotation does not say so.
MAP = cast(type, "QVariantMap")
LIST = cast(type, "QVariantList")
NO_WORDS: Words = {"zh": "", "en": ""}

_AWAY = Text(
    zh="暂时连接不到大厅系统，数据没有丢失。请稍后再试，或请工作人员协助。",
    en="The hall's system cannot be reached just now; nothing was lost. "
    "Please try again in a moment, or ask the staff.",
)
_NOT_DONE_ANY_MORE = Text(
    zh="这项业务刚刚停办。请返回选择其他事项，或请导办台协助。",
    en="This is no longer done here. Please go back and choose something else, "
    "or ask the guide desk.",
)
_FOR_STAFF = frozenset(
    {"no_form_key", "form_key_altered", "database_forbidden", "database_read_only", "disk_full"}
)
"""Codes of errors that tell an administrator which command helps."""

_A_MONDAY = date(2024, 1, 1)
_A_WEEK = timedelta(days=7)


def words(text: Text) -> Words:
    return {"zh": text.zh, "en": text.en}


def error_words(error: Exception) -> Words:
    """What an expected error says to a citizen.

    A bug, and what only staff can do something about, says the general sentence.
    """
    if isinstance(error, DatabaseAway):
        return words(_AWAY)
    if isinstance(error, UnknownService):
        return words(_NOT_DONE_ANY_MORE)
    told = error if isinstance(error, JiaohaoError) else JiaohaoError()
    if told.code in _FOR_STAFF:
        told = JiaohaoError()
    return {language.value: told.text(language) for language in Language}


def moment_words(at: datetime) -> Words:
    """Date and time of `at`, which is in hall time."""
    return {
        "zh": f"{date_text(at.date(), 'zh')} {weekday_text(at.date(), 'zh')} {at:%H:%M}",
        "en": f"{weekday_text(at.date(), 'en')}, {date_text(at.date(), 'en')}, {at:%H:%M}",
    }


def not_today_words(today: date, again: date | None) -> Words:
    """That something is not done `today`, and when it is: a weekday, or the date when it is far."""
    if again is None:
        return {"zh": "今天不办理，请咨询工作人员", "en": "Not today. Please ask the staff"}
    if again - today < _A_WEEK:
        zh, en = f"周{'一二三四五六日'[again.weekday()]}", _weekday(again.weekday(), "en")
    else:
        zh, en = f"{again.month}月{again.day}日", date_text(again, "en").rsplit(" ", 1)[0]
    return {"zh": f"今天不办理，下次：{zh}", "en": f"Not today. Next: {en}"}


def opening_hours(calendar: Calendar) -> list[dict[str, Any]]:
    """Rows of `days` and `hours` as on a notice; days in a row with equal hours share one."""
    rows = []
    for hours, group in groupby(range(7), key=calendar.hours_on):
        days = list(group)
        if hours:
            rows.append({"days": _day_span(days[0], days[-1]), "hours": _hour_span(hours)})
    return rows


def _day_span(first: int, last: int) -> Words:
    if first == last:
        return {language.value: _weekday(first, language) for language in Language}
    return {
        "zh": f"{_weekday(first, 'zh')}至{_weekday(last, 'zh')}",
        "en": f"{_weekday(first, 'en')} to {_weekday(last, 'en')}",
    }


def _weekday(weekday: int, language: str) -> str:
    return weekday_text(_A_MONDAY + timedelta(days=weekday), language)


def _hour_span(hours: tuple[Hours, ...]) -> str:
    return "   ".join(f"{h.start:%H:%M}–{h.stop:%H:%M}" for h in hours)
