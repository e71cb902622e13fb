"""What a board says, without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from common.qt.hall_time import HallClock
from display.view_models.announcer import Announcer
from display.view_models.board import TURN_SECONDS, Board
from tests.display.snapshots import NOW, ZONES, announcement, call, pause, queue, view


class Hands:
    """A clock that the test moves."""

    now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def board(presentation, hands) -> Iterator[Board]:
    clock = HallClock(ZoneInfo("UTC"), presentation.translator, hands)
    announcer = Announcer()
    yield Board(announcer, clock, presentation.translator)
    announcer.stop()
    clock.stop()


def rows(board: Board) -> list[tuple[str, str, str, bool]]:
    return [(row.number, row.counter, row.standing, row.young) for row in board.calls.values]


def test_one_row_a_counter_newest_call_first(board):
    board.see(
        view(call("FA009", "F02", 3), call("AA004", "A01", 40), call("FA002", "F01", 300)),
        ZONES,
        52,
    )
    assert rows(board) == [
        ("FA009", "F02", "called", True),
        ("AA004", "A01", "called", False),
        ("FA002", "F01", "called", False),
    ]


def test_a_counters_next_call_replaces_its_row(board):
    board.see(view(call("FA001", "F01", 60, serving=True), call("AA001", "A01", 70)), ZONES, 52)
    board.see(view(call("FA002", "F01", 1), call("AA001", "A01", 70)), ZONES, 52)
    assert [row[:2] for row in rows(board)] == [("FA002", "F01"), ("AA001", "A01")]


def test_a_recent_call_that_is_over_stays_readable(board):
    past = (announcement(1, "FA001", "F01", 50), announcement(2, "FA002", "F02", 30))
    board.see(view(call("FA002", "F02", 30, serving=True), announcements=past), ZONES, 52)
    assert rows(board) == [
        ("FA002", "F02", "serving", False),
        ("FA001", "F01", "over", False),
    ]


def test_paused_counters_stand_below_the_calls(board):
    past = (announcement(1, "FA001", "F01", 50),)
    pauses = (pause("F01", 1), pause("F03", 900))
    board.see(view(call("FA002", "F02", 30), announcements=past, pauses=pauses), ZONES, 52)
    assert rows(board) == [
        ("FA002", "F02", "called", False),
        ("", "F01", "paused", False),
        ("", "F03", "paused", False),
    ]


def test_paused_counters_take_no_place_from_calls(board):
    calls = [call(f"FA{n:03d}", f"F{n:02d}", 100 + n) for n in range(15)]
    pauses = (pause("A01"), pause("A02"))
    board.see(view(*calls, pauses=pauses), ZONES, 52)
    assert [row[1] for row in rows(board)][-1] == "A01"
    assert len(rows(board)) == 16
    more = [call(f"FB{n:03d}", f"B{n:02d}", 100 + n) for n in range(5)]
    board.see(view(*calls, *more, pauses=pauses), ZONES, 52)
    assert "paused" not in {row[2] for row in rows(board)}


def test_a_young_call_grows_up_as_time_passes(board, hands):
    board.see(view(call("FA001", "F01", 15)), ZONES, 52)
    assert board.calls.values[0].young
    hands.now += timedelta(seconds=6)
    board.tick()
    assert not board.calls.values[0].young


def test_rows_take_turns_only_when_they_do_not_fit(board):
    board.see(view(*(call(f"FA{n:03d}", f"F{n:02d}", 100 + n) for n in range(20))), ZONES, 52)
    assert len(board.calls.values) == 16
    assert board.callsLeaf == {"number": 1, "count": 2}
    for _ in range(TURN_SECONDS):
        board.tick()
    assert [row.number for row in board.calls.values] == ["FA016", "FA017", "FA018", "FA019"]


def test_a_standing_screen_shows_fewer_rows(board):
    board.set_portrait(True)
    board.see(view(*(call(f"FA{n:03d}", f"F{n:02d}", 100 + n) for n in range(20))), ZONES, 52)
    assert len(board.calls.values) == 5


def test_lines_with_people_come_first_and_say_who_is_next(board):
    numbers = [f"FA{n:03d}" for n in range(8)]
    board.see(
        view(queues=(queue("AA", 0), queue("FA", 12, *numbers), queue("FB", 1, "FB001"))),
        ZONES,
        52,
    )
    assert [(row.queue, row.waiting) for row in board.queues.values] == [
        ("FA", 12),
        ("FB", 1),
        ("AA", 0),
    ]
    assert board.queues.values[0].upcoming == "FA000  FA001  FA002  FA003"
    assert board.waitingCount == 13


def test_words_follow_the_language(board, presentation):
    board.see(view(queues=(queue("FA", 1),), zone=ZONES[2]), ZONES, 15)
    assert (board.zoneLetter, board.zoneName) == ("F", "人社社保区")
    presentation.translator.set_language("en")
    assert board.zoneName == "Human resources and social security"
    assert board.hallName.startswith("Demonstration")
    assert board.ticker == ["Please watch for your number"]
    assert board.queues.values[0].name == "Queue FA"
    assert board.zoneFloors == {"A": 1, "B": 1, "F": 2}


def test_a_lost_database_is_said_and_the_last_board_kept(board, hands):
    board.see(view(call("FA001", "F01", 60)), ZONES, 52)
    board.lose()
    assert board.away
    assert [row.number for row in board.calls.values] == ["FA001"]
    assert (board.lastSeen, board.awayFor) == ("09:30", "")
    hands.now += timedelta(minutes=3)
    board.tick()
    assert board.awayFor == "3分钟"


def test_a_new_snapshot_ends_the_loss(board):
    board.see(view(), ZONES, 52)
    board.lose()
    board.see(view(call("FA001", "F01", 2)), ZONES, 52)
    assert not board.away
    assert rows(board) == [("FA001", "F01", "called", True)]


def test_a_board_that_cannot_be_shown_says_why(board):
    board.refuse("本大厅没有功能区 Z。")
    assert board.away
    assert board.problem == "本大厅没有功能区 Z。"


def test_an_old_latest_call_leaves_the_banner(board, hands):
    board.see(view(announcements=(announcement(1, seconds=100),)), ZONES, 52)
    assert [each.number for each in board._announcer.banner] == ["FA001"]
    hands.now += timedelta(minutes=10)
    board.tick()
    assert board._announcer.banner == ()


def test_the_boards_clock_is_the_databases(board, hands):
    board.see(view(now=NOW + timedelta(minutes=7)), ZONES, 52)
    assert board._clock.timeText == "09:37"


def test_a_second_in_which_nothing_changes_is_not_told(board, hands):
    """Each telling makes the whole page read its texts again."""
    calls = (call(f"FA{n:03d}", f"F{n:02d}", 100 + n) for n in range(20))
    board.see(view(*calls), ZONES, 52)
    told: list[dict[str, int]] = []
    board.changed.connect(lambda: told.append(board.callsLeaf))
    for _ in range(TURN_SECONDS - 1):
        hands.now += timedelta(seconds=1)
        board.tick()
    assert told == []
    board.tick()
    assert told == [{"number": 2, "count": 2}]
    board.lose()
    told.clear()
    for _ in range(2):
        hands.now += timedelta(seconds=65)
        board.tick()
    assert len(told) == 2, "how long the database is away goes on by the minute"
