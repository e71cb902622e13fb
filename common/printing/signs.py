"""What the bits of a printer's status mean: the same five questions, other answers per model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from common.printing.status import PrinterStatus, Trouble

FULL_STATUS = 20
"""``DLE EOT 20`` of Custom's kiosk printers: four bytes at once instead of one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Bits in the answer to ``DLE EOT request`` that are set together or not at all."""

    request: int
    """1 printer, 2 cause of being off line, 3 error, 4 roll sensors, 20 full status."""
    mask: int
    byte: int = 0
    """Which byte of the answer."""

    def set_in(self, answers: Mapping[int, bytes]) -> bool | None:
        """True or False; None when only some of the bits are set, so that the byte is no answer."""
        found = answers[self.request][self.byte] & self.mask
        return True if found == self.mask else False if not found else None


Marks = tuple[Mark, ...]


def marks(*pairs: tuple[int, int]) -> Marks:
    """Marks from pairs of request and mask."""
    return tuple(Mark(request, mask) for request, mask in pairs)


@dataclass(frozen=True)
class Signs:
    """Where each condition of a model shows: any of the marks tells it, none means not told.

    The defaults are what Epson defines for DLE EOT 1-4, which other makes follow but for the
    meaning of request 3.
    """

    cover: Marks = field(default=marks((2, 0x04)))
    paper_end: Marks = field(default=marks((2, 0x20), (4, 0x60)))
    jam: Marks = ()
    cutter: Marks = field(default=marks((3, 0x08)))
    unrecoverable: Marks = field(default=marks((3, 0x20)))
    recoverable: Marks = field(default=marks((3, 0x40)))
    error: Marks = field(default=marks((2, 0x40), (3, 0x04)))
    offline: Marks = field(default=marks((1, 0x08)))
    near_end: Marks = field(default=marks((4, 0x0C)))

    @cached_property
    def requests(self) -> tuple[int, ...]:
        """The n of every ``DLE EOT n`` to ask; 1 always."""
        asked = {mark.request for sign in fields(self) for mark in getattr(self, sign.name)}
        return tuple(sorted({1} | asked))

    def read(self, answers: Mapping[int, bytes]) -> PrinterStatus:
        """The status that these answers, one for each of `requests`, tell together.

        UNKNOWN when an answer contradicts itself: bits that only come together came alone.
        """
        told = {sign.name: self._told(sign.name, answers) for sign in fields(self)}
        if None in told.values():
            return PrinterStatus.untold(Trouble.UNKNOWN)
        low = bool(told["near_end"])
        for sign, trouble in _WORST_FIRST:
            if told[sign]:
                return PrinterStatus(trouble, can_print=False, told=True, paper_low=low)
        trouble = Trouble.PAPER_LOW if low else Trouble.NONE
        return PrinterStatus(trouble, can_print=True, told=True, paper_low=low)

    def _told(self, sign: str, answers: Mapping[int, bytes]) -> bool | None:
        seen = [mark.set_in(answers) for mark in getattr(self, sign)]
        return None if None in seen else any(seen)


_WORST_FIRST = (
    ("cover", Trouble.COVER_OPEN),
    ("paper_end", Trouble.PAPER_OUT),
    ("jam", Trouble.JAM),
    ("cutter", Trouble.CUTTER),
    ("unrecoverable", Trouble.SERVICE),
    ("recoverable", Trouble.HEAD),
    ("error", Trouble.ERROR),
    ("offline", Trouble.OFFLINE),
)
"""What staff must see to first; an open cover sets most of the others too."""

SIGNS = tuple(sign.name for sign in fields(Signs))
