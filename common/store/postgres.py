"""PostgreSQL as the hall's database: many PCs, one server."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict, timeout_from_conninfo

from common.domain.errors import JiaohaoError
from common.domain.ids import HallCode
from common.store.driver import Link, Links
from common.store.errors import (
    DatabaseAway,
    DatabaseForbidden,
    DatabaseRefused,
    DiskFull,
    ServerLacksDatabase,
    ServerReadOnly,
    TextNotKept,
    UnknownDatabaseUrl,
)
from common.store.feed import ChangeFeed
from common.store.pipeline import PostgresLink

_CHANNEL = "jiaohao"
_ZERO = "NUL (0x00)"
"""In the words of the driver, which has no error of its own for it."""
_BEGIN_WRITING = "BEGIN"
_BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
_TAKE_WRITE_TURN = """
    SELECT pg_advisory_xact_lock(:key),
           set_config('idle_in_transaction_session_timeout', '10000', true)
"""
"""From now on the only writer of the hall; a writer that falls asleep loses its turn."""
_NOTIFY = f"NOTIFY {_CHANNEL}"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = ANY (current_schemas(false))"

_NETWORK = {
    "client_encoding": "utf8",
    "connect_timeout": 2,
    "keepalives_idle": 1,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "tcp_user_timeout": 2000,
}
"""A dead server or network is noticed within two seconds. An address may say otherwise."""
_SESSION = (
    "-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=1 "
    "-c tcp_user_timeout=1500 -c lock_timeout=10000"
)
"""The server notices a dead PC sooner, for it may hold the hall's write turn. Nobody waits longer
than ten seconds for that turn."""

_LEAVE_THE_QUEUE = "SET client_connection_check_interval = 500"
"""A dead PC that stands in the queue of writers would otherwise get its turn, and waste it."""

# What libpq tells of a server that answers has no code, and the server's own language.
_NO_DATABASE = re.compile(r'database "[^"]*" does not exist|数据库 ?"[^"]*" ?不存在')
_REFUSED = re.compile(
    r'pg_hba\.conf|authentication failed|认证失败|role "[^"]*" does not exist|角色 ?"[^"]*" ?不存在'
    r"|no password supplied"
)
_SEVERAL_SERVERS = "Multiple connection attempts failed"


class PostgresBackend:
    """A database on a server, one writer per hall by an advisory lock."""

    dialect = "postgresql+psycopg"
    clock = "clock_timestamp()"
    driver_error = psycopg.Error
    integrity_error = psycopg.IntegrityError

    def __init__(self, url: str) -> None:
        conninfo = url.replace("postgresql+psycopg://", "postgresql://", 1)
        try:
            self._address = conninfo_to_dict(conninfo)
        except psycopg.ProgrammingError:
            raise UnknownDatabaseUrl(url="postgresql://…") from None
        try:
            timeout_from_conninfo(self._address)
        except psycopg.ProgrammingError:
            wrong = f"postgresql://…?connect_timeout={self._address['connect_timeout']}"
            raise UnknownDatabaseUrl(url=wrong) from None
        self.place = without_secret(self._address)
        self.links = Links(self._link, psycopg.Error)

    def _link(self) -> Link:
        connection = _connect(self._address)
        with suppress(psycopg.errors.InvalidParameterValue):  # A server on Windows cannot.
            connection.execute(_LEAVE_THE_QUEUE)
        return PostgresLink(connection, _NOTIFY)

    def require(self) -> object:
        """Always the same: the connection itself tells."""
        return None

    def begin(self, link: Link, hall: HallCode, *, writes: bool) -> None:
        if writes:
            link.begin(_BEGIN_WRITING)
            link.begin(_TAKE_WRITE_TURN, {"key": _lock_key(hall)})
        else:
            link.begin(_BEGIN_READING)

    def tables(self, link: Link) -> set[str]:
        return {name for (name,) in link.rows(_TABLES)}

    def wipe(self, link: Link) -> bool:
        """The server's own vacuum does that."""
        return True

    def explain(self, error: Exception) -> JiaohaoError | None:
        if isinstance(error, psycopg.errors.DiskFull):
            return DiskFull()
        if isinstance(error, psycopg.errors.InsufficientPrivilege):
            return DatabaseForbidden(place=self.place, detail=first_line(error))
        if isinstance(error, psycopg.errors.ReadOnlySqlTransaction):
            return ServerReadOnly(place=self.place)
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return self._explain_absence(error)
        if isinstance(error, psycopg.DataError) and _ZERO in str(error):
            return TextNotKept()
        return None

    def _explain_absence(self, error: Exception) -> JiaohaoError:
        told = str(error)
        if _SEVERAL_SERVERS not in told:
            if _NO_DATABASE.search(told):
                return ServerLacksDatabase(place=self.place)
            if _REFUSED.search(told):
                return DatabaseRefused(place=self.place, detail=first_line(error))
        return DatabaseAway(detail=first_line(error))

    def feed(self) -> ChangeFeed:
        return PostgresFeed(self)

    def listen(self) -> psycopg.Connection[Any]:
        """A connection of its own that hears of every commit."""
        connection = _connect(self._address)
        try:
            connection.execute(f"LISTEN {_CHANNEL}")
        except BaseException:
            connection.close()
            raise
        return connection


def connect(url: str) -> psycopg.Connection[Any]:
    """A connection past the store, for what is not about a hall."""
    return _connect(conninfo_to_dict(url.replace("postgresql+psycopg://", "postgresql://", 1)))


def _connect(address: Mapping[str, Any]) -> psycopg.Connection[Any]:
    options = f"{_SESSION} {address.get('options', '')}"
    return psycopg.connect(**{**_NETWORK, **address, "options": options}, autocommit=True)


def without_secret(address: Mapping[str, Any]) -> str:
    """The address as people may see it, and give it again."""
    user = f"{address['user']}@" if address.get("user") else ""
    hosts = str(address.get("host") or "").split(",")
    ports = str(address.get("port") or "").split(",")
    if len(ports) < len(hosts):
        ports *= len(hosts)
    named = ",".join(
        quote(host, safe="") + (f":{port}" if port else "")
        for host, port in zip(hosts, ports, strict=False)
    )
    wanted = address.get("target_session_attrs")
    attributes = f"?target_session_attrs={wanted}" if wanted else ""
    return f"postgresql://{user}{named}/{address.get('dbname') or ''}{attributes}"


class PostgresFeed:
    """Listens for the NOTIFY of every commit on one connection of its own."""

    def __init__(self, backend: PostgresBackend) -> None:
        self._backend = backend
        self._closed = threading.Event()
        self._connection: psycopg.Connection[Any] | None = None

    def wait(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        try:
            if self._connection is None:
                self._connection = self._backend.listen()
                return True
            while not self._closed.is_set():
                left = until - time.monotonic()
                if left <= 0:
                    return False
                step = min(left, 0.5)
                for _ in self._connection.notifies(timeout=step, stop_after=1):
                    return True
        except psycopg.Error as error:
            self._forget()
            explained = self._backend.explain(error)
            raise explained or DatabaseAway(detail=first_line(error)) from error
        return False

    def close(self) -> None:
        self._closed.set()

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def __del__(self) -> None:
        self._forget()


def _lock_key(hall: HallCode) -> int:
    """The hall's advisory lock: 64 bits of a hash, so that halls do not share one by chance."""
    digest = hashlib.sha256(f"jiaohao hall {hall}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def first_line(error: BaseException | None) -> str:
    """What an error says first; the server's hints follow."""
    return next(iter(str(error).splitlines()), "") or type(error).__name__
