"""The way bytes reach a printer: a serial port, a TCP connection, or a file.

Every call is bounded in time. A transport is used from one thread.
"""

from __future__ import annotations

import os
import select
import socket
import sys
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qsl, urlsplit

from common.printing.errors import BadPrinterAddress, PrinterTimeout, PrinterUnreachable

if TYPE_CHECKING:
    import serial

if sys.platform == "win32":
    termios_error: type[Exception] = OSError
else:
    from termios import error as termios_error


class Transport(ABC):
    """An open way to one printer."""

    answers = True
    """False when nothing can ever be read back."""
    stays_open = True
    """False when others may need the way between two jobs."""

    def __init__(self, url: str) -> None:
        self.url = url

    @abstractmethod
    def write(self, data: bytes, seconds: float) -> None:
        """Hand over all of `data` within `seconds`.

        Raises PrinterTimeout or PrinterUnreachable; their fact `written` is how many bytes the
        printer may have taken, 0 only when it certainly took none.
        """

    @abstractmethod
    def read(self, seconds: float) -> bytes:
        """What has arrived, waiting up to `seconds` for the first byte; empty when nothing came.

        Raises PrinterUnreachable when the other end went away.
        """

    @abstractmethod
    def close(self) -> None:
        """Close for good and at once; what the printer has not taken is dropped."""

    @abstractmethod
    def drop_unsent(self) -> None:
        """Forget bytes that the operating system holds and the printer has not taken, if it can."""

    def _gone(self, error: Exception, written: int = 0) -> PrinterUnreachable:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return PrinterUnreachable(url=self.url, reason=reason, written=written)

    def _late(self, seconds: float, written: int) -> PrinterTimeout:
        return PrinterTimeout(url=self.url, seconds=seconds, written=written)


_SERIAL_KEYS = {"baud": "19200", "parity": "N", "xonxoff": "1", "rtscts": "0"}


def printer_address(url: str) -> SplitResult:
    """The parts of a printer's address, whether there is a printer or not.

    ``serial:///dev/ttyUSB0?baud=19200`` (also ``serial://COM3``; parity=N|E|O, xonxoff=1|0,
    rtscts=0|1), ``tcp://host:9100`` or ``file:///path``. Raises BadPrinterAddress.
    """
    try:
        parts = urlsplit(url)
        wrong = _WRONG.get(parts.scheme, _wrong_scheme)(parts)
    except ValueError as error:
        raise BadPrinterAddress(url=url, reason=str(error)) from error
    if wrong:
        raise BadPrinterAddress(url=url, reason=wrong)
    return parts


def _wrong_scheme(_parts: SplitResult) -> str:
    return "it must start with serial:, tcp: or file:"


def _wrong_serial(parts: SplitResult) -> str:
    options = _serial_options(parts)
    for key in options.keys() - _SERIAL_KEYS.keys():
        return f"unknown option {key}"
    if not options["baud"].isdecimal() or options["parity"] not in ("N", "E", "O"):
        return "baud must be a number and parity N, E or O"
    return "" if parts.netloc or parts.path.strip("/") else "the port is missing"


def _wrong_tcp(parts: SplitResult) -> str:
    if parts.port == 0:
        return "there is no port 0"
    return "" if parts.hostname else "the host is missing"


def _wrong_file(parts: SplitResult) -> str:
    return "" if parts.path.strip("/") else "the path is missing"


_WRONG = {"serial": _wrong_serial, "tcp": _wrong_tcp, "file": _wrong_file}


def _serial_options(parts: SplitResult) -> dict[str, str]:
    return {**_SERIAL_KEYS, **dict(parse_qsl(parts.query))}


def open_transport(url: str, connect_seconds: float = 3.0) -> Transport:
    """Open the printer at `url`. Raises BadPrinterAddress or PrinterUnreachable."""
    parts = printer_address(url)
    if parts.scheme == "serial":
        return SerialTransport(url, parts)
    if parts.scheme == "tcp":
        return TcpTransport(url, parts.hostname or "", parts.port or 9100, connect_seconds)
    from urllib.request import url2pathname  # loads all of HTTP

    return FileTransport(url, url2pathname(parts.path))


class SerialTransport(Transport):
    """An RS-232 or USB virtual serial port.

    XON/XOFF is on by default: pyserial has no DTR/DSR flow control on Linux. Modem lines are never
    read, so a pseudo-terminal serves as well.
    """

    def __init__(self, url: str, parts: SplitResult) -> None:
        super().__init__(url)
        import serial

        options = _serial_options(parts)
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


class TcpTransport(Transport):
    """A network printer's raw port (9100); most printers take one connection at a time."""

    stays_open = False

    def __init__(self, url: str, host: str, port: int, connect_seconds: float) -> None:
        super().__init__(url)
        try:
            self._socket = socket.create_connection((host, port), connect_seconds)
        except OSError as error:
            raise self._gone(error) from error
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, data: bytes, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        written = 0
        while written < len(data):
            left = deadline - time.monotonic()
            if left <= 0:
                raise self._late(seconds, written)
            self._socket.settimeout(left)
            try:
                written += self._socket.send(data[written:])
            except TimeoutError as error:
                raise self._late(seconds, written) from error
            except OSError as error:
                raise self._gone(error, written) from error

    def drop_unsent(self) -> None:
        return  # TCP has no way to take bytes back

    def read(self, seconds: float) -> bytes:
        self._socket.settimeout(max(seconds, 0.0))
        try:
            data = self._socket.recv(4096)
        except (TimeoutError, BlockingIOError):
            return b""
        except OSError as error:
            raise self._gone(error) from error
        if not data:
            raise PrinterUnreachable(url=self.url, reason="the printer closed the connection")
        return data

    def close(self) -> None:
        with suppress(OSError):  # the other end may have closed first
            self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


class FileTransport(Transport):
    """A file, a FIFO or a device node that only takes bytes; each job is appended."""

    answers = False
    stays_open = False

    def __init__(self, url: str, path: str) -> None:
        super().__init__(url)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            self._file = os.open(path, flags, 0o644)
        except OSError as error:
            raise self._gone(error) from error

    def write(self, data: bytes, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        written = 0
        while written < len(data):
            left = deadline - time.monotonic()
            if left <= 0:
                raise self._late(seconds, written)
            try:
                written += os.write(self._file, data[written:])
            except BlockingIOError:
                select.select([], [self._file], [], left)
            except OSError as error:
                raise self._gone(error, written) from error

    def read(self, seconds: float) -> bytes:
        return b""

    def drop_unsent(self) -> None:
        return  # a file keeps what it has

    def close(self) -> None:
        os.close(self._file)
