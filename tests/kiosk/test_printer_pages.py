"""Every page that speaks of the printer: whole, in both languages, on every shape of screen."""

from __future__ import annotations

import pytest

from common.domain.kiosk import KioskState
from common.operations import report_kiosk
from kiosk.view_models.stages import Stage
from tests.kiosk.looking import check, shown_at

SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
HALF_A_SLIP_MM = 45
LONGEST_NAME = "BA004"
TROUBLES = (
    {"cover_open": True},
    {"paper_jam": True},
    {"cutter_stuck": True},
    {"head_hot": True},
    {"mechanical": True},
)


@pytest.fixture(autouse=True)
def settles_at_once(monkeypatch):
    monkeypatch.setattr("kiosk.view_models.slip_paper.SETTLING_SECONDS", 0.3)


@pytest.mark.parametrize(
    ("shape", "language", "large"),
    [
        ("portrait", "zh", False),
        ("portrait", "en", True),
        ("landscape", "en", True),
    ],
)
def test_the_pages_of_a_printer_in_trouble_are_whole(
    make_kiosk, presentation, line_printer, store, clock, shape, language, large
):
    report_kiosk(store, KioskState("kiosk-2", clock(), "tcp://p", can_print=True))
    printer = line_printer("snbc-bt-t080")
    citizen = make_kiosk(printer.url, size=SIZES[shape], profile=printer.profile, name="kiosk-1")
    kiosk, taking = citizen.app, citizen.app.taking
    name = f"{shape}-{language}{'-large' * large}"

    def begin(service: str = LONGEST_NAME) -> None:
        kiosk.journey.finish()
        kiosk.journey.start_in(language)
        if large:
            kiosk.journey.switch_text_size()
        kiosk.journey.choose_service(service)
        taking.choose_priority("P4")

    def look(page: str) -> None:
        citizen.app.models.idle.stop()
        check(citizen, language, f"{page}-{name}")

    printer.device.load_paper(printer.device.profile.near_end_mm - 100)
    citizen.wait_for(lambda: kiosk.models.report.paperLow)
    presentation.translator.set_language(language)
    look("paper_low_attract")
    printer.device.load_paper(0)
    citizen.wait_for(lambda: kiosk.models.report.nextKiosk["zh"] != "")
    look("no_paper_attract")
    begin()
    look("no_paper_confirm")
    taking.take_number()
    citizen.wait_for(lambda: taking.stage is Stage.NO_PRINTER)
    look("printer_no_paper")
    printer.device.load_paper()
    for trouble in TROUBLES:
        printer.device.set_faults(**trouble)
        (fault,) = trouble
        citizen.wait_for(lambda: not kiosk.models.report.prints)
        look(f"printer_{fault}")
        printer.device.set_faults(**{fault: False})
        citizen.wait_for(lambda: kiosk.models.report.prints)
    look("printer_ready_again")
    citizen.touch("without_paper_button")
    citizen.wait_for(lambda: taking.canPrintAgain)
    look("slip_on_screen_printable")
    printer.device.load_paper(HALF_A_SLIP_MM)
    begin()
    taking.take_number()
    citizen.wait_for(lambda: taking.stage is Stage.UNPROVEN)
    look("slip_unproven")
    assert (
        shown_at(citizen.find("place_card")).bottom() + 16
        <= shown_at(citizen.find("keep_button")).top()
    )
    printer.device.load_paper()
    citizen.wait_for(lambda: citizen.sees("print_again_button"))
    look("slip_unproven_printable")
    citizen.touch("print_again_button")
    citizen.wait_for(lambda: taking.stage is Stage.PRINTED)
    assert taking.firstMayCome
    look("slip_first_may_come")
