"""A serial line that is cut at a chosen byte of a slip, as when its kiosk loses power."""

from __future__ import annotations

import os
import threading
import tty
from contextlib import suppress

from common.printing.virtual.device import VirtualPrinter

BEGINNING = b"\x1b@\x1c&"
"""Of every slip: reset, Chinese on."""


class CutLine:
    """Lets the first `after` bytes of the first slip through; what follows is lost until `mend`."""

    def __init__(self, printer: VirtualPrinter, after: int) -> None:
        self._printer = printer
        self._after = after
        self._whole = False
        self.cut = threading.Event()
        self._master, self._slave = os.openpty()
        tty.setraw(self._master)
        tty.setraw(self._slave)
        self.path = os.ttyname(self._slave)
        threading.Thread(target=self._carry, daemon=True).start()

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        os.close(self._slave)
        os.close(self._master)

    def _carry(self) -> None:
        with suppress(OSError):
            while data := os.read(self._master, 4096):
                if self._whole:
                    self._printer.receive(data, self._answer)
                elif not self.cut.is_set():
                    self._carry_until_cut(data)

    def _carry_until_cut(self, data: bytes) -> None:
        """Kiosks hand over a slip in one piece, which a line like this one passes on whole."""
        begins = data.find(BEGINNING)
        if begins < 0:
            self._printer.receive(data, self._answer)
            return
        passed = data[: begins + self._after]
        if passed:
            self._printer.receive(passed, self._answer)
        self.cut.set()

    def _answer(self, data: bytes) -> None:
        with suppress(OSError):
            os.write(self._master, data)
