"""A printer on a serial port."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from common.printing.transports.address import serial_options
from common.printing.transports.transport import Transport

if TYPE_CHECKING:
    import serial

if sys.platform == "win32":
    termios_error: type[Exception] = OSError
else:
    from termios import error as termios_error


class SerialTransport(Transport):
    """An RS-232 or USB virtual serial port.

    XON/XOFF is on by default: pyserial has no DTR/DSR flow control on Linux. Modem lines are never
    read, so a pseudo-terminal serves as well.
    """

    def __init__(self, url: str, parts: SplitResult) -> None:
        super().__init__(url)
        import serial

        options = serial_options(parts)
        try:
            self._port: serial.Serial = serial.Serial(
                port=parts.netloc or parts.path,
                baudrate=int(options["baud"]),
                parity=options["parity"],
                xonxoff=options["xonxoff"] == "1",
                rtscts=options["rtscts"] == "1",
                timeout=0,
                write_timeout=0,
                exclusive=True if os.name == "posix" else None,
            )
        except (serial.SerialException, OSError, ValueError) as error:
            raise self._gone(error) from error

    def write(self, data: bytes, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        written = 0
        try:
            while written < len(data):
                if not self._room(deadline - time.monotonic()):
                    raise self._late(seconds, written)
                written += self._port.write(data[written : written + 512]) or 0
            while self._port.out_waiting:
                if time.monotonic() >= deadline:
                    raise self._late(seconds, written)
                time.sleep(0.005)
        except OSError as error:
            raise self._gone(error, written) from error

    def _room(self, seconds: float) -> bool:
        if seconds <= 0:
            return False
        if sys.platform == "win32":
            return True  # there a port is no file that select() knows
        return bool(select.select([], [self._port.fileno()], [], seconds)[1])

    def read(self, seconds: float) -> bytes:
        try:
            if sys.platform == "win32":
                self._port.timeout = max(0.0, seconds)
                first = self._port.read(1)
                return first + self._port.read(self._port.in_waiting) if first else b""
            if not select.select([self._port.fileno()], [], [], max(0.0, seconds))[0]:
                return b""
            return self._port.read(self._port.in_waiting or 1)
        except OSError as error:
            raise self._gone(error) from error

    def drop_unsent(self) -> None:
        with suppress(OSError, termios_error):  # the port may be gone, and the bytes with it
            self._port.reset_output_buffer()

    def close(self) -> None:
        # Linux waits up to 30 s in close() for bytes that flow control holds back.
        self.drop_unsent()
        self._port.close()
