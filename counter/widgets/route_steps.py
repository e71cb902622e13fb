"""The route of an errand as steps on a line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.domain.ticket import ENDED, LegState
from common.qt.fonts import sized_font
from common.qt.icons import icon_pixmap
from counter.view_models.person import Step
from counter.widgets.desk_theme import DeskTheme

_DOT = 28
_HEIGHT = 84
_WIDEST_STEP = 176


class RouteSteps(QWidget):
    """A dot for each stop: a tick when done, its number otherwise, and its name and state below.

    A route of one stop has them beside the dot.
    """

    def __init__(self, theme: DeskTheme, family: str) -> None:
        super().__init__()
        self.setObjectName("route_steps")
        self._theme, self._dot = theme, theme.px(_DOT)
        self._one_line = self._dot + 4
        self._name_font = sized_font(family, theme.sizes.body)
        self._bold_font = sized_font(family, theme.sizes.body, bold=True)
        self._word_font = sized_font(family, theme.sizes.caption)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        self._steps = steps
        self.setAccessibleName(
            "; ".join(f"{n}. {s.name}, {_place_and_state(s)}" for n, s in enumerate(steps, 1))
        )
        self.setToolTip("\n".join(f"{n}. {s.name}" for n, s in enumerate(steps, 1)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._needed_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._needed_height)

    @property
    def _needed_height(self) -> int:
        return self._theme.px(_HEIGHT) if len(self._steps) > 1 else self._one_line

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._steps) == 1:
            self._paint_only_step(painter, self._steps[0])
            painter.end()
            return
        width = min(self.width() // len(self._steps), self._theme.px(_WIDEST_STEP))
        for number, step in enumerate(self._steps):
            area = QRect(number * width, 0, width, self.height())
            if number + 1 < len(self._steps):
                self._paint_line(painter, area, width, done=step.state in ENDED)
            self._paint_step(painter, area, number + 1, step)
        painter.end()

    def _paint_line(self, painter: QPainter, area: QRect, width: int, *, done: bool) -> None:
        colors = self._theme.colors
        y = self._dot // 2 + 2
        style = Qt.PenStyle.SolidLine if done else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(colors.good if done else colors.border_strong), 2, style))
        painter.drawLine(QPoint(area.left() + self._dot + 8, y), QPoint(area.left() + width - 4, y))

    def _paint_only_step(self, painter: QPainter, step: Step) -> None:
        colors = self._theme.colors
        self._paint_dot(painter, self.rect(), 1, step)
        name = QRect(self._dot + 14, 0, self.width() // 2, self._one_line)
        used = self._write(painter, name, step.name, colors.text, self._bold_font)
        words = name.translated(used + 12, 0)
        self._write(painter, words, _place_and_state(step), colors.quiet, self._word_font)

    def _paint_step(self, painter: QPainter, area: QRect, number: int, step: Step) -> None:
        colors = self._theme.colors
        self._paint_dot(painter, area, number, step)
        font = self._bold_font if step.current else self._name_font
        line = self._theme.px(22)
        name = QRect(area.left() + 2, self._theme.px(36), area.width() - 14, line)
        self._write(painter, name, step.name, colors.text, font)
        words = name.translated(0, line)
        self._write(painter, words, _place_and_state(step), colors.quiet, self._word_font)

    def _paint_dot(self, painter: QPainter, area: QRect, number: int, step: Step) -> None:
        colors = self._theme.colors
        dot = QRect(area.left() + 2, 2, self._dot, self._dot)
        done = step.state is LegState.DONE
        if step.current:
            fill, ink = colors.primary, colors.on_primary
        elif done:
            fill, ink = colors.good_soft, colors.good
        else:
            fill, ink = colors.surface_sunken, colors.quiet
        edge = colors.primary if step.current else colors.good if done else colors.border_strong
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(dot)
        if done:
            tick = self._theme.px(16)
            corner = dot.center() - QPoint(tick // 2 - 1, tick // 2 - 1)
            painter.drawPixmap(corner, icon_pixmap("check", ink, tick))
        else:
            painter.setPen(QColor(ink))
            painter.setFont(self._bold_font)
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(number))

    def _write(self, painter: QPainter, place: QRect, words: str, color: str, font: QFont) -> int:
        """Write `words` on one line, cut to `place`; returns the width they took."""
        painter.setFont(font)
        painter.setPen(QColor(color))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)


def _place_and_state(step: Step) -> str:
    return " · ".join(filter(None, (step.place, step.way_back or step.state_word)))
