"""Three kinds of hold, their time limit, and midnight."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from common import operations
from common.domain.ids import CounterCode
from common.domain.ticket import HoldKind, IllegalMove, LegState, Move
from common.operations.errors import HeldElsewhere, NotServedHere

F01, F02, B01 = map(CounterCode, ("F01", "F02", "B01"))
MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
TAKEN, LEFT, OTHER = HoldKind.PAPERS_TAKEN, HoldKind.PAPERS_LEFT, HoldKind.OTHER_STEP


@pytest.fixture
def held(store, take):
    """Serve the next number at F01 and put it on hold: `held(HoldKind.PAPERS_LEFT)`."""

    def held(kind, *wanted):
        take(*wanted)
        number = operations.call_next(store, F01).number
        operations.serve(store, F01)
        operations.hold(store, F01, kind=kind)
        return number

    return held


def state_of(store, number):
    return operations.timeline(store, number).state


# Where a person comes back


@pytest.mark.parametrize("kind", HoldKind)
def test_the_counter_that_held_may_always_go_on(store, held, kind):
    number = held(kind)
    assert operations.resume(store, number, F01).state is LegState.SERVING


def test_who_took_the_papers_may_go_on_at_any_counter_of_the_queue(store, held):
    number = held(TAKEN)
    assert [h.number for h in operations.desk(store, F02).held_elsewhere] == [number]
    moved = operations.resume(store, number, F02)
    assert (moved.state, moved.counter) == (LegState.SERVING, "F02")


def test_but_not_at_a_counter_of_other_queues(store, held):
    number = held(TAKEN)
    assert operations.desk(store, B01).held_elsewhere == ()
    with pytest.raises(NotServedHere):
        operations.resume(store, number, B01)
    assert state_of(store, number) is LegState.HELD


@pytest.mark.parametrize("kind", [LEFT, OTHER])
def test_who_left_the_papers_goes_on_where_they_are(store, held, kind):
    number = held(kind)
    assert operations.desk(store, F02).held_elsewhere == ()
    with pytest.raises(HeldElsewhere, match="F01") as refused:
        operations.resume(store, number, F02)
    assert refused.value.facts["counter"] == "F01"


@pytest.mark.parametrize("kind", [LEFT, OTHER])
def test_in_line_they_are_next_where_the_papers_are(store, held, take, clock, kind):
    number = held(kind)
    take(priority="P2")
    clock.advance(minutes=30)
    operations.resume(store, number)
    assert operations.call_next(store, F02).number == "FA002"
    assert operations.call_next(store, F01).number == number


def test_in_line_who_took_the_papers_waits_by_seniority_for_any_counter(store, held, take, clock):
    number = held(TAKEN)
    clock.advance(minutes=5)
    take()
    clock.advance(minutes=5)
    operations.resume(store, number)
    assert operations.call_next(store, F02).number == number


def test_the_record_and_the_desk_know_the_kind(store, held):
    number = held(OTHER)
    assert operations.timeline(store, number).events[-1].facts["kind"] == "other_step"
    assert operations.desk(store, F01).held[0].hold_kind is OTHER


def test_only_a_held_number_is_resumed(store, take):
    with pytest.raises(IllegalMove):
        operations.resume(store, take().number, F01)


# The time limit


def test_after_the_limit_a_hold_is_overdue_at_its_desk(store, held, clock):
    held(LEFT)
    (shown,) = operations.desk(store, F01).held
    assert shown.overdue_at == clock() + timedelta(minutes=60)
    assert [c.overdue for c in operations.counters(store) if c.counter.code == F01] == [()]
    clock.advance(minutes=61)
    (now,) = (c for c in operations.counters(store) if c.counter.code == F01)
    assert (now.overdue, now.alarms) == (("FA001",), (operations.CounterAlarm.HOLD_OVERDUE,))


def test_who_left_with_the_papers_and_stays_away_is_missed_when_the_counter_calls(
    store, held, clock, take
):
    number = held(TAKEN)
    clock.advance(minutes=60)
    operations.call_next(store, F01)
    assert state_of(store, number) is LegState.HELD, "the limit is not over yet"
    clock.advance(seconds=1)
    assert operations.call_next(store, F01) is None
    told = operations.timeline(store, number)
    assert told.state is LegState.MISSED
    assert told.events[-1].move is Move.MISS
    assert told.events[-1].facts["held_over_minutes"] == 60
    assert told.legs[0].held_seconds == 60 * 60 + 1


def test_they_may_come_back_by_the_halls_rule(store, held, clock):
    number = held(TAKEN)
    clock.advance(hours=2)
    operations.call_next(store, F01)
    operations.reinstate(store, number)
    assert operations.call_next(store, F02).number == number


@pytest.mark.parametrize("kind", [LEFT, OTHER])
def test_who_left_the_papers_never_lapses(store, held, clock, kind):
    number = held(kind)
    clock.advance(hours=5)
    operations.call_next(store, F01)
    assert operations.resume(store, number, F01).state is LegState.SERVING


def test_another_counter_lets_no_hold_lapse(store, held, clock, take):
    number = held(TAKEN)
    clock.advance(hours=2)
    take()
    operations.call_next(store, F02)
    assert state_of(store, number) is LegState.HELD


def test_a_lapsed_hold_frees_the_other_legs_of_the_errand(store, held, clock):
    number = held(TAKEN, "FA002", "BA001")
    assert operations.call_next(store, B01) is None, "on hold at F01"
    clock.advance(hours=2)
    operations.call_next(store, F01)
    assert operations.call_next(store, B01).number == number


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    spells=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 3500)), min_size=1, max_size=5)
)
def test_held_time_is_never_service_time(store, take, clock, spells):
    clock.set(MORNING)
    number = take().number
    operations.call_next(store, F01)
    operations.serve(store, F01)
    for served, on_hold in spells:
        clock.advance(seconds=served)
        operations.hold(store, F01)
        clock.advance(seconds=on_hold)
        operations.resume(store, number, F01)
    operations.finish(store, F01)
    (leg,) = operations.timeline(store, number).legs
    assert leg.held_seconds == sum(on_hold for _, on_hold in spells)
    service = (leg.ended_at - leg.serving_since).total_seconds() - leg.held_seconds
    assert service == sum(served for served, _ in spells)


# Midnight


def late(clock):
    """Ten minutes to midnight in the hall."""
    clock.advance(hours=14, minutes=20)


@pytest.mark.parametrize("kind", [LEFT, OTHER])
def test_a_hold_of_the_evening_goes_on_after_midnight(store, held, clock, kind):
    number = held(kind)
    operations.resume(store, number, F01)
    late(clock)
    operations.hold(store, F01, kind=kind)
    clock.advance(minutes=30)
    assert operations.expire_past_days(store) == 0
    assert [h.number for h in operations.desk(store, F01).held] == [number]
    assert operations.resume(store, number, F01).state is LegState.SERVING
    operations.finish(store, F01)


def test_the_other_legs_of_who_is_in_the_hall_stay_too(store, take, clock):
    number = take("FA002", "BA001").number
    operations.call_next(store, F01)
    operations.serve(store, F01)
    clock.advance(days=1)
    assert operations.expire_past_days(store) == 0
    operations.finish(store, F01)
    assert operations.call_next(store, B01).number == number


def test_a_hold_of_the_morning_is_over_at_midnight(store, held, clock):
    number = held(LEFT)
    day = operations.timeline(store, number).ticket.day
    clock.advance(hours=15)
    assert operations.expire_past_days(store) == 1
    assert operations.timeline(store, number, day).state is LegState.EXPIRED


def test_who_took_the_papers_home_does_not_come_back_tomorrow(store, held, clock):
    held(TAKEN)
    clock.advance(hours=15)
    assert operations.expire_past_days(store) == 1


def test_a_number_is_todays_first_and_yesterdays_only_while_it_is_open(store, held, take, clock):
    number = held(LEFT)
    yesterday = operations.timeline(store, number).ticket.day
    clock.advance(days=1)
    assert operations.timeline(store, number).ticket.day == yesterday
    operations.resume(store, number, F01)
    operations.finish(store, F01)
    assert take().number == number
    assert operations.timeline(store, number).ticket.day > yesterday
