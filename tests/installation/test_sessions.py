"""What starts by itself, arranged by the real systemctl in a folder that stands for a PC."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from common.installation.sessions import session_states, start_sessions, stop_sessions
from common.machine import BackupSettings, Machine, Role

FILES = Path(__file__).parents[2] / "packaging" / "debian" / "files"
ENABLED = "etc/systemd/system/multi-user.target.wants"
needs_systemd = pytest.mark.skipif(
    shutil.which("systemctl") is None, reason="systemctl is not on this machine"
)


@pytest.fixture
def pc(tmp_path) -> Path:
    """A PC with the package on it, which starts a desktop."""
    shutil.copytree(FILES, tmp_path / "pc")
    units = tmp_path / "pc" / "usr/lib/systemd/system"
    for name in ("graphical.target", "multi-user.target"):
        (units / name).write_text("[Unit]\nAllowIsolate=yes\n", encoding="utf-8")
    system = tmp_path / "pc" / "etc/systemd/system"
    system.mkdir(parents=True)
    (system / "default.target").symlink_to("/usr/lib/systemd/system/graphical.target")
    return tmp_path / "pc"


def default_target(pc: Path) -> str:
    return (pc / "etc/systemd/system/default.target").readlink().name


def enabled(pc: Path) -> set[str]:
    return {one.name for one in (pc / "etc/systemd/system").rglob("*.wants/*")}


def autostart(pc: Path) -> set[str]:
    return {one.name for one in (pc / "etc/xdg").rglob("*.desktop")}


@needs_systemd
@pytest.mark.parametrize(
    ("role", "unit"),
    [(Role.KIOSK, "jiaohao-kiosk.service"), (Role.DISPLAY, "jiaohao-display.service")],
)
def test_a_kiosk_or_a_board_has_the_screen_for_itself_until_it_is_something_else(pc, role, unit):
    told = start_sessions(Machine(role), pc)
    assert told is not None and told.en == "it starts with the PC"
    assert enabled(pc) == {unit} and autostart(pc) == set()
    assert default_target(pc) == "jiaohao.target"
    start_sessions(Machine(Role.COUNTER), pc)
    assert enabled(pc) == set() and autostart(pc) == {"jiaohao-counter.desktop"}
    assert default_target(pc) == "graphical.target"


@needs_systemd
def test_an_all_in_one_pc_keeps_its_desktop_and_backs_up_at_the_time_that_was_set(pc):
    machine = Machine(
        Role.ALL_IN_ONE, autostart=("counter", "display"), backup=BackupSettings(at="03:15")
    )
    told = start_sessions(machine, pc)
    assert told is not None and "signs in" in told.en
    assert autostart(pc) == {"jiaohao-counter.desktop", "jiaohao-display.desktop"}
    assert enabled(pc) == {"jiaohao-backup.timer"} and default_target(pc) == "graphical.target"
    time = pc / "etc/systemd/system/jiaohao-backup.timer.d/time.conf"
    assert "OnCalendar=\nOnCalendar=*-*-* 03:15:00\n" in time.read_text(encoding="utf-8")
    states = {one.unit: one.good for one in session_states(machine, pc)}
    assert states["jiaohao-counter.desktop"] and not states["jiaohao-backup.timer"]


@needs_systemd
def test_nothing_starts_by_itself_before_the_program_goes(pc):
    start_sessions(Machine(Role.ALL_IN_ONE), pc)
    start_sessions(Machine(Role.KIOSK), pc)
    stop_sessions(pc)
    assert enabled(pc) == set() and autostart(pc) == set()
    assert default_target(pc) == "graphical.target"
    assert not list((pc / "etc/systemd/system").rglob("*.conf"))


@needs_systemd
def test_a_pc_that_starts_without_a_desktop_by_choice_keeps_to_that(pc):
    link = pc / "etc/systemd/system/default.target"
    link.unlink()
    link.symlink_to("/usr/lib/systemd/system/multi-user.target")
    start_sessions(Machine(Role.KIOSK), pc)
    assert default_target(pc) == "multi-user.target"
    stop_sessions(pc)
    assert default_target(pc) == "multi-user.target"


def test_without_the_package_people_are_told_to_arrange_the_start(tmp_path):
    told = start_sessions(Machine(Role.KIOSK), tmp_path)
    assert told is not None and "jiaohao-kiosk.service" in told.en and "安装包" in told.zh
    assert list(tmp_path.iterdir()) == []
