"""The way over the floors of a hall."""

from __future__ import annotations

from itertools import pairwise

import pytest

from common.domain.floor_plan import way_to


@pytest.fixture(scope="module")
def plans(demo_file):
    return demo_file.hall.plans


def cells(way):
    """Every cell of a walk from corner to corner."""
    for (ax, ay), (bx, by) in pairwise(way.corners):
        assert ax == bx or ay == by, "people walk along the grid"
        steps = max(abs(ax - bx), abs(ay - by))
        for step in range(steps + 1):
            yield ax + (bx - ax) * step // max(1, steps), ay + (by - ay) * step // max(1, steps)


def test_the_plan_of_the_demonstration_hall_shows_all_its_52_counters(demo_file, plans):
    drawn = [one.counter for plan in plans for one in plan.counters]
    assert len(drawn) == len(set(drawn)) == 52
    assert set(drawn) == {counter.code for counter in demo_file.hall.counters}


def test_every_counter_is_reached_from_every_kiosk_without_walking_through_counters(
    demo_file, plans
):
    walls = {p.floor: {c for one in p.counters for c in one.box.cells()} for p in plans}
    for kiosk in demo_file.hall.kiosks:
        for code in ("A01", "B08", "C04", "D05", "E01", "F15"):
            way = way_to(plans, kiosk.code, [code])
            assert way
            for part in way:
                assert not walls[part.floor] & set(cells(part))


def test_the_way_to_another_floor_goes_by_stairs_or_lift(plans):
    up, there = way_to(plans, "kiosk-1", ["F01", "F02"])
    assert (up.floor, there.floor) == (1, 2)
    assert up.corners[-1] == there.corners[0], "the stairs stand above each other"


def test_the_nearest_of_several_counters_is_walked_to(plans):
    (way,) = way_to(plans, "kiosk-1", ["A09", "A03"])
    nearest = next(one for one in plans[0].counters if one.counter == "A03")
    assert way.corners[-1] == nearest.before
    assert way.corners[-1] in set(plans[0].zones[0].box.cells()), "before the counter, not behind"


@pytest.mark.parametrize(("kiosk", "counter"), [("kiosk-9", "A01"), ("kiosk-1", "Z01")])
def test_nothing_is_shown_from_or_to_what_no_plan_shows(plans, kiosk, counter):
    assert way_to(plans, kiosk, [counter]) == ()
