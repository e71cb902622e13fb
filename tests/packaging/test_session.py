"""The script that gives a front end the screen, with small programs for Xorg, cage and jiaohao."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SESSION = Path(__file__).parents[2] / "packaging/debian/files/usr/lib/jiaohao/session"
XORG = """#!/bin/sh
echo "$*" >"$RUNTIME_DIRECTORY/xorg-options"
echo $$ >"$RUNTIME_DIRECTORY/xorg-pid"
echo 5 >&3
exec 3>&-
exec sleep 600
"""
CAGE = """#!/bin/sh
[ "$1" = -d ] || exit 9
echo $$ >"$RUNTIME_DIRECTORY/cage-pid"
shift; shift
export WAYLAND_DISPLAY=wayland-7 DISPLAY=:7
"$@"
"""
FRONT_END = """#!/bin/sh
echo "$$ $1 ${QT_QPA_PLATFORM-} ${DISPLAY-} ${WAYLAND_DISPLAY-}" >"$RUNTIME_DIRECTORY/told.new"
mv "$RUNTIME_DIRECTORY/told.new" "$RUNTIME_DIRECTORY/told"
exec sleep 600
"""

pytestmark = pytest.mark.skipif(
    shutil.which("flock") is None or os.name == "nt", reason="flock is not on this machine"
)


@pytest.fixture
def programs(tmp_path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    (tmp_path / "run").mkdir()
    for name in ("sh", "mkfifo", "flock", "rm", "mv", "sleep", "head", "cat", "mktemp"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    put(folder, "jiaohao", FRONT_END)
    return folder


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)


def begin(programs: Path, *words: str) -> subprocess.Popen[bytes]:
    """As systemd starts it."""
    environment = {"PATH": str(programs), "RUNTIME_DIRECTORY": str(programs.parent / "run")}
    return subprocess.Popen([SESSION, *words], env=environment, stderr=subprocess.PIPE)


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline, "it does not come"
        time.sleep(0.01)


def is_over(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_the_front_end_is_the_first_process_and_its_screen_ends_with_it(programs):
    put(programs, "Xorg", XORG)
    run = programs.parent / "run"
    with begin(programs, "display") as session:
        until((run / "told").exists)
        assert (run / "told").read_text().split() == [str(session.pid), "display", "xcb", ":5"]
        options = (run / "xorg-options").read_text()
        assert "-nocursor" in options and "-s 0 -dpms" in options and "-nolisten tcp" in options
        assert (run / "cookie").stat().st_mode & 0o077 == 0
        xorg = int((run / "xorg-pid").read_text())
        assert not is_over(xorg)
        session.kill()  # nothing of its own can end the screen now
        session.wait()
        with begin(programs, "over") as over:
            assert over.wait() == 0
        until(lambda: is_over(xorg))


def test_root_makes_no_file_where_a_link_of_the_front_end_leads(programs):
    run = programs.parent / "run"
    (run / "screen").symlink_to(programs.parent / "nologin")
    with begin(programs, "over") as over:
        assert over.wait() == 0
    assert not (programs.parent / "nologin").exists()


def test_on_cage_the_kiosk_is_an_x_program_and_a_board_one_of_wayland(programs):
    put(programs, "cage", CAGE)
    put(programs, "Xorg", XORG)
    run = programs.parent / "run"
    told = {"kiosk": ["xcb", ":7", "wayland-7"], "display": ["wayland", ":7", "wayland-7"]}
    for front_end, expected in told.items():
        (run / "told").unlink(missing_ok=True)
        with begin(programs, front_end) as session:
            until((run / "told").exists)
            assert (run / "told").read_text().split() == [str(session.pid), front_end, *expected]
            session.send_signal(signal.SIGTERM)
            session.wait()
            cage = int((run / "cage-pid").read_text())
            until(lambda cage=cage: is_over(cage))
    assert not (run / "xorg-pid").exists()


def test_where_cage_cannot_start_xorg_does(programs):
    put(programs, "cage", "#!/bin/sh\nexit 1\n")
    put(programs, "Xorg", XORG)
    run = programs.parent / "run"
    with begin(programs, "kiosk") as session:
        until((run / "told").exists)
        assert (run / "told").read_text().split()[1:] == ["kiosk", "xcb", ":5"]
        assert "-nocursor" not in (run / "xorg-options").read_text()
        session.kill()
        session.wait()
        until(lambda: is_over(int((run / "xorg-pid").read_text())))


def test_a_pc_without_any_screen_says_what_to_install(programs):
    with begin(programs, "kiosk") as session:
        assert session.wait() == 1
        assert session.stderr is not None
        assert b"install xserver-xorg-core" in session.stderr.read()
    with begin(programs, "counter") as session:
        assert session.wait() == 2
