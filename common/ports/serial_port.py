"""A device on a serial port."""

from __future__ import annotations

import os
import select
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from common.domain.text import Text
from common.ports.address import SerialAddress, UsbId
from common.ports.awake import NAP, now
from common.ports.deadline import leave, within
from common.ports.port import ANY_DEVICE, Port, PortErrors

if TYPE_CHECKING:
    import serial

if sys.platform == "win32":
    termios_error: type[Exception] = OSError
else:
    from termios import error as termios_error

_PIECE = 64 if sys.platform == "win32" else 4096
"""Windows tells no count when a piece is late: all of it may be gone."""
_DRAIN_POLL = 0.005


class SerialPort(Port):
    """An RS-232 or USB virtual serial port.

    Modem lines are never read, so a pseudo-terminal serves as well.
    """

    def __init__(
        self,
        url: str,
        address: SerialAddress,
        connect_seconds: float,
        errors: PortErrors = ANY_DEVICE,
    ) -> None:
        super().__init__(url, errors)
        import serial

        port, line = address.port, address.line
        path = self._find(port) if isinstance(port, UsbId) else port

        def opened() -> serial.Serial:
            return serial.Serial(
                port=path,
                baudrate=line.baud,
                parity=line.parity,
                xonxoff=line.xonxoff,
                rtscts=line.rtscts,
                dsrdtr=line.dsrdtr,
                timeout=0,
                write_timeout=0,
                exclusive=True if os.name == "posix" else None,
            )

        try:
            self._port = within(connect_seconds, opened, serial.Serial.close)
        except (OSError, ValueError) as error:
            raise self._gone(error) from error

    def _find(self, wanted: UsbId) -> str:
        """The port that this USB adapter has now."""
        from serial.tools.list_ports import comports

        found = [
            port.device
            for port in comports()
            if (port.vid, port.pid) == (wanted.vendor, wanted.product)
            and wanted.serial in ("", port.serial_number)
        ]
        if not found:
            zh, en = f"没有插入 USB 设备 {wanted}", f"no USB device {wanted} is plugged in"
            raise self._gone(Text(zh, en))
        if len(found) > 1:
            named = ", ".join(sorted(found))
            raise self._gone(
                Text(
                    f"{wanted} 对应多个串口：{named}；请加 ?serial=序列号，"
                    "或写 /dev/serial/by-id 下的路径",
                    f"several ports belong to {wanted}: {named}; add ?serial=NUMBER, "
                    "or write the path under /dev/serial/by-id",
                )
            )
        return str(found[0])

    def write(self, data: bytes, seconds: float) -> None:
        deadline = now() + seconds
        written = 0
        try:
            while written < len(data):
                left = deadline - now()
                if left <= 0:
                    raise self._late(seconds, written)
                written += self._put(data[written : written + _PIECE], left, seconds, written)
            while self._port.out_waiting:
                if now() >= deadline:
                    raise self._late(seconds, written)
                time.sleep(_DRAIN_POLL)
        except (OSError, termios_error) as error:
            raise self._gone(error, written) from error

    def _put(self, piece: bytes, left: float, seconds: float, written: int) -> int:
        """How much of the piece the system took, waiting for room up to `left`."""
        if sys.platform == "win32":
            import serial

            self._port.write_timeout = left
            try:
                return self._port.write(piece) or 0
            except serial.SerialTimeoutException as error:
                raise self._late(seconds, written + len(piece)) from error
        # Not through pyserial: its write() runs in circles when XOFF comes after select().
        if not select.select([], [self._port.fileno()], [], min(left, NAP))[1]:
            return 0
        try:
            return os.write(self._port.fileno(), piece)
        except BlockingIOError:
            time.sleep(_DRAIN_POLL)
            return 0

    def read(self, seconds: float) -> bytes:
        try:
            if sys.platform == "win32":
                self._port.timeout = max(0.0, seconds)
                first = self._port.read(1)
                return first + self._port.read(self._port.in_waiting) if first else b""
            if not select.select([self._port.fileno()], [], [], max(0.0, seconds))[0]:
                return b""
            data = os.read(self._port.fileno(), 4096)
        except BlockingIOError:
            return b""
        except OSError as error:
            raise self._gone(error) from error
        if not data:
            raise self._gone(Text("设备已断开", "it was unplugged"))
        return data

    def drop_unsent(self) -> None:
        with suppress(OSError, termios_error):  # the port may be gone, and the bytes with it
            self._port.reset_output_buffer()
            if self._port.xonxoff:  # forget an XOFF too: real-time questions are always answered
                self._port.xonxoff = False
                self._port.xonxoff = True

    def close(self) -> None:
        # Linux waits up to 30 s in close() for bytes that flow control holds back, and drivers of
        # USB adapters know no way to drop them.
        self.drop_unsent()
        leave(self._port.close)
