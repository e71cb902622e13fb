"""The record: whole, and enough to tell where everybody is."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, make_url, text

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.pause import PauseReason
from common.domain.session import Approval
from common.domain.ticket import ACTIVE, ENDED, HoldKind, LegState
from common.operations.errors import RequestReused
from common.store import open_store

F01, F02, B01 = "F01", "F02", "B01"
AGREED = Approval("z04", "an ambulance waits")


@pytest.fixture
def tamper(hall_url):
    """Change the tables past the code."""
    on_postgres = hall_url.startswith("postgresql")
    url = make_url(hall_url).set(drivername="postgresql+psycopg") if on_postgres else None
    engine = create_engine(url or f"sqlite:///{hall_url}")

    def tamper(*statements):
        with engine.begin() as connection:
            for statement in statements:
                assert connection.execute(text(statement)).rowcount > 0

    yield tamper
    engine.dispose()


@pytest.fixture
def day(store, take, clock):
    """A small day: ten events, FA003 still waits, FA002 was called twice."""
    for _ in range(3):
        take()
    operations.call_next(store, F01)
    operations.serve(store, F01)
    operations.finish(store, F01)
    operations.call_next(store, F01)
    clock.advance(seconds=20)
    operations.recall(store, F01)
    with store.read() as tx:
        return len(list(tx.events()))


def test_an_honest_record_is_whole(store, day):
    report = operations.check_chain(store)
    assert report.whole
    assert report.events == day == 8


def test_a_record_of_nothing_is_whole(store):
    assert operations.check_chain(store).whole


@pytest.mark.parametrize(
    "edit",
    [
        "number = 'FA009'",
        "counter = 'F02'",
        "clerk = 'f09'",
        "at = at + 1",
        "day = '2026-11-24'",
        "move = 'recall'",
        """facts = replace(facts, 'called', 'missed')""",
        "hash = replace(hash, substr(hash, 1, 1), 'x')",
    ],
)
def test_an_edited_event_is_found(store, day, tamper, edit):
    tamper(f"UPDATE event SET {edit} WHERE sequence = 4")
    assert operations.check_chain(store).broken_at == 4


@pytest.mark.parametrize("gone", [1, 4, 7])
def test_a_deleted_event_is_found(store, day, tamper, gone):
    tamper(f"DELETE FROM event WHERE sequence = {gone}")
    assert not operations.check_chain(store).whole


def test_a_deleted_event_is_found_even_if_the_rest_moved_up(store, day, tamper):
    tamper(
        "DELETE FROM event WHERE sequence = 7", "UPDATE event SET sequence = 7 WHERE sequence = 8"
    )
    assert operations.check_chain(store).broken_at == 7


@pytest.mark.parametrize("newest", [1, 2, 3, 4, 5])
def test_missing_newest_events_are_found(store, day, tamper, newest):
    tamper(f"DELETE FROM event WHERE sequence > {day - newest}")
    report = operations.check_chain(store)
    assert report.broken_at is None
    assert "FA002" in report.astray


def test_a_person_who_was_moved_past_the_record_is_found(store, day, tamper):
    tamper("UPDATE leg SET state = 'missed' WHERE number = 'FA003'")
    assert operations.check_chain(store).astray == ("FA003",)


# One id, one act


def test_one_id_for_two_acts_is_refused(store, take):
    issued = take()
    request = operations.new_id()
    operations.call_next(store, F01, request=request)
    with pytest.raises(RequestReused, match="FA001"):
        operations.serve(store, F01, request=request)
    with pytest.raises(RequestReused):
        operations.call_next(store, F02, request=issued.ticket)
    with pytest.raises(RequestReused) as reused:
        operations.issue(store, ["FA002"], ticket=request)
    assert "叫号" in reused.value.text("zh")
    assert operations.desk(store, F01).current.state is LegState.CALLED


def test_every_verb_is_done_once_for_one_id(store, take, clock, call_in_vain):
    """The answer of the second time is that of the first, and the record grows by no event."""

    def twice(verb, *arguments, **options):
        request = operations.new_id()
        first = verb(store, *arguments, request=request, **options)
        with store.read() as tx:
            count = len(list(tx.events()))
        assert verb(store, *arguments, request=request, **options) == first
        with store.read() as tx:
            assert len(list(tx.events())) == count
        return first

    number = take().number
    twice(operations.call_next, F01)
    clock.advance(seconds=20)
    twice(operations.recall, F01)
    call_in_vain(store, F01)
    twice(operations.miss, F01)
    twice(operations.reinstate, number)
    twice(operations.call_number, F01, number, "reason")
    twice(operations.serve, F01)
    twice(operations.hold, F01)
    twice(operations.resume, number, F01)
    twice(operations.consult, F01, "F11")
    operations.call_next(store, "F11")
    operations.serve(store, "F11")
    twice(operations.transfer, "F11", "FD")
    twice(operations.put_first, number, AGREED)
    assert twice(operations.cancel, number).state is LegState.CANCELLED
    take()
    operations.call_next(store, F01)
    operations.serve(store, F01)
    twice(operations.finish, F01)
    twice(operations.pause, F01, PauseReason.LUNCH)
    twice(operations.reopen, F01)
    twice(operations.add_queue, F01, "BA")
    twice(operations.drop_queue, F01, "BA")
    assert operations.check_chain(store).whole


# Two legs of one person


def test_a_reinstated_leg_stays_out_of_line_while_its_person_is_at_a_counter(
    store, take, call_in_vain
):
    number = take("FA002", "BA001").number
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    assert operations.call_next(store, B01).number == number
    operations.reinstate(store, number)
    assert operations.call_next(store, F01) is None
    operations.serve(store, B01)
    operations.finish(store, B01)
    assert operations.call_next(store, F01).number == number


# Any day at all

COUNTERS = ("F01", "F11", "B01")
MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
WANTED = (["FA002"], ["FA002", "BA001"], ["FD001", "BA001", "FA002"], ["YJS07"])
counters = st.sampled_from(COUNTERS)
people = st.integers(0, 3)
ACTS = st.one_of(
    st.tuples(st.just("issue"), st.sampled_from(WANTED), st.sampled_from(["P0", "P1", "P9"])),
    st.tuples(st.just("call_next"), counters),
    st.tuples(st.just("serve"), counters),
    st.tuples(st.just("finish"), counters),
    st.tuples(st.sampled_from(["recall", "recall", "miss"]), counters),
    st.tuples(st.just("hold"), counters, st.sampled_from(HoldKind)),
    st.tuples(
        st.sampled_from(["transfer", "consult"]),
        counters,
        st.sampled_from(["FA", "FD", "F11", "B01"]),
    ),
    st.tuples(st.just("pause"), counters, st.sampled_from(PauseReason)),
    st.tuples(st.just("reopen"), counters),
    st.tuples(
        st.sampled_from(["add_queue", "drop_queue"]), counters, st.sampled_from(["FA", "BA"])
    ),
    st.tuples(st.just("pass"), st.sampled_from([20, 20, 120, 1800])),
    st.tuples(st.just("call_number"), counters, people),
    st.tuples(st.just("resume"), people, st.none() | counters),
    st.tuples(st.sampled_from(["reinstate", "reinstate", "cancel", "put_first"]), people),
)


def act(store, clock, numbers, verb, *arguments):
    def number(i):
        return numbers[i % len(numbers)] if numbers else "FA001"

    if verb == "issue":
        wanted, priority = arguments
        issued = operations.issue(
            store,
            wanted,
            ticket=operations.new_id(),
            priority=priority,
            approval=Approval("boss", "cannot wait") if priority == "P9" else None,
        )
        numbers.append(issued.number)
    elif verb == "call_number":
        counter, person = arguments
        operations.call_number(store, counter, number(person), "reason")
    elif verb == "resume":
        person, counter = arguments
        operations.resume(store, number(person), counter)
    elif verb == "pass":
        clock.advance(seconds=arguments[0])
    elif verb == "hold":
        counter, kind = arguments
        operations.hold(store, counter, kind=kind)
    elif verb == "put_first":
        operations.put_first(store, number(*arguments), AGREED)
    elif verb in ("reinstate", "cancel"):
        getattr(operations, verb)(store, number(*arguments))
    else:
        getattr(operations, verb)(store, *arguments)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(ACTS, min_size=20, max_size=80))
def test_the_record_of_any_day_gives_the_state_of_everyone(
    sqlite_template, tmp_path_factory, clock, acts
):
    path = shutil.copy(sqlite_template, tmp_path_factory.mktemp("day") / "hall.db")
    clock.set(MORNING)
    store = open_store(str(path), clock)
    numbers: list[str] = []
    for one in acts:
        # Refused with words is fine. Anything else is a bug and fails the test.
        with suppress(JiaohaoError):
            act(store, clock, numbers, *one)
    with store.read() as tx:
        events = [event for event in tx.events() if event.leg]
        told = {e.leg: e.facts["state"] for e in events}
        tickets = {e.ticket for e in events}
        legs = [leg for ticket in tickets for leg in tx.legs_of(ticket)]
    assert told == {leg.id: leg.state for leg in legs}
    assert operations.check_chain(store).whole
    for ticket in tickets:
        of_ticket = [leg for leg in legs if leg.ticket == ticket]
        active = [leg for leg in of_ticket if leg.state in ACTIVE]
        assert len(active) <= 1
        waiting = [leg for leg in of_ticket if leg.state is LegState.WAITING]
        assert not (active and waiting), "a person stands in one place"
        assert (
            active
            or waiting
            or all(leg.state in (*ENDED, LegState.MISSED, LegState.PLANNED) for leg in of_ticket)
        ), "nobody is forgotten"
        stuck = [leg for leg in of_ticket if leg.state is LegState.PLANNED]
        assert not stuck or any(leg.state not in (*ENDED, LegState.PLANNED) for leg in of_ticket)
    store.close()
