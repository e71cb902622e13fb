"""Databases of a PostgreSQL server that tests borrow, and that are made like new after each.

A new database is hundreds of files, which take a server longer than most tests take. What a test
wrote is taken out again instead; a database whose structure was changed is dropped.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from psycopg import sql
from sqlalchemy import make_url

_MOST_ROWS = 2000
"""A table with more was filled by a test of large halls: deleted rows would leave it large."""

_CATALOGS = (
    *("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_index", "pg_trigger"),
    *("pg_proc", "pg_type", "pg_namespace", "pg_extension", "pg_policy", "pg_rewrite"),
    *("pg_statistic", "pg_default_acl", "pg_largeobject_metadata"),
)
"""Whatever changes the structure of a database, or its rights, leaves a mark in one of these."""

_SETTINGS = """
SELECT datallowconn, datconnlimit, datacl::text, datdba,
    (SELECT count(*) FROM pg_db_role_setting WHERE setdatabase = pg_database.oid)
FROM pg_database WHERE datname = current_database()
"""

_TABLES = """
SELECT relname FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname
"""


@dataclass(frozen=True)
class Mark:
    """How many rows a table has, and the latest change that wrote one of them."""

    rows: int
    latest: int


@dataclass(frozen=True)
class Database:
    name: str
    marks: dict[str, Mark]
    """Of each table as a test finds it."""


class LentDatabases:
    """Copies of the database `template` of one server."""

    def __init__(self, server: str, template: str) -> None:
        self._server = server
        self._template = template
        self._free: list[Database] = []
        with psycopg.connect(self._address(template), autocommit=True) as connection:
            self._tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
            self._structure = self._look_at_structure(connection)
            self._marks = _marks(connection, self._tables)
            self._contents = {name: _copied(connection, name) for name in self._tables}

    @contextmanager
    def lend(self) -> Iterator[str]:
        """The address of a database like the template. No other test ever has the same address."""
        name = f"hall_{uuid.uuid4().hex}"
        with psycopg.connect(self._server, autocommit=True) as connection:
            if self._free:
                known = self._free.pop()
                connection.execute(f"ALTER DATABASE {known.name} RENAME TO {name}")
                lent = Database(name, known.marks)
            else:
                connection.execute(
                    f"CREATE DATABASE {name} TEMPLATE {self._template} STRATEGY WAL_LOG"
                )
                lent = Database(name, self._marks)
            yield self._address(name)
            renewed = self._renewed(lent)
            if renewed is not None:
                self._free.append(renewed)
            else:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def _renewed(self, lent: Database) -> Database | None:
        """The database as it was before it was lent; None if it cannot be."""
        try:
            with psycopg.connect(self._address(lent.name), autocommit=True) as connection:
                connection.execute("SET lock_timeout = '1s'")
                connection.execute("SET session_replication_role = replica")
                others = connection.execute(
                    "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                ).fetchall()
                if not all(ended for (ended,) in others):
                    return None
                if self._look_at_structure(connection) != self._structure:
                    return None
                now = _marks(connection, self._tables)
                changed = [name for name in self._tables if now[name] != lent.marks[name]]
                if any(now[name].rows > _MOST_ROWS for name in changed):
                    return None
                with connection.transaction():
                    for table in changed:
                        self._restore(connection, table)
                return Database(lent.name, {**now, **_marks(connection, changed)})
        except psycopg.Error:
            return None

    def _address(self, name: str) -> str:
        return make_url(self._server).set(database=name).render_as_string(hide_password=False)

    @staticmethod
    def _look_at_structure(connection: psycopg.Connection) -> tuple[object, ...]:
        return (_marks(connection, _CATALOGS), connection.execute(_SETTINGS).fetchone())

    def _restore(self, connection: psycopg.Connection, table: str) -> None:
        here = sql.Identifier(table)
        connection.execute(sql.SQL("DELETE FROM {}").format(here))
        command = sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(here)
        with connection.cursor().copy(command) as copy:
            copy.write(self._contents[table])


def _marks(connection: psycopg.Connection, tables: Sequence[str]) -> dict[str, Mark]:
    if not tables:
        return {}
    one = sql.SQL("SELECT {}, count(*), coalesce(max(xmin::text::bigint), 0) FROM {}")
    each = [one.format(name, sql.Identifier(name)) for name in tables]
    rows = connection.execute(sql.SQL(" UNION ALL ").join(each)).fetchall()
    return {name: Mark(count, latest) for name, count, latest in rows}


def _copied(connection: psycopg.Connection, table: str) -> bytes:
    command = sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(table))
    with connection.cursor().copy(command) as copy:
        return b"".join(copy)
