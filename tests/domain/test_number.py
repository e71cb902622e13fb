"""Ticket numbers as printed, called and typed."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.number import PREFIX, as_typed, ticket_number


@pytest.mark.parametrize(
    ("sequence", "number"),
    [(1, "FA001"), (999, "FA999"), (1000, "FA1000"), (9999, "FA9999"), (10000, "FA10000")],
)
def test_three_digits_then_four_after_999(sequence, number):
    assert ticket_number("FA", sequence) == number


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_different_sequences_are_different_numbers(one, other):
    assert (ticket_number("A", one) == ticket_number("A", other)) == (one == other)


@pytest.mark.parametrize("prefix", ["A", "FA", "ZZZ", "HJ", "NP"])
def test_a_prefix_is_one_to_three_capital_letters(prefix):
    assert PREFIX.fullmatch(prefix)


@pytest.mark.parametrize("prefix", ["", "AAAA", "fa", "A1", "I", "O", "AI", "OA", "A ", "Ａ", "号"])
def test_a_prefix_has_no_letter_that_is_read_as_a_digit(prefix):
    assert not PREFIX.fullmatch(prefix)


@pytest.mark.parametrize("typed", ["fa006", " FA006 ", "Fa 006", "f a 0 0 6", "\tFA006\n"])
def test_people_type_a_number_as_they_like(typed):
    assert as_typed(typed) == "FA006"


@given(st.text(alphabet=string.ascii_letters + string.digits + " "))
def test_reading_what_was_typed_twice_changes_nothing(typed):
    assert as_typed(as_typed(typed)) == as_typed(typed)
