"""Nobody comes: spacing and limit of calls, and the three rules of coming back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from common import operations
from common.domain.hall import ReinstateRule
from common.domain.ids import CounterCode
from common.domain.ticket import IllegalMove, LegState
from common.operations.errors import (
    CounterIdle,
    MissTooSoon,
    RecallLimit,
    RecallTooSoon,
    ReinstateLimit,
    ReinstateNever,
    TooFewCalls,
)

F01 = CounterCode("F01")


@pytest.fixture
def rule(store):
    """Change the hall's rules: `rule(reinstate_limit=2)`."""

    def rule(**changes):
        with store.write() as tx:
            tx.write_hall(replace(tx.hall, rules=replace(tx.hall.rules, **changes)))

    return rule


def leg_of(store, number):
    return operations.timeline(store, number).legs[-1]


def numbers(store, queue="FA"):
    (line,) = operations.line(store, queue)
    return [waiting.number for waiting in line.waiting]


# Spacing and limit


def test_a_second_call_waits_for_the_spacing_and_says_how_long(store, take, clock):
    take()
    operations.call_next(store, F01)
    clock.advance(seconds=5)
    with pytest.raises(RecallTooSoon) as refused:
        operations.recall(store, F01)
    assert refused.value.facts["seconds"] == 15
    assert "15 秒" in refused.value.text("zh")
    clock.advance(seconds=14.5)
    with pytest.raises(RecallTooSoon, match="in 1 s"):
        operations.recall(store, F01)
    clock.advance(seconds=0.5)
    assert operations.recall(store, F01).state is LegState.CALLED


def test_the_spacing_counts_from_the_latest_call(store, take, clock):
    take()
    operations.call_next(store, F01)
    clock.advance(seconds=20)
    operations.recall(store, F01)
    clock.advance(seconds=19)
    with pytest.raises(RecallTooSoon):
        operations.recall(store, F01)


def test_a_number_is_called_three_times_and_no_more(store, take, clock):
    number = take().number
    operations.call_next(store, F01)
    for _ in range(2):
        clock.advance(minutes=1)
        operations.recall(store, F01)
    clock.advance(minutes=1)
    with pytest.raises(RecallLimit, match="3 times"):
        operations.recall(store, F01)
    assert leg_of(store, number).times_called == 3


def test_a_number_is_missed_only_after_three_calls(store, take, clock):
    number = take().number
    operations.call_next(store, F01)
    for left in (2, 1):
        clock.advance(minutes=1)
        with pytest.raises(TooFewCalls) as refused:
            operations.miss(store, F01)
        assert refused.value.facts["left"] == left
        operations.recall(store, F01)
    with pytest.raises(MissTooSoon, match="Wait 20 s"):
        operations.miss(store, F01)
    clock.advance(seconds=20)
    assert operations.miss(store, F01).state is LegState.MISSED
    assert leg_of(store, number).ended_at is None


def test_a_hall_that_calls_once_misses_after_the_spacing(store, take, clock, rule):
    rule(calls_before_miss=1, call_spacing=timedelta(seconds=5))
    take()
    operations.call_next(store, F01)
    with pytest.raises(RecallLimit):
        operations.recall(store, F01)
    clock.advance(seconds=5)
    operations.miss(store, F01)


def test_a_clock_set_back_an_hour_makes_nobody_wait_an_hour(store, take, clock):
    take()
    operations.call_next(store, F01)
    clock.advance(hours=-1)
    operations.recall(store, F01)


def test_what_is_refused_leaves_no_trace(store, take, clock):
    number = take().number
    operations.call_next(store, F01)
    before = operations.timeline(store, number)
    for verb in (operations.recall, operations.miss):
        with pytest.raises((RecallTooSoon, TooFewCalls)):
            verb(store, F01)
    assert operations.timeline(store, number) == before


def test_a_person_who_is_served_is_neither_recalled_nor_missed(store, take, clock):
    take()
    operations.call_next(store, F01)
    operations.serve(store, F01)
    clock.advance(minutes=1)
    for verb in (operations.recall, operations.miss):
        with pytest.raises(IllegalMove):
            verb(store, F01)


def test_an_idle_counter_misses_nobody(store):
    with pytest.raises(CounterIdle):
        operations.miss(store, F01)


def test_the_calls_of_an_earlier_turn_do_not_count(store, take, clock, call_in_vain):
    number = take().number
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    operations.reinstate(store, number)
    operations.call_next(store, F01)
    assert leg_of(store, number).times_called == 1
    clock.advance(seconds=20)
    with pytest.raises(TooFewCalls, match="2 to go"):
        operations.miss(store, F01)


def test_the_desk_knows_when_it_may_call_again_and_how_often(store, take, clock):
    take()
    operations.call_next(store, F01)
    current = operations.desk(store, F01).current
    assert (current.calls_left, current.next_call_at) == (2, clock() + timedelta(seconds=20))


# Coming back


@pytest.fixture
def missed(store, take, clock, call_in_vain):
    """FA001 is missed while five others wait."""
    for _ in range(6):
        take()
        clock.advance(minutes=1)
    number = operations.call_next(store, F01).number
    call_in_vain(store, F01)
    operations.miss(store, F01)
    return number


def test_behind_so_many_others_as_the_hall_says(store, missed, rule):
    rule(reinstate_after=2)
    operations.reinstate(store, missed)
    assert numbers(store) == ["FA002", "FA003", "FA001", "FA004", "FA005", "FA006"]


def test_at_the_end_of_the_lane(store, missed, rule, take):
    rule(reinstate=ReinstateRule.END)
    operations.reinstate(store, missed)
    assert numbers(store)[-1] == missed
    take()
    assert numbers(store)[-2:] == [missed, "FA007"], "but before who comes later"


def test_at_the_end_of_the_lane_with_a_clock_that_was_set_back(store, missed, rule, clock):
    rule(reinstate=ReinstateRule.END)
    clock.advance(hours=-1)
    operations.reinstate(store, missed)
    assert numbers(store)[-1] == missed


def test_never(store, missed, rule):
    rule(reinstate=ReinstateRule.NEVER)
    with pytest.raises(ReinstateNever) as refused:
        operations.reinstate(store, missed)
    assert "重新取号" in refused.value.text("zh")
    assert operations.timeline(store, missed).state is LegState.MISSED


def test_only_a_missed_number_meets_the_rule(store, take, rule):
    rule(reinstate=ReinstateRule.NEVER)
    with pytest.raises(IllegalMove):
        operations.reinstate(store, take().number)


@pytest.mark.parametrize("limit", [0, 2])
def test_no_more_often_than_the_limit(store, missed, rule, call_in_vain, limit):
    rule(reinstate_limit=limit, reinstate_after=0)
    for _ in range(limit):
        operations.reinstate(store, missed)
        operations.call_number(store, F01, missed, "back")
        call_in_vain(store, F01)
        operations.miss(store, F01)
    with pytest.raises(ReinstateLimit):
        operations.reinstate(store, missed)
