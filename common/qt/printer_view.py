"""The virtual printer as one sees it: the device, its lights, and paper growing out of the slot."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.domain.text import Language
from common.printing.profile import Profile
from common.printing.virtual.device import NEW_ROLL_MM, VirtualPrinter
from common.printing.virtual.mechanism import PaperSlip
from common.printing.virtual.panel import Panel
from common.qt.fonts import sized_font
from common.qt.printer_colors import dots_image, printer_colors, sheet_outline, slip_image

BODY_HEIGHT = 176
_CORE_MM, _PAPER_MM = 18.0, 0.065
_STRIPE = 14


def paper_width(profile: Profile) -> int:
    """Dots across the whole paper, which is 58 or 80 mm wide."""
    printable = profile.dots / profile.dots_per_mm
    return max(profile.dots, round((58 if printable < 55 else 80) * profile.dots_per_mm))


def draw_stripe(painter: QPainter, sheet: QRect, rows: int) -> None:
    """The coloured edges of a roll's last metres, on the last `rows` of a sheet."""
    for left in (sheet.left(), sheet.right() - _STRIPE + 1):
        if rows > 0:
            edge = QRect(left, sheet.bottom() + 1 - rows, _STRIPE, rows)
            painter.fillRect(edge, printer_colors()["paper_end"])


