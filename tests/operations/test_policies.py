"""The hall's policy decides, and what it decided can be read back from the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common import operations
from common.domain.event import Event
from common.domain.hall import Policy, PolicyKind
from common.store import Store

F01, F02 = "F01", "F02"


def set_policy(store: Store, policy: Policy) -> None:
    with store.write() as tx:
        tx.write_hall(replace(tx.hall, rules=replace(tx.hall.rules, policy=policy)))


def call_and_finish(store: Store, counter: str = F01) -> str:
    called = operations.call_next(store, counter)
    assert called is not None
    operations.serve(store, counter)
    operations.finish(store, counter)
    return called.number


@pytest.fixture
def crowd(store, take, clock):
    """Four walk-ins, then four people with an appointment, a minute apart."""
    for priority in ["P0"] * 4 + ["YY"] * 4:
        take(priority=priority)
        clock.advance(minutes=1)
    clock.advance(minutes=30)
    return store


def test_a_ratio_takes_turns_while_both_wait(crowd):
    set_policy(crowd, Policy(PolicyKind.RATIO, appointments=1, walk_ins=2))
    walk_ins, appointments = (
        ["FA001", "FA002", "FA003", "FA004"],
        ["FA005", "FA006", "FA007", "FA008"],
    )
    order = [call_and_finish(crowd) for _ in range(8)]
    assert [n for n in order if n in walk_ins] == walk_ins
    assert [n for n in order if n in appointments] == appointments
    assert order[:6] == ["FA005", "FA001", "FA002", "FA006", "FA003", "FA004"]


def test_each_counter_keeps_its_own_turns(crowd):
    set_policy(crowd, Policy(PolicyKind.RATIO, appointments=1, walk_ins=2))
    assert call_and_finish(crowd, F01) == "FA005"
    assert call_and_finish(crowd, F02) == "FA006"
    assert call_and_finish(crowd, F01) == "FA001"


def test_turns_begin_anew_with_the_day(crowd, take, clock):
    set_policy(crowd, Policy(PolicyKind.RATIO, appointments=1, walk_ins=2))
    assert call_and_finish(crowd) == "FA005"
    clock.advance(days=1)
    take(priority="P0")
    take(priority="YY")
    assert call_and_finish(crowd) == "FA002"


def test_the_desk_lists_people_in_the_order_of_the_ratio(crowd):
    set_policy(crowd, Policy(PolicyKind.RATIO, appointments=1, walk_ins=2))
    call_and_finish(crowd)
    listed = [one.number for one in operations.desk(crowd, F01).waiting]
    assert listed == [call_and_finish(crowd) for _ in range(7)]


def test_absolute_classes_go_first_and_then_the_longest_wait(store, take, clock):
    set_policy(store, Policy(PolicyKind.ABSOLUTE))
    for priority in ("P0", "P1", "P2", "P1"):
        take(priority=priority)
        clock.advance(minutes=40)
    assert [call_and_finish(store) for _ in range(4)] == ["FA003", "FA002", "FA004", "FA001"]


@pytest.mark.parametrize("kind", PolicyKind)
def test_every_call_keeps_a_reason_in_both_languages(crowd, kind):
    set_policy(crowd, Policy(kind))
    first = call_and_finish(crowd)
    (reason,) = [e.facts["reason"] for e in events_of(crowd, first) if e.move == "call"]
    assert first in reason["zh"]
    assert first in reason["en"]


def events_of(store: Store, number: str) -> tuple[Event, ...]:
    return operations.timeline(store, number).events
