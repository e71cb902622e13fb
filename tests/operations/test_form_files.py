"""Files of forms, as people write them and as they get them wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from common.domain.errors import JiaohaoError
from common.domain.forms import FieldKey, FormCode, Keyboard, Kind, Level, Mask, Privacy
from common.domain.forms import conditions as say
from common.domain.text import Language
from common.operations.form_files import FormFilesUnreadable, FormFilesWrong, read_forms
from common.operations.form_files.conditions import WORDS
from common.operations.form_files.entries import (
    FieldEntry,
    FormFile,
    NoticeEntry,
    PageEntry,
    RuleEntry,
    ShownEntry,
)

PROJECT = Path(__file__).parents[2]
FORM = """\
code: H01
name: {zh: 车辆登记申请表, en: Vehicle registration}
services: [BC001]
minors: [applicant.birth]
retention_days: 3
pages:
  - code: applicant
    title: {zh: 车主, en: The owner}
    fields:
      - {field: applicant.doc_type, required: true}
      - {field: applicant.doc_no, required: true}
      - applicant.birth
      - {field: consent.privacy, required: true}
      - {field: sign.applicant, required: true}
  - code: car
    title: {zh: 车辆, en: The vehicle}
    when: {for_service: [BC001]}
    fields:
      - field: car.vin
        required: {not: {equals: {applicant.doc_type: passport}}}
      - {field: car.plate, when: {filled: car.vin}}
rules:
  - at: car.plate
    must: {all: [{filled: car.plate}, {age: {of: applicant.birth, at_least: 18, below: 70}}]}
    words: {zh: 请核对, en: Check it}
"""
FIELDS = """\
fields:
  car.vin:
    label: {zh: 车辆识别代号, en: Vehicle identification number}
    kind: vin
    hint: {zh: 在行驶证上, en: It stands on the vehicle licence}
    mask: last4
  car.plate:
    label: {zh: 号牌号码, en: Plate}
    kind: plate
    hint: {zh: 在行驶证上, en: It stands on the vehicle licence}
