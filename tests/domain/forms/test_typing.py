"""What people type, paste and scan: names, addresses, dates, and every kind of mischief."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.forms import (
    Choice,
    Field,
    FieldKey,
    Keyboard,
    Kind,
    checks,
    dates,
    tidy,
)
from common.domain.forms.field import FOREVER, Days, NoticeCode
from common.domain.forms.names import name_fault
from common.domain.forms.signature import Signature, read_signature, signature_fault
from common.domain.text import Text

TODAY = date(2026, 11, 22)
WORDS = Text(zh="字段", en="Field")


def field(kind: Kind, **more) -> Field:
    return Field(FieldKey("a.b"), WORDS, kind, WORDS, Keyboard.PINYIN, **more)


NAME, TEXT, ADDRESS = field(Kind.NAME), field(Kind.TEXT), field(Kind.ADDRESS, min_length=6)
EVERY = [
    field(kind, choices=(Choice("a", WORDS), Choice("b", WORDS)), notice=NoticeCode("n"))
    for kind in Kind
]
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=80)


def told(wanted: Field, typed: str) -> str | None:
    fault = checks.fault(wanted, tidy(wanted, typed).value, TODAY)
    return fault.en if fault else None


# Names


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张三", "张三"),
        (" 张 三 ", "张三"),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉 ・ 买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉.买买提", "阿卜杜拉·买买提"),
        ("李𬱖", "李𬱖"),
        ("王𠮷", "王𠮷"),
        ("郎\uf92c", "郎\uf92c"),
        ("〇二", "〇二"),
        ("葛\U000e0100饰", "葛\U000e0100饰"),
        ("Mary  Jane O’Neil", "Mary Jane O’Neil"),
        ("José", "José"),
        ("Zoé Éluard", "Zoé Éluard"),
        ("Jean\u2010Luc", "Jean-Luc"),
        ("李\U00031350", "李\U00031350"),
        ("李\U0002ebf0", "李\U0002ebf0"),
        ("Jose\u0301", "José"),
        ("Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"),
    ],
)
def test_a_name_is_kept_as_the_document_has_it(typed, kept):
    tidied = tidy(NAME, typed)
    assert (tidied.value, tidied.notice) == (kept, None)
    assert name_fault(kept) is None


@pytest.mark.parametrize(
    "typed",
    [
        "张",
        "张3",
        "·张三",
        "张三·",
        "张··三",
        "张三😀",
        "张三!",
        "<b>张三</b>",
        "Иван",
        "محمد",
        "张" * 61,
    ],
)
def test_what_is_no_name_is_refused_with_what_to_do(typed):
    assert told(NAME, typed)


# Text and addresses


@pytest.mark.parametrize("sign", ["😀", "👩‍👩‍👧", "\ue000", "★", "e\u20dd", "▓", "\U000f0000"])
def test_signs_that_no_paper_is_sure_to_show_are_refused(sign):
    assert "cannot go into the form" in (told(TEXT, f"餐饮{sign}服务") or "")


@pytest.mark.parametrize(
    "typed",
    [
        "餐饮\x00服务",
        "餐饮\u202e服务",
        "餐饮\u200b服务",
        "\ufeff餐饮服务",
        "餐饮\x1b服务",
        "餐饮\ud800服务",
    ],
)
def test_signs_that_cannot_be_seen_are_taken_out_and_that_is_told(typed):
    tidied = tidy(TEXT, typed)
    assert tidied.value == "餐饮服务"
    assert tidied.notice is not None
    assert checks.fault(TEXT, tidied.value, TODAY) is None


def test_the_line_end_of_a_scanner_is_taken_out_without_a_word():
    assert tidy(field(Kind.CREDIT_CODE), "914403001922038216\r\n").value == "914403001922038216"
    tidied = tidy(ADDRESS, "某区某街道\r\n\t3 号")
    assert (tidied.value, tidied.notice) == ("某区某街道 3 号", None)


@pytest.mark.parametrize("wanted", EVERY, ids=lambda one: one.kind)
def test_ten_thousand_signs_are_cut_and_still_too_many(wanted):
    for sign in ("张", "1", "😀", "a\u0301", "\u202e", "1,"):
        typed = sign * 10_000
        if wanted.kind is not Kind.CONSENT:
            value = tidy(wanted, typed).value
            assert value == "" or checks.fault(wanted, value, TODAY), sign


def test_what_was_cut_is_told():
    tidied = tidy(TEXT, "张" * 2_001)
    assert tidied.notice is not None
    assert "has been cut" in tidied.notice.en
    assert len(tidied.value) == 2_000
    assert tidy(TEXT, "张" * 2_000).notice is None


def test_a_text_that_is_too_long_says_by_how_much():
    assert told(field(Kind.TEXT, max_length=5), "一二三四五六七") == (
        "At most 5 signs fit; delete 2"
    )


def test_an_address_is_more_than_digits():
    assert told(ADDRESS, "某区某街道 3 号") is None
    assert told(ADDRESS, "123456789") == "Write the full address: district, street and number"
    assert told(ADDRESS, "某区") == "Write at least 6 signs"


# Dates


@pytest.mark.parametrize(
    "typed",
    ["20260307", "2026-3-7", "2026.03.07", "2026/3/7", "2026年3月7日", "２０２６－０３－０７"],
)
def test_a_date_is_the_same_however_it_is_written(typed):
    tidied = tidy(field(Kind.DATE), typed)
    assert tidied.value == "2026-03-07"
    assert dates.read_date(tidied.value) == date(2026, 3, 7)


@pytest.mark.parametrize(
    "typed", ["20260230", "2026-13-01", "00000000", "7 March", "260307", "2026-03"]
)
def test_a_day_that_is_not_in_the_calendar_is_refused(typed):
    assert told(field(Kind.DATE), typed)


def test_dates_have_bounds():
    tomorrow, yesterday = TODAY + timedelta(1), TODAY - timedelta(1)
    assert told(field(Kind.DATE, days=Days.PAST), f"{TODAY}") is None
    assert told(field(Kind.DATE, days=Days.FUTURE), f"{TODAY}") is None
    assert "after today" in (told(field(Kind.DATE, days=Days.PAST), f"{tomorrow}") or "")
    assert "before today" in (told(field(Kind.DATE, days=Days.FUTURE), f"{yesterday}") or "")
    assert "1900" in (told(field(Kind.DATE), "1899-12-31") or "")


def test_a_date_without_an_end_is_taken_only_where_that_can_be():
    assert tidy(field(Kind.DATE), "长期").value == FOREVER
    assert told(field(Kind.DATE, endless=True), "长期") is None
    assert told(field(Kind.DATE), "长期") is not None


def test_this_month_is_neither_past_nor_future():
    for days in Days:
        assert told(field(Kind.MONTH, days=days), "202611") is None
    assert told(field(Kind.MONTH, days=Days.FUTURE), "202610") is not None
    assert told(field(Kind.MONTH), "202613") is not None


# Choices and signatures


def test_a_choice_is_one_of_its_own():
    choice = field(Kind.CHOICE, choices=(Choice("a", WORDS), Choice("b", WORDS)))
    several = field(Kind.MULTI, choices=choice.choices)
    assert told(choice, "a") is None
    assert told(choice, "c") is not None
    assert told(choice, "a,b") is not None
    assert told(several, "a,b") is None
    for wrong in ("a,a", "a,", "c", ","):
        assert told(several, wrong) is not None, wrong


def test_a_tap_is_no_signature():
    tap = Signature((((5, 5),),))
    assert signature_fault(tap.text) is not None
    assert signature_fault(Signature((((5, 5),), ((900, 900),), ((90, 9),))).text) is not None
    assert signature_fault(Signature((((5, 5), (905, 905)), ((1, 1),))).text) is None
    assert signature_fault(Signature((tuple((x * 4, x * 4) for x in range(200)),)).text) is None
    assert signature_fault("10001,5;3,3") is not None
    assert signature_fault("1,1 " * 50_000) is not None


@given(
    st.lists(st.lists(st.tuples(*[st.integers(0, 10_000)] * 2), min_size=1), min_size=1, max_size=5)
)
def test_a_signature_is_read_as_it_was_written(strokes):
    signature = Signature(tuple(tuple(stroke) for stroke in strokes))
    assert read_signature(signature.text) == signature


# Anything at all


@settings(max_examples=60)
@given(ANY_TEXT)
def test_nothing_that_is_typed_breaks_a_field_and_tidying_twice_is_as_once(typed):
    for wanted in EVERY:
        once = tidy(wanted, typed)
        again = tidy(wanted, once.value)
        assert again.value == once.value, wanted.kind
        checks.fault(wanted, typed, TODAY)  # As it came, too: a file may be edited by hand.
        fault = checks.fault(wanted, once.value, TODAY, "resident_id")
        if fault is not None:
            assert fault.zh.isprintable()
            assert fault.en.isprintable()
        checks.caution(wanted, once.value)
