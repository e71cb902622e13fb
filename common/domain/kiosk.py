"""A kiosk of the hall, and how it was when it last said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from common.domain.ids import KioskCode, ZoneCode
from common.domain.text import Text

HEARTBEAT = timedelta(seconds=10)
"""A kiosk says how it is at least so often."""
SILENT_AFTER = 3 * HEARTBEAT
"""A kiosk that has not been heard of for longer needs a look."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A place where people take numbers, as the hall file lists it."""

    code: KioskCode
    name: Text
    """Where it stands, in words that people find it by: 一楼东门自助机."""
    zone: ZoneCode | None = None


@dataclass(frozen=True, slots=True)
class KioskState:
    """What a kiosk said of itself."""

    kiosk: KioskCode
    seen_at: datetime
    """When it said so: the hall's time."""
    printer: str = ""
    """The printer's address; empty where there is none, and numbers stand on the screen."""
    trouble: str = "none"
    """What stands in the way of printing."""
    since: datetime | None = None
    """From when on; None while nothing does."""
    can_print: bool = False
    paper_low: bool = False
    roll_mm: int | None = None
    """Paper that is left on the roll, as reckoned; None while nobody knows."""
    slips_left: int | None = None
    """Slips that fit on it."""

    def is_silent(self, now: datetime) -> bool:
        """Whether nothing has been heard of it for too long."""
        return now - self.seen_at > SILENT_AFTER
