"""What systemd hears of a front end, and how it learns that staff closed it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from common.cli.watching import EXIT_CLOSED
from common.qt import pulse
from common.qt.pulse import Pulse

PROJECT = Path(__file__).parents[2]
FRONT_END = """
    import sys
    from PySide6.QtCore import QTimer
    from common.qt.application import Lifeline, create_application

    create_application("kiosk")
    lifeline = Lifeline()
    QTimer.singleShot(100, lifeline.leave)
    sys.exit(lifeline.run())
"""


def test_the_watch_is_patient_until_a_front_end_has_settled(qapp, monkeypatch):
    monkeypatch.setattr(pulse, "SETTLED_BEATS", 2)
    monkeypatch.setenv("WATCHDOG_USEC", "20000000")
    told: list[bytes] = []
    one = Pulse(told.append)
    for _ in range(3):
        one.beat()
    assert told[0] == b"READY=1\nWATCHDOG=1"
    assert told[1] == b"WATCHDOG_USEC=2000000\nWATCHDOG=1"
    assert told[2] == b"WATCHDOG=1"


def test_who_was_not_asked_for_a_watch_begins_none(qapp, monkeypatch):
    monkeypatch.setattr(pulse, "SETTLED_BEATS", 1)
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    told: list[bytes] = []
    Pulse(told.append).beat()
    assert told == [b"READY=1\nWATCHDOG=1"]


@pytest.mark.skipif(sys.platform == "win32", reason="systemd is not on Windows")
def test_systemd_hears_of_the_start_and_that_staff_closed_the_kiosk(tmp_path):
    place = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(place)
        environment = {
            **os.environ,
            "PYTHONPATH": str(PROJECT),
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "NOTIFY_SOCKET": place,
        }
        ended = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(FRONT_END)], cwd=PROJECT, env=environment
        )
        assert ended.returncode == EXIT_CLOSED
        listener.setblocking(False)
        assert listener.recv(256) == b"READY=1\nWATCHDOG=1"
