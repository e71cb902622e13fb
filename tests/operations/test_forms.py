"""The fifteen forms of the demonstration, as somebody fills them in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.forms import (
    FieldKey,
    Form,
    FormBook,
    Keyboard,
    Kind,
    Level,
    Mask,
    Privacy,
    Sheet,
    checks,
    fault_at,
    faults,
    is_finished,
    preview,
    progress,
    sheet_of,
    tidy,
    tidy_answers,
)
from common.domain.forms.codes import decimals_of
from common.domain.forms.form import SENSITIVE
from common.domain.forms.identity import check_sign
from common.domain.text import Text
from common.operations.form_files import FormFiles, faulty_services, read_forms

TODAY = date(2026, 11, 20)
"""A Friday."""
MAN, WOMAN = "999999199003070012", "999999195208150026"
BABY = {"child__birth": "2026-03-01", "ins__kind": "newborn"}


@pytest.fixture(scope="module")
def files() -> FormFiles:
    return read_forms()


@pytest.fixture(scope="module")
def book(files) -> FormBook:
    return files.book


def k(key: str) -> FieldKey:
    return FieldKey(key)


def born(day: str, order: int = 1) -> str:
    first = f"999999{day}{order:03}"
    return first + check_sign(first)


def right_answers(sheet: Sheet, **chosen: str) -> dict[FieldKey, str]:
    """Every question answered as its example says; `chosen` are answers to start from."""
    answers = {k(key.replace("__", ".")): value for key, value in chosen.items()}
    for asked in sheet.every():
        field = asked.field
        match field.kind:
            case Kind.CHOICE:
                value = field.choices[0].code
            case Kind.CONSENT:
                value = sheet.notices[field.notice].version
            case Kind.SIGNATURE:
                value = "1000,1000 9000,9000;3000,3000 4000,4000"
            case _:
                value = tidy(field, field.example).value
        answers.setdefault(field.key, value)
    facts = sheet.facts(answers, TODAY)
    return answers | {notice.key: notice.version for notice in sheet.notices_due(facts)}


def sheet(book: FormBook, *codes: str, services: tuple[str, ...] = ()) -> Sheet:
    return sheet_of(book, [book.forms[code] for code in codes], services)


def grave(sheet: Sheet, answers: dict[FieldKey, str]) -> list[tuple[str, str]]:
    found = faults(sheet, answers, TODAY)
    return [(fault.key, fault.words.en) for fault in found if fault.level is Level.FAULT]


# The data


def test_there_are_seventy_one_fields_and_fifteen_forms_and_each_field_is_used(book):
    assert len(book.fields) == 71
    assert list(book.forms) == [f"F{number:02}" for number in range(1, 16)]
    used = {entry.key for form in book.forms.values() for entry in form.entries()}
    assert used == set(book.fields)


def test_every_form_names_services_of_the_demonstration_hall(files, demo_file):
    hall = demo_file.hall
    assert list(faulty_services(files, hall)) == []
    assert all(form.services for form in files.book.forms.values())
    assert {b for form in files.book.forms.values() for b in form.bundles} == {
        str(bundle.code) for bundle in hall.bundles
    }


def test_every_field_says_what_to_do_in_both_languages(book):
    for field in book.fields.values():
        assert field.label.zh != field.label.en, field.key
        for words in (field.label, field.hint):
            assert not any("一" <= sign <= "鿿" for sign in words.en.split("(")[0]) or (
                "as in" in words.en
            ), field.key
            assert any("一" <= sign <= "鿿" for sign in words.zh), field.key
        assert len(field.label.zh) <= 12, field.key
        assert len({choice.label for choice in field.choices}) == len(field.choices), field.key


def test_every_example_is_a_right_answer(book):
    for field in book.fields.values():
        if field.kind in (Kind.CHOICE, Kind.CONSENT, Kind.SIGNATURE):
            continue
        value = tidy(field, field.example)
        assert value.notice is None, field.key
        assert checks.fault(field, value.value, TODAY) is None, field.key
        assert checks.caution(field, value.value) is None, field.key


def test_health_disability_income_bank_and_children_are_sensitive_and_covered(book):
    sensitive = {f.key for f in book.fields.values() if f.privacy is Privacy.SENSITIVE}
    for key in ("applicant.health", "dis.kind", "family.month_income", "applicant.bank_no"):
        assert key in sensitive
    assert {key for key in book.fields if key.startswith("child.")} - sensitive == {
        "child.settle_with"
    }
    for field in book.fields.values():
        if field.privacy is Privacy.SENSITIVE:
            assert field.mask is not Mask.NONE, field.key
        if field.kind in (Kind.NAME, Kind.ID_NUMBER, Kind.MOBILE, Kind.BANK_CARD):
            assert field.mask is not Mask.NONE, field.key


def test_digits_are_typed_on_digits_and_choices_on_nothing(book):
    for field in book.fields.values():
        if field.kind in (Kind.MONEY, Kind.MOBILE, Kind.BANK_CARD, Kind.DATE):
            assert field.keyboard is Keyboard.DIGITS
        if field.kind in (Kind.CHOICE, Kind.CONSENT, Kind.SIGNATURE):
            assert field.keyboard is Keyboard.NONE
        assert field.decimals == 0 or field.kind is Kind.NUMBER
        assert decimals_of(field) <= 2


# Filling in


def each(book: FormBook) -> list[Form]:
    return list(book.forms.values())


def test_every_form_can_be_finished_with_right_answers(book):
    for form in each(book):
        mine = sheet_of(book, [form], form.services)
        chosen = (
            {"ins__kind": "newborn", "child__birth": "2026-03-01"} if form.code == "F07" else {}
        )
        answers = right_answers(mine, **chosen)
        assert grave(mine, answers) == [], form.code
        assert is_finished(mine, answers, TODAY), form.code
        assert all(page.complete for page in progress(mine, answers, TODAY)), form.code


def test_every_needed_field_is_on_a_page_that_asks_it_or_is_told_by_another(book):
    for form in each(book):
        mine = sheet_of(book, [form], form.services)
        answers = right_answers(mine)
        facts = mine.facts(answers, TODAY)
        asked = {one.field.key for page in mine.pages for one in mine.visible(page, facts)}
        for one in mine.every():
            if one.visible.holds(facts) is True and one.required.holds(facts) is True:
                assert one.field.key in asked or one.field.key in mine.told_elsewhere(facts)


def test_an_empty_form_asks_for_all_that_is_needed_and_tells_nothing_at_once(book):
    for form in each(book):
        mine = sheet_of(book, [form], form.services)
        found = faults(mine, {}, TODAY)
        assert all(fault.missing for fault in found if fault.level is Level.FAULT), form.code
        assert all(fault_at(mine, {}, fault.key, TODAY) is None for fault in found), form.code
        assert not any(page.complete for page in progress(mine, {}, TODAY) if page.needed)


def test_no_form_asks_for_birth_and_sex_where_the_identity_card_tells_them(book):
    for form in each(book):
        mine = sheet_of(book, [form], form.services)
        if mine.every()[0].field.key != "applicant.doc_type":
            continue
        told = {k("applicant.doc_type"): "resident_id", k("applicant.doc_no"): MAN}
        facts = mine.facts(told | {k("applicant.birth"): "2001-01-01"}, TODAY)
        asked = {one.field.key for one in mine.visible(mine.pages[0], facts)}
        assert not asked & {"applicant.birth", "applicant.sex"}, form.code
        assert facts.answers[k("applicant.birth")] == "1990-03-07"
        assert facts.answers[k("applicant.sex")] == "male"
        passport = mine.facts({k("applicant.doc_type"): "passport"}, TODAY)
        asked = {one.field.key for one in mine.visible(mine.pages[0], passport)}
        assert asked >= {"applicant.birth", "applicant.sex"}, form.code


def test_a_wrong_number_tells_nothing_about_birth_and_sex(book):
    mine = sheet(book, "F04")
    answers = right_answers(mine) | {k("applicant.doc_no"): MAN[:-1] + "9"}
    assert grave(mine, answers) == [
        ("applicant.doc_no", "The number is not right; compare it with the document sign by sign")
    ]
    assert k("applicant.birth") not in mine.kept(answers, TODAY)


@pytest.mark.parametrize(
    ("code", "changes", "at", "words"),
    [
        ("F01", {"job.start": "2005-01-01"}, "job.start", "16 or older"),
        ("F01", {"applicant.bank_name": ""}, "applicant.bank_name", "Fill in: Bank"),
        ("F01", {"deliver.way": "post", "deliver.addr": ""}, "deliver.addr", "Fill in"),
        ("F02", {"ins.kind": "newborn"}, "ins.kind", "younger than a year"),
        ("F02", {"applicant.doc_no": born("20150101"), "agent.name": ""}, "agent.name", "Fill in"),
        ("F03", {"applicant.doc_no": born("20120101")}, "applicant.doc_no", "16 or older"),
        ("F03", {"biz.form": "family", "spouse.doc_no": MAN}, "spouse.doc_no", "cannot be the"),
        ("F05", {"applicant.doc_no": born("20150101"), "agent.doc_no": ""}, "agent.doc_no", "Fill"),
        ("F06", {"applicant.marital": "married", "spouse.name": ""}, "spouse.name", "Fill in"),
        ("F07", {"child.birth": "2025-11-19"}, "child.birth", "older than 12 months"),
        ("F07", {"spouse.doc_no": MAN}, "spouse.doc_no", "must differ"),
        ("F09", {"dis.kind": "mental", "agent.name": ""}, "agent.name", "Fill in"),
        ("F11", {"biz.scope": "服装"}, "biz.scope", "must name food"),
        ("F11", {"biz.area": "0.00"}, "biz.area", "less than 0.01"),
        ("F12", {"comp.name": "某市某某"}, "comp.name", "form of the company"),
        ("F13", {"buyer.doc_no": MAN}, "buyer.doc_no", "cannot be the seller"),
        ("F14", {"retire.date": "2026-10"}, "retire.date", "before today"),
        ("F15", {"biz.uscc": "914403001922038217"}, "biz.uscc", "sign by sign"),
    ],
)
def test_each_cross_rule_is_told_where_it_can_be_put_right(book, code, changes, at, words):
    form = book.forms[code]
    mine = sheet_of(book, [form], form.services)
    answers = right_answers(mine, **BABY if code == "F07" else {}) | {
        k(key): value for key, value in changes.items()
    }
    answers |= {n.key: n.version for n in mine.notices_due(mine.facts(answers, TODAY))}
    [(key, told)] = grave(mine, answers)
    assert key == at
    assert words in told


@pytest.mark.parametrize(
    ("code", "changes", "level", "words"),
    [
        ("F03", {"applicant.doc_no": born("20100101")}, Level.CLERK, "16 or 17"),
        ("F04", {}, Level.CLERK, "See the person yourself"),
        ("F10", {"applicant.doc_no": born("20050101", 2)}, None, ""),
        ("F10", {"applicant.doc_no": born("20050101", 1)}, Level.CLERK, "men 22, women 20"),
        ("F10", {"marry.date": "2026-11-21"}, Level.WARNING, "closed on that day"),
        ("F12", {"comp.legal_rep": "测试乙"}, Level.WARNING, "not the name given"),
        ("F13", {"applicant.doc_no": WOMAN, "buyer.doc_no": MAN}, Level.CLERK, "60 or older"),
        ("F14", {"applicant.bank_no": "6200000000000000001"}, Level.WARNING, "may be wrong"),
    ],
)
def test_what_only_warns_stops_nobody(book, code, changes, level, words):
    mine = sheet(book, code)
    answers = right_answers(mine) | {k(key): value for key, value in changes.items()}
    found = [f for f in faults(mine, answers, TODAY) if "account is" not in f.words.en]
    assert [(f.level, words in f.words.en) for f in found] == ([(level, True)] if level else [])
    assert is_finished(mine, answers, TODAY)
    if level is Level.CLERK:
        assert all(fault_at(mine, answers, fault.key, TODAY) is None for fault in found)


def test_bank_fields_are_needed_only_for_the_subsidy(book):
    bank = k("applicant.bank_no")
    for services, needed in ((("CB002",), False), (("CB002", "CB003"), True)):
        mine = sheet(book, "F01", services=services)
        missing = {fault.key for fault in faults(mine, {}, TODAY) if fault.missing}
        assert (bank in missing) is needed


def test_what_was_typed_and_then_hidden_is_not_kept(book):
    mine = sheet(book, "F06")
    married = right_answers(mine, applicant__marital="married")
    assert mine.kept(married, TODAY)[k("spouse.name")] == "测试丙"
    single = married | {k("applicant.marital"): "single"}
    assert not [key for key in mine.kept(single, TODAY) if key.startswith("spouse.")]
    assert is_finished(mine, single | {k("spouse.doc_no"): "wrong"}, TODAY)


# Notices


def due(mine: Sheet, answers: dict[FieldKey, str]) -> list[str]:
    return [notice.code for notice in mine.notices_due(mine.facts(answers, TODAY))]


def test_sensitive_fields_have_a_notice_of_their_own_that_names_them(book):
    assert due(sheet(book, "F04"), {}) == []
    mine = sheet(book, "F08")
    assert due(mine, {}) == ["sensitive", "income_inquiry"]
    named = {field.key for field in mine.sensitive_fields(mine.facts({}, TODAY))}
    assert named == {"applicant.health", "family.month_income", "applicant.bank_no"}
    answers = right_answers(mine)
    del answers[k("notice.income_inquiry")]
    assert grave(mine, answers) == [("notice.income_inquiry", "Read it, then tick the box")]


def test_a_notice_names_the_hall_the_time_and_the_fields(book):
    mine = sheet(book, "F08")
    hall = Text(zh="某市政务服务大厅", en="The hall")
    fields = mine.sensitive_fields(mine.facts({}, TODAY))
    for notice in mine.notices.values():
        told = notice.told(hall, "0000-12345", mine.retention_days, fields)
        assert "{" not in told.zh + told.en, notice.code
    sensitive = mine.notices[SENSITIVE].told(hall, "", 7, fields)
    assert "健康状况、家庭月收入、银行卡号" in sensitive.zh
    assert "Health, Monthly income of the household, Bank card number" in sensitive.en


def test_a_guardian_agrees_for_a_child_under_fourteen(book):
    mine = sheet(book, "F05")
    for number, wanted in ((born("20121121"), True), (born("20121120"), False)):
        answers = {k("applicant.doc_type"): "resident_id", k("applicant.doc_no"): number}
        assert ("guardian" in due(mine, answers)) is wanted
    assert "guardian" in due(sheet(book, "F07"), {k("child.birth"): "2026-03-01"})


def test_a_consent_to_an_older_text_does_not_count(book):
    mine = sheet(book, "F04")
    answers = right_answers(mine) | {k("consent.privacy"): "0"}
    assert grave(mine, answers) == [
        ("consent.privacy", "This text has changed; read it again and tick the box")
    ]


# Several forms of one errand


def test_a_bundle_has_its_own_form_and_a_basket_those_of_its_services(book):
    codes = [form.code for form in book.forms_for(["AA001", "AA004", "AA006", "EA001"])]
    assert codes == ["F03", "F11", "F15"]
    joint = book.forms_for(["AA001", "AA004", "AA006", "EA001"], "YJS01")
    assert [form.code for form in joint] == ["F11"]
    assert book.forms_for(["AA006"]) == ()


def test_each_field_is_asked_once_for_all_forms_of_an_errand(book):
    mine = sheet(book, "F03", "F11", "F15")
    keys = [asked.field.key for asked in mine.every()]
    assert len(keys) == len(set(keys))
    alone = {entry.key for code in ("F03", "F11", "F15") for entry in book.forms[code].entries()}
    assert set(keys) == alone
    assert [page.code for page in mine.pages] == [
        "applicant",
        "business",
        "partner",
        "food",
        "company",
        "agent",
        "confirm",
    ]
    assert keys[-1] == "sign.applicant"
    assert grave(mine, right_answers(mine)) == []


def test_one_form_that_needs_a_field_is_enough(book):
    together = sheet(book, "F08", "F06")
    area = k("family.house_area")
    missing = {fault.key for fault in faults(together, {}, TODAY) if fault.missing}
    assert area in missing
    assert area not in {f.key for f in faults(sheet(book, "F08"), {}, TODAY) if f.missing}


def test_a_field_is_asked_where_any_of_the_forms_asks_it(book):
    """F03 asks for a spouse in a family business alone, F10 for the other party always."""
    mine = sheet(book, "F03", "F10")
    missing = {fault.key for fault in faults(mine, {}, TODAY) if fault.missing}
    assert "spouse.doc_no" in missing


# What is shown


def test_the_preview_covers_what_others_must_not_see(book):
    mine = sheet(book, "F08")
    answers = right_answers(mine, applicant__health="ill")
    rows = {row.key: row for block in preview(mine, answers, TODAY) for row in block.rows}
    assert rows[k("applicant.doc_no")].masked.zh == "9*************0012"
    assert rows[k("applicant.name")].masked.zh == "测**"
    assert rows[k("applicant.health")].value.zh == "患病"
    assert rows[k("applicant.health")].masked.zh == "****"
    assert rows[k("applicant.birth")].value.zh == "1990年3月7日"
    assert rows[k("applicant.birth")].masked.en == "1990-**-**"
    assert rows[k("applicant.sex")].value.en == "Male"
    assert rows[k("family.month_income")].value.en == "¥4,500.00"
    assert rows[k("family.size")].value.zh == "3人"


def test_the_income_of_each_person_is_computed_and_covered_like_the_income(book):
    mine = sheet(book, "F06")
    blocks = preview(mine, right_answers(mine), TODAY)
    [row] = [row for block in blocks for row in block.rows if row.key is None]
    assert (row.label.en, row.value.zh, row.masked.zh) == (
        "Monthly income per person",
        "1,500.00 元",
        "****",
    )


def test_a_page_tells_how_far_it_is(book):
    mine = sheet(book, "F01")
    answers = {
        k("applicant.doc_type"): "resident_id",
        k("applicant.doc_no"): MAN,
        k("applicant.mobile"): "1380013800",
    }
    first = progress(mine, answers, TODAY)[0]
    assert (first.done, first.needed, first.complete) == (2, 5, False)
    assert [fault.key for fault in first.faults if not fault.missing] == ["applicant.mobile"]


# Anything at all


@settings(max_examples=15)
@given(st.data())
def test_no_answers_break_any_form(book, data):
    form = data.draw(st.sampled_from(each(book)))
    mine = sheet_of(book, [form], form.services)
    keys = [asked.field.key for asked in mine.every()] + [k("not.known")]
    typed = st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [MAN, "2026-02-30", "2026-03", "long-term", "resident_id", "1", "a,b", ","]
        ),
    )
    answers = data.draw(st.dictionaries(st.sampled_from(keys), typed))
    for given_answers in (answers, tidy_answers(mine, answers)):
        faults(mine, given_answers, TODAY)
        progress(mine, given_answers, TODAY)
        preview(mine, given_answers, TODAY)
        assert mine.facts(mine.kept(given_answers, TODAY), TODAY).answers == mine.kept(
            given_answers, TODAY
        )
