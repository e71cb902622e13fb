"""Days and half hours that can be booked, as the pages of a booking show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from common.domain.appointment import Appointment, SlotPlaces, slot_words
from common.qt.translations import date_text, weekday_text
from kiosk.view_models.errand import Errand
from kiosk.view_models.words import NO_WORDS, Words, words


@dataclass(frozen=True, slots=True)
class BookableDay:
    """A day that can be booked."""

    day: date
    slots: tuple[SlotPlaces, ...]

    @property
    def left(self) -> int:
        return sum(slot.left for slot in self.slots)


def days_of(places: Iterable[SlotPlaces]) -> tuple[BookableDay, ...]:
    """The half hours by day, in their order."""
    days = groupby(places, key=lambda slot: slot.day)
    return tuple(BookableDay(day, tuple(slots)) for day, slots in days)


def day_tiles(days: Iterable[BookableDay]) -> list[dict[str, Any]]:
    return [{"words": _day_words(one.day), "left": one.left} for one in days]


def slot_tiles(slots: Sequence[SlotPlaces]) -> list[dict[str, Any]]:
    return [{"words": _span(slot.start), "left": slot.left} for slot in slots]


def wished_page(errand: Errand, day: date | None, slot: SlotPlaces | None) -> dict[str, Any]:
    """What was chosen so far."""
    return {
        "name": words(errand.name),
        "day": _day_words(day) if day else NO_WORDS,
        "slot": _span(slot.start) if slot else "",
    }


def booked_page(errand: Errand, one: Appointment) -> dict[str, Any]:
    """What was booked; nothing of who did."""
    before = errand.hall.rules.appointments.check_in_before
    opens = datetime.combine(one.day, one.slot) - before
    return {
        **errand.page(),
        "code": one.code,
        "day": _day_words(one.day),
        "slot": _span(one.slot),
        "opens": f"{opens:%H:%M}",
    }


def _day_words(day: date) -> Words:
    return {
        "zh": f"{day.month}月{day.day}日 {weekday_text(day, 'zh')}",
        "en": f"{weekday_text(day, 'en')}, {date_text(day, 'en').rsplit(' ', 1)[0]}",
    }


def _span(start: time) -> str:
    """``09:30–10:00``."""
    return slot_words(start).replace("-", "–")