"""
Refused = Callable[..., JiaohaoError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "H01.yaml").write_text(FORM, encoding="utf-8")
    (tmp_path / "fields.yaml").write_text(FIELDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def refused(folder: Path) -> Refused:
    """Read the folder with one phrase of a file replaced, and return the refusal."""

    def refused(old: str, new: str, file: str = "H01.yaml") -> JiaohaoError:
        path = folder / file
        content = path.read_text(encoding="utf-8")
        assert old in content
        path.write_text(content.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(JiaohaoError) as error:
            read_forms(folder)
        return error.value

    return refused


def test_a_hall_brings_forms_and_fields_of_its_own(folder):
    book = read_forms(folder).book
    assert list(book.forms) == ["H01"]
    form = book.forms[FormCode("H01")]
    assert form.retention_days == 3
    assert len(book.fields) == 73
    assert book.fields[FieldKey("car.vin")].kind is Kind.VIN
    plate = list(form.entries())[6]
    assert plate.visible == say.AllOf(
        (say.ForService(frozenset({"BC001"})), say.Filled(FieldKey("car.vin")))
    )


def test_a_field_of_its_own_takes_the_place_of_one_of_the_suite(folder):
    other = FIELDS + (
        "  applicant.mobile:\n    label: {zh: 电话, en: Telephone}\n    kind: phone\n"
        "    hint: {zh: 电话, en: Telephone}\n"
    )
    (folder / "fields.yaml").write_text(other, encoding="utf-8")
    assert read_forms(folder).book.fields[FieldKey("applicant.mobile")].kind is Kind.PHONE


WRONG = [
    ("code: H01", "cod: H01", 1, "did you mean 'code'"),
    ("retention_days: 3", "retention_days: 8", 5, "7 or less"),
    ("field: car.vin", "field: car.vni", 19, "did you mean car.vin?"),
    ("field: car.vin", "field: Vin", 19, "write a field like applicant.name"),
    ("passport}", "pasport}", 20, "did you mean passport?"),
    ("{not: {equals", "{nto: {equals", 20, "did you mean 'not'?"),
    ("{filled: car.vin}", "{filled: [car.vin]}", 21, "write it like applicant.bank_no"),
    ("{filled: car.vin}", "{filled: car.engine}", 21, "no field in this form car.engine"),
    ("{filled: car.vin}", "always", 21, "a condition is one word with its content"),
    ("at_least: 18, below: 70", "at_least: old", 24, "write it like {of: applicant.birth"),
    ("at_least: 18, below: 70", "at: job.start", 24, "write it like {of: applicant.birth"),
    ("at: car.plate", "at: car.colour", 23, "no field in this form car.colour"),
    ("    must: {all", "    level: fatal\n    must: {all", 24, "choose from fault warning clerk"),
    ("[applicant.birth]", "[child.birth]", 4, "no field in this form child.birth"),
    ("code: car\n", "code: applicant\n", 6, "applicant stands here twice"),
    ("- applicant.birth", "- applicant.doc_no", 6, "applicant.doc_no stands here twice"),
    ("{field: consent.privacy, required: true}", "consent.privacy", 13, "is always needed"),
    ("sign.applicant", "consent.truth", 6, "there is no signature"),
    ("minors:", "notices: [inquiry]\nminors:", 4, "there is no notice inquiry"),
    ("services: [BC001]", "services: [1]", 3, "put digits in quotes"),
    ("en: The owner}", "en: The owner", 9, "not valid YAML"),
    ("code: H01", "code: H01\ncode: H02", 2, "stands here twice"),
]


@pytest.mark.parametrize(("old", "new", "line", "told"), WRONG)
def test_what_is_wrong_with_a_form_is_told_with_its_line_and_remedy(refused, old, new, line, told):
    error = refused(old, new)
    assert isinstance(error, FormFilesWrong)
    assert any(told in p.message.en and p.line == line for p in error.facts["problems"]), (
        error.text(Language.EN)
    )
    assert "H01.yaml:" in error.text(Language.ZH)


def test_a_rule_without_what_must_hold_is_refused_unless_it_is_a_remark_for_the_clerk(
    refused, folder
):
    must = next(line for line in FORM.splitlines(keepends=True) if "must:" in line)
    assert "has no 'must'" in refused(must, "").text(Language.EN)
    (folder / "H01.yaml").write_text(FORM.replace(must, "    level: clerk\n"), encoding="utf-8")
    [rule] = read_forms(folder).book.forms[FormCode("H01")].rules
    assert rule.must == say.NEVER


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: vin", "kind: win", "choose from text name"),
        ("kind: vin", "kind: choice", "either 'choices' or 'list'"),
        ("kind: vin", "kind: consent", "needs 'notice'"),
        ("mask: last4", "privacy: sensitive", "has to be masked"),
        ("mask: last4", "low: 3", "only number and money"),
        ("mask: last4", "list: nations", "no list of choices nations"),
        ("mask: last4", "derived: {from: applicant.name, fact: sex}", "is none"),
        ("mask: last4", "document: applicant.sex", "no type of document male"),
        ("mask: last4", "notice: promise", "notice promise is missing"),
        ("mask: last4", "min: 9\n    max: 5", "min cannot be more"),
        ("hint: {zh: 在行驶证上, en", "hint: {en", "'fields.car.vin.hint.zh' is missing"),
    ],
)
def test_what_is_wrong_with_a_field_is_told(refused, old, new, told):
    assert told in refused(old, new, "fields.yaml").text(Language.EN)


def test_all_faults_of_all_files_are_found_in_one_go(folder):
    for name in ("H02", "H03"):
        wrong = FORM.replace("H01", name).replace("car.plate, when", "car.plat, when")
        (folder / f"{name}.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(FormFilesWrong) as error:
        read_forms(folder)
    files = {problem.file.name for problem in error.value.facts["problems"]}
    assert files == {"H02.yaml", "H03.yaml"}


def test_two_forms_cannot_have_one_code(folder):
    (folder / "H02.yaml").write_text(FORM, encoding="utf-8")
    with pytest.raises(FormFilesWrong, match=r"H02\.yaml:1: H01 is in H01\.yaml already"):
        read_forms(folder)


def test_a_condition_that_goes_on_for_ever_is_refused(refused):
    deep = "{not: " * 30 + "{filled: car.vin}" + "}" * 30
    assert "nested too deeply" in refused("{filled: car.vin}", deep).text(Language.EN)


def test_a_folder_that_is_none_or_empty_says_so(tmp_path):
    with pytest.raises(FormFilesUnreadable, match="no such file"):
        read_forms(tmp_path / "nowhere")
    with pytest.raises(FormFilesUnreadable, match="there are no forms"):
        read_forms(tmp_path)
    (tmp_path / "F.yaml").write_text("- a list\n", encoding="utf-8")
    with pytest.raises(FormFilesUnreadable, match="not a file of forms"):
        read_forms(tmp_path)


@pytest.mark.parametrize("page", ["forms.md", "forms.zh.md"])
def test_the_guide_tells_every_word_that_a_file_of_forms_may_hold(page):
    words = {*Kind, *Mask, *Privacy, *Keyboard, *Level, *WORDS}
    for shape in (FieldEntry, FormFile, PageEntry, RuleEntry, NoticeEntry, ShownEntry):
        words |= {field.alias or name for name, field in shape.model_fields.items()}
    text = (PROJECT / "docs" / "guide" / page).read_text(encoding="utf-8")
    assert words - set(re.findall(r"\w+", text)) == set()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{not_after: [car.vin, today]}", say.NotAfter(FieldKey("car.vin"), say.TODAY)),
        ("{not_before: [car.vin, today]}", say.NotAfter(say.TODAY, FieldKey("car.vin"))),
        ("{within_months: {car.vin: 6}}", say.WithinMonths(FieldKey("car.vin"), 6)),
        ("{working_day: car.vin}", say.WorkingDay(FieldKey("car.vin"))),
        ("{contains: {car.vin: [a]}}", say.Contains(FieldKey("car.vin"), ("a",))),
        (
            "{sum: {of: [car.vin, car.plate], at_most: applicant.birth}}",
            say.Sum(
                (FieldKey("car.vin"), FieldKey("car.plate")),
                say.Relation.AT_MOST,
                FieldKey("applicant.birth"),
            ),
        ),
        (
            "{one_of: {applicant.doc_type: [passport, resident_id]}}",
            say.IsOneOf(FieldKey("applicant.doc_type"), frozenset({"passport", "resident_id"})),
        ),
    ],
)
def test_each_word_of_a_condition_is_read_as_it_is_meant(folder, written, read):
    must = FORM.index("{all:"), FORM.index("\n    words")
    form = FORM[: must[0]] + written + FORM[must[1] :]
    (folder / "H01.yaml").write_text(form, encoding="utf-8")
    [rule] = read_forms(folder).book.forms[FormCode("H01")].rules
    assert rule.must == read
