"""Looks at a page as a citizen would: is anything cut, off the screen, or in the wrong language?

And as one would who does not see it, or does not touch: has everything a name, does a key reach it?
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlProperty, qmlContext
from PySide6.QtQuick import QQuickItem

from common.qt.engine import theme_singleton

SENTENCE = re.compile(r"(?=[A-Za-z ]*[a-z])[A-Za-z]{2,} [A-Za-z]{2,}")
"""Two English words in a row: what a Chinese page must not say. A code in capitals is none."""
LINE = 1.448
"""How high a line of the bundled font is to its letters."""
LARGE = 27
"""Pixels: 28, and what measuring by lines is wrong by."""
MARKUP = re.compile(r"<[^>]+>")


def check(citizen, language: str, name: str) -> None:
    citizen.wait_until_settled()
    keep_picture(citizen, name)
    citizen.app.models.idle.stop()
    if citizen.sees("phone_sheet"):
        assert shown_at(citizen.find("phone_sheet")).contains(
            shown_at(citizen.find("phone_ok_button"))
        )
    stage = QRectF(0, 0, citizen.app.window.width(), citizen.app.window.height())
    pages = citizen.find("pages")
    is_large = citizen.app.journey.largeText and min(stage.width(), stage.height()) >= 1080
    for item in citizen.items():
        if is_label(item):
            say = item.property("text")
            assert not item.property("truncated"), f"cut: {say}"
            assert item.property("contentWidth") <= item.width() + 1, f"too wide: {say}"
            if item.property("lineHeight") == 1.0:
                assert item.property("contentHeight") <= item.height() + 2, f"too high: {say}"
            if is_large:
                assert letters(item) >= LARGE, f"too small for large type: {say}"
            if not scrolled(item):
                room = shown_at(pages).adjusted(-1, -1, 1, 1) if pages.isAncestorOf(item) else stage
                assert room.contains(shown_at(item)), f"off its page: {say}"
            button = button_of(item)
            if button is not None:
                assert shown_at(button).adjusted(-2, -2, 2, 2).contains(shown_at(item)), say
            if language == "zh":
                assert not SENTENCE.search(MARKUP.sub("", say)), f"not translated: {say}"
    target = theme_singleton(citizen.app._engine).property("target")
    for item in citizen.items():
        if is_area(item):
            assert named(item), f"an area without name and role: {item.objectName() or item}"
        if is_button(item):
            assert named(item), f"a button without name and role: {item.objectName() or item}"
            assert item.activeFocusOnTab(), f"no key comes to: {item.objectName() or item}"
            assert item.height() >= target - 1, f"too low to touch: {item.objectName()}"


def is_button(item: QQuickItem) -> bool:
    return item.metaObject().indexOfProperty("checkable") >= 0


def is_area(item: QQuickItem) -> bool:
    """Whether it takes touches by itself, and does not only keep them from what is behind."""
    if not item.inherits("QQuickMouseArea"):
        return False
    return not QQmlProperty(item, "Accessible.ignored", qmlContext(item)).read()


def named(item: QQuickItem) -> bool:
    """Whether who does not see it learns what it is and what it does."""
    face = QAccessible.queryAccessibleInterface(item)
    if face is None:
        return False
    says_what = face.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client)
    return says_what and bool(face.text(QAccessible.Text.Name).strip())


def letters(item: QQuickItem) -> float:
    """About how many pixels the letters of a label have, which may be less than was asked for."""
    lines = item.property("lineCount") * item.property("lineHeight")
    return float(item.property("contentHeight") / max(1.0, lines) / LINE)


def is_label(item: QQuickItem) -> bool:
    return item.metaObject().indexOfProperty("truncated") >= 0 and bool(item.property("text"))


def scrolled(item: QQuickItem) -> bool:
    """Whether it stands in a list or an area that can be moved."""
    while (item := item.parentItem()) is not None:
        if item.metaObject().indexOfProperty("contentY") >= 0:
            return True
    return False


def button_of(item: QQuickItem) -> QQuickItem | None:
    """The button that the text stands in."""
    while (item := item.parentItem()) is not None:
        if item.metaObject().indexOfProperty("checkable") >= 0:
            return item
    return None


def shown_at(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).adjusted(1, 1, -1, -1)


def keep_picture(citizen, name: str) -> None:
    """With SHOTS_FOLDER set, the pictures stay in that folder to be looked at."""
    folder = os.environ.get("SHOTS_FOLDER")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        citizen.app.window.grabWindow().save(f"{folder}/kiosk-{name}.png")
