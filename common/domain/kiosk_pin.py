"""The PIN with which staff open a kiosk: what it must be, and how long a wrong one makes wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from common.domain.text import Text

SHORTEST = 6
LONGEST = 12
_FEWEST_DIGITS = 3
FREE_TRIES = 3
"""So many wrong PINs in a row cost nothing: fingers slip."""
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)
"""24 tries a day: a million PINs take a century."""


class PinFault(StrEnum):
    """What is wrong with a PIN."""

    DIGITS = "digits"
    SHORT = "short"
    LONG = "long"
    GUESSABLE = "guessable"


PIN_POLICY: dict[PinFault, Text] = {
    PinFault.DIGITS: Text(zh="只含数字", en="digits only"),
    PinFault.SHORT: Text(zh=f"至少 {SHORTEST} 位", en=f"at least {SHORTEST} digits"),
    PinFault.LONG: Text(zh=f"最多 {LONGEST} 位", en=f"at most {LONGEST} digits"),
    PinFault.GUESSABLE: Text(
        zh="不是连续、重复或少于 3 种的数字",
        en="no run, no repetition, and at least 3 different digits",
    ),
}
"""What each fault asks for."""


def pin_faults(pin: str) -> tuple[PinFault, ...]:
    """Everything that is wrong with `pin`."""
    found = {
        PinFault.DIGITS: not (pin.isascii() and pin.isdigit()),
        PinFault.SHORT: len(pin) < SHORTEST,
        PinFault.LONG: len(pin) > LONGEST,
        PinFault.GUESSABLE: _guessable(pin),
    }
    return tuple(fault for fault, is_there in found.items() if is_there)


def pin_faults_in_words(faults: tuple[PinFault, ...]) -> Text:
    """All that `faults` ask for, in one line."""
    return Text(
        zh="；".join(PIN_POLICY[fault].zh for fault in faults),
        en="; ".join(PIN_POLICY[fault].en for fault in faults),
    )


def _guessable(pin: str) -> bool:
    if len(set(pin)) < _FEWEST_DIGITS:
        return True
    steps = {(ord(b) - ord(a)) % 10 for a, b in pairwise(pin)}
    if steps in ({1}, {9}):
        return True
    return any(pin == pin[:n] * (len(pin) // n) for n in range(1, len(pin) // 2 + 1))


@dataclass(frozen=True, slots=True)
class PinTries:
    """The wrong PINs in a row at one kiosk, and until when it takes no other."""

    failures: int = 0
    wait_until: datetime | None = None

    def wait(self, now: datetime) -> timedelta:
        """How long until a PIN may be tried again."""
        if self.wait_until is None:
            return timedelta(0)
        return max(timedelta(0), min(self.wait_until - now, _LONGEST_WAIT))

    def one_more(self, now: datetime) -> PinTries:
        """After one more try that has not proven right."""
        failures = self.failures + 1
        if failures < FREE_TRIES:
            return PinTries(failures)
        doubled = _FIRST_WAIT * 2 ** min(failures - FREE_TRIES, 10)
        return PinTries(failures, now + min(doubled, _LONGEST_WAIT))
