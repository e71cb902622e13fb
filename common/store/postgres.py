"""PostgreSQL as the hall's database: many PCs, one server."""

from __future__ import annotations

import hashlib
import threading
import time
from datetime import UTC, datetime

import psycopg
from sqlalchemy import Connection, bindparam, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from common.domain.errors import JiaohaoError
from common.domain.ids import HallCode
from common.store.errors import DatabaseAway, DatabaseReadOnly, DiskFull
from common.store.feed import ChangeFeed
from common.store.schema import metadata

_CHANNEL = "jiaohao"
_CONNECT_SECONDS = 5
_TAKE_WRITE_TURN = text("SELECT pg_advisory_xact_lock(:key)").bindparams(bindparam("key"))
_NOTIFY = text(f"NOTIFY {_CHANNEL}")
_NOW = text("SELECT clock_timestamp()")


for _table in metadata.tables.values():
    for _index in _table.indexes:
        _index.dialect_options["postgresql"]["where"] = _index.dialect_options["sqlite"]["where"]


class PostgresBackend:
    """A database on a server, one writer per hall by an advisory lock."""

    driver_error = psycopg.Error

    def __init__(self, url: str) -> None:
        address = make_url(url).set(drivername="postgresql+psycopg")
        self.place = address.render_as_string(hide_password=True)
        self._conninfo = address.set(drivername="postgresql").render_as_string(hide_password=False)
        self.engine = create_engine(
            address,
            pool_pre_ping=True,
            connect_args={"connect_timeout": _CONNECT_SECONDS, "prepare_threshold": 3},
        )

    def require(self) -> object:
        """Always the same: the connection itself tells."""
        return None

    def begin(self, connection: Connection, hall: HallCode, *, writes: bool) -> None:
        if writes:
            connection.execute(_TAKE_WRITE_TURN, {"key": _lock_key(hall)})
        else:
            connection.execution_options(isolation_level="REPEATABLE READ")

    def before_commit(self, connection: Connection, hall: HallCode) -> None:
        connection.execute(_NOTIFY)

    def now(self, connection: Connection) -> datetime:
        server: datetime = connection.execute(_NOW).scalar_one()
        return server.astimezone(UTC)

    def explain(self, error: Exception) -> JiaohaoError | None:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(cause, psycopg.errors.DiskFull):
            return DiskFull()
        if isinstance(cause, psycopg.errors.InsufficientPrivilege):
            return DatabaseReadOnly(place=self.place)
        if isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError):
            return DatabaseAway(detail=_first_line(cause))
        return None

    def feed(self) -> ChangeFeed:
        return PostgresFeed(self._conninfo)


class PostgresFeed:
    """Listens for the NOTIFY of every commit on one connection of its own."""

    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self._closed = threading.Event()
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None

    def wait(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        try:
            if self._connection is None:
                self._listen()
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
            raise DatabaseAway(detail=_first_line(error)) from error
        return False

    def close(self) -> None:
        self._closed.set()

    def _listen(self) -> None:
        self._connection = psycopg.connect(
            self._conninfo, autocommit=True, connect_timeout=_CONNECT_SECONDS
        )
        self._connection.execute(f"LISTEN {_CHANNEL}")

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


def _first_line(error: BaseException | None) -> str:
    return next(iter(str(error).splitlines()), "") or type(error).__name__
