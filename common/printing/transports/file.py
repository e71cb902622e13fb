"""A file in a printer's place."""

from __future__ import annotations

import os
import select

from common.ports.awake import NAP, now
from common.printing.transports.transport import Transport


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
        deadline = now() + seconds
        written = 0
        while written < len(data):
            left = deadline - now()
            if left <= 0:
                raise self._late(seconds, written)
            try:
                written += os.write(self._file, data[written:])
            except BlockingIOError:
                select.select([], [self._file], [], min(left, NAP))
            except OSError as error:
                raise self._gone(error, written) from error

    def read(self, seconds: float) -> bytes:
        return b""

    def drop_unsent(self) -> None:
        return  # a file keeps what it has

    def close(self) -> None:
        os.close(self._file)
