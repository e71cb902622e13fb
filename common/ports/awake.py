"""The time that deadlines of devices count: that in which this program was running."""

from __future__ import annotations

import threading
import time

NAP = 0.05
"""Seconds to wait at a stretch: who waits longer for a device looks at the time in between."""
_KEPT_WAITING = 2 * NAP
"""A longer stretch between two looks at the time is none in which anybody could have answered."""


class _Clock(threading.local):
    def __init__(self) -> None:
        self.seen = time.monotonic()
        self.counted = 0.0


_clock = _Clock()


def now() -> float:
    """Seconds since this thread first asked, without those in which it was kept from running.

    A computer that was busy or asleep for a moment, and found a device's answer too late, would
    otherwise call that device silent. Only for differences, within one thread that waits `NAP` at
    most between two looks.
    """
    seen = time.monotonic()
    _clock.counted += min(seen - _clock.seen, _KEPT_WAITING)
    _clock.seen = seen
    return _clock.counted
