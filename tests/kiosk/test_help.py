"""The button that calls a helper, on every page."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.help import HelpEnd
from common.domain.ids import KioskCode
from common.domain.kiosk_page import page_words
from kiosk.view_models.journey import IDLE_SECONDS
from kiosk.view_models.places import Page

HERE = KioskCode("kiosk-7")


@pytest.fixture
def called(store):
    """The call of this kiosk that is open, by the database."""
    return lambda: operations.open_help(store, HERE)


@pytest.fixture
def let_pass(clock, idle_clock):
    """Let time pass second by second, for the hall's clock and for the countdown."""

    def let_pass(models, seconds):
        for _ in range(seconds):
            idle_clock.seconds += 1
            models.clock.follow(clock.advance(seconds=1))
            models.clock.ticked.emit()
            models.idle.tick()

    return let_pass


@pytest.fixture
def wait(qtbot):
    return lambda met: qtbot.waitUntil(met, timeout=10_000)


def test_every_page_has_a_name_for_the_staff():
    nameless = [page for page in Page if page_words(page) == page_words("of another version")]
    assert nameless == []


def test_a_citizen_asks_hears_who_comes_and_is_helped(make_kiosk, called, store, qtbot):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("help_button")
    assert citizen.text("help_title") == "呼叫帮办员到这台机器旁？"
    assert called() is None
    citizen.touch("help_call_button")
    citizen.wait_for(lambda: citizen.text("help_title") == "已为您呼叫帮办员")
    assert called().page == "confirm"
    operations.acknowledge_help(store, called().id, "z01")
    citizen.wait_for(lambda: citizen.text("help_title") == "帮办员（工号 Z01）正在赶来")
    citizen.touch("help_close_button")
    assert citizen.page == "confirm"
    assert citizen.text("help_button") == "正在赶来"
    operations.end_help(store, called().id, "z01")
    citizen.wait_for(lambda: citizen.text("help_button") == "呼叫帮办")


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 1024)], ids=str)
def test_the_button_stands_in_the_same_corner_of_every_page(make_kiosk, size, wait):
    citizen = make_kiosk(size=size)
    places = {citizen.page: citizen.place("attract_help_button")}
    citizen.touch("start_area")
    places[citizen.page] = citizen.place("help_button")
    citizen.app.journey.switch_text_size()
    places["large"] = citizen.place("help_button")
    citizen.app.journey.switch_text_size()
    citizen.app.journey.open("take")
    citizen.wait_until_settled()
    citizen.touch("service_FA002")
    places[citizen.page] = citizen.place("help_button")
    citizen.app.models.hall.lose()
    citizen.wait_for_page("away")
    places[citizen.page] = citizen.place("help_button")
    assert len(places) == 5
    assert len({(place.x(), place.y()) for place in places.values()}) == 1, places


def test_who_asks_for_help_first_of_all_begins_a_visit(make_kiosk):
    citizen = make_kiosk()
    citizen.touch("attract_help_button")
    assert citizen.page == "home"
    assert citizen.text("help_title") == "呼叫帮办员到这台机器旁？"
    citizen.app.journey.finish()
    citizen.wait_for_page("attract")
    assert not citizen.sees("help_title")


def test_the_question_leaves_by_itself_where_no_visit_runs_out(make_models, wait, monkeypatch):
    monkeypatch.setattr("kiosk.view_models.help.SHEET_SECONDS", 0.05)
    kiosk = make_models()
    kiosk.help.open()
    assert kiosk.help.isOpen
    wait(lambda: not kiosk.help.isOpen)


def test_a_citizen_may_do_without(make_models, called, store, wait):
    kiosk = make_models()
    kiosk.help.call()
    wait(lambda: kiosk.help.stage == "called")
    call = called()
    kiosk.help.withdraw()
    assert kiosk.help.stage == "ask"
    wait(lambda: called() is None)
    with store.read() as tx:
        assert tx.help_calls.call(call.id).ended is HelpEnd.WITHDRAWN


def test_who_waits_for_a_helper_need_not_touch_anything(make_models, called, wait, let_pass):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.help.call()
    wait(lambda: kiosk.help.stage == "called")
    let_pass(kiosk, 4 * 60)
    assert kiosk.journey.page is Page.HOME
    assert kiosk.help.isEscalated and kiosk.help.isLongUnanswered
    assert kiosk.help.running == "04:00"
    let_pass(kiosk, 60 + IDLE_SECONDS)
    assert kiosk.journey.page is Page.ATTRACT
    assert called() is not None, "they may still stand here"
    assert kiosk.help.stage == "called"


def test_a_helper_who_sets_out_gives_more_time(make_models, called, store, wait, let_pass):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.help.call()
    wait(lambda: kiosk.help.stage == "called")
    let_pass(kiosk, 4 * 60)
    operations.acknowledge_help(store, called().id, "z01")
    wait(lambda: kiosk.help.stage == "coming")
    assert not kiosk.help.isEscalated
    let_pass(kiosk, 4 * 60)
    assert kiosk.journey.page is Page.HOME


def test_without_the_database_it_says_so_and_calls_when_it_is_back(
    make_models, called, database, wait
):
    kiosk = make_models()
    database.take()
    kiosk.help.open()
    kiosk.help.call()
    wait(lambda: kiosk.help.stage == "away")
    database.bring_back()
    wait(lambda: kiosk.help.stage == "called")
    assert called() is not None


def test_a_call_that_nobody_wants_any_more_is_not_made_later(make_models, called, database, wait):
    kiosk = make_models()
    database.take()
    kiosk.help.open()
    kiosk.help.call()
    wait(lambda: kiosk.help.stage == "away")
    kiosk.journey.finish()
    database.bring_back()
    wait(lambda: not kiosk.hall.away)
    assert kiosk.help.stage == "ask"
    assert called() is None


def test_a_kiosk_that_starts_again_knows_of_its_call(make_models, store, wait):
    operations.call_for_help(store, HERE, "home", operations.new_id())
    kiosk = make_models()
    wait(lambda: kiosk.help.stage == "called")


def test_the_heartbeat_names_the_page(make_models, store, wait):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.report.report()
    wait(lambda: [k.state.page for k in operations.kiosks(store)] == ["home"])
