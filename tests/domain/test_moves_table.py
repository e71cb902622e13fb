"""The table of allowed moves, tried from every state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.ticket import (
    ACTIVE,
    AT_COUNTER,
    ENDED,
    MOVE_ZH,
    MOVES,
    STATE_ZH,
    UNFINISHED,
    HoldKind,
    IllegalMove,
    Leg,
    LegState,
    Move,
    Outcome,
)

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
Act = Callable[[Leg], Leg]

ACTS: dict[Move, tuple[Act, ...]] = {
    Move.OPEN: (lambda leg: leg.open(),),
    Move.BLOCK: (lambda leg: leg.block(),),
    Move.UNBLOCK: (lambda leg: leg.unblock(),),
    Move.CALL: (lambda leg: leg.call("A01", NOON),),
    Move.RECALL: (lambda leg: leg.recall(NOON),),
    Move.SERVE: (lambda leg: leg.serve(NOON),),
    Move.FINISH: (lambda leg: leg.finish(Outcome.COMPLETED, 1, NOON),),
    Move.MISS: (lambda leg: leg.miss(NOON),),
    Move.REINSTATE: (lambda leg: leg.reinstate(NOON),),
    Move.HOLD: (lambda leg: leg.hold(HoldKind.PAPERS_LEFT, NOON),),
    Move.RESUME: (lambda leg: leg.resume_at("A02", NOON), lambda leg: leg.resume_in_line(NOON)),
    Move.TRANSFER: (lambda leg: leg.transfer(NOON),),
    Move.CANCEL: (lambda leg: leg.cancel(NOON),),
    Move.EXPIRE: (lambda leg: leg.expire(NOON),),
    Move.PUT_FIRST: (lambda leg: leg.put_first("P9"),),
    Move.RELEASE: (lambda leg: leg.release(),),
}
EVERY_ACT = [(move, act) for move, acts in ACTS.items() for act in acts]


def in_state(make_leg, state):
    """A leg as it looks when it is in `state`."""
    facts = {}
    if state in (*ACTIVE, LegState.MISSED):
        facts = {"counter": "A01", "called_at": NOON, "last_called_at": NOON, "times_called": 1}
    if state in (LegState.SERVING, LegState.HELD):
        facts["serving_since"] = NOON
    if state is LegState.HELD:
        facts["held_since"] = NOON
    return make_leg(state=state, **facts)


@pytest.mark.parametrize(("move", "act"), EVERY_ACT)
def test_every_move_is_in_the_table_or_refused(make_leg, move, act):
    for state in LegState:
        leg = in_state(make_leg, state)
        allowed = MOVES[move].get(state, ())
        if allowed:
            assert act(leg).state in allowed, state
            continue
        with pytest.raises(IllegalMove) as refused:
            act(leg)
        assert (refused.value.facts["move"], refused.value.facts["state"]) == (move, state)
        assert MOVE_ZH[move] in refused.value.text("zh")
        assert STATE_ZH[state] in refused.value.text("zh")


def test_every_target_in_the_table_is_reached(make_leg):
    reached = {
        (move, state, act(in_state(make_leg, state)).state)
        for move, act in EVERY_ACT
        for state in MOVES[move]
    }
    table = {
        (move, state, target)
        for move, rows in MOVES.items()
        for state, targets in rows.items()
        for target in targets
    }
    assert reached == table


def test_every_move_but_issue_stands_in_the_table():
    assert MOVES.keys() == set(Move) - {Move.ISSUE}


def test_what_is_over_never_moves_again():
    assert not any(state in ENDED for rows in MOVES.values() for state in rows)


def test_every_state_is_either_at_a_counter_unfinished_or_ended():
    groups = [*AT_COUNTER, *UNFINISHED, *ENDED]
    assert sorted(groups) == sorted(LegState)


@given(st.lists(st.sampled_from(EVERY_ACT), max_size=40))
def test_no_walk_leaves_the_table(make_leg, walk):
    leg = in_state(make_leg, LegState.PLANNED)
    for move, act in walk:
        try:
            after = act(leg)
        except IllegalMove:
            assert not MOVES[move].get(leg.state)
            continue
        assert after.state in MOVES[move][leg.state]
        assert (after.state is LegState.HELD) == (after.held_since is not None)
        assert after.state not in ACTIVE or (after.counter and after.called_at)
        assert after.state is not LegState.SERVING or after.serving_since
        assert not after.comes_back or after.only_counter
        assert after.held_seconds >= 0
        leg = after


def test_recall_does_not_restart_the_wait(make_leg):
    called = make_leg().call("A01", NOON)
    again = called.recall(NOON + timedelta(seconds=40))
    assert again.called_at == NOON
    assert (again.last_called_at, again.times_called) == (NOON + timedelta(seconds=40), 2)


def test_held_time_adds_up_over_several_holds(make_leg):
    leg = make_leg().call("A01", NOON).serve(NOON)
    for minutes in (5, 7):
        held = leg.hold(HoldKind.PAPERS_LEFT, NOON)
        leg = held.resume_at("A01", NOON + timedelta(minutes=minutes))
    assert leg.held_seconds == 12 * 60


def test_a_clock_that_went_back_makes_no_negative_hold(make_leg):
    held = make_leg().call("A01", NOON).serve(NOON).hold(HoldKind.PAPERS_LEFT, NOON)
    assert held.resume_at("A01", NOON - timedelta(hours=1)).held_seconds == 0


def test_what_ends_a_held_leg_ends_its_hold(make_leg):
    held = make_leg().call("A01", NOON).serve(NOON).hold(HoldKind.PAPERS_LEFT, NOON)
    for ended in (
        held.cancel(NOON + timedelta(minutes=3)),
        held.expire(NOON + timedelta(minutes=3)),
    ):
        assert (ended.held_since, ended.held_seconds) == (None, 180)


def test_service_began_when_it_first_began(make_leg):
    leg = make_leg().call("A01", NOON).serve(NOON).hold(HoldKind.PAPERS_LEFT, NOON)
    later = NOON + timedelta(minutes=9)
    again = leg.resume_in_line(later).call("A01", later).serve(later)
    assert again.serving_since == NOON


def test_someone_who_came_back_and_was_missed_has_no_second_jump(make_leg):
    held = make_leg().call("A01", NOON).serve(NOON).hold(HoldKind.PAPERS_LEFT, NOON)
    back = held.resume_in_line(NOON)
    assert (back.comes_back, back.only_counter) == (True, "A01")
    assert not back.call("A01", NOON).miss(NOON).reinstate(NOON).comes_back
