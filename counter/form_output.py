"""A filled form on A4: on the printer of this PC, or as a PDF. All of it waits: use a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.domain.errors import JiaohaoError
from common.domain.forms import paper_of
from common.domain.text import Text
from common.qt.form_sheet import FormSheet, draw_on, pdf_bytes, set_page
from common.qt.form_sheet_blocks import Edited, Head
from common.qt.hall_time import in_hall
from common.qt.translations import date_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from common.operations.kept_forms import ExportedForm
    from counter.form_cabinet import Made, Reading


class NoPrinter(JiaohaoError):
    code = "no_form_printer"
    en = (
        "This PC has no printer for A4. Set one up in the system's settings, or save the form as "
        "a PDF."
    )
    zh = "本机没有 A4 打印机。请在系统设置中添加，或保存为 PDF。"


class UnknownPrinter(JiaohaoError):
    code = "unknown_form_printer"
    en = "This PC has no printer {given}. It has: {known}."
    zh = "本机没有打印机 {given}。可用：{known}。"


class PrinterRefused(JiaohaoError):
    code = "form_printer_refused"
    en = "The printer {printer} took nothing. Look whether it is on, or save the form as a PDF."
    zh = "打印机 {printer} 没有接收。请检查是否开机，或保存为 PDF。"


class FormOutput:
    """Draws with the bundled type, and gives the pages to the printer of this PC."""

    def __init__(self, family: str, printer: str = "") -> None:
        """`printer` is its name in the system; empty is the system's default."""
        self._family, self._printer = family, printer

    def print(self, reading: Reading, exported: ExportedForm, made: Made) -> str:
        """Hand all pages over; returns the printer's name. That they came out nobody can tell.

        Raises NoPrinter, UnknownPrinter, PrinterRefused.
        """
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        known = QPrinterInfo.availablePrinterNames()
        name = self._printer or QPrinterInfo.defaultPrinterName() or "".join(known[:1])
        if not known:
            raise NoPrinter
        if name not in known:
            raise UnknownPrinter(given=name, known=", ".join(known))
        chosen = QPrinterInfo.printerInfo(name)
        printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
        printer.setDocName(exported.code)
        self.draw(reading, exported, made, printer, name)
        return name

    def draw(
        self, reading: Reading, exported: ExportedForm, made: Made, printer: QPrinter, name: str
    ) -> None:
        """Raises PrinterRefused."""
        printer.setFullPage(True)
        set_page(printer)
        if not draw_on(self._sheet(reading, exported, made), printer):
            raise PrinterRefused(printer=name)

    def pdf(self, reading: Reading, exported: ExportedForm, made: Made) -> bytes:
        return pdf_bytes(self._sheet(reading, exported, made), exported.code)

    def _sheet(self, reading: Reading, exported: ExportedForm, made: Made) -> FormSheet:
        filled, zone, language = exported.filled, reading.zone, made.language
        edits = {edit.key for edit in filled.edits}
        papers = [
            paper_of(sheet, filled.answers, reading.day, edited=edits)
            for sheet in reading.papers_of
        ]
        labels = {asked.field.key: asked.field.label for asked in reading.sheet.every()}
        signed, now = in_hall(filled.signed_at, zone), in_hall(exported.at, zone)
        printed = _MADE.say(language).format(
            day=date_text(now.date(), language),
            time=f"{now:%H:%M}",
            counter=made.counter,
            clerk=exported.by,
        )
        return FormSheet(
            papers,
            Head(
                hall=made.hall.say(language),
                code=exported.code,
                number=exported.number or "",
                filled=f"{date_text(signed.date(), language)} {signed:%H:%M}",
                signed=date_text(signed.date(), language),
                made=printed,
                counter=made.counter,
            ),
            self._family,
            language,
            edited=[
                Edited(f"{in_hall(last.at, zone):%Y-%m-%d %H:%M}", last.by, labels[key])
                for key, last in {edit.key: edit for edit in filled.edits}.items()
                if key in labels
            ],
        )


_MADE = Text(zh="{day} {time} 打印 · {counter} {clerk}", en="Made {day} {time} · {counter} {clerk}")
