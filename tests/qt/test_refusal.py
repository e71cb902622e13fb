"""A front end that cannot start says why on the screen, where no terminal would show it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from common.qt import refusal
from common.qt.calm_window import CalmWindow
from common.qt.refusal import tell_refusal


def test_words_stand_on_the_screen_of_a_pc_that_has_no_terminal(qapp, monkeypatch, capfd):
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(refusal, "SHOWN_SECONDS", 0.2)
    seen: list[object] = []

    def look() -> None:
        seen.extend(QGuiApplication.topLevelWindows())

    QTimer.singleShot(0, qapp, look)
    tell_refusal("kiosk", "the settings are wrong")
    shown = [window for window in seen if isinstance(window, CalmWindow)]
    assert len(shown) == 1 and not shown[0].isVisible()
    assert shown[0].size() == qapp.primaryScreen().size()
    assert capfd.readouterr().err == "the settings are wrong\n"


def test_in_a_terminal_words_are_enough(qapp, monkeypatch, capfd):
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    monkeypatch.delenv("JIAOHAO_WATCHED", raising=False)
    monkeypatch.setattr(refusal, "_show", None)  # would raise
    tell_refusal("counter", "no counter")
    assert capfd.readouterr().err == "no counter\n"
