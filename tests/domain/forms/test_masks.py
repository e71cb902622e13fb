"""What others may see of an answer, and codes that say nothing."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.forms import (
    FieldKey,
    FilledForm,
    FormCode,
    Mask,
    NotAFilledForm,
    changed_fields,
    masked,
    new_pickup_code,
    pickup_code,
    unpacked,
)
from common.domain.forms.conditions import Facts
from common.domain.pickup_code import SIGNS
from common.domain.text import Language


@pytest.mark.parametrize(
    ("mask", "value", "shown"),
    [
        (Mask.NAME, "张三", "张*"),
        (Mask.NAME, "测试甲乙", "测**"),
        (Mask.NAME, "阿卜杜拉·买买提", "阿**"),
        (Mask.ID, "999999199003070012", "9*************0012"),
        (Mask.PHONE, "13800138000", "138****8000"),
        (Mask.LAST4, "6200000000000001234", "***************1234"),
        (Mask.START, "某区某街道某小区 2 号楼 301", "某区某街道某***********"),
        (Mask.YEAR, "1990-03-07", "1990-**-**"),
        (Mask.HIDDEN, "ill", "****"),
        (Mask.NONE, "office", "office"),
        (Mask.ID, "AB123", "****"),
        (Mask.ID, "AB1234", "***234"),
        (Mask.YEAR, "1990", "****"),
        (Mask.HIDDEN, "", ""),
    ],
)
def test_a_mask_shows_just_enough(mask, value, shown):
    assert masked(value, mask) == shown


HIDING = [mask for mask in Mask if mask is not Mask.NONE]
MOST_SHOWN = {
    Mask.NAME: 1,
    Mask.ID: 5,
    Mask.PHONE: 7,
    Mask.LAST4: 4,
    Mask.START: 6,
    Mask.YEAR: 4,
    Mask.HIDDEN: 0,
}


@given(st.text(st.characters(exclude_characters="*-"), min_size=1, max_size=60))
def test_no_mask_shows_more_than_it_may_and_leaves_four_signs_hidden(value):
    for mask in HIDING:
        shown = Counter(masked(value, mask)) - Counter({"*": 100, "-": 100})
        assert shown.total() <= MOST_SHOWN[mask], mask
        assert shown.total() <= max(len(value) // 2, len(value) - 4, mask is Mask.NAME), mask
        assert masked(value, mask) != value


def test_a_code_is_found_again_however_it_is_typed():
    code = new_pickup_code()
    for typed in (code, code.lower(), f" {code[:3]}-{code[3:]}\r\n", f"\ufeff{code}"):
        assert pickup_code(typed) == code


@given(st.text(max_size=12))
def test_what_is_no_code_is_none(typed):
    code = pickup_code(typed)
    assert code is None or (len(code) == 6 and set(code) <= set(SIGNS))


def test_codes_use_every_sign_and_none_that_looks_like_another():
    drawn = Counter("".join(new_pickup_code() for _ in range(500)))
    assert set(drawn) == set(SIGNS)
    for alike in ("0O", "1IL", "2Z", "5S", "8B", "UV"):
        assert len(set(alike) & set(SIGNS)) <= 1, alike
    assert not set(SIGNS) & set("AEIOU")


FILLED = FilledForm(
    forms=(FormCode("F01"), FormCode("F05")),
    services=("CB002", "FD001"),
    language=Language.ZH,
    signed_at=datetime(2026, 11, 22, 1, 30, tzinfo=UTC),
    answers={FieldKey("applicant.name"): "测试甲", FieldKey("notice.sensitive"): "1"},
)


def test_a_filled_form_is_unpacked_as_it_was_packed():
    assert unpacked(FILLED.packed()) == FILLED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"null",
        FILLED.packed().replace(b'"layout":1', b'"layout":2'),
        FILLED.packed().replace(b"+00:00", b""),
        FILLED.packed().replace(b'"zh"', b'"xx"'),
        FILLED.packed().replace(b'"1"', b"1"),
        b"[" * 100_000,
    ],
)
def test_other_bytes_are_refused_and_never_quoted(data):
    with pytest.raises(NotAFilledForm) as refused:
        unpacked(data)
    assert str(refused.value) == ""
    assert refused.value.__cause__ is None


def test_what_is_logged_of_a_form_tells_nothing_of_the_person():
    assert "测试甲" not in repr(FILLED)
    facts = Facts(FILLED.answers, FILLED.signed_at.date(), frozenset(), lambda day: True)
    assert "测试甲" not in repr(facts)


def test_nothing_is_kept_longer_than_seven_days():
    assert FILLED.expires(3) == FILLED.signed_at + timedelta(days=3)
    assert FILLED.expires(30) == FILLED.signed_at + timedelta(days=7)


def test_a_trace_names_the_fields_that_changed_and_no_answers():
    name, phone, place = map(FieldKey, ("a.name", "a.phone", "a.place"))
    before = {name: "甲", phone: "1"}
    assert changed_fields(before, {name: "乙", phone: "1", place: "x"}) == (name, place)
    assert changed_fields(before, {name: "甲"}) == (phone,)
    assert changed_fields(before, {**before, place: ""}) == ()
