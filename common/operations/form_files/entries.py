"""What the files of forms may hold: an entry's fields are the keys, anything else is refused."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from common.domain.forms.field import Days, Fact, Keyboard, Kind, Mask, Privacy
from common.domain.forms.form import LONGEST_KEPT_DAYS, Level
from common.domain.text import Text
from common.operations.hall_file.explaining import told

_Member = TypeVar("_Member", bound=StrEnum)
_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")


def _one_of(members: type[_Member]) -> BeforeValidator:
    def member(given: Any) -> _Member:
        if isinstance(given, str) and given in members.__members__.values():
            return members(given)
        known = " ".join(members)
        raise told(Text(zh=f"可用的值：{known}", en=f"choose from {known}"))

    return BeforeValidator(member)


def _as_key(given: Any) -> str:
    if isinstance(given, str) and _KEY.fullmatch(given):
        return given
    raise told(
        Text(
            zh="字段写作 applicant.name：小写字母、数字、下划线，中间一个点",
            en="write a field like applicant.name: small letters, digits, underscores, one dot",
        )
    )


def _as_code(given: Any) -> str:
    if isinstance(given, str) and _CODE.fullmatch(given):
        return given
    raise told(
        Text(
            zh='编码只用字母、数字、横线，数字请加引号，例如 "01"',
            en='use letters, digits and dashes; put digits in quotes, like "01"',
        )
    )


Key = Annotated[str, BeforeValidator(_as_key)]
Code = Annotated[str, BeforeValidator(_as_code)]
_Long = Annotated[str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True)]
_Length = Annotated[int, Field(ge=1, le=1_000)]
_Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Line(Shape):
    zh: _Line
    en: _Line

    def value(self) -> Text:
        return Text(zh=self.zh, en=self.en)


class LongText(Shape):
    zh: _Long
    en: _Long

    def value(self) -> Text:
        return Text(zh=self.zh, en=self.en)


class DerivedEntry(Shape):
    from_: Annotated[Key, Field(alias="from")]
    fact: Annotated[Fact, _one_of(Fact)]


class FieldEntry(Shape):
    label: Line
    kind: Annotated[Kind, _one_of(Kind)]
    hint: Line
    example: Annotated[str, StringConstraints(max_length=100)] = ""
    keyboard: Annotated[Keyboard, _one_of(Keyboard)] | None = None
    privacy: Annotated[Privacy, _one_of(Privacy)] = Privacy.PERSONAL
    mask: Annotated[Mask, _one_of(Mask)] = Mask.NONE
    choices: dict[Code, Line] | None = None
    list_: Annotated[Code | None, Field(alias="list")] = None
    min: _Length = 1
    max: _Length | None = None
    low: float | None = None
    high: float | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    unit: Line | None = None
    days: Annotated[Days, _one_of(Days)] = Days.ANY
    endless: bool = False
    document: Key | None = None
    derived: DerivedEntry | None = None
    notice: Code | None = None


class FieldsFile(Shape):
    lists: dict[Code, dict[Code, Line]] = {}
    fields: dict[Key, FieldEntry]


class NoticeEntry(Shape):
    version: Code
    title: Line
    text: LongText
    tick: Line


class NoticesFile(Shape):
    notices: dict[Code, NoticeEntry]


class AskedEntry(Shape):
    field: Key
    when: Any = None
    required: Any = False


def _as_asked(given: Any) -> Any:
    return {"field": given} if isinstance(given, str) else given


class PageEntry(Shape):
    code: Code
    title: Line
    when: Any = None
    last: bool = False
    fields: Annotated[list[Annotated[AskedEntry, BeforeValidator(_as_asked)]], Field(min_length=1)]


class RuleEntry(Shape):
    at: Key
    when: Any = None
    must: Any = None
    level: Annotated[Level, _one_of(Level)] = Level.FAULT
    words: Line


class ShownEntry(Shape):
    label: Line
    divide: Key
    by: Key


class FormFile(Shape):
    code: Code
    name: Line
    services: list[Code] = []
    bundles: list[Code] = []
    notices: list[Code] = []
    minors: list[Key] = []
    retention_days: Annotated[int, Field(ge=1, le=LONGEST_KEPT_DAYS)] = LONGEST_KEPT_DAYS
    pages: Annotated[list[PageEntry], Field(min_length=1)]
    rules: list[RuleEntry] = []
    shows: list[ShownEntry] = []
