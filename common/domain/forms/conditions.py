"""What may be said of the answers of a form: a small vocabulary, written as data.

A condition holds, does not hold, or cannot be said yet because an answer is missing (None): nobody
is blamed for what was not asked yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from common.domain.forms.codes import read_amount
from common.domain.forms.dates import age_on, months_before, read_date
from common.domain.forms.field import FOREVER, FieldKey

TODAY = FieldKey("today")
"""Stands for the date where a condition names a field."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions are judged by."""

    answers: Mapping[FieldKey, str] = field(repr=False)
    today: date
    services: frozenset[str]
    """The codes of what the person came for."""
    is_working_day: Callable[[date], bool]

    def text(self, key: FieldKey) -> str:
        return self.answers.get(key, "")

    def date(self, key: FieldKey) -> date | None:
        return self.today if key == TODAY else read_date(self.text(key))

    def amount(self, key: FieldKey) -> Decimal | None:
        return read_amount(self.text(key))


class Condition(Protocol):
    """One sentence about the answers."""

    def holds(self, facts: Facts) -> bool | None:
        """None while it cannot be said."""

    def fields(self) -> Iterator[FieldKey]:
        """The fields that it speaks of."""


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """The answer, or one of several choices, is among `values`."""

    field: FieldKey
    values: frozenset[str]

    def holds(self, facts: Facts) -> bool | None:
        answer = facts.text(self.field)
        return not self.values.isdisjoint(answer.split(",")) if answer else None

    def fields(self) -> Iterator[FieldKey]:
        yield self.field


@dataclass(frozen=True, slots=True)
class Filled:
    field: FieldKey

    def holds(self, facts: Facts) -> bool:
        return facts.text(self.field) != ""

    def fields(self) -> Iterator[FieldKey]:
        yield self.field


@dataclass(frozen=True, slots=True)
class ForService:
    """The person came for one of these services."""

    services: frozenset[str]

    def holds(self, facts: Facts) -> bool:
        return not self.services.isdisjoint(facts.services)

    def fields(self) -> Iterator[FieldKey]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Age:
    """Full years from `birth` to the date of `at`: at least so many, and fewer than so many."""

    birth: FieldKey
    at: FieldKey = TODAY
    at_least: int | None = None
    below: int | None = None

    def holds(self, facts: Facts) -> bool | None:
        birth, day = facts.date(self.birth), facts.date(self.at)
        if birth is None or day is None:
            return None
        age = age_on(birth, day)
        old_enough = self.at_least is None or age >= self.at_least
        return old_enough and (self.below is None or age < self.below)

    def fields(self) -> Iterator[FieldKey]:
        yield from _named(self.birth, self.at)


@dataclass(frozen=True, slots=True)
class NotAfter:
    """`first` is no later than `second`. A month and a day are compared by their months."""

    first: FieldKey
    second: FieldKey

    def holds(self, facts: Facts) -> bool | None:
        if facts.text(self.second) == FOREVER:
            return True if facts.text(self.first) else None
        second = facts.date(self.second)
        if second is None:
            return None
        if facts.text(self.first) == FOREVER:
            return False
        first = facts.date(self.first)
        if first is None:
            return None
        if any(len(facts.text(key)) == len("2026-11") for key in (self.first, self.second)):
            return (first.year, first.month) <= (second.year, second.month)
        return first <= second

    def fields(self) -> Iterator[FieldKey]:
        yield from _named(self.first, self.second)


@dataclass(frozen=True, slots=True)
class WithinMonths:
    """The date is no more than so many months ago."""

    field: FieldKey
    months: int

    def holds(self, facts: Facts) -> bool | None:
        day = facts.date(self.field)
        return None if day is None else day >= months_before(facts.today, self.months)

    def fields(self) -> Iterator[FieldKey]:
        yield from _named(self.field)


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """The hall works on that date."""

    field: FieldKey

    def holds(self, facts: Facts) -> bool | None:
        day = facts.date(self.field)
        return None if day is None else facts.is_working_day(day)

    def fields(self) -> Iterator[FieldKey]:
        yield from _named(self.field)


@dataclass(frozen=True, slots=True)
class Differ:
    """No two of these answers are the same."""

    keys: tuple[FieldKey, ...]

    def holds(self, facts: Facts) -> bool | None:
        given = [text for key in self.keys if (text := facts.text(key))]
        if len(set(given)) < len(given):
            return False
        return True if len(given) == len(self.keys) else None

    def fields(self) -> Iterator[FieldKey]:
        yield from self.keys


@dataclass(frozen=True, slots=True)
class Same:
    """All of these answers are the same."""

    keys: tuple[FieldKey, ...]

    def holds(self, facts: Facts) -> bool | None:
        given = [text for key in self.keys if (text := facts.text(key))]
        if len(set(given)) > 1:
            return False
        return True if len(given) == len(self.keys) else None

    def fields(self) -> Iterator[FieldKey]:
        yield from self.keys


class Relation(StrEnum):
    EQUALS = "equals"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


@dataclass(frozen=True, slots=True)
class Sum:
    """What the parts make together, against another amount."""

    parts: tuple[FieldKey, ...]
    relation: Relation
    total: FieldKey

    def holds(self, facts: Facts) -> bool | None:
        total = facts.amount(self.total)
        parts = [facts.amount(key) for key in self.parts]
        known = [part for part in parts if part is not None]
        if total is None or len(known) < len(parts):
            return None
        together = sum(known, Decimal())
        match self.relation:
            case Relation.EQUALS:
                return together == total
            case Relation.AT_MOST:
                return together <= total
            case Relation.AT_LEAST:
                return together >= total

    def fields(self) -> Iterator[FieldKey]:
        yield from (*self.parts, self.total)


@dataclass(frozen=True, slots=True)
class Contains:
    """The answer has one of these phrases in it, or ends with one."""

    field: FieldKey
    phrases: tuple[str, ...]
    at_the_end: bool = False

    def holds(self, facts: Facts) -> bool | None:
        answer = facts.text(self.field)
        if not answer:
            return None
        if self.at_the_end:
            return answer.endswith(self.phrases)
        return any(phrase in answer for phrase in self.phrases)

    def fields(self) -> Iterator[FieldKey]:
        yield self.field


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of them; without any, always."""

    conditions: tuple[Condition, ...] = ()

    def holds(self, facts: Facts) -> bool | None:
        held = [condition.holds(facts) for condition in self.conditions]
        if False in held:
            return False
        return None if None in held else True

    def fields(self) -> Iterator[FieldKey]:
        for condition in self.conditions:
            yield from condition.fields()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of them; without any, never."""

    conditions: tuple[Condition, ...] = ()

    def holds(self, facts: Facts) -> bool | None:
        held = [condition.holds(facts) for condition in self.conditions]
        if True in held:
            return True
        return None if None in held else False

    def fields(self) -> Iterator[FieldKey]:
        for condition in self.conditions:
            yield from condition.fields()


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition

    def holds(self, facts: Facts) -> bool | None:
        held = self.condition.holds(facts)
        return None if held is None else not held

    def fields(self) -> Iterator[FieldKey]:
        yield from self.condition.fields()


ALWAYS = AllOf()
NEVER = AnyOf()


def _named(*keys: FieldKey) -> Iterator[FieldKey]:
    yield from (key for key in keys if key != TODAY)
