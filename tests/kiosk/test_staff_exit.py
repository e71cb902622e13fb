"""The hidden way in for staff: by the gesture, the PIN, and fingers on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from common.operations import pin_check, set_kiosk_pin
from common.store import DatabaseAway
from kiosk.view_models.staff_exit import GESTURE, GESTURE_SECONDS, Door

PIN, WRONG = "407193", "407194"
SIZE = (1080.0, 1920.0)
CORNERS = {"L": (40.0, 40.0), "R": (1040.0, 40.0)}


@pytest.fixture
def quick(monkeypatch) -> None:
    """A real hash takes its time on purpose."""
    monkeypatch.setattr("common.operations.kiosk_pin.hash_password", lambda pin: f"of {pin}")
    monkeypatch.setattr(
        "common.operations.kiosk_pin.is_password", lambda pin, known: known == f"of {pin}"
    )


@pytest.fixture
def models(make_models, quick):
    return make_models()


@pytest.fixture
def staff(models):
    return models.staff


def knock(staff, corners: str = GESTURE) -> None:
    for corner in corners:
        staff.touched_at(*CORNERS[corner], *SIZE)


def type_pin(staff, pin: str) -> None:
    for digit in pin:
        staff.press(digit)
    staff.accept()


def test_only_the_whole_gesture_within_its_time_opens_and_nothing_else(
    staff, idle_clock, store, qtbot
):
    set_kiosk_pin(store, PIN)
    for chance in ("LRLR", "LLLLL", "RLRLR"):
        knock(staff, chance)
        staff.touched_at(500, 900, *SIZE)
    knock(staff, "LRL")
    idle_clock.seconds += GESTURE_SECONDS + 1
    knock(staff, "RL")
    staff.touched_at(500, 900, *SIZE)
    for corner in GESTURE:
        staff.touched_at(CORNERS[corner][0], 1900, *SIZE)
    assert staff.door is Door.SHUT
    knock(staff, "LRLR")
    knock(staff, "L")
    qtbot.waitUntil(lambda: staff.door is Door.PIN)


def test_the_pin_opens_the_page_and_a_minute_without_touch_shuts_it(
    models, staff, store, idle_clock, qtbot
):
    set_kiosk_pin(store, PIN)
    models.journey.start()
    knock(staff)
    assert models.journey.page.value == "attract", "the visit before is over"
    qtbot.waitUntil(lambda: staff.door is Door.PIN)
    type_pin(staff, PIN[:5])
    assert staff.door is Door.PIN
    staff.press(PIN[5])
    staff.accept()
    qtbot.waitUntil(lambda: staff.door is Door.OPEN)
    wanted = []
    staff.start_again_wanted.connect(lambda: wanted.append("again"))
    staff.end_wanted.connect(lambda: wanted.append("end"))
    staff.start_again()
    staff.end()
    assert wanted == ["again", "end"]
    idle_clock.seconds += 59
    staff.touched_at(500, 900, *SIZE)
    idle_clock.seconds += 59
    staff._idle.tick()
    assert staff.door is Door.OPEN
    idle_clock.seconds += 1
    staff._idle.tick()
    assert staff.door is Door.SHUT
    staff.start_again()
    staff.end()
    assert len(wanted) == 2, "behind a shut door nothing happens"


def test_wrong_pins_are_counted_down_and_keys_wait(staff, store, idle_clock, clock, qtbot):
    set_kiosk_pin(store, PIN)
    knock(staff)
    qtbot.waitUntil(lambda: staff.door is Door.PIN)
    for _ in range(3):
        type_pin(staff, WRONG)
        qtbot.waitUntil(lambda: staff.door is Door.PIN)
        assert staff.wrong
    assert staff.wait == 30
    staff.press("4")
    assert staff.digits == 0
    staff.shut()
    knock(staff)
    qtbot.waitUntil(lambda: staff.door is Door.PIN)
    assert staff.wait == 30, "who comes again waits as well"
    clock.advance(seconds=30)
    idle_clock.seconds += 30
    assert staff.wait == 0
    type_pin(staff, PIN)
    qtbot.waitUntil(lambda: staff.door is Door.OPEN)


def test_without_a_pin_nothing_opens_and_it_says_how_to_set_one(staff, qtbot):
    knock(staff)
    qtbot.waitUntil(lambda: staff.door is Door.NO_PIN)
    type_pin(staff, "123456")
    staff.end()
    assert staff.door is Door.NO_PIN


def test_while_the_database_is_away_the_kiosk_judges_itself_and_tells_it_afterwards(
    models, staff, store, clock, idle_clock, monkeypatch, qtbot
):
    set_kiosk_pin(store, PIN)
    staff.remember()
    qtbot.waitUntil(lambda: staff._known is not None)
    with monkeypatch.context() as network:
        network.setattr(type(store), "read", _away)
        network.setattr(type(store), "write", _away)
        knock(staff)
        qtbot.waitUntil(lambda: staff.door is Door.PIN)
        for _ in range(3):
            type_pin(staff, WRONG)
            qtbot.waitUntil(lambda: staff.door is Door.PIN)
        assert staff.wait == 30
        staff.shut()
        knock(staff)
        qtbot.waitUntil(lambda: staff.door is Door.PIN)
        assert staff.wait == 30, "who comes again waits as well"
        clock.advance(seconds=30)
        idle_clock.seconds += 30
        type_pin(staff, PIN)
        qtbot.waitUntil(lambda: staff.door is Door.OPEN)
    models.outbox.send_again()
    qtbot.waitUntil(lambda: acts(store).count("open_kiosk") == 1, timeout=10_000)
    assert acts(store).count("try_kiosk_pin") == 4
    assert pin_check(store, models.code).tries.failures == 0


def _away(store):
    raise DatabaseAway(detail="unplugged")


def acts(store) -> list[str]:
    with store.read() as tx:
        return [event.move.value for event in tx.events()]


def test_nobody_is_interrupted_while_their_number_is_on_its_way(staff):
    staff.reserve(True)
    knock(staff)
    assert staff.door is Door.SHUT


def test_fingers_open_the_real_window_and_what_is_behind_is_not_touched(
    make_kiosk, quick, store, paper_printer, qtbot
):
    set_kiosk_pin(store, PIN)
    citizen = make_kiosk(paper_printer.url)
    citizen.wait_for(lambda: bool(citizen.app.models.trial.well))
    for corner in GESTURE:
        x, y = CORNERS[corner]
        citizen.tap(QPoint(int(x), int(y)))
    citizen.wait_for(lambda: citizen.sees("pin_ok_button"))
    for digit in PIN:
        citizen.touch(f"phone_key_{digit}")
    citizen.touch("pin_ok_button")
    citizen.wait_for(lambda: citizen.sees("trial_button"))
    assert citizen.page == "attract"
    citizen.touch("trial_button")
    citizen.wait_for(lambda: citizen.sees("trial_outcome"))
    assert len(paper_printer.device.slips) == 1
    assert not citizen.sees("full_screen_button"), "a window among others is left as any"
    citizen.touch("staff_back_button")
    assert not citizen.sees("staff_layer")
    assert citizen.page == "attract"
    citizen.touch("start_area")
    assert citizen.page == "home"


def test_nobody_leaves_the_full_screen_but_staff(make_kiosk, quick, store, qtbot):
    set_kiosk_pin(store, PIN)
    citizen = make_kiosk()
    app, staff = citizen.app, citizen.app.models.staff
    app.show()
    window = app.window
    citizen.wait_for(lambda: window.windowState() is Qt.WindowState.WindowFullScreen)
    assert not window.close()
    QTest.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert window.isVisible()

    knock(staff)
    qtbot.waitUntil(lambda: staff.door is Door.PIN)
    type_pin(staff, PIN)
    qtbot.waitUntil(lambda: staff.door is Door.OPEN)
    citizen.touch("full_screen_button")
    citizen.wait_for(lambda: window.windowState() is not Qt.WindowState.WindowFullScreen)
    assert staff.door is Door.SHUT
    assert not window.flags() & Qt.WindowType.WindowStaysOnTopHint
