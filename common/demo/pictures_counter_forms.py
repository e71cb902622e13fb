"""Pictures of filled forms at the counter: found, read, corrected, on their way out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from common import operations
from common.demo.filled_forms import filled_in
from common.demo.hall import PASSWORD
from common.demo.hand import press, settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.forms import FieldKey, paper_of, sheet_of
from common.domain.ids import CounterCode, TicketId
from common.operations import kept_forms
from common.operations.form_files import read_forms
from common.qt.form_sheet import FormSheet, page_picture
from common.qt.form_sheet_blocks import Edited, Head
from common.qt.translations import date_text
from counter.app import CounterApp, FormPlaces
from counter.view_models.desk import DeskViewModel
from counter.view_models.form_reader import FormReader
from counter.view_models.forms_sheet import FormsSheet

COUNTER = CounterCode("F09")
_CLERK, _SERVICE, _FORM = "f09", "FC001", "F01"
_PAPER_WIDTH = 1240
"""Dots: 150 to the inch."""
_MOBILE, _EDUCATION = FieldKey("applicant.mobile"), FieldKey("applicant.edu")


def take_counter_form_pictures(studio: Studio, hall: PictureHall, size: Size) -> None:
    """One language, one size of screen."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        key = place / "forms.key"
        kept_forms.make_form_key(hall.store, key)
        _fill_in(hall)
        app = CounterApp(
            hall.store,
            studio.presentation,
            counter=COUNTER,
            login=_CLERK,
            folder=place,
            forms=FormPlaces(key_file=key),
        )
        try:
            app.window.resize(*size)
            app.window.show()
            wait_until(lambda: app.sign_in.counter_place != "", "the counter's place")
            app.sign_in.set_password(PASSWORD)
            app.sign_in.sign_in()
            wait_until(lambda: app.desk is not None and app.desk.view is not None, "the desk")
            operations.call_next(hall.store, COUNTER)
            operations.serve(hall.store, COUNTER)
            wait_until(lambda: bool(_desk(app).forms.of_person), "the form of the person")
            _take(studio, app)
            _keep_paper(studio, hall)
        finally:
            app.close()


def _keep_paper(studio: Studio, hall: PictureHall) -> None:
    """What comes out of the printer."""
    book, now = read_forms().book, hall.clock.now
    filled = filled_in(book, [_FORM], now, services=[_SERVICE])
    sheet = sheet_of(book, [book.forms[code] for code in filled.forms], filled.services)
    paper = paper_of(sheet, filled.answers, now.date(), edited=[_MOBILE])
    language = studio.presentation.translator.language
    day, name = date_text(now.date(), language), operations.hall(hall.store).name.say(language)
    head = Head(name, "7K4MQX", "FC001", f"{day} {now:%H:%M}", day, f"{day} · F09", COUNTER)
    edited = [Edited(f"{now:%Y-%m-%d %H:%M}", _CLERK, book.fields[_MOBILE].label)]
    pages = FormSheet([paper], head, studio.presentation.family, language, edited=edited)
    for page in range(pages.page_count):
        picture = page_picture(pages, page, _PAPER_WIDTH).convertToFormat(
            QImage.Format.Format_RGB888
        )
        image = Image.frombuffer(
            "RGB",
            (picture.width(), picture.height()),
            bytes(picture.constBits()),
            "raw",
            "RGB",
            picture.bytesPerLine(),
            1,
        )
        studio.keep_image("counter", f"form_on_paper_{page + 1}", "A4", image)


def _fill_in(hall: PictureHall) -> None:
    """Somebody who fills in a form at a kiosk with a wrong telephone, and takes a number."""
    taken = operations.issue(hall.store, [_SERVICE], ticket=TicketId(operations.new_id()))
    filled = filled_in(read_forms().book, [_FORM], hall.clock.now, services=[_SERVICE])
    kept_forms.keep_form(hall.store, filled, kiosk="kiosk-1", ticket=taken.ticket)
    hall.clock.now += timedelta(minutes=9)


def _take(studio: Studio, app: CounterApp) -> None:
    desk = _desk(app)
    _keep(studio, app, "form_of_the_person")
    desk.open_forms()
    wait_until(lambda: _sheet(app).reader is not None, "the open form")
    reader = _reader(app)
    _keep(studio, app, "form_open")
    _pick(reader, _MOBILE)
    reader.edit()
    wait_until(lambda: reader.editor is not None, "the field to correct")
    settle(100)
    QTest.keyClicks(app.window.focusWidget(), "1390013900")
    _keep(studio, app, "form_correcting")
    QTest.keyClicks(app.window.focusWidget(), "0")
    press(app.window, Qt.Key.Key_Return)
    wait_until(lambda: reader.editor is None and not reader.busy, "the corrected answer")
    _keep(studio, app, "form_corrected")
    _pick(reader, _EDUCATION)
    reader.edit()
    _keep(studio, app, "form_choosing")
    reader.leave_editor()
    _pick(reader, FieldKey("sign.applicant"))
    reader.reveal()
    wait_until(lambda: reader.signature is not None, "the signature")
    _keep(studio, app, "form_signature")
    reader.begin_saving("pdf")
    _keep(studio, app, "form_saving")
    reader.stop_saving()
    reader.take_over()
    wait_until(lambda: reader.taken_over, "the form taken over")
    _keep(studio, app, "form_taken_over")
    reader.ask_to_erase()
    _keep(studio, app, "form_erasing")
    desk.close_sheet()
    desk.close_sheet()
    desk.forms.take_scan("346789", None)
    wait_until(lambda: _sheet(app).message is not None, "the word that there is no such form")
    _keep(studio, app, "form_unknown")
    desk.close_sheet()


def _pick(reader: FormReader, key: FieldKey) -> None:
    reader.pick([row.key for row in reader.rows.shown].index(key))


def _sheet(app: CounterApp) -> FormsSheet:
    sheet = _desk(app).sheet
    assert isinstance(sheet, FormsSheet)
    return sheet


def _reader(app: CounterApp) -> FormReader:
    reader = _sheet(app).reader
    assert reader is not None
    return reader


def _desk(app: CounterApp) -> DeskViewModel:
    assert app.desk is not None
    return app.desk


def _keep(studio: Studio, app: CounterApp, page: str) -> None:
    settle(150)
    studio.keep_window("counter", page, app.window)
