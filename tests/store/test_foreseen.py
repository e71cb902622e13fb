"""What a verb asks first travels with the hall's lock, and is never older than the lock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import psycopg
import pytest

from common import operations
from common.domain.ids import CounterCode, RequestId, TicketId
from common.domain.ticket import Move
from common.store import Store, open_store
from common.store.database import Clock
from common.store.errors import DatabaseOutdated
from common.store.pipeline import PostgresLink
from tests.sql import run_sql

HERE = CounterCode("F01")


@pytest.fixture
def store(postgres_url: str, clock: Clock) -> Iterator[Store]:
    with closing(open_store(postgres_url, clock)) as store:
        operations.hall(store)
        yield store


@pytest.fixture
def trips(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many statements each trip to the server carried."""
    made: list[int] = []
    travel = PostgresLink._travel

    def counted(link, sent, needed):
        made.append(len(sent))
        return travel(link, sent, needed)

    monkeypatch.setattr(PostgresLink, "_travel", counted)
    return made


def test_a_verb_takes_two_trips_and_a_call_three(store, trips, take):
    take(store)  # the first of the day, after which yesterday's numbers are looked for
    trips.clear()
    operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    assert len(trips) == 2
    for verb, expected in (
        (operations.call_next, 3),
        (operations.serve, 2),
        (operations.finish, 2),
    ):
        trips.clear()
        verb(store, HERE, request=RequestId(operations.new_id()))
        assert len(trips) == expected, verb.__name__


def test_what_others_did_before_the_turn_came_is_in_the_answers(store, postgres_url, clock, take):
    with closing(open_store(postgres_url, clock)) as other:

        def ask(tx):
            take(other)  # after the question was formed, before it travels
            tx.waiting()

        with store.write(ask) as tx:
            assert [leg.number for leg in tx.waiting()] == ["FA001"]


def test_an_answer_ends_with_the_first_change(store, take):
    take(store)
    asked = operations.new_id()
    with store.write(lambda tx: (tx.waiting(), tx.event_of(asked))) as tx:
        (leg,) = tx.waiting()
        assert tx.event_of(asked) is None
        tx.record(leg, leg.call(HERE, tx.now), Move.CALL, day=tx.today, request=asked)
        assert tx.waiting() == []
        assert tx.event_of(asked).move is Move.CALL


def test_a_pc_with_a_wrong_date_gets_the_answers_of_the_servers_day(
    postgres_url, take, monkeypatch
):
    with closing(open_store(postgres_url)) as store:
        number = take(store).number
        monkeypatch.setattr(
            "common.store.database.utc_now", lambda: datetime(2031, 1, 1, tzinfo=UTC)
        )
        assert operations.call_next(store, HERE).number == number


def test_a_foreseen_question_that_the_server_refuses_changes_nothing(store, take):
    def ask(tx):
        tx._rows("SELECT nothing FROM nowhere WHERE hall = :hall")
        tx.waiting()

    with pytest.raises(psycopg.errors.UndefinedTable), store.write(ask) as tx:
        tx.waiting()
    take(store)
    assert operations.check_chain(store).whole


def test_another_version_is_told_before_what_its_tables_lack(store, postgres_url):
    run_sql(postgres_url, "ALTER TABLE leg RENAME COLUMN only_kind TO a_column_of_tomorrow")
    run_sql(postgres_url, "UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(DatabaseOutdated):
        operations.call_next(store, HERE)
