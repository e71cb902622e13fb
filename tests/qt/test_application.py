"""How a front end's process ends: on a signal, after a bug."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap

import pytest

from common.resources import RESOURCES

PROLOGUE = """
import os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from common.qt.application import Lifeline, create_application, set_up_logging
folder = Path(sys.argv[1])
set_up_logging("kiosk", folder=folder)
app = create_application("kiosk")
lifeline = Lifeline(grace=10)
"""


def run(script: str, folder) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", PROLOGUE + textwrap.dedent(script), str(folder)],
        cwd=RESOURCES.parent,
        env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
        timeout=60,
        capture_output=True,
        text=True,
    )
    return done.returncode, (folder / "kiosk.log").read_text(encoding="utf-8") + done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
def test_a_signal_ends_the_process_at_once_and_calmly(number, tmp_path):
    code, log = run(
        f"""
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), {int(number)}))
        sys.exit(lifeline.run())
        """,
        tmp_path,
    )
    assert code == 0
    assert f"by signal {int(number)}" in log


def test_a_bug_in_a_slot_is_logged_shown_and_ends_the_process_with_70(tmp_path):
    code, log = run(
        """
        lifeline.broken.connect(lambda: print("calm page", file=sys.stderr))
        QTimer.singleShot(0, lambda: 1 // 0)
        sys.exit(lifeline.run())
        """,
        tmp_path,
    )
    assert code == 70
    assert "ZeroDivisionError" in log
    assert "calm page" in log


def test_a_bug_on_another_thread_ends_the_process_with_70(tmp_path):
    code, log = run(
        """
        QTimer.singleShot(0, threading.Thread(target=lambda: 1 // 0, name="feed").start)
        sys.exit(lifeline.run())
        """,
        tmp_path,
    )
    assert code == 70
    assert "ZeroDivisionError" in log


def test_a_front_end_that_the_command_started_collects_its_garbage(tmp_path):
    code, _log = run(
        """
        import gc, weakref
        import common.cli.main

        class Visit:
            def __init__(self):
                self.itself = self

        def look():
            first = weakref.ref(Visit())
            visits = [Visit() for _ in range(1_000)]
            os._exit(9 if first() else 0)

        QTimer.singleShot(0, look)
        sys.exit(lifeline.run())
        """,
        tmp_path,
    )
    assert code == 0


def test_qt_asks_nothing_of_what_is_imported_later(tmp_path, monkeypatch):
    (tmp_path / "loads_more.py").write_text("def __getattr__(name):\n    raise ImportError(name)\n")
    monkeypatch.syspath_prepend(tmp_path)
    exec("import loads_more")


def test_qts_own_messages_are_in_the_log(tmp_path):
    code, log = run("qWarning('something odd'); sys.exit(0)", tmp_path)
    assert code == 0
    assert "WARNING qt.default" in log
    assert "something odd" in log


@pytest.mark.skipif(sys.platform == "win32", reason="systemd's")
def test_systemd_hears_when_it_is_ready_and_that_it_lives_and_no_core_is_left(tmp_path):
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(30)
        code, _log = run(
            f"""
            import resource
            os.environ["NOTIFY_SOCKET"] = {address!r}
            os.environ["XDG_STATE_HOME"] = sys.argv[1]
            QTimer.singleShot(1200, lifeline.start_again)
            code = lifeline.run()
            assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
            sys.exit(code)
            """,
            tmp_path,
        )
        assert code == 75
        assert systemd.recv(100) == b"READY=1\nWATCHDOG=1"
        assert systemd.recv(100) == b"WATCHDOG=1"
