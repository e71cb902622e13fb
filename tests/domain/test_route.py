"""From what a citizen chose to a route of legs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.domain.hall import UnknownService
from common.domain.route import Stop, plan_bundle, plan_services


def test_services_of_one_queue_are_one_stop(small_hall):
    assert plan_services(small_hall, ["S1", "S2"]) == (Stop(0, "QA", ("S1", "S2")),)


def test_services_of_several_queues_are_stops_of_one_stage(small_hall):
    assert plan_services(small_hall, ["S3", "S1", "S4"]) == (
        Stop(0, "QB", ("S3",)),
        Stop(0, "QA", ("S1",)),
        Stop(0, "QC", ("S4",)),
    )


def test_a_service_that_was_chosen_twice_is_done_once(small_hall):
    assert plan_services(small_hall, ["S1", "S1"]) == (Stop(0, "QA", ("S1",)),)


def test_a_bundle_goes_stage_by_stage(small_hall):
    """Serial parts are a stage each; of a parallel part, services of one queue share a stop."""
    assert plan_bundle(small_hall, small_hall.bundle("BUNDLE")) == (
        Stop(0, "QA", ("S1",)),
        Stop(1, "QB", ("S3",)),
        Stop(2, "QA", ("S2", "S1")),
        Stop(2, "QC", ("S4",)),
        Stop(3, "QC", ("S4",)),
    )


def test_an_unknown_service_has_no_route(small_hall):
    with pytest.raises(UnknownService, match="S9"):
        plan_services(small_hall, ["S1", "S9"])


@given(st.lists(st.sampled_from(["S1", "S2", "S3", "S4"]), min_size=1))
def test_every_basket_is_done_whole_with_one_stop_a_queue(small_hall, basket):
    route = plan_services(small_hall, basket)
    assert sorted(code for stop in route for code in stop.services) == sorted(set(basket))
    assert len({stop.queue for stop in route}) == len(route)
    assert all(small_hall.service(c).queue == stop.queue for stop in route for c in stop.services)
