"""The slip of a number, and how slips and other papers will look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import Console
from common.cli.number_group import DefaultsToNumber
from common.cli.options import (
    Db,
    Json,
    Lang,
    NumberArgument,
    Profile,
    console,
    language_named,
    opened,
)
from common.cli.output_files import spare_databases
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.domain.os_words import os_words
from common.domain.print_job import PaperKind
from common.domain.text import Language

if TYPE_CHECKING:
    from common.printing.profile import Profile as PrinterProfile

app = typer.Typer()
slip = typer.Typer(cls=DefaultsToNumber, no_args_is_help=True)
app.add_typer(slip, name="slip", help="A number's slip, and how slips will look.")

_PICTURE = ".png"
_OTHER_PICTURES = (".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".pdf")
"""Whoever names one wants to see the paper, and not to get a printer's bytes."""
_BAUDS = (9600, 19200, 115200)
_BITS_PER_BYTE = 10
"""8N1: a start bit, eight data bits, a stop bit."""
_KINDS = tuple(kind for kind in PaperKind if kind not in (PaperKind.SLIP, PaperKind.TEST))

OutFile = Annotated[
    Path, typer.Option("--out", metavar="FILE", help="Bytes as sent; .png draws them.")
]
MaybeOutFile = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="Bytes as sent; .png draws them.")
]
HallFile = Annotated[
    Path | None,
    typer.Option("--hall", metavar="FILE", help="A hall file, before it is applied."),
]


class CannotWriteFile(JiaohaoError):
    code = "cannot_write_file"
    en = "{file} cannot be written: {detail}."
    zh = "无法写入 {file}：{detail}。"


class NotDrawn(JiaohaoError):
    code = "not_drawn"
    en = "A paper is drawn as .png only: {file} would hold a printer's bytes. Choose .png or .bin."
    zh = "单据只能画成 .png 图片：{file} 里会是打印机的字节。请用 .png 或 .bin。"


class UnknownPaper(JiaohaoError):
    code = "unknown_paper"
    en = "There is no paper {given}. Known papers: {known}."
    zh = "没有单据 {given}。可用：{known}。"


@slip.command("of")
def slip_of(
    number: NumberArgument,
    out_file: OutFile,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Write the slip of a number to a file.

    As the printer gets it, byte for byte; a file that ends in .png shows how the paper looks.
    """
    from common.printing.profile import load_profile
    from common.printing.slip import slip_bytes

    out = console(as_json)
    printer = load_profile(profile)
    with opened(db) as store:
        facts = operations.slip_facts(store, number)
    data = slip_bytes(facts, printer, language_named(language))
    write_paper(out_file, data, printer)
    out.answer(
        {"number": facts.number, "file": str(out_file), "bytes": len(data)},
        f"{facts.number}: {out_file} ({out.bytes(len(data))})",
    )


@slip.command("preview")
def preview(
    hall_file: HallFile = None,
    longest: Annotated[
        bool, typer.Option("--longest", help="Draw the longest slip of the hall.")
    ] = False,
    out_file: MaybeOutFile = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show how slips will look, with made-up numbers.

    Tells the bytes of a usual slip and of the longest one, and how long a serial line takes.
    """
    from common.operations.samples import longest_slip, usual_slip
    from common.printing.profile import load_profile
    from common.printing.slip import slip_bytes

    printer, spoken = load_profile(profile), language_named(language)
    hall = _hall(hall_file, db)
    now = datetime.now(ZoneInfo(hall.time_zone))
    samples = {
        "usual": slip_bytes(usual_slip(hall, now), printer, spoken),
        "longest": slip_bytes(longest_slip(hall, now), printer, spoken),
    }
    if out_file is not None:
        write_paper(out_file, samples["longest" if longest else "usual"], printer)
    _tell(console(as_json), samples, out_file)


def preview_paper(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help="notice, receipt, checklist, form_code, opinion, appointment or day_end.",
        ),
    ],
    hall_file: HallFile = None,
    out_file: MaybeOutFile = None,
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Show how another paper than a slip will look, with made-up facts."""
    from common.operations.samples import sample_paper
    from common.printing.papers import paper_bytes
    from common.printing.profile import load_profile

    if kind not in _KINDS:
        raise UnknownPaper(given=kind, known=", ".join(_KINDS))
    printer, spoken = load_profile(profile), language_named(language)
    hall = _hall(hall_file, db)
    now = datetime.now(ZoneInfo(hall.time_zone))
    data = paper_bytes(sample_paper(hall, PaperKind(kind), now), printer, spoken)
    if out_file is not None:
        write_paper(out_file, data, printer)
    _tell(console(as_json), {kind: data}, out_file)


def _hall(file: Path | None, db: str | None) -> Hall:
    if file is not None:
        from common.operations.hall_file import read_hall_file

        return read_hall_file(file).hall
    with opened(db) as store:
        return operations.hall(store)


def is_drawn(file: Path) -> bool:
    """Whether a picture is wanted. Raises NotDrawn for a kind of picture that there is not."""
    ending = file.suffix.lower()
    if ending in _OTHER_PICTURES:
        raise NotDrawn(file=file)
    return ending == _PICTURE


def write_paper(file: Path, data: bytes, printer: PrinterProfile) -> None:
    """The bytes, or the picture of the paper that they print. Raises NotDrawn, CannotWriteFile."""
    drawn = is_drawn(file)
    spare_databases(file)
    try:
        if drawn:
            from common.printing.virtual.picture import slip_png

            slip_png(data, printer).save(file)
        else:
            file.write_bytes(data)
    except OSError as error:
        raise CannotWriteFile(file=file, detail=os_words(error)) from None


def _tell(out: Console, papers: Mapping[str, bytes], file: Path | None) -> None:
    """How much each paper is, and how long a serial line takes for it."""
    names = {"usual": out.pick("一般号票", "usual slip"), "longest": out.pick("最长", "longest")}
    facts: dict[str, Any] = {"file": str(file) if file else None}
    lines = []
    for name, data in papers.items():
        seconds = {str(baud): round(len(data) * _BITS_PER_BYTE / baud, 2) for baud in _BAUDS}
        facts[name] = {"bytes": len(data), "seconds": seconds}
        times = ", ".join(f"{needed:.2f} s @ {baud}" for baud, needed in seconds.items())
        lines.append(f"{names.get(name, name)}: {out.bytes(len(data))}, {times} baud")
    out.answer(facts, "\n".join([*lines, *([str(file)] if file else [])]))
