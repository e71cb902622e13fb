"""The verbs of paper: a slip's bytes or picture, and the virtual printer."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from common import operations
from common.cli.options import Db, Json, NumberArgument, console, opened
from common.cli.output_files import spare_databases
from common.domain.errors import JiaohaoError
from common.domain.text import Language

app = typer.Typer()

_PICTURES = (".png",)


class CannotWriteFile(JiaohaoError):
    code = "cannot_write_file"
    en = "{file} cannot be written: {detail}."
    zh = "无法写入 {file}：{detail}。"


class UnknownLanguage(JiaohaoError):
    code = "unknown_language"
    en = "There is no language {given}. Use zh or en."
    zh = "没有语言 {given}，请用 zh 或 en。"


@app.command()
def slip(
    number: NumberArgument,
    out_file: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Bytes as sent; .png draws them.")
    ],
    profile: Annotated[
        str, typer.Option("--profile", metavar="P", help="The printer's profile.")
    ] = "generic-80",
    language: Annotated[str, typer.Option("--lang", metavar="zh|en")] = Language.ZH,
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
    data = slip_bytes(facts, printer, _language(language))
    spare_databases(out_file)
    try:
        if out_file.suffix.lower() in _PICTURES:
            from common.printing.virtual.picture import slip_png

            slip_png(data, printer).save(out_file)
        else:
            out_file.write_bytes(data)
    except OSError as error:
        raise CannotWriteFile(file=out_file, detail=error.strerror or error) from None
    out.answer(
        {"number": facts.number, "file": str(out_file), "bytes": len(data)},
        f"{facts.number}: {out_file} ({len(data)} bytes)",
    )


@app.command()
def printer(
    tcp: Annotated[
        int | None, typer.Option("--tcp", metavar="PORT", min=0, max=65535, help="0 picks one.")
    ] = None,
    headless: Annotated[bool, typer.Option("--headless", help="Without a window.")] = False,
    paper_mm: Annotated[
        float | None, typer.Option("--paper-mm", metavar="N", min=0, help="Paper that is left.")
    ] = None,
    cover_open: Annotated[bool, typer.Option("--cover-open", help="Start with it open.")] = False,
    link: Annotated[
        Path | None,
        typer.Option("--link", metavar="PATH", help="A fixed name for its serial line."),
    ] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Keep each slip here.")
    ] = None,
    profile: Annotated[
        str, typer.Option("--profile", metavar="P", help="Which printer it is.")
    ] = "generic-80",
    language: Annotated[str, typer.Option("--lang", metavar="zh|en")] = Language.ZH,
    windowed: Annotated[
        str | None,
        typer.Option("--windowed", metavar="WxH[+X+Y]", help="Where its window stands."),
    ] = None,
) -> None:
    """A virtual slip printer on a serial line (pty) and a TCP port."""
    if headless:
        from common.printing.virtual.serve import run_headless

        sys.exit(run_headless(tcp, paper_mm, cover_open, link, out_dir, profile))
    # By name, since the window lives above this package and needs Qt.
    geometry = import_module("common.qt.geometry").parse_geometry(windowed) if windowed else None
    run = import_module("common.qt.printer_window").run_windowed
    spoken = _language(language)
    sys.exit(run(tcp, paper_mm, cover_open, link, out_dir, profile, spoken, geometry))


def _language(given: str) -> Language:
    try:
        return Language(given.lower())
    except ValueError:
        raise UnknownLanguage(given=given) from None
