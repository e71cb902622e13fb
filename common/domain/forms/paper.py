"""A filled form as it stands on A4: every field that it asks, the empty ones too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from common.domain.forms.conditions import Facts
from common.domain.forms.field import Answers, FieldKey, Kind
from common.domain.forms.form import Notice
from common.domain.forms.preview import Row, quotient_rows, row_of
from common.domain.forms.sheet import Asked, Page, Sheet
from common.domain.forms.signature import Signature, read_signature
from common.domain.text import Text

_WIDE_KINDS = (Kind.ADDRESS, Kind.MULTI)
_LONG_FIELD = 60
"""A text that may be longer gets the whole width, filled in or not."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field: its label, and what is in it, which may be nothing."""

    label: Text
    value: Text = field(repr=False)
    wide: bool = False
    """Takes the whole width of the paper."""
    edited: bool = False
    """A clerk changed it after it was signed."""


@dataclass(frozen=True, slots=True)
class PaperSection:
    title: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Consent:
    """A sentence that was ticked, or not, and which version of its text was read."""

    title: Text
    tick: Text
    version: str
    """Empty when it was not ticked."""


@dataclass(frozen=True, slots=True)
class FormPaper:
    """One form on its own pages; an errand with several forms has one for each."""

    code: str
    name: Text
    sections: tuple[PaperSection, ...]
    consents: tuple[Consent, ...]
    signed: bool
    """Whether this form asks for a signature at all."""
    signature: Signature | None = field(repr=False)


def paper_of(
    sheet: Sheet,
    answers: Answers,
    today: date,
    *,
    edited: Iterable[FieldKey] = (),
    masked: bool = False,
) -> FormPaper:
    """The sheet of one form, for `today` as the day it was filled in; with `masked` as others may
    see it, without the signature."""
    facts = sheet.facts(answers, today)
    marks = frozenset(edited)
    form = sheet.forms[0]
    sections = (
        PaperSection(page.title, tuple(_cells(sheet, page, facts, marks, masked)))
        for page in sheet.pages
    )
    signatures = [
        asked.field.key
        for asked in sheet.every()
        if asked.field.kind is Kind.SIGNATURE and _is_asked(asked, facts)
    ]
    drawn = next(filter(None, map(facts.text, signatures)), "")
    return FormPaper(
        code=form.code,
        name=form.name,
        sections=tuple(section for section in sections if section.cells),
        consents=tuple(_consents(sheet, facts)),
        signed=bool(signatures),
        signature=None if masked else read_signature(drawn),
    )


def _is_asked(asked: Asked, facts: Facts) -> bool:
    return asked.visible.holds(facts) is True


def _cells(
    sheet: Sheet, page: Page, facts: Facts, marks: frozenset[FieldKey], masked: bool
) -> Iterator[Cell]:
    for asked in page.asked:
        if asked.field.kind in (Kind.CONSENT, Kind.SIGNATURE) or not _is_asked(asked, facts):
            continue
        answer = facts.text(asked.field.key)
        wide = asked.field.kind in _WIDE_KINDS or (
            asked.field.kind is Kind.TEXT and asked.field.max_length > _LONG_FIELD
        )
        if answer:
            row = row_of(asked.field, answer)
            yield Cell(row.label, _shown(row, masked), wide, asked.field.key in marks)
        else:
            yield Cell(asked.field.label, Text(zh="", en=""), wide, asked.field.key in marks)
    for row in quotient_rows(sheet, page, facts.answers):
        yield Cell(row.label, _shown(row, masked))


def _shown(row: Row, masked: bool) -> Text:
    return row.masked if masked else row.value


def _consents(sheet: Sheet, facts: Facts) -> Iterator[Consent]:
    for notice in sheet.notices_due(facts):
        yield _consent(notice, facts.text(notice.key))
    for asked in sheet.every():
        notice_code = asked.field.notice
        if notice_code is not None and _is_asked(asked, facts):
            yield _consent(sheet.notices[notice_code], facts.text(asked.field.key))


def _consent(notice: Notice, agreed: str) -> Consent:
    return Consent(notice.title, notice.tick, agreed)
