"""Appointments and walk-ins by turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from common.domain.hall import Policy, PolicyKind
from common.domain.ratio import Side, by_turns, side_in_turn, turns_that_count

ratios = st.builds(Policy, st.just(PolicyKind.RATIO), st.integers(1, 5), st.integers(1, 5))
turns_so_far = st.lists(st.sampled_from(Side), max_size=12)


def go_on(ratio, recent, turns):
    """The next `turns`, oldest first."""
    order = []
    for _ in range(turns):
        order.append(side_in_turn(ratio, [*reversed(order), *recent]))
    return order


def test_a_day_begins_with_the_appointments():
    one_to_two = Policy(PolicyKind.RATIO, 1, 2)
    booked, walk_in = Side.APPOINTMENT, Side.WALK_IN
    assert go_on(one_to_two, [], 6) == [booked, walk_in, walk_in] * 2


@given(ratios, turns_so_far)
def test_the_ratio_holds_from_the_first_round_whatever_went_before(ratio, recent):
    """As after a change of the ratio in the middle of a day."""
    length = ratio.appointments + ratio.walk_ins
    turns = go_on(ratio, recent, 3 * length)
    for start in range(2 * length + 1):
        taken = turns[start : start + length].count(Side.APPOINTMENT)
        assert taken == ratio.appointments


@given(ratios, turns_so_far)
def test_more_turns_than_count_change_nothing(ratio, recent):
    enough = recent[: turns_that_count(ratio)]
    assert side_in_turn(ratio, recent) is side_in_turn(ratio, enough)


def test_without_a_ratio_no_turn_counts():
    assert turns_that_count(Policy()) == 0
    assert turns_that_count(Policy(PolicyKind.ABSOLUTE)) == 0
    assert turns_that_count(Policy(PolicyKind.RATIO, 2, 3)) == 4


def test_when_one_side_is_empty_the_other_goes_on_alone():
    one_to_two = Policy(PolicyKind.RATIO, 1, 2)
    assert by_turns(one_to_two, "AB", "123456", []) == list("A12B3456")
    assert by_turns(one_to_two, "ABCD", "1", [Side.APPOINTMENT]) == list("1ABCD")
