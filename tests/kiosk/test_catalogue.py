"""What a citizen can choose, and what the pages say about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kiosk.view_models import catalogue
from kiosk.view_models.errand import Errand
from kiosk.view_models.places import Page, Place
from kiosk.view_models.words import not_today_words, opening_hours

MONDAY = date(2026, 11, 23)


def test_every_service_can_be_reached_by_zone_and_by_department(hall):
    everything = {str(service.code) for service in hall.services}
    by_zone = [
        entry["code"]
        for zone in catalogue.zones(hall)
        for entry in catalogue.services(hall, hall.services_of_zone(zone["code"]), MONDAY)
    ]
    by_department = [
        entry["code"]
        for department in catalogue.departments(hall)
        for entry in catalogue.services(
            hall, hall.services_of_department(department["code"]), MONDAY
        )
    ]
    assert len(everything) == 74
    assert set(by_zone) == set(by_department) == everything
    assert len(catalogue.zones(hall)) == 6
    assert len(catalogue.departments(hall)) == 22


def test_all_popular_services_of_the_demonstration_hall_are_on_the_home_page(hall):
    shown = {entry["code"] for entry in catalogue.popular(hall, MONDAY)}
    assert shown == {str(service.code) for service in hall.popular_services}


def test_a_service_says_where_it_is_done_as_the_slip_does(hall):
    page = Errand.of_service(hall, "FA002", MONDAY).page()
    (stop,) = page["stops"]
    assert (stop["zone"], stop["floor"], stop["counters"]) == ("F", 2, "F01-F04")
    assert [m["name"]["zh"] for m in page["materials"]] == ["居民身份证", "社会保险缴费凭据"]


def test_a_bundle_shows_its_whole_route_and_each_material_once(hall):
    bundle = hall.bundle("YJS01")
    page = Errand.of_bundle(hall, bundle, MONDAY).page()
    assert [stop["zone"] for stop in page["stops"]] == ["A", "A", "E"]
    names = [m["name"]["zh"] for m in page["materials"]]
    assert len(names) == len(set(names)) == 8


def test_days_with_equal_hours_share_a_row(hall):
    assert opening_hours(hall.calendar) == [
        {
            "days": {"zh": "星期一至星期五", "en": "Monday to Friday"},
            "hours": "08:15–11:50   13:45–17:15",
        },
        {"days": {"zh": "星期六", "en": "Saturday"}, "hours": "08:45–11:50"},
    ]


def test_what_is_not_done_today_says_when_it_is(hall):
    service = replace(hall.service("FA002"), weekdays=(0, 3))
    days = [MONDAY + timedelta(days=ahead) for ahead in range(5)]
    told = [catalogue.services(hall, [service], day)[0]["notToday"]["zh"] for day in days]
    thursday, monday = "今天不办理，下次：周四", "今天不办理，下次：周一"
    assert told == ["", thursday, thursday, "", monday]
    assert catalogue.services(hall, [service], days[1])[0]["notToday"]["en"] == (
        "Not today. Next: Thursday"
    )


def test_a_day_that_is_far_is_told_by_its_date(hall):
    assert not_today_words(MONDAY, date(2026, 12, 3)) == {
        "zh": "今天不办理，下次：12月3日",
        "en": "Not today. Next: 3 Dec",
    }
    assert not_today_words(MONDAY, None)["zh"] == "今天不办理，请咨询工作人员"


def test_a_bundle_waits_for_a_day_on_which_all_of_it_is_done(hall):
    bundle = hall.bundle("YJS01")
    first, second = (stage.services[0] for stage in bundle.stages[:2])
    days = {first: (1, 3), second: (2, 3)}
    services = tuple(replace(s, weekdays=days.get(s.code, s.weekdays)) for s in hall.services)
    hall = replace(hall, services=services)
    told = {b["code"]: b["notToday"]["en"] for b in catalogue.bundles(hall, MONDAY)}
    assert told["YJS01"] == "Not today. Next: Thursday"
    assert Errand.of_bundle(hall, bundle, MONDAY).page()["notToday"]["en"] == told["YJS01"]


def test_counters_that_do_not_work_close_their_services_for_the_day(hall):
    saturday = date(2026, 11, 28)
    keeping = replace(hall, calendar=replace(hall.calendar, always=False))
    told = catalogue.services(keeping, keeping.services, saturday)
    assert {bool(entry["notToday"]["zh"]) for entry in told} == {True, False}
    assert all(
        bool(entry["notToday"]["zh"])
        is not keeping.is_done_on(keeping.service(entry["code"]), saturday)
        for entry in told
    )


def test_moments_of_life_lead_to_what_is_done_for_them_and_a_lost_one_to_nothing(hall):
    for entry in catalogue.life_stages(hall):
        place = Place(Page.SERVICES, life_stage=entry["code"])
        items = catalogue.listing(hall, place, MONDAY)["items"]
        assert len(items) == entry["services"] + entry["bundles"] > 0
        assert [item["isBundle"] for item in items] == sorted(
            (item["isBundle"] for item in items), reverse=True
        )
    assert catalogue.listing(hall, Place(Page.SERVICES, life_stage="gone"), MONDAY) == {}
