"""A front end that cannot start says why where somebody can read it."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt, QTimer

from common.cli.watching import WATCHED
from common.domain.text import Text

SHOWN_SECONDS = 30.0
"""After which it is tried again, where systemd does so."""
_HAPPENED = Text(zh="本机暂时不能使用", en="This machine cannot be used now")
_ADVICE = {
    "kiosk": Text(
        zh="请使用其他取号机，或到咨询台办理",
        en="Please use another one, or go to the reception desk",
    ),
    "counter": Text(zh="请联系信息技术人员", en="Please tell the IT staff"),
    "display": Text(
        zh="叫号照常进行，请留意窗口呼叫",
        en="Calls go on: please listen for your number",
    ),
}


def tell_refusal(front_end: str, words: str) -> None:
    """Write `words` to standard error; on a screen too where no terminal shows them.

    Returns when the window was closed, or after SHOWN_SECONDS.
    """
    sys.stderr.write(f"{words}\n")
    if _nobody_reads():
        _show(front_end, words)


def _nobody_reads() -> bool:
    """Started by systemd or from the menu of a desktop, on a screen."""
    started = WATCHED in os.environ or "NOTIFY_SOCKET" in os.environ
    screen = "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ or os.name == "nt"
    return started and screen and not (sys.stderr and sys.stderr.isatty())


def _show(front_end: str, words: str) -> None:
    # What draws takes a while to load, and is not needed in a terminal.
    from common.qt.application import create_application
    from common.qt.calm_window import CalmWindow
    from common.qt.fonts import register_fonts
    from common.qt.public_screen import cover_screen
    from common.qt.theme import load_theme

    application = create_application(front_end, widgets=front_end == "counter")
    window = CalmWindow(
        load_theme("light", "kiosk"),
        register_fonts(),
        _ADVICE[front_end],
        happened=_HAPPENED,
        for_staff=words,
        mark="warning",
    )
    if front_end == "counter":
        window.setFlag(Qt.WindowType.FramelessWindowHint, False)
        window.unsetCursor()
        window.resize(1100, 760)
        window.show()
    else:
        cover_screen(window)
    QTimer.singleShot(int(SHOWN_SECONDS * 1000), application.quit)
    application.exec()
    window.close()
