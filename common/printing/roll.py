"""How much paper is left: an estimate from what was printed and what the sensors said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from common.printing.profile import Profile
from common.printing.status import PrinterStatus, Trouble


@dataclass(frozen=True, slots=True)
class RollEstimate:
    """The roll in one printer. Values only: every event gives a new estimate."""

    roll_mm: float
    """A new roll."""
    near_end_mm: float
    """What is left when the sensor first says so; 0 without such a sensor."""
    mm_left: float | None = None
    """None until something is known: a new roll was put in, or a sensor spoke."""
    low: bool | None = None
    """What the near-end sensor said last."""
    out: bool = False
    """True while the paper has ended."""

    @classmethod
    def unknown(cls, profile: Profile) -> RollEstimate:
        """A roll of which nobody knows how much of it is used."""
        return cls(profile.roll_mm, profile.near_end_mm)

    def new_roll(self) -> RollEstimate:
        """After somebody put a new roll in."""
        return replace(self, mm_left=self.roll_mm, low=False, out=False)

    def printed(self, millimetres: float) -> RollEstimate:
        """After this much paper came out."""
        if self.mm_left is None:
            return self
        return replace(self, mm_left=max(0.0, self.mm_left - max(0.0, millimetres)))

    def seen(self, status: PrinterStatus) -> RollEstimate:
        """After a look at the printer.

        The sensor's first word that the end is near bounds what is left. Paper that is there again
        after its end, or is no longer near its end, is a new roll. An open cover and any fault say
        nothing about the roll, nor does a printer that does not answer.
        """
        if not status.told:
            return self
        if status.trouble is Trouble.PAPER_OUT:
            return replace(self, mm_left=0.0, out=True)
        if not status.can_print:
            return self
        if self.out or (self.low and not status.paper_low):
            return self._after_change(status.paper_low)
        if status.paper_low and not self.low:
            return replace(self, mm_left=self._bounded(), low=True)
        return replace(self, low=status.paper_low)

    def slips_left(self, slip_mm: float) -> int | None:
        """How many slips of this length the roll still gives; None when nobody knows."""
        return None if self.mm_left is None else int(self.mm_left // slip_mm)

    def _after_change(self, low: bool) -> RollEstimate:
        changed = self.new_roll()
        return replace(changed, mm_left=self.near_end_mm, low=True) if low else changed

    def _bounded(self) -> float:
        return self.near_end_mm if self.mm_left is None else min(self.mm_left, self.near_end_mm)
