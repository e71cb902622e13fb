"""How the knobs of the virtual printer's window look, in the colours of its theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from common.qt.printer_colors import printer_colors

_PILL = QSize(28, 16)
_GAP = 7


class Switch(QCheckBox):
    """A check box drawn as a small switch; `role` is its colour when it is on."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role = role

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_PILL.width() + _GAP + words + 2, max(22, self.fontMetrics().height()))

    minimumSizeHint = sizeHint

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = printer_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _PILL.height()) / 2
        pill = QRectF(1, top, _PILL.width() - 2, _PILL.height())
        edge = colors["text"] if self.hasFocus() else colors["panel_border"]
        painter.setPen(QPen(colors[self._role] if self.isChecked() else edge, 1))
        painter.setBrush(colors[self._role if self.isChecked() else "knob_off"])
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        inner = pill.height() / 2 - 2.5
        x = pill.right() - inner - 2.5 if self.isChecked() else pill.left() + inner + 2.5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["paper"])
        painter.drawEllipse(QPointF(x, pill.center().y()), inner, inner)
        painter.setPen(colors["text"])
        place = self.rect().adjusted(_PILL.width() + _GAP, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colors["quiet"], 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-2, 1, -1, -2))


class Choice(QComboBox):
    """A list to choose from, with an arrow in the window's own colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(printer_colors()["quiet"], 1.6))
        middle = QPointF(self.width() - 14, self.height() / 2)
        arms = (QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2))
        painter.drawPolyline([middle + arm for arm in arms])


def printer_style() -> str:
    """The style sheet of the window."""
    c = {role: color.name() for role, color in printer_colors().items()}
    return (
        f"PrinterWindow {{ background: {c['desk_edge']}; }}"
        f"QLabel, QCheckBox {{ color: {c['text']}; font-size: 13px; }}"
        f"QLabel#heading {{ font-weight: bold; }}"
        f"QLabel#readout, QLabel#quiet {{ color: {c['quiet']}; }}"
        f"QFrame#knobs {{ background: {c['panel']}; border: 1px solid {c['panel_border']};"
        " border-radius: 8px; }"
        f"QPushButton, QComboBox {{ background: {c['paper']}; color: {c['text']};"
        f" font-size: 13px; border: 1px solid {c['panel_border']}; border-radius: 5px;"
        " padding: 3px 8px; min-height: 18px; }"
        f"QPushButton:hover, QPushButton:focus, QComboBox:hover, QComboBox:focus"
        f" {{ border-color: {c['quiet']}; }}"
        f"QPushButton:pressed {{ background: {c['desk']}; }}"
        f"QPushButton:disabled {{ color: {c['knob_off']}; }}"
        f"QComboBox::drop-down {{ width: 18px; border: none; }}"
        "QComboBox::down-arrow { image: none; width: 0; height: 0; }"
        f"QComboBox QAbstractItemView {{ background: {c['paper']}; color: {c['text']};"
        f" selection-background-color: {c['desk']}; selection-color: {c['text']}; }}"
        f"QSlider {{ min-height: 18px; }}"
        f"QSlider::groove:horizontal {{ height: 4px; border-radius: 2px;"
        f" background: {c['knob_off']}; }}"
        f"QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px;"
        f" background: {c['knob_on']}; }}"
        f"QSlider::handle:horizontal {{ width: 14px; margin: -5px 0; border-radius: 7px;"
        f" background: {c['knob_on']}; }}"
        f"QPlainTextEdit {{ background: {c['log']}; color: {c['label']};"
        " border: none; border-radius: 8px; padding: 6px; }"
        f"QScrollBar:vertical {{ background: {c['log']}; width: 8px; margin: 0; }}"
        f"QScrollBar::handle:vertical {{ background: {c['lamp_off']}; border-radius: 4px;"
        " min-height: 24px; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
    )
