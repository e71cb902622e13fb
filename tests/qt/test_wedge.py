"""A scanner that types into a real window, with and without an input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from common.qt.wedge import KeyboardScanner

CODE = "K7Q2M4XA"


class Page(QWidget):
    """A field that has the focus, and things that listen to Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.entered: list[str] = []
        self.field.returnPressed.connect(lambda: self.entered.append("field"))
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Return), self)
        shortcut.activated.connect(lambda: self.entered.append("shortcut"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(QPushButton("OK", self))


@pytest.fixture
def page(qtbot):
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus)
    return page


@pytest.fixture
def scanner(page):
    scanner = KeyboardScanner(gap=0.04)
    scanner.scans, scanner.spoilt = [], []
    scanner.scanned.connect(scanner.scans.append)
    scanner.spoiled.connect(lambda: scanner.spoilt.append(True))
    yield scanner
    scanner.close()


def keys(window: QWindow, signs: str) -> None:
    """Each through the window system's door, as real ones."""
    for sign in signs:
        QTest.keyClick(window, sign)


def scan(page: QWidget, code: str = CODE) -> None:
    keys(page.windowHandle(), code)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


def test_a_scan_is_told_and_reaches_no_field_and_no_shortcut(page, scanner, qtbot):
    scan(page)
    assert scanner.scans == [CODE]
    qtbot.wait(60)  # whatever was kept back would have been given back by now
    assert (page.field.text(), page.entered) == ("", [])


def test_what_a_person_types_arrives_a_moment_later(page, scanner, qtbot):
    for sign in "ab":
        QTest.keyClick(page.windowHandle(), sign)
        assert not page.field.text().endswith(sign)
        qtbot.waitUntil(lambda sign=sign: page.field.text().endswith(sign))
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)
    assert (page.field.text(), page.entered, scanner.scans) == ("ab", ["shortcut"], [])


def test_keys_that_change_a_text_come_after_the_signs_before_them(page, scanner):
    keys(page.windowHandle(), "abc")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Backspace)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.field.text() == "ab" and page.field.selectedText() == "ab"


def test_a_held_key_repeats_as_ever(page, scanner, qtbot):
    QTest.keyPress(page.windowHandle(), "x")
    QTest.keyRelease(page.windowHandle(), "x")
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Left)
    assert page.field.text() == "x"


def test_a_scan_between_two_typed_signs_takes_neither(page, scanner, qtbot):
    QTest.keyClick(page.windowHandle(), "a")
    qtbot.waitUntil(lambda: page.field.text() == "a")
    scan(page)
    QTest.keyClick(page.windowHandle(), "b")
    qtbot.waitUntil(lambda: page.field.text() == "ab")
    assert scanner.scans == [CODE]


def test_full_width_signs_that_an_input_method_commits_are_a_scan(page, scanner, qtbot):
    for sign in "Ｋ７Ｑ２Ｍ４ＸＡ":
        compose(page.field, "", sign)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Return)
    assert scanner.scans == [CODE]
    qtbot.wait(60)
    assert (page.field.text(), page.entered) == ("", [])


def test_a_composed_scan_is_told_as_typed_and_leaves_the_field_clean(page, scanner, qtbot):
    for length in range(1, 7):
        compose(page.field, "kqmxab"[:length])
    compose(page.field, "", "kqmxab")
    qtbot.waitUntil(lambda: scanner.scans == ["kqmxab"])
    assert page.field.text() == page.field.displayText() == ""


def test_a_scan_that_became_characters_is_told_and_not_written(page, scanner, qtbot):
    for preedit in ("k", "kq", "kqm", "kqmx"):
        compose(page.field, preedit)
    compose(page.field, "", "快去买些")
    scan(page, "24")
    qtbot.waitUntil(lambda: scanner.spoilt == [True])
    assert (page.field.text(), page.field.displayText(), scanner.scans) == ("", "", [])


def test_whoever_writes_chinese_is_left_alone(page, scanner, qtbot):
    for preedit in ("n", "ni", "ni'hao"):
        compose(page.field, preedit)
        qtbot.wait(50)
    compose(page.field, "", "你好")
    assert (page.field.text(), scanner.scans, scanner.spoilt) == ("你好", [], [])


def test_a_busy_screen_spoils_no_scan(page, scanner, qtbot):
    """Keys that the window system saw together, and this process late."""
    keys(page.windowHandle(), CODE[:4])
    scanner._pause.timeout.emit()  # the pause seems over, and the rest stands in the queue
    scan(page, CODE[4:])
    assert scanner.scans == [CODE]


def test_after_closing_every_key_arrives_at_once(page):
    scanner = KeyboardScanner(gap=0.04)
    QTest.keyClick(page.windowHandle(), "a")
    scanner.close()
    QTest.keyClick(page.windowHandle(), "b")
    assert page.field.text() == "ab"


QML = b"""
import QtQuick
import QtQuick.Window
Window {
    width: 200; height: 100; visible: true
    property alias text: field.text
    property alias typing: field.activeFocus
    property int entered: 0
    property int released: 0
    Item {
        anchors.fill: parent
        Keys.onReturnPressed: parent.Window.window.entered += 1
        Keys.onReleased: parent.Window.window.released += 1
        TextInput { id: field; anchors.fill: parent; focus: true }
    }
}
"""


def test_a_scan_into_a_window_of_qt_quick_reaches_no_field(qapp, qtbot):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(QML, "")
    window = component.create()
    assert window is not None, component.errorString()
    window.requestActivate()
    qtbot.waitUntil(lambda: window.property("typing"))
    scanner = KeyboardScanner(gap=0.04)
    scans: list[str] = []
    scanner.scanned.connect(scans.append)
    QTest.keyClick(window, "a")
    qtbot.waitUntil(lambda: window.property("text") == "a")
    keys(window, CODE)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert (scans, window.property("text"), window.property("entered")) == ([CODE], "a", 0)
    assert window.property("released") == 1  # of the a alone
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.property("entered") == 1
    scanner.close()
    window.close()
    window.deleteLater()
    engine.deleteLater()
