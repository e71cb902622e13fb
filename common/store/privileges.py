"""Who may do what on a PostgreSQL server: least privileges for each kind of front end.

A front end that is broken into can do no more than its own work. Nobody but the owner of the
tables can change them, and nobody at all edits or deletes an event.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import psycopg
from psycopg import sql

from common.store.database import is_server, open_store
from common.store.errors import (
    DatabaseAway,
    GrantNeedsServer,
    GrantNotAllowed,
    NotAUserName,
    UserOwnsDatabase,
)
from common.store.postgres import connect, first_line


class DatabaseRole(StrEnum):
    """What a program is, to the database."""

    DISPLAY = "display"
    KIOSK = "kiosk"
    COUNTER = "counter"
    ADMINISTRATOR = "administrator"


_CATALOGUE = (
    *("alembic_version", "hall", "zone", "department", "queue", "material", "service", "bundle"),
    *("counter", "counter_queue", "priority_class", "sample_picture"),
)
_LINE = ("ticket", "leg", "event", "pause", "extra_queue", "print_job", "kiosk_state")
_MOVED = (
    "UPDATE (day, lane, state, ready_at, counter, only_counter, comes_back, called_at, "
    "last_called_at, times_called, serving_since, held_since, held_seconds, ended_at, reinstated, "
    "outcome, cases, hold_kind, returns_to, only_kind)"
)
"""What moves change of a leg; whose it is and what for stays."""

_SEES_THE_LINE = {
    **dict.fromkeys((*_CATALOGUE, *_LINE), "SELECT"),
    # Expected waits need to know which counters are open, for which queues; not who is there.
    "session": "SELECT (hall, counter, clerk, until)",
    "clerk": "SELECT (hall, login, skills)",
}
_ISSUES = {
    "ticket": "SELECT, INSERT",
    "leg": f"SELECT, INSERT, {_MOVED}",
    "event": "SELECT, INSERT",
    "print_job": "SELECT, INSERT, UPDATE (state, bytes_written, trouble, cleared, ended_at)",
}
_KEEPS_FORMS = {"form_key": "SELECT", "filled_form": "INSERT", "form_link": "INSERT"}
"""A kiosk that is stolen reads no form, nor even which there are."""
_READS_FORMS = {
    "form_key": "SELECT",
    "filled_form": "SELECT, UPDATE (sealed, key_id, state, picked_up_at, erase_after)",
    "form_link": "SELECT",
}
_BOOKS = {
    "appointment": "SELECT, INSERT, "
    "UPDATE (day, slot, queue, service, person, phone_tail, state, ended_at, ticket)"
}
"""A kiosk books and checks in; the code, and who booked where, stay."""
_TELLS_OF_ITSELF = {"kiosk_state": "SELECT, INSERT, UPDATE"}
_CALLS_HELP = {"help_call": "SELECT, INSERT, UPDATE (ended, ended_at)"}
_HELPS = {"help_call": "SELECT, UPDATE (acknowledged_by, acknowledged_at, ended, ended_at)"}

_HEARS_OPINIONS = {"rating": "SELECT, INSERT", "opinion": "SELECT, INSERT"}
_ANSWERS_OPINIONS = {
    "rating": "SELECT",
    "opinion": "SELECT, UPDATE (answer, answered_by, answered_at)",
}

PRIVILEGES: Mapping[DatabaseRole, Mapping[str, str]] = {
    DatabaseRole.DISPLAY: _SEES_THE_LINE,
    DatabaseRole.KIOSK: {
        **_SEES_THE_LINE,
        **_ISSUES,
        **_TELLS_OF_ITSELF,
        **_KEEPS_FORMS,
        **_CALLS_HELP,
        **_HEARS_OPINIONS,
        **_BOOKS,
        "blocked_person": "SELECT",
        "hall_secret": "SELECT",
        "kiosk_pin": "SELECT",
        "kiosk_pin_tries": "SELECT, INSERT, UPDATE",
    },
    DatabaseRole.COUNTER: {
        **_SEES_THE_LINE,
        **_ISSUES,
        **_READS_FORMS,
        **_HELPS,
        **_ANSWERS_OPINIONS,
        "appointment": "SELECT, INSERT, UPDATE",
        "blocked_person": "SELECT, INSERT, UPDATE, DELETE",
        "hall_secret": "SELECT",
        "session": "SELECT, INSERT, UPDATE (until)",
        "clerk": "SELECT, UPDATE (password_hash, must_change, failures, locked_until)",
        "pause": "SELECT, INSERT, UPDATE (until)",
        "extra_queue": "SELECT, INSERT, UPDATE (until)",
    },
    DatabaseRole.ADMINISTRATOR: {
        **_ANSWERS_OPINIONS,
        **dict.fromkeys(_CATALOGUE, "SELECT, INSERT, UPDATE"),
        **_ISSUES,
        **_READS_FORMS,
        **_HELPS,
        "form_key": "SELECT, INSERT",
        "kiosk_state": "SELECT, UPDATE (switched_off)",
        "alembic_version": "SELECT",
        "counter_queue": "SELECT, INSERT, DELETE",
        "sample_picture": "SELECT, INSERT, DELETE",
        "appointment": "SELECT, INSERT, UPDATE",
        "blocked_person": "SELECT, INSERT, UPDATE, DELETE",
        "hall_secret": "SELECT",
        "kiosk_pin": "SELECT, INSERT, UPDATE, DELETE",
        "kiosk_pin_tries": "SELECT, DELETE",
        "session": "SELECT, INSERT, UPDATE (until)",
        "clerk": "SELECT, INSERT, UPDATE",
        "pause": "SELECT, INSERT, UPDATE (until)",
        "extra_queue": "SELECT, INSERT, UPDATE (until)",
    },
}
"""For each role, what it may do with which table. It sees no other."""


def grant(url: str, role: DatabaseRole, user: str, password: str | None = None) -> bool:
    """Give the database user `user` the rights of `role`, and no others; True when it is new.

    A user that exists keeps its password unless one is given. All of it or nothing. Raises
    GrantNeedsServer, NotAUserName, UserOwnsDatabase, GrantNotAllowed, and what `open_store` raises.
    """
    if not is_server(url):
        raise GrantNeedsServer
    if not 0 < len(user.encode()) <= _LONGEST_NAME or user.startswith("pg_") or "\0" in user:
        raise NotAUserName(user=user)
    open_store(url).close()  # Raises unless the database is of this version.
    try:
        with connect(url) as connection, connection.transaction():
            return _grant(connection, role, user, password)
    except psycopg.errors.InsufficientPrivilege as error:
        raise GrantNotAllowed(detail=first_line(error)) from error
    except psycopg.OperationalError as error:
        raise DatabaseAway(detail=first_line(error)) from error


_LONGEST_NAME = 63
"""Bytes of a name; the server would cut a longer one off."""
_OWNS = """
    SELECT rolsuper OR EXISTS (
        SELECT 1 FROM pg_class WHERE oid = 'hall'::regclass AND relowner = pg_roles.oid)
    FROM pg_roles WHERE rolname = %s
