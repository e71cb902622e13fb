"""Halls for simulations: larger, pooled, with one counter more."""

from __future__ import annotations

from collections import Counter

import pytest

from common.domain.hall import PolicyKind, UnknownZone
from common.simulation.errors import PoolTooSmall, UnknownPlace
from common.simulation.halls import (
    by_zone,
    pooled,
    queues_at,
    simulated_hall,
    staffed_counters,
    with_open_counter,
)


@pytest.mark.parametrize("counters", [52, 312, 832])
def test_a_larger_level_has_its_counters_in_the_same_zones_and_queues(hall, counters):
    grown = simulated_hall(hall, counters)
    assert len(grown.counters) == counters
    assert len({counter.code for counter in grown.counters}) == counters
    assert [queue.code for queue in grown.queues] == [queue.code for queue in hall.queues]
    before = Counter(counter.zone for counter in hall.counters)
    after = Counter(counter.zone for counter in grown.counters)
    assert all(after[zone] == before[zone] * counters // 52 for zone in before)


def test_numbers_are_issued_without_limit(hall):
    built = simulated_hall(hall, 52)
    assert built.calendar.always
    for queue in built.queues:
        assert queue.half_hour_quota is None or queue.half_hour_quota >= 100


@pytest.mark.parametrize(("counters", "times"), [(52, 1), (832, 16)])
def test_places_to_book_grow_with_the_counters(hall, counters, times):
    built = simulated_hall(hall, counters)
    for old, new in zip(hall.queues, built.queues, strict=True):
        assert new.places_to_book == old.places_to_book * times


def test_the_policy_can_be_chosen(hall):
    built = simulated_hall(hall, 52, PolicyKind.ABSOLUTE)
    assert built.rules.policy.kind is PolicyKind.ABSOLUTE


def test_four_fifths_of_the_counters_serve_every_queue(hall):
    staffed = staffed_counters(hall, 0.8)
    assert len(staffed) == 42
    served = {q for counter in hall.counters if counter.code in staffed for q in counter.queues}
    assert served == {queue.code for queue in hall.queues}


@pytest.mark.parametrize("share", [0.01, 0.3, 0.8, 1.0])
def test_no_queue_stays_without_its_own_counter(hall, share):
    staffed = staffed_counters(hall, share)
    for queue in hall.queues:
        assert any(counter.code in staffed for counter in hall.counters_of(queue.code))


def test_a_counter_of_a_zone_can_serve_all_of_its_queues(hall):
    for old, new in zip(hall.counters, by_zone(hall).counters, strict=True):
        of_zone = {q.code for q in hall.queues if q.zone == new.zone}
        assert {*new.queues} == of_zone | {*old.queues}


def test_pooled_zones_share_their_counters_and_leave_the_others(hall):
    built = pooled(hall, ["a", "C"])
    shared = {queue.code for queue in hall.queues if queue.zone in ("A", "C")}
    for old, new in zip(hall.counters, built.counters, strict=True):
        pools = old.zone in ("A", "C")
        assert {*new.queues} == shared | {*old.queues} if pools else new == old


def test_a_pool_needs_two_zones_that_are_there(hall):
    with pytest.raises(PoolTooSmall):
        pooled(hall, ["A", "a"])
    with pytest.raises(UnknownZone):
        pooled(hall, ["A", "Q"])


def test_one_counter_more_is_a_closed_one_where_people_wait_longest(hall):
    staffed = staffed_counters(hall, 0.8)
    built, more, opened = with_open_counter(hall, staffed, "F", {"FA": 3.0, "FB": 9.0})
    assert built == hall
    assert more == staffed | {opened}
    assert hall.counter(opened).queues[0] == "FB"


def test_where_every_counter_is_open_one_is_built(hall):
    everyone = frozenset(counter.code for counter in hall.counters)
    built, more, opened = with_open_counter(hall, everyone, "fe", {})
    assert opened not in everyone
    assert built.counter(opened).queues == hall.main_counters_of("FE")[0].queues
    assert more == everyone | {opened}


def test_a_place_that_is_not_there_is_told_with_those_that_are(hall):
    with pytest.raises(UnknownPlace) as caught:
        queues_at(hall, ["Z9"])
    assert "FA" in caught.value.text("en")
    assert "Z9" in caught.value.text("zh")
