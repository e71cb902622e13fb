"""How often somebody may guess at a kiosk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

MOST = 5
SECONDS = 600.0


class Tries:
    """So many wrong ones within a time, whoever stands there; nothing of them is kept."""

    def __init__(
        self, clock: Callable[[], float], most: int = MOST, seconds: float = SECONDS
    ) -> None:
        self._clock = clock
        self._seconds = seconds
        self._failed: deque[float] = deque(maxlen=most)

    @property
    def spent(self) -> bool:
        """Whether there were too many of late."""
        whole = len(self._failed) == self._failed.maxlen
        return whole and self._clock() - self._failed[0] < self._seconds

    def failed(self) -> None:
        self._failed.append(self._clock())
