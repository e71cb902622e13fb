"""The expected wait on slips and kiosks, and where a person with several stops goes first."""

from __future__ import annotations

import sqlite3

import pytest

from common import operations
from common.domain.estimate import WaitRange
from common.domain.pause import PauseReason
from common.domain.ticket import LegState
from common.store import pace

BOTH_AT_ONCE = ("FA002", "BA001")


@pytest.fixture
def serve_people(store, take, clock):
    """`serve_people("F01", "FA002", 6, minutes=10)`: that many, one after the other."""

    def serve_people(counter, service, people, minutes):
        for _ in range(people):
            take(service)
            operations.call_next(store, counter)
            operations.serve(store, counter)
            clock.advance(minutes=minutes)
            operations.finish(store, counter)

    return serve_people


def test_slips_say_nothing_of_the_wait_before_five_people_were_served(store, take, serve_people):
    serve_people("F01", "FA002", 4, minutes=10)
    assert operations.slip_facts(store, take("FA002").number).wait_minutes is None
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01")
    assert operations.slip_facts(store, take("FA002").number).wait_minutes is not None


def test_a_slip_says_how_long_the_line_will_take(store, take, serve_people):
    serve_people("F01", "FA002", 8, minutes=10)
    for _ in range(4):
        last = take("FA002")
    operations.call_next(store, "F01")
    shortest, longest = operations.slip_facts(store, last.number).wait_minutes
    assert 10 <= shortest <= 30 <= longest <= 33  # one of those ahead may not come


def test_a_second_slip_counts_from_the_issue_as_the_first_did(store, take, serve_people, clock):
    serve_people("F01", "FA002", 8, minutes=10)
    for _ in range(3):
        last = take("FA002")
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    first = operations.slip_facts(store, last.number).wait_minutes
    clock.advance(minutes=4)
    again = operations.slip_facts(store, last.number).wait_minutes
    assert abs(sum(again) - sum(first)) <= 4


def test_a_called_number_has_no_expected_wait(store, take, serve_people):
    serve_people("F01", "FA002", 8, minutes=10)
    number = take("FA002").number
    operations.call_next(store, "F01")
    assert operations.slip_facts(store, number).wait_minutes is None


def test_the_kiosk_knows_the_wait_of_each_queue_and_class(store, take, serve_people):
    serve_people("F01", "FA002", 8, minutes=10)
    for _ in range(6):
        take("FA002")
    operations.call_next(store, "F01")
    fresh = operations.hall_waits(store).fresh
    assert fresh["FA", "P0"].shortest > 30
    assert fresh["FA", "P1"].middle < fresh["FA", "P0"].middle
    assert ("BA", "P0") not in fresh


def test_a_paused_counter_is_not_counted_on(store, take, serve_people):
    serve_people("F01", "FA002", 8, minutes=10)
    assert operations.hall_waits(store).fresh["FA", "P0"] == WaitRange(0, 1)
    operations.pause(store, "F01", PauseReason.MEETING)
    assert ("FA", "P0") not in operations.hall_waits(store).fresh


def test_a_basket_begins_in_the_open_queue_with_the_shortest_wait(store, take, serve_people):
    serve_people("F01", "FA002", 6, minutes=10)
    serve_people("B01", "BA001", 6, minutes=10)
    for _ in range(5):
        take("FA002")
    operations.call_next(store, "F01")
    assert take(*BOTH_AT_ONCE).queue == "BA"
    for _ in range(9):
        take("BA001")
    operations.call_next(store, "B01")
    assert take(*BOTH_AT_ONCE).queue == "FA"


def test_a_basket_begins_where_somebody_serves(store, take):
    operations.call_next(store, "B01")
    take("BA001")
    operations.call_next(store, "B01")
    take("BA001")
    assert take(*BOTH_AT_ONCE).queue == "BA"


def test_a_person_is_told_the_stop_with_the_shortest_wait(store, take, serve_people):
    serve_people("F01", "FA002", 6, minutes=10)
    serve_people("B01", "BA001", 6, minutes=10)
    for _ in range(5):
        take("FA002")
    operations.call_next(store, "F01")
    ticket = take(*BOTH_AT_ONCE).ticket
    stop = operations.next_stop(store, ticket)
    assert stop.queue.code == "BA"
    assert "B01" in stop.counters
    assert stop.wait == WaitRange(0, 1)
    operations.call_next(store, "B01")
    assert operations.next_stop(store, ticket) is None  # the other stop waits until this is over
    operations.serve(store, "B01")
    operations.finish(store, "B01")
    following = operations.next_stop(store, ticket)
    assert following.queue.code == "FA"
    assert following.wait.shortest > 5


def test_who_is_called_for_one_stop_does_not_wait_for_the_other(store, take):
    number = take(*BOTH_AT_ONCE).number
    operations.call_next(store, "B01")
    states = [leg.state for leg in operations.timeline(store, number).legs]
    assert sorted(states) == [LegState.BLOCKED, LegState.CALLED]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("STANDING", "ix_leg_lane"),
        ("LATER", "ix_leg_unfinished"),
        ("MISSED", "ix_leg_unfinished"),
        ("ISSUED", "ix_ticket_half_hour"),
        ("CALLED_BY_NOBODY", "ix_event_announced"),
        ("latest_stays", "ix_leg_served"),
    ],
)
def test_the_pace_is_read_from_an_index(sqlite_url, question, index):
    asked = getattr(pace, question)
    sql = asked(2) if callable(asked) else asked
    values = {"hall": "DEMO01", "day": "2026-11-23", "since": 0, "places": 9}
    connection = sqlite3.connect(sqlite_url)
    try:
        steps = [
            row[3]
            for row in connection.execute(
                f"EXPLAIN QUERY PLAN {sql}", {**values, "queue0": "FA", "queue1": "FB"}
            )
        ]
    finally:
        connection.close()
    assert any(index in step for step in steps), steps
    assert not [s for s in steps if s.startswith(("SCAN leg", "SCAN ticket", "SCAN event"))], steps
