"""Each kind of answer: how it is tidied, and why it will not do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from common.domain.forms import codes, names
from common.domain.forms.dates import date_fault, month_fault, tidied_date, tidied_month
from common.domain.forms.field import Field, Kind
from common.domain.forms.identity import DocumentType, document_fault
from common.domain.forms.signature import signature_fault
from common.domain.signs import Tidied, strange_fault, tidied
from common.domain.text import Text

_WRITTEN_CODES = frozenset(
    {Kind.ID_NUMBER, Kind.CREDIT_CODE, Kind.BANK_CARD, Kind.PLATE, Kind.VIN, Kind.POSTCODE}
)
_PICKED = frozenset({Kind.CHOICE, Kind.MULTI, Kind.CONSENT, Kind.SIGNATURE})
"""Touched, not typed: the screen gives the answer as it is kept."""


def tidy(field: Field, typed: str) -> Tidied:
    """`typed` in the shape in which this field keeps it. Never raises, and twice is as once."""
    if field.kind in _PICKED:
        return Tidied(typed)
    plain = tidied(typed)
    return Tidied(_in_shape(field, plain.value), plain.notice)


def _in_shape(field: Field, text: str) -> str:
    if field.kind in _WRITTEN_CODES:
        return re.sub(r"[\s\-－—·.]", "", text).upper()
    match field.kind:
        case Kind.NAME:
            return names.tidied_name(text)
        case Kind.MOBILE | Kind.PHONE:
            return codes.tidied_phone(text)
        case Kind.DATE:
            return tidied_date(text)
        case Kind.MONTH:
            return tidied_month(text)
        case Kind.NUMBER | Kind.MONEY:
            return codes.tidied_amount(text, field)
        case _:
            return text


_BY_SHAPE: Mapping[Kind, Callable[[str], Text | None]] = MappingProxyType(
    {
        Kind.NAME: names.name_fault,
        Kind.MOBILE: codes.mobile_fault,
        Kind.PHONE: codes.phone_fault,
        Kind.POSTCODE: codes.postcode_fault,
        Kind.CREDIT_CODE: codes.credit_code_fault,
        Kind.BANK_CARD: codes.bank_card_fault,
        Kind.PLATE: codes.plate_fault,
        Kind.VIN: codes.vin_fault,
        Kind.SIGNATURE: signature_fault,
    }
)


def fault(field: Field, value: str, today: date, document: str = "") -> Text | None:
    """Why a tidied answer will not do, and what to do; None when it is right.

    `document` is the answer to the field's `type_field`. A consent is not looked at here: whether
    its text is still the same is a matter of the sheet.
    """
    by_shape = _BY_SHAPE.get(field.kind)
    if by_shape is not None:
        return by_shape(value)
    match field.kind:
        case Kind.ID_NUMBER:
            known = document in DocumentType.__members__.values()
            return document_fault(value, DocumentType(document) if known else None, today)
        case Kind.DATE:
            return date_fault(value, field.days, today, endless=field.endless)
        case Kind.MONTH:
            return month_fault(value, field.days, today)
        case Kind.NUMBER | Kind.MONEY:
            return codes.amount_fault(value, field)
        case Kind.CHOICE:
            return None if field.choice(value) else _CHOOSE
        case Kind.MULTI:
            return _choices_fault(field, value)
        case Kind.CONSENT:
            return None
        case _:
            return _text_fault(field, value)


def caution(field: Field, value: str) -> Text | None:
    """What may be wrong with an answer that is allowed."""
    return codes.bank_card_caution(value) if field.kind is Kind.BANK_CARD else None


def _choices_fault(field: Field, value: str) -> Text | None:
    chosen = value.split(",")
    right = all(field.choice(code) for code in chosen) and len(set(chosen)) == len(chosen)
    return None if right else _CHOOSE


def _text_fault(field: Field, value: str) -> Text | None:
    strange = strange_fault(value)
    if strange is not None:
        return strange
    if len(value) < field.min_length:
        return Text(
            zh=f"至少 {field.min_length} 个字，请填写完整",
            en=f"Write at least {field.min_length} signs",
        )
    if len(value) > field.max_length:
        over = len(value) - field.max_length
        return Text(
            zh=f"最多 {field.max_length} 个字，请删去 {over} 个",
            en=f"At most {field.max_length} signs fit; delete {over}",
        )
    if field.kind is Kind.ADDRESS and not any(sign.isalpha() for sign in value):
        return Text(
            zh="请填写完整地址：区县、街道、门牌号",
            en="Write the full address: district, street and number",
        )
    return None


_CHOOSE = Text(zh="请选择一项", en="Choose one")
