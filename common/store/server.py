"""What is done to databases of a PostgreSQL server as a whole: copies, and one in place of another.

pg_dump and pg_restore do the copying. The owner of the database needs CREATEDB for what makes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import pq, sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from common.store.contents import Contents, read_contents
from common.store.errors import DatabaseAway, MayNotCreateDatabase
from common.store.pipeline import PostgresLink
from common.store.postgres import connect, first_line, without_secret

# Whoever is no superuser learns no backend_type of another user's session, but always the user:
# only the server's own workers have none.
_OTHERS = """
    SELECT coalesce(usename, '?'), count(*) FROM pg_stat_activity
    WHERE datname = %s AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
    GROUP BY 1 ORDER BY 1
"""
_END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = %s AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
"""
_USERS = """
    SELECT DISTINCT rolname FROM pg_class
    CROSS JOIN aclexplode(relacl) AS given JOIN pg_roles ON pg_roles.oid = given.grantee
    WHERE relnamespace = current_schema()::regnamespace AND given.grantee <> relowner
    ORDER BY rolname
"""
MAKE_DATABASE = """
    SELECT format('CREATE ROLE %I', :'owner')
    WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'owner') \\gexec
    ALTER ROLE :"owner" LOGIN CREATEROLE CREATEDB;
    GRANT pg_signal_backend TO :"owner";
    SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE template0 ENCODING %L '
        'LC_COLLATE %L LC_CTYPE %L', :'database', :'owner', 'UTF8', 'C.UTF-8', 'C.UTF-8')
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \\gexec
"""
"""For psql, as the server's administrator: an empty database, and its owner, who may make
databases and users and end connections, as restoring and granting need it. Characters compare as
in no country, so that an upgrade of the system never changes the order of an index."""
_EVERYONE = "SELECT rolname FROM pg_roles"
_COMPARES = "SELECT datcollate, datctype FROM pg_database WHERE datname = %s"
_NAMED_LIKE = "SELECT datname FROM pg_database WHERE datname ~ %s"
_TRIES = 5
_HOME_OF_SERVERS = "postgres"
"""The database that every server has, to speak with it of others."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a database that stays readable for pg_dump."""

    snapshot: str
    server: int
    """The server's version: 15."""
    contents: Contents
    users: tuple[str, ...]
    """Who has rights in it, besides its owner."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a program speaks with its server."""

    version: int
    local: bool
    """Over a socket of this PC."""
    encrypted: bool
    verified: bool
    """Whether the server had to show a certificate that is known here."""


def how_connected(url: str) -> Way:
    """Raises DatabaseAway."""
    with _on_server(url, database_name(url)) as (connection, _):
        mode = str(_address(url).get("sslmode") or "")
        return Way(
            connection.info.server_version // 10_000,
            connection.info.host.startswith("/"),
            bool(connection.pgconn.ssl_in_use),
            mode in ("verify-ca", "verify-full"),
        )


@contextmanager
def moment(url: str, revision: str) -> Iterator[Moment]:
    """Hold the database at `url`, whose tables are of `revision`, as it is now."""
    with connect(url) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (name,) = _row(connection, "SELECT pg_export_snapshot()")
        users = connection.execute(_USERS).fetchall()
        yield Moment(
            str(name),
            connection.info.server_version // 10_000,
            read_contents(PostgresLink(connection, ""), revision),
            tuple(user for (user,) in users),
        )
        connection.execute("ROLLBACK")


def server_version(url: str) -> int:
    """The version of the server at `url`, such as 15. Raises DatabaseAway."""
    with _on_server(url) as (connection, _):
        return connection.info.server_version // 10_000


def database_name(url: str) -> str:
    return str(_address(url).get("dbname") or _address(url).get("user") or "")


def with_database(url: str, name: str) -> str:
    """The address of another database of the same server, for libpq and for `open_store`."""
    parts = _address(url) | {"dbname": name}
    told = (f"{key}={quote(str(value), safe='')}" for key, value in parts.items())
    return "postgresql://?" + "&".join(told)


def plain_address(url: str) -> str:
    """The address as people may see it."""
    return without_secret(_address(url))


