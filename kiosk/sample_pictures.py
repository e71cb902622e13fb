"""Samples on the screen: `image://sample/<digest>`, drawn as large as they are shown."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from common.domain.guide import SamplePicture

_UNKNOWN = QSize(1, 1)


class SampleProvider(QQuickImageProvider):
    """Draws the pictures that it was given last."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures: dict[str, bytes] = {}

    def show(self, pictures: tuple[SamplePicture, ...]) -> None:
        """These may be asked for from now on, and no others."""
        self._pictures = {picture.digest: picture.data for picture in pictures}

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        data = self._pictures.get(id, b"")
        picture = (
            _drawn(data, requested) if b"<svg" in data[:1000] else _photograph(data, requested)
        )
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture


def _photograph(data: bytes, requested: QSize) -> QImage:
    whole = QImage.fromData(QByteArray(data))
    if whole.isNull():
        return _nothing()
    return whole.scaled(
        _fitting(whole.size(), requested),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _drawn(data: bytes, requested: QSize) -> QImage:
    drawing = QSvgRenderer(QByteArray(data))
    if not drawing.isValid():
        return _nothing()
    picture = QImage(_fitting(drawing.defaultSize(), requested), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    drawing.render(painter)
    painter.end()
    return picture


def _fitting(size: QSize, requested: QSize) -> QSize:
    """As large as `requested` allows, in the picture's own shape."""
    if requested.isEmpty():
        return size
    return size.scaled(requested, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(_UNKNOWN)


def _nothing() -> QImage:
    picture = QImage(_UNKNOWN, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    return picture
