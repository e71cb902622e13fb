"""Who is next, and why: properties of the choice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.line import choose, head_of, order_of_calling

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LARGEST_HEAD_START = 30 * MINUTE
LARGEST_HANDICAP = 10 * MINUTE


@st.composite
def lines(draw, lanes=("P0", "P1", "P5"), may_come_back=False):
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


@given(lines(lanes=("P0", "P1", "P5", "P9"), may_come_back=True))
def test_break_glass_goes_first(small_hall, make_leg, people):
    legs = stand(make_leg, people)
    choice = choose(small_hall, small_hall.counter("A02"), heads(legs), NOON)
    assert (choice.head.lane == "P9") == any(leg.lane == "P9" for leg in legs)


@given(lines(may_come_back=True))
def test_then_who_comes_back_to_this_counter(small_hall, make_leg, people):
    legs = stand(make_leg, people)
    choice = choose(small_hall, small_hall.counter("A02"), heads(legs), NOON)
    assert choice.head.comes_back == any(leg.comes_back for leg in legs)


@given(lines(lanes=("P0", "P1", "P5", "P9"), may_come_back=True))
def test_the_list_on_the_desk_begins_with_whom_the_call_takes(small_hall, make_leg, people):
    counter = small_hall.counter("A02")
    legs = stand(make_leg, people)
    first = order_of_calling(small_hall, counter, legs)[0]
    assert choose(small_hall, counter, heads(legs), NOON).head.leg == first.id


@given(lines(lanes=("P0", "P1", "P5", "P9"), may_come_back=True))
def test_calling_until_nobody_waits_follows_the_list_on_the_desk(small_hall, make_leg, people):
    counter = small_hall.counter("A02")
    legs = stand(make_leg, people)
    listed = [leg.id for leg in order_of_calling(small_hall, counter, legs)]
    called = []
    while legs:
        chosen = choose(small_hall, counter, heads(legs), NOON).head.leg
        called.append(chosen)
        legs = [leg for leg in legs if leg.id != chosen]
    assert called == listed


@given(lines())
def test_within_a_lane_it_is_first_come(small_hall, make_leg, people):
    legs = stand(make_leg, people)
    order = order_of_calling(small_hall, small_hall.counter("A02"), legs)
    for one, other in pairwise(order):
        if (one.queue, one.lane) == (other.queue, other.lane):
            assert (one.ready_at, one.order) < (other.ready_at, other.order)


@given(lines())
def test_nobody_is_overtaken_by_more_than_the_largest_head_start(small_hall, make_leg, people):
    """Also the bound against starving: who waits longer than it is overtaken by no newcomer."""
    legs = stand(make_leg, people)
    order = order_of_calling(small_hall, small_hall.counter("A02"), legs)
    for i, earlier in enumerate(order):
        for later in order[i + 1 :]:
            assert earlier.ready_at - later.ready_at <= LARGEST_HEAD_START + LARGEST_HANDICAP


@given(lines(), st.integers(0, 600))
def test_the_choice_does_not_depend_on_the_time_of_day(small_hall, make_leg, people, minutes):
    counter = small_hall.counter("A02")
    standing = heads(stand(make_leg, people))
    now = choose(small_hall, counter, standing, NOON)
    later = choose(small_hall, counter, standing, NOON + timedelta(minutes=minutes))
    assert now.head == later.head


@given(lines(lanes=("P0", "P1", "P5", "P9"), may_come_back=True), st.randoms())
def test_the_choice_does_not_depend_on_the_order_of_reading(small_hall, make_leg, people, random):
    counter = small_hall.counter("A02")
    standing = heads(stand(make_leg, people))
    shuffled = random.sample(standing, len(standing))
    assert choose(small_hall, counter, shuffled, NOON) == choose(
        small_hall, counter, standing, NOON
    )


@pytest.mark.parametrize(("waited", "first"), [(14, "P1"), (15, "P0"), (16, "P0")])
def test_a_head_start_is_worth_its_minutes(small_hall, make_leg, waited, first):
    """On a tie the number that was issued first goes first."""
    ordinary = make_leg(1, ready=-waited)
    older = make_leg(2, lane="P1", ready=0)
    standing = [head_of(ordinary), head_of(older)]
    assert choose(small_hall, small_hall.counter("A01"), standing, NOON).head.lane == first


@pytest.mark.parametrize(("waited", "first"), [(9, "QA"), (10, "QB"), (11, "QB")])
def test_a_counter_that_helps_out_takes_its_own_first(small_hall, make_leg, waited, first):
    helped = make_leg(1, queue="QB", ready=-waited)
    own = make_leg(2, queue="QA", ready=0)
    standing = [head_of(helped), head_of(own)]
    assert choose(small_hall, small_hall.counter("A02"), standing, NOON).head.queue == first


def test_the_reason_names_both_and_their_claims(small_hall, make_leg):
    standing = [
        head_of(make_leg(1, ready=-22)),
        head_of(make_leg(2, lane="P1", ready=-14)),
    ]
    reason = choose(small_hall, small_hall.counter("A01"), standing, NOON).reason
    assert reason.en == (
        "QA002 before QA001: waited 14 min + 15 min head start (older) against waited 22 min"
    )
    assert (
        reason.zh
        == "QA002 先于 QA001：已等 14 分钟 + 优先 15 分钟（older（中）），对方已等 22 分钟"
    )


def test_the_reason_tells_of_a_handicap(small_hall, make_leg):
    standing = [head_of(make_leg(1, queue="QB", ready=-30))]
    reason = choose(small_hall, small_hall.counter("A02"), standing, NOON).reason
    assert reason.en.endswith("waited 30 min - 10 min handicap (helps out)")
    assert reason.zh.endswith("协助队列 10 分钟")


def test_a_clock_that_went_back_gives_no_negative_wait(small_hall, make_leg):
    standing = [head_of(make_leg(1, ready=3))]
    assert "waited 0 min" in choose(small_hall, small_hall.counter("A01"), standing, NOON).reason.en
