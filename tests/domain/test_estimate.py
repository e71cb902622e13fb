"""The expected wait: the hall's own rule played forward, or nothing where little is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.domain.estimate import WaitRange, expected_waits
from common.domain.forward import play
from common.domain.hall import Hall, Policy, PolicyKind, Rules
from common.domain.line import choose, head_of
from common.domain.ratio import Side
from common.domain.scene import Scene, ServingCounter, Standing, parts, set_up
from common.domain.ticket import Leg, LegState
from tests.conftest import LONG

NOON = datetime.fromisoformat("2026-11-23T04:00:00+00:00")
TEN_MINUTES = 600.0


class Same:
    """Dice that always show the middle, so that every service takes the same."""

    def random(self) -> float:
        return 0.5

    def gauss(self, mean: float, _deviation: float) -> float:
        return mean


@pytest.fixture
def scene(small_hall):
    """`scene(legs)`: every counter open and free, each queue's people take ten minutes."""

    def scene(legs=(), counters=None, people=None, **facts):
        codes = counters or [c.code for c in small_hall.counters]
        return Scene(
            **{
                "hall": small_hall,
                "now": NOON,
                "counters": [
                    ServingCounter(small_hall.counter(code), (people or {}).get(code))
                    for code in codes
                ],
                "waiting": [standing(leg) for leg in legs],
                "stays": {queue.code: [TEN_MINUTES] * 20 for queue in small_hall.queues},
                **facts,
            }
        )

    return scene


def standing(leg: Leg) -> Standing:
    return Standing(
        leg.id,
        leg.ticket,
        leg.queue,
        leg.lane,
        leg.ready_at,
        leg.order,
        leg.only_counter,
        leg.comes_back,
    )


def serving(make_leg, order: int, counter: str, minutes: float, **facts) -> Leg:
    called = NOON - timedelta(minutes=minutes)
    return make_leg(
        order,
        state=LegState.SERVING,
        counter=counter,
        called_at=called,
        last_called_at=called,
        serving_since=called,
        ready=-60,
        **facts,
    )


def test_nobody_waits_long_where_a_counter_is_free(scene):
    assert expected_waits(scene(), ["QA"]).fresh["QA", "P0"] == WaitRange(0, 1)


def test_each_person_ahead_makes_it_longer(scene, make_leg):
    busy = {"B02": serving(make_leg, 99, "B02", 0, queue="QC")}
    waits = [
        expected_waits(
            scene(
                [make_leg(n, queue="QC", ready=n - 20) for n in range(1, ahead + 1)],
                ["B02"],
                busy,
            ),
            ["QC"],
        )
        .fresh["QC", "P0"]
        .middle
        for ahead in range(4)
    ]
    assert waits == sorted(waits)
    assert waits[0] == pytest.approx(10, abs=3)
    assert waits[3] == pytest.approx(40, abs=10)


def test_a_head_start_shortens_the_wait(scene, make_leg):
    line = [make_leg(n, queue="QC", ready=n - 10) for n in range(1, 8)]
    busy = {"B02": serving(make_leg, 99, "B02", 5, queue="QC")}
    fresh = expected_waits(scene(line, ["B02"], busy), ["QC"]).fresh
    assert fresh["QC", "P5"].middle < fresh["QC", "P0"].middle / 2


@pytest.mark.parametrize("samples", [0, 4])
def test_nothing_is_said_with_fewer_than_five_samples(scene, make_leg, samples):
    few = {"QA": [TEN_MINUTES] * samples, "QB": [TEN_MINUTES] * 5}
    leg = make_leg(1)
    waits = expected_waits(scene([leg], stays=few), ["QA", "QB"], [leg.id])
    assert not waits.legs
    assert not waits.tickets
    assert {queue for queue, _ in waits.fresh} == {"QB"}


def test_nothing_is_said_where_no_counter_is_open(scene, make_leg):
    leg = make_leg(1, queue="QC")
    waits = expected_waits(scene([leg], ["A01"]), ["QA", "QC"], [leg.id])
    assert {queue for queue, _ in waits.fresh} == {"QA"}
    assert not waits.legs


def test_the_same_scene_gives_the_same_answer(scene, make_leg):
    legs = [make_leg(n, ready=n - 10) for n in range(1, 10)]
    spread = {"QA": [60.0 * n for n in range(1, 21)]}
    one, two = (
        expected_waits(scene(legs, ["A01"], stays=spread), ["QA"], [leg.id for leg in legs])
        for _ in range(2)
    )
    assert one == two


