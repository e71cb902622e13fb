"""Numbers of identity documents.

GB 11643-1999 defines the citizen identification number: six digits of a region, eight of the birth
date, three of an order (odd for men), one check sign by ISO/IEC 7064 MOD 11-2. Residence permits
for people of Hong Kong, Macao and Taiwan (State Council Order 2018 No. 81: regions 810000, 820000
and 830000) and the foreigner's permanent residence card of 2023 (it begins with 9) have the same
scheme. The check finds every single wrong digit and every swap of two neighbours.

Regions change from year to year and old numbers keep theirs, so there is no table of regions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from common.domain.forms.dates import age_on
from common.domain.text import Text


class DocumentType(StrEnum):
    RESIDENT_ID = "resident_id"
    HK_MACAO_PERMIT = "hk_macao_permit"
    """港澳居民来往内地通行证."""
    TAIWAN_PERMIT = "taiwan_permit"
    """台湾居民来往大陆通行证."""
    RESIDENCE_PERMIT = "residence_permit"
    """港澳台居民居住证."""
    FOREIGNER_ID = "foreigner_id"
    """外国人永久居留身份证."""
    PASSPORT = "passport"
    HOUSEHOLD_REGISTER = "household_register"
    """户口簿: it shows the citizen number of somebody who has no card yet."""


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"


CITIZEN_NUMBERED = frozenset(
    {
        DocumentType.RESIDENT_ID,
        DocumentType.RESIDENCE_PERMIT,
        DocumentType.FOREIGNER_ID,
        DocumentType.HOUSEHOLD_REGISTER,
    }
)
"""Documents whose number tells birth date and sex."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_LENGTH = 18
_FORMER_LENGTH = 15
_SHAPE = re.compile(r"[1-9][0-9]{16}[0-9X]")
_OLDEST = 130
_PERMIT_REGIONS = ("81", "82", "83")
_FOREIGNERS = "9"
_FORMER_FOREIGNER = re.compile(r"[A-Z]{3}[0-9]{12}")
"""The card before 2023: country, region, birth date, order, check."""
_HK_MACAO = re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?")
"""Nine signs, and two more for the issue on cards before 2013."""
_TAIWAN = re.compile(r"[0-9]{8}|[0-9]{10}(?:[A-Z])?")
_PASSPORT = re.compile(r"(?=[A-Z0-9]*[0-9])[A-Z0-9]{5,20}")


@dataclass(frozen=True, slots=True)
class Identity:
    """What a citizen number tells."""

    birth: date
    sex: Sex


