"""A hall file is applied while somebody stands on a page that it takes away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common.domain.hall import Hall
from kiosk.view_models.places import Page
from kiosk.view_models.stages import Stage

_GONE = "FA002"


def without_zone_f(hall: Hall) -> Hall:
    """Zone F, its queues, counters, services and what is only done there."""
    queues = {queue.code for queue in hall.queues if queue.zone == "F"}
    services = tuple(service for service in hall.services if service.queue not in queues)
    known = {service.code for service in services}
    counters = (
        replace(counter, queues=tuple(q for q in counter.queues if q not in queues))
        for counter in hall.counters
        if counter.zone != "F"
    )
    owners = {service.department for service in services}
    bundles = tuple(b for b in hall.bundles if known.issuperset(b.services))
    owners |= {bundle.lead for bundle in bundles}
    return replace(
        hall,
        zones=tuple(zone for zone in hall.zones if zone.code != "F"),
        queues=tuple(queue for queue in hall.queues if queue.code not in queues),
        services=services,
        counters=tuple(counter for counter in counters if counter.queues),
        bundles=bundles,
        departments=tuple(d for d in hall.departments if d.code in owners),
    )


@pytest.fixture
def kiosk(make_models):
    models = make_models(name="kiosk-1")
    models.journey.start()
    models.journey.open("take")
    return models


@pytest.fixture
def change(store, hall, kiosk, qtbot):
    def change() -> None:
        smaller = without_zone_f(hall)
        with store.write() as tx:
            tx.write_hall(smaller)
        qtbot.waitUntil(lambda: kiosk.hall.hall.zones == smaller.zones)

    return change


@pytest.mark.parametrize("way", ["zone", "department"])
def test_a_list_that_is_gone_leads_back_to_those_there_are(kiosk, change, hall, way):
    journey = kiosk.journey
    lost = {d.code for d in hall.departments} - {d.code for d in without_zone_f(hall).departments}
    if way == "zone":
        journey.open_zones()
        journey.open_zone("F")
    else:
        journey.open_departments()
        journey.open_department(min(lost))
    assert journey.page is Page.SERVICES
    assert journey.lists.services["items"]
    change()
    assert journey.page is (Page.ZONES if way == "zone" else Page.DEPARTMENTS)
    assert "F" not in [zone["code"] for zone in journey.lists.zones]


def test_a_service_that_is_gone_leads_nowhere(kiosk, change):
    change()
    kiosk.journey.choose_service(_GONE)
    assert kiosk.journey.page is Page.TAKE


def test_a_basket_of_services_that_are_gone_leads_back_to_the_choice(kiosk, change):
    kiosk.journey.choose_service(_GONE)
    kiosk.basket.add_another()
    kiosk.journey.choose_service("FA001")
    assert kiosk.journey.page is Page.BASKET
    change()
    assert kiosk.journey.page is Page.TAKE
    assert kiosk.basket.count == 0


def test_the_way_back_leads_to_no_empty_basket(kiosk, change):
    kiosk.journey.choose_service(_GONE)
    kiosk.basket.add_another()
    kiosk.journey.choose_service("FA001")
    kiosk.basket.proceed()
    assert kiosk.journey.page is Page.CONFIRM
    change()
    kiosk.journey.back()
    assert kiosk.journey.page is Page.TAKE


def test_a_plan_shows_no_way_to_what_is_gone(kiosk, change):
    kiosk.journey.choose_bundle("YJS07")
    kiosk.floor_plan.show_errand()
    kiosk.floor_plan.pick(3)
    change()
    assert [stop["zone"] for stop in kiosk.floor_plan.stops] == ["B", "C"]
    assert kiosk.floor_plan.stop == 0
    kiosk.floor_plan.close()
    kiosk.journey.back()
    kiosk.journey.finish()
    kiosk.floor_plan.show_errand()
    assert not kiosk.floor_plan.isOpen


def test_who_wants_a_number_for_what_is_gone_reads_what_to_do(kiosk, change, qtbot):
    kiosk.journey.choose_service(_GONE)
    change()
    with qtbot.waitSignal(kiosk.taking.refused):
        kiosk.taking.take_number()
    assert kiosk.taking.stage is Stage.READY
    assert "停办" in kiosk.taking.refusal["zh"]
    assert _GONE not in kiosk.taking.refusal["en"]
