"""Fonts, lines and pictures on a printed form.

All lengths are in twentieths of a millimetre, so that type and lines are the same on every device.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from common.domain.forms.signature import SIDE, Signature
from common.domain.text import Language

_UNITS = 20


def mm(length: float) -> int:
    return round(length * _UNITS)


_POINT = 25.4 / 72 * _UNITS
_LINE = mm(0.2)
_LABELS = {Language.ZH: mm(30), Language.EN: mm(38)}
"""Wide enough that most labels stand on one line."""


class Ink:
    """Fonts, lines and the ways to write with them."""

    def __init__(self, family: str, language: Language) -> None:
        self.language = language
        self.label_width = _LABELS[language]
        self.small = _font(family, 8)
        self.label = _font(family, 9)
        self.value = _font(family, 10.5)
        self.band = _font(family, 10, bold=True)
        self.hall = _font(family, 11)
        self.title = _font(family, 17, bold=True)
        self.long_title = _font(family, 14, bold=True)
        self.code = _font(family, 12, bold=True)
        self._line = QPen(QColor(Qt.GlobalColor.black), _LINE)
        self.shade = QColor.fromHslF(0.6, 0.25, 0.95)

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        font: QFont,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """In the middle of the height of `place`, on as many lines as it takes."""
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.black))
        painter.drawText(place, words, _wrapped(align))

    def needs(self, words: str, font: QFont, width: float) -> float:
        """The height of `words` on lines of `width`, broken as `write` breaks them."""
        layout = QTextLayout(words, font)
        layout.setTextOption(_wrapped(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
        return height

    def width(self, words: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(words)

    def frame(self, painter: QPainter, place: QRectF, *, shaded: bool = False) -> None:
        painter.setPen(self._line)
        painter.setBrush(self.shade if shaded else Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def rule(self, painter: QPainter, left: float, top: float, width: float) -> None:
        painter.setPen(self._line)
        painter.drawLine(QPointF(left, top), QPointF(left + width, top))


def _font(family: str, points: float, *, bold: bool = False) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(points * _POINT))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _wrapped(align: Qt.AlignmentFlag) -> QTextOption:
    option = QTextOption(align | Qt.AlignmentFlag.AlignVCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def draw_signature(painter: QPainter, signature: Signature, pad: QRectF) -> None:
    """The strokes of the pad, as large as `pad` allows."""
    ink = QPen(QColor(Qt.GlobalColor.black), pad.height() / 40)
    ink.setCapStyle(Qt.PenCapStyle.RoundCap)
    ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(ink)
    for stroke in signature.strokes:
        points = [
            QPointF(pad.left() + x * pad.width() / SIDE, pad.top() + y * pad.height() / SIDE)
            for x, y in stroke
        ]
        if len(points) == 1:
            painter.drawPoint(points[0])
        else:
            painter.drawPolyline(QPolygonF(points))


def draw_qr(painter: QPainter, text: str, place: QRectF) -> None:
    """A QR code with its white border inside `place`."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=2)
    code.add_data(text)
    rows = code.get_matrix()
    side = place.width() / len(rows)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(Qt.GlobalColor.black))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.drawRect(
                    QRectF(place.left() + x * side, place.top() + y * side, side, side)
                )
    painter.restore()
