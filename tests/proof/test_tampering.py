"""Whoever changes the record, or the tables behind its back, is noticed; `jiaohao doctor` tells."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta

import psycopg
import pytest

from common import operations
from common.domain.event import Act
from common.domain.pause import PauseReason
from common.domain.session import Approval
from common.domain.ticket import HoldKind, Move
from common.store import open_store
from tests.commanding import run

START = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
AGREED = Approval("chen", "an ambulance waits")
PERSON = "440100199001011234"


def a_day(store):
    """Something of everything: QA001 is done, QA002 on hold, QA003 waits first, QA004 was sent."""

    def take(*wanted):
        return operations.issue(store, wanted, ticket=operations.new_id()).number

    operations.sign_in(store, "A01", "li", "Right-2026")
    session = operations.sign_in(store, "B02", "wang", "Right-2026")
    for _ in range(4):
        take("S1")
    operations.call_next(store, "A01")
    operations.serve(store, "A01")
    operations.finish(store, "A01")
    operations.call_next(store, "A01")
    operations.serve(store, "A01")
    operations.hold(store, "A01", kind=HoldKind.PAPERS_LEFT)
    operations.put_first(store, "QA004", AGREED)
    operations.call_next(store, "A01")
    operations.consult(store, "A01", "B02")
    take("BUNDLE")
    operations.pause(store, "B01", PauseReason.LUNCH)
    operations.add_queue(store, "A01", "QC", approval=AGREED)
    operations.block_person(store, PERSON, None, "shouted", "chen")
    tomorrow = START.date() + timedelta(days=1)
    booked = [
        operations.book(store, "S3", tomorrow, time(9, half), appointment=operations.new_id())
        for half in (0, 30)
    ]
    operations.cancel_appointment(store, booked[1].code)
    operations.sign_out(store, session.id)


@pytest.fixture(scope="session")
def sqlite_day(proof_template, tmp_path_factory):
    path = tmp_path_factory.mktemp("day") / "hall.db"
    shutil.copy(proof_template, path)
    store = open_store(str(path), lambda: START)
    a_day(store)
    store.close()
    return path


@pytest.fixture
def lived(sqlite_day, tmp_path):
    """The address of a hall with a day behind it."""
    return str(shutil.copy(sqlite_day, tmp_path / "hall.db"))


@pytest.fixture
def lived_on_a_server(postgres_place):
    store = open_store(postgres_place.url, lambda: START)
    a_day(store)
    store.close()
    return postgres_place.url


def tamper(url, statements):
    """Change rows as somebody with the database's own tools would."""
    if "://" in url:
        with psycopg.connect(url) as connection:
            for statement in statements:
                assert connection.execute(statement).rowcount > 0, statement
    else:
        with closing(sqlite3.connect(url)) as connection, connection:
            for statement in statements:
                assert connection.execute(statement).rowcount > 0, statement


def check(url):
    store = open_store(url, lambda: START)
    report = operations.check_chain(store)
    store.close()
    return report


EVENTS = {
    "an edited act": ["UPDATE event SET counter = 'A02' WHERE move = 'pause'"],
    "an edited reason of an act": [
        "UPDATE event SET facts = replace(facts, 'lunch', 'other') WHERE move = 'pause'"
    ],
    "an act by somebody else": ["UPDATE event SET clerk = 'li' WHERE move = 'block_person'"],
    "an act turned into another": ["UPDATE event SET move = 'sign_out' WHERE sequence = 1"],
    "an edited call": [
        "UPDATE event SET facts = replace(facts, 'QA001', 'QA002') WHERE move = 'call'"
    ],
    "another time": ["UPDATE event SET at = at - 60000000 WHERE move = 'finish'"],
    "an act that is gone": ["DELETE FROM event WHERE move = 'add_queue'"],
    "a move that is gone": ["DELETE FROM event WHERE sequence = 8"],
    "two that changed places": [
        "UPDATE event SET sequence = 900 WHERE sequence = 8",
        "UPDATE event SET sequence = 8 WHERE sequence = 9",
        "UPDATE event SET sequence = 9 WHERE sequence = 900",
    ],
    "a first event that is gone": ["DELETE FROM event WHERE sequence = 1"],
}
TABLES = {
    "a leg in another state": ("UPDATE leg SET state = 'missed' WHERE number = 'QA003'", "QA003"),
    "a leg in another queue": ("UPDATE leg SET queue = 'QC' WHERE number = 'QA003'", "QA003"),
    "a better class": ("UPDATE leg SET lane = 'P5' WHERE number = 'QA003'", "QA003"),
    "more seniority": ("UPDATE leg SET ready_at = ready_at - 1 WHERE number = 'QA003'", "QA003"),
    "another end": ("UPDATE leg SET ended_at = ended_at + 1 WHERE number = 'QA001'", "QA001"),
    "another outcome": ("UPDATE leg SET outcome = 'refused' WHERE number = 'QA001'", "QA001"),
    "more cases": ("UPDATE leg SET cases = 9 WHERE number = 'QA001'", "QA001"),
    "a shorter hold": (
        "UPDATE leg SET held_since = held_since + 1 WHERE number = 'QA002'",
        "QA002",
    ),
    "another kind of hold": (
        "UPDATE leg SET hold_kind = 'papers_taken' WHERE number = 'QA002'",
        "QA002",
    ),
    "another counter": ("UPDATE leg SET counter = 'A02' WHERE number = 'QA001'", "QA001"),
    "a way back that is gone": (
        "UPDATE leg SET returns_to = NULL WHERE number = 'QA004' AND state = 'waiting'",
        "QA004",
    ),
    "a later stage skipped": (
        "UPDATE leg SET state = 'cancelled' WHERE number = 'QA005' AND stage = 2 AND position = 2",
        "QA005",
    ),
    "a counter that does not pause": ("UPDATE pause SET until = since", "B01"),
    "a queue that was not added": ("UPDATE extra_queue SET queue = 'QB'", "A01"),
    "a clerk who is not there": ("UPDATE session SET until = since WHERE counter = 'A01'", "A01"),
    "a clerk who is there again": ("UPDATE session SET until = NULL WHERE counter = 'B02'", "B02"),
    "a block that is lifted": ("DELETE FROM blocked_person", None),
    "an appointment kept alive": (
        "UPDATE appointment SET state = 'booked' WHERE state = 'cancelled'",
        None,
    ),
    "an appointment that is gone": ("DELETE FROM appointment WHERE state = 'booked'", None),
}


