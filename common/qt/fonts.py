"""The bundled type: Noto Sans SC (SIL Open Font License), the same on every PC of the hall."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from common.resources import ResourceMissing, resource

FILES = ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf")


def register_fonts() -> str:
    """Make the bundled font the application's; returns its family name.

    Needs a QGuiApplication. Raises ResourceMissing when a file is absent or not a font: without it
    Chinese text would be drawn as empty boxes on a bare machine, so there is no fallback.
    """
    family = ""
    for name in FILES:
        path = resource("fonts", name)
        number = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(number) if number != -1 else []
        if not families:
            raise ResourceMissing(path=str(path))
        family = family or families[0]
    font = QFont(family)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QGuiApplication.setFont(font)
    return family


def sized_font(family: str, pixels: int, *, bold: bool = False, numbers: bool = False) -> QFont:
    """A font for Widgets; `numbers` asks for figures of equal width, so a time stands still."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    if numbers:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
