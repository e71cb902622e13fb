"""The verbs about appointments: book, cancel, check in, and the files of outside channels."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common import operations
from common.cli.console import Console
from common.cli.options import (
    Db,
    Id,
    Json,
    Person,
    Reason,
    console,
    identity,
    opened,
    request_id,
)
from common.cli.output_files import spare_databases
from common.domain.appointment import STATE_WORDS, Appointment, slot_words
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.ids import AppointmentId, TicketId

if TYPE_CHECKING:
    from common.operations.appointments.importing import ImportReport

app = typer.Typer()
appointments = typer.Typer(no_args_is_help=True, help="Appointments: places booked ahead (预约).")
app.add_typer(appointments, name="appointments")


class DaysBackwards(JiaohaoError):
    code = "days_backwards"
    en = "The last day, {last}, comes before the first, {first}. Give the earlier one with --from."
    zh = "最后一天 {last} 早于第一天 {first}。请把较早的日期写在 --from。"


_DASH = "-"
"""Standard input or output instead of a file."""
_Service = Annotated[str, typer.Argument(metavar="SERVICE", help="For example FA002.")]
_Code = Annotated[str, typer.Argument(metavar="CODE", help="The appointment's code.")]
_Day = Annotated[str, typer.Argument(metavar="DAY", help="For example 2026-11-24.")]
_FromDay = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The first day; today unless given.")
]
_ToDay = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="The last day; the first unless given.")
]
_OneDay = Annotated[str | None, typer.Option("--day", metavar="DAY", help="One day only.")]


@appointments.command()
def slots(service: _Service, day: _OneDay = None, db: Db = None, as_json: Json = False) -> None:
    """The half hours that can be booked, and how many places are left."""
    out = console(as_json)
    with opened(db) as store:
        free = operations.free_slots(store, service, _day(day) if day else None)
    told = [f"{slot.day}  {slot_words(slot.start)}  {slot.left}/{slot.places}" for slot in free]
    out.answer(
        {
            "slots": [
                {
                    "day": slot.day.isoformat(),
                    "slot": f"{slot.start:%H:%M}",
                    "places": slot.places,
                    "left": slot.left,
                }
                for slot in free
            ]
        },
        "\n".join(told),
    )


@appointments.command()
def book(
    service: _Service,
    day: _Day,
    slot: Annotated[str, typer.Argument(metavar="SLOT", help="For example 09:30.")],
    person: Person = None,
    phone: Annotated[
        str, typer.Option("--phone", metavar="NUMBER", help="Only the last four digits are kept.")
    ] = "",
    channel: Annotated[
        str, typer.Option("--channel", metavar="NAME", help="Where it was booked.")
    ] = "hall",
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="TEXT", help="The channel's own number.")
    ] = None,
    appointment: Id = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Book a place in a half hour."""
    from common.operations.appointments.entries import slot_of_text

    out = console(as_json)
    with opened(db) as store:
        booked = operations.book(
            store,
            service.strip(),
            _day(day),
            slot_of_text(slot),
            appointment=AppointmentId(request_id(appointment)),
            person=identity(person) if person is not None else None,
            phone=phone,
            channel=channel,
            reference=reference,
        )
        hall = operations.hall(store)
    out.answer(_facts(booked), _line(out, hall, booked))


