"""What the scripts of the installer call (packaging/debian/postinst and prerm); for nobody else."""

from __future__ import annotations

import typer

from common.cli.console import Console
from common.cli.options import console
from common.domain.errors import JiaohaoError
from common.domain.text import Text
from common.machine import Machine, read_machine
from common.machine.program import own_command

app = typer.Typer()

_USER = "jiaohao"
"""Whose the hall's data is: what root wrote there, the front ends could not read."""


_NOT_UPGRADED = Text(
    zh="数据库未升级，数据未改动。程序会在屏幕上说明，\n"
    "直到 `sudo -u jiaohao jiaohao upgrade` 成功。",
    en="The database was not upgraded, its data is as it was. The programs say so on their\n"
    "screens until `sudo -u jiaohao jiaohao upgrade` succeeds.",
)


@app.command("after-install", hidden=True)
def after_install() -> None:
    """Upgrade the hall's data where this PC keeps it, and start what starts by itself.

    It goes on after a fault and ends with 1: the program is installed all the same.
    """
    out = console(as_json=False)
    machine = read_machine()
    if machine is None:
        print(out.pick("接下来：sudo jiaohao setup", "Next: sudo jiaohao setup"))
        return
    upgraded = not machine.role.keeps_data or _upgrade(out)
    if not (_start(out, machine) and upgraded):
        raise typer.Exit(1)


@app.command("before-removal", hidden=True)
def before_removal() -> None:
    """Let nothing start by itself any more."""
    from common.installation.sessions import stop_sessions

    stop_sessions()


def _upgrade(out: Console) -> bool:
    from common.installation.commands import run

    try:
        words = own_command("upgrade")
        print(run(["runuser", "-u", _USER, "--", *words], package="util-linux").strip())
    except JiaohaoError as error:
        out.fail(error)
        print(out.say(_NOT_UPGRADED))
        return False
    return True


def _start(out: Console, machine: Machine) -> bool:
    from common.installation.sessions import start_sessions

    try:
        told = start_sessions(machine)
    except JiaohaoError as error:
        out.fail(error)
        return False
    if told:
        print(out.say(told))
    return True
