"""A form as data: its pages, what must be filled in when, and what is told before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from common.domain.forms.conditions import ALWAYS, NEVER, Condition
from common.domain.forms.field import Field, FieldKey, NoticeCode
from common.domain.text import Text

FormCode = NewType("FormCode", str)
"""`F01`."""

PRIVACY = NoticeCode("privacy")
"""Who processes what for which purpose and for how long (the same law, article 17)."""
SENSITIVE = NoticeCode("sensitive")
"""A separate consent for sensitive information (article 29)."""
GUARDIAN = NoticeCode("guardian")
"""The consent of a guardian for a child under 14 (article 31)."""
OWN_NOTICES = frozenset({PRIVACY, SENSITIVE, GUARDIAN})
"""Shown by rules of our own; a form names any others."""

LONGEST_KEPT_DAYS = 7
"""After so many days a form that nobody fetched is erased, whatever a file says."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A text to read, and the sentence that a person ticks. Its answer is the version agreed to.

    `{hall}`, `{phone}`, `{days}` and `{fields}` stand for what only the moment knows.
    """

    code: NoticeCode
    title: Text
    text: Text
    tick: Text
    version: str

    @property
    def key(self) -> FieldKey:
        """Where the answers hold the consent of a notice that is no field of a form."""
        return FieldKey(f"notice.{self.code}")

    def told(self, hall: Text, phone: str, days: int, fields: Iterable[Field]) -> Text:
        """The text as it is read: `days` a form is kept, `fields` are the sensitive ones."""
        labels = [field.label for field in fields]
        zh = {"hall": hall.zh, "fields": "、".join(label.zh for label in labels)}
        en = {"hall": hall.en, "fields": ", ".join(label.en for label in labels)}
        both = {"phone": phone, "days": str(days)}
        return Text(zh=_filled_in(self.text.zh, zh | both), en=_filled_in(self.text.en, en | both))


@dataclass(frozen=True, slots=True)
class Entry:
    """A field's place in a form."""

    key: FieldKey
    visible: Condition = ALWAYS
    required: Condition = NEVER
    """While it is visible."""


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a form. Pages with the same code become one when forms are filled in together."""

    code: str
    title: Text
    entries: tuple[Entry, ...]
    last: bool = False
    """Comes after the pages of all other forms: consents and the signature."""


def _filled_in(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: words.get(found[1], found[0]), text)


class Level(StrEnum):
    """What a broken rule does."""

    FAULT = "fault"
    """The form cannot be finished."""
    WARNING = "warning"
    """The person is told and may go on."""
    CLERK = "clerk"
    """The clerk is told; the person is not bothered."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What the answers must be to each other."""

    at: FieldKey
    """The field at which it is told."""
    must: Condition
    words: Text
    """What to do."""
    when: Condition = ALWAYS
    level: Level = Level.FAULT

    def fields(self) -> Iterator[FieldKey]:
        yield self.at
        yield from self.must.fields()
        yield from self.when.fields()


@dataclass(frozen=True, slots=True)
class Quotient:
    """An amount that is computed and shown: the income of each member of a household."""

    label: Text
    dividend: FieldKey
    divisor: FieldKey


@dataclass(frozen=True, slots=True)
class Form:
    code: FormCode
    name: Text
    services: tuple[str, ...]
    """The codes of the hall's services that need it."""
    bundles: tuple[str, ...]
    """Bundles for which it stands instead of the forms of their services (一次表单)."""
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...] = ()
    notices: tuple[NoticeCode, ...] = ()
    """What is to be agreed to besides: an inquiry into the income."""
    minors: tuple[FieldKey, ...] = ()
    """Birth dates of those whose guardian must agree while they are under 14."""
    quotients: tuple[Quotient, ...] = ()
    retention_days: int = LONGEST_KEPT_DAYS
    """How long it is kept for somebody to fetch it."""

    def entries(self) -> Iterator[Entry]:
        for section in self.sections:
            yield from section.entries


@dataclass(frozen=True, slots=True)
class FormBook:
    """All forms of a hall, with the dictionary of fields and the notices that they share."""

    fields: Mapping[FieldKey, Field]
    notices: Mapping[NoticeCode, Notice]
    forms: Mapping[FormCode, Form]

    def forms_for(self, services: Iterable[str], bundle: str | None = None) -> tuple[Form, ...]:
        """The forms of an errand, each once. A bundle's own form stands for those of its services.

        Empty where nothing has to be filled in.
        """
        joint = [form for form in self.forms.values() if bundle in form.bundles]
        if joint:
            return tuple(joint)
        wanted = {
            form.code: form
            for service in services
            for form in self.forms.values()
            if service in form.services
        }
        return tuple(wanted.values())
