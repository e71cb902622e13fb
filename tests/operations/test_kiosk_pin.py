"""Staff open a kiosk by its PIN, and nobody else does by trying."""

from __future__ import annotations

import pytest

from common.domain.event import Act
from common.domain.ids import KioskCode
from common.domain.kiosk_pin import PinFault, pin_faults
from common.operations import (
    forget_kiosk_pin,
    has_kiosk_pin,
    new_kiosk_pin,
    open_kiosk,
    pin_check,
    set_kiosk_pin,
)
from common.operations.errors import KioskPinWaits, NoKioskPin, WeakKioskPin, WrongKioskPin
from common.store import open_store

HERE, THERE = KioskCode("kiosk-1"), KioskCode("kiosk-2")
PIN, WRONG = "407193", "407194"


@pytest.fixture
def quick(monkeypatch) -> None:
    """A real hash takes its time on purpose; one test has it."""
    monkeypatch.setattr("common.operations.kiosk_pin.hash_password", lambda pin: f"of {pin}")
    monkeypatch.setattr(
        "common.operations.kiosk_pin.is_password", lambda pin, known: known == f"of {pin}"
    )


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("40719", PinFault.SHORT),
        ("4071934071936", PinFault.LONG),
        ("40719a", PinFault.DIGITS),
        ("٤٠٧١٩٣", PinFault.DIGITS),
        ("123456", PinFault.GUESSABLE),
        ("210987", PinFault.GUESSABLE),
        ("888888", PinFault.GUESSABLE),
        ("131131", PinFault.GUESSABLE),
        ("407407", PinFault.GUESSABLE),
    ],
)
def test_a_weak_pin_is_refused_and_the_fault_named(pin, fault):
    assert fault in pin_faults(pin)
    assert not pin_faults(PIN) and not pin_faults(new_kiosk_pin())


def test_the_right_pin_opens_and_every_try_is_in_the_record_without_it(hall_store):
    with pytest.raises(NoKioskPin):
        open_kiosk(hall_store, HERE, PIN)
    with pytest.raises(WeakKioskPin, match="no run"):
        set_kiosk_pin(hall_store, "123456")
    set_kiosk_pin(hall_store, PIN)
    with pytest.raises(WrongKioskPin):
        open_kiosk(hall_store, HERE, WRONG)
    open_kiosk(hall_store, HERE, PIN)
    with hall_store.read() as tx:
        acts = [event for event in tx.events() if "kiosk" in event.move.value]
    assert [event.move for event in acts] == [
        Act.SET_KIOSK_PIN,
        Act.TRY_KIOSK_PIN,
        Act.TRY_KIOSK_PIN,
        Act.OPEN_KIOSK,
    ]
    assert [event.facts.get("in_a_row") for event in acts] == [None, 1, 2, None]
    assert not any(PIN in str(event) or WRONG in str(event) for event in acts)


def test_wrong_pins_make_that_kiosk_wait_longer_and_longer_also_after_a_new_start(
    sqlite_url, clock, quick
):
    store = open_store(sqlite_url, clock)
    set_kiosk_pin(store, PIN)
    waits = []
    for _ in range(12):
        with pytest.raises(WrongKioskPin):
            open_kiosk(store, HERE, WRONG)
        waits.append(pin_check(store, HERE).seconds)
        store.close()
        store = open_store(sqlite_url, clock)
        if waits[-1]:
            clock.advance(seconds=waits[-1] - 1)
            with pytest.raises(KioskPinWaits):
                open_kiosk(store, HERE, PIN)
            clock.advance(seconds=1)
    assert waits == [0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    assert pin_check(store, THERE).seconds == 0
    open_kiosk(store, HERE, PIN)
    with pytest.raises(WrongKioskPin):
        open_kiosk(store, HERE, WRONG)
    assert pin_check(store, HERE).seconds == 0, "the right PIN forgives the wrong ones before it"
    store.close()


def test_a_process_that_ends_during_the_check_has_used_its_try(hall_store, monkeypatch, quick):
    set_kiosk_pin(hall_store, PIN)
    for _ in range(3):
        with monkeypatch.context() as broken:
            broken.setattr("common.operations.kiosk_pin.is_password", lambda *_: 1 // 0)
            with pytest.raises(ZeroDivisionError):
                open_kiosk(hall_store, HERE, WRONG)
    assert pin_check(hall_store, HERE).seconds == 30


def test_a_new_pin_ends_the_wait_and_no_pin_opens_nothing(hall_store, quick):
    set_kiosk_pin(hall_store, PIN)
    for _ in range(3):
        with pytest.raises(WrongKioskPin):
            open_kiosk(hall_store, HERE, WRONG)
    set_kiosk_pin(hall_store, "907143")
    open_kiosk(hall_store, HERE, "907143")
    assert has_kiosk_pin(hall_store)
    forget_kiosk_pin(hall_store)
    assert not has_kiosk_pin(hall_store)
    with pytest.raises(NoKioskPin):
        open_kiosk(hall_store, HERE, "907143")
