"""The vocabulary in which forms say when, and what must be."""

from __future__ import annotations

from datetime import date

import pytest

from common.domain.forms import conditions as say
from common.domain.forms.conditions import TODAY, Facts, Relation
from common.domain.forms.field import FOREVER

NOW = date(2026, 11, 22)


def holds(condition: say.Condition, **answers: str) -> bool | None:
    facts = Facts(
        {f"a.{key}": value for key, value in answers.items()},  # type: ignore[misc]
        NOW,
        frozenset({"S1"}),
        lambda day: day.weekday() < 5,
    )
    return condition.holds(facts)


A, B, C = (say.FieldKey(f"a.{key}") for key in ("x", "y", "z"))


def test_nobody_is_blamed_for_what_was_not_asked_yet():
    for condition in (
        say.IsOneOf(A, frozenset({"1"})),
        say.Age(A, at_least=16),
        say.NotAfter(A, B),
        say.WithinMonths(A, 12),
        say.WorkingDay(A),
        say.Differ((A, B)),
        say.Same((A, B)),
        say.Sum((A, B), Relation.EQUALS, C),
        say.Contains(A, ("x",)),
    ):
        assert holds(condition) is None
        assert holds(say.Not(condition)) is None


def test_an_answer_is_one_of_several_and_so_is_one_of_several_choices():
    either = say.IsOneOf(A, frozenset({"1", "2"}))
    assert holds(either, x="2") is True
    assert holds(either, x="3") is False
    assert holds(either, x="3,1") is True


def test_an_age_is_reckoned_on_the_day_that_counts():
    grown = say.Age(A, at=B, at_least=16)
    assert holds(grown, x="2009-09-02", y="2025-09-01") is False
    assert holds(grown, x="2009-09-01", y="2025-09-01") is True
    young = say.Age(A, below=14)
    assert holds(young, x="2012-11-23") is True
    assert holds(young, x="2012-11-22") is False
    assert holds(say.Age(A, at_least=16, below=18), x="2009-11-22") is True


@pytest.mark.parametrize(
    ("first", "second", "held"),
    [
        ("2026-01-01", "2026-01-01", True),
        ("2026-01-02", "2026-01-01", False),
        ("2026-01-02", "2026-01", True),
        ("2026-02", "2026-01-31", False),
        (FOREVER, "2026-01-01", False),
        (FOREVER, FOREVER, True),
        ("2026-01-01", FOREVER, True),
        ("not a date", "2026-01-01", None),
    ],
)
def test_dates_are_compared_and_months_by_their_months(first, second, held):
    assert holds(say.NotAfter(A, B), x=first, y=second) is held


def test_today_is_a_date_like_any_other():
    assert holds(say.NotAfter(A, TODAY), x="2026-11-22") is True
    assert holds(say.NotAfter(TODAY, A), x="2026-11-21") is False


def test_months_are_counted_back_to_the_end_of_shorter_ones():
    assert holds(say.WithinMonths(A, 12), x="2025-11-22") is True
    assert holds(say.WithinMonths(A, 12), x="2025-11-21") is False
    assert say.months_before(date(2026, 3, 31), 1) == date(2026, 2, 28)
    assert say.months_before(date(2024, 3, 31), 1) == date(2024, 2, 29)
    assert say.months_before(date(2026, 1, 15), 13) == date(2024, 12, 15)


def test_a_working_day_is_one_of_the_halls():
    assert holds(say.WorkingDay(A), x="2026-11-23") is True
    assert holds(say.WorkingDay(A), x="2026-11-22") is False


def test_answers_differ_or_are_the_same():
    assert holds(say.Differ((A, B)), x="1", y="2") is True
    assert holds(say.Differ((A, B, C)), x="1", z="1") is False
    assert holds(say.Same((A, B)), x="1", y="1") is True
    assert holds(say.Same((A, B)), x="1", y="2") is False


@pytest.mark.parametrize(
    ("relation", "total", "held"),
    [
        (Relation.EQUALS, "0.30", True),
        (Relation.EQUALS, "0.31", False),
        (Relation.AT_MOST, "0.29", False),
        (Relation.AT_LEAST, "0.29", True),
    ],
)
def test_amounts_are_added_to_the_cent(relation, total, held):
    assert holds(say.Sum((A, B), relation, C), x="0.10", y="0.20", z=total) is held


def test_a_phrase_stands_anywhere_or_at_the_end():
    assert holds(say.Contains(A, ("餐饮", "食品")), x="销售食品") is True
    assert holds(say.Contains(A, ("有限公司",), at_the_end=True), x="甲有限公司") is True
    assert holds(say.Contains(A, ("有限公司",), at_the_end=True), x="有限公司甲") is False


def test_conditions_are_joined_and_what_is_unknown_stays_unknown_only_where_it_matters():
    yes, no, unknown = say.ALWAYS, say.NEVER, say.Filled(A)
    unsaid = say.IsOneOf(B, frozenset({"1"}))
    assert holds(say.AllOf((yes, no, unsaid))) is False
    assert holds(say.AllOf((yes, unsaid))) is None
    assert holds(say.AnyOf((no, yes, unsaid))) is True
    assert holds(say.AnyOf((no, unsaid))) is None
    assert holds(say.Not(unknown)) is True
    assert holds(say.Not(unknown), x="1") is False


def test_what_the_person_came_for_counts():
    assert holds(say.ForService(frozenset({"S1", "S2"}))) is True
    assert holds(say.ForService(frozenset({"S2"}))) is False


def test_a_condition_names_the_fields_that_it_speaks_of():
    both = say.AllOf((say.Age(A, at=B, at_least=1), say.Not(say.AnyOf((say.NotAfter(TODAY, C),)))))
    assert list(both.fields()) == [A, B, C]
