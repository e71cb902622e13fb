"""Numbers of firms, telephones, cards, vehicles, and amounts."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from common.domain.forms.field import Field, Kind
from common.domain.text import Text

# ── Unified social credit code, GB 32100-2015 ────────────────────────────────────────────────

_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""No I, O, S, V, Z."""
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_LENGTH = 18


def credit_check_sign(first_17: str) -> str:
    """The last sign of the code that begins with these 17. It finds every single wrong sign and
    every swap of two neighbours."""
    pairs = zip(_CREDIT_WEIGHTS, first_17, strict=True)
    total = sum(weight * _CREDIT_SIGNS.index(sign) for weight, sign in pairs)
    return _CREDIT_SIGNS[-total % len(_CREDIT_SIGNS)]


def credit_code_fault(code: str) -> Text | None:
    """Why `code` (tidied: capitals, no blanks) is no credit code, and what to do."""
    if len(code) != _CREDIT_LENGTH:
        return Text(
            zh=f"统一社会信用代码应为 {_CREDIT_LENGTH} 位，现在是 {len(code)} 位，"
            "请对照营业执照核对",
            en=f"A credit code has {_CREDIT_LENGTH} signs, this has {len(code)}; "
            "compare it with the licence",
        )
    wrong = next((sign for sign in code if sign not in _CREDIT_SIGNS), None)
    if wrong is not None:
        shown = wrong if wrong.isprintable() else f"U+{ord(wrong):X}"
        return Text(
            zh=f"代码中没有“{shown}”（不含 I、O、S、V、Z），请对照营业执照核对",
            en=f"The code has no '{shown}' (nor any of I, O, S, V, Z); compare it with the licence",
        )
    if credit_check_sign(code[:17]) != code[17]:
        return Text(
            zh="代码有误，请对照营业执照逐位核对",
            en="The code is not right; compare it with the licence sign by sign",
        )
    return None


# ── Telephones, postcodes ────────────────────────────────────────────────────────────────────

_COUNTRY = re.compile(r"(?:\+|00)86")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_LANDLINE = re.compile(r"0(?:10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{6,7}")
"""Area code with its 0, then seven or eight digits (national numbering plan, YD/T 1136)."""
_SERVICE = re.compile(r"[48]00[0-9]{7}|[2-9][0-9]{6,7}")
"""400 and 800 numbers; a number of the same city."""


def tidied_phone(number: str) -> str:
    """Digits alone, without the country code of China."""
    digits = re.sub(r"[\s()（）\-]", "", number)
    local = _COUNTRY.sub("", digits, count=1) if _COUNTRY.match(digits) else digits
    if _MOBILE.fullmatch(local.removeprefix("86")):
        return local.removeprefix("86")
    return local


def mobile_fault(number: str) -> Text | None:
    if _MOBILE.fullmatch(number):
        return None
    return Text(
        zh="手机号为 1 开头的 11 位数字，请核对",
        en="A mobile number is 11 digits and begins with 1; check it",
    )


def phone_fault(number: str) -> Text | None:
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number) or _SERVICE.fullmatch(number):
        return None
    return Text(
        zh="请填写手机号，或带区号的固定电话，例如 0991-2345678",
        en="Write a mobile number, or a landline with its area code, like 0991-2345678",
    )


def postcode_fault(code: str) -> Text | None:
    if re.fullmatch(r"[0-8][0-9]{5}", code) and code != "000000":
        return None
    return Text(zh="邮政编码为 6 位数字，请核对", en="A postcode is 6 digits; check it")


# ── Bank cards ───────────────────────────────────────────────────────────────────────────────


def bank_card_fault(number: str) -> Text | None:
    if re.fullmatch(r"[0-9]{12,19}", number):
        return None
    return Text(
        zh="银行卡号为 12 至 19 位数字，请对照银行卡核对",
        en="A bank card number is 12 to 19 digits; compare it with the card",
    )


