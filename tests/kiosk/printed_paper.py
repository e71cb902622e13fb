"""What lies in the tray of a printer, read from the paper and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.mechanism import PaperSlip
from tests.printing.reading import read_slip

RESET = b"\x1b@"
_NUMBER = re.compile(rb"FA\d{3,4}")


@dataclass(frozen=True)
class Sheet:
    """Paper up to a cut; where a roll ended in it, both its pieces."""

    whole: tuple[str, ...]
    """The numbers whose slip is on it from the first line to the last, with its code."""
    second: bool
    """It says 补打."""
    mentioned: frozenset[str]
    """All numbers that are on it, be it on half a slip."""
    millimetres: float


class Tray:
    """Takes the paper out of a virtual printer, so that it need not keep it."""

    def __init__(self, device: VirtualPrinter) -> None:
        self._device = device
        self._taken = 0
        self._torn: list[PaperSlip] = []
        self.sheets: list[Sheet] = []

    def collect(self) -> None:
        """Read what has come out since."""
        for piece in self._device.slips:
            if piece.number <= self._taken:
                continue
            assert piece.number == self._taken + 1, "paper was thrown away unread"
            self._taken = piece.number
            self._torn.append(piece)
            if piece.cut:
                self.sheets.append(_read(self._torn, self._device.profile.dots_per_mm))
                self._torn = []


def _read(pieces: list[PaperSlip], dots_per_mm: float) -> Sheet:
    data = b"".join(piece.data for piece in pieces)
    return Sheet(
        whole=tuple(_whole_slips(data)),
        second="补打".encode("gbk") in data,
        mentioned=frozenset(found.decode() for found in _NUMBER.findall(data)),
        millimetres=sum(piece.picture.height for piece in pieces) / dots_per_mm,
    )


def _whole_slips(data: bytes) -> Iterator[str]:
    for part in data.split(RESET)[1:]:
        try:
            reading = read_slip(RESET + part)
        except (AssertionError, IndexError, UnicodeDecodeError):
            continue  # half a slip, or rubbish
        numbers = [text.strip() for text, _, _, height, _ in reading.lines if height > 2]
        if reading.cut and numbers and (reading.qr or reading.rasters):
            yield numbers[0]
