"""Turns one form's file into a form, with the places of all that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from common.domain.forms.conditions import ALWAYS, NEVER, AllOf, Condition
from common.domain.forms.field import FieldKey, NoticeCode
from common.domain.forms.form import Entry, Form, FormCode, Level, Quotient, Rule, Section
from common.domain.text import Text
from common.operations.form_files.conditions import read_condition
from common.operations.form_files.entries import AskedEntry, FormFile, PageEntry, RuleEntry
from common.operations.hall_file.document import Path
from common.operations.hall_file.references import Fault


@dataclass(frozen=True, slots=True)
class FormValue:
    """A form, and where its parts stand in its file."""

    form: Form
    faults: tuple[Fault, ...]
    """What is wrong with its conditions themselves."""
    conditions: tuple[tuple[Path, Condition], ...]


class _Conditions:
    """Reads the conditions of one file and keeps where they stand."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.placed: list[tuple[Path, Condition]] = []

    def read(self, given: Any, path: Path) -> Condition:
        condition = read_condition(given, path, lambda at, words: self.faults.append((at, words)))
        self.placed.append((path, condition))
        return condition


def form_value(file: FormFile) -> FormValue:
    """What `file` says; whether it fits the field dictionary is not looked at."""
    conditions = _Conditions()
    form = Form(
        code=FormCode(file.code),
        name=file.name.value(),
        services=tuple(file.services),
        bundles=tuple(file.bundles),
        sections=tuple(
            _section(page, ("pages", place), conditions) for place, page in enumerate(file.pages)
        ),
        rules=tuple(
            _rule(rule, ("rules", place), conditions) for place, rule in enumerate(file.rules)
        ),
        notices=tuple(map(NoticeCode, file.notices)),
        minors=tuple(map(FieldKey, file.minors)),
        quotients=tuple(
            Quotient(shown.label.value(), FieldKey(shown.divide), FieldKey(shown.by))
            for shown in file.shows
        ),
        retention_days=file.retention_days,
    )
    return FormValue(form, tuple(conditions.faults), tuple(conditions.placed))


def _section(page: PageEntry, path: Path, conditions: _Conditions) -> Section:
    together = ALWAYS if page.when is None else conditions.read(page.when, (*path, "when"))
    return Section(
        code=page.code,
        title=page.title.value(),
        entries=tuple(
            _entry(asked, (*path, "fields", place), together, conditions)
            for place, asked in enumerate(page.fields)
        ),
        last=page.last,
    )


def _entry(asked: AskedEntry, path: Path, together: Condition, conditions: _Conditions) -> Entry:
    visible = together
    if asked.when is not None:
        alone = conditions.read(asked.when, (*path, "when"))
        visible = alone if together == ALWAYS else AllOf((together, alone))
    if isinstance(asked.required, bool):
        return Entry(FieldKey(asked.field), visible, ALWAYS if asked.required else NEVER)
    return Entry(
        FieldKey(asked.field), visible, conditions.read(asked.required, (*path, "required"))
    )


def _rule(rule: RuleEntry, path: Path, conditions: _Conditions) -> Rule:
    if rule.must is None and rule.level is Level.FAULT:
        conditions.faults.append(((*path, "at"), _NO_MUST))
    return Rule(
        at=FieldKey(rule.at),
        must=NEVER if rule.must is None else conditions.read(rule.must, (*path, "must")),
        words=rule.words.value(),
        when=ALWAYS if rule.when is None else conditions.read(rule.when, (*path, "when")),
        level=rule.level,
    )


_NO_MUST = Text(
    zh="这条规则缺少“must”，请补上应满足的条件",
    en="this rule has no 'must'; add the condition that has to hold",
)
