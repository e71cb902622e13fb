"""How far a sheet is filled in, and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from common.domain.forms import checks
from common.domain.forms.conditions import Facts
from common.domain.forms.derivation import document_of
from common.domain.forms.field import Answers, Field, FieldKey, Kind
from common.domain.forms.form import Level, Notice
from common.domain.forms.sheet import Asked, Page, Sheet
from common.domain.text import Text


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one field, or with one notice, and what to do."""

    key: FieldKey
    words: Text
    level: Level = Level.FAULT
    missing: bool = False
    """Not answered yet: told when a page is left, not before."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one page is."""

    page: Page
    asked: tuple[Asked, ...]
    """What it asks now; nothing where the page can be passed over."""
    needed: int
    done: int
    """Of the needed ones, those that are answered and right."""
    faults: tuple[Fault, ...]

    @property
    def complete(self) -> bool:
        return not any(fault.level is Level.FAULT for fault in self.faults)


def tidy_answers(sheet: Sheet, answers: Answers) -> dict[FieldKey, str]:
    """All answers in the shape in which they are kept, without those to no field of the sheet."""
    tidied = {
        asked.field.key: checks.tidy(asked.field, answers[asked.field.key]).value
        for asked in sheet.every()
        if answers.get(asked.field.key)
    }
    consents = {notice.key for notice in sheet.notices.values()} & answers.keys()
    return tidied | {key: answers[key] for key in consents}


def fault_at(sheet: Sheet, answers: Answers, key: FieldKey, today: date) -> Fault | None:
    """What to tell at once at the field `key`; None too where nothing was typed yet."""
    told = [fault for fault in faults(sheet, answers, today) if fault.key == key]
    return next((f for f in told if not f.missing and f.level is not Level.CLERK), None)


def faults(sheet: Sheet, answers: Answers, today: date) -> tuple[Fault, ...]:
    """All that is wrong, in the order of the pages; at one field the graver first.

    Those of `Level.CLERK` are for the counter alone.
    """
    facts = sheet.facts(answers, today)
    found = [*_of_notices(sheet, facts), *_of_fields(sheet, facts), *_of_rules(sheet, facts)]
    places = {asked.field.key: place for place, asked in enumerate(sheet.every())}
    grades = list(Level)
    return tuple(sorted(found, key=lambda f: (places.get(f.key, -1), grades.index(f.level))))


def is_finished(sheet: Sheet, answers: Answers, today: date) -> bool:
    """Whether it may go to the counter."""
    return not any(fault.level is Level.FAULT for fault in faults(sheet, answers, today))


def progress(sheet: Sheet, answers: Answers, today: date) -> tuple[Progress, ...]:
    """Each page in order."""
    facts = sheet.facts(answers, today)
    found = [f for f in faults(sheet, answers, today) if f.level is not Level.CLERK]
    return tuple(_page_progress(sheet, page, facts, found) for page in sheet.pages)


def _page_progress(sheet: Sheet, page: Page, facts: Facts, found: list[Fault]) -> Progress:
    asked = sheet.visible(page, facts)
    mine = tuple(f for f in found if any(f.key == one.field.key for one in asked))
    wrong = {fault.key for fault in mine if fault.level is Level.FAULT}
    needed = [one.field.key for one in asked if one.required.holds(facts) is True]
    return Progress(page, asked, len(needed), sum(key not in wrong for key in needed), mine)


def _of_notices(sheet: Sheet, facts: Facts) -> Iterator[Fault]:
    for notice in sheet.notices_due(facts):
        fault = _consent_fault(notice.key, notice, facts.text(notice.key))
        if fault is not None:
            yield fault


def _of_fields(sheet: Sheet, facts: Facts) -> Iterator[Fault]:
    for page in sheet.pages:
        for asked in sheet.visible(page, facts):
            yield from _of_field(sheet, asked, facts)


def _of_field(sheet: Sheet, asked: Asked, facts: Facts) -> Iterator[Fault]:
    field, value = asked.field, facts.text(asked.field.key)
    if not value:
        if asked.required.holds(facts) is True:
            yield Fault(field.key, _missing(field), missing=True)
        return
    if field.kind is Kind.CONSENT and field.notice is not None:
        outdated = _consent_fault(field.key, sheet.notices[field.notice], value)
        if outdated is not None:
            yield outdated
        return
    words = checks.fault(field, value, facts.today, document_of(field, facts.answers))
    if words is not None:
        yield Fault(field.key, words)
        return
    hint = checks.caution(field, value)
    if hint is not None:
        yield Fault(field.key, hint, Level.WARNING)


def _of_rules(sheet: Sheet, facts: Facts) -> Iterator[Fault]:
    """A rule about what is not asked is told where the person can change it."""
    told = sheet.told_elsewhere(facts)
    open_fields = {a.field.key for page in sheet.pages for a in sheet.visible(page, facts)}
    for rule in sheet.rules:
        at = told.get(rule.at, rule.at)
        if at in open_fields and rule.when.holds(facts) is True and rule.must.holds(facts) is False:
            yield Fault(at, rule.words, rule.level)


def _consent_fault(key: FieldKey, notice: Notice, agreed: str) -> Fault | None:
    if agreed == notice.version:
        return None
    return Fault(key, _TEXT_CHANGED, missing=False) if agreed else Fault(key, _TICK, missing=True)


def _missing(field: Field) -> Text:
    match field.kind:
        case Kind.CHOICE | Kind.MULTI:
            return Text(zh=f"请选择{field.label.zh}", en=f"Choose: {field.label.en}")
        case Kind.CONSENT:
            return _TICK
        case Kind.SIGNATURE:
            return Text(zh="请在此签名", en="Sign here")
        case _:
            return Text(zh=f"请填写{field.label.zh}", en=f"Fill in: {field.label.en}")


_TICK = Text(zh="请阅读后勾选", en="Read it, then tick the box")
_TEXT_CHANGED = Text(
    zh="告知内容已更新，请重新阅读并勾选",
    en="This text has changed; read it again and tick the box",
)
