"""Numbers of documents, firms, cards and vehicles, against the facts of their standards."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.forms import Field, FieldKey, Keyboard, Kind, codes, tidy
from common.domain.forms.dates import age_on
from common.domain.forms.identity import (
    DocumentType,
    Identity,
    Sex,
    check_sign,
    citizen_number_fault,
    document_fault,
    read_identity,
)
from common.domain.text import Text

TODAY = date(2026, 11, 22)
INVENTED = ("999999199003070012", "999999195208150026", "99999919780101004X")
PUBLIC_FIRMS = ("914403001922038216", "9144030071526726XG", "91100000100003962T")


def field(kind: Kind, **more) -> Field:
    words = Text(zh="字段", en="Field")
    return Field(FieldKey("a.b"), words, kind, words, Keyboard.PINYIN, **more)


# The citizen number, GB 11643-1999


def test_the_examples_of_the_standard_have_the_check_signs_that_it_gives():
    assert check_sign("11010519491231002") == "X"
    assert check_sign("44052418800101001") == "4"


@pytest.mark.parametrize("number", INVENTED)
def test_a_right_number_is_taken(number):
    assert citizen_number_fault(number, TODAY) is None


def test_a_number_tells_birth_date_and_sex():
    assert read_identity("11010519491231002X") == Identity(date(1949, 12, 31), Sex.FEMALE)
    assert read_identity("999999199003070012") == Identity(date(1990, 3, 7), Sex.MALE)


@st.composite
def citizen_numbers(draw) -> str:
    region = draw(st.integers(100000, 999999))
    birth = draw(st.dates(date(1900, 1, 1), TODAY))
    body = f"{region}{birth:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return body + check_sign(body)


@given(citizen_numbers(), st.data())
def test_no_single_wrong_sign_and_no_swap_of_neighbours_is_taken(number, data):
    """MOD 11-2 finds both without an exception (ISO/IEC 7064)."""
    place = data.draw(st.integers(0, 17))
    sign = data.draw(st.sampled_from([s for s in "0123456789X" if s != number[place]]))
    assert read_identity(number[:place] + sign + number[place + 1 :]) is None
    assert citizen_number_fault(number[:place] + sign + number[place + 1 :], TODAY)
    for i in range(17):
        if number[i] != number[i + 1]:
            swapped = number[:i] + number[i + 1] + number[i] + number[i + 2 :]
            assert read_identity(swapped) is None


@given(citizen_numbers())
def test_what_is_read_is_what_was_written(number):
    identity = read_identity(number)
    assert identity is not None
    assert f"{identity.birth:%Y%m%d}" == number[6:14]
    assert (identity.sex is Sex.MALE) == (int(number[16]) % 2 == 1)


def with_check(first_17: str) -> str:
    return first_17 + check_sign(first_17)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("130503670401001", "15 digits"),
        ("99999919900307001", "has 17"),
        ("9999991990030700122", "has 19"),
        ("99999919900307001A", "only the last may be X"),
        ("9X9999199003070012", "only the last may be X"),
        ("９９９９９９199003070012", "only the last may be X"),
        ("099999199003070012", "only the last may be X"),
        (with_check("99999919900230001"), "birth date"),
        (with_check("99999919001301001"), "birth date"),
        (with_check("99999920270101001"), "birth date"),
        (with_check("44052418800101001"), "birth date"),
        ("999999199003070013", "sign by sign"),
    ],
)
def test_a_wrong_number_is_told_what_is_wrong_with_it(number, told):
    fault = citizen_number_fault(number, TODAY)
    assert fault is not None
    assert told in fault.en
    assert fault.zh


def test_somebody_born_today_has_a_number_and_somebody_born_tomorrow_has_not():
    assert citizen_number_fault(with_check("99999920261122001"), TODAY) is None
    assert citizen_number_fault(with_check("99999920261123001"), TODAY) is not None


HONG_KONG = with_check("81000019900307001")
FOREIGNER = with_check("91010019900307001")


@pytest.mark.parametrize(
    ("document", "right", "wrong"),
    [
        (DocumentType.RESIDENT_ID, INVENTED[0], HONG_KONG),
        (DocumentType.HOUSEHOLD_REGISTER, INVENTED[1], "A12345678"),
        (DocumentType.RESIDENCE_PERMIT, HONG_KONG, INVENTED[0]),
        (DocumentType.RESIDENCE_PERMIT, with_check("83000019900307001"), FOREIGNER),
        (DocumentType.FOREIGNER_ID, FOREIGNER, HONG_KONG),
        (DocumentType.FOREIGNER_ID, "ABC110078060101", "AB1110078060101"),
        (DocumentType.HK_MACAO_PERMIT, "H12345678", "A12345678"),
        (DocumentType.HK_MACAO_PERMIT, "M1234567801", "H1234567"),
        (DocumentType.TAIWAN_PERMIT, "12345678", "1234567"),
        (DocumentType.PASSPORT, "EA1234567", "E12"),
        (DocumentType.PASSPORT, "G12345678", "ABCDEFGHI"),
        (None, "EA1234567", "护照12345"),
        (None, INVENTED[2], "999999197801010041"),
        (None, HONG_KONG, "130503670401001"),
        (None, "12345678", "1234567890123456789"),
    ],
)
def test_each_document_has_its_own_numbers(document, right, wrong):
    assert document_fault(right, document, TODAY) is None
    fault = document_fault(wrong, document, TODAY)
    assert fault is not None
    assert fault.zh != fault.en


def test_the_number_of_a_permit_asks_for_the_right_type():
    fault = document_fault(HONG_KONG, DocumentType.RESIDENT_ID, TODAY)
    assert fault is not None
    assert "choose that type" in fault.en


def test_a_small_x_and_blanks_between_groups_are_put_right():
    for typed in ("999999 19780101 004x", "99999919780101004Ｘ", "\ufeff99999919780101004x\n"):
        assert tidy(field(Kind.ID_NUMBER), typed).value == INVENTED[2]


# The credit code, GB 32100-2015


@pytest.mark.parametrize("code", PUBLIC_FIRMS)
def test_the_public_codes_of_well_known_firms_are_right(code):
    assert codes.credit_code_fault(code) is None


@st.composite
def credit_codes(draw) -> str:
    body = draw(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
    return body + codes.credit_check_sign(body)


@given(credit_codes(), st.data())
def test_a_credit_code_with_a_wrong_sign_or_two_swapped_is_refused(code, data):
    assert codes.credit_code_fault(code) is None
    place = data.draw(st.integers(0, 17))
    signs = [s for s in "0123456789ABCDEFGHJKLMNPQRTUWXY" if s != code[place]]
    wrong = code[:place] + data.draw(st.sampled_from(signs)) + code[place + 1 :]
    assert codes.credit_code_fault(wrong)
    for i in range(17):
        if code[i] != code[i + 1]:
            assert codes.credit_code_fault(code[:i] + code[i + 1] + code[i] + code[i + 2 :])


@pytest.mark.parametrize("letter", "IOSVZ")
def test_the_letters_that_no_credit_code_has_are_named(letter):
    fault = codes.credit_code_fault(f"{letter}14403001922038216"[:18])
    assert fault is not None
    assert f"'{letter}'" in fault.en


# Telephones, cards, vehicles


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800138000", "13800138000"),
        ("+86 138-0013-8000", "13800138000"),
        ("0086 138 0013 8000", "13800138000"),
        ("86 13800138000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
    ],
)
def test_a_mobile_number_is_the_same_however_it_is_typed(typed, kept):
    tidied = tidy(field(Kind.MOBILE), typed)
    assert (tidied.value, tidied.notice) == (kept, None)
    assert codes.mobile_fault(kept) is None


@pytest.mark.parametrize("number", ["12800138000", "1380013800", "138001380000", "", "١٣٨٠٠١٣٨٠٠٠"])
def test_what_is_no_mobile_number_is_refused(number):
    assert codes.mobile_fault(number) is not None


def test_a_landline_needs_its_area_code_or_is_of_the_same_city():
    for number in (
        "01088886666",
        "09912345678",
        "02122345678",
        "4008001234",
        "2345678",
        "13800138000",
    ):
        assert codes.phone_fault(number) is None, number
    for number in ("0991", "00912345678", "123", "09910345678"):
        assert codes.phone_fault(number) is not None, number


def test_postcodes_are_six_digits():
    assert codes.postcode_fault("830000") is None
    for code in ("83000", "8300000", "000000", "93000A"):
        assert codes.postcode_fault(code) is not None, code


def test_a_card_number_that_fails_luhn_is_allowed_with_a_caution():
    """79927398713 is the usual example of the rule; a 0 at either end changes nothing or all."""
    assert codes.bank_card_caution("0079927398713") is None
    assert codes.bank_card_caution("0079927398710") is not None
    assert codes.bank_card_fault("0079927398710") is None
    assert codes.bank_card_fault("12345678901") is not None
    assert codes.bank_card_fault("1" * 20) is not None


def test_plates_have_five_signs_or_six_for_new_energy():
    for plate in ("京A12345", "沪AD12345", "粤Z1234港", "新A1234学"):
        assert codes.plate_fault(plate) is None, plate
    for plate in ("A12345", "京I12345", "京A1234", "京AO2345", "京A1234567"):
        assert codes.plate_fault(plate) is not None, plate


def test_a_vehicle_number_has_its_check_in_the_ninth_place():
    assert codes.vin_fault("1M8GDM9AXKP042788") is None
    assert codes.vin_fault("1M8GDM9A1KP042788") is not None
    assert codes.vin_fault("1M8GDM9AXKP04278") is not None
    assert codes.vin_fault("IM8GDM9AXKP042788") is not None


# Amounts


MONEY = field(Kind.MONEY, low=Decimal("0.01"), high=Decimal("99999999.99"))
COUNT = field(Kind.NUMBER, low=Decimal(1), high=Decimal(20))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1234.5", "1234.50"), ("￥1,234.50 元", "1234.50"), ("１２", "12.00"), ("007", "7.00")],
)
def test_an_amount_is_kept_with_two_decimals(typed, kept):
    assert tidy(MONEY, typed).value == kept
    assert codes.amount_fault(kept, MONEY) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12.345", "2 digits after"),
        ("0", "less than 0.01"),
        ("100000000", "more than 99999999.99"),
        ("-5", "less than"),
        ("1e5", "plain number"),
        ("12万", "plain number"),
        ("1,5", "plain number"),
        ("NaN", "plain number"),
        ("9" * 40, "plain number"),
        ("", "plain number"),
    ],
)
def test_an_amount_that_will_not_do_says_why(typed, told):
    fault = codes.amount_fault(tidy(MONEY, typed).value, MONEY)
    assert fault is not None
    assert told in fault.en


def test_a_count_is_a_whole_number_within_its_bounds():
    assert codes.amount_fault(tidy(COUNT, "20").value, COUNT) is None
    for typed in ("0", "21", "2.5"):
        assert codes.amount_fault(tidy(COUNT, typed).value, COUNT) is not None, typed


def test_who_was_born_on_29_february_is_a_year_older_on_1_march():
    assert age_on(date(2008, 2, 29), date(2022, 2, 28)) == 13
    assert age_on(date(2008, 2, 29), date(2022, 3, 1)) == 14
    assert age_on(date(2008, 2, 29), date(2024, 2, 29)) == 16
