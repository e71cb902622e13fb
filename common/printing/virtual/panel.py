"""What can be seen of the virtual printer from outside, as it was at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from common.printing.virtual.condition import Faults


@dataclass(frozen=True, slots=True)
class Strip:
    """The paper that hangs out of the slot."""

    piece: int
    """Counts up with every cut, so that a viewer knows when to begin anew."""
    bands: tuple[Image.Image, ...]
    dropped: int = 0
    """Bands of this piece before the first one, which are no longer kept."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What the front of the device shows, and where its knobs stand."""

    power: bool
    faults: Faults
    paper_mm: float
    stripe_rows: int
    """Rows of the roll's coloured edge that have passed the head."""
    near_end: bool
    paper_end: bool
    printing: bool
    temperature: float
    """Of the head, °C."""
    too_hot: bool
    slip_waits: bool
    """A slip lies in the presenter."""
    slips: int
    """All that have left the printer."""
    buffered: int
    """Bytes in the receive buffer and on the way to it."""
    held: bool
    """True while the host is told to wait."""
    lost_bytes: int
    """Bytes that came when the buffer was full."""

    @property
    def cover_open(self) -> bool:
        return self.faults.cover_open

    @property
    def cutter_stuck(self) -> bool:
        return self.faults.cutter_stuck

    @property
    def error(self) -> bool:
        """True when the red light is on."""
        wrong = self.faults
        stuck = wrong.cutter_stuck or wrong.paper_jam or wrong.mechanical
        return stuck or wrong.cover_open or self.paper_end or self.too_hot
