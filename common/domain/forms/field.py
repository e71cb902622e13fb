"""One thing that forms ask for, described once and shared by every form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

from common.domain.text import Text

FieldKey = NewType("FieldKey", str)
"""`applicant.name`: whom or what it is about, then what it tells."""
NoticeCode = NewType("NoticeCode", str)

Answers = Mapping[FieldKey, str]
"""What was filled in, tidied: always text. What is missing or empty was not answered.

Dates are `2026-11-22`, months `2026-11`, amounts `1234.50`, choices their codes, several choices
their codes with a comma between, a consent the version of the text that was agreed to, a signature
as `signature.Signature.text` writes it.
"""


class Kind(StrEnum):
    """What an answer is, and so how it is typed, tidied and checked."""

    TEXT = "text"
    NAME = "name"
    """Of a person."""
    ADDRESS = "address"
    CHOICE = "choice"
    MULTI = "multi"
    """Several choices."""
    DATE = "date"
    MONTH = "month"
    NUMBER = "number"
    MONEY = "money"
    MOBILE = "mobile"
    PHONE = "phone"
    """Mobile or landline."""
    POSTCODE = "postcode"
    ID_NUMBER = "id_number"
    """Of whichever document the field's `type_field` names; without it, of any."""
    CREDIT_CODE = "credit_code"
    BANK_CARD = "bank_card"
    PLATE = "plate"
    VIN = "vin"
    CONSENT = "consent"
    SIGNATURE = "signature"


class Privacy(StrEnum):
    """How much an answer tells of a person (Personal Information Protection Law, 4 and 28)."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"
    """Health, disability, income, bank accounts, children under 14: needs a separate consent."""


class Mask(StrEnum):
    """What others see of an answer."""

    NONE = "none"
    NAME = "name"
    """The first sign: 张*."""
    ID = "id"
    """The first sign and the last four."""
    PHONE = "phone"
    """The first three and the last four."""
    LAST4 = "last4"
    START = "start"
    """The first six signs: the province and the city of an address."""
    YEAR = "year"
    HIDDEN = "hidden"


class Keyboard(StrEnum):
    """What a person needs to type an answer."""

    PINYIN = "pinyin"
    LETTERS = "letters"
    """Capital letters and digits."""
    DIGITS = "digits"
    NONE = "none"


KEYBOARDS: Mapping[Kind, Keyboard] = MappingProxyType(
    {
        Kind.TEXT: Keyboard.PINYIN,
        Kind.NAME: Keyboard.PINYIN,
        Kind.ADDRESS: Keyboard.PINYIN,
        Kind.CHOICE: Keyboard.NONE,
        Kind.MULTI: Keyboard.NONE,
        Kind.DATE: Keyboard.DIGITS,
        Kind.MONTH: Keyboard.DIGITS,
        Kind.NUMBER: Keyboard.DIGITS,
        Kind.MONEY: Keyboard.DIGITS,
        Kind.MOBILE: Keyboard.DIGITS,
        Kind.PHONE: Keyboard.DIGITS,
        Kind.POSTCODE: Keyboard.DIGITS,
        Kind.ID_NUMBER: Keyboard.LETTERS,
        Kind.CREDIT_CODE: Keyboard.LETTERS,
        Kind.BANK_CARD: Keyboard.DIGITS,
        Kind.PLATE: Keyboard.PINYIN,
        Kind.VIN: Keyboard.LETTERS,
        Kind.CONSENT: Keyboard.NONE,
        Kind.SIGNATURE: Keyboard.NONE,
    }
)
"""The keyboard of each kind, unless a field says otherwise."""


class Days(StrEnum):
    """Which dates an answer may be."""

    ANY = "any"
    PAST = "past"
    """Today or earlier."""
    FUTURE = "future"
    """Today or later."""


class Fact(StrEnum):
    """What an identity number tells besides."""

    BIRTH = "birth"
    SEX = "sex"


@dataclass(frozen=True, slots=True)
class Choice:
    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class Derived:
    """An answer that another one holds already, so that nobody is asked for it."""

    source: FieldKey
    """A field of kind `id_number`."""
    fact: Fact


FOREVER = "long-term"
"""The answer of a date without an end (长期)."""


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of the field dictionary: what is typed once fills every form of the errand."""

    key: FieldKey
    label: Text
    kind: Kind
    hint: Text
    """What to do, in a short sentence."""
    keyboard: Keyboard
    example: str = ""
    privacy: Privacy = Privacy.PERSONAL
    mask: Mask = Mask.NONE
    choices: tuple[Choice, ...] = ()
    min_length: int = 1
    max_length: int = 60
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = 0
    unit: Text | None = None
    days: Days = Days.ANY
    endless: bool = False
    """Whether 长期 is an answer to this date."""
    type_field: FieldKey | None = None
    """Which answer says of what document this number is."""
    derived: Derived | None = None
    notice: NoticeCode | None = None
    """The text that a consent agrees to."""

    def choice(self, code: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.code == code), None)
