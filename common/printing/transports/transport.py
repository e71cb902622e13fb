"""What every open way to a printer can do."""

from __future__ import annotations

from abc import ABC, abstractmethod

from common.printing.errors import PrinterTimeout, PrinterUnreachable


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
