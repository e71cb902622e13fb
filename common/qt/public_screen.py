"""A window on the whole screen that the public cannot leave.

As far as a program can: what the window system takes for itself (Ctrl+Alt+F1, Super on most
desktops, edge swipes) never reaches it, so the session must be one for a kiosk (docs/guide/it.md).
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import (
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QScreen,
    QTouchEvent,
    QWindow,
)

from common.domain.errors import JiaohaoError

log = logging.getLogger(__name__)

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_LEAVING_KEYS = {
    Qt.Key.Key_Menu,
    Qt.Key.Key_Print,
    Qt.Key.Key_SysReq,
    Qt.Key.Key_Pause,
    Qt.Key.Key_Help,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_Hyper_L,
    Qt.Key.Key_Hyper_R,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Control,
    *(Qt.Key(key) for key in range(Qt.Key.Key_F1.value, Qt.Key.Key_F35.value + 1)),
}
_FIRST_MEDIA_KEY = Qt.Key.Key_Back.value + 1
"""Browser, media, power and launch keys stand from here on, up to those of input methods.

Back, and Esc, are the page's own: a keypad for the blind has one of them.
"""
_LAST_MEDIA_KEY = Qt.Key.Key_AltGr.value - 1
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
_MOUSE = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}
_TOUCH = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}
_NEVER = {
    QEvent.Type.ContextMenu,
    QEvent.Type.ToolTip,
    QEvent.Type.WhatsThis,
    QEvent.Type.QueryWhatsThis,
    QEvent.Type.DragEnter,
    QEvent.Type.DragMove,
    QEvent.Type.Drop,
    QEvent.Type.NativeGesture,
    QEvent.Type.Gesture,
}
"""What opens something beside the window, or takes something out of it."""
_MOST_FINGERS = 2
_AGAIN_MILLISECONDS = 200


class UnknownScreen(JiaohaoError):
    code = "unknown_screen"
    en = "There is no screen {given}. Known screens: {known}."
    zh = "没有屏幕 {given}。现有屏幕：{known}。"


def screen_named(given: str) -> QScreen:
    """A screen by its name or its number from 1 on. Raises UnknownScreen."""
    screens = QGuiApplication.screens()
    for number, screen in enumerate(screens, 1):
        if given in (str(number), screen.name()):
            return screen
    known = ", ".join(f"{number} {screen.name()}" for number, screen in enumerate(screens, 1))
    raise UnknownScreen(given=given, known=known)


def cover_screen(window: QWindow) -> None:
    """Fill the window's screen, also in an X session whose only client it is.

    Without a window manager nobody else gives a window on the full screen its size.
    """
    window.setGeometry(window.screen().geometry())
    window.showFullScreen()


class PublicScreen(QObject):
    """Holds `window` on the whole screen while `held`; made before anybody may touch it.

    While it holds, no key with Ctrl, Alt or Super, no function key, no close, no other mouse button
    and no gesture with three fingers gets to the window. Whoever ends the process does so by
    `QCoreApplication.exit`: a window that refuses to close refuses `quit` too.
    """

    def __init__(
        self,
        window: QWindow,
        *,
        screen: str | None = None,
        cursor: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """Raises UnknownScreen. Without `cursor` none is shown: a finger needs none."""
        super().__init__(parent)
        self._window = window
        self._wanted = screen
        self._cursor = cursor
        self._held = False
        self._usual_flags = window.flags()
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MILLISECONDS)
        self._again.timeout.connect(self._cover)
        if screen is not None:
            window.setScreen(screen_named(screen))
        application = _application()
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)

    @property
    def held(self) -> bool:
        return self._held

    def hold(self) -> None:
        """Fill the screen, and let nobody away from it."""
        if self._held:
            return
        self._held = True
        self._window.installEventFilter(self)
        self._window.setFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
        )
        if not self._cursor:
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
        self._cover()
        log.info("the window holds the screen %s", self._window.screen().name())

    def let_go(self) -> None:
        """A window like others, which staff may leave and close."""
        if not self._held:
            return
        self._held = False
        self._again.stop()
        self._window.removeEventFilter(self)
        self._show_cursor()
        self._window.setFlags(self._usual_flags)
        self._window.showMaximized()
        log.info("the window lets the screen go")

    def close(self) -> None:
        """Before the window goes for good: hold nothing any more."""
        if self._held:
            self._held = False
            self._again.stop()
            self._window.removeEventFilter(self)
            self._show_cursor()

    def _show_cursor(self) -> None:
        if not self._cursor:
            QGuiApplication.restoreOverrideCursor()

    @Slot(QScreen)
    def _screens_changed(self, screen: QScreen) -> None:
        if self._held:
            self._again.start()

    def _cover(self) -> None:
        if not self._held:
            return
        if self._wanted is not None:
            try:
                screen = screen_named(self._wanted)
            except UnknownScreen as error:
                log.warning("%s", error)  # it is unplugged; the window stands where there is one
            else:
                if self._window.screen() is not screen:
                    self._window.setScreen(screen)
        cover_screen(self._window)
        self._window.raise_()
        self._window.requestActivate()

    # What the public does

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _NEVER:
            event.ignore()
            return True
        if isinstance(event, QKeyEvent):
            return kind in _KEYS and self._refuse_key(event)
        if isinstance(event, QMouseEvent):
            return kind in _MOUSE and event.button() is not Qt.MouseButton.LeftButton
        if isinstance(event, QTouchEvent):
            return kind in _TOUCH and len(event.points()) > _MOST_FINGERS
        return self._refuse_change(kind, event)

    def _refuse_key(self, event: QKeyEvent) -> bool:
        if not is_leaving(event.key(), event.modifiers()):
            return False
        event.accept()
        return True

    def _refuse_change(self, kind: QEvent.Type, event: QEvent) -> bool:
        if kind is QEvent.Type.Close:
            event.ignore()
            return True
        covered = self._window.windowState() == Qt.WindowState.WindowFullScreen
        uncovered = kind is QEvent.Type.WindowStateChange and not covered
        if uncovered or kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._again.start()
        return False


def is_leaving(key: int, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a key, or a key with these others, could lead away from the window."""
    media = _FIRST_MEDIA_KEY <= key <= _LAST_MEDIA_KEY
    return bool(modifiers & _COMMANDS) or key in _LEAVING_KEYS or media


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("no QGuiApplication")
    return application
