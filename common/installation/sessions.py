"""What starts by itself on this PC: told to systemd, and to the desktop.

A kiosk or a board has the screen for itself (jiaohao-kiosk.service, jiaohao-display.service); on
the other PCs front ends start when somebody signs in to the desktop.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.commands import CommandFailed, run
from common.machine import Machine, Role

SCREEN_UNITS = {"kiosk": "jiaohao-kiosk.service", "display": "jiaohao-display.service"}
BACKUP_TIMER = "jiaohao-backup.timer"
ALONE = "jiaohao.target"
"""What a PC starts that has neither a desktop nor a sign-in screen, but one front end."""
DESKTOP = "graphical.target"
ROOT = Path("/")
_UNITS = Path("usr/lib/systemd/system")
_MENU = Path("usr/share/applications")
_AUTOSTART = Path("etc/xdg/autostart")
_TIME_OF_BACKUP = Path(f"etc/systemd/system/{BACKUP_TIMER}.d/time.conf")


class StartNotArranged(JiaohaoError):
    """Facts: file, detail."""

    code = "start_not_arranged"
    en = "{file}: {detail}. What starts by itself on this PC was not changed; run it with sudo."
    zh = "{file}：{detail}。未能设置自动启动，请用 sudo 运行。"


@dataclass(frozen=True, slots=True)
class SessionState:
    """How one thing that starts by itself is."""

    unit: str
    good: bool
    told: Text


def start_sessions(machine: Machine, root: Path = ROOT) -> Text | None:
    """Let start by itself what the settings say, nothing else, and start it now where possible.

    Where systemd does not run (a chroot, or another `root`) it starts with the PC. Returns what
    people should know. Raises StartNotArranged, CommandMissing, CommandFailed.
    """
    wanted = _wanted_units(machine)
    missing = [unit for unit in wanted if not (root / _UNITS / unit).exists()]
    if missing:
        return Text(
            zh=f"本机没有 {missing[0]}（由安装包提供），请自行安排程序启动",
            en=f"{missing[0]} comes with the package and is not here: arrange the start yourself",
        )
    _write_autostart(machine, root)
    _write_time_of_backup(machine, root)
    _tell_systemd(wanted, root)
    screens = _screen_units(machine)
    runs = is_running(root)
    first_restart = bool(screens) and runs and _is_active("display-manager.service")
    for unit in wanted if runs else ():
        if not (first_restart and unit in screens):
            run(["systemctl", "restart", "--no-block", unit], package="systemd")
    if first_restart:
        return Text(
            zh="重启本机后，屏幕由它独占，不再有桌面",
            en="restart this PC: then it has the screen for itself, without a desktop",
        )
    if machine.starts and not screens:
        return Text(zh="登录桌面时自动启动", en="it starts when somebody signs in to the desktop")
    return None if runs else Text(zh="开机时自动启动", en="it starts with the PC")


def stop_sessions(root: Path = ROOT) -> None:
    """Let nothing start by itself any more, and end what runs; a desktop comes back.

    Raises StartNotArranged, CommandMissing, CommandFailed.
    """
    _write_autostart(None, root)
    _write_time_of_backup(None, root)
    _tell_systemd((), root)


def session_states(machine: Machine, root: Path = ROOT) -> list[SessionState]:
    """How everything is that should start by itself here."""
    screens = _screen_units(machine)
    states = [_state_of(unit, root) for unit in _wanted_units(machine)]
    for front_end in () if screens else machine.starts:
        file = _autostart_file(front_end, root)
        there = file.exists()
        told = Text(zh="登录桌面时启动", en="starts when somebody signs in to the desktop")
        states.append(SessionState(file.name, there, told if there else _NOT_ARRANGED))
    return states


_NOT_ARRANGED = Text(
    zh="不会自动启动，请运行 `sudo jiaohao setup`",
    en="does not start by itself: run `sudo jiaohao setup`",
)


def is_running(root: Path = ROOT) -> bool:
    """Whether systemd runs this PC, as sd_booted(3) finds out."""
    return root == ROOT and Path("/run/systemd/system").is_dir()


def _wanted_units(machine: Machine) -> tuple[str, ...]:
    return (*_screen_units(machine), *((BACKUP_TIMER,) if machine.role.keeps_data else ()))


def _screen_units(machine: Machine) -> tuple[str, ...]:
    if machine.role not in (Role.KIOSK, Role.DISPLAY):
        return ()
    return tuple(SCREEN_UNITS[one] for one in machine.starts)


def _tell_systemd(wanted: tuple[str, ...], root: Path) -> None:
    runs = is_running(root)
    place = () if runs else (f"--root={root}",)

    def systemctl(*words: str) -> str:
        return run(["systemctl", *place, *words], package="systemd").strip()

    if runs:
        systemctl("daemon-reload")
    for unit in (*SCREEN_UNITS.values(), BACKUP_TIMER):
        if unit in wanted:
            systemctl("enable", unit)
        elif (root / _UNITS / unit).exists():
            systemctl("disable", *(["--now"] if runs else []), unit)
    alone = any(unit in wanted for unit in SCREEN_UNITS.values())
    usual = systemctl("get-default")
    if alone and usual == DESKTOP:
        systemctl("set-default", ALONE)
    elif not alone and usual == ALONE:
        systemctl("set-default", DESKTOP)


def _write_autostart(machine: Machine | None, root: Path) -> None:
    """The desktop starts what stands there as it starts it from its menu."""
    starts = machine.starts if machine and not _screen_units(machine) else ()
    for front_end in ("kiosk", "counter", "display"):
        file = _autostart_file(front_end, root)
        with _in_words(file):
            if front_end in starts:
                file.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / _MENU / file.name, file)
            else:
                file.unlink(missing_ok=True)


def _autostart_file(front_end: str, root: Path) -> Path:
    return root / _AUTOSTART / f"jiaohao-{front_end}.desktop"


def _write_time_of_backup(machine: Machine | None, root: Path) -> None:
    file = root / _TIME_OF_BACKUP
    with _in_words(file):
        if machine and machine.role.keeps_data:
            file.parent.mkdir(parents=True, exist_ok=True)
            # The empty one takes the time of the package away (systemd.timer(5)).
            words = f"[Timer]\nOnCalendar=\nOnCalendar=*-*-* {machine.backup.at}:00\n"
            file.write_text(words, encoding="utf-8")
        elif file.parent.exists():
            file.unlink(missing_ok=True)
            file.parent.rmdir()


def _state_of(unit: str, root: Path) -> SessionState:
    if not is_running(root):
        return SessionState(unit, False, Text(zh="systemd 未运行", en="systemd does not run"))
    asked = ("ActiveState", "UnitFileState", "NRestarts")
    told = run(
        ["systemctl", "show", unit, *(f"--property={one}" for one in asked)], package="systemd"
    )
    facts = dict(line.partition("=")[::2] for line in told.splitlines())
    active, starts = facts.get("ActiveState", ""), facts.get("UnitFileState", "")
    if starts != "enabled":
        return SessionState(unit, False, _NOT_ARRANGED)
    if active != "active":
        words = Text(
            zh=f"未在运行（{active}），原因见 `journalctl -u {unit}`",
            en=f"does not run ({active}): `journalctl -u {unit}` tells why",
        )
        return SessionState(unit, False, words)
    again = int(facts.get("NRestarts") or 0)
    words = Text(zh="正在运行", en="runs")
    if again:
        words = Text(
            zh=f"正在运行，重启过 {again} 次", en=f"runs, and was started again {again} times"
        )
    return SessionState(unit, True, words)


def _is_active(unit: str) -> bool:
    try:
        return run(["systemctl", "is-active", unit], package="systemd").strip() == "active"
    except CommandFailed:
        return False


@contextmanager
def _in_words(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StartNotArranged(file=file, detail=os_words(error)) from None
