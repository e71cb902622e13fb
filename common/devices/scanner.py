"""Scanners of QR codes and barcodes on a serial line: one line of text for each code."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

from common.devices.address import DeviceAddress
from common.devices.device import PortDevice

LONGEST = 512
"""Bytes of one code; our own have eight. What is longer is dropped while it comes."""
_ENDS = re.compile(rb"[\r\n]")
_FRAME = b"\x02\x03\x00"
"""Some scanners put start and end of text around a code."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One code that was held before the scanner; repr() hides it, for it may be anybody's."""

    text: str
    """Empty for what is too long or no text at all."""

    def __repr__(self) -> str:
        return f"Scan({len(self.text)} signs)"


def decoded(payload: bytes) -> str:
    """The text of a code, which is UTF-8 or else GB 18030; empty when it is neither."""
    payload = payload.strip(_FRAME)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = payload.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if text.isprintable() else ""
    return ""


class ScanLines:
    """Cuts what a scanner says into codes.

    A code ends at CR or LF, or by a pause where the scanner was set up to send neither.
    """

    def __init__(self) -> None:
        self._line = bytearray()
        self._too_long = False

    def feed(self, data: bytes) -> list[Scan]:
        """The codes that `data` completes."""
        *ended, rest = _ENDS.split(data)
        scans = []
        for piece in ended:
            self._add(piece)
            scans += self.pause()
        self._add(rest)
        return scans

    def pause(self) -> list[Scan]:
        """What was begun and is complete, since nothing more comes."""
        line, too_long = bytes(self._line), self._too_long
        self.forget()
        return [Scan("" if too_long else decoded(line))] if line else []

    def forget(self) -> None:
        """Drop what was begun."""
        self._line.clear()
        self._too_long = False

    @property
    def begun(self) -> bool:
        return bool(self._line)

    def _add(self, piece: bytes) -> None:
        room = LONGEST - len(self._line)
        self._too_long = self._too_long or len(piece) > room
        self._line += piece[:room]


@dataclass(frozen=True, slots=True)
class ScannerPatience:
    """Seconds."""

    connect: float = 3.0
    pause: float = 0.2
    """After which a code without an end is complete: 190 signs at 9600 baud."""
    twice: float = 1.5
    """A code that lies before the scanner and is read again within this time is one scan."""


class Scanner(PortDevice[Scan]):
    """A scanner on a serial line."""

    def __init__(
        self, url: str, address: DeviceAddress, patience: ScannerPatience | None = None
    ) -> None:
        self._patience = patience or ScannerPatience()
        super().__init__(url, address, self._patience.connect)
        self._lines = ScanLines()
        self._waiting: list[Scan] = []
        self._last: tuple[str, float] = ("", float("-inf"))

    def look(self, seconds: float) -> Scan | None:
        deadline = time.monotonic() + seconds
        while (scan := self._next()) is None:
            left = deadline - time.monotonic()
            self._hear(self._patience.pause if self._lines.begun else max(0.0, left))
            if left <= 0:
                return self._next()
        return scan

    def _next(self) -> Scan | None:
        while self._waiting:
            scan = self._waiting.pop(0)
            if not self._is_the_same_again(scan):
                return scan
        return None

    def _hear(self, seconds: float) -> None:
        data = self.port().read(seconds)
        if data:
            self._waiting += self._lines.feed(data)
        else:
            self._waiting += self._lines.pause()

    def _is_the_same_again(self, scan: Scan) -> bool:
        now = time.monotonic()
        last, seen = self._last
        self._last = (scan.text, now)
        return bool(scan.text) and scan.text == last and now - seen < self._patience.twice

    def close(self) -> None:
        super().close()
        self._lines.forget()
        self._waiting.clear()
