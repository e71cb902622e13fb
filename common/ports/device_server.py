"""A device on a serial port of a device server (RFC 2217)."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from common.ports.address import DeviceServerAddress
from common.ports.deadline import leave, within
from common.ports.port import ANY_DEVICE, Port, PortErrors

_PIECE = 256
_POLL = 0.005
_PURGE_SECONDS = 1.0


class DeviceServerPort(Port):
    """The server sets speed and flow control; most let one client in at a time."""

    stays_open = False

    def __init__(
        self,
        url: str,
        address: DeviceServerAddress,
        connect_seconds: float,
        errors: PortErrors = ANY_DEVICE,
    ) -> None:
        super().__init__(url, errors)
        import serial
        from serial import rfc2217

        host = f"[{address.host}]" if ":" in address.host else address.host

        def opened() -> rfc2217.Serial:
            return rfc2217.Serial(
                f"rfc2217://{host}:{address.port}?timeout={connect_seconds}",
                baudrate=address.line.baud,
                parity=address.line.parity,
                xonxoff=address.line.xonxoff,
                rtscts=address.line.rtscts,
                timeout=0,
            )

        self._late_once = False
        try:
            self._port: Any = within(connect_seconds, opened, rfc2217.Serial.close)
        except (serial.SerialException, OSError, ValueError) as error:
            raise self._gone(error) from error

    def write(self, data: bytes, seconds: float) -> None:
        written = 0
        over = False

        def send() -> None:
            nonlocal written
            while written < len(data) and not over:
                piece = data[written : written + _PIECE]
                written += len(piece)  # before: nobody tells how much of a failed piece went out
                self._port.write(piece)

        try:
            within(seconds, send)
        except OSError as error:
            over = True
            # pyserial gives up after 5 s of its own and calls that a failed connection.
            if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):
                self._late_once = True
                raise self._late(seconds, written) from error
            raise self._gone(error, written) from error

    def read(self, seconds: float) -> bytes:
        deadline = time.monotonic() + seconds
        data = bytearray()
        try:
            while True:
                data += self._port.read(1)
                while self._port.in_waiting:
                    data += self._port.read(1)
                left = deadline - time.monotonic()
                if data or left <= 0:
                    return bytes(data)
                time.sleep(min(_POLL, left))
        except OSError as error:
            raise self._gone(error) from error

    def drop_unsent(self) -> None:
        with suppress(OSError):
            within(_PURGE_SECONDS, self._port.reset_output_buffer)

    def close(self) -> None:
        # Not after a job that went well: its last bytes may still be on their way out there.
        if self._late_once:
            self.drop_unsent()
        leave(self._port.close)
