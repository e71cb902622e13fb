"""Several services with one number: chosen one after the other, taken out again, taken at once."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from common import operations
from common.domain.ids import AppointmentId
from kiosk.view_models.basket import MOST
from kiosk.view_models.places import Page
from tests.kiosk.looking import shown_at

TUESDAY = date(2026, 11, 24)
_FIRST, _SECOND, _THIRD = "FB001", "FD001", "CB001"


@pytest.fixture
def kiosk(make_models):
    models = make_models()
    models.journey.start()
    models.journey.open("take")
    return models


def collect(kiosk, *services):
    kiosk.journey.choose_service(services[0])
    kiosk.basket.add_another()
    for service in services[1:]:
        kiosk.journey.choose_service(service)


def test_one_number_is_taken_for_everything_in_the_basket(kiosk, qtbot, store):
    collect(kiosk, _FIRST, _SECOND, _THIRD)
    assert kiosk.journey.page is Page.BASKET
    kiosk.basket.proceed()
    kiosk.taking.take_number()
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.SLIP)
    with store.read() as tx:
        (ticket,) = {leg.ticket for leg in tx.unfinished_today()}
        services = {service for leg in tx.legs_of(ticket) for service in leg.services}
    assert services == {_FIRST, _SECOND, _THIRD}
    assert kiosk.basket.count == 0, "nothing in the frame leads away from the number to a second"
    kiosk.basket.open()
    assert kiosk.journey.page is Page.SLIP


def test_each_material_is_asked_for_once_and_says_what_it_is_for(kiosk):
    collect(kiosk, _FIRST, _SECOND, _THIRD)
    materials = kiosk.basket.page["materials"]
    assert len({m["code"] for m in materials}) == len(materials)
    (card,) = [m for m in materials if m["code"] == "id"]
    assert len(card["services"]) == 3


def test_a_service_stands_in_the_basket_once(kiosk):
    collect(kiosk, _FIRST, _SECOND)
    kiosk.journey.choose_service(_FIRST)
    assert kiosk.basket.codes == (_FIRST, _SECOND)


def test_the_basket_takes_no_more_than_fits_on_a_number(kiosk, hall):
    codes = [str(service.code) for service in hall.services[: MOST + 2]]
    collect(kiosk, *codes)
    assert kiosk.basket.codes == tuple(codes[:MOST])
    assert kiosk.basket.isFull


def test_the_last_service_that_is_taken_out_leads_back_to_the_choice(kiosk):
    collect(kiosk, _FIRST, _SECOND)
    kiosk.basket.remove(_FIRST)
    assert kiosk.basket.codes == (_SECOND,)
    kiosk.basket.remove(_SECOND)
    assert kiosk.journey.page is Page.TAKE


def test_the_way_back_from_the_confirm_page_leads_to_the_basket(kiosk):
    collect(kiosk, _FIRST, _SECOND)
    kiosk.basket.proceed()
    assert kiosk.journey.page is Page.CONFIRM
    kiosk.journey.back()
    assert kiosk.journey.page is Page.BASKET


@pytest.mark.parametrize("by_guide", [False, True])
def test_no_way_back_from_the_basket_leads_to_a_number_that_was_left(kiosk, by_guide):
    collect(kiosk, _FIRST, _SECOND)
    kiosk.basket.proceed()
    if by_guide:
        kiosk.journey.open_guide()
        kiosk.basket.put_read()
        kiosk.journey.back()
        assert kiosk.journey.page is Page.GUIDE
    else:
        kiosk.basket.open()
    kiosk.journey.back()
    assert kiosk.journey.page is Page.TAKE


def test_a_guide_that_is_read_can_be_collected(kiosk):
    kiosk.journey.go_home()
    kiosk.journey.open("guides")
    kiosk.journey.choose_service(_FIRST)
    kiosk.basket.put_read()
    assert (kiosk.journey.page, kiosk.basket.codes) == (Page.BASKET, (_FIRST,))


def test_who_booked_keeps_the_appointment_and_collects_nothing(kiosk, store, clock, qtbot):
    booked = operations.book(
        store, _FIRST, TUESDAY, time(9, 30), appointment=AppointmentId(operations.new_id())
    )
    clock.advance(days=1)
    kiosk.journey.go_home()
    kiosk.readers.take_scan(booked.code)
    qtbot.waitUntil(lambda: kiosk.journey.page is Page.CONFIRM)
    assert not kiosk.basket.takesMore
    kiosk.basket.add_another()
    kiosk.journey.open_guide()
    kiosk.basket.put_read()
    assert (kiosk.journey.page, kiosk.basket.count) == (Page.GUIDE, 0)
    kiosk.journey.take_from_guide()
    assert kiosk.taking.booking["zh"] == "预约 09:30-10:00"


def test_nothing_is_collected_while_no_numbers_are_issued(make_models, hall_with_hours, clock):
    clock.set(datetime(2026, 11, 23, 4, 30, tzinfo=UTC))  # at lunch
    kiosk = make_models(on=hall_with_hours)
    kiosk.journey.open("guides")
    kiosk.journey.choose_service(_FIRST)
    assert not kiosk.basket.takesMore
    kiosk.basket.put_read()
    assert kiosk.journey.page is Page.GUIDE, "the basket leads to a number"


def test_services_of_a_bundle_are_offered_as_one_errand(kiosk):
    collect(kiosk, "AA001", "EA001")
    bundle = kiosk.basket.page["bundle"]
    assert bundle["code"] == "YJS03"
    assert bundle["efforts"]["before"]["trips"] > bundle["efforts"]["after"]["trips"]
    kiosk.basket.remove("EA001")
    assert kiosk.basket.page["bundle"]["code"] == ""


def test_a_bundle_is_no_service_of_a_basket(kiosk):
    kiosk.journey.choose_bundle("YJS01")
    kiosk.basket.add_another()
    assert (kiosk.basket.codes, kiosk.journey.page) == ((), Page.CONFIRM)


def test_nothing_of_a_basket_outlives_its_visit(kiosk):
    collect(kiosk, _FIRST, _SECOND)
    kiosk.journey.finish()
    assert kiosk.basket.codes == ()
    kiosk.journey.start()
    kiosk.journey.choose_service(_FIRST)
    assert kiosk.journey.page is Page.CONFIRM


def test_the_mark_in_the_frame_counts_what_is_chosen_and_leads_there(make_kiosk):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    assert not citizen.sees("basket_mark")
    citizen.touch("another_service_button")
    assert citizen.page == "take"
    assert citizen.text("basket_mark") == "1"
    citizen.touch("basket_mark")
    assert citizen.page == "basket"
    citizen.touch("remove_FA002")
    assert not citizen.sees("basket_mark")


def test_many_services_leave_the_number_large_and_in_its_card(make_kiosk, hall):
    citizen = make_kiosk(size=(1920, 1080))
    kiosk = citizen.app.models
    kiosk.journey.start_in("en")
    kiosk.journey.switch_text_size()
    longest = sorted(hall.services, key=lambda service: len(service.name.en))[-MOST:]
    collect(kiosk, *(str(service.code) for service in longest))
    kiosk.basket.proceed()
    kiosk.taking.take_number()
    citizen.wait_for_page("slip")
    number, names = citizen.find("ticket_number"), citizen.find("number_services")
    assert number.property("font").pixelSize() > 2 * names.property("font").pixelSize()
    assert shown_at(number).top() > shown_at(citizen.find("slip_truth")).bottom()
    assert shown_at(names).bottom() < citizen.app.window.height()
