"""The colours of the virtual printer, and pictures of its paper in them."""

from __future__ import annotations

import tomllib
from functools import cache

from PIL import Image
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPolygonF

from common.printing.virtual.mechanism import PaperSlip
from common.resources import resource

_TEARS = (0, 7, 3, 9, 1, 5, 2, 8, 4, 6)


@cache
def printer_colors() -> dict[str, QColor]:
    """The device's colours by role (resources/themes/printer.toml)."""
    with resource("themes", "printer.toml").open("rb") as file:
        return {role: QColor(value) for role, value in tomllib.load(file)["colors"].items()}


def dots_image(ink: Image.Image) -> QImage:
    """Dots (ink set) in black on nothing, as a thermal head marks them."""
    colors = printer_colors()
    row = (ink.width + 7) // 8
    image = QImage(ink.tobytes(), ink.width, ink.height, row, QImage.Format.Format_Mono).copy()
    image.setColorTable([QColor(0, 0, 0, 0).rgba(), colors["ink"].rgb()])
    return image


def slip_image(slip: PaperSlip) -> QImage:
    """A slip's dots."""
    return dots_image(slip.picture.point(lambda white: 0 if white else 255))


def sheet_outline(sheet: QRect, torn: bool = False) -> QPolygonF:
    """A sheet whose upper end the cutter made, a row of fine teeth; the lower one may be torn."""
    points = [QPointF(sheet.left(), sheet.bottom() + 1)]
    x, high = float(sheet.left()), False
    while x < sheet.right() + 1:
        points.append(QPointF(x, sheet.top() + (0 if high else 3)))
        x, high = x + 4, not high
    points.append(QPointF(sheet.right() + 1, sheet.top()))
    points.append(QPointF(sheet.right() + 1, sheet.bottom() + 1))
    if torn:
        for place, x in enumerate(range(sheet.right() - 8, sheet.left(), -9)):
            points.append(QPointF(x, sheet.bottom() + 1 - _TEARS[place % len(_TEARS)]))
    return QPolygonF(points)
