"""PostgreSQL as the hall's database: many PCs, one server."""

from __future__ import annotations

import hashlib
import re
import threading
import time
from functools import cache

import psycopg
from psycopg.conninfo import conninfo_to_dict

from common.domain.errors import JiaohaoError
from common.domain.ids import HallCode
from common.store.driver import Link, Links
from common.store.errors import DatabaseAway, DatabaseReadOnly, DiskFull, UnknownDatabaseUrl
from common.store.feed import ChangeFeed

_CHANNEL = "jiaohao"
_CONNECT_SECONDS = 5
_TAKE_WRITE_TURN = "SELECT pg_advisory_xact_lock(:key)"
_NOTIFY = f"NOTIFY {_CHANNEL}"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = ANY (current_schemas(false))"
_NAMED_VALUE = re.compile(r":(\w+)")


class PostgresBackend:
    """A database on a server, one writer per hall by an advisory lock."""

    dialect = "postgresql+psycopg"
    clock = "clock_timestamp()"
    driver_error = psycopg.Error
    integrity_error = psycopg.IntegrityError

    def __init__(self, url: str) -> None:
        self._conninfo = url.replace("postgresql+psycopg://", "postgresql://", 1)
        self.place = _without_secret(self._conninfo)
        self.links = Links(self._connect, psycopg.Error)

    def _connect(self) -> Link:
        raw = psycopg.connect(self._conninfo, connect_timeout=_CONNECT_SECONDS, prepare_threshold=3)
        return Link(raw, _adapt)

    def require(self) -> object:
        """Always the same: the connection itself tells."""
        return None

    def begin(self, link: Link, hall: HallCode, *, writes: bool) -> None:
        link.raw.isolation_level = (
            psycopg.IsolationLevel.READ_COMMITTED
            if writes
            else psycopg.IsolationLevel.REPEATABLE_READ
        )
        if writes:
            link.rows(_TAKE_WRITE_TURN, {"key": _lock_key(hall)})

    def before_commit(self, link: Link) -> None:
        link.change(_NOTIFY)

    def tables(self, link: Link) -> set[str]:
        return {name for (name,) in link.rows(_TABLES)}

    def explain(self, error: Exception) -> JiaohaoError | None:
        if isinstance(error, psycopg.errors.DiskFull):
            return DiskFull()
        if isinstance(error, psycopg.errors.InsufficientPrivilege):
            return DatabaseReadOnly(place=self.place)
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return DatabaseAway(detail=_first_line(error))
        return None

    def feed(self) -> ChangeFeed:
        return PostgresFeed(self._conninfo)


@cache
def _adapt(statement: str) -> str:
    return _NAMED_VALUE.sub(r"%(\1)s", statement)


def _without_secret(conninfo: str) -> str:
    try:
        parts = conninfo_to_dict(conninfo)
    except psycopg.ProgrammingError:
        raise UnknownDatabaseUrl(url="postgresql://…") from None
    user = f"{parts['user']}@" if parts.get("user") else ""
    port = f":{parts['port']}" if parts.get("port") else ""
    return f"postgresql://{user}{parts.get('host') or ''}{port}/{parts.get('dbname') or ''}"


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