def tool_environment(url: str) -> Mapping[str, str]:
    """What tells pg_dump where the database is; the password stands in no command line."""
    told = {}
    for option in pq.Conninfo.parse(make_conninfo("", **_address(url)).encode()):
        if option.envvar and option.val:
            told[option.envvar.decode()] = option.val.decode()
    return told


def exists(url: str) -> bool:
    """Whether the server has this database. Raises DatabaseAway."""
    with _on_server(url) as (connection, name):
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        return known.fetchone() is not None


def others(url: str) -> Mapping[str, int]:
    """Who else is connected to the database: users, and with how many connections."""
    with _on_server(url) as (connection, name):
        return dict(connection.execute(_OTHERS, [name]).fetchall())


def create_empty(url: str, like: str = "") -> None:
    """A new database for a hall, in which characters compare as in the database `like`.

    Raises MayNotCreateDatabase.
    """
    with _on_server(url) as (connection, name):
        make = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0")
        known = connection.execute(_COMPARES, [like]).fetchone()
        locale = sql.SQL(" LC_COLLATE {} LC_CTYPE {}").format(*known) if known else sql.SQL("")
        connection.execute(make.format(sql.Identifier(name)) + locale)


def drop(url: str) -> None:
    """End everyone's connection to a database, and the database."""
    with _on_server(url) as (connection, name):
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


def drop_leftovers(url: str, pattern: str) -> None:
    """Drop databases beside the one at `url` whose whole name matches: of acts that were killed."""
    with _on_server(url) as (connection, _):
        named = connection.execute(_NAMED_LIKE, [f"^{pattern}$"]).fetchall()
    for (name,) in named:
        drop(with_database(url, name))


def add_missing_users(url: str, users: tuple[str, ...]) -> tuple[str, ...]:
    """Make those that the server does not know; without a password none of them gets in."""
    with _on_server(url) as (connection, _):
        missing = tuple(user for user in users if user not in _users(connection))
        for user in missing:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(user)))
    return missing


def drop_users(url: str, users: tuple[str, ...]) -> None:
    """Take users away that were made in vain, and have nothing anywhere."""
    with _on_server(url) as (connection, _):
        for user in users:
            connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(user)))


def known_users(url: str) -> frozenset[str]:
    """Everyone whom the server knows."""
    with _on_server(url) as (connection, _):
        return _users(connection)


def _users(connection: psycopg.Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute(_EVERYONE).fetchall())


def rename(url: str, name: str) -> None:
    """Give the database at `url` another name."""
    with _on_server(url) as (connection, before):
        old, new = sql.Identifier(before), sql.Identifier(name)
        connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(old, new))


def put_in_place(url: str, prepared: str, aside: str) -> None:
    """Let the database `prepared` be the one at `url`, whose own is called `aside` from then on.

    Both or neither. Whoever was connected to either has to connect again.
    """
    with _on_server(url) as (connection, name):
        here, new, old = (sql.Identifier(one) for one in (name, prepared, aside))
        for left in reversed(range(_TRIES)):
            for one in (name, prepared):
                connection.execute(_END_OTHERS, [one])
            try:
                with connection.transaction():
                    # Whoever comes now waits for the end of this transaction.
                    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(here, old))
                    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(new, here))
            except psycopg.errors.ObjectInUse:  # Somebody was back in between.
                if not left:
                    raise
            else:
                return


@contextmanager
def _on_server(
    url: str, database: str = _HOME_OF_SERVERS
) -> Iterator[tuple[psycopg.Connection, str]]:
    """A connection to the server, usually beside the database at `url`; and that one's name."""
    try:
        with connect(with_database(url, database)) as connection:
            yield connection, database_name(url)
    except psycopg.errors.InsufficientPrivilege as error:
        raise MayNotCreateDatabase(detail=first_line(error)) from error
    except psycopg.OperationalError as error:
        raise DatabaseAway(detail=first_line(error)) from error


def _row(connection: psycopg.Connection, query: str) -> tuple[object, ...]:
    row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return tuple(row)


def _address(url: str) -> dict[str, Any]:
    return dict(conninfo_to_dict(url.replace("postgresql+psycopg://", "postgresql://", 1)))
