"""The verbs of paper: a slip's bytes or picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from common import operations
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
from common.domain.os_words import os_words
from common.domain.text import Language

app = typer.Typer()

_PICTURES = (".png",)


class CannotWriteFile(JiaohaoError):
    code = "cannot_write_file"
    en = "{file} cannot be written: {detail}."
    zh = "无法写入 {file}：{detail}。"


@app.command()
def slip(
    number: NumberArgument,
    out_file: Annotated[
        Path, typer.Option("--out", metavar="FILE", help="Bytes as sent; .png draws them.")
    ],
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
    spare_databases(out_file)
    try:
        if out_file.suffix.lower() in _PICTURES:
            from common.printing.virtual.picture import slip_png

            slip_png(data, printer).save(out_file)
        else:
            out_file.write_bytes(data)
    except OSError as error:
        raise CannotWriteFile(file=out_file, detail=os_words(error)) from None
    out.answer(
        {"number": facts.number, "file": str(out_file), "bytes": len(data)},
        f"{facts.number}: {out_file} ({len(data)} bytes)",
    )
