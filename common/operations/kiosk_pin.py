"""Staff open a kiosk with the hall's PIN, which is kept as an Argon2id hash only.

A try is counted and recorded before it is known to be right: whoever ends the process meanwhile has
no try for nothing. What was typed is in no record and in no log.
"""

from __future__ import annotations

import math
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from common.domain.event import Act
from common.domain.ids import ClerkLogin, KioskCode, RequestId
from common.domain.kiosk_pin import PinTries, pin_faults, pin_faults_in_words
from common.domain.session import Role
from common.operations.errors import KioskPinWaits, NoKioskPin, WeakKioskPin, WrongKioskPin
from common.operations.passwords import hash_password, is_password
from common.operations.staff import require_role
from common.store import Store

_GENERATED_LENGTH = 8
_SECOND = timedelta(seconds=1)


def set_kiosk_pin(store: Store, pin: str, *, by: ClerkLogin | None = None) -> None:
    """Open kiosks with `pin` from now on; who waits for a wrong one waits no more.

    Raises WeakKioskPin; NotPermitted unless `by` is an administrator.
    """
    faults = pin_faults(pin)
    if faults:
        raise WeakKioskPin(faults=faults, needed=pin_faults_in_words(faults))
    hashed = hash_password(pin)
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        tx.kiosk_pins.set_pin(hashed)
        tx.record_act(Act.SET_KIOSK_PIN, clerk=by, facts={"set": True})


def forget_kiosk_pin(store: Store, *, by: ClerkLogin | None = None) -> None:
    """Let nobody open kiosks. Raises NotPermitted unless `by` is an administrator."""
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        tx.kiosk_pins.forget_pin()
        tx.record_act(Act.SET_KIOSK_PIN, clerk=by, facts={"set": False})


def has_kiosk_pin(store: Store) -> bool:
    with store.read() as tx:
        return tx.kiosk_pins.pin_hash() is not None


@dataclass(frozen=True, slots=True)
class PinCheck:
    """What a kiosk keeps in memory, to let staff in while the hall's database is away."""

    known: str = field(repr=False)
    """The hash of the PIN."""
    tries: PinTries
    seconds: int
    """How long until this kiosk takes a PIN; 0 is now."""

    def is_pin(self, pin: str) -> bool:
        return is_password(pin, self.known)

    def one_more(self, now: datetime) -> PinCheck:
        """After one more try that has not proven right."""
        tries = self.tries.one_more(now)
        return replace(self, tries=tries, seconds=_seconds(tries.wait(now)))

    def at(self, now: datetime) -> PinCheck:
        """The same, `now`."""
        return replace(self, seconds=_seconds(self.tries.wait(now)))


def pin_check(store: Store, kiosk: KioskCode) -> PinCheck:
    """Whether `kiosk` takes a PIN now, and which. Raises NoKioskPin."""
    with store.read() as tx:
        known = tx.kiosk_pins.pin_hash()
        if known is None:
            raise NoKioskPin
        return PinCheck(known, tx.kiosk_pins.tries(kiosk), 0).at(tx.now)


def record_lonely_try(
    store: Store, kiosk: KioskCode, check: PinCheck, *, right: bool, request: RequestId
) -> None:
    """Keep a try that `kiosk` judged itself while the database was away, once a `request`."""
    with store.write() as tx:
        if tx.event_of(request) is not None:
            return
        tx.kiosk_pins.count(kiosk, PinTries() if right else check.tries)
        told = {"kiosk": kiosk, "in_a_row": check.tries.failures, "database": "away"}
        tx.record_act(Act.TRY_KIOSK_PIN, request=request, facts=told)
        if right:
            tx.record_act(Act.OPEN_KIOSK, facts={"kiosk": kiosk, "database": "away"})


def open_kiosk(store: Store, kiosk: KioskCode, pin: str) -> None:
    """Prove to be staff at `kiosk`.

    Raises WrongKioskPin, KioskPinWaits, NoKioskPin.
    """
    with store.write() as tx:
        known = tx.kiosk_pins.pin_hash()
        if known is None:
            raise NoKioskPin
        tries = tx.kiosk_pins.tries(kiosk)
        wait = tries.wait(tx.now)
        if wait:
            raise KioskPinWaits(seconds=_seconds(wait))
        counted = tries.one_more(tx.now)
        tx.kiosk_pins.count(kiosk, counted)
        tx.record_act(Act.TRY_KIOSK_PIN, facts={"kiosk": kiosk, "in_a_row": counted.failures})
        to_come = _seconds(counted.wait(tx.now))
    # The check takes some 50 ms on purpose, so it stands outside any write transaction.
    if not is_password(pin, known):
        raise WrongKioskPin(seconds=to_come)
    with store.write() as tx:
        tx.kiosk_pins.count(kiosk, PinTries())
        tx.record_act(Act.OPEN_KIOSK, facts={"kiosk": kiosk})


def new_kiosk_pin() -> str:
    """A PIN that nobody guesses."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(_GENERATED_LENGTH))
        if not pin_faults(pin):
            return pin


def _seconds(wait: timedelta) -> int:
    return math.ceil(wait / _SECOND)
