"""Why a value of the hall file is refused, and what to do, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from common.domain.text import Text

_LIST = Text(zh="应为列表，每项以“- ”开头", en="make it a list, each item after a dash")
_MAPPING = Text(zh="应为“名称: 值”的形式", en="make it of the form `name: value`")
_DATE = Text(zh="日期写作 2026-10-01", en="write a date like 2026-10-01")
_CLOCK = Text(zh='时间写作 "08:15"，24 小时制', en='write a time like "08:15", in 24 hours')
_CHOICE = Text(zh="可用的值：{expected}", en="choose from {expected}")
_NUMBER = Text(zh="应为数字，不加引号", en="make it a number, without quotes")
_RULES: Mapping[str, Text] = {
    "string_type": Text(zh="应为文字，请加引号", en="put it in quotes"),
    "int_type": Text(zh="应为整数，不加引号", en="make it a whole number, without quotes"),
    "bool_type": Text(zh="应为 true 或 false", en="make it true or false"),
    "list_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than": Text(zh="应大于 {gt}", en="make it more than {gt}"),
    "less_than": Text(zh="应小于 {lt}", en="make it less than {lt}"),
    "greater_than_equal": Text(zh="不能小于 {ge}", en="make it {ge} or more"),
    "less_than_equal": Text(zh="不能大于 {le}", en="make it {le} or less"),
    "string_too_short": Text(
        zh="至少 {min_length} 个字符", en="write {min_length} or more characters"
    ),
    "string_too_long": Text(
        zh="最多 {max_length} 个字符", en="write {max_length} or fewer characters"
    ),
    "too_short": Text(zh="至少要有 {min_length} 项", en="it needs {min_length} or more"),
    "no_date": _DATE,
    "no_size": Text(
        zh="写作 2 或 2x1（宽 x 高），1 到 8", en="write 2, or 2x1 (width x height), from 1 to 8"
    ),
    "too_long": Text(zh="最多 {max_length} 项", en="at most {max_length}"),
    "literal_error": _CHOICE,
    "enum": _CHOICE,
}
_PATTERNS: Mapping[str, Text] = {
    ".from": _CLOCK,
    ".to": _CLOCK,
    "password_hash": Text(zh="应为 Argon2id 散列", en="give an Argon2id hash"),
    "login": Text(
        zh="只用小写字母、数字、点、横线", en="use small letters, digits, dots and dashes only"
    ),
    "slip.logo": Text(
        zh="应为大厅文件旁的文件名，不带文件夹",
        en="name a file beside the hall file, without folder",
    ),
    "zones.code": Text(zh="应为一个大写字母", en="use one capital letter"),
    "counters.code": Text(
        zh="写作 F01：一个字母加数字", en="write it like F01: a letter, then digits"
    ),
}
_CODE = Text(
    zh="编码只用字母、数字、横线，最多 32 个字符",
    en="use letters, digits and dashes only, at most 32",
)
_OTHER = Text(zh="请参照 resources/demo/hall.yaml", en="see resources/demo/hall.yaml")


def explain(where: str, kind: str, given: Any, limits: Mapping[str, Any], near: str | None) -> Text:
    """The fault of pydantic's `kind` at the keys `where`; `near` is a known key like the last."""
    if kind == "missing":
        return Text(zh=f"缺少“{where}”，请补上", en=f"{where!r} is missing; add it")
    if kind == "extra_forbidden":
        return Text(
            zh=f"没有“{where}”这一项" + (f"，是否应为“{near}”？" if near else "，请删去"),
            en=f"{where!r} is not known here"
            + (f"; did you mean {near!r}?" if near else "; delete it"),
        )
    rule = _rule(where, kind)
    shown = _shown(given)
    return Text(
        zh=f"“{where}”不能是 {shown.zh}：{rule.zh.format(**limits)}",
        en=f"{where!r} cannot be {shown.en}: {rule.en.format(**limits)}",
    )


def _rule(where: str, kind: str) -> Text:
    if kind == "string_type" and where.startswith("calendar") and where.endswith((".from", ".to")):
        return _CLOCK  # YAML takes 13:45 without quotes for a number.
    if kind == "string_pattern_mismatch":
        return next((words for key, words in _PATTERNS.items() if where.endswith(key)), _CODE)
    return _RULES.get(kind, _OTHER)


def _shown(given: Any) -> Text:
    if given is None:
        return Text(zh="空", en="empty")
    if isinstance(given, str | int | float | bool):
        text = repr(given)[:60]
        return Text(zh=text, en=text)
    if isinstance(given, list):
        return Text(zh="列表", en="a list")
    if isinstance(given, dict):
        return Text(zh="一组名称和值", en="a group of names and values")
    return Text(zh=str(given)[:60], en=str(given)[:60])
