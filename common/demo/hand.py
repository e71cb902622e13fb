"""A finger for the kiosk, keys for the counter, and eyes that wait."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from common.domain.errors import JiaohaoError

_PATIENCE = 30.0


class NeverHappened(JiaohaoError):
    code = "never_happened"
    en = "The demonstration waited for this in vain: {what}."
    zh = "演示没有等到：{what}。"


def wait_until(met: Callable[[], bool], what: str) -> None:
    """Let the windows live until `met`. Raises NeverHappened after half a minute."""
    until = time.monotonic() + _PATIENCE
    while not met():
        if time.monotonic() > until:
            raise NeverHappened(what=what)
        QTest.qWait(10)


def settle(milliseconds: int = 400) -> None:
    """Let transitions come to their end, so that a picture shows a page at rest."""
    QTest.qWait(milliseconds)
    QCoreApplication.processEvents()


def items(under: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible item below, from back to front."""
    if under.isVisible():
        yield under
        for child in under.childItems():
            yield from items(child)


def touch(window: QQuickWindow, name: str) -> None:
    """Touch the item with this object name, as a finger does. Raises NeverHappened without it."""
    found: list[QQuickItem] = []

    def is_there() -> bool:
        found[:] = [i for i in items(window.contentItem()) if i.objectName() == name]
        return bool(found) and bool(window.property("settled"))

    wait_until(is_there, f"{name} on the screen")
    item = found[-1]
    place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    down = QTest.touchEvent(window, _finger(), False)
    down.press(0, place, window)
    down.commit()
    up = QTest.touchEvent(window, _finger(), False)
    up.release(0, place, window)
    up.commit()


@cache
def _finger() -> QPointingDevice:
    """One for all windows: Qt keeps pointing at devices that have touched."""
    return QTest.createTouchDevice()


def press(
    window: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key on whatever has the focus in `window`."""
    focused: QWidget | None = window.focusWidget()
    QTest.keyClick(window if focused is None else focused, key, modifier)


def picture_of(window: QQuickWindow | QWidget, file: Path) -> None:
    """Save what the window shows."""
    image = window.grab().toImage() if isinstance(window, QWidget) else window.grabWindow()
    if not image.save(str(file)):
        raise NeverHappened(what=f"writing {file}")
