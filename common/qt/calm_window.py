"""Words on the whole screen while a front end is away.

Started by `common.cli.watching` between two starts of a front end that falls again and again. It
needs no hall, no database and no QML, for any of these may be why. It ends with its parent.
"""

from __future__ import annotations

import os
import sys
import threading

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRasterWindow

from common.domain.text import Text
from common.qt.application import create_application
from common.qt.fonts import register_fonts, sized_font
from common.qt.icons import icon_pixmap
from common.qt.theme import Theme, load_theme

HAPPENED = Text(zh="本机正在重新启动", en="This machine is starting again")
ADVICE = {
    "kiosk": Text(
        zh="请稍候，或使用其他取号机、到咨询台办理",
        en="Please use another one, or go to the reception desk",
    ),
    "display": Text(
        zh="叫号照常进行，请留意窗口呼叫",
        en="Calls go on: please listen for your number",
    ),
}


class CalmWindow(QRasterWindow):
    """What happened, in both languages, and what people can do meanwhile."""

    def __init__(
        self,
        theme: Theme,
        family: str,
        advice: Text,
        *,
        happened: Text = HAPPENED,
        for_staff: str = "",
        mark: str = "recall",
    ) -> None:
        super().__init__()
        self._mark = mark
        self._happened = happened
        self._advice = advice
        self._for_staff = for_staff
        self._theme = theme
        self._family = family
        self.setTitle(happened.en)
        self.setFlag(Qt.WindowType.FramelessWindowHint)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(QPoint(), self.size()), self._theme.color("page"))
        self._draw(painter, self.size())
        painter.end()

    def _draw(self, painter: QPainter, size: QSize) -> None:
        unit = min(size.width(), size.height()) / 1080
        side = int(60 * unit)
        pixels = int(160 * unit)
        top = int(size.height() / 2 - 330 * unit)
        ratio = self.devicePixelRatio()
        mark = icon_pixmap(self._mark, self._theme.color("primary"), int(pixels * ratio))
        mark.setDevicePixelRatio(ratio)
        painter.drawPixmap((size.width() - pixels) // 2, top, mark)
        top += pixels + int(40 * unit)
        for words, role, height, bold in (
            (self._happened.zh, "text", self._theme.sizes.title, True),
            (self._advice.zh, "quiet", self._theme.sizes.label, False),
            (self._happened.en, "text", self._theme.sizes.heading, True),
            (self._advice.en, "quiet", self._theme.sizes.body, False),
            (self._for_staff, "text", self._theme.sizes.caption, False),
        ):
            painter.setFont(sized_font(self._family, max(12, int(height * unit)), bold=bold))
            painter.setPen(self._theme.color(role))
            room = QRect(side, top, size.width() - 2 * side, size.height() - top)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            used = painter.boundingRect(room, flags, words)
            painter.drawText(room, flags, words)
            top = used.bottom() + int((24 if bold else 64) * unit)


def main(front_end: str) -> int:
    """Show them until standard input ends; returns the exit code of the process."""
    application = create_application("words")
    window = CalmWindow(load_theme("light", "kiosk"), register_fonts(), ADVICE[front_end])
    window.showFullScreen()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    return application.exec()


def _end_with_parent() -> None:
    """Standard input is the parent's; nothing ever comes through it."""
    sys.stdin.buffer.read()
    os._exit(0)
