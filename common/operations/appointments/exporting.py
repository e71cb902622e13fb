"""Appointments as a CSV file that Excel opens by a double click."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from common.domain.appointment import STATE_WORDS, Appointment, slot_words
from common.domain.os_words import os_words
from common.domain.text import Language, Text
from common.operations.appointments.errors import FileNotWritten
from common.operations.appointments.table import FIELDS
from common.store import ReadTransaction, Store

_COLUMNS = (
    FIELDS["reference"],
    FIELDS["channel"],
    FIELDS["day"],
    FIELDS["slot"],
    FIELDS["service"],
    FIELDS["service_name"],
    FIELDS["state"],
    Text(zh="电话尾号", en="phone digits"),
    Text(zh="预约码", en="code"),
    Text(zh="号码", en="number"),
    Text(zh="登记时间", en="booked at"),
)
_TWO_WEEKS = timedelta(days=14)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell must not begin with: Excel would calculate it."""


def exported(
    store: Store,
    first: date | None,
    last: date | None,
    language: Language,
    channel: str | None = None,
) -> tuple[bytes, int]:
    """The file with all appointments of these days, and how many they are.

    The first day is today unless given, the last is two weeks later; with a `channel`, of what was
    booked there alone. Nothing in the file names a person. It may be imported again: what has no
    outside reference is known by its code.
    """
    with store.read() as tx:
        begin = first or tx.today
        end = last or begin + _TWO_WEEKS
        rows = [
            _cells(tx, one, language)
            for one in tx.appointments.on_days(begin, end)
            if channel in (None, one.channel)
        ]
    return _csv([[column.say(language) for column in _COLUMNS], *rows]), len(rows)


def write_file(path: Path, data: bytes) -> None:
    """An older file stays until the new one is whole. Raises FileNotWritten."""
    try:
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(unfinished).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(unfinished).unlink()
            raise
    except OSError as error:
        raise FileNotWritten(file=path, detail=os_words(error)) from error


def _cells(tx: ReadTransaction, one: Appointment, language: Language) -> list[str]:
    ticket = tx.ticket(one.ticket) if one.ticket else None
    booked = one.booked_at.astimezone(ZoneInfo(tx.hall.time_zone))
    return [
        one.reference or one.code,
        one.channel,
        one.day.isoformat(),
        slot_words(one.slot),
        one.service,
        tx.hall.with_former.service(one.service).name.say(language),
        STATE_WORDS[one.state].say(language),
        one.phone_tail,
        one.code,
        ticket.number if ticket else "",
        f"{booked:%Y-%m-%d %H:%M:%S}",
    ]


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with its mark and CR LF, which is what Excel reads by itself."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
