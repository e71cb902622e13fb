"""What the public cannot do to a window that fills the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QMouseEvent, QWindow
from PySide6.QtTest import QTest

from common.qt.public_screen import PublicScreen, UnknownScreen

NONE, LEFT, RIGHT = Qt.KeyboardModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
META = Qt.KeyboardModifier.MetaModifier


class Heard(QWindow):
    """Notes what gets to the window."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[QEvent.Type] = []
        self.keys: list[int] = []

    def event(self, event: QEvent) -> bool:
        self.events.append(event.type())
        if event.type() is QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return super().event(event)


@pytest.fixture
def window(qtbot):
    window = Heard()
    yield window
    window.destroy()
    window.deleteLater()


@pytest.fixture
def public(window, qtbot):
    public = PublicScreen(window, cursor=False)
    public.hold()
    qtbot.waitUntil(window.isExposed)
    window.events.clear()
    yield public
    public.close()


def test_it_fills_the_screen_without_a_frame_or_a_cursor_and_above_all(window, public):
    assert window.windowState() is Qt.WindowState.WindowFullScreen
    assert window.geometry() == window.screen().geometry()
    assert window.flags() & Qt.WindowType.FramelessWindowHint
    assert window.flags() & Qt.WindowType.WindowStaysOnTopHint
    assert QGuiApplication.overrideCursor().shape() is Qt.CursorShape.BlankCursor


LEADING_AWAY = [
    (Qt.Key.Key_F4, ALT),
    (Qt.Key.Key_Tab, ALT),
    (Qt.Key.Key_Q, CTRL),
    (Qt.Key.Key_Delete, CTRL | ALT),
    (Qt.Key.Key_D, META),
    (Qt.Key.Key_Super_L, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_HomePage, Qt.KeyboardModifier.NoModifier),
]


def test_no_key_leads_away(window, public):
    for key, modifiers in LEADING_AWAY:
        QTest.keyClick(window, key, modifiers)
    assert not window.keys
    assert window.isVisible()


def test_what_people_type_still_arrives(window, public):
    typed = [
        *(Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Back),
    ]
    for key in typed:
        QTest.keyClick(window, key)
    assert window.keys == typed


def test_nothing_closes_it_or_opens_beside_it(window, public):
    assert not window.close()
    assert window.isVisible()
    middle = QPointF(10, 10)
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle.toPoint(), middle.toPoint()),
        QHelpEvent(QEvent.Type.ToolTip, middle.toPoint(), middle.toPoint()),
        QMouseEvent(
            QEvent.Type.MouseButtonPress,
            *(middle, middle, RIGHT, RIGHT),
            Qt.KeyboardModifier.NoModifier,
        ),
    ):
        QGuiApplication.sendEvent(window, event)
        assert event.type() not in window.events
    QTest.mouseClick(window, LEFT, pos=middle.toPoint())
    assert QEvent.Type.MouseButtonPress in window.events


def test_it_comes_back_when_something_takes_the_screen_from_it(window, public, qtbot):
    window.showMinimized()
    qtbot.waitUntil(lambda: window.windowState() is Qt.WindowState.WindowFullScreen)
    window.hide()
    qtbot.waitUntil(window.isVisible)


def test_staff_let_it_go_and_take_hold_again(window, public):
    public.let_go()
    assert QGuiApplication.overrideCursor() is None
    assert not window.flags() & Qt.WindowType.FramelessWindowHint
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.keys == [Qt.Key.Key_F1]
    public.hold()
    assert not window.close()
    public.let_go()
    assert window.close()


def test_a_screen_that_is_not_there_is_refused_with_those_that_are(window):
    with pytest.raises(UnknownScreen, match="Known screens: 1"):
        PublicScreen(window, screen="HDMI-9")
    PublicScreen(window, screen="1").close()
