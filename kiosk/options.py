"""What one kiosk is told when it starts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from common.domain.ids import KioskCode
from common.domain.kiosk import KIOSK_CODE
from common.operations.errors import BadKioskName


@dataclass(frozen=True, slots=True)
class KioskOptions:
    name: str = "kiosk-1"
    """The kiosk's code in the hall file; who issued a number, in the record."""
    printer_url: str | None = None
    """None: numbers are shown on the screen only."""
    printer_profile: str = "generic-80"
    devices: tuple[str, ...] = ()
    """The URLs of scanners and card readers; none is needed."""
    forms: Path | None = None
    """The folder of the hall's own forms; None: those that come with the suite."""
    pictures: Path | None = None
    """A folder of this machine that goes before the hall file's."""
    screen: str | None = None
    """Of several screens, by name or number; None is the first."""
    cursor: bool = True
    """False where people touch: no pointer is drawn on the full screen."""

    @property
    def code(self) -> KioskCode:
        """The name as the hall file writes it. Raises BadKioskName."""
        if re.fullmatch(KIOSK_CODE, self.name) is None:
            raise BadKioskName(name=self.name)
        return KioskCode(self.name)
