"""A board to practise with shows practice calls only, and says that they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from common import operations
from common.domain.ids import CounterCode, TicketId
from common.operations.practice import practice_hall
from common.store import open_store
from display.app import Display, DisplayOptions
from tests.display.test_display import shown

BAND = "练习模式 PRACTICE"


@pytest.fixture
def practice(hall_url, tmp_path, clock):
    store = open_store(practice_hall(hall_url, tmp_path / "practice", with_staff=False), clock)
    yield store
    store.close()


@pytest.fixture
def practice_board(practice, presentation, qtbot):
    board = Display(lambda: practice, DisplayOptions(silent=True), presentation)
    board.show(1080, 1920)
    qtbot.waitUntil(lambda: not board.board.empty)
    yield board
    board.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def call(store, service, counter):
    operations.issue(store, [service], ticket=TicketId(operations.new_id()))
    called = operations.call_next(store, CounterCode(counter))
    assert called is not None
    return called.number


def test_calls_of_practice_stay_on_boards_of_practice(
    show, practice_board, practice, hall_store, qtbot
):
    board = show()
    practised = call(practice, "AA001", "A01")
    real = call(hall_store, "FA002", "F01")
    qtbot.waitUntil(lambda: real in shown(board))
    qtbot.waitUntil(lambda: practised in shown(practice_board))
    assert [row.number for row in board.board.calls.values] == [real]
    assert [row.number for row in practice_board.board.calls.values] == [practised]
    assert BAND in shown(practice_board)
    assert BAND not in shown(board)
