"""QR codes on the screen: `image://qr/<text>`, each module the same whole number of pixels."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_MODULES = 4
"""White around a code that a camera needs (ISO/IEC 18004, 9.1)."""
_SMALLEST_MODULE = 3


class QrProvider(QQuickImageProvider):
    """Draws the code as large as fits the size asked for, its quiet zone included."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        modules = _modules(id)
        wanted = max(requested.width(), requested.height())
        module = max(_SMALLEST_MODULE, wanted // modules.width())
        picture = modules.scaled(
            modules.size() * module,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture


def _modules(text: str) -> QImage:
    """The code with one pixel for each module."""
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_MODULES)
    code.add_data(text)
    rows = code.get_matrix()
    picture = QImage(len(rows), len(rows), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                picture.setPixelColor(x, y, Qt.GlobalColor.black)
    return picture
