"""What a row of a channel's file says, once its texts are understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from common.domain.appointment import STATE_WORDS, AppointmentState
from common.domain.calendar import SLOT
from common.domain.hall import Hall, Service
from common.operations.appointments.booking import phone_tail, referred
from common.operations.appointments.errors import (
    DayFromExcel,
    NoSuchServiceHere,
    NotADay,
    NotAReference,
    NotASlot,
    NotAState,
    NumberFromExcel,
)
from common.operations.appointments.table import TableRow

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0?0:00(?::00)?)?")
_COMPACT_DAY = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_EXCEL_DAY = re.compile(r"\d{5}(\.\d+)?")
_SLOT = re.compile(
    r"(\d{1,2})[:点时](\d\d)分?(?::00)?(?:\s*[-~—–―至到]+\s*(\d{1,2})[:点时](\d\d)分?(?::00)?)?"
)
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_SHOWN = re.compile(r"(?=.*\d)[\x21-\x7e]{1,12}")
_MOST_DIGITS_SHOWN = 6
_HIDDEN = "…"
_STATES = {
    AppointmentState.BOOKED: "booked confirmed 已预约 预约 预约成功 成功 有效 正常",
    AppointmentState.CANCELLED: "cancelled canceled 已取消 取消 取消预约 作废 无效",
    AppointmentState.CHECKED_IN: "checked_in",
    AppointmentState.NO_SHOW: "no_show",
}
_STATE_OF = {word: state for state, words in _STATES.items() for word in words.split()} | {
    word: state for state, text in STATE_WORDS.items() for word in (text.zh, text.en)
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One appointment of an outside channel. What the file leaves out is empty."""

    line: int
    reference: str
    channel: str
    service: Service
    day: date
    slot: time
    person: str | None
    """As the file has it: to be hashed, and never to be kept, shown or logged."""
    phone_tail: str
    state: AppointmentState


def entry_of(row: TableRow, services: Mapping[str, Service]) -> Entry:
    """The row, understood. Raises the errors about rows, which repeat nothing personal."""
    if row.fault is not None:
        raise row.fault
    texts = row.texts
    for number in (texts["person"], texts["phone"]):
        if _SCIENTIFIC.fullmatch(number):
            raise NumberFromExcel
    reference = referred(texts["reference"])
    if reference is None:
        raise NotAReference
    return Entry(
        line=row.line,
        reference=reference,
        channel=texts["channel"],
        service=_service(services, texts["service"] or texts["service_name"]),
        day=day_of(texts["day"]),
        slot=slot_of_text(texts["slot"]),
        person=texts["person"] or None,
        phone_tail=phone_tail(texts["phone"]),
        state=_state(texts["state"]),
    )


def day_of(text: str) -> date:
    """A date in one of the spellings people use. Raises NotADay, DayFromExcel."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    if found is None and _EXCEL_DAY.fullmatch(plain):
        raise DayFromExcel(given=plain)
    try:
        if found is not None:
            year, month, day = found.groups()
            return date(int(year), int(month), int(day))
    except ValueError:
        raise NotADay(given=plain) from None
    raise NotADay(given=shown(plain))


def slot_of_text(text: str) -> time:
    """The start of a half hour, `9:30` or `09:30-10:00`. Raises NotASlot."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _SLOT.fullmatch(plain)
    if found is None:
        raise NotASlot(given=shown(plain))
    hour, minute, end_hour, end_minute = found.groups()
    try:
        start = time(int(hour), int(minute))
        end = time(int(end_hour), int(end_minute)) if end_hour else None
    except ValueError:
        raise NotASlot(given=plain) from None
    if end is not None and (datetime.combine(date.min, start) + SLOT).time() != end:
        raise NotASlot(given=plain)
    return start


def shown(text: str) -> str:
    """What may be repeated: nothing that could be the name or a number of a person."""
    few = sum(sign.isdigit() for sign in text) <= _MOST_DIGITS_SHOWN
    return text if few and _SHOWN.fullmatch(text) else _HIDDEN


def services_by_name(hall: Hall) -> dict[str, Service]:
    """Every service by its code and by its name in either language, as `entry_of` looks for it."""
    return {
        _plain(name): service
        for service in reversed(hall.services)  # Of two with one name the first counts.
        for name in (service.name.en, service.name.zh, service.code)
    }


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _service(services: Mapping[str, Service], text: str) -> Service:
    service = services.get(_plain(text))
    if service is None:
        raise NoSuchServiceHere(given=shown(text))
    return service


def _state(text: str) -> AppointmentState:
    """An empty one is booked."""
    if not text:
        return AppointmentState.BOOKED
    state = _STATE_OF.get(_plain(text))
    if state is None:
        raise NotAState(given=shown(text))
    return state
