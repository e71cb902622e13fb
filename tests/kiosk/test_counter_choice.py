"""Where both kinds of counter serve, the citizen chooses; else there is nothing to choose."""

from __future__ import annotations

from common import operations
from common.domain.hall import CounterKind
from kiosk.view_models.places import Page


def test_both_kinds_and_whichever_is_first_are_offered(make_models):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.journey.choose_service("FB001")
    first, comprehensive, department = kiosk.counter_choice.options
    assert (first["kind"], kiosk.counter_choice.chosen) == ("", "")
    assert (comprehensive["counters"], comprehensive["floor"]) == ("C07", 1)
    assert (department["counters"], department["floor"]) == ("F05-F08", 2)
    assert comprehensive["wait"] == department["wait"] == [], "nobody was served yet"


def test_nothing_is_offered_where_one_kind_serves(make_models):
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    assert kiosk.counter_choice.options == []
    kiosk.counter_choice.choose("department")
    assert kiosk.taking.kind is None


def test_the_number_is_for_the_kind_that_was_chosen(make_kiosk, store):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.app.journey.choose_service("FB001")
    citizen.wait_for_page("confirm")
    citizen.touch("kind_comprehensive")
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.app.journey.page is Page.SLIP)
    with store.read() as tx:
        (leg,) = tx.unfinished_today()
    assert leg.only_kind is CounterKind.COMPREHENSIVE
    citizen.wait_until_settled()
    assert "C07" in citizen.text("place_counters")


def test_a_kind_that_is_closed_while_the_other_calls_cannot_be_chosen(make_models, qtbot, store):
    operations.sign_in(store, "F05", "f05", "jiaohao-demo")
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.journey.choose_service("FB001")
    qtbot.waitUntil(lambda: bool(kiosk.hall.known_waits.open_kinds))
    _, comprehensive, department = kiosk.counter_choice.options
    assert (comprehensive["open"], department["open"]) == (False, True)
    kiosk.counter_choice.choose("comprehensive")
    assert kiosk.taking.kind is None
    kiosk.counter_choice.choose("department")
    assert kiosk.taking.kind is CounterKind.DEPARTMENT
