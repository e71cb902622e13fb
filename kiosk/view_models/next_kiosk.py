"""Where slips are printed when this kiosk prints none."""

from __future__ import annotations

from collections.abc import Iterable

from common.domain.hall import Hall
from common.domain.ids import KioskCode
from common.domain.kiosk import Kiosk
from common.operations import KioskNow


def next_kiosk(found: Iterable[KioskNow], hall: Hall, own: KioskCode) -> Kiosk | None:
    """The nearest other kiosk that gives paper: of the same zone, else of the nearest floor."""
    here = hall.kiosk(own)

    def distance(there: Kiosk) -> tuple[bool, int, str]:
        return there.zone != here.zone, abs(_floor(hall, there) - _floor(hall, here)), there.code

    working = (now.kiosk for now in found if now.gives_paper and now.kiosk.code != own)
    return min(working, key=distance, default=None)


def _floor(hall: Hall, kiosk: Kiosk) -> int:
    """Of a kiosk that stands in no zone nobody knows it; it counts as the ground floor."""
    return hall.zone(kiosk.zone).floor if kiosk.zone else 1
