"""Never more rows than can be read, never a young call paged away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from display.view_models.paging import YOUNG, Leaf, calls_page, page_of
from tests.display.snapshots import NOW, call

AGES = st.lists(st.integers(0, 600), max_size=60).map(sorted)


def calls(ages: list[int]):
    return [call(f"FA{n:03d}", f"F{n:02d}", age) for n, age in enumerate(ages)]


def test_few_calls_stand_on_one_page():
    shown, leaf = calls_page(calls([5, 30, 60]), 8, turn=7, now=NOW)
    assert len(shown) == 3
    assert leaf == Leaf(1, 1)


def test_older_calls_take_turns_below_the_young_ones():
    values = calls([1, 2, 30, 31, 32, 33, 34])
    pages = [calls_page(values, 4, turn, NOW)[0] for turn in range(3)]
    assert [page[:2] for page in pages] == [tuple(values[:2])] * 3
    assert [page[2:] for page in pages] == [
        tuple(values[2:4]),
        tuple(values[4:6]),
        tuple(values[6:]),
    ]


@given(AGES, st.integers(1, 20), st.integers(0, 100))
def test_a_page_never_holds_more_than_fits_and_always_the_young(ages, capacity, turn):
    values = calls(ages)
    shown, _ = calls_page(values, capacity, turn, NOW)
    young = [each for each in values if NOW - each.at < YOUNG]
    assert len(shown) <= capacity
    assert list(shown[: len(young)]) == young[:capacity]


@given(AGES, st.integers(1, 20))
def test_every_call_has_its_turn(ages, capacity):
    values = calls(ages)
    _, leaf = calls_page(values, capacity, 0, NOW)
    seen = {
        each.number
        for turn in range(leaf.count)
        for each in calls_page(values, capacity, turn, NOW)[0]
    }
    crowded = sum(NOW - each.at < YOUNG for each in values) >= capacity
    assert crowded or seen == {each.number for each in values}


def test_pages_of_queues_go_round():
    assert [page_of("abcde", 2, turn)[0] for turn in range(4)] == [
        ("a", "b"),
        ("c", "d"),
        ("e",),
        ("a", "b"),
    ]
