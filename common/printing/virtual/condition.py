"""The state of the device at one moment, and the status bytes by which the model tells it."""

from __future__ import annotations

from dataclasses import dataclass

from common.printing.signs import FULL_STATUS, Marks, Signs

_ONE_BYTE = 0x12
"""The fixed bits of an answer to ``DLE EOT 1-4``."""
_TICKET_OUT = 0x20
"""In the first byte of Custom's full status: a ticket waits in the presenter."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with the device. Everything can be broken and repaired while it runs."""

    cover_open: bool = False
    cutter_stuck: bool = False
    paper_jam: bool = False
    head_hot: bool = False
    """Too hot, whatever was printed; it also becomes so by itself after much black."""
    mechanical: bool = False
    """An error that only service repairs."""
    dead: bool = False
    """Current flows and the lamp is lit, but nothing is heard, printed or answered."""
    babbling: bool = False
    """Sends senseless bytes without end."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What the sensors see."""

    faults: Faults
    near_end: bool
    paper_end: bool
    hot: bool
    slip_waits: bool

    @property
    def error(self) -> bool:
        """True when a fault other than an open cover or missing paper stops the device."""
        wrong = self.faults
        return wrong.cutter_stuck or wrong.paper_jam or wrong.mechanical or self.hot

    @property
    def offline(self) -> bool:
        """True when nothing can be printed."""
        return self.error or self.faults.cover_open or self.paper_end

    def real_time_status(self, n: int, signs: Signs) -> bytes:
        """The answer to ``DLE EOT n``; empty when the model does not know n."""
        if n == FULL_STATUS:
            full = [self._bits(signs, n, byte) for byte in range(4)]
            full[0] |= _TICKET_OUT * self.slip_waits
            return bytes((0x10, 0x0F, *full))
        return bytes((_ONE_BYTE | self._bits(signs, n, 0),))

    def automatic_status(self) -> bytes:
        """The four bytes of ``GS a``."""
        wrong = self.faults
        first = 0x10 | 0x08 * self.offline | 0x20 * wrong.cover_open
        second = 0x04 * wrong.paper_jam | 0x08 * wrong.cutter_stuck
        second |= 0x20 * wrong.mechanical | 0x40 * self.hot
        return bytes((first, second, self.roll_bits, 0x0F))

    def watched(self, mask: int) -> tuple[bool, ...]:
        """What ``GS a mask`` reports a change of."""
        wrong = self.faults
        kinds = (wrong.cutter_stuck, wrong.paper_jam, wrong.mechanical, self.hot)
        return (
            *(bool(mask & 0x02) and bit for bit in (self.offline, wrong.cover_open)),
            *(bool(mask & 0x04) and bit for bit in kinds),
            *(bool(mask & 0x08) and bit for bit in (self.near_end, self.paper_end)),
        )

    @property
    def roll_bits(self) -> int:
        """The paper sensors as ``GS r 1`` and the third byte of automatic status tell them."""
        return 0x03 * self.near_end | 0x0C * self.paper_end

    def _bits(self, signs: Signs, request: int, byte: int) -> int:
        bits = 0
        for mark in self._shown(signs):
            if (mark.request, mark.byte) == (request, byte):
                bits |= mark.mask
        return bits

    def _shown(self, signs: Signs) -> Marks:
        """The marks that are set: each sign's own, and the common one of errors."""
        wrong = self.faults
        unnamed_jam = wrong.paper_jam and not signs.jam
        shown = [
            (wrong.cover_open, signs.cover),
            (self.paper_end, signs.paper_end),
            (wrong.paper_jam, signs.jam),
            (wrong.cutter_stuck, signs.cutter),
            (wrong.mechanical, signs.unrecoverable),
            (self.hot, signs.recoverable),
            (self.offline, signs.offline),
            (self.near_end, signs.near_end),
            (self.error, tuple(m for m in signs.error if m.request != 3 or unnamed_jam)),
        ]
        return tuple(mark for active, marks in shown if active for mark in marks)
