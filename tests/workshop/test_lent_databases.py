"""A database that one test has borrowed is like new for the next, or it is not lent again."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import make_url

from common import operations
from common.store import open_store


def contents(url: str) -> dict[str, list[tuple]]:
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        ).fetchall()
        return {
            table: connection.execute(f"SELECT t::text FROM {table} AS t ORDER BY 1").fetchall()
            for (table,) in tables
        }


def oid(url: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(
            "SELECT oid FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert row is not None
    return int(row[0])


def test_what_one_wrote_the_next_does_not_find(lent_databases):
    with lent_databases.lend() as url:
        first, before = oid(url), contents(url)
        store = open_store(url)
        operations.issue(store, ["FA002"], ticket=operations.new_id())
        with store.write() as tx:
            tx.write_hall(tx.hall)
        store.close()
        with psycopg.connect(url) as connection:
            connection.execute("DELETE FROM event; DELETE FROM service WHERE code LIKE 'A%'")
            connection.execute("UPDATE queue SET position = position + 100")
        assert contents(url) != before
    with lent_databases.lend() as next_url:
        assert next_url != url
        assert oid(next_url) == first
        assert contents(next_url) == before


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE note (words text)",
        "ALTER TABLE ticket ADD COLUMN note text",
        "DROP INDEX ix_leg_lane",
        "ALTER TABLE event DISABLE TRIGGER ALL",
        "GRANT SELECT ON ticket TO pg_monitor",
        "ANALYZE",
        "ALTER DATABASE {name} CONNECTION LIMIT 3",
        "ALTER DATABASE {name} SET work_mem = '1MB'",
    ],
)
def test_what_cannot_be_taken_out_again_is_not_lent_again(lent_databases, change):
    with lent_databases.lend() as url:
        first, name = oid(url), make_url(url).database
        store = open_store(url)
        operations.issue(store, ["FA002"], ticket=operations.new_id())
        store.close()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(change.format(name=name))
    with lent_databases.lend() as next_url:
        assert oid(next_url) != first


def test_a_large_one_is_not_lent_again(lent_databases, monkeypatch):
    monkeypatch.setattr("tests.lent_databases._MOST_ROWS", 0)
    with lent_databases.lend() as url:
        first = oid(url)
        store = open_store(url)
        operations.issue(store, ["FA002"], ticket=operations.new_id())
        store.close()
    with lent_databases.lend() as next_url:
        assert oid(next_url) != first
