"""The countdown that ends a visit."""

from __future__ import annotations

import pytest

from kiosk.view_models.idle import IdleTimer


@pytest.fixture
def idle(qapp, idle_clock):
    idle = IdleTimer(idle_clock)
    yield idle
    idle.stop()


def test_it_expires_once_when_nobody_touches_for_the_whole_time(idle, idle_clock):
    expired = []
    idle.expired.connect(lambda: expired.append(True))
    idle.begin(60, 15)

    idle_clock.seconds += 59
    idle.tick()
    assert not expired

    idle_clock.seconds += 1
    idle.tick()
    idle.tick()
    assert len(expired) == 1
    assert not idle.running


def test_a_touch_gives_the_whole_time_again(idle, idle_clock):
    idle.begin(60, 15)
    idle_clock.seconds += 50
    idle.touched()
    assert idle.secondsLeft == 60


def test_it_warns_in_the_last_seconds_only(idle, idle_clock):
    idle.begin(60, 15)
    idle_clock.seconds += 44
    idle.tick()
    assert not idle.warning
    idle_clock.seconds += 1
    idle.tick()
    assert idle.warning
    assert idle.secondsLeft == 15


def test_it_tells_each_second_and_no_more_often(idle, idle_clock):
    told = []
    idle.changed.connect(lambda: told.append(idle.secondsLeft))
    idle.begin(60, 15)
    for _ in range(8):
        idle_clock.seconds += 0.25
        idle.tick()
    assert told == [60, 59, 58]


def test_a_touch_does_not_start_a_countdown_that_stands_still(idle, idle_clock):
    idle.touched()
    assert not idle.running
    assert idle.secondsLeft == 0
