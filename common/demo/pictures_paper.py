"""Pictures of paper: slips as printers draw them, and the virtual printer's window."""

from __future__ import annotations

from dataclasses import replace

from common import operations
from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Studio
from common.domain.ids import ClassCode, TicketId, TicketNumber
from common.domain.print_job import PaperKind
from common.operations.samples import longest_slip, sample_paper
from common.printing.papers import paper_bytes
from common.printing.profile import load_profile
from common.printing.slip import slip_bytes
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.picture import slip_png
from common.qt.printer_window import PrinterWindow

PAPERS = (
    ("80mm", "generic-80"),
    ("58mm", "generic-58"),
    ("80mm-180dpi", "epson-tm-t88"),
    ("80mm-as-dots", "epson-tm-t88-latin"),
)
"""What the picture's name says of the paper, and the printer's profile."""
_ERRANDS = (("service", "FA002", "P0"), ("priority", "FE001", "P4"), ("bundle", "YJS01", "P0"))
_OTHER_PAPERS = tuple(kind for kind in PaperKind if kind not in (PaperKind.SLIP, PaperKind.TEST))
_SLOW = 30
"""mm/s: a picture catches the paper on its way out."""
_LAST_MM = 60
_URLS = ("serial:///dev/pts/3", "tcp://127.0.0.1:9100")


def take_slip_pictures(studio: Studio) -> None:
    """Slips of each kind, the longest that the hall can make, and the other papers."""
    with studio.busy_hall() as hall:
        numbers = [(page, _issue(hall, code, priority)) for page, code, priority in _ERRANDS]
        facts = {page: operations.slip_facts(hall.store, number) for page, number in numbers}
        plan = operations.hall(hall.store)
        now = facts["service"].issued_at
        facts["reprint"] = replace(facts["service"], reprint=True)
        facts["longest"] = longest_slip(plan, now)
        papers = {kind: sample_paper(plan, kind, now) for kind in _OTHER_PAPERS}
        language = studio.presentation.translator.language
        for paper, code in PAPERS:
            profile = load_profile(code)
            for page, slip in facts.items():
                data = slip_bytes(slip, profile, language)
                studio.keep_image("slip", page, paper, slip_png(data, profile))
            for kind, other in papers.items():
                data = paper_bytes(other, profile, language)
                studio.keep_image("slip", kind, paper, slip_png(data, profile))


def take_printer_pictures(studio: Studio) -> None:
    with studio.busy_hall() as hall:
        numbers = [_issue(hall, code, priority) for _, code, priority in _ERRANDS]
        language = studio.presentation.translator.language
        profile = load_profile("generic-80")
        slips = [
            slip_bytes(operations.slip_facts(hall.store, number), profile, language)
            for number in numbers
        ]
        printer = VirtualPrinter(profile, speed=_SLOW)
        window = PrinterWindow(printer, _URLS, language)
        try:
            window.resize(window.sizeHint())
            window.show()
            _printer_states(studio, printer, window, slips)
        finally:
            window.close()
            window.deleteLater()
            printer.stop()


def _printer_states(
    studio: Studio, printer: VirtualPrinter, window: PrinterWindow, slips: list[bytes]
) -> None:
    def keep(page: str) -> None:
        settle(150)
        studio.keep_window("printer", page, window)

    keep("ready")
    _print(printer, slips[0])
    settle(1500)
    keep("printing")
    wait_until(lambda: len(printer.slips) == 1, "the first slip")
    _print(printer, slips[1])
    wait_until(lambda: len(printer.slips) == 2, "the second slip")
    keep("slip")
    printer.load_paper(_LAST_MM)
    _print(printer, slips[2])
    wait_until(lambda: printer.panel.paper_end, "the end of the paper")
    keep("no_paper")
    printer.set_cover(True)
    keep("cover_open")
    printer.set_power(False)
    keep("switched_off")


def _print(printer: VirtualPrinter, data: bytes) -> None:
    printer.receive(data, lambda _: None)


def _issue(hall: PictureHall, wanted: str, priority: str) -> TicketNumber:
    return operations.issue(
        hall.store,
        [wanted],
        ticket=TicketId(operations.new_id()),
        priority=ClassCode(priority),
        by="kiosk-1",
    ).number
