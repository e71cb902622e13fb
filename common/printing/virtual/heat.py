"""How warm the print head is: every black dot heats it, time cools it."""

from __future__ import annotations

import math
import time

from PIL import Image

ROOM = 25.0
TOO_HOT = 75.0
COOL_ENOUGH = 60.0
"""°C. Between the two it stays in the state in which it is."""
_ALL_BLACK = 200.0
"""What printing nothing but black for ever would add to the room's temperature."""
_SECONDS = 15.0
"""In which the difference to the room falls to 1/e."""


class Heat:
    """A head that prints as fast as its model does; one in a hurry also cools faster.

    `haste` is how many times faster than its model it runs.
    """

    def __init__(self, rows_per_second: float) -> None:
        self._rows_per_second = rows_per_second
        self.haste = 1.0
        self._above = 0.0
        self._at = time.monotonic()
        self._stopped = False

    @property
    def temperature(self) -> float:
        """°C, now."""
        self._cool()
        return ROOM + self._above

    @property
    def too_hot(self) -> bool:
        """True from the moment when it was too hot until it is cool enough."""
        limit = COOL_ENOUGH if self._stopped else TOO_HOT
        self._stopped = self.temperature >= limit
        return self._stopped

    @property
    def rest_seconds(self) -> float:
        """How long it still has to cool."""
        if not self.too_hot:
            return 0.0
        left = math.log(max(1.0, self._above / (COOL_ENOUGH - ROOM))) * _SECONDS
        return left / self.haste + 0.001

    def burn(self, band: Image.Image) -> None:
        """Print these rows."""
        self._cool()
        black = band.histogram()[-1] / (band.width * band.height)
        seconds = band.height / self._rows_per_second
        self._above += _ALL_BLACK * black * seconds / _SECONDS

    def _cool(self) -> None:
        now = time.monotonic()
        self._above *= math.exp((self._at - now) * self.haste / _SECONDS)
        self._at = now