@appointments.command()
def cancel(
    code: _Code,
    reason: Reason = "",
    request: Id = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Give a place back."""
    out = console(as_json)
    with opened(db) as store:
        gone = operations.cancel_appointment(store, code, reason, request=request_id(request))
        hall = operations.hall(store)
    out.answer(_facts(gone), _line(out, hall, gone))


@appointments.command("check-in")
def check_in(code: _Code, ticket: Id = None, db: Db = None, as_json: Json = False) -> None:
    """The person has come: give the number."""
    out = console(as_json)
    with opened(db) as store:
        came = operations.check_in(store, code, ticket=TicketId(request_id(ticket)), by="command")
    issued = came.issued
    told = came.appointment.told_late if came.late else came.appointment.told
    out.answer(
        {
            "number": issued.number,
            "id": issued.ticket,
            "queue": issued.queue,
            "ahead": issued.ahead,
            "issued_at": issued.issued_at,
            "code": issued.code,
            "late": came.late,
        },
        f"{issued.number}  {out.say(told)}",
    )


@appointments.command("list")
def list_appointments(
    day: _OneDay = None,
    first: _FromDay = None,
    last: _ToDay = None,
    phone: Annotated[
        str | None, typer.Option("--phone", metavar="DIGITS", help="The last four digits.")
    ] = None,
    code: Annotated[
        str | None, typer.Option("--code", metavar="CODE", help="One appointment.")
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Appointments of a day or of several."""
    out = console(as_json)
    begin, end = _days(day, first, last)
    with opened(db) as store:
        found = operations.find_appointments(
            store, code=code, phone_tail=phone, first=begin, last=end
        )
        hall = operations.hall(store).with_former
    told = [_line(out, hall, one) for one in found]
    out.answer(
        {"appointments": [_facts(one) for one in found]},
        "\n".join(told) or out.pick("没有预约", "no appointments"),
    )


@appointments.command()
def sweep(db: Db = None, as_json: Json = False) -> None:
    """Count those as not come whose time to check in is over."""
    out = console(as_json)
    with opened(db) as store:
        missed = operations.sweep_appointments(store)
    out.answer({"no_shows": missed}, out.pick(f"未到 {missed} 个", f"{missed} not come"))


@appointments.command("import")
def import_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file; - is standard input.")],
    channel: Annotated[
        str, typer.Option("--channel", metavar="NAME", help="Who booked; keep the same name.")
    ],
    all_or_nothing: Annotated[
        bool, typer.Option("--all-or-nothing", help="One bad row keeps all others out.")
    ] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Take the appointments of an outside channel; again and again, without doubles."""
    from common.operations.appointments.importing import import_appointments
    from common.operations.appointments.table import read_bytes, read_stream

    out = console(as_json)
    data = read_stream(sys.stdin.buffer) if file == _DASH else read_bytes(Path(file))
    with opened(db) as store:
        report = import_appointments(store, data, channel, all_or_nothing=all_or_nothing)
    out.answer(
        {
            "rows": report.rows,
            "applied": report.applied,
            **{taken.value: count for taken, count in report.counts.items()},
            "bad": [
                {
                    "line": row.line,
                    "error": row.reason.code,
                    "message": row.reason.text(out.language),
                }
                for row in report.bad
            ],
        },
        _told(out, report),
    )
    if report.bad:
        raise typer.Exit(1)


@appointments.command("export")
def export_file(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file; - is standard output.")],
    day: _OneDay = None,
    first: _FromDay = None,
    last: _ToDay = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="NAME", help="One channel only.")
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Write appointments to a CSV file for Excel: without days, those of the next two weeks."""
    from common.operations.appointments.exporting import exported, write_file

    out = console(as_json)
    begin, end = _days(day, first, last)
    with opened(db) as store:
        data, count = exported(store, begin, end, out.language, channel)
    if file == _DASH:
        assert isinstance(sys.stdout, io.TextIOWrapper)
        sys.stdout.buffer.write(data)
        return
    spare_databases(Path(file))
    write_file(Path(file), data)
    out.answer(
        {"file": file, "appointments": count},
        out.pick(f"已导出 {count} 个预约：{file}", f"{count} appointments in {file}"),
    )


def _day(typed: str) -> date:
    from common.operations.appointments.entries import day_of

    return day_of(typed)


def _days(day: str | None, first: str | None, last: str | None) -> tuple[date | None, date | None]:
    typed = (day or first, day or last)
    begin, end = (_day(one) if one else None for one in typed)
    if begin and end and end < begin:
        raise DaysBackwards(first=begin, last=end)
    return begin, end


def _facts(one: Appointment) -> Mapping[str, Any]:
    return {
        "code": one.code,
        "id": one.id,
        "day": one.day.isoformat(),
        "slot": f"{one.slot:%H:%M}",
        "service": one.service,
        "queue": one.queue,
        "state": one.state,
        "channel": one.channel,
        "reference": one.reference,
        "phone": one.phone_tail,
        "ticket": one.ticket,
    }


def _line(out: Console, hall: Hall, one: Appointment) -> str:
    service = out.say(hall.service(one.service).name)
    state = out.say(STATE_WORDS[one.state])
    return f"{one.code}  {one.day} {slot_words(one.slot)}  {one.service} {service}  {state}"


def _told(out: Console, report: ImportReport) -> str:
    counts = report.counts
    lines: Sequence[str] = [
        out.pick(
            f"第 {row.line} 行：{row.reason.text('zh')}",
            f"line {row.line}: {row.reason.text('en')}",
        )
        for row in report.bad
    ]
    if not report.applied:
        return "\n".join([*lines, out.pick("未作任何更改", "nothing was changed")])
    booked, moved, cancelled, unchanged = counts.values()
    end = out.pick(
        f"新增 {booked}，变更 {moved}，取消 {cancelled}，未变 {unchanged}，有误 {len(lines)}",
        f"{booked} booked, {moved} moved, {cancelled} cancelled, {unchanged} unchanged, "
        f"{len(lines)} bad",
    )
    return "\n".join([*lines, end])
