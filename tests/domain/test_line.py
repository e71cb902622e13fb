"""Who is next, and why: properties of the choice under every policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.hall import Policy, PolicyKind, PriorityClass, Rules
from common.domain.line import choose, head_of, order_of_calling
from common.domain.ratio import Side
from common.domain.text import Text

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BOOKED = PriorityClass(
    "PA", Text(zh="预约", en="booked"), 5 * MINUTE, False, False, appointment=True
)
POLICIES = (
    Policy(),
    Policy(PolicyKind.RATIO, 1, 2),
    Policy(PolicyKind.RATIO, 3, 2),
    Policy(PolicyKind.ABSOLUTE),
)
policies = st.sampled_from(POLICIES)
sides = st.lists(st.sampled_from(Side), max_size=6)


@pytest.fixture(scope="session")
def halls(small_hall):
    """The small hall, with appointments, under each policy."""
    classes = (*small_hall.priority_classes, BOOKED)
    return {
        policy: replace(small_hall, rules=Rules(policy=policy), priority_classes=classes)
        for policy in POLICIES
    }


@st.composite
def lines(draw, lanes=("P0", "P1", "P5", "PA"), may_come_back=False):
    """People who wait, at whole minutes so that ties happen."""
    people = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["QA", "QB", "QC"]),
                st.sampled_from(lanes),
                st.integers(-90, 0),
                st.booleans() if may_come_back else st.just(False),
            ),
            min_size=1,
            max_size=12,
        )
    )
    return list(enumerate(people, start=1))


anybody = lines(lanes=("P0", "P1", "P5", "P9", "PA"), may_come_back=True)


def stand(make_leg, people):
    return [
        make_leg(
            order,
            queue=queue,
            lane=lane,
            ready=ready,
            comes_back=back,
            only_counter="A02" if back else None,
        )
        for order, (queue, lane, ready, back) in people
    ]


def heads(legs):
    """As the database gives them: the first of each lane, and everyone sent to this counter."""
    firsts = {}
    for leg in sorted(legs, key=lambda leg: (leg.ready_at, leg.order)):
        if leg.only_counter is None:
            firsts.setdefault((leg.queue, leg.lane), leg)
    sent = [leg for leg in legs if leg.only_counter is not None]
    return [head_of(leg) for leg in [*firsts.values(), *sent]]


def test_nobody_waits(small_hall):
    assert choose(small_hall, small_hall.counter("A02"), [], NOON) is None


@given(policies, anybody)
def test_break_glass_goes_first(halls, make_leg, policy, people):
    hall = halls[policy]
    legs = stand(make_leg, people)
    choice = choose(hall, hall.counter("A02"), heads(legs), NOON)
    assert (choice.head.lane == "P9") == any(leg.lane == "P9" for leg in legs)


@given(policies, lines(may_come_back=True))
def test_then_who_comes_back_to_this_counter(halls, make_leg, policy, people):
    hall = halls[policy]
    legs = stand(make_leg, people)
    choice = choose(hall, hall.counter("A02"), heads(legs), NOON)
    assert choice.head.comes_back == any(leg.comes_back for leg in legs)


@given(policies, anybody, sides)
def test_the_list_on_the_desk_begins_with_whom_the_call_takes(
    halls, make_leg, policy, people, recent
):
    hall = halls[policy]
    counter = hall.counter("A02")
    legs = stand(make_leg, people)
    first = order_of_calling(hall, counter, legs, recent)[0]
    assert choose(hall, counter, heads(legs), NOON, recent).head.leg == first.id


@given(policies, anybody, sides)
def test_calling_until_nobody_waits_follows_the_list_on_the_desk(
    halls, make_leg, policy, people, recent
):
    hall = halls[policy]
    counter = hall.counter("A02")
    legs = stand(make_leg, people)
    listed = [leg.id for leg in order_of_calling(hall, counter, legs, recent)]
    called = []
    while legs:
        choice = choose(hall, counter, heads(legs), NOON, recent)
        recent = [choice.side, *recent] if choice.side else recent
        called.append(choice.head.leg)
        legs = [leg for leg in legs if leg.id != choice.head.leg]
    assert called == listed


@given(policies, lines())
def test_within_a_lane_it_is_first_come(halls, make_leg, policy, people):
    hall = halls[policy]
    order = order_of_calling(hall, hall.counter("A02"), stand(make_leg, people))
    lanes = {}
    for leg in order:
        lanes.setdefault((leg.queue, leg.lane), []).append(leg)
    for lane in lanes.values():
        for one, other in pairwise(lane):
            assert (one.ready_at, one.order) < (other.ready_at, other.order)


@given(policies, lines(), st.integers(0, 600))
def test_the_choice_does_not_depend_on_the_time_of_day(halls, make_leg, policy, people, minutes):
    hall = halls[policy]
    standing = heads(stand(make_leg, people))
    now = choose(hall, hall.counter("A02"), standing, NOON)
    later = choose(hall, hall.counter("A02"), standing, NOON + minutes * MINUTE)
    assert (now.head, now.side) == (later.head, later.side)


@given(policies, anybody, sides, st.randoms())
def test_the_choice_does_not_depend_on_the_order_of_reading(
    halls, make_leg, policy, people, recent, random
):
    hall = halls[policy]
    counter = hall.counter("A02")
    standing = heads(stand(make_leg, people))
    shuffled = random.sample(standing, len(standing))
    assert choose(hall, counter, shuffled, NOON, recent) == choose(
        hall, counter, standing, NOON, recent
    )


@pytest.mark.parametrize("before_all", [{"lane": "P9"}, {"comes_back": True}])
def test_who_goes_before_all_policy_spends_nobodys_turn(halls, make_leg, before_all):
    hall = halls[POLICIES[1]]
    legs = [make_leg(1, lane="PA"), make_leg(2), make_leg(3, **before_all)]
    choice = choose(hall, hall.counter("A02"), list(map(head_of, legs)), NOON)
    assert (choice.head.leg, choice.side) == ("leg-3", None)


@given(lines(), sides)
def test_only_a_ratio_looks_at_the_latest_turns(halls, make_leg, people, recent):
    standing = heads(stand(make_leg, people))
    for policy in (POLICIES[0], POLICIES[-1]):
        hall = halls[policy]
        choice = choose(hall, hall.counter("A02"), standing, NOON, recent)
        assert choice == choose(hall, hall.counter("A02"), standing, NOON)
        assert choice.side is None


@pytest.mark.parametrize(("waited", "first"), [(14, "P1"), (15, "P0"), (16, "P0")])
def test_a_head_start_is_worth_its_minutes(small_hall, make_leg, waited, first):
    """On a tie the number that was issued first goes first."""
    ordinary = make_leg(1, ready=-waited)
    older = make_leg(2, lane="P1", ready=0)
    standing = [head_of(ordinary), head_of(older)]
    assert choose(small_hall, small_hall.counter("A01"), standing, NOON).head.lane == first


@pytest.mark.parametrize("policy", POLICIES[:3])
@pytest.mark.parametrize(("waited", "first"), [(9, "QA"), (10, "QB"), (11, "QB")])
def test_a_counter_that_helps_out_takes_its_own_first(halls, make_leg, policy, waited, first):
    hall = halls[policy]
    helped = make_leg(1, queue="QB", ready=-waited)
    own = make_leg(2, queue="QA", ready=0)
    standing = [head_of(helped), head_of(own)]
    assert choose(hall, hall.counter("A02"), standing, NOON).head.queue == first


@given(lines())
def test_absolute_takes_the_greater_head_start_and_then_the_longest_wait(halls, make_leg, people):
    """Whatever the handicaps of the counter."""
    hall = halls[Policy(PolicyKind.ABSOLUTE)]
    order = order_of_calling(hall, hall.counter("A02"), stand(make_leg, people))
    for one, other in pairwise(order):
        start, next_start = (hall.priority_class(leg.lane).head_start for leg in (one, other))
        assert start >= next_start
        if start == next_start:
            assert (one.ready_at, one.order) < (other.ready_at, other.order)
