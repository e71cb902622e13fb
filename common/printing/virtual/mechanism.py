"""What moves in the printer: roll, head, cutter and mouth. It has no lock of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PIL import Image

from common.printing.profile import Profile
from common.printing.virtual.build import Build
from common.printing.virtual.condition import Condition, Faults
from common.printing.virtual.heat import Heat
from common.printing.virtual.paper import Paper
from common.printing.virtual.picture import stack

ROLL_ENDS_MM = 1500.0
"""From here on the paper has a coloured edge."""
_LONGEST_DATA = 1 << 20
"""Bytes that are remembered of one slip."""


@dataclass(frozen=True, slots=True)
class PaperSlip:
    """A piece of paper that left the printer."""

    number: int
    picture: Image.Image
    """Black on white, one pixel per dot."""
    data: bytes
    """The bytes that made it."""
    cut: bool
    """False when it was torn off or the roll ended in it."""
    stripe_rows: int = 0
    """Rows at its lower end that carry the coloured edge of the roll's last metres."""


class Mechanism:
    """The paper's way through the device."""

    def __init__(
        self, profile: Profile, build: Build, roll_mm: float, paper_mm: float, faults: Faults
    ) -> None:
        self._profile = profile
        self._build = build
        self.roll_mm = roll_mm
        self.paper_mm = paper_mm
        self.faults = faults
        self.power = True
        self.paper = Paper(profile, build.cutter)
        self.heat = Heat(profile.speed * profile.dots_per_mm)
        self.pieces = 0
        self.waiting: PaperSlip | None = None
        """The slip in the presenter."""
        self.jams_next_cut = False
        self._data = bytearray()

    @property
    def near_end(self) -> bool:
        """What the sensor beside the core sees; False for ever where there is none."""
        return self._profile.near_end_mm > 0 and self.paper_mm <= self._profile.near_end_mm

    @property
    def paper_end(self) -> bool:
        """True when the end of the roll has passed the sensor before the head."""
        return self.paper_mm <= 0

    @property
    def stripe_rows(self) -> int:
        """Rows of the coloured edge that have passed the head."""
        return max(0, round((ROLL_ENDS_MM - self.paper_mm) * self._profile.dots_per_mm))

    @property
    def condition(self) -> Condition:
        """What the sensors see now."""
        return Condition(
            faults=self.faults,
            near_end=self.near_end,
            paper_end=self.paper_end,
            hot=self.faults.head_hot or self.heat.too_hot,
            slip_waits=self.waiting is not None,
        )

    @property
    def ready(self) -> bool:
        """True when it can print."""
        return self.power and not self.faults.dead and not self.condition.offline

    def set_faults(self, **changes: Any) -> None:
        """Break or repair."""
        self.faults = replace(self.faults, **changes)

    def remember(self, data: bytes) -> None:
        """Bytes that the next slip is made of."""
        self._data += data[: _LONGEST_DATA - len(self._data)]

    def advance(self, band: Image.Image) -> None:
        """Burn these rows and move the paper past the head. A slip still in the mouth falls out."""
        self.waiting = None
        self.heat.burn(band)
        self.paper.append(band)
        self.paper_mm = max(0.0, self.paper_mm - band.height / self._profile.dots_per_mm)

    def cut(self) -> PaperSlip:
        """What lies beyond the cutter."""
        slip = self._leave(self.paper.cut(), cut=True)
        self.waiting = slip if self._build.presenter else None
        return slip

    def tear(self) -> PaperSlip:
        """Everything up to the head."""
        return self._leave(self.paper.tear(), cut=False)

    def _leave(self, piece: Image.Image, cut: bool) -> PaperSlip:
        self.pieces += 1
        picture = stack([piece], piece.width)
        data = bytes(self._data)
        self._data.clear()
        striped = self.stripe_rows - (self.paper.gap if cut else 0)
        return PaperSlip(self.pieces, picture, data, cut, max(0, min(picture.height, striped)))
