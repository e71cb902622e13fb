"""The forms of one errand laid over each other: every field once, on the pages of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from common.domain.forms.conditions import AllOf, AnyOf, Condition, Facts
from common.domain.forms.dates import age_on
from common.domain.forms.derivation import told_elsewhere, with_derived
from common.domain.forms.field import Answers, Field, FieldKey, Kind, NoticeCode, Privacy
from common.domain.forms.form import (
    GUARDIAN,
    PRIVACY,
    SENSITIVE,
    Entry,
    Form,
    FormBook,
    Notice,
    Quotient,
    Rule,
    Section,
)
from common.domain.text import Text

_CHILD = 14
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A field on a page, and when it is asked and needed."""

    field: Field
    visible: Condition
    required: Condition


@dataclass(frozen=True, slots=True)
class Page:
    code: str
    title: Text
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one person fills in, whether that makes one form or several."""

    forms: tuple[Form, ...]
    pages: tuple[Page, ...]
    rules: tuple[Rule, ...]
    quotients: tuple[Quotient, ...]
    notices: Mapping[NoticeCode, Notice]
    services: frozenset[str]
    is_working_day: Callable[[date], bool]

    @property
    def retention_days(self) -> int:
        """The shortest of its forms."""
        return min(form.retention_days for form in self.forms)

    def every(self) -> tuple[Asked, ...]:
        return tuple(asked for page in self.pages for asked in page.asked)

    def facts(self, answers: Answers, today: date) -> Facts:
        """What conditions see: answers to what is visible, with what follows from them.

        What was typed before another answer hid its field does not count any more.
        """
        fields = [asked.field for asked in self.every()]
        kept = {key: text for key, text in answers.items() if text}
        for _ in range(len(fields) + 1):  # One hidden field may hide another, and so on.
            seen = with_derived(fields, kept, today)
            facts = Facts(seen, today, self.services, self.is_working_day)
            hidden = {a.field.key for a in self.every() if a.visible.holds(facts) is not True}
            if hidden.isdisjoint(kept):
                break
            kept = {key: text for key, text in kept.items() if key not in hidden}
        return facts

    def kept(self, answers: Answers, today: date) -> Answers:
        """What goes to the counter: answers to what was asked, what follows from them, consents.

        Nothing of what was typed and hidden again.
        """
        known = {asked.field.key for asked in self.every()}
        known.update(notice.key for notice in self.notices.values())
        facts = self.facts(answers, today)
        return {key: text for key, text in facts.answers.items() if key in known}

    def visible(self, page: Page, facts: Facts) -> tuple[Asked, ...]:
        """What `page` asks now. A field that another answer tells already is not asked."""
        told = self.told_elsewhere(facts)
        return tuple(
            asked
            for asked in page.asked
            if asked.visible.holds(facts) is True and asked.field.key not in told
        )

    def told_elsewhere(self, facts: Facts) -> Mapping[FieldKey, FieldKey]:
        """The fields that are not asked, each with the one that tells it."""
        return told_elsewhere((asked.field for asked in self.every()), facts.answers)

    def notices_due(self, facts: Facts) -> tuple[Notice, ...]:
        """What is to be agreed to besides the fields that are consents themselves, in order."""
        on_pages = {asked.field.notice for asked in self.every()}
        due = [] if PRIVACY in on_pages else [PRIVACY]
        if self.sensitive_fields(facts):
            due.append(SENSITIVE)
        if any(_is_child(key, facts) for form in self.forms for key in form.minors):
            due.append(GUARDIAN)
        due.extend(code for form in self.forms for code in form.notices)
        return tuple(self.notices[code] for code in dict.fromkeys(due))

    def sensitive_fields(self, facts: Facts) -> tuple[Field, ...]:
        """What the separate notice has to name. A signature is asked for by itself."""
        return tuple(
            asked.field
            for asked in self.every()
            if asked.field.privacy is Privacy.SENSITIVE
            and asked.field.kind is not Kind.SIGNATURE
            and asked.visible.holds(facts) is True
        )


def _is_child(key: FieldKey, facts: Facts) -> bool:
    birth = facts.date(key)
    return birth is not None and age_on(birth, facts.today) < _CHILD


def _monday_to_friday(day: date) -> bool:
    return day.weekday() < _SATURDAY


def sheet_of(
    book: FormBook,
    forms: Sequence[Form],
    services: Iterable[str] = (),
    is_working_day: Callable[[date], bool] = _monday_to_friday,
) -> Sheet:
    """The sheet of `forms`, of which there is at least one.

    A field that several of them ask stands where the first has it; it is asked when one of them
    asks it, and needed when one of them needs it.
    """
    sections = [section for form in forms for section in form.sections]
    codes = dict.fromkeys(section.code for section in sections if not section.last)
    codes |= dict.fromkeys(section.code for section in sections if section.last)
    placed: set[FieldKey] = set()
    pages = (_page(book, code, sections, placed) for code in codes)
    return Sheet(
        forms=tuple(forms),
        pages=tuple(page for page in pages if page.asked),
        rules=tuple(dict.fromkeys(rule for form in forms for rule in form.rules)),
        quotients=tuple(dict.fromkeys(q for form in forms for q in form.quotients)),
        notices=book.notices,
        services=frozenset(services),
        is_working_day=is_working_day,
    )


def _page(book: FormBook, code: str, sections: list[Section], placed: set[FieldKey]) -> Page:
    mine = [section for section in sections if section.code == code]
    keys = dict.fromkeys(entry.key for section in mine for entry in section.entries)
    order = sorted(keys, key=lambda key: _PLACES.get(book.fields[key].kind, 0))
    everywhere = [entry for section in sections for entry in section.entries]
    asked = tuple(
        _asked(book.fields[key], [entry for entry in everywhere if entry.key == key])
        for key in order
        if key not in placed
    )
    placed.update(keys)
    return Page(code, mine[0].title, asked)


_PLACES = {Kind.CONSENT: 1, Kind.SIGNATURE: 2}
"""On each page consents come after all questions, and the signature after the consents."""


def _asked(field: Field, entries: list[Entry]) -> Asked:
    needed = tuple(AllOf((entry.visible, entry.required)) for entry in entries)
    if len(entries) == 1:
        return Asked(field, entries[0].visible, entries[0].required)
    return Asked(field, AnyOf(tuple(entry.visible for entry in entries)), AnyOf(needed))
