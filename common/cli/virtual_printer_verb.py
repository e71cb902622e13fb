"""The verb of the virtual printer."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from common.cli.options import Lang, Profile, language_named
from common.domain.text import Language

app = typer.Typer()


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
    profile: Profile = "generic-80",
    language: Lang = Language.ZH,
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
    spoken = language_named(language)
    sys.exit(run(tcp, paper_mm, cover_open, link, out_dir, profile, spoken, geometry))
