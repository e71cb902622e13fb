"""The PIN with which staff open kiosks, and how often it was tried in vain at each."""

from __future__ import annotations

from common.domain.ids import KioskCode
from common.domain.kiosk_pin import PinTries
from common.store.driver import HallLink
from common.store.rows import instant, stored

_PIN = "SELECT pin_hash FROM kiosk_pin WHERE hall = :hall"
_TRIES = "SELECT failures, wait_until FROM kiosk_pin_tries WHERE hall = :hall AND kiosk = :kiosk"
_SET_PIN = """
    INSERT INTO kiosk_pin (hall, pin_hash) VALUES (:hall, :pin_hash)
    ON CONFLICT (hall) DO UPDATE SET pin_hash = excluded.pin_hash
"""
_FORGET_PIN = "DELETE FROM kiosk_pin WHERE hall = :hall"
_FORGET_TRIES = "DELETE FROM kiosk_pin_tries WHERE hall = :hall"
_COUNT = """
    INSERT INTO kiosk_pin_tries (hall, kiosk, failures, wait_until)
    VALUES (:hall, :kiosk, :failures, :wait_until)
    ON CONFLICT (hall, kiosk) DO UPDATE
    SET failures = excluded.failures, wait_until = excluded.wait_until
"""


class KioskPins:
    """What a PIN is compared with, and whether a kiosk may try one now."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def pin_hash(self) -> str | None:
        """None while no PIN is set."""
        rows = self._link.rows(_PIN)
        return str(rows[0][0]) if rows else None

    def tries(self, kiosk: KioskCode) -> PinTries:
        rows = self._link.rows(_TRIES, kiosk=kiosk)
        return PinTries(rows[0][0], instant(rows[0][1])) if rows else PinTries()


class KioskPinChanges(KioskPins):
    """A PIN is set or tried. Nobody but the kiosk waits for that."""

    def set_pin(self, pin_hash: str) -> None:
        """A new one, for which no kiosk has to wait."""
        self._link.change_quietly(_SET_PIN, pin_hash=pin_hash)
        self._link.change_quietly(_FORGET_TRIES)

    def forget_pin(self) -> None:
        self._link.change_quietly(_FORGET_PIN)

    def count(self, kiosk: KioskCode, tries: PinTries) -> None:
        self._link.change_quietly(
            _COUNT, kiosk=kiosk, failures=tries.failures, wait_until=stored(tries.wait_until)
        )