def test_an_honest_day_is_whole(lived):
    report = check(lived)
    assert report.whole
    assert report.events > 25


@pytest.mark.parametrize("statements", EVENTS.values(), ids=EVENTS)
def test_a_changed_record_is_noticed(lived, statements):
    tamper(lived, statements)
    report = check(lived)
    assert not report.whole
    assert report.broken_at is not None


@pytest.mark.parametrize("gone", range(1, 8))
def test_missing_newest_events_are_noticed(lived, gone):
    """The day ended with a sign-out, a cancelled appointment, bookings, a block, a queue, a pause:
    no hash tells that they are gone, the tables do."""
    newest = check(lived).events
    tamper(lived, [f"DELETE FROM event WHERE sequence > {newest - gone}"])
    report = check(lived)
    assert report.broken_at is None
    assert report.astray


@pytest.mark.parametrize(("statement", "whose"), TABLES.values(), ids=TABLES)
def test_a_row_changed_behind_the_record_is_noticed(lived, statement, whose):
    tamper(lived, [statement])
    report = check(lived)
    assert report.broken_at is None
    assert len(report.astray) == 1
    if whose is not None:
        assert report.astray == (whose,)


def test_so_it_is_on_a_server(lived_on_a_server):
    url = lived_on_a_server
    assert check(url).whole
    for statement in ("another outcome", "a queue that was not added", "a clerk who is not there"):
        tamper(url, [TABLES[statement][0]])
    assert check(url).astray == ("A01", "QA001")
    tamper(url, EVENTS["an edited reason of an act"])
    assert check(url).broken_at is not None


def test_legs_that_were_removed_or_slipped_in_are_noticed(lived):
    copied = "ticket, hall, day, number, 7, stage, queue, lane, services, state, ready_at"
    columns = "ticket, hall, day, number, position, stage, queue, lane, services, state, ready_at"
    rest = "day_order, comes_back, times_called, held_seconds, reinstated, cases"
    tamper(
        lived,
        [
            f"INSERT INTO leg (id, {columns}, {rest}) "
            f"SELECT '0190aaaa-0000-7000-8000-000000000001', {copied}, {rest} "
            "FROM leg WHERE number = 'QA003'"
        ],
    )
    assert check(lived).astray == ("QA003",)


@pytest.mark.parametrize("gone", [1000, 1001, 2000])
def test_a_long_record_is_read_to_its_end(lived, gone):
    store = open_store(lived, lambda: START)
    with store.write() as tx:
        for _ in range(2100):
            tx.record_act(Act.REFUSE, facts={"rule": "hall_closed"})
    store.close()
    report = check(lived)
    assert report.whole
    assert report.events > 2100
    tamper(lived, [f"DELETE FROM event WHERE sequence = {gone}"])
    assert check(lived).broken_at == gone


def test_a_forged_record_whose_hashes_fit_still_tells_no_story(lived):
    """Somebody with the program chains anew, and says that QA003, who waits, was served."""
    store = open_store(lived, lambda: START)
    with store.write() as tx:
        (waiting,) = tx.legs_of(tx.ticket_numbered("QA003").id)
        tx.record_event(waiting, Move.SERVE, day=START.date(), facts={"state": "serving"})
    report = operations.check_chain(store)
    store.close()
    assert report.broken_at == report.events


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (EVENTS["an edited act"], "was edited or is missing; keep the file as evidence"),
        ([TABLES["another end"][0]], "the record says otherwise of QA001"),
        ([TABLES["a counter that does not pause"][0]], "the record says otherwise of B01"),
    ],
)
def test_doctor_tells_and_says_what_to_do(lived, statements, told, monkeypatch, capsys):
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("JIAOHAO_DB", lived)
    before = run(["doctor"], capsys)
    assert before.code == 0, before
    tamper(lived, statements)
    after = run(["doctor"], capsys)
    assert after.code == 1
    assert told in after.out
    assert "keep the file as evidence" in after.out
