"""The shared QML components, in a window that holds them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from common.qt.engine import QmlBroken, create_engine, load_window, theme_singleton
from common.qt.hall_time import HallClock
from common.qt.theme import load_theme

GALLERY = Path(__file__).with_name("Gallery.qml")


@pytest.fixture
def theme():
    return load_theme("light", "kiosk")


@pytest.fixture
def hall_clock(presentation) -> Iterator[HallClock]:
    hall_clock = HallClock(ZoneInfo("Asia/Shanghai"), presentation.translator)
    yield hall_clock
    hall_clock.stop()


@pytest.fixture
def engine(presentation, theme, hall_clock):
    engine = create_engine(theme, presentation.family, presentation.translator)
    yield engine
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(engine, hall_clock, qtbot) -> Iterator[QQuickWindow]:
    window = load_window(engine, GALLERY, {"clock": hall_clock})
    window.show()
    qtbot.waitUntil(window.isExposed)
    yield window
    window.close()


def find(window: QQuickWindow, name: str) -> QQuickItem:
    item = window.findChild(QQuickItem, name)
    assert item is not None
    return item


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def test_a_touch_on_a_button_is_one_click(window):
    QTest.mouseClick(
        window,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        middle(find(window, "button")),
    )
    assert window.property("buttonClicks") == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_works_by_keyboard_and_shows_where_it_is(window, theme, key):
    item = find(window, "button")
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert item.property("visualFocus")
    corner = item.mapToScene(item.boundingRect().topLeft()).toPoint()
    beside = QPoint(corner.x() + int(item.width()) // 2, corner.y() - 6)
    assert window.grabWindow().pixelColor(beside) == QColor(theme.colors.focus)
    QTest.keyClick(window, key)
    assert window.property("buttonClicks") == 1


def test_everything_that_can_be_touched_has_a_name_for_screen_readers(window):
    names = {"button": "Print", "badge": "F区"}
    for name, spoken in names.items():
        interface = QAccessible.queryAccessibleInterface(find(window, name))
        assert interface is not None
        assert interface.text(QAccessible.Text.Name) == spoken


def test_a_calm_page_is_read_out_as_a_whole(window):
    interface = QAccessible.queryAccessibleInterface(find(window, "calm"))
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == (
        "The printer needs paper\nThe roll is empty.\nPlease use the next kiosk.\n"
        "The guide desk helps."
    )


def test_numbers_are_drawn_in_the_bundled_font(window, presentation):
    font = find(window, "number").property("font")
    assert font.family() == presentation.family == "Noto Sans SC"
    assert font.bold()


def test_large_type_enlarges_words_but_not_the_number(window, engine):
    theme = theme_singleton(engine)
    before = theme.property("body"), theme.property("number")
    theme.setProperty("textScale", 1.5)
    assert (theme.property("body"), theme.property("number")) == (before[0] * 1.5, before[1])


def test_motion_can_be_off(engine):
    theme = theme_singleton(engine)
    component_time = theme.metaObject().indexOfMethod("duration(int)")
    assert component_time != -1
    theme.setProperty("motion", False)
    assert theme.property("motion") is False


def test_a_qml_file_that_does_not_load_says_why(engine, tmp_path, qtlog):
    broken = tmp_path / "Broken.qml"
    broken.write_text("import QtQuick\nNoSuchThing { }\n", encoding="utf-8")
    with qtlog.disabled(), pytest.raises(QmlBroken, match="NoSuchThing is not a type"):
        load_window(engine, broken, {})
