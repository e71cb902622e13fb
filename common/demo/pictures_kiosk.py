"""Pictures of the kiosk: every page, upright and wide, both languages, ordinary and large type."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace

from common.demo.hand import settle, touch, wait_until
from common.demo.pictures_kiosk_basket import take_basket_pictures
from common.demo.pictures_kiosk_forms import take_form_pictures
from common.demo.pictures_kiosk_help import take_help_pictures
from common.demo.pictures_kiosk_mine import take_my_pictures
from common.demo.pictures_kiosk_opinions import take_opinion_pictures
from common.demo.pictures_kiosk_public import take_poster_picture, take_staff_pictures
from common.demo.pictures_kiosk_wishes import take_wish_pictures
from common.demo.studio import LANDSCAPE, LANGUAGES, PORTRAIT, SUNDAY, PictureHall, Size, Studio
from common.domain.ids import KioskCode, TicketId
from common.domain.kiosk import KioskState
from common.operations import issue, new_id, report_kiosk
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from common.qt.pseudo_locale import PseudoLocale
from kiosk.app import KioskApp, KioskOptions
from kiosk.view_models.journey import IDLE_SECONDS, WARN_SECONDS
from kiosk.view_models.stages import Stage

SERVICE = "FA002"
BUNDLE = "YJS01"
GUIDED = "AA004"
VETERAN = "P4"
_ZONE, _SECONDS_LEFT = "A", 12
_NEIGHBOUR = KioskCode("kiosk-2")
_PHONE, _TYPED = "13800138000", 7
_THURSDAY = 3
_HALF_A_SLIP_MM = 45
_INITIALS, _NO_INITIALS = "SBK", "QXQ9"
_LIFE_STAGE = "child"
_AT_HAND = ("lic", "id", "form")
_WAITING = "AA003"
"""A number of the busy hall."""
_READABLE_SPEED = 90
"""Slow enough that a picture can be taken while the slip comes out, in mm/s."""


def take_kiosk_pictures(studio: Studio) -> None:
    for language in LANGUAGES:
        studio.speak(language)
        for size in (PORTRAIT, LANDSCAPE):
            for large in (False, True):
                _KioskPictures(studio, size, large).take()
            _closed(studio, size)
            _in_public(studio, size)
    take_my_pictures(studio)
    take_form_pictures(studio)
    take_basket_pictures(studio)
    for locale in PseudoLocale:
        with studio.invented(locale) as elsewhere:
            _KioskPictures(elsewhere, PORTRAIT, large=False).take()


def _closed(studio: Studio, size: Size) -> None:
    with studio.empty_hall(SUNDAY, keep_hours=True) as hall, _kiosk(studio, hall, size) as kiosk:
        _keep(studio, kiosk, "night")
        kiosk.models.night.wake()
        _keep(studio, kiosk, "closed")


def _in_public(studio: Studio, size: Size) -> None:
    with (
        studio.empty_hall() as hall,
        _printer() as (_, port),
        _kiosk(studio, hall, size, _url(port)) as kiosk,
    ):
        wait_until(lambda: bool(kiosk.models.trial.well), "a printer that is ready")
        family = studio.presentation.family
        take_poster_picture(kiosk, hall, family, lambda page: _keep(studio, kiosk, page))
        take_staff_pictures(kiosk, hall, lambda page: _keep(studio, kiosk, page))


class _KioskPictures:
    """One language, one size of screen, one size of type."""

    def __init__(self, studio: Studio, size: Size, large: bool) -> None:
        self._studio, self._size, self._large = studio, size, large

    def take(self) -> None:
        with self._studio.busy_hall() as hall:
            neighbour = KioskState(_NEIGHBOUR, hall.clock(), "tcp://10.0.0.12", can_print=True)
            report_kiosk(hall.store, neighbour)
            with _printer() as (printer, port), self._kiosk(hall, _url(port)) as kiosk:
                self._choosing(kiosk)
                self._finding(kiosk)
                self._reading(kiosk, printer)
                printer.load_paper(0)
                self._coming_back(kiosk, hall)
                self._printing(kiosk, printer, port)
            with _printer() as (_, port), self._kiosk(hall, _url(port)) as kiosk:
                self._not_printed(kiosk, port)
            with self._kiosk(hall, "file:///dev/null") as kiosk:
                self._errand(kiosk)
                self._take(kiosk, Stage.SENT, "slip_sent")
            with self._kiosk(hall) as kiosk:
                self._without_printer(kiosk)
                self._trouble(kiosk, hall)
            self._half_of_it(hall)
            with self._kiosk(hall) as kiosk:
                self._begin(kiosk)
                take_help_pictures(kiosk, hall, lambda page: self._keep(kiosk, page))
                kiosk.journey.finish()
                self._begin(kiosk)
                take_opinion_pictures(
                    kiosk, hall.store, _WAITING, lambda page: self._keep(kiosk, page)
                )

    def _choosing(self, kiosk: KioskApp) -> None:
        if not self._large:
            self._keep(kiosk, "attract")
        journey = kiosk.journey
        self._begin(kiosk)
        self._keep(kiosk, "home")
        take_wish_pictures(kiosk, lambda page: self._keep(kiosk, page))
        journey.open("take")
        self._keep(kiosk, "take")
        for page, act in (
            ("zones", journey.open_zones),
            ("services", lambda: journey.open_zone(_ZONE)),
            ("departments", journey.open_departments),
            ("bundles", journey.open_bundles),
            ("confirm_bundle", lambda: journey.choose_bundle(BUNDLE)),
        ):
            act()
            self._keep(kiosk, page)
            if page != "zones":
                journey.go_home()
        self._errand(kiosk)
        self._keep(kiosk, "confirm")
        touch(kiosk.window, "priority_button")
        self._keep(kiosk, "priority")
        touch(kiosk.window, "priority_close_button")
        self._enter_phone(kiosk)
        self._keep(kiosk, "confirm_phone")
        journey.finish()

    def _finding(self, kiosk: KioskApp) -> None:
        finding = kiosk.models.finding
        wait_until(lambda: bool(finding.ready), "a kiosk that can find things")
        self._begin(kiosk)
        kiosk.journey.open_search()
        self._keep(kiosk, "find")
        for page, typed in (("find_results", _INITIALS), ("find_nothing", _NO_INITIALS)):
            finding.clear()
            for letter in typed:
                finding.press(letter)
            self._keep(kiosk, page)
        kiosk.journey.open_life_stages()
        self._keep(kiosk, "life_stages")
        kiosk.journey.open_life_stage(_LIFE_STAGE)
        self._keep(kiosk, "life_stage")
        kiosk.journey.finish()

    def _reading(self, kiosk: KioskApp, printer: VirtualPrinter) -> None:
        """Guides, with paper and without."""
        guide, checklist = kiosk.models.guide, kiosk.models.checklist
        self._begin(kiosk)
        kiosk.journey.open("guides")
        kiosk.journey.choose_service(GUIDED)
        self._keep(kiosk, "guide")
        for material in _AT_HAND:
            guide.tick(material)
        self._keep(kiosk, "guide_ticked")
        checklist.print_list()
        wait_until(lambda: str(checklist.stateName) == "printed", "a list on paper")
        self._keep(kiosk, "guide_printed")
        printer.load_paper(0)
        wait_until(
            lambda: not bool(kiosk.models.report.prints), "a kiosk that knows of its trouble"
        )
        kiosk.journey.back()
        kiosk.journey.choose_bundle(BUNDLE)
        self._keep(kiosk, "guide_no_paper")
        printer.load_paper()
        wait_until(lambda: bool(kiosk.models.report.prints), "a printer that is well again")
        kiosk.journey.finish()

    def _enter_phone(self, kiosk: KioskApp) -> None:
        touch(kiosk.window, "phone_button")
        for digit in _PHONE[:_TYPED]:
            kiosk.models.phone.press(digit)
        self._keep(kiosk, "phone_pad")
        for digit in _PHONE[_TYPED:]:
            kiosk.models.phone.press(digit)
        kiosk.models.phone.accept()

    def _coming_back(self, kiosk: KioskApp, hall: PictureHall) -> None:
        """Somebody who has a number in this queue already, and paper that is out."""
        issue(hall.store, [SERVICE], ticket=TicketId(new_id()), person=_PHONE)
        self._errand(kiosk)
        for digit in _PHONE:
            kiosk.models.phone.press(digit)
        kiosk.models.phone.accept()
        self._take(kiosk, Stage.STILL_OPEN, "still_open")
        kiosk.taking.reprint()
        wait_until(lambda: kiosk.taking.stage is Stage.NO_PRINTER, "a printer without paper")
        self._keep(kiosk, "reprint_no_paper")
        kiosk.taking.show_number()
        self._keep(kiosk, "slip_of_before")
        kiosk.journey.finish()

    def _half_of_it(self, hall: PictureHall) -> None:
        """A hall in which every other service is done on Thursdays only."""
        with hall.store.write() as tx:
            services = tuple(
                replace(service, weekdays=(_THURSDAY,)) if index % 2 else service
                for index, service in enumerate(tx.hall.services)
            )
            tx.write_hall(replace(tx.hall, services=services))
        with self._kiosk(hall) as kiosk:
            self._begin(kiosk)
            self._keep(kiosk, "home_not_today")
            kiosk.journey.open_zone(_ZONE)
            self._keep(kiosk, "services_not_today")
            kiosk.journey.choose_service(services[1].code)
            self._keep(kiosk, "confirm_not_today")

    def _printing(self, kiosk: KioskApp, printer: VirtualPrinter, port: TcpPort) -> None:
        printer.load_paper(0)
        wait_until(
            lambda: not bool(kiosk.models.report.prints), "a kiosk that knows of its trouble"
        )
        self._keep(kiosk, "attract_no_paper")
        self._errand(kiosk)
        self._keep(kiosk, "confirm_no_paper")
        self._take(kiosk, Stage.NO_PRINTER, "printer_no_paper")
        printer.load_paper()
        wait_until(lambda: bool(kiosk.models.report.prints), "a printer that is well again")
        self._keep(kiosk, "printer_ready_again")
        kiosk.journey.finish()
        printer.load_paper(0)
        printer.set_cover(True)
        self._errand(kiosk)
        self._take(kiosk, Stage.NO_PRINTER, "printer_cover_open")
        kiosk.journey.finish()
        printer.set_cover(False)
        printer.load_paper()
        self._errand(kiosk)
        self._take(kiosk, Stage.PRINTING, "slip_printing")
        wait_until(lambda: kiosk.taking.stage is Stage.PRINTED, "a printed slip")
        self._keep(kiosk, "slip_printed")
        kiosk.journey.finish()
        printer.load_paper(_HALF_A_SLIP_MM)
        self._errand(kiosk)
        self._take(kiosk, Stage.UNPROVEN, "slip_unproven")
        printer.load_paper()
        wait_until(lambda: bool(kiosk.taking.canPrintAgain), "a printer that may print it again")
        self._keep(kiosk, "slip_print_again")
        kiosk.taking.print_again()
        wait_until(lambda: kiosk.taking.stage is Stage.PRINTED, "a second slip")
        self._keep(kiosk, "slip_first_may_come")

    def _not_printed(self, kiosk: KioskApp, port: TcpPort) -> None:
        """The printer goes away between the look at it and the slip."""

        def unplug() -> None:
            if kiosk.taking.stage is Stage.ISSUING:
                port.close()

        kiosk.taking.stage_changed.connect(unplug)
        self._errand(kiosk)
        self._take(kiosk, Stage.NOT_PRINTED, "slip_not_printed")

    def _without_printer(self, kiosk: KioskApp) -> None:
        self._errand(kiosk)
        self._take(kiosk, Stage.ON_SCREEN, "slip_on_screen")
        kiosk.taking.keep()
        self._keep(kiosk, "slip_kept")
        kiosk.journey.finish()
        self._errand(kiosk)
        kiosk.taking.take_number()
        wait_until(lambda: kiosk.taking.stage is Stage.ON_SCREEN, "a number")
        kiosk.taking.cancel()
        wait_until(lambda: kiosk.taking.stage is Stage.CANCELLED, "a number given back")
        self._keep(kiosk, "slip_cancelled")
        kiosk.journey.finish()

    def _trouble(self, kiosk: KioskApp, hall: PictureHall) -> None:
        self._begin(kiosk)
        kiosk.models.idle.begin(_SECONDS_LEFT, WARN_SECONDS)
        self._keep(kiosk, "idle")
        kiosk.models.idle.begin(IDLE_SECONDS, WARN_SECONDS)
        with hall.without_database():
            wait_until(lambda: kiosk.journey.page.value == "away", "the page without a database")
            self._keep(kiosk, "away")
        wait_until(lambda: kiosk.journey.page.value != "away", "the database again")
        kiosk.journey.give_up()
        self._keep(kiosk, "broken")

    def _begin(self, kiosk: KioskApp) -> None:
        kiosk.journey.start()
        if self._large:
            kiosk.journey.switch_text_size()

    def _errand(self, kiosk: KioskApp) -> None:
        if kiosk.journey.page.value == "attract":
            self._begin(kiosk)
        kiosk.journey.choose_service(SERVICE)
        kiosk.taking.choose_priority(VETERAN)

    def _take(self, kiosk: KioskApp, until: Stage, page: str) -> None:
        kiosk.taking.take_number()
        wait_until(lambda: kiosk.taking.stage is until, f"the stage {until}")
        self._keep(kiosk, page)

    def _kiosk(
        self, hall: PictureHall, printer_url: str | None = None
    ) -> AbstractContextManager[KioskApp]:
        return _kiosk(self._studio, hall, self._size, printer_url)

    def _keep(self, kiosk: KioskApp, page: str) -> None:
        _keep(self._studio, kiosk, f"{page}_large" if self._large else page)


def _url(port: TcpPort) -> str:
    return f"tcp://127.0.0.1:{port.number}"


@contextmanager
def _printer() -> Iterator[tuple[VirtualPrinter, TcpPort]]:
    with ExitStack() as stack:
        printer = VirtualPrinter(load_profile("generic-80"), speed=_READABLE_SPEED)
        stack.callback(printer.stop)
        port = TcpPort(printer, 0)
        stack.callback(port.close)
        yield printer, port


@contextmanager
def _kiosk(
    studio: Studio, hall: PictureHall, size: Size, printer_url: str | None = None
) -> Iterator[KioskApp]:
    kiosk = KioskApp(
        hall.store,
        studio.presentation,
        KioskOptions("kiosk-1", printer_url),
        clock=hall.clock,
        idle_clock=lambda: 0.0,
    )
    try:
        kiosk.show(*size)
        wait_until(lambda: kiosk.models.hall.hall is not None, "the kiosk's first page")
        yield kiosk
    finally:
        kiosk.close()


def _keep(studio: Studio, kiosk: KioskApp, page: str) -> None:
    settle(60)
    wait_until(lambda: bool(kiosk.window.property("settled")), f"the page {page} at rest")
    settle(250)
    studio.keep_window("kiosk", page, kiosk.window)
