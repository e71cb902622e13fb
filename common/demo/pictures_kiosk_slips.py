"""Pictures of numbers that the kiosk gives: on paper, without paper, and in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from common.demo.hand import wait_until
from common.demo.kiosk_view import KioskView, Wish, slip_printer
from common.demo.studio import PictureHall
from common.domain.ids import KioskCode, TicketId
from common.domain.kiosk import KioskState
from common.operations import issue, new_id, report_kiosk
from common.printing.virtual.device import VirtualPrinter
from kiosk.app import KioskApp
from kiosk.view_models.stages import Stage

_SERVICE, _VETERAN, _PHONE = "FA002", "P4", "13800138000"
_NEIGHBOUR = KioskCode("kiosk-2")
_HALF_A_SLIP_MM = 45


def take_slip_pictures(view: KioskView) -> None:
    """A slip comes out; another comes out by half."""
    with _printing(view) as (kiosk, printer, _):
        _errand(view, kiosk)
        _take(view, kiosk, Stage.PRINTING, "slip_printing")
        wait_until(lambda: kiosk.taking.stage is Stage.PRINTED, "a printed slip")
        view.keep(kiosk, "slip_printed")
        printer.load_paper(_HALF_A_SLIP_MM)
        _errand(view, kiosk)
        _take(view, kiosk, Stage.UNPROVEN, "slip_unproven")
        printer.load_paper()
        wait_until(lambda: bool(kiosk.taking.canPrintAgain), "a printer that may print it again")
        view.keep(kiosk, "slip_print_again")
        kiosk.taking.print_again()
        wait_until(lambda: kiosk.taking.stage is Stage.PRINTED, "a second slip")
        view.keep(kiosk, "slip_first_may_come")


def take_printer_pictures(view: KioskView) -> None:
    """Paper that is out, a cover that is open, a cable that somebody pulls."""
    with _printing(view) as (kiosk, printer, _):
        printer.load_paper(0)
        wait_until(
            lambda: not bool(kiosk.models.report.prints), "a kiosk that knows of its trouble"
        )
        if view.wish is Wish.NONE:
            view.keep(kiosk, "attract_no_paper")
        _errand(view, kiosk)
        view.keep(kiosk, "confirm_no_paper")
        _take(view, kiosk, Stage.NO_PRINTER, "printer_no_paper")
        printer.load_paper()
        wait_until(lambda: bool(kiosk.models.report.prints), "a printer that is well again")
        view.keep(kiosk, "printer_ready_again")
        printer.load_paper(0)
        printer.set_cover(True)
        _errand(view, kiosk)
        _take(view, kiosk, Stage.NO_PRINTER, "printer_cover_open")
    with (
        view.studio.busy_hall() as hall,
        slip_printer() as (_, port, url),
        view.kiosk(hall, url) as kiosk,
    ):

        def unplug() -> None:
            if kiosk.taking.stage is Stage.ISSUING:
                port.close()

        kiosk.taking.stage_changed.connect(unplug)
        _errand(view, kiosk)
        _take(view, kiosk, Stage.NOT_PRINTED, "slip_not_printed")


def take_returning_pictures(view: KioskView) -> None:
    """Somebody who has a number in this queue already, and paper that is out."""
    with _printing(view) as (kiosk, printer, hall):
        printer.load_paper(0)
        issue(hall.store, [_SERVICE], ticket=TicketId(new_id()), person=_PHONE)
        _errand(view, kiosk)
        for digit in _PHONE:
            kiosk.models.phone.press(digit)
        kiosk.models.phone.accept()
        _take(view, kiosk, Stage.STILL_OPEN, "still_open")
        kiosk.taking.reprint()
        wait_until(lambda: kiosk.taking.stage is Stage.NO_PRINTER, "a printer without paper")
        view.keep(kiosk, "reprint_no_paper")
        kiosk.taking.show_number()
        view.keep(kiosk, "slip_of_before")


def take_paperless_pictures(view: KioskView) -> None:
    """A printer that tells nothing, and a kiosk without one."""
    with view.studio.busy_hall() as hall:
        with view.kiosk(hall, "file:///dev/null") as kiosk:
            _errand(view, kiosk)
            _take(view, kiosk, Stage.SENT, "slip_sent")
        with view.kiosk(hall) as kiosk:
            _errand(view, kiosk)
            _take(view, kiosk, Stage.ON_SCREEN, "slip_on_screen")
            kiosk.taking.keep()
            view.keep(kiosk, "slip_kept")
            _errand(view, kiosk)
            kiosk.taking.take_number()
            wait_until(lambda: kiosk.taking.stage is Stage.ON_SCREEN, "a number")
            kiosk.taking.cancel()
            wait_until(lambda: kiosk.taking.stage is Stage.CANCELLED, "a number given back")
            view.keep(kiosk, "slip_cancelled")


@contextmanager
def _printing(view: KioskView) -> Iterator[tuple[KioskApp, VirtualPrinter, PictureHall]]:
    """A kiosk with a printer, beside another that prints as well."""
    with view.studio.busy_hall() as hall, slip_printer() as (printer, _, url):
        neighbour = KioskState(_NEIGHBOUR, hall.clock(), "tcp://10.0.0.12", can_print=True)
        report_kiosk(hall.store, neighbour)
        with view.kiosk(hall, url) as kiosk:
            wait_until(lambda: bool(kiosk.models.report.prints), "a printer that is ready")
            yield kiosk, printer, hall


def _errand(view: KioskView, kiosk: KioskApp) -> None:
    view.begin(kiosk)
    kiosk.journey.choose_service(_SERVICE)
    kiosk.taking.choose_priority(_VETERAN)


def _take(view: KioskView, kiosk: KioskApp, until: Stage, page: str) -> None:
    kiosk.taking.take_number()
    wait_until(lambda: kiosk.taking.stage is until, f"the stage {until}")
    view.keep(kiosk, page)
