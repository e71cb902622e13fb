"""The pile of slips beside the virtual printer, the newest on top."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.mechanism import PaperSlip
from common.qt.fonts import sized_font
from common.qt.printer_colors import printer_colors, sheet_outline, slip_image
from common.qt.printer_view import draw_stripe, paper_width

_SHOWN = 6
_TILTS = (0.0, -2.6, 2.1, -1.2, 3.2, -3.4)


class SlipPile(QWidget):
    """The last slips, smaller than life; a click takes the newest out of the printer.

    Signals:
        clicked(): somebody reached for the pile.
    """

    clicked = Signal()

    def __init__(self, printer: VirtualPrinter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._images: dict[int, QImage] = {}
        self._seen = printer.slip_count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(240)

    def sizeHint(self) -> QSize:
        return QSize(274, 420)

    def follow(self) -> None:
        """Draw again when a slip has come since."""
        count = self._printer.slip_count
        if count != self._seen:
            self._seen = count
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        colors = printer_colors()
        slips = self._printer.slips
        painter.setFont(sized_font(self.font().family(), 15))
        if not slips:
            painter.setPen(colors["quiet"])
            words = self.tr("Slips will lie here.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        shown = slips[-_SHOWN:]
        self._images = {
            slip.number: self._images.get(slip.number) or slip_image(slip) for slip in shown
        }
        for slip in shown:
            tilt = 0.0 if slip is shown[-1] else _TILTS[slip.number % len(_TILTS)]
            self._draw(painter, slip, tilt)

    def _draw(self, painter: QPainter, slip: PaperSlip, tilt: float) -> None:
        colors, image = printer_colors(), self._images[slip.number]
        width = paper_width(self._printer.profile)
        scale = min((self.width() - 32) / width, (self.height() - 24) / max(image.height(), 700))
        painter.save()
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(tilt)
        painter.scale(scale, scale)
        sheet = QRect(-width // 2, -image.height() // 2, width, image.height())
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(colors["paper_shadow"])
        shade.setAlpha(80)
        painter.setBrush(shade)
        painter.drawRect(sheet.adjusted(-3, 2, 5, 7))
        painter.setPen(colors["paper_edge"])
        painter.setBrush(colors["paper"])
        outline = sheet_outline(sheet, torn=not slip.cut)
        painter.drawPolygon(outline)
        teeth = QPainterPath()
        teeth.addPolygon(outline)
        painter.setClipPath(teeth)
        draw_stripe(painter, sheet, slip.stripe_rows)
        painter.drawImage(-image.width() // 2, sheet.top(), image)
        painter.restore()
