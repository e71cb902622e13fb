"""Pictures of the way to a service at the kiosk: tiles, lists, letters, guides."""

from __future__ import annotations

from dataclasses import replace

from common.demo.hand import touch, wait_until
from common.demo.kiosk_view import KioskView, Wish, slip_printer
from kiosk.app import KioskApp

_SERVICE, _BUNDLE, _GUIDED, _NEARER = "FA002", "YJS01", "AA004", "CB004"
_VETERAN, _ZONE = "P4", "A"
_PHONE, _TYPED = "13800138000", 7
_THURSDAY = 3
_INITIALS, _NO_INITIALS = "SBK", "QXQ9"
_LIFE_STAGE = "child"
_AT_HAND = ("lic", "id", "form")


def take_home_picture(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        view.begin(kiosk)
        view.keep(kiosk, "home")


def take_choosing_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall, "file:///dev/null") as kiosk:
        journey = kiosk.journey
        if view.wish is Wish.NONE:
            view.keep(kiosk, "attract")
        view.begin(kiosk)
        view.keep(kiosk, "home")
        if view.wish is Wish.LARGE:
            touch(kiosk.window, "everything_button")
            view.keep(kiosk, "home_everything")
        journey.open("take")
        view.keep(kiosk, "take")
        for page, act in (
            ("zones", journey.open_zones),
            ("services", lambda: journey.open_zone(_ZONE)),
            ("departments", journey.open_departments),
            ("bundles", journey.open_bundles),
            ("confirm_bundle", lambda: journey.choose_bundle(_BUNDLE)),
        ):
            act()
            view.keep(kiosk, page)
        journey.go_home()
        journey.choose_service(_SERVICE)
        kiosk.taking.choose_priority(_VETERAN)
        view.keep(kiosk, "confirm")
        touch(kiosk.window, "priority_button")
        view.keep(kiosk, "priority")
        touch(kiosk.window, "priority_close_button")
        _enter_phone(view, kiosk)
        view.keep(kiosk, "confirm_phone")


def _enter_phone(view: KioskView, kiosk: KioskApp) -> None:
    touch(kiosk.window, "phone_button")
    for digit in _PHONE[:_TYPED]:
        kiosk.models.phone.press(digit)
    view.keep(kiosk, "phone_pad")
    for digit in _PHONE[_TYPED:]:
        kiosk.models.phone.press(digit)
    kiosk.models.phone.accept()


def take_finding_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        finding = kiosk.models.finding
        wait_until(lambda: bool(finding.ready), "a kiosk that can find things")
        view.begin(kiosk)
        kiosk.journey.open_search()
        view.keep(kiosk, "find")
        for page, typed in (("find_results", _INITIALS), ("find_nothing", _NO_INITIALS)):
            finding.clear()
            for letter in typed:
                finding.press(letter)
            view.keep(kiosk, page)
        kiosk.journey.open_life_stages()
        view.keep(kiosk, "life_stages")
        kiosk.journey.open_life_stage(_LIFE_STAGE)
        view.keep(kiosk, "life_stage")


def take_guide_pictures(view: KioskView) -> None:
    """With paper and without."""
    with (
        view.studio.busy_hall() as hall,
        slip_printer() as (printer, _, url),
        view.kiosk(hall, url) as kiosk,
    ):
        guide, checklist = kiosk.models.guide, kiosk.models.checklist
        view.begin(kiosk)
        kiosk.journey.open("guides")
        kiosk.journey.choose_service(_GUIDED)
        view.keep(kiosk, "guide")
        wait_until(lambda: bool(kiosk.models.samples.pictures), "a sample")
        kiosk.models.samples.open()
        view.keep(kiosk, "guide_sample")
        kiosk.models.samples.close()
        kiosk.journey.back()
        kiosk.journey.choose_service(_NEARER)
        view.keep(kiosk, "guide_nearer")
        kiosk.journey.back()
        kiosk.journey.choose_service(_GUIDED)
        for material in _AT_HAND:
            guide.tick(material)
        view.keep(kiosk, "guide_ticked")
        checklist.print_list()
        wait_until(lambda: str(checklist.stateName) == "printed", "a list on paper")
        view.keep(kiosk, "guide_printed")
        printer.load_paper(0)
        wait_until(
            lambda: not bool(kiosk.models.report.prints), "a kiosk that knows of its trouble"
        )
        kiosk.journey.back()
        kiosk.journey.choose_bundle(_BUNDLE)
        view.keep(kiosk, "guide_no_paper")


def take_not_today_pictures(view: KioskView) -> None:
    """A hall in which every other service is done on Thursdays only."""
    with view.studio.busy_hall() as hall:
        with hall.store.write() as tx:
            services = tuple(
                replace(service, weekdays=(_THURSDAY,)) if index % 2 else service
                for index, service in enumerate(tx.hall.services)
            )
            tx.write_hall(replace(tx.hall, services=services))
        with view.kiosk(hall) as kiosk:
            view.begin(kiosk)
            view.keep(kiosk, "home_not_today")
            kiosk.journey.open_zone(_ZONE)
            view.keep(kiosk, "services_not_today")
            kiosk.journey.choose_service(services[1].code)
            view.keep(kiosk, "confirm_not_today")
