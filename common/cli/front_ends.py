"""Start a front end. Each parses its own options: `jiaohao kiosk --help`."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from common.cli.first_run import is_first_run
from common.cli.watching import run_front_end

app = typer.Typer()

_PASS_ON = {
    "allow_extra_args": True,
    "ignore_unknown_options": True,
    "help_option_names": [],
}


def _start(front_end: str, arguments: list[str]) -> int:
    if is_first_run(arguments):
        # By name, since the window stands above this package and needs Qt.
        code: int = import_module("common.qt.setup_window").run_setup_window()
        return code
    return run_front_end(front_end, arguments)


@app.command(context_settings=_PASS_ON)
def kiosk(context: typer.Context) -> None:
    """The citizens' kiosk."""
    raise typer.Exit(_start("kiosk", context.args))


@app.command(context_settings=_PASS_ON)
def counter(context: typer.Context) -> None:
    """A clerk's counter."""
    raise typer.Exit(_start("counter", context.args))


@app.command(context_settings=_PASS_ON)
def display(context: typer.Context) -> None:
    """A board on the hall's TV."""
    raise typer.Exit(_start("display", context.args))


class OnScreen(StrEnum):
    """Front ends that fill a screen in public."""

    KIOSK = "kiosk"
    DISPLAY = "display"


@app.command("calm-window", hidden=True)
def calm_window(
    front_end: Annotated[OnScreen, typer.Argument(metavar="FRONT_END", help="kiosk or display.")],
) -> None:
    """Words on the screen while a front end is away."""
    raise typer.Exit(import_module("common.qt.calm_window").main(front_end.value))
