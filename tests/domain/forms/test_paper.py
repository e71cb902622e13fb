"""A filled form after the kiosk: corrected by a clerk, and laid out for paper."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from common.demo.filled_forms import filled_in
from common.domain.forms import (
    Edit,
    FieldKey,
    FilledForm,
    Form,
    NotAFilledForm,
    corrected,
    paper_of,
    sheet_of,
    unpacked,
)
from common.operations.form_files import read_forms

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
WAY, ADDRESS, EDUCATION = map(FieldKey, ("deliver.way", "deliver.addr", "applicant.edu"))
SEX, DOC = FieldKey("applicant.sex"), FieldKey("applicant.doc_no")


@pytest.fixture(scope="module")
def book():
    return read_forms().book


@pytest.fixture
def form(book) -> Form:
    return book.forms["F01"]


@pytest.fixture
def sheet(book, form):
    return sheet_of(book, [form])


@pytest.fixture
def filled(book) -> FilledForm:
    return filled_in(book, ["F01"], NOW)


def test_a_correction_takes_along_what_is_no_longer_asked(sheet, filled):
    posted = {**filled.answers, WAY: "post", ADDRESS: "某区某街道 1 号"}
    changes = corrected(sheet, posted, WAY, "counter", NOW.date())
    assert changes == {WAY: "counter", ADDRESS: ""}


def test_a_correction_tidies_and_leaves_answers_that_the_hall_asks_no_more(sheet, filled):
    older = {**filled.answers, FieldKey("job.gone"): "x"}
    mobile = FieldKey("applicant.mobile")
    assert corrected(sheet, older, mobile, "139 0013 9000", NOW.date()) == {mobile: "13900139000"}
    assert corrected(sheet, older, mobile, filled.answers[mobile], NOW.date()) == {}
    with pytest.raises(KeyError):
        corrected(sheet, older, FieldKey("job.gone"), "y", NOW.date())


def test_what_follows_from_a_number_changes_with_it(sheet, filled):
    changes = corrected(sheet, filled.answers, DOC, "999999199003070020", NOW.date())
    assert set(changes) >= {DOC}
    assert changes.get(SEX, "") != "male"


def test_paper_has_a_place_for_what_was_left_out(sheet, filled):
    left_out = {key: text for key, text in filled.answers.items() if key != EDUCATION}
    paper = paper_of(sheet, left_out, NOW.date(), edited=[EDUCATION])
    cells = {cell.label.en: cell for section in paper.sections for cell in section.cells}
    assert (cells["Education"].value.zh, cells["Education"].edited) == ("", True)
    assert "Postal address" not in cells, "nobody was asked for it"
    assert paper.signed and paper.signature is not None
    assert {consent.version for consent in paper.consents} == {"1"}


def test_masked_paper_has_no_signature_and_hides_what_masks_hide(sheet, filled):
    paper = paper_of(sheet, filled.answers, NOW.date(), masked=True)
    shown = [cell.value.zh for section in paper.sections for cell in section.cells]
    assert paper.signed and paper.signature is None
    assert filled.answers[DOC] not in shown


def test_edits_are_packed_with_the_form_and_older_boxes_have_none(filled):
    edited = replace(filled, edits=(Edit(NOW, "a01", EDUCATION, "primary"),))
    assert unpacked(edited.packed()) == edited
    older = json.loads(filled.packed())
    del older["edits"]
    assert unpacked(json.dumps(older).encode()) == filled
    for edits in ([["never", "a01", "x", "y"]], [[NOW.isoformat(), 1, "x", "y"]], [["a"]], 7):
        with pytest.raises(NotAFilledForm):
            unpacked(json.dumps({**older, "edits": edits}).encode())
    assert "primary" not in repr(edited)