class DeviceView(QWidget):
    """The device at the bottom, its paper above it, one pixel per dot where there is room."""

    def __init__(
        self, printer: VirtualPrinter, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._model = printer.profile.name.say(language)
        self._paper_width = paper_width(printer.profile)
        self._piece = -1
        self._bands: list[QImage] = []
        self._dropped = 0
        self._taken = 0
        self._slip: tuple[int, QImage] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 420)
        self.setAccessibleName(self.tr("Virtual printer"))

    def sizeHint(self) -> QSize:
        return QSize(self._paper_width + 100, 900)

    def take_slip(self) -> None:
        """Take away the slip that stands in the slot."""
        self._printer.take_slip()
        self._taken = self._printer.slip_count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized_font(self.font().family(), 13))
        panel = self._printer.panel
        desk = QLinearGradient(0, 0, 0, self.height())
        desk.setColorAt(0, printer_colors()["desk"])
        desk.setColorAt(1, printer_colors()["desk_edge"])
        painter.fillRect(self.rect(), desk)
        scale = min(1.0, (self.width() - 64) / self._paper_width)
        slot = self.height() - BODY_HEIGHT
        width = min(self.width() - 24, round(self._paper_width * scale) + 110)
        self._draw_shadow(painter, width)
        self._draw_paper(painter, slot, scale, panel)
        self._draw_body(painter, slot, scale, width, panel)
        painter.end()

    # -- paper -------------------------------------------------------------------------------------

    def _draw_paper(self, painter: QPainter, slot: int, scale: float, panel: Panel) -> None:
        self._keep_up()
        hidden = self._printer.hidden_rows  # between head and cutter, inside the device
        visible = max(0, sum(band.height() for band in self._bands) - hidden)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
        painter.setClipRect(QRect(0, 0, self.width(), slot + 2))
        painter.translate(round((self.width() - self._paper_width * scale) / 2), slot)
        painter.scale(scale, scale)
        slips = self._printer.slips
        if visible:
            self._taken = self._piece  # what comes now pushes the last one out
            self._draw_strip(painter, visible, hidden, panel)
        elif slips and slips[-1].number > self._taken:
            self._draw_slip(painter, slips[-1])
        painter.restore()

    def _keep_up(self) -> None:
        """Turn the bands that are new into pictures, once each."""
        strip = self._printer.strip
        if strip.piece != self._piece or strip.dropped > self._dropped + len(self._bands):
            self._piece, self._bands, self._dropped = strip.piece, [], strip.dropped
        del self._bands[: strip.dropped - self._dropped]
        self._dropped = strip.dropped
        for band in strip.bands[len(self._bands) :]:
            self._bands.append(dots_image(band))

    def _draw_strip(self, painter: QPainter, visible: int, hidden: int, panel: Panel) -> None:
        sheet = QRect(0, -visible, self._paper_width, visible)
        striped = panel.stripe_rows - hidden
        self._draw_sheet(painter, sheet, min(visible, striped))
        bottom = hidden
        margin = (self._paper_width - self._printer.profile.dots) // 2
        for band in reversed(self._bands):
            bottom -= band.height()
            painter.drawImage(margin, bottom, band)
            if bottom < -self.height() * 2:
                break

    def _draw_slip(self, painter: QPainter, slip: PaperSlip) -> None:
        """A cut slip, held by the uncut middle until somebody takes it."""
        if self._slip is None or self._slip[0] != slip.number:
            self._slip = (slip.number, slip_image(slip))
        image = self._slip[1]
        painter.translate(0, -5)
        sheet = QRect(0, -image.height(), self._paper_width, image.height())
        self._draw_sheet(painter, sheet, slip.stripe_rows)
        painter.drawImage((self._paper_width - image.width()) // 2, -image.height(), image)

    def _draw_sheet(self, painter: QPainter, sheet: QRect, striped: int) -> None:
        colors = printer_colors()
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, strength in ((9, 16), (5, 24), (2, 40)):
            shade = QColor(colors["paper_shadow"])
            shade.setAlpha(strength)
            painter.setBrush(shade)
            painter.drawRect(sheet.adjusted(-spread, -spread // 2, spread, 0))
        painter.setBrush(colors["paper"])
        outline = sheet_outline(sheet)
        painter.drawPolygon(outline)
        teeth = QPainterPath()
        teeth.addPolygon(outline)
        painter.setClipPath(teeth, Qt.ClipOperation.IntersectClip)
        draw_stripe(painter, sheet, striped)

    # -- device ------------------------------------------------------------------------------------

    def _draw_shadow(self, painter: QPainter, width: int) -> None:
        shade = QColor(printer_colors()["paper_shadow"])
        shade.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        left = (self.width() - width) / 2 + 14
        painter.drawRoundedRect(QRectF(left, self.height() - 26, width - 28, 18), 9, 9)

    def _draw_body(
        self, painter: QPainter, slot: int, scale: float, width: int, panel: Panel
    ) -> None:
        colors = printer_colors()
        left = (self.width() - width) // 2
        body = QRectF(left, slot - 8, width, BODY_HEIGHT - 12)
        shell = QLinearGradient(body.topLeft(), body.bottomLeft())
        shell.setColorAt(0, colors["body_top"])
        shell.setColorAt(1, colors["body_bottom"])
        painter.setPen(QPen(colors["body_edge"], 1.5))
        painter.setBrush(shell)
        outline = QPainterPath()
        outline.addRoundedRect(body, 18, 18)
        # The paper comes out in front of the rear lip: the mouth is left open for it.
        mouth = QPainterPath()
        paper = self._paper_width * scale
        mouth.addRect(QRectF(self.width() / 2 - paper / 2 - 8, slot - 20, paper + 16, 21))
        painter.drawPath(outline.subtracted(mouth))
        self._draw_slot(painter, slot, paper)
        if panel.cover_open:
            self._draw_open_lid(painter, body, panel)
        else:
            painter.setPen(QPen(colors["body_shine"], 1))
            painter.drawLine(QPointF(left + 22, slot + 34), QPointF(left + width - 22, slot + 34))
        self._draw_front(painter, body, slot, panel)

    def _draw_slot(self, painter: QPainter, slot: int, paper: float) -> None:
        colors = printer_colors()
        middle = self.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors["slot"])
        painter.drawRoundedRect(QRectF(middle - paper / 2 - 12, slot, paper + 24, 9), 4, 4)
        painter.setBrush(colors["steel"])
        teeth = [QPointF(middle - paper / 2 - 6, slot + 9)]
        for step in range(int((paper + 12) // 6) + 1):
            x = middle - paper / 2 - 6 + step * 6
            teeth += [QPointF(x, slot + 5), QPointF(x + 3, slot + 3)]
        teeth.append(QPointF(middle + paper / 2 + 6, slot + 9))
        painter.drawPolygon(QPolygonF(teeth))

    def _draw_open_lid(self, painter: QPainter, body: QRectF, panel: Panel) -> None:
        """The front cover, folded down, and the empty bay behind it."""
        colors = printer_colors()
        bay = body.adjusted(20, 22, -20, -58)
        painter.setPen(QPen(colors["body_edge"], 1.5))
        painter.setBrush(colors["slot"])
        painter.drawRoundedRect(bay, 8, 8)
        if panel.paper_mm > 0:
            painter.setBrush(colors["paper"])
            roll = bay.adjusted(30, 10, -30, -8)
            painter.drawRoundedRect(roll, 10, 10)
        painter.setBrush(colors["lid"])
        lip = [bay.bottomLeft(), bay.bottomRight()]
        lip += [bay.bottomRight() + QPointF(14, 20), bay.bottomLeft() + QPointF(-14, 20)]
        painter.drawPolygon(QPolygonF(lip))

    def _draw_front(self, painter: QPainter, body: QRectF, slot: int, panel: Panel) -> None:
        colors = printer_colors()
        line = body.bottom() - 30
        lamps = (
            (self.tr("POWER"), "lamp_power", panel.power),
            (self.tr("ERROR"), "lamp_error", panel.power and panel.error),
            (self.tr("PAPER"), "lamp_paper", panel.power and panel.near_end),
        )
        x = body.left() + 34
        painter.setFont(sized_font(self.font().family(), 13, bold=True))
        for name, role, lit in lamps:
            self._draw_lamp(painter, QPointF(x, line), colors[role] if lit else None)
            painter.setPen(colors["label"] if lit else colors["label_quiet"])
            painter.drawText(QPointF(x + 14, line + 5), name)
            x += 44 + painter.fontMetrics().horizontalAdvance(name)
        if not panel.cover_open:
            painter.setPen(colors["label"])
            painter.setFont(sized_font(self.font().family(), 22, bold=True))
            painter.drawText(QPointF(body.left() + 32, slot + 74), self.tr("Virtual printer"))
            painter.setPen(colors["label_quiet"])
            painter.setFont(sized_font(self.font().family(), 14))
            painter.drawText(QPointF(body.left() + 32, slot + 98), self._model)
            self._draw_roll_window(painter, QPointF(body.right() - 70, slot + 88), panel)

    def _draw_lamp(self, painter: QPainter, at: QPointF, color: QColor | None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if color is not None:
            glow = QColor(color)
            glow.setAlpha(60)
            painter.setBrush(glow)
            painter.drawEllipse(at, 11, 11)
        painter.setBrush(color or printer_colors()["lamp_off"])
        painter.drawEllipse(at, 6, 6)

    def _draw_roll_window(self, painter: QPainter, middle: QPointF, panel: Panel) -> None:
        """The roll seen from its side, as thick as the paper that is left."""
        colors = printer_colors()

        def radius(paper_mm: float) -> float:
            return math.sqrt((_CORE_MM / 2) ** 2 + max(0.0, paper_mm) * _PAPER_MM / math.pi)

        glass = 44.0
        unit = (glass - 5) / radius(NEW_ROLL_MM)
        painter.setPen(QPen(colors["body_edge"], 2))
        painter.setBrush(colors["slot"])
        painter.drawEllipse(middle, glass, glass)
        painter.setPen(QPen(colors["paper_edge"], 1))
        painter.setBrush(colors["paper"])
        roll = radius(min(panel.paper_mm, NEW_ROLL_MM)) * unit
        painter.drawEllipse(middle, roll, roll)
        painter.setBrush(colors["core"])
        painter.drawEllipse(middle, _CORE_MM / 2 * unit, _CORE_MM / 2 * unit)
        painter.setBrush(colors["slot"])
        painter.drawEllipse(middle, _CORE_MM / 3 * unit, _CORE_MM / 3 * unit)
