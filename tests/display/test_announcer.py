"""No call is lost, doubled or overtaken between the database and the banner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from display.view_models.announcer import Announcer, Pace
from tests.display.snapshots import NOW, announcement

SHORT = Pace(alone=40, in_line=10, merged=20)


class Ear:
    """Writes down what is announced, each time as the numbers of one banner."""

    def __init__(self, announcer: Announcer) -> None:
        self.heard: list[tuple[str, ...]] = []
        announcer.announced.connect(
            lambda calls: self.heard.append(tuple(each.number for each in calls))
        )

    @property
    def numbers(self) -> list[str]:
        return [number for banner in self.heard for number in banner]


@pytest.fixture
def announcer(qapp) -> Iterator[Announcer]:
    announcer = Announcer(SHORT)
    announcer.hear((), NOW)
    yield announcer
    announcer.stop()


@pytest.fixture
def ear(announcer) -> Ear:
    return Ear(announcer)


def test_a_new_call_is_announced_at_once(announcer, ear):
    announcer.hear([announcement(1)], NOW)
    assert ear.heard == [("FA001",)]
    assert announcer.live
    assert announcer.bannerCalls == [{"number": "FA001", "counter": "F01", "zone": "F", "times": 1}]


def test_a_call_that_every_snapshot_tells_again_is_announced_once(announcer, ear, qtbot):
    for _ in range(3):
        announcer.hear([announcement(1)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    announcer.hear([announcement(1)], NOW)
    assert ear.heard == [("FA001",)]


def test_calls_of_one_instant_are_announced_one_after_the_other_in_their_order(
    announcer, ear, qtbot
):
    announcer.hear([announcement(n) for n in (1, 2, 3)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert ear.heard == [("FA001",), ("FA002",), ("FA003",)]


def test_snapshots_that_tell_of_a_call_late_do_not_lose_it(announcer, ear, qtbot):
    announcer.hear([announcement(5)], NOW)
    announcer.hear([announcement(4), announcement(5), announcement(6)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert sorted(ear.numbers) == ["FA004", "FA005", "FA006"]


def test_more_than_three_waiting_calls_share_a_banner_in_their_order(announcer, ear, qtbot):
    announcer.hear([announcement(n) for n in range(1, 11)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert ear.numbers == [f"FA{n:03d}" for n in range(1, 11)]
    assert [len(banner) for banner in ear.heard] == [6, 4]


def test_a_standing_screen_shows_fewer_together(announcer, ear, qtbot):
    announcer.set_portrait(True)
    announcer.hear([announcement(n) for n in range(1, 11)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert [len(banner) for banner in ear.heard] == [4, 4, 1, 1]


def test_a_recall_is_announced_again(announcer, ear, qtbot):
    announcer.hear([announcement(1, "FA007")], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    before = announcer.round
    announcer.hear([announcement(1, "FA007"), announcement(2, "FA007", times=2)], NOW)
    assert ear.heard == [("FA007",), ("FA007",)]
    assert announcer.round == before + 1
    assert announcer.bannerCalls[0]["times"] == 2


def test_the_latest_call_stays_in_the_banner_at_rest(announcer, ear, qtbot):
    announcer.hear([announcement(1)], NOW)
    with qtbot.waitSignal(announcer.changed):
        pass
    assert not announcer.live
    assert [each.number for each in announcer.banner] == ["FA001"]


def test_a_call_that_stood_long_enough_makes_room_at_once(qapp):
    announcer = Announcer(Pace(alone=60_000, in_line=0, merged=0))
    announcer.hear((), NOW)
    announcer.hear([announcement(1)], NOW)
    announcer.hear([announcement(1), announcement(2)], NOW)
    assert announcer._timer.remainingTime() <= 1  # not the minute of a call that is alone
    announcer.stop()


def test_a_call_keeps_its_least_time_when_others_come(qapp):
    announcer = Announcer(Pace(alone=60_000, in_line=30_000))
    announcer.hear((), NOW)
    announcer.hear([announcement(1)], NOW)
    announcer.hear([announcement(1), announcement(2)], NOW)
    assert 29_000 < announcer._timer.remainingTime() <= 30_000
    assert [each.number for each in announcer.waiting] == ["FA002"]
    announcer.stop()


def test_a_screen_that_starts_announces_only_what_is_fresh(qapp, qtbot):
    announcer = Announcer(SHORT)
    ear = Ear(announcer)
    announcer.hear([announcement(1, seconds=90), announcement(2, seconds=5)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert ear.heard == [("FA002",)]
    announcer.stop()


def test_a_screen_that_starts_shows_the_latest_call_at_rest(qapp):
    announcer = Announcer(SHORT)
    ear = Ear(announcer)
    announcer.hear([announcement(1, seconds=90), announcement(2, seconds=60)], NOW)
    assert ear.heard == []
    assert [each.number for each in announcer.banner] == ["FA002"]


def test_calls_made_while_the_database_was_away_are_made_up_for(announcer, ear, qtbot):
    announcer.hear([announcement(1, seconds=100)], NOW)
    announcer.hear([announcement(n, seconds=60 - n) for n in range(1, 5)], NOW)
    qtbot.waitUntil(lambda: not announcer.live)
    assert ear.numbers == ["FA001", "FA002", "FA003", "FA004"]
