"""Where a basket begins when the hall is too full to play its line forward."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.ids import CounterCode, TicketId
from common.operations import waits
from common.store import Store


@pytest.fixture
def crowded(hall_store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Every hall with anybody in it counts as too full; one counter each calls in CA and FE."""
    monkeypatch.setattr(waits, "_MOST_PLAYED", 0)
    for service, counter in (("CA001", "C01"), ("FE001", "F14")):
        take(hall_store, service)
        assert operations.call_next(hall_store, CounterCode(counter))
    return hall_store


def take(store: Store, *services: str):
    return operations.issue(store, services, ticket=TicketId(operations.new_id()))


def test_a_basket_begins_where_fewer_people_wait(crowded):
    for _ in range(3):
        take(crowded, "CA001")
    assert take(crowded, "CA001", "FE001").queue == "FE"
    for _ in range(8):
        take(crowded, "FE001")
    assert take(crowded, "FE001", "CA001").queue == "CA"


def test_a_queue_without_an_open_counter_comes_last(crowded):
    for _ in range(3):
        take(crowded, "CA001")
    assert take(crowded, "DA001", "CA001").queue == "CA"
