"""Filled forms at a counter: found, covered, corrected, printed, exported, erased."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton

from common import operations
from common.cli.private_files import FileNotWritten, write_private
from common.demo.filled_forms import filled_in
from common.domain.event import Act
from common.domain.forms import FieldKey
from common.domain.text import Language
from common.operations import kept_forms
from common.operations.form_files import read_forms
from counter.app import CounterApp, FormPlaces
from counter.form_cabinet import Made
from counter.view_models.form_reader import FormReader
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.menu import Errand, MenuSheet

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
def desk(start_counter, key_file, qtbot) -> CounterApp:
    app = start_counter("A01", forms=FormPlaces(key_file=key_file))
    app._translator.set_language(Language.EN)
    return app


@pytest.fixture
def opened(desk, keep, qtbot):
    """Open a form by its code and return what reads it."""

    def opened(code: str = "") -> FormReader:
        desk.desk.scan(code or keep())
        qtbot.waitUntil(lambda: reader_of(desk) is not None)
        return reader_of(desk)

    return opened


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
    desk, keep, take, qtbot, store
):
    keep(take().ticket)
    hint = desk.window.findChild(QPushButton, "person_form_button")
    operations.call_next(store, "A01")
    qtbot.waitUntil(hint.isVisible)
    assert "Flexible employment" in hint.accessibleName()
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: reader_of(desk) is not None)
    assert desk.window.findChild(QLabel, "sheet_title").text().startswith("Flexible employment")
    assert reader_of(desk).number == operations.desk(store, "A01").current.number


def test_a_person_without_a_form_shows_none_and_a_code_is_typed(desk, keep, take, qtbot, store):
    take()
    code = keep()
    operations.call_next(store, "A01")
    qtbot.waitUntil(lambda: desk.desk.current is not None)
    assert desk.window.findChild(QPushButton, "person_form_button").isHidden()
    desk.desk.open_menu()
    assert isinstance(desk.desk.sheet, MenuSheet) and Errand.FORMS in desk.desk.sheet.errands
    desk.desk.sheet.chosen.emit(Errand.FORMS)
    field = desk.window.focusWidget()
    qtbot.keyClicks(field, f"{code[:3]}-{code[3:].lower()}")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader_of(desk) is not None)
    assert reader_of(desk).kept.code == code


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


def test_answers_are_covered_until_the_record_knows_who_looked(desk, opened, qtbot, store):
    reader = opened()
    assert value(reader, DOC) == "9*************0012"
    shown = " ".join(row.value for row in reader.rows.shown)
    assert "13800138000" not in shown and "测试甲" not in shown
    pick(reader, DOC)
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: value(reader, DOC) == "999999199003070012")
    assert value(reader, NAME) == "测**"
    ((_, facts),) = acts(store, Act.REVEAL_FIELD)
    assert facts == {"form": reader.kept.id, "fields": [DOC]}
    pick(reader, SIGNED)
    assert reader.signature is None
    reader.reveal()
    qtbot.waitUntil(lambda: reader.signature is not None)


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


def test_a_correction_is_checked_at_each_key_and_leaves_a_trace(desk, opened, qtbot, store):
    reader = opened()
    pick(reader, MOBILE)
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.editor is not None)
    field = desk.window.focusWidget()
    assert field.text() == "13800138000"
    qtbot.keyClicks(field, "1390013")
    assert "11 digits" in desk.window.findChild(QLabel, "edit_problem").text()
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


# Taken away


def test_a_pdf_and_a_json_file_are_private_and_write_over_nothing(
    desk, opened, qtbot, tmp_path, store
):
    reader = opened()
    for ending in ("pdf", "json"):
        file = tmp_path / "papers" / "forms" / f"{reader.kept.code}.{ending}"
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
        desk._forms.cabinet._keys(),
        reader.kept.id,
        "a01",
        taken_as=kept_forms.TakenAs.PAPER,
    )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    made = Made(operations.hall(store).name, "A01", Language.ZH)
    desk._forms.output.draw(reader._reading, exported, made, printer, "test")
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
    qtbot.waitUntil(lambda: not desk.desk.hall.rules.forms_after_pickup)
    reader = opened()
    reader.take_over()
    assert "Once more?" in said(desk) and not acts(store, Act.PICK_UP_FORM)
    reader.take_over()
    qtbot.waitUntil(lambda: reader_of(desk) is None)
    assert kept_forms.kept_forms(store) == ()


def test_escape_leads_back_step_by_step_and_a_scan_waits_for_a_change(desk, opened, qtbot, keep):
    reader, other = opened(), keep()
    pick(reader, FieldKey("applicant.edu"))
    reader.edit()
    desk.desk.scan(other)
    assert "Save or leave the change first" in said(desk)
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert reader.editor is None and reader_of(desk) is reader
    desk.desk.scan(other)
    qtbot.waitUntil(lambda: reader_of(desk) is not None and reader_of(desk).kept.code == other)
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert desk.desk.sheet is None
