"""Filled forms at a counter: found, covered, corrected, printed, exported, erased."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from common import operations
from common.cli.private_files import FileNotWritten, write_private
from common.demo.filled_forms import filled_in
from common.domain.event import Act
from common.domain.forms import FieldKey
from common.domain.hall import Hall
from common.domain.ids import ClerkLogin
from common.domain.text import Language
from common.operations import kept_forms
from common.operations.form_files import read_forms
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from counter.app import CounterApp, FormPlaces
from counter.form_cabinet import FormCabinet, Made
from counter.form_output import FormOutput
from counter.view_models.acts import Act as DeskAct
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.desk_errands import DeskErrands
from counter.view_models.desk_forms import DeskForms, FormTools
from counter.view_models.form_reader import FormReader
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.menu import Errand, MenuSheet
from counter.widgets.parts import MessageLine

MOBILE, DOC, NAME = map(FieldKey, ("applicant.mobile", "applicant.doc_no", "applicant.name"))
SIGNED = FieldKey("sign.applicant")


@pytest.fixture(scope="module")
def book():
    return read_forms().book


@pytest.fixture
def key_file(store, tmp_path) -> Path:
    file = tmp_path / "forms.key"
    kept_forms.make_form_key(store, file)
    return file


@pytest.fixture
def keep(store, clock, book, key_file):
    """Fill a form in at a kiosk: its code."""

    def keep(ticket=None, *codes: str) -> str:
        filled = filled_in(book, codes or ("F01",), clock())
        return kept_forms.keep_form(store, filled, kiosk="kiosk-1", ticket=ticket)

    return keep


@pytest.fixture
def window(start_counter, key_file, qtbot) -> CounterApp:
    """A whole counter, where keys and widgets matter."""
    app = start_counter("A01", forms=FormPlaces(key_file=key_file))
    app._translator.set_language(Language.EN)
    return app


class BareDesk:
    """The forms of a desk without its window, and the sheets laid over each other."""

    def __init__(self, forms: DeskForms, errands: DeskErrands, tools: FormTools) -> None:
        self.desk, self.forms, self.tools = self, forms, tools
        self.sheets: list[object] = []
        self.told: list[str] = []
        for opens in (forms.opened, errands.opened):
            opens.connect(self.sheets.append)
        errands.closed.connect(self.sheets.pop)
        forms.said.connect(lambda message: self.told.append(message.words()))

    @property
    def sheet(self) -> object:
        return self.sheets[-1] if self.sheets else None

    def scan(self, text: str) -> None:
        self.forms.take_scan(text, self.sheet)


@pytest.fixture
def desk(qtbot, store, clock, presentation, key_file, tmp_path) -> Iterator[BareDesk]:
    """The same without a window, which most of this does not need."""
    translator = presentation.translator
    translator.set_language(Language.EN)
    session = operations.sign_in(store, "A01", "a01", "jiaohao-demo")
    runner, paper_runner = TaskRunner("test desk"), TaskRunner("test printer")
    hall_clock = HallClock(ZoneInfo("Asia/Shanghai"), translator, clock)
    tools = FormTools(
        FormCabinet(store, key_file=key_file),
        FormOutput(presentation.family),
        paper_runner,
        tmp_path / "forms",
    )
    papers = CounterPapers(store, runner, translator, hall_clock, None, tmp_path)

    def hall() -> Hall:
        return operations.hall(store)

    errands = DeskErrands(store, runner, translator, session, hall, papers, tools.cabinet)
    forms = DeskForms(tools, runner, translator, hall_clock, session, hall, errands)
    yield BareDesk(forms, errands, tools)
    hall_clock.stop()
    for worker in (runner, paper_runner):
        worker.close()
    for thing in (forms, errands, papers, hall_clock):
        thing.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_in(keep, qtbot):
    """Open a form by its code, at a desk with or without a window, and return what reads it."""

    def open_in(desk: CounterApp | BareDesk, code: str = "") -> FormReader:
        desk.desk.scan(code or keep())
        qtbot.waitUntil(lambda: reader_of(desk) is not None)
        return reader_of(desk)

    return open_in


@pytest.fixture
def opened(desk, open_in):
    return lambda code="": open_in(desk, code)


def sheet_of_desk(app) -> FormsSheet:
    assert isinstance(app.desk.sheet, FormsSheet)
    return app.desk.sheet


def reader_of(app) -> FormReader | None:
    return sheet_of_desk(app).reader


def said(app) -> str:
    message = sheet_of_desk(app).message
    return message.words() if message is not None else ""


def pick(reader: FormReader, key: FieldKey) -> None:
    reader.pick([row.key for row in reader.rows.shown].index(key))


def value(reader: FormReader, key: FieldKey) -> str:
    return next(row.value for row in reader.rows.shown if row.key == key)


def acts(store, *wanted: Act) -> list[tuple[Act, dict]]:
    with store.read() as tx:
        return [(e.move, e.facts) for e in tx.events() if e.move in wanted]


# Found


def test_the_desk_shows_that_the_person_here_filled_in_a_form_and_opens_it(
    window, keep, take, qtbot, store
):
    keep(take().ticket)
    hint = window.window.findChild(QPushButton, "person_form_button")
    operations.call_next(store, "A01")
    qtbot.waitUntil(hint.isVisible)
    assert "Flexible employment" in hint.accessibleName()
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: reader_of(window) is not None)
    assert window.window.findChild(QLabel, "sheet_title").text().startswith("Flexible employment")
    assert reader_of(window).number == operations.desk(store, "A01").current.number


def test_finishing_reminds_of_a_form_that_nobody_took_over_and_stops_nobody(
    window, keep, take, qtbot, store
):
    code = keep(take().ticket)
    operations.call_next(store, "A01")
    operations.serve(store, "A01")
    desk = window.desk
    qtbot.waitUntil(lambda: bool(desk.forms.left))
    desk.press(DeskAct.FINISH)

    def lines() -> list[str]:
        found = window.window.findChildren(MessageLine, "forms_left_line")
        return [line.text() for line in found if line.isVisible()]

    (line,) = lines()
    assert line.startswith("Not taken over yet: Flexible employment")
    desk.close_sheet()
    form = kept_forms.form_with_code(store, code)
    kept_forms.pick_up(store, form.id, ClerkLogin("a01"))
    qtbot.waitUntil(lambda: not desk.forms.left)
    desk.press(DeskAct.FINISH)
    assert window.window.findChild(QWidget, "finish_sheet") is not None
    assert lines() == []
    desk.accept_sheet()
    qtbot.waitUntil(lambda: desk.current is None)


def test_a_person_without_a_form_shows_none_and_a_code_is_typed(window, keep, take, qtbot, store):
    take()
    code = keep()
    operations.call_next(store, "A01")
    qtbot.waitUntil(lambda: window.desk.current is not None)
    assert window.window.findChild(QPushButton, "person_form_button").isHidden()
    window.desk.open_menu()
    assert isinstance(window.desk.sheet, MenuSheet) and Errand.FORMS in window.desk.sheet.errands
    window.desk.sheet.chosen.emit(Errand.FORMS)
    field = window.window.focusWidget()
    qtbot.keyClicks(field, f"{code[:3]}-{code[3:].lower()}")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader_of(window) is not None)
    assert reader_of(window).kept.code == code


def test_the_code_of_the_slip_opens_the_form_too(desk, keep, take, qtbot):
    taken = take()
    keep(taken.ticket)
    desk.desk.scan(f"]Q3{taken.code}")
    qtbot.waitUntil(lambda: reader_of(desk) is not None)
    assert reader_of(desk).number == taken.number


def test_a_scanner_that_types_opens_the_form_whatever_has_the_focus(
    start_counter, keep, key_file, qtbot
):
    code = keep()
    app = start_counter("A01", forms=FormPlaces(key_file=key_file), scanners=["scanner:keyboard"])
    qtbot.keyClicks(app.window.focusWidget(), code)
    qtbot.keyClick(app.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: app.desk.sheet is not None and reader_of(app) is not None)
    assert reader_of(app).kept.code == code


def test_a_code_that_leads_nowhere_says_what_to_do(desk, keep, clock, qtbot):
    late = keep()
    clock.advance(days=8)
    for scanned, told in (
        ("346789", "There is no filled form 346789"),
        ("34678B", "is no form code"),
        ("22222222", "No form was filled in for this slip"),
        ("https://example.org/pay/1234567890", "not from this hall"),
        (late, "was erased, as was told"),
    ):
        desk.desk.scan(scanned)
        qtbot.waitUntil(lambda words=told: words in said(desk))
    desk.scan("")
    assert "not from this hall" in said(desk)
    desk.forms.tell_spoiled(desk.sheet)
    assert "scan once more" in said(desk)


def test_a_pc_without_the_key_and_a_form_of_another_counter_are_told_in_words(
    desk, keep, take, qtbot, key_file, store
):
    code = keep(take().ticket)
    key_file.rename(key_file.with_suffix(".away"))
    desk.desk.scan(code)
    qtbot.waitUntil(lambda: "This PC has no key to open forms" in said(desk))
    key_file.with_suffix(".away").rename(key_file)
    operations.call_next(store, "A02")
    sheet_of_desk(desk).scan(code)
    qtbot.waitUntil(lambda: "is at counter A02 now" in said(desk))


# Read


def test_answers_are_covered_until_the_record_knows_who_looked(window, open_in, qtbot, store):
    reader = open_in(window)
    assert value(reader, DOC) == "9*************0012"
    shown = " ".join(row.value for row in reader.rows.shown)
    assert "13800138000" not in shown and "测试甲" not in shown
    pick(reader, DOC)
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: value(reader, DOC) == "999999199003070012")
    assert value(reader, NAME) == "测**"
    ((_, facts),) = acts(store, Act.REVEAL_FIELD)
    assert facts == {"form": reader.kept.id, "fields": [DOC]}
    pick(reader, SIGNED)
    assert reader.signature is None
    reader.reveal()
    qtbot.waitUntil(lambda: reader.signature is not None)
    reader._unattended.timeout.emit()
    assert reader.signature is None
    assert value(reader, DOC) == "9*************0012"


def test_nothing_is_shown_while_the_record_cannot_be_written(
    desk, opened, qtbot, monkeypatch, store
):
    from common.store import DatabaseAway

    reader = opened()

    def away(*_, **__):
        raise DatabaseAway(detail="test")

    monkeypatch.setattr(kept_forms, "reveal", away)
    pick(reader, DOC)
    reader.reveal()
    qtbot.waitUntil(lambda: bool(said(desk)))
    assert value(reader, DOC) == "9*************0012"


# Corrected


def test_a_correction_is_checked_at_each_key_and_leaves_a_trace(window, open_in, qtbot, store):
    reader = open_in(window)
    pick(reader, MOBILE)
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.editor is not None)
    field = window.window.focusWidget()
    assert field.text() == "13800138000"
    qtbot.keyClicks(field, "1390013")
    assert "11 digits" in window.window.findChild(QLabel, "edit_problem").text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert reader.editor is not None and not acts(store, Act.EDIT_FORM)
    qtbot.keyClicks(field, "9000")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: value(reader, MOBILE) == "13900139000")
    ((_, facts),) = acts(store, Act.EDIT_FORM)
    assert facts == {"form": reader.kept.id, "fields": [MOBILE]}
    (trace,) = reader.traces
    assert (trace.by, trace.before) == ("a01", "13800138000")


def test_another_document_number_changes_what_follows_from_it(desk, opened, qtbot):
    reader = opened()
    assert value(reader, FieldKey("applicant.sex")) == "Male"
    pick(reader, FieldKey("applicant.sex"))
    reader.edit()
    assert "follows from the document number" in said(desk)
    pick(reader, DOC)
    reader.edit()
    qtbot.waitUntil(lambda: reader.editor is not None)
    reader.editor.type("999999198508150021")
    reader.save_edit()
    qtbot.waitUntil(lambda: value(reader, FieldKey("applicant.sex")) == "Female")
    assert value(reader, FieldKey("applicant.birth")) == "1985-**-**"


def test_what_was_typed_stays_when_the_database_is_away(desk, opened, qtbot, monkeypatch):
    from common.store import DatabaseAway

    reader = opened()
    pick(reader, MOBILE)
    reader.edit()
    qtbot.waitUntil(lambda: reader.editor is not None)
    edit = kept_forms.edit_form

    def away(*_, **__):
        raise DatabaseAway(detail="test")

    monkeypatch.setattr(kept_forms, "edit_form", away)
    reader.editor.type("13900139000")
    reader.save_edit()
    qtbot.waitUntil(lambda: bool(said(desk)))
    assert reader.editor.typed == "13900139000"
    monkeypatch.setattr(kept_forms, "edit_form", edit)
    reader.save_edit()
    qtbot.waitUntil(lambda: value(reader, MOBILE) == "13900139000")


def test_consents_and_the_signature_are_the_persons_own(desk, opened):
    reader = opened()
    for key in (FieldKey("consent.truth"), SIGNED):
        pick(reader, key)
        reader.edit()
        assert reader.editor is None
        assert "Only the person agrees and signs" in said(desk)


def test_what_was_erased_meanwhile_leaves_the_screen(desk, opened, qtbot, store):
    reader = opened()
    kept_forms.erase_form(store, reader.kept.id, "z04")
    pick(reader, DOC)
    reader.reveal()
    qtbot.waitUntil(lambda: reader_of(desk) is None)
    assert "was erased" in said(desk)


# Taken away


def test_a_pdf_and_a_json_file_are_private_and_write_over_nothing(
    desk, opened, qtbot, tmp_path, store
):
    reader = opened()
    for ending in ("pdf", "json"):
        file = tmp_path / "forms" / f"{reader.kept.code}.{ending}"
        for _ in "12":
            reader.begin_saving(ending)
            reader.save()
            qtbot.waitUntil(lambda: reader.file is None or reader.sure)
            if reader.sure:
                assert "nothing was written over" in said(desk)
                was = file.stat().st_ino
                reader.save()
                qtbot.waitUntil(lambda: reader.file is None)
                assert file.stat().st_ino != was
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert {one.suffix for one in file.parent.iterdir()} == {".pdf", ".json"}
    facts = json.loads(file.read_bytes())
    assert facts["answers"][DOC] == "999999199003070012"
    assert facts["code"] == reader.kept.code
    document = QPdfDocument()
    document.load(str(file.with_suffix(".pdf")))
    assert "999999199003070012" in document.getAllText(0).text()
    assert [facts["as"] for _, facts in acts(store, Act.EXPORT_FORM)] == ["pdf"] * 2 + ["json"] * 2


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    with pytest.raises(FileNotWritten):
        write_private(tmp_path / ("x" * 300), b"secret", replace=False)
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotWritten):
        write_private(tmp_path / "folder", b"secret", replace=True)
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_a_pc_without_a_printer_says_what_to_do(desk, opened, qtbot):
    opened().print()
    qtbot.waitUntil(lambda: "no printer for A4" in said(desk))


def test_every_page_goes_to_the_printer(desk, opened, keep, qtbot, tmp_path, store):
    reader = opened(keep(None, "F01", "F02"))
    exported = kept_forms.export_form(
        store,
        desk.tools.cabinet._keys(),
        reader.kept.id,
        "a01",
        taken_as=kept_forms.TakenAs.PAPER,
    )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    made = Made(operations.hall(store).name, "A01", Language.ZH)
    desk.tools.output.draw(reader._reading, exported, made, printer, "test")
    document = QPdfDocument()
    document.load(str(tmp_path / "paper.pdf"))
    assert document.pageCount() == 2
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (595, 842)


def test_taking_over_begins_the_halls_period_and_a_supervisor_ends_it_at_once(
    desk, opened, qtbot, store, clock
):
    reader = opened()
    reader.take_over()
    qtbot.waitUntil(lambda: reader.taken_over)
    assert reader.kept.erase_after == clock() + timedelta(days=1)
    reader.ask_to_erase()
    approval = desk.desk.sheet
    approval.set_login("z04")
    approval.set_password("jiaohao-demo")
    approval.set_reason("The person wants it")
    approval.accept()
    qtbot.waitUntil(lambda: isinstance(desk.desk.sheet, FormsSheet) and reader_of(desk) is None)
    assert "is erased" in said(desk)
    ((_, facts),) = acts(store, Act.ERASE_FORM)
    assert facts["approved_by"] == "z04"
    assert kept_forms.kept_forms(store) == ()


def test_a_hall_that_erases_at_once_asks_first(desk, opened, qtbot, store):
    from dataclasses import replace

    with store.write() as tx:
        rules = replace(tx.hall.rules, forms_after_pickup=timedelta())
        tx.write_hall(replace(tx.hall, rules=rules))
    reader = opened()
    reader.take_over()
    assert "Once more?" in said(desk) and not acts(store, Act.PICK_UP_FORM)
    reader.take_over()
    qtbot.waitUntil(lambda: reader_of(desk) is None)
    assert kept_forms.kept_forms(store) == ()


def test_escape_leads_back_step_by_step_and_a_scan_waits_for_a_change(window, open_in, qtbot, keep):
    reader, other = open_in(window), keep()
    pick(reader, FieldKey("applicant.edu"))
    reader.edit()
    window.desk.scan(other)
    assert "Save or leave the change first" in said(window)
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_Escape)
    assert reader.editor is None and reader_of(window) is reader
    window.desk.scan(other)
    qtbot.waitUntil(lambda: reader_of(window) is not None and reader_of(window).kept.code == other)
    qtbot.keyClick(window.window.focusWidget(), Qt.Key.Key_Escape)
    assert window.desk.sheet is None
