"""A key pressed twice in haste is one press."""

from __future__ import annotations

import time
from collections.abc import Callable

SETTLE_SECONDS = 0.4
"""Longer than a double press takes, shorter than reading the number that has just appeared."""


class PressGuard:
    """Refuses the second of two presses of the same key within `settle_seconds`.

    The first press changes what the key means (call, then serve), so the second would do something
    that nobody decided.
    """

    def __init__(
        self,
        settle_seconds: float = SETTLE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settle_seconds = settle_seconds
        self._clock = clock
        self._accepted: dict[str, float] = {}

    def accepts(self, key: str) -> bool:
        now = self._clock()
        before = self._accepted.get(key)
        if before is not None and now - before < self._settle_seconds:
            return False
        self._accepted[key] = now
        return True
