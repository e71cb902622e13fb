"""How far anybody can be overtaken: people come and counters call, in any order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.hall import Policy, PolicyKind, PriorityClass, Rules
from common.domain.line import Choice, choose, head_of
from common.domain.ratio import Side, turns_that_count
from common.domain.text import Text
from common.domain.ticket import Leg

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BOOKED = PriorityClass(
    "PA", Text(zh="预约", en="booked"), 5 * MINUTE, False, False, appointment=True
)
LARGEST_HEAD_START = 30 * MINUTE
LARGEST_HANDICAP = 10 * MINUTE
LANES = ("P0", "P1", "P5", "PA")

arrivals = st.tuples(
    st.sampled_from(["QA", "QB", "QC"]),
    st.sampled_from(LANES),
    st.integers(0, 40).map(lambda minutes: minutes * MINUTE),
)
"""Queue, lane, and the time since the errand began: a transferred leg brings its seniority."""
days = st.lists(st.one_of(arrivals, st.sampled_from(["A01", "A02", "B01"])), max_size=40)
"""Each minute somebody comes or a counter calls."""
ratios = st.builds(Policy, st.just(PolicyKind.RATIO), st.integers(1, 4), st.integers(1, 4))


@dataclass
class Hall:
    """A hall in which time passes."""

    hall: object
    make_leg: object
    now: datetime = NOON
    waiting: list[Leg] = field(default_factory=list)
    calls: list[tuple[str, Choice, list[Leg]]] = field(default_factory=list)
    """Counter, choice, and those who could have been called instead."""
    came: int = 0

    def comes(self, queue, lane, since=timedelta(0)):
        self.came += 1
        leg = self.make_leg(self.came, queue=queue, lane=lane)
        self.waiting.append(replace(leg, ready_at=self.now - since))
        return self.waiting[-1]

    def turns(self, counter):
        sides = [choice.side for at, choice, _ in self.calls if at == counter and choice.side]
        return sides[::-1]

    def calls_next(self, counter):
        desk = self.hall.counter(counter)
        mine = [leg for leg in self.waiting if leg.queue in desk.queues]
        firsts = {}
        for leg in sorted(mine, key=lambda leg: (leg.ready_at, leg.order)):
            firsts.setdefault((leg.queue, leg.lane), leg)
        recent = self.turns(counter)[: turns_that_count(self.hall.rules.policy)]
        choice = choose(self.hall, desk, list(map(head_of, firsts.values())), self.now, recent)
        if choice:
            self.waiting = [leg for leg in self.waiting if leg.id != choice.head.leg]
            passed = [leg for leg in mine if leg.id != choice.head.leg]
            self.calls.append((counter, choice, passed))
        return choice

    def lives(self, day):
        for what in day:
            if isinstance(what, str):
                self.calls_next(what)
            else:
                self.comes(*what)
            self.now += MINUTE
        return self

    def is_booked(self, leg):
        return leg.lane == BOOKED.code

    def advantage(self, counter, leg):
        handicaps = self.hall.counter(counter).handicaps
        start = self.hall.priority_class(leg.lane).head_start
        return start - handicaps.get(leg.queue, timedelta(0))


@pytest.fixture(scope="session")
def open_hall(small_hall, make_leg):
    def open_hall(policy):
        classes = (*small_hall.priority_classes, BOOKED)
        rules = Rules(policy=policy)
        return Hall(replace(small_hall, rules=rules, priority_classes=classes), make_leg)

    return open_hall


@given(days)
def test_nobody_is_overtaken_by_more_than_head_start_and_handicap_allow(open_hall, day):
    hall = open_hall(Policy()).lives(day)
    for counter, choice, passed in hall.calls:
        for leg in passed:
            by = choice.head.ready_at - leg.ready_at
            assert by <= hall.advantage(counter, choice.head) - hall.advantage(counter, leg)
            assert by <= LARGEST_HEAD_START + LARGEST_HANDICAP


@given(st.lists(arrivals, max_size=10), st.sampled_from(["P0", "P1", "PA"]))
def test_newcomers_with_the_greatest_head_start_starve_nobody(open_hall, others, lane):
    """One call a minute, and a newcomer of the green channel before each."""
    hall = open_hall(Policy())
    for other in others:
        hall.comes(*other)
    person = hall.comes("QB", lane)
    for _ in range(len(others) + (LARGEST_HEAD_START + LARGEST_HANDICAP) // MINUTE + 1):
        hall.comes("QA", "P5")
        hall.calls_next("A02")
        hall.now += MINUTE
    assert person not in hall.waiting


def test_an_absolute_policy_lets_the_greater_class_pass_for_ever(open_hall):
    """What the head start is there to prevent; a hall that wants it may have it."""
    hall = open_hall(Policy(PolicyKind.ABSOLUTE))
    person = hall.comes("QA", "P0")
    for _ in range(200):
        hall.comes("QA", "P5")
        hall.calls_next("A01")
        hall.now += MINUTE
    assert hall.waiting == [person]


@given(ratios, days)
def test_a_turn_is_spent_only_while_both_sides_wait(open_hall, ratio, day):
    hall = open_hall(ratio).lives(day)
    for _, choice, passed in hall.calls:
        booked = hall.is_booked(choice.head)
        contested = any(hall.is_booked(leg) != booked for leg in passed)
        side = Side.APPOINTMENT if booked else Side.WALK_IN
        assert choice.side == (side if contested else None)


@given(ratios, days)
def test_of_each_round_of_turns_exactly_the_ratio_is_appointments(open_hall, ratio, day):
    hall = open_hall(ratio)
    for _ in range(30):
        hall.comes("QA", "PA")
        hall.comes("QA", "P0")
    hall.lives(day)
    while hall.calls_next("A02"):
        pass
    turns = hall.turns("A02")
    length = ratio.appointments + ratio.walk_ins
    rounds = [turns[start : start + length] for start in range(len(turns) - length + 1)]
    assert rounds
    assert {round_.count(Side.APPOINTMENT) for round_ in rounds} == {ratio.appointments}


@given(ratios, days)
def test_inside_a_side_nobody_is_overtaken_by_more_than_the_head_start_allows(
    open_hall, ratio, day
):
    hall = open_hall(ratio).lives(day)
    for counter, choice, passed in hall.calls:
        for leg in passed:
            if hall.is_booked(leg) == hall.is_booked(choice.head):
                by = choice.head.ready_at - leg.ready_at
                assert by <= hall.advantage(counter, choice.head) - hall.advantage(counter, leg)


@given(ratios, st.sampled_from(["P0", "PA"]))
def test_however_many_come_to_the_other_side_each_round_has_a_place(open_hall, ratio, lane):
    hall = open_hall(ratio)
    person = hall.comes("QA", lane)
    for _ in range(ratio.appointments + ratio.walk_ins):
        hall.comes("QA", "P0" if lane == "PA" else "PA", 40 * MINUTE)
        hall.calls_next("A01")
    assert person not in hall.waiting


@given(st.sampled_from([Policy(), *(Policy(PolicyKind.RATIO, a, 2) for a in (1, 3))]), days)
def test_a_lane_is_called_first_come_whoever_calls(open_hall, policy, day):
    """Newcomers here bring no seniority from elsewhere."""
    today = [what if isinstance(what, str) else what[:2] for what in day]
    hall = open_hall(policy).lives(today)
    lanes = {}
    for _, choice, _ in hall.calls:
        lanes.setdefault((choice.head.queue, choice.head.lane), []).append(choice.head.order)
    assert all(one < other for orders in lanes.values() for one, other in pairwise(orders))
