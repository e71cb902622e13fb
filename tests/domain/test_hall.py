"""Looking things up in a hall."""

from __future__ import annotations

import pytest

from common.domain.hall import (
    UnknownClass,
    UnknownCounter,
    UnknownQueue,
    UnknownService,
    UnknownZone,
)


@pytest.mark.parametrize(
    ("look", "error"),
    [
        (lambda hall: hall.zone("X"), UnknownZone),
        (lambda hall: hall.queue("XX"), UnknownQueue),
        (lambda hall: hall.service("X"), UnknownService),
        (lambda hall: hall.counter("X"), UnknownCounter),
        (lambda hall: hall.priority_class("X"), UnknownClass),
    ],
)
def test_what_is_not_there_is_named(small_hall, look, error):
    with pytest.raises(error, match="X"):
        look(small_hall)


def test_counters_of_a_queue_stand_with_those_of_its_zone_first(small_hall):
    assert [c.code for c in small_hall.counters_of("QA")] == ["A01", "A02", "B01"]
    assert [c.code for c in small_hall.counters_of("QC")] == ["B02", "A02"]


def test_a_slip_names_the_counters_whose_first_choice_the_queue_is(small_hall):
    assert [c.code for c in small_hall.main_counters_of("QA")] == ["A01", "A02"]
    assert [c.code for c in small_hall.main_counters_of("QB")] == ["B01"]


def test_each_material_is_asked_for_once(small_hall):
    assert [m.code for m in small_hall.materials_of(["S1", "S2"])] == ["id", "photo"]
