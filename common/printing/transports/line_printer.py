"""A USB printer through Linux's own driver (``/dev/usb/lp0``)."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress

from common.ports.awake import NAP, now
from common.ports.deadline import within
from common.printing.transports.transport import PortStatus, Transport

_LPGETSTATUS = 0x060B
_STATUS_SECONDS = 1.0
_POLL = 0.005


class LinePrinterTransport(Transport):
    """The printer class through usblp, which lets one program in at a time.

    The driver never waits in close(): what the printer has not taken then is dropped
    (drivers/usb/class/usblp.c, usblp_release).
    """

    def __init__(self, url: str, path: str) -> None:
        super().__init__(url)
        flags = os.O_RDWR | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
        try:
            self._file = os.open(path, flags)
        except OSError as error:
            raise self._gone(error) from error

    def write(self, data: bytes, seconds: float) -> None:
        deadline = now() + seconds
        written = 0
        try:
            while written < len(data):
                if not self._room(deadline):
                    raise self._late(seconds, written)
                with suppress(BlockingIOError):
                    written += os.write(self._file, data[written:])
            # The driver takes a piece before the printer does; there is room again once it did.
            if not self._room(deadline):
                raise self._late(seconds, written)
        except OSError as error:
            raise self._gone(error, written) from error

    def _room(self, deadline: float) -> bool:
        while (left := deadline - now()) > 0:
            if select.select([], [self._file], [], min(left, NAP))[1]:
                return True
        return False

    def read(self, seconds: float) -> bytes:
        deadline = time.monotonic() + seconds
        while True:
            left = max(0.0, deadline - time.monotonic())
            try:
                if not select.select([self._file], [], [], left)[0]:
                    return b""
                data = os.read(self._file, 4096)
            except BlockingIOError:
                data = b""
            except OSError as error:
                raise self._gone(error) from error
            if data or left <= 0:
                return data
            time.sleep(min(_POLL, left))  # an empty packet

    def port_status(self) -> PortStatus | None:
        if sys.platform == "win32":
            return None
        import fcntl

        def asked() -> bytes:
            return fcntl.ioctl(self._file, _LPGETSTATUS, bytes(4))

        try:
            reply = within(_STATUS_SECONDS, asked)
        except OSError:  # the driver or the printer has none
            return None
        return PortStatus.from_byte(int.from_bytes(reply, sys.byteorder) & 0xFF)

    def drop_unsent(self) -> None:
        return  # only closing drops them

    def close(self) -> None:
        os.close(self._file)
