"""The suite's line icons (resources/icons/*.svg) in any colour, for QML and Widgets.

The files draw with `currentColor` on a grid of 24; a colour is put in before they are rendered, at
the size asked for.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from common.resources import RESOURCES, resource

DEFAULT_PIXELS = 48


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg")))


def icon_pixmap(name: str, color: str | QColor, pixels: int = DEFAULT_PIXELS) -> QPixmap:
    """The icon as a square picture, drawn once. Raises ResourceMissing for an unknown name."""
    ink = QColor(color)
    key = f"jiaohao/{name}/{ink.name(QColor.NameFormat.HexArgb)}/{pixels}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawing = _svg(name).replace("currentColor", ink.name(QColor.NameFormat.HexRgb))
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(ink.alphaF())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def icon(name: str, color: str | QColor, disabled: str | QColor | None = None) -> QIcon:
    """The icon for a Widgets button or action, sharp from 16 to 96 pixels."""
    result = QIcon()
    for pixels in (16, 20, 24, 32, 48, 64, 96):
        result.addPixmap(icon_pixmap(name, color, pixels))
        if disabled is not None:
            result.addPixmap(icon_pixmap(name, disabled, pixels), QIcon.Mode.Disabled)
    return result


class IconProvider(QQuickImageProvider):
    """Serves `image://icon/<name>/<colour>`; `Icon.qml` writes the colour as RRGGBB or AARRGGBB."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Pixmap)

    def requestPixmap(self, id: str, size: QSize, requested: QSize) -> QPixmap:
        name, _, color = id.partition("/")
        pixels = max(requested.width(), requested.height())
        if pixels <= 0:
            pixels = DEFAULT_PIXELS
        size.setWidth(pixels)
        size.setHeight(pixels)
        return icon_pixmap(name, f"#{color}", pixels)


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
