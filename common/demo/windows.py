"""The four front ends as four processes, side by side on the screen."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from common.demo.hall import PASSWORD
from common.machine.program import own_command
from common.operations.kept_forms import make_form_key
from common.qt.geometry import Geometry
from common.store import open_store

_KIOSK = (1080, 1920)
_BOARD = (1920, 1080)
_COUNTER = (1366, 768)
_PRINTER = (760, 1400)
_AT = "F01"
"""Its queues have people waiting when the windows open."""
_FRAME = 40
"""What a window's title bar takes, about."""
_GRACE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a window of a front end stands, and how much it is scaled down to fit."""

    geometry: Geometry
    scale: float


def open_windows(database: Path) -> int:
    """Run the four programs on the hall in `database` until the first of them is closed."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl-C: in order
    printer_line = database.with_name("printer")
    form_key = database.with_name("form.key")
    with closing(open_store(str(database))) as store:
        make_form_key(store, form_key)
    kiosk, board, counter, printer = _places()
    print(f"• sign in at counter {_AT}: done for you (login {_AT.lower()}, {PASSWORD})")
    print("• touch the kiosk, take a number, press F2 at the counter, look at the board")
    print("• close any window, or press Ctrl-C here, to end")
    with ExitStack() as stack:
        programs = [
            _start(stack, "printer", printer, ["--link", str(printer_line)], database=None),
            _start(
                stack, "kiosk", kiosk, ["--printer", f"serial://{printer_line}"], database=database
            ),
            _start(stack, "display", board, [], database=database),
            _start(
                stack,
                "counter",
                counter,
                [
                    *("--counter", _AT, "--login", _AT.lower(), "--password-stdin"),
                    *("--form-key", str(form_key)),
                ],
                database=database,
                spoken=f"{PASSWORD}\n",
            ),
        ]
        try:
            return _wait_for_first(programs)
        except KeyboardInterrupt:
            return 0


def _places() -> tuple[Place, Place, Place, Place]:
    """Kiosk on the left, board above counter in the middle, printer at the right."""
    application = QGuiApplication([])
    area = application.primaryScreen().availableGeometry()
    left, top, width, height = area.x(), area.y(), area.width(), area.height()
    kiosk_width = min(int(width * 0.28), int((height - _FRAME) * 9 / 16))
    printer_width = int(width * 0.24)
    middle = width - kiosk_width - printer_width
    board_height = min(int(middle * 9 / 16), (height - 2 * _FRAME) // 2)
    counter_height = height - board_height - 2 * _FRAME
    return (
        _fit(_KIOSK, left, top, kiosk_width, height - _FRAME),
        _fit(_BOARD, left + kiosk_width, top, middle, board_height),
        _fit(_COUNTER, left + kiosk_width, top + board_height + _FRAME, middle, counter_height),
        _fit(_PRINTER, left + kiosk_width + middle, top, printer_width, height - _FRAME),
    )


def _fit(native: tuple[int, int], x: int, y: int, width: int, height: int) -> Place:
    """The window at its native size, scaled as a whole so that it fits the place."""
    scale = min(1.0, width / native[0], height / native[1])
    return Place(Geometry(*native, place=(int(x / scale), int(y / scale))), scale)


def _start(
    stack: ExitStack,
    program: str,
    place: Place,
    options: Sequence[str],
    *,
    database: Path | None,
    spoken: str | None = None,
) -> subprocess.Popen[str]:
    arguments = [*options, "--windowed", str(place.geometry)]
    if database is not None:
        arguments = ["--db", str(database), *arguments]
    process = subprocess.Popen(
        own_command(program, *arguments),
        env={**os.environ, "QT_SCALE_FACTOR": f"{place.scale:.3f}"},
        stdin=subprocess.PIPE if spoken else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_end, process)
    if spoken and process.stdin:
        process.stdin.write(spoken)
        process.stdin.close()
    return process


def _wait_for_first(programs: Sequence[subprocess.Popen[str]]) -> int:
    while True:
        for program in programs:
            code = program.poll()
            if code is not None:
                return code
        time.sleep(0.2)


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
