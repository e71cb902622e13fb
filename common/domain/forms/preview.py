"""A sheet as people read it: before they sign, at the counter, and on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from common.domain.forms.codes import read_amount
from common.domain.forms.dates import read_date
from common.domain.forms.field import FOREVER, Answers, Field, FieldKey, Kind, Mask
from common.domain.forms.form import Quotient
from common.domain.forms.masks import masked
from common.domain.forms.sheet import Page, Sheet
from common.domain.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """One answer."""

    key: FieldKey | None
    """None where it was computed."""
    label: Text
    value: Text = field(repr=False)
    masked: Text
    """What others may see of it."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one page."""

    title: Text
    rows: tuple[Row, ...]


def preview(sheet: Sheet, answers: Answers, today: date) -> tuple[Block, ...]:
    """All that was answered, with what follows from it, page by page; empty pages are left out."""
    kept = sheet.facts(answers, today).answers
    blocks = []
    for page in sheet.pages:
        rows = [row_of(a.field, kept[a.field.key]) for a in page.asked if kept.get(a.field.key)]
        rows += quotient_rows(sheet, page, kept)
        if rows:
            blocks.append(Block(page.title, tuple(rows)))
    return tuple(blocks)


def quotient_rows(sheet: Sheet, page: Page, kept: Answers) -> list[Row]:
    """What is computed from the answers of this page."""
    keys = {asked.field.key for asked in page.asked}
    return [
        row
        for quotient in sheet.quotients
        if quotient.dividend in keys and (row := _quotient_row(quotient, kept, sheet)) is not None
    ]


def row_of(field: Field, value: str) -> Row:
    """A tidied answer in words."""
    words = spoken(field, value)
    return Row(field.key, field.label, words, _masked(field, value, words))


def spoken(field: Field, value: str) -> Text:
    """A tidied answer as people say it: 女, 2026年3月7日, ¥1,234.50."""
    match field.kind:
        case Kind.CHOICE | Kind.MULTI:
            return _chosen(field, value)
        case Kind.DATE | Kind.MONTH:
            return _dated(value)
        case Kind.MONEY | Kind.NUMBER:
            return _measured(field, value)
        case Kind.CONSENT:
            return Text(zh="已同意", en="Agreed")
        case Kind.SIGNATURE:
            return Text(zh="已签名", en="Signed")
        case _:
            return Text(zh=value, en=value)


def _masked(field: Field, value: str, words: Text) -> Text:
    if field.mask is Mask.NONE:
        return words
    hidden = masked(value, field.mask)
    return Text(zh=hidden, en=hidden)


def _chosen(field: Field, value: str) -> Text:
    labels = [choice.label for code in value.split(",") if (choice := field.choice(code))]
    return Text(zh="、".join(t.zh for t in labels), en=", ".join(t.en for t in labels))


def _dated(value: str) -> Text:
    if value == FOREVER:
        return Text(zh="长期", en="long-term")
    day = read_date(value)
    if day is None:
        return Text(zh=value, en=value)
    if len(value) == len("2026-11"):
        return Text(zh=f"{day.year}年{day.month}月", en=value)
    return Text(zh=f"{day.year}年{day.month}月{day.day}日", en=value)


def _measured(field: Field, value: str) -> Text:
    amount = read_amount(value)
    if amount is None:
        return Text(zh=value, en=value)
    if field.kind is Kind.MONEY:
        return _money(amount)
    if field.unit is None:
        return Text(zh=value, en=value)
    return Text(zh=f"{value}{field.unit.zh}", en=f"{value} {field.unit.en}")


def _money(amount: Decimal) -> Text:
    return Text(zh=f"{amount:,.2f} 元", en=f"¥{amount:,.2f}")


def _quotient_row(quotient: Quotient, kept: Answers, sheet: Sheet) -> Row | None:
    dividend = read_amount(kept.get(quotient.dividend, ""))
    divisor = read_amount(kept.get(quotient.divisor, ""))
    if dividend is None or not divisor:
        return None
    words = _money(dividend / divisor)
    source = next(a.field for a in sheet.every() if a.field.key == quotient.dividend)
    return Row(None, quotient.label, words, _masked(source, words.zh, words))