def bank_card_caution(number: str) -> Text | None:
    """A hint only: passbooks and some older accounts have no check digit (GB/T 15694.1)."""
    if bank_card_fault(number) is not None:
        return None
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    total = sum(map(int, number[-1::-2])) + sum(d - 9 if d > 9 else d for d in doubled)
    if total % 10 == 0:
        return None
    return Text(
        zh="卡号可能有误，请再核对一遍；确认无误可继续",
        en="This card number may be wrong; compare it once more, and go on if it is right",
    )


# ── Vehicles ─────────────────────────────────────────────────────────────────────────────────

_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_PLATE = re.compile(
    rf"[{_PROVINCES}][A-HJ-NP-Z]"
    r"(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{6})"
)
"""GA 36: five signs after the city's letter, six for new-energy vehicles; no I and O."""
_VIN_VALUES = dict(
    zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", "012345678912345678123457923456789", strict=True)
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_LENGTH = 17
_VIN_CHECK_PLACE = 8


def plate_fault(plate: str) -> Text | None:
    if _PLATE.fullmatch(plate):
        return None
    return Text(
        zh="号牌由省份简称、字母和 5 位或 6 位字母数字组成，请对照行驶证核对",
        en="A plate is a province's character, a letter and 5 or 6 letters and digits; "
        "compare it with the vehicle licence",
    )


def vin_fault(vin: str) -> Text | None:
    """GB 16735-2019. The ninth sign is the check of all others."""
    if len(vin) != _VIN_LENGTH or any(sign not in _VIN_VALUES for sign in vin):
        return Text(
            zh="车辆识别代号为 17 位字母和数字，不含 I、O、Q，请对照行驶证核对",
            en="A vehicle identification number is 17 letters and digits without I, O and Q; "
            "compare it with the vehicle licence",
        )
    pairs = zip(_VIN_WEIGHTS, vin, strict=True)
    rest = sum(weight * int(_VIN_VALUES[sign]) for weight, sign in pairs) % 11
    if vin[_VIN_CHECK_PLACE] != "0123456789X"[rest]:
        return Text(
            zh="车辆识别代号有误，请对照行驶证逐位核对",
            en="This vehicle identification number is not right; compare it with the vehicle "
            "licence sign by sign",
        )
    return None


# ── Amounts ──────────────────────────────────────────────────────────────────────────────────

_AMOUNT = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
"""Commas where thousands are; anywhere else one may be meant for the decimal point."""
_CENTS = 2


def read_amount(value: str) -> Decimal | None:
    """The number that a tidied answer holds."""
    if not _AMOUNT.fullmatch(value):
        return None
    try:
        return Decimal(value)
    except InvalidOperation:
        return None


def decimals_of(field: Field) -> int:
    return _CENTS if field.kind is Kind.MONEY else field.decimals


def tidied_amount(typed: str, field: Field) -> str:
    """`￥1,234.5元` as `1234.50`; text that is no amount stays as it is."""
    plain = re.sub(r"^[¥￥]|\s|元$", "", typed)
    if _GROUPED.fullmatch(plain):
        plain = re.sub("[,，]", "", plain)
    amount = read_amount(plain.removeprefix("+"))
    if amount is None:
        return typed
    decimals = decimals_of(field)
    rounded = round(amount, decimals)
    return f"{rounded:f}" if rounded == amount else plain


def amount_fault(value: str, field: Field) -> Text | None:
    """Why a tidied amount will not do, and what to do."""
    amount = read_amount(value)
    if amount is None:
        example = "12" if decimals_of(field) == 0 else "1234.50"
        return Text(zh=f"请只填数字，例如 {example}", en=f"Write a plain number, like {example}")
    decimals = decimals_of(field)
    if round(amount, decimals) != amount:
        return _too_fine(decimals)
    if field.low is not None and amount < field.low:
        return Text(
            zh=f"不能小于 {field.low}，请核对", en=f"It cannot be less than {field.low}; check it"
        )
    if field.high is not None and amount > field.high:
        return Text(
            zh=f"不能大于 {field.high}，请核对", en=f"It cannot be more than {field.high}; check it"
        )
    return None


def _too_fine(decimals: int) -> Text:
    if decimals == 0:
        return Text(zh="请填整数，不带小数", en="Write a whole number")
    return Text(
        zh=f"最多保留 {decimals} 位小数",
        en=f"Write at most {decimals} digits after the point",
    )
