"""People who may be served by both choose a comprehensive or a department counter."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from common import operations
from common.domain.calendar import Calendar
from common.domain.hall import CounterKind
from common.domain.ids import TicketId
from common.operations.errors import QuotaUsed
from common.operations.hall_changes import apply_hall
from common.operations.hall_file import HallFile
from common.store import open_store

COMPREHENSIVE, DEPARTMENT = CounterKind.COMPREHENSIVE, CounterKind.DEPARTMENT
C07, F05, F06 = "C07", "F05", "F06"
PASSWORD = "jiaohao-demo"


def take_at(store, kind=None, service="FB001"):
    """A number for medical insurance, which C07 and F05 to F08 serve."""
    return operations.issue(store, [service], ticket=TicketId(operations.new_id()), kind=kind)


def called(store, counter):
    call = operations.call_next(store, counter)
    if call is None:
        return None
    operations.serve(store, counter)
    operations.finish(store, counter)
    return call.number


def leg_of(store, issued):
    with store.read() as tx:
        return tx.legs_of(issued.ticket)[0]


def test_the_line_obeys_the_choice(store):
    chosen = take_at(store, COMPREHENSIVE)
    assert called(store, F05) is None
    assert called(store, C07) == chosen.number
    other = take_at(store, DEPARTMENT)
    assert called(store, C07) is None
    assert called(store, F05) == other.number


def test_who_chose_nothing_is_called_by_whichever_counter_is_first(store):
    first, second = take_at(store), take_at(store)
    assert called(store, C07) == first.number
    assert called(store, F05) == second.number


def test_the_choice_gains_no_place_before_those_who_came_earlier(store, clock):
    earlier = take_at(store)
    clock.advance(seconds=30)
    chosen = take_at(store, DEPARTMENT)
    clock.advance(seconds=30)
    later = take_at(store)
    assert [called(store, F05) for _ in range(3)] == [
        earlier.number,
        chosen.number,
        later.number,
    ]


def test_people_with_a_choice_are_counted_and_seen_by_the_counters_that_may_call_them(store):
    take_at(store)
    take_at(store, COMPREHENSIVE)
    assert take_at(store, DEPARTMENT).ahead == 2
    with store.read() as tx:
        assert tx.waiting_counts() == {"FB": 3}
        assert len(tx.waiting(queue="FB")) == 3
        assert len(tx.waiting_for(C07, None)) == len(tx.waiting_for(F05, None)) == 2


def test_a_choice_that_the_hall_does_not_leave_is_none(store):
    issued = take_at(store, COMPREHENSIVE, "FA002")
    assert leg_of(store, issued).only_kind is None
    with store.read() as tx:
        (event,) = tx.events_of(issued.ticket)
    assert "chosen_kind" not in event.facts


@pytest.mark.parametrize(("kind", "told"), [(COMPREHENSIVE, "comprehensive"), (None, "first")])
def test_the_record_tells_what_was_chosen(store, kind, told):
    issued = take_at(store, kind)
    with store.read() as tx:
        (event,) = tx.events_of(issued.ticket)
    assert event.facts["chosen_kind"] == told
    assert operations.check_chain(store).whole


def test_the_slip_leads_to_the_counters_of_the_choice(store):
    facts = operations.slip_facts(store, take_at(store, COMPREHENSIVE).number)
    assert (facts.counters, facts.zone_code, facts.floor) == ((C07,), "C", 1)
    facts = operations.slip_facts(store, take_at(store, DEPARTMENT).number)
    assert (facts.counters[0], facts.zone_code, facts.floor) == (F05, "F", 2)


def test_nobody_waits_for_a_kind_of_counter_that_has_closed(store):
    here = operations.sign_in(store, C07, "c07", PASSWORD)
    operations.sign_in(store, F05, "f05", PASSWORD)
    chosen = take_at(store, COMPREHENSIVE)
    operations.sign_out(store, here.id)
    assert leg_of(store, chosen).only_kind is None
    assert called(store, F05) == chosen.number
    assert operations.check_chain(store).whole


def test_the_choice_holds_while_another_counter_of_the_kind_is_open(store):
    here = operations.sign_in(store, F05, "f05", PASSWORD)
    operations.sign_in(store, F06, "f06", PASSWORD)
    operations.sign_in(store, C07, "c07", PASSWORD)
    chosen = take_at(store, DEPARTMENT)
    operations.sign_out(store, here.id)
    assert leg_of(store, chosen).only_kind is DEPARTMENT


def test_a_hall_that_changes_sends_nobody_to_counters_that_it_has_no_more(store):
    chosen = take_at(store, COMPREHENSIVE)
    hall = operations.hall(store)
    counters = tuple(
        replace(c, queues=("CB", "CA"), handicaps={}) if c.code == C07 else c for c in hall.counters
    )
    apply_hall(store, HallFile(replace(hall, counters=counters), ()))
    assert called(store, F05) == chosen.number
    assert operations.check_chain(store).whole


def test_who_missed_a_call_and_came_back_may_be_called_anywhere(store, call_in_vain):
    chosen = take_at(store, COMPREHENSIVE)
    operations.call_next(store, C07)
    call_in_vain(store, C07)
    operations.miss(store, C07)
    operations.reinstate(store, chosen.number)
    assert called(store, F05) == chosen.number
    assert operations.check_chain(store).whole


def test_the_expected_wait_is_told_for_each_kind(store, clock):
    for _ in range(6):
        take_at(store)
        operations.call_next(store, F05)
        operations.serve(store, F05)
        clock.advance(minutes=4)
        operations.finish(store, F05)
    take_at(store, COMPREHENSIVE)
    operations.call_next(store, C07)
    for _ in range(4):
        take_at(store, COMPREHENSIVE)
    waits = operations.hall_waits(store)
    here, there = waits.by_kind["FB", "P0", COMPREHENSIVE], waits.by_kind["FB", "P0", DEPARTMENT]
    assert here.middle > there.middle
    assert waits.fresh["FB", "P0"].middle <= there.middle
    assert {("FB", COMPREHENSIVE), ("FB", DEPARTMENT)} <= waits.open_kinds


def test_a_day_without_counters_of_one_kind_leaves_no_choice(demo_file):
    hall = demo_file.hall
    monday, saturday = "2026-11-23", "2026-11-28"
    day = type(next(iter(hall.calendar.holidays)).first).fromisoformat
    assert hall.kinds_to_choose("FB", day(monday)) == (COMPREHENSIVE, DEPARTMENT)
    keeping = replace(hall, calendar=replace(hall.calendar, always=False))
    assert isinstance(keeping.calendar, Calendar)
    assert keeping.kinds_to_choose("FB", day(saturday)) == ()


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("take"), st.sampled_from([None, COMPREHENSIVE, DEPARTMENT])),
        st.tuples(st.just("call"), st.sampled_from([C07, F05, F06])),
    ),
    min_size=15,
    max_size=40,
)


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(ACTS)
def test_whatever_people_choose_those_who_chose_the_same_are_called_in_their_order(
    sqlite_template, tmp_path_factory, clock, acts
):
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("kinds") / "hall.db")
    store = open_store(str(path), clock)
    hall = operations.hall(store)
    waiting: dict[CounterKind | None, list[str]] = {None: [], COMPREHENSIVE: [], DEPARTMENT: []}
    for act, what in acts:
        clock.advance(seconds=100)
        if act == "take":
            with suppress(QuotaUsed):
                waiting[what].append(take_at(store, what).number)
            continue
        kind = hall.counter(what).kind
        number = called(store, what)
        mine = [lane for lane in (waiting[None], waiting[kind]) if lane]
        assert number in [lane[0] for lane in mine] if mine else number is None
        for lane in mine:
            if lane[0] == number:
                lane.pop(0)
                break
    store.close()
