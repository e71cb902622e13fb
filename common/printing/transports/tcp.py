"""A printer on the network."""

from __future__ import annotations

import socket
import time
from contextlib import suppress

from common.printing.errors import PrinterUnreachable
from common.printing.transports.transport import Transport


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
