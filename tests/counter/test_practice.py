"""A counter to practise at says so in both of its windows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from common import operations
from common.domain.ids import TicketId
from common.operations.practice import practice_hall
from common.store import open_store
from counter.app import CounterApp

DEMO = "jiaohao-demo"


@pytest.fixture
def practice(database, tmp_path, clock):
    url = practice_hall(str(database), tmp_path / "practice", with_staff=True)
    store = open_store(url, clock)
    yield store
    store.close()


def band(window):
    return window.findChild(QLabel, "practice_band")


def test_a_shift_in_practice(practice, store, presentation, qtbot):
    app = CounterApp(practice, presentation, counter="A01", login="a01")
    try:
        app.window.resize(1366, 768)
        app.window.show()
        qtbot.waitUntil(lambda: band(app.window).isVisible())
        app.sign_in.set_password(DEMO)
        app.sign_in.sign_in()
        qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        operations.issue(practice, ["AA001"], ticket=TicketId(operations.new_id()))
        qtbot.waitUntil(lambda: app.desk.waiting_count == 1)
        app.desk.press_primary()
        qtbot.waitUntil(lambda: app.desk.current is not None)
        assert band(app.window).isVisible()
        assert band(app.window).text() == "练习模式 PRACTICE"
        app.window.show_strip()
        assert band(app.window.strip).isVisible()
        assert operations.desk(store, "A01").session is None
        assert operations.board(store).calls == ()
    finally:
        app.close()


def test_a_real_counter_has_no_such_band(start_counter):
    app = start_counter("A01")
    app.window.show_strip()
    assert not band(app.window).isVisible()
    assert band(app.window.strip) is None
