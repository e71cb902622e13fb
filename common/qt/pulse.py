"""A sign of life from the GUI thread, to whoever starts this process again when it hangs.

That is `jiaohao <front end> --watched` (common.cli.watching), or systemd with `Type=notify` and
`WatchdogSec` (sd_notify(3), sd_watchdog_enabled(3)).
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot

from common.cli.log_files import log_folder
from common.cli.watching import WATCHED

log = logging.getLogger(__name__)

PULSE_MILLISECONDS = 500
SETTLED_BEATS = 60
"""After which it loads nothing more, and systemd need not be as patient as at the start."""
SETTLED_WATCH = b"WATCHDOG_USEC=2000000"
"""Back within five seconds of a hang, with what a screen and a front end take to start."""
_STANDARD_OUTPUT = 1
_LARGEST_TRACE = 1_000_000


def is_restarted() -> bool:
    """Whether somebody starts this process again when it ends by itself."""
    return WATCHED in os.environ or "NOTIFY_SOCKET" in os.environ


class Pulse(QObject):
    """Beats as long as the event loop of its thread runs; made by `begin_pulse`.

    When whoever listens is gone, the process ends: two of them would be one too many.
    """

    def __init__(self, say: Callable[[bytes], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._beats = 0
        self._timer = QTimer(self, interval=PULSE_MILLISECONDS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start()
        QTimer.singleShot(0, self, self.beat)

    @Slot()
    def beat(self) -> None:
        told = b"WATCHDOG=1" if self._beats else b"READY=1\nWATCHDOG=1"
        self._beats += 1
        if self._beats == SETTLED_BEATS and "WATCHDOG_USEC" in os.environ:
            told = SETTLED_WATCH + b"\n" + told
        try:
            self._say(told)
        except OSError as error:
            log.error("nobody watches this process any more, so it ends: %s", error)
            self._timer.stop()
            QCoreApplication.exit(0)


def begin_pulse(name: str, parent: QObject | None = None) -> Pulse | None:
    """Beat for whoever watches this process; None when nobody does.

    Where it hangs or crashes is written to `<log folder>/<name>-stacks.log`, and never to a core
    file: that would hold what people typed.
    """
    say = _to_parent() if WATCHED in os.environ else _to_systemd()
    if say is None:
        return None
    leave_no_core()
    write_stacks_to(log_folder() / f"{name}-stacks.log")
    return Pulse(say, parent)


def leave_no_core() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def write_stacks_to(path: Path) -> None:
    """Let a crash, and whoever asks by SIGUSR1, leave there what every thread was at."""
    fresh = not path.exists() or path.stat().st_size > _LARGEST_TRACE
    file = path.open("w" if fresh else "a", encoding="utf-8")  # stays open with the process
    faulthandler.enable(file)
    if sys.platform != "win32":
        faulthandler.register(signal.SIGUSR1, file)


def _to_parent() -> Callable[[bytes], None]:
    def say(_told: bytes) -> None:
        os.write(_STANDARD_OUTPUT, b".")

    return say


def _to_systemd() -> Callable[[bytes], None] | None:
    address = os.environ.get("NOTIFY_SOCKET")
    if not address or sys.platform == "win32":
        return None
    if address.startswith("@"):  # the abstract namespace of unix(7)
        address = "\0" + address[1:]
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
    line.setblocking(False)

    def say(told: bytes) -> None:
        try:
            line.sendto(told, address)
        except OSError as error:  # systemd itself starts anew now and then
            log.warning("systemd does not listen: %s", error)

    return say
