"""A CSV file as Excel and booking systems write it, down to the texts of its rows."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from common.domain.os_words import os_words
from common.domain.text import Text
from common.operations.appointments.errors import (
    ColumnsDiffer,
    FileCutOff,
    FileEmpty,
    FileTooBig,
    HeadingTwice,
    IsAWorkbook,
    NoHeadings,
    NoSuchFile,
    NotAText,
    QuotesBroken,
    UnknownEncoding,
)

LARGEST = 8 * 1024 * 1024
"""Bytes; some 80,000 appointments."""
FIELDS = {
    "reference": Text(zh="预约编号", en="reference"),
    "service": Text(zh="事项", en="service"),
    "service_name": Text(zh="事项名称", en="service name"),
    "channel": Text(zh="渠道", en="channel"),
    "day": Text(zh="日期", en="date"),
    "slot": Text(zh="时段", en="slot"),
    "person": Text(zh="证件或电话", en="person"),
    "phone": Text(zh="电话", en="phone"),
    "state": Text(zh="状态", en="state"),
}
"""What a file may say of an appointment, by the first of its headings in each language."""
_HEADINGS = {
    "reference": "预约编号 预约号 编号 流水号 渠道编号 reference ref bookingid bookingnumber id",
    "service": "事项 事项编码 事项代码 业务 service servicecode",
    "service_name": "事项名称 业务名称 servicename",
    "channel": "渠道 预约渠道 channel",
    "day": "日期 预约日期 date day",
    "slot": "时段 预约时段 时间 预约时间 slot time",
    "person": "证件或电话 证件 证件号 证件号码 身份证 身份证号 身份证号码 person idnumber",
    "phone": "电话 手机 手机号 手机号码 联系电话 电话尾号 phone phonenumber mobile telephone "
    "phonedigits",
    "state": "状态 预约状态 state status",
}
_FIELD_OF = {heading: field for field, all_of in _HEADINGS.items() for heading in all_of.split()}
_NEEDED = ("reference", "day", "slot")
_DELIMITERS = ",;\t"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How xlsx and xls begin."""
_QUOTED_FORMULA = ('="', '"')
_GUARDED = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class TableRow:
    line: int
    """Where it begins in the file, from 1."""
    texts: Mapping[str, str]
    """By field; a column that the file does not have is empty."""
    fault: ColumnsDiffer | None = None

    @property
    def is_short(self) -> bool:
        """Whether columns are missing at its end."""
        return self.fault is not None and self.fault.facts["found"] < self.fault.facts["wanted"]


def read_bytes(path: Path) -> bytes:
    """The file, unless it is too large to be a list. Raises NoSuchFile, FileTooBig."""
    try:
        with path.open("rb") as file:
            return read_stream(file)
    except OSError as error:
        raise NoSuchFile(file=path, detail=os_words(error)) from error


def read_stream(file: BinaryIO) -> bytes:
    """All of a stream. Raises FileTooBig."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileTooBig(most=LARGEST // 1024**2)
    return data


def table_rows(data: bytes) -> list[TableRow]:
    """The rows below the headings, without empty ones.

    UTF-8 and UTF-16 with or without their mark, GBK and GB 18030; fields between commas,
    semicolons or tabs. Raises the errors about files, when nothing of it can be taken.
    """
    text = decoded(data)
    separator, body, first_line = _separator_named(text)
    lines = _records(body, separator or _delimiter_of(body), first_line)
    _, headings = next(lines, (0, []))
    if not headings:
        raise FileEmpty
    fields = _fields(headings)
    rows = [_row(line, texts, fields) for line, texts in lines]
    if not rows:
        raise FileEmpty
    if rows[-1].is_short and not body.endswith(("\n", "\r")):
        raise FileCutOff
    return rows


def decoded(data: bytes) -> str:
    """The text of a file. Raises IsAWorkbook, NotAText, FileCutOff, UnknownEncoding."""
    if data.startswith(_WORKBOOKS):
        raise IsAWorkbook
    text = _decoded(data)
    if any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n\f" for sign in text):
        raise NotAText
    return text.replace("\f", "")


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _as(data, "utf-16")
    if b"\0" in data:
        return _as(data, _utf_16_of(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            raise FileCutOff from error
    return _as(data, "gb18030")


def _as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason in (
            "truncated data",
            "incomplete multibyte sequence",
        ):
            raise FileCutOff from error
        raise UnknownEncoding from error


def _utf_16_of(data: bytes) -> str:
    """Headings or digits, which every file has, show which half of each sign is empty."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if max(even, odd) < len(data) // 10 or min(even, odd) > max(even, odd) // 10:
        raise NotAText
    return "utf-16-be" if even > odd else "utf-16-le"


def _separator_named(text: str) -> tuple[str | None, str, int]:
    """Excel's own first line, `sep=;`, and what follows it."""
    first, _, rest = text.partition("\n")
    named = first.strip()
    if named.lower().startswith("sep=") and len(named) == len("sep=;"):
        return named[-1], rest, 2
    return None, text, 1


def _delimiter_of(text: str) -> str:
    """The sign that parts the first line into the most headings that are known."""
    first = next((line for line in text.splitlines() if line.strip()), "")

    def known(sign: str) -> int:
        return sum(_plain(part.strip('"')) in _FIELD_OF for part in first.split(sign))

    return max(_DELIMITERS, key=known)


def _records(text: str, delimiter: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Each record that is not empty, with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first_line
    try:
        for record in reader:
            if any(field.strip() for field in record):
                yield line, record
            line = first_line + reader.line_num
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise FileCutOff from error
        raise QuotesBroken(line=line) from error


def _fields(headings: Sequence[str]) -> list[str | None]:
    """Which field each column is; None for what has no meaning here."""
    fields = [_FIELD_OF.get(_plain(heading)) for heading in headings]
    missing = [FIELDS[field] for field in _NEEDED if field not in fields]
    if "service" not in fields and "service_name" not in fields:
        missing.append(FIELDS["service"])
    if missing:
        raise NoHeadings(
            missing=Text(
                zh="、".join(name.zh for name in missing),
                en=", ".join(name.en for name in missing),
            )
        )
    for field, name in FIELDS.items():
        if fields.count(field) > 1:
            raise HeadingTwice(field=name)
    return fields


def _row(line: int, texts: Sequence[str], fields: Sequence[str | None]) -> TableRow:
    named = dict.fromkeys(FIELDS, "")
    named.update(
        (field, _without_guard(text.strip()))
        for field, text in zip(fields, texts, strict=False)
        if field is not None
    )
    if len(texts) == len(fields):
        return TableRow(line, named)
    return TableRow(line, named, ColumnsDiffer(found=len(texts), wanted=len(fields)))


def _without_guard(text: str) -> str:
    """Without what keeps Excel from calculating: `="0123"`, `'+86`."""
    opening, closing = _QUOTED_FORMULA
    if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening):
        return text[len(opening) : -len(closing)]
    return text[1:] if text.startswith(_GUARDED) else text


def _plain(heading: str) -> str:
    """A heading without what people add to it."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
