"""A counter's scanner that is away, and back."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtWidgets import QFrame

from common.machine import CounterSettings, Machine, Role, write_machine
from counter.__main__ import _parse as counter_options

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def test_the_settings_name_a_scanner_as_those_of_a_kiosk_do(tmp_path, monkeypatch):
    scanners = ("keyboard", "serial:///dev/ttyACM0", "scanner:tcp://10.0.0.9:9")
    machine = Machine(Role.COUNTER, database="hall.db", counter=CounterSettings(scanner=scanners))
    monkeypatch.setenv("JIAOHAO_SETTINGS", str(write_machine(machine, tmp_path / "this.toml")))
    said = ("scanner:keyboard", "scanner:serial:///dev/ttyACM0", "scanner:tcp://10.0.0.9:9")
    assert counter_options([]).scanner == said


def test_a_scanner_that_is_away_is_told_quietly_until_it_is_back(start_counter, qtbot, tmp_path):
    link = tmp_path / "scanner"
    app = start_counter("A01", scanners=[f"scanner:serial://{link}"])
    line = app.window.findChild(QFrame, "scanner_line")
    qtbot.waitUntil(line.isVisible)
    assert str(link) in line.toolTip()
    assert app.desk.message is None
    ends = os.openpty()
    try:
        link.symlink_to(os.ttyname(ends[1]))
        qtbot.waitUntil(lambda: not line.isVisible())
    finally:
        app.close()
        for end in ends:
            os.close(end)
