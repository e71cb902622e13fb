"""How a front end's process begins and ends: application object, log, signals, bugs."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import sys
import threading
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QMetaObject,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

from common.cli.log_files import log_to_files
from common.cli.watching import EXIT_AGAIN, EXIT_CLOSED
from common.qt.graphics import choose_renderer
from common.qt.pulse import begin_pulse

log = logging.getLogger(__name__)

EXIT_BUG = 70
"""The exit code after a bug (EX_SOFTWARE of sysexits.h): whoever started it starts it again."""

_GARBAGE = (700, 10, 10)
"""When to look for it, as Python does unless told otherwise (`gc.set_threshold`)."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def create_application(name: str, *, widgets: bool = False) -> QGuiApplication:
    """The application object, made once; `name` is "kiosk", "counter" or "display"."""
    existing = QCoreApplication.instance()
    if isinstance(existing, QGuiApplication):
        return existing
    choose_renderer()
    QCoreApplication.setOrganizationName("Jiaohao")
    QCoreApplication.setApplicationName(f"jiaohao-{name}")
    if widgets:
        from PySide6.QtWidgets import QApplication  # the two other front ends never load Qt Widgets

        return QApplication(sys.argv[:1])
    return QGuiApplication(sys.argv[:1])


def set_up_logging(name: str, *, folder: Path | None = None, level: int = logging.INFO) -> None:
    """Log to stderr and to a file (common.cli.log_files), Qt's messages included."""
    log_to_files(name, folder=folder, level=level)
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS[kind], "%s", message)


class Lifeline(QObject):
    """Ends the process as it should: on SIGINT and SIGTERM with 0, after a bug with EXIT_BUG.

    A bug is an exception that nothing caught, on any thread. It is logged; `broken` lets the front
    end show a calm page; `grace` milliseconds later the event loop ends, and whoever started the
    process starts it again.

    Signals:
        broken(): a bug happened; the process ends soon.
    """

    broken = Signal()

    def __init__(self, grace: int = 3000, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grace = grace
        self._is_broken = False
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read_signal)
        self._old_wakeup = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._old_handlers = {
            number: signal.signal(number, _let_qt_handle)
            for number in (signal.SIGINT, signal.SIGTERM)
        }
        self._old_hooks = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def run(self) -> int:
        """Run the event loop to its end; returns the exit code of the process.

        Whoever watches the process hears its pulse meanwhile.
        """
        gc.freeze()  # What is loaded stays, and need not be looked at again.
        gc.set_threshold(*_GARBAGE)
        begin_pulse(QCoreApplication.applicationName(), self)
        try:
            return QCoreApplication.exec()
        finally:
            self.close()

    @Slot()
    def end(self) -> None:
        """End well, whatever windows say: nobody starts the process again."""
        QCoreApplication.exit(0)

    @Slot()
    def leave(self) -> None:
        """End because staff closed it, which systemd cannot tell from any other good end."""
        QCoreApplication.exit(EXIT_CLOSED if "NOTIFY_SOCKET" in os.environ else 0)

    @Slot()
    def start_again(self) -> None:
        """End, and let whoever watches the process start it again at once."""
        QCoreApplication.exit(EXIT_AGAIN)

    def close(self) -> None:
        """Give signals and hooks back."""
        sys.excepthook, threading.excepthook = self._old_hooks
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _read_signal(self) -> None:
        numbers = self._reader.recv(64)
        log.info("asked to end by signal %s", ", ".join(str(number) for number in numbers))
        self.end()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.end()
            return
        log.critical("a bug ends this process", exc_info=(kind, error, trace))
        QMetaObject.invokeMethod(self, "_break", Qt.ConnectionType.QueuedConnection)

    def _on_thread_exception(self, facts: threading.ExceptHookArgs) -> None:
        error = facts.exc_value or facts.exc_type()
        self._on_exception(facts.exc_type, error, facts.exc_traceback)

    @Slot()
    def _break(self) -> None:
        if self._is_broken:
            return
        self._is_broken = True
        self.broken.emit()
        QTimer.singleShot(self._grace, self, lambda: QCoreApplication.exit(EXIT_BUG))


def _let_qt_handle(number: int, frame: FrameType | None) -> None:
    """Keeps Python from raising KeyboardInterrupt inside a slot; the wake-up socket tells Qt."""
