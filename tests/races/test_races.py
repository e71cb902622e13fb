"""Many counters and kiosks at once: no number twice, none called twice, none forgotten."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import replace

import pytest

from common import operations
from common.domain.ticket import LegState, Move
from common.store import open_store

COUNTERS = ["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08"]
ROUNDS = 15
"""Rounds of four acts, in eight processes: 480 acts."""


@pytest.fixture
def hall(hall_url, demo_file):
    """A hall whose counters of the races all serve FA, without quotas."""
    queues = {c.code: c.queues for c in demo_file.hall.counters}
    assert all("FA" in queues[code] for code in COUNTERS)
    store = open_store(hall_url)
    with store.write() as tx:
        queues = tuple(replace(queue, half_hour_quota=None) for queue in tx.hall.queues)
        tx.write_hall(replace(tx.hall, queues=queues))
    yield store
    store.close()


def take(store, count):
    return [
        operations.issue(store, ["FA002"], ticket=operations.new_id()).number for _ in range(count)
    ]


def test_eight_who_call_at_once_get_eight_numbers(hall, hall_url, race):
    taken = take(hall, 8)
    answers = race("call", hall_url, [[code] for code in COUNTERS])
    assert sorted(answer["number"] for answer in answers) == taken
    assert {answer["counter"] for answer in answers} == set(COUNTERS)
    assert operations.check_chain(hall).whole


def test_the_last_number_goes_to_one_of_four(hall, hall_url, race):
    take(hall, 1)
    answers = race("call", hall_url, [[code] for code in COUNTERS[:4]])
    assert [a["number"] for a in answers if a["number"]] == ["FA001"]


def test_a_busy_shift_loses_and_doubles_nothing(hall, hall_url, race):
    answers = race("shift", hall_url, [[code, ROUNDS] for code in COUNTERS])
    issued = [number for answer in answers for number in answer["issued"]]
    called = [number for answer in answers for number in answer["called"]]
    assert sorted(issued) == [f"FA{n:03}" for n in range(1, 8 * ROUNDS + 1)]
    assert [n for n, times in Tally(called).items() if times > 1] == []
    waiting = [w.number for w in operations.line(hall, "FA")[0].waiting]
    assert sorted([*called, *waiting]) == sorted(issued)
    assert operations.check_chain(hall).whole
    with hall.read() as tx:
        moves = Tally(event.move for event in tx.events())
    assert moves[Move.CALL] == moves[Move.SERVE] == moves[Move.FINISH] == len(called)


def test_one_request_from_four_processes_is_one_number(hall, hall_url, race):
    ticket = operations.new_id()
    answers = race("take", hall_url, [[ticket]] * 4)
    assert answers == [{"number": "FA001"}] * 4
    assert take(hall, 1) == ["FA002"]


def test_one_request_from_four_processes_is_one_call(hall, hall_url, race):
    take(hall, 4)
    request = operations.new_id()
    answers = race("call", hall_url, [[code, request] for code in COUNTERS[:4]])
    assert answers == [answers[0]] * 4
    assert len(operations.board(hall).calls) == 1


def test_one_request_from_four_processes_is_one_finish(hall, hall_url, race):
    take(hall, 1)
    operations.call_next(hall, "F01")
    operations.serve(hall, "F01")
    answers = race("act", hall_url, [[operations.new_id()]] * 4)
    assert answers == [answers[0]] * 4
    assert operations.desk(hall, "F01").served_today == 1


def test_processes_that_are_killed_leave_a_whole_hall(hall, hall_url, racer):
    """Killed without warning in the middle of whatever they did."""
    racers = [racer("forever", hall_url, code) for code in COUNTERS[:4]]
    told = []
    for one in racers:
        one.wait_until_ready()
    for one in racers:
        one.go()
    for rounds, one in enumerate(racers, start=2):
        told += [one.told() for _ in range(rounds)]
        told += one.kill()
    assert operations.check_chain(hall).whole
    with hall.read() as tx:
        tickets = {event.ticket for event in list(tx.events())}
        legs = {leg for ticket in tickets for leg in tx.legs_of(ticket)}
    numbers = {leg.number for leg in legs}
    assert set(told) <= numbers, "what was told is there"
    active = [leg for leg in legs if leg.state in (LegState.CALLED, LegState.SERVING)]
    assert len({leg.counter for leg in active}) == len(active) <= 4
    for counter in COUNTERS[:4]:  # and the work goes on
        if operations.desk(hall, counter).current is None:
            operations.call_next(hall, counter)
        if operations.desk(hall, counter).current.state is LegState.CALLED:
            operations.serve(hall, counter)
        operations.finish(hall, counter)
    assert operations.check_chain(hall).whole
