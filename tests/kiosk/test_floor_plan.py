"""Where it is: the plan from the guide, the confirm page and the slip."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.view_models.places import Page


@pytest.fixture
def kiosk(make_models):
    models = make_models(name="kiosk-1")
    models.journey.start()
    return models


def test_the_way_leads_over_both_floors_to_the_counters_of_the_service(kiosk):
    kiosk.journey.choose_service("FA002")
    kiosk.floor_plan.show_errand()
    below, above = kiosk.floor_plan.floors
    assert (below["floor"], above["floor"]) == (1, 2)
    assert below["way"] and above["way"]
    assert [mark["here"] for mark in below["marks"]].count(True) == 1
    wanted = [c["counter"] for c in above["counters"] if c["wanted"]]
    assert wanted == ["F01", "F02", "F03", "F04"]


def test_the_stops_of_a_bundle_are_looked_at_one_by_one(kiosk):
    kiosk.journey.choose_bundle("YJS07")
    kiosk.floor_plan.show_errand()
    assert [stop["zone"] for stop in kiosk.floor_plan.stops] == ["B", "C", "F", "F"]
    kiosk.floor_plan.pick(2)
    assert kiosk.floor_plan.floors[-1]["floor"] == 2
    kiosk.floor_plan.pick(9)
    assert kiosk.floor_plan.stop == 2


def test_the_plan_follows_the_kind_of_counter_that_was_chosen(kiosk):
    kiosk.journey.choose_service("FB001")
    kiosk.counter_choice.choose("comprehensive")
    kiosk.floor_plan.show_errand()
    (floor,) = kiosk.floor_plan.floors
    assert [c["counter"] for c in floor["counters"] if c["wanted"]] == ["C07"]


def test_the_plan_closes_with_its_page_and_its_visit(kiosk):
    kiosk.journey.choose_service("FA002")
    kiosk.floor_plan.show_errand()
    kiosk.journey.back()
    assert not kiosk.floor_plan.isOpen
    kiosk.journey.choose_service("FA002")
    kiosk.floor_plan.show_errand()
    kiosk.journey.finish()
    assert not kiosk.floor_plan.isOpen


def test_a_hall_without_a_plan_offers_none(make_models, store, hall):
    with store.write() as tx:
        tx.write_hall(replace(hall, plans=()))
    kiosk = make_models()
    kiosk.journey.start()
    kiosk.journey.choose_service("FA002")
    kiosk.floor_plan.show_errand()
    assert not kiosk.floor_plan.hasPlan
    assert not kiosk.floor_plan.isOpen


def test_it_is_looked_at_from_the_confirm_page_and_from_the_slip(make_kiosk):
    citizen = make_kiosk(name="kiosk-1")
    citizen.go_to_confirm()
    citizen.touch("where_button")
    assert citizen.sees("plan_F01_wanted")
    assert not citizen.sees("plan_F05_wanted")
    citizen.touch("plan_close_button")
    assert not citizen.sees("plan_sheet")
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.app.journey.page is Page.SLIP)
    citizen.wait_until_settled()
    citizen.touch("where_button")
    assert citizen.sees("plan_F01_wanted")
