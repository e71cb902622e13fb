"""How the virtual identity-card reader looks from above, with the card that lies on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from common.devices.virtual.id_reader import VirtualIdReader
from common.devices.virtual.persons import Person
from common.qt.fonts import sized_font
from common.qt.printer_colors import printer_colors

_BODY = QRectF(0, 0, 380, 300)
_CARD = QRectF(0, 0, 300, 189)
"""85.6 × 54 mm (ISO/IEC 7810 ID-1)."""
_LONG_NAME = 9


class IdReaderView(QWidget):
    """The reader on a desk; its lamp is green when a card was read, red when it cannot work."""

    def __init__(self, reader: VirtualIdReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setAccessibleName(self.tr("Virtual identity-card reader"))

    def sizeHint(self) -> QSize:
        return QSize(460, 430)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = printer_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colors["desk"])
        body = QRectF(_BODY)
        body.moveCenter(QPointF(self.rect().center()))
        self._draw_body(painter, body)
        card = self._reader.card
        place = QRectF(_CARD)
        place.moveCenter(body.center() - QPointF(0, 22))
        if card is None:
            self._draw_pad(painter, place)
        else:
            self._draw_card(painter, place, card)
        self._draw_foot(painter, body)

    def _draw_body(self, painter: QPainter, body: QRectF) -> None:
        colors = printer_colors()
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(colors["paper_shadow"])
        shadow.setAlpha(90)
        painter.setBrush(shadow)
        painter.drawRoundedRect(body.translated(0, 7), 24, 24)
        shade = QLinearGradient(body.topLeft(), body.bottomLeft())
        shade.setColorAt(0, colors["body_top"])
        shade.setColorAt(1, colors["body_bottom"])
        painter.setBrush(shade)
        painter.setPen(QPen(colors["body_edge"], 1))
        painter.drawRoundedRect(body, 24, 24)
        painter.setPen(QPen(colors["body_shine"], 1))
        painter.drawLine(body.topLeft() + QPointF(24, 1), body.topRight() + QPointF(-24, 1))

    def _draw_pad(self, painter: QPainter, place: QRectF) -> None:
        """The outline of a card, and what to do there."""
        colors = printer_colors()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colors["label_quiet"], 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place, 12, 12)
        painter.setFont(self._font(15))
        painter.setPen(colors["label_quiet"])
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("Place a card here"))

    def _draw_card(self, painter: QPainter, place: QRectF, person: Person) -> None:
        colors = printer_colors()
        painter.setPen(QPen(colors["paper_edge"], 1))
        painter.setBrush(colors["paper"])
        painter.drawRoundedRect(place, 12, 12)
        photo = QRectF(place.right() - 92, place.top() + 24, 68, 86)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["desk"])
        painter.drawRoundedRect(photo, 6, 6)
        painter.setBrush(colors["knob_off"])
        painter.drawEllipse(photo.center() - QPointF(0, 14), 15, 15)
        painter.drawChord(QRectF(photo.left() + 10, photo.bottom() - 36, 48, 60), 0, 180 * 16)
        left = place.left() + 20
        room = photo.left() - left - 10
        birth = f"{person.birth[:4]}-{person.birth[4:6]}-{person.birth[6:]}"
        top = place.top() + 20
        painter.setPen(colors["ink"])
        for font, words in (
            (self._font(19 if len(person.name) < _LONG_NAME else 15, True), person.name),
            (self._font(13), birth),
            (self._font(13), person.address),
        ):
            painter.setFont(font)
            line = QRectF(left, top, room, 44)
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
            top += painter.boundingRect(line, int(flags), words).height() + 5
            painter.drawText(line, int(flags), words)
        painter.setFont(self._font(17, True))
        painter.drawText(QPointF(left, place.bottom() - 44), person.number)
        painter.setFont(self._font(12))
        painter.setPen(colors["fault_on"])
        painter.drawText(
            QPointF(left, place.bottom() - 18), self.tr("Specimen: nobody has this card")
        )

    def _draw_foot(self, painter: QPainter, body: QRectF) -> None:
        """Lamp and state under the card."""
        colors = printer_colors()
        lamp, words = self._state()
        center = QPointF(body.left() + 52, body.bottom() - 32)
        glow = QColor(colors[lamp])
        painter.setPen(Qt.PenStyle.NoPen)
        if lamp != "lamp_off":
            glow.setAlpha(60)
            painter.setBrush(glow)
            painter.drawEllipse(center, 11, 11)
        painter.setBrush(colors[lamp])
        painter.drawEllipse(center, 6, 6)
        painter.setFont(self._font(14))
        painter.setPen(colors["label"])
        painter.drawText(center + QPointF(22, 5), words)

    def _state(self) -> tuple[str, str]:
        """The lamp's colour and the words beside it."""
        reader = self._reader
        if reader.faults.dead:
            return "lamp_off", self.tr("Hears nothing")
        if reader.faults.unauthorised:
            return "lamp_error", self.tr("Not authorised")
        if reader.card is None:
            return "lamp_paper", self.tr("Ready")
        if reader.read:
            return "lamp_power", self.tr("Read")
        return "lamp_paper", self.tr("Not read yet")

    def _font(self, pixels: int, bold: bool = False) -> QFont:
        return sized_font(self.font().family(), pixels, bold=bold, numbers=True)
