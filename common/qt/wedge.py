"""Scanners that type: their codes as a signal, and not a sign of them in a text field."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from shiboken6 import isValid

from common.devices.wedge import GAP, PASS, KeyBurst, Verdict

log = logging.getLogger(__name__)

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_AltGr,
)
_OTHER_CLOCK = 5.0
"""Seconds by which the window system's clock may seem to be behind before it is taken anew."""


class KeyboardScanner(QObject):
    """Watches whatever has the focus in this process, from when it is made until `close`.

    What a person types arrives one `gap` later than it would without. Keys are told apart by the
    times at which the window system saw them, so that a busy screen spoils no scan.

    Signals:
        scanned(str): a code, in half-width signs. It may be anybody's: never log it.
        spoiled(): a scan that the input method has turned into something else: scan again.
    """

    scanned = Signal(str)
    spoiled = Signal()

    def __init__(self, gap: float = GAP, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst = KeyBurst(gap)
        self._kept: list[tuple[QObject, QKeyEvent | QInputMethodEvent]] = []
        self._swallowed: set[int] = set()
        """Keys whose press no text field has seen, so that none sees their release."""
        self._replaying = False
        self._watched: QObject | None = None
        self._behind = float("inf")
        milliseconds = int(gap * 1000) + 1
        self._pause = QTimer(self, singleShot=True, interval=milliseconds)
        self._pause.timeout.connect(self._wait_for_the_queue)
        self._queue = QTimer(self, singleShot=True, interval=0)
        self._queue.timeout.connect(self._lapse)
        application = _application()
        application.focusObjectChanged.connect(self._watch)
        self._watch(application.focusObject())

    def close(self) -> None:
        """Watch no more; what was kept back is given back."""
        _application().focusObjectChanged.disconnect(self._watch)
        self._watch(None)
        self._pause.stop()
        self._queue.stop()
        self._release()

    def _watch(self, focused: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused
        if focused is not None:
            focused.installEventFilter(self)

    # -- events ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying:
            return False
        match event:
            case QKeyEvent():
                return self._key(watched, event)
            case QInputMethodEvent():
                return self._heed(self._composed(event), watched, event)
        return False

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIERS:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                # Else the Enter of a scan would do what a shortcut of the page does.
                if self._kept and _has_sign(event):
                    event.accept()
                    return True
                return False
            case QEvent.Type.KeyRelease:
                if event.key() in self._swallowed:
                    self._swallowed.discard(event.key())
                    if self._kept:
                        self._kept.append((watched, _copy(event)))
                    return True
                return False
        sign = event.text() if _has_sign(event) and not event.isAutoRepeat() else ""
        verdict = self._burst.press(sign, self._time(event))
        return self._heed(verdict, watched, event)

    def _composed(self, event: QInputMethodEvent) -> Verdict:
        now, verdict = time.monotonic(), PASS
        if event.commitString():
            verdict = self._burst.commit(event.commitString(), now)
        if event.preeditString():
            verdict = self._burst.compose(event.preeditString(), now)
        return verdict

    def _heed(
        self, verdict: Verdict, watched: QObject, event: QKeyEvent | QInputMethodEvent
    ) -> bool:
        if verdict.release:
            self._release()
        if verdict.keep and isinstance(event, QKeyEvent):
            self._swallowed.add(event.key())
        if verdict.scan is not None or verdict.spoiled:
            self._end(verdict)
        elif verdict.keep:
            self._kept.append((watched, _copy(event)))
            self._pause.start()
        return verdict.keep

    def _time(self, event: QKeyEvent) -> float:
        """When the key was pressed, by our clock."""
        now = time.monotonic()
        if not event.timestamp():
            return now
        stamp = event.timestamp() / 1000
        self._behind = min(self._behind, now - stamp)
        if now - stamp - self._behind > _OTHER_CLOCK:
            self._behind = now - stamp
        return stamp + self._behind

    # -- the end of a burst ------------------------------------------------------------------------

    def _wait_for_the_queue(self) -> None:
        """Keys that came while the screen was busy may still be in the queue: they go first."""
        self._queue.start()

    def _lapse(self) -> None:
        if not self._kept:
            return
        verdict = self._burst.lapse(time.monotonic())
        if verdict == PASS and not self._pause.isActive():
            self._pause.start()
        if verdict.release:
            self._release()
        if verdict.scan is not None or verdict.spoiled:
            self._end(verdict)

    def _end(self, verdict: Verdict) -> None:
        self._pause.stop()
        kept, self._kept = self._kept, []
        composed = [to for to, event in kept if isinstance(event, QInputMethodEvent)]
        if composed and isValid(composed[-1]):
            self._replay(composed[-1], QInputMethodEvent())
            QGuiApplication.inputMethod().reset()
        if verdict.scan is not None:
            log.info("scanned by keyboard signs=%d", len(verdict.scan))
            self.scanned.emit(verdict.scan)
        else:
            log.warning("a scan was spoiled by the input method")
            self.spoiled.emit()

    def _release(self) -> None:
        """A person typed it: hand it on as if it came now."""
        self._pause.stop()
        kept, self._kept = self._kept, []
        for to, event in kept:
            if isinstance(event, QKeyEvent):
                self._swallowed.discard(event.key())
                window = QGuiApplication.focusWindow()
                self._replay(window if window is not None else to, event)
            else:
                self._replay(to, event)

    def _replay(self, to: QObject, event: QEvent) -> None:
        if isValid(to):
            self._replaying = True
            try:
                QCoreApplication.sendEvent(to, event)
            finally:
                self._replaying = False


def _has_sign(event: QKeyEvent) -> bool:
    """Whether a scanner may have pressed it."""
    ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return not event.modifiers() & _COMMANDS and (ends or event.text().isprintable())


def _copy(event: QKeyEvent | QInputMethodEvent) -> QKeyEvent | QInputMethodEvent:
    """The event itself is gone when its handler returns."""
    if isinstance(event, QInputMethodEvent):
        copy = QInputMethodEvent(event.preeditString(), event.attributes())
        copy.setCommitString(
            event.commitString(), event.replacementStart(), event.replacementLength()
        )
        return copy
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise RuntimeError("no QGuiApplication")
    return application