"""


def _grant(
    connection: psycopg.Connection, role: DatabaseRole, user: str, password: str | None
) -> bool:
    known = connection.execute(_OWNS, [user]).fetchone()
    if known is not None and known[0]:
        raise UserOwnsDatabase(user=user)
    name = sql.Identifier(user)
    if known is None:
        _run(connection, "CREATE ROLE {} LOGIN", name)
    if password is not None:
        # As a verifier, so that the server's log never holds the password.
        secret = connection.pgconn.encrypt_password(
            password.encode(), user.encode(), b"scram-sha-256"
        )
        _run(connection, "ALTER ROLE {} PASSWORD {}", name, sql.Literal(secret.decode()))
    database = connection.execute("SELECT current_database(), current_schema()").fetchone()
    assert database is not None
    here, schema = map(sql.Identifier, database)
    _run(connection, "REVOKE CREATE ON SCHEMA {} FROM PUBLIC, {}", schema, name)
    _run(connection, "REVOKE ALL ON ALL TABLES IN SCHEMA {} FROM PUBLIC, {}", schema, name)
    _run(connection, "GRANT CONNECT ON DATABASE {} TO {}", here, name)
    _run(connection, "GRANT USAGE ON SCHEMA {} TO {}", schema, name)
    for table, privileges in PRIVILEGES[role].items():
        _run(connection, f"GRANT {privileges} ON {{}} TO {{}}", sql.Identifier(table), name)
    return known is None


def _run(connection: psycopg.Connection, statement: str, *names: sql.Composable) -> None:
    connection.execute(sql.SQL(statement).format(*names))