def test_somebody_who_has_been_there_long_is_done_sooner(scene, make_leg):
    spread = {"QC": [300.0, 600.0, 900.0] * 5}
    new, old = (
        expected_waits(
            scene(
                counters=["B02"],
                people={"B02": serving(make_leg, 9, "B02", minutes, queue="QC")},
                stays=spread,
            ),
            ["QC"],
        ).fresh["QC", "P0"]
        for minutes in (0, 14)
    )
    assert old.longest <= 2
    assert new.middle > 5


def test_a_ticket_waits_until_its_first_call_anywhere(scene, make_leg):
    crowd = [make_leg(n, queue="QA", ready=n - 60) for n in range(1, 12)]
    both = [
        make_leg(50, id="slow", ticket="mine", queue="QA", ready=-1),
        make_leg(50, id="quick", ticket="mine", queue="QC", ready=-1),
    ]
    people = {"A01": serving(make_leg, 98, "A01", 0), "B01": serving(make_leg, 97, "B01", 0)}
    waits = expected_waits(
        scene([*crowd, *both], ["A01", "B01", "B02"], people), (), ["slow", "quick"]
    )
    assert waits.tickets["mine"] == waits.legs["quick"]
    assert waits.legs["slow"].shortest > waits.legs["quick"].longest


def test_people_who_will_overtake_make_it_longer(scene, make_leg):
    line = [make_leg(n, queue="QC", ready=n - 10) for n in range(1, 4)]
    busy = {"B02": serving(make_leg, 99, "B02", 5, queue="QC")}
    many = {("QC", "P5"): 1 / 300}
    alone, overtaken = (
        expected_waits(scene(line, ["B02"], busy, arrivals=arrivals), ["QC"]).fresh["QC", "P0"]
        for arrivals in ({}, many)
    )
    assert overtaken.middle > alone.middle + 10


POLICIES = [
    Policy(),
    Policy(PolicyKind.ABSOLUTE),
    Policy(PolicyKind.RATIO, appointments=1, walk_ins=2),
]


@pytest.fixture(scope="module")
def booked_hall(small_hall) -> Hall:
    """With a lane of appointments."""
    classes = tuple(replace(c, appointment=c.code == "P5") for c in small_hall.priority_classes)
    return replace(small_hall, priority_classes=classes)


@settings(max_examples=600 if LONG else 60)
@given(data=st.data())
def test_the_game_calls_in_the_order_of_the_hall(booked_hall, make_leg, data):
    """With equal service times it must agree with `choose`, call by call, whatever the policy."""
    policy = data.draw(st.sampled_from(POLICIES))
    hall = replace(booked_hall, rules=replace(Rules(), policy=policy))
    numbers = count(1)
    people = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from(["QA", "QB", "QC"]),
                st.sampled_from(["P0", "P1", "P5", "P9"]),
                st.integers(1, 5000),
            ),
            unique_by=lambda person: person[2],
            max_size=12,
        )
    )
    legs = [
        make_leg(next(numbers), queue=queue, lane=lane, ready=-seconds / 60 - n / 7001)
        for n, (queue, lane, seconds) in enumerate(people)
    ]
    only = hall.counter("A02")
    scene = Scene(
        hall=hall,
        now=NOON,
        counters=[ServingCounter(only, None)],
        waiting=[standing(leg) for leg in legs],
        stays={queue: [TEN_MINUTES] * 9 for queue in only.queues},
    )
    (part,) = parts(scene)
    board = set_up(scene, part, (), [leg.id for leg in legs])
    order = []
    if board is not None:
        line, slots = board
        calls = dict(zip(slots, play(line, Same()), strict=True))
        order = sorted(calls, key=calls.__getitem__)
    assert order == called_one_by_one(hall, only, legs)


def called_one_by_one(hall, counter, legs):
    recent: list[Side] = []
    left, order = list(legs), []
    while left:
        choice = choose(hall, counter, [head_of(leg) for leg in left], NOON, recent)
        order.append(choice.head.leg)
        if choice.side is not None:
            recent.insert(0, choice.side)
        left = [leg for leg in left if leg.id != choice.head.leg]
    return order
