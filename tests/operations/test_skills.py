"""A counter calls what its clerk is trained for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common import operations
from common.domain.ids import RequestId
from common.domain.ticket import Move
from common.operations.errors import NotServedHere, NotTrained

DEMO = "jiaohao-demo"
TRAINEE = "z07"
"""Trained for FA alone; F01 serves FA and FD, A01 neither."""


def numbers(people):
    return [one.number for one in people]


@pytest.fixture
def two_queues(store, take, clock):
    """FD came first, then FA; both are queues of F01."""
    older = take("FD001").number
    clock.advance(minutes=3)
    return older, take("FA002").number


def test_a_trainee_calls_only_their_queues(store, two_queues):
    _, trained = two_queues
    assert operations.call_next(store, "F01", TRAINEE).number == trained


def test_who_is_trained_for_all_calls_all(store, two_queues):
    older, _ = two_queues
    assert operations.call_next(store, "F01", "f01").number == older


def test_nobody_in_particular_calls_all(store, two_queues):
    older, _ = two_queues
    assert operations.call_next(store, "F01").number == older


def test_a_counter_of_other_queues_has_nothing_for_a_trainee(store, two_queues, take):
    take("AA001")
    assert operations.call_next(store, "A01", TRAINEE) is None


def test_a_trainee_cannot_choose_what_they_are_not_trained_for(store, two_queues, take):
    older, trained = two_queues
    with pytest.raises(NotTrained, match="FD"):
        operations.call_number(store, "F01", older, "they asked", TRAINEE)
    elsewhere = take("AA001").number
    with pytest.raises(NotServedHere):
        operations.call_number(store, "F01", elsewhere, "they asked", TRAINEE)
    assert operations.call_number(store, "F01", trained, "they asked", TRAINEE).number == trained


def test_whoever_was_sent_to_this_very_counter_is_called_all_the_same(store, take):
    number = take("BA001").number
    operations.call_next(store, "B01")
    operations.serve(store, "B01")
    operations.transfer(store, "B01", "F01")
    operations.sign_in(store, "F01", TRAINEE, DEMO)
    assert numbers(operations.desk(store, "F01").waiting) == [number]
    assert operations.call_next(store, "F01", TRAINEE).number == number


def test_the_desk_shows_what_its_clerk_may_call(store, two_queues):
    older, trained = two_queues
    assert numbers(operations.desk(store, "F01").waiting) == [older, trained]
    session = operations.sign_in(store, "F01", TRAINEE, DEMO)
    view = operations.desk(store, "F01")
    assert numbers(view.waiting) == [trained]
    assert [queue.code for queue in view.queues] == ["FA"]
    operations.sign_out(store, session.id)
    assert len(operations.desk(store, "F01").queues) > 1


def test_new_skills_count_from_the_next_call(store, two_queues):
    older, _ = two_queues
    operations.change_clerk(store, TRAINEE, skills=["FA", "FD"])
    assert operations.call_next(store, "F01", TRAINEE).number == older


def test_a_code_within_another_is_no_skill(store, two_queues):
    """FA is not among the skills of somebody who is trained for AFA, had the hall such a queue."""
    with store.write() as tx:
        clerk = tx.staff.clerk(TRAINEE)
        tx.staff.change(replace(clerk, skills=("AFA", "FAB")))
    assert operations.call_next(store, "F01", TRAINEE) is None


def test_each_act_carries_its_person(store, take):
    take("FA002")
    operations.call_next(store, "F01", TRAINEE, RequestId(operations.new_id()))
    operations.serve(store, "F01", TRAINEE)
    moved = operations.finish(store, "F01", clerk=TRAINEE)
    with store.read() as tx:
        events = [e for e in tx.events_of(moved.ticket) if e.move is not Move.ISSUE]
    assert {event.clerk for event in events} == {TRAINEE}
