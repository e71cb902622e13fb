"""What people come for these days."""

from __future__ import annotations

from datetime import timedelta

from common.domain.ids import ServiceCode
from common.store import Store

_DAYS = timedelta(days=7)
_NUMBERS = 500
"""So many of the latest numbers say it, however many there were: a hall's busy day."""


def taken_of_late(store: Store, at_most: int) -> tuple[ServiceCode, ...]:
    """The services of the hall most taken in the last week, the most wanted first."""
    with store.read() as tx:
        counts = tx.pace.taken_of_late(tx.today - _DAYS, _NUMBERS)
        known = [service.code for service in tx.hall.services if service.code in counts]
    return tuple(sorted(known, key=lambda code: -counts[code])[:at_most])
