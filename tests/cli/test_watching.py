"""A watched front end: real processes that hang, crash, ask to start again, and end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from common.cli.watching import EXIT_AGAIN, OPTION, Patience, is_watched, watch
from common.operations import kiosks
from common.store import open_store

PROJECT = Path(__file__).parents[2]
QUICK = Patience(start=60, settling=0, hang=3.0, trace=0.3, end=5, pauses=(0.0,))
FRONT_END = """
    import os, signal, sys, time
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from common.qt.application import Lifeline, create_application

    lives = Path(sys.argv[1])
    with lives.open("a") as file:
        file.write("life\\n")
    life = len(lives.read_text().splitlines())
    create_application("kiosk")
    lifeline = Lifeline(grace=10)

    def hang_here():
        time.sleep(60)

    fate = {
        1: hang_here,
        2: lambda: os.kill(os.getpid(), signal.SIGSTOP),
        3: os.abort,
        4: lifeline.start_again,
        5: lifeline.end,
    }[life]
    QTimer.singleShot(100, fate)
    sys.exit(lifeline.run())
"""


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    """With a home of its own, where logs go."""
    return {
        **os.environ,
        "PYTHONPATH": str(PROJECT),
        "HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }


def test_a_front_end_is_started_again_after_every_kind_of_fall_and_not_after_its_end(
    tmp_path, environment
):
    lives = tmp_path / "lives"
    code = watch(
        [sys.executable, "-c", textwrap.dedent(FRONT_END), str(lives)],
        patience=QUICK,
        folder=PROJECT,
        environment=environment,
    )
    assert code == 0
    assert lives.read_text().count("life") == 5
    (stacks,) = tmp_path.rglob("*-stacks.log")
    told = stacks.read_text()
    assert "hang_here" in told, "where it hung was not written down"
    assert "Fatal Python error: Aborted" in told
    assert not list(PROJECT.glob("core*"))


def test_what_refuses_to_start_is_left_alone(tmp_path):
    tries = tmp_path / "tries"
    script = f"open({str(tries)!r}, 'a').write('x'); raise SystemExit(1)"
    assert watch([sys.executable, "-c", script], patience=QUICK) == 1
    assert tries.read_text() == "x"


def test_who_falls_again_and_again_waits_longer_and_says_so_until_asked_to_end(tmp_path):
    falls, words = tmp_path / "falls", tmp_path / "words"
    fall = f"open({str(falls)!r}, 'a').write('x'); raise SystemExit(70)"
    say = f"open({str(words)!r}, 'a').write('x'); import sys; sys.stdin.read()"
    script = f"""
        import sys
        from common.cli.watching import Patience, watch
        sys.exit(watch(
            [sys.executable, "-c", {fall!r}],
            words=[sys.executable, "-c", {say!r}],
            patience=Patience(pauses=(0.0, 0.1, 600.0), words_from=300.0),
        ))
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], cwd=PROJECT, stderr=subprocess.PIPE
    ) as watching:
        wait_for(words.exists, watching)
        assert falls.read_text() == "xxx"
        watching.send_signal(signal.SIGTERM)
        assert watching.wait(30) == 0


def test_a_front_end_makes_room_for_a_version_that_was_installed_over_it(tmp_path):
    program = tmp_path / "program"
    beats = "while echo; do sleep 0.05; done"
    program.write_text(
        f"#!/bin/sh\ncp {tmp_path}/newer {program}.new\nmv {program}.new {program}\n{beats}\n"
    )
    program.chmod(0o755)
    (tmp_path / "newer").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "newer").chmod(0o755)
    assert watch([str(program)], patience=Patience(settling=0, replaced=0.2)) == 0


def test_a_real_kiosk_that_hangs_is_back_within_seconds(sqlite_url, environment, tmp_path):
    errors = tmp_path / "errors"
    kiosk = ["-m", "common.cli", "kiosk", "--db", sqlite_url, "--windowed", "540x960"]
    script = f"""
        import sys
        from common.cli.log_files import log_to_files
        from common.cli.watching import Patience, watch
        log_to_files("kiosk-watch")
        sys.exit(watch([sys.executable, *{kiosk!r}], patience=Patience(settling=0)))
    """
    with (
        errors.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script)],
            cwd=PROJECT,
            env=environment,
            stderr=stderr,
        ) as watching,
    ):
        store = open_store(sqlite_url)
        try:
            wait_for(lambda: "lives after" in errors.read_text(), watching)
            wait_for(lambda: bool(kiosks(store)), watching)
            (first,) = processes(errors)
            seen = kiosks(store)[0].state.seen_at
            os.kill(first, signal.SIGSTOP)
            wait_for(lambda: len(processes(errors)) == 2, watching)
            wait_for(lambda: kiosks(store)[0].state.seen_at > seen, watching)
        finally:
            store.close()
            watching.send_signal(signal.SIGTERM)
        assert watching.wait(10) == 0
    for process in processes(errors):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


@pytest.mark.parametrize("way", [("-m", "kiosk"), ("-m", "common.cli", "kiosk")], ids=str)
def test_each_way_to_start_a_front_end_heeds_that_it_is_to_be_watched(way, environment, tmp_path):
    missing = str(tmp_path / "none.db")
    start = [sys.executable, *way, "--watched", "--windowed", "540x960", "--db", missing]
    process = subprocess.run(
        start, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert process.returncode == 1, process.stderr
    assert "common.cli.watching" in process.stderr and "ended with 1" in process.stderr


def test_a_front_end_that_only_tells_its_options_is_not_watched():
    assert is_watched([OPTION, "--silent"])
    assert not is_watched([OPTION, "--help"])
    assert not is_watched(["--silent"])
    assert EXIT_AGAIN not in (0, 1, 2)


def processes(errors: Path) -> list[int]:
    """The front ends that were started, as the watch tells."""
    return [int(found) for found in re.findall(r"started, process (\d+)", errors.read_text())]


def wait_for(met: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 90
    while not met():
        assert process.poll() is None, "the watch ended"
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
