"""A counter's scanner that is away, and back."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtWidgets import QFrame

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


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