def check_sign(first_17: str) -> str:
    """The last sign of the number that begins with these 17 digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_17, strict=True))
    return _CHECK_SIGNS[total % 11]


def read_identity(number: str) -> Identity | None:
    """Birth date and sex of a whole and right number; None for any other text."""
    if not _SHAPE.fullmatch(number) or check_sign(number[:17]) != number[17]:
        return None
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return Identity(birth, Sex.MALE if int(number[16]) % 2 else Sex.FEMALE)


def tells_birth_and_sex(number: str, document: DocumentType | None) -> bool:
    """Whether the number of such a document does. An empty one is taken for one that will."""
    if document is None:
        return len(number) in (0, _LENGTH)
    return document in CITIZEN_NUMBERED and not _FORMER_FOREIGNER.fullmatch(number)


def citizen_number_fault(number: str, today: date) -> Text | None:
    """Why `number` (tidied: no blanks, capital X) is no citizen number, and what to do."""
    if len(number) == _FORMER_LENGTH and number.isdigit():
        return _FORMER
    if len(number) != _LENGTH:
        return Text(
            zh=f"身份证号码应为 {_LENGTH} 位，现在是 {len(number)} 位，请对照证件核对",
            en=f"An identity number has {_LENGTH} signs, this has {len(number)}; "
            "compare it with the document",
        )
    if not _SHAPE.fullmatch(number):
        return _NOT_DIGITS
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return _NO_BIRTH_DATE
    if birth > today or age_on(birth, today) > _OLDEST:
        return _NO_BIRTH_DATE
    return None if check_sign(number[:17]) == number[17] else _WRONG_CHECK


def document_fault(number: str, document: DocumentType | None, today: date) -> Text | None:
    """Why `number` (tidied) is none of such a document, or of any when that is None."""
    match document:
        case None:
            return _any_document_fault(number, today)
        case DocumentType.RESIDENT_ID | DocumentType.HOUSEHOLD_REGISTER:
            if number[:2] in _PERMIT_REGIONS and len(number) == _LENGTH:
                return _IS_PERMIT
            return citizen_number_fault(number, today)
        case DocumentType.RESIDENCE_PERMIT:
            fault = citizen_number_fault(number, today)
            return fault or (None if number[:2] in _PERMIT_REGIONS else _NO_PERMIT)
        case DocumentType.FOREIGNER_ID:
            if _FORMER_FOREIGNER.fullmatch(number):
                return None
            fault = citizen_number_fault(number, today)
            return fault or (None if number[0] == _FOREIGNERS else _NO_FOREIGNER_CARD)
        case DocumentType.HK_MACAO_PERMIT:
            return None if _HK_MACAO.fullmatch(number) else _NO_HK_MACAO
        case DocumentType.TAIWAN_PERMIT:
            return None if _TAIWAN.fullmatch(number) else _NO_TAIWAN
        case DocumentType.PASSPORT:
            return None if _PASSPORT.fullmatch(number) else _NO_PASSPORT


def _any_document_fault(number: str, today: date) -> Text | None:
    """Digits alone that are too long for a permit are meant to be a citizen number."""
    digits = number.removesuffix("X")
    if len(number) == _LENGTH or (digits.isdigit() and len(number) > len("0123456789")):
        return citizen_number_fault(number, today)
    return None if _PASSPORT.fullmatch(number) else _NO_DOCUMENT


_FORMER = Text(
    zh="15 位号码已停用，请填写证件上的 18 位号码",
    en="Numbers of 15 digits are no longer used; type the 18 signs on the document",
)
_NOT_DIGITS = Text(
    zh="前 17 位应为数字，只有最后一位可以是 X，请核对",
    en="The first 17 signs are digits, only the last may be X; check it",
)
_NO_BIRTH_DATE = Text(
    zh="第 7 至 14 位应为出生日期，现在不是，请对照证件核对",
    en="Signs 7 to 14 are the birth date, and this is none; compare it with the document",
)
_WRONG_CHECK = Text(
    zh="号码有误，请对照证件逐位核对",
    en="The number is not right; compare it with the document sign by sign",
)
_IS_PERMIT = Text(
    zh="这是港澳台居民居住证的号码，请把证件类型改为“港澳台居民居住证”",
    en="This is the number of a residence permit for Hong Kong, Macao and Taiwan residents; "
    "choose that type of document",
)
_NO_PERMIT = Text(
    zh="港澳台居民居住证号码以 81、82 或 83 开头，请核对号码或证件类型",
    en="The number of this permit begins with 81, 82 or 83; check the number or the type",
)
_NO_FOREIGNER_CARD = Text(
    zh="外国人永久居留身份证号码以 9 开头，请核对号码或证件类型",
    en="The number of this card begins with 9; check the number or the type",
)
_NO_HK_MACAO = Text(
    zh="通行证号码为 H 或 M 加 8 位数字，请核对",
    en="The permit's number is H or M and 8 digits; check it",
)
_NO_TAIWAN = Text(
    zh="通行证号码为 8 位数字，请核对", en="The permit's number is 8 digits; check it"
)
_NO_PASSPORT = Text(
    zh="护照号码为 5 至 20 位字母和数字，请对照护照核对",
    en="A passport number is 5 to 20 letters and digits; compare it with the passport",
)
_NO_DOCUMENT = Text(
    zh="证件号码为 5 至 20 位字母和数字，请对照证件核对",
    en="A document's number is 5 to 20 letters and digits; compare it with the document",
)
