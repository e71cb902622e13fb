"""The hall's database as one face over two engines: SQLite on one PC, PostgreSQL for a hall."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple, Protocol

from common.domain.errors import JiaohaoError
from common.domain.guide import SamplePicture
from common.domain.hall import Hall
from common.domain.ids import HallCode
from common.domain.session import Clerk
from common.domain.text import Text
from common.store import queries
from common.store.catalogue import read_hall, write_hall
from common.store.contents import Contents, Since, read_contents, read_since
from common.store.driver import HallLink, Link, Links
from common.store.errors import (
    DatabaseAway,
    DatabaseBroken,
    DatabaseExists,
    DatabaseMissing,
    DatabaseNewer,
    DatabaseOutdated,
    NoHall,
    TextNotKept,
    UnknownDatabaseUrl,
)
from common.store.feed import ChangeFeed
from common.store.foreseen import Foreseen, questions
from common.store.migrations.head import HEAD, KNOWN
from common.store.samples import SampleChanges
from common.store.staff import add_clerks
from common.store.transaction import ChainEnd, ReadTransaction, WriteTransaction

Clock = Callable[[], datetime]

_OF_ANOTHER_PROGRAM = Text(zh="其他程序的数据", en="data of another program")
_OF_ANOTHER_HALL = Text(zh="其他大厅的数据", en="data of another hall")
_SECRET = re.compile(r"(?<=://)[^/]*@")
"""Who signs in, and with which password, in an address."""


def utc_now() -> datetime:
    return datetime.now(UTC)


class Backend(Protocol):
    """What differs between the engines."""

    place: str
    """Where the database is, in words for people; never a password."""
    links: Links

    @property
    def dialect(self) -> str:
        """How SQLAlchemy calls the engine, for the migrations."""

    @property
    def driver_error(self) -> type[Exception]:
        """What the driver raises."""

    @property
    def integrity_error(self) -> type[Exception]:
        """What it raises when the schema refuses something."""

    def require(self) -> object:
        """Which database it is: another value after it was replaced.

        Raises DatabaseMissing, DatabaseAway or DatabaseBroken unless it can be opened.
        """

    def begin(self, link: Link, hall: HallCode, *, writes: bool) -> None:
        """Start the transaction; with `writes`, as the only writer of `hall`.

        Others hear of what it writes when it is committed.
        """

    @property
    def clock(self) -> str:
        """The server's clock in its SQL, as an aware instant; NULL where there is no server."""

    def tables(self, link: Link) -> set[str]:
        """The names of all tables."""

    def wipe(self, link: Link) -> bool:
        """Let nothing that was overwritten stay beside the tables; False when others read now."""

    def explain(self, error: Exception) -> JiaohaoError | None:
        """The error in words for people; None when it is a bug of ours."""

    def feed(self) -> ChangeFeed:
        """A new change feed on a connection of its own."""


class _Begun(NamedTuple):
    """What every transaction knows from its first moment."""

    hall: Hall
    now: datetime
    chain_end: ChainEnd


class Store:
    """One hall's database. Safe to use from several threads; transactions are short."""

    def __init__(self, backend: Backend, hall: HallCode | None, clock: Clock | None = None) -> None:
        self._backend = backend
        self._code = hall
        """None until the database was there for the first time."""
        self._clock = clock
        self._moment = queries.moment(backend.clock)
        self._known: tuple[object, Hall] | None = None
        """The hall, and the state of which database it describes."""

    @property
    def place(self) -> str:
        """Where the database is, for messages."""
        return self._backend.place

    @property
    def known_hall(self) -> Hall | None:
        """The hall as the latest transaction saw it, for hints; None before the first one."""
        return self._known[1] if self._known else None

    @contextmanager
    def read(self) -> Iterator[ReadTransaction]:
        """A consistent view of one moment.

        Raises DatabaseAway when the database cannot be reached; nothing is lost then.
        """
        with self._transaction(writes=False) as (link, begun):
            yield ReadTransaction(link, begun.hall, begun.now)

    @contextmanager
    def write(self, foreseen: Foreseen | None = None) -> Iterator[WriteTransaction]:
        """All of it or nothing, as the only writer of the hall.

        What is `foreseen` to be asked costs no trip of its own.

        Raises DatabaseAway, DiskFull or DatabaseReadOnly with nothing changed. When the connection
        breaks during the commit, repeating the same request finds out whether it happened.
        """
        with self._transaction(writes=True, foreseen=foreseen) as (link, begun):
            yield WriteTransaction(link, *begun)

    def feed(self) -> ChangeFeed:
        """A feed that tells when something may have changed."""
        return self._backend.feed()

    def wipe(self) -> bool:
        """Let nothing that was overwritten stay in SQLite's log; on a server its vacuum does that.

        False when it cannot be done now because others read; it waits for nobody.
        """
        with (
            _explained(self._backend),
            self._backend.links.one(lambda _link: None) as (link, _),
        ):
            return self._backend.wipe(link)

    def close(self) -> None:
        self._backend.links.close()

    @contextmanager
    def _transaction(
        self, *, writes: bool, foreseen: Foreseen | None = None
    ) -> Iterator[tuple[Link, _Begun]]:
        database = self._backend.require()
        code = self._code = self._code or _hall_code(self._backend)

        def begin(link: Link) -> _Begun:
            self._backend.begin(link, code, writes=writes)
            if foreseen and self._known and link.questions_travel:
                link.foresee(questions(foreseen, self._known[1], self._pc_time()))
            return self._look(link, database, code)

        with (
            _explained(self._backend),
            self._backend.links.one(begin) as (link, begun),
        ):
            yield link, begun
            link.commit()

    def _look(self, link: Link, database: object, code: HallCode) -> _Begun:
        """The hall as it is now, read anew only when it changed."""
        seen = link.rows(self._moment, {"hall": code})
        if not seen:
            raise DatabaseBroken(place=self.place, detail=_OF_ANOTHER_HALL)
        ((version, revision, server_time, *last),) = seen
        if version != HEAD:
            raise _other_version(version, self.place)  # It was upgraded, or restored, under us.
        state = (database, revision)
        known = self._known
        if known is None or known[0] != state:
            known = self._known = (state, read_hall(link, code))
        now = self._pc_time() if self._clock else server_time or utc_now()
        return _Begun(known[1], now.astimezone(UTC), ChainEnd(*last) if last[0] else ChainEnd())

    def _pc_time(self) -> datetime:
        return self._clock() if self._clock else utc_now()


def open_store(url: str, clock: Clock | None = None, *, patient: bool = False) -> Store:
    """Open the hall's database at `url`: a file path, `sqlite:///PATH` or `postgresql://…`.

    `clock` replaces the real time (tests, simulation). Raises DatabaseMissing, DatabaseBroken,
    DatabaseOnNetworkShare, NoHall or UnknownDatabaseUrl, each saying what to do; and DatabaseAway,
    DatabaseOutdated or DatabaseNewer, unless `patient`: then transactions raise these until it is
    there, and of this version.
    """
    backend = _backend(url)
    try:
        code = _hall_code(backend)
    except DatabaseAway:
        if not patient:
            raise
        code = None
    return Store(backend, code, clock)


def create_database(
    url: str,
    hall: Hall,
    clock: Clock | None = None,
    clerks: Sequence[Clerk] = (),
    samples: Sequence[SamplePicture] = (),
    *,
    durable: bool = True,
) -> Store:
    """Create the database at `url` with every table, the description of `hall` and its clerks.

    `samples` are the pictures that its guides show.

    All of it or nothing, and once only when two processes try at once. Raises DatabaseExists when
    there is one already, DatabaseBroken when something else is there; it is left as it is. A
    database that is not `durable` may not survive a power cut, and is faster for it: a simulation
    throws it away anyway.
    """
    backend = _backend(url, create=True, durable=durable)
    with _first_link(backend) as link, _migrations(backend, link) as migrate:
        backend.begin(link, hall.code, writes=True)
        tables = backend.tables(link)
        if "alembic_version" in tables:
            raise DatabaseExists(place=backend.place)
        if tables:
            raise DatabaseBroken(place=backend.place, detail=_OF_ANOTHER_PROGRAM)
        migrate()
        write_hall(link, hall)
        add_clerks(link, hall.code, clerks)
        SampleChanges(HallLink(link, hall.code)).replace(samples)
        link.commit()
    return Store(backend, hall.code, clock)


def contents(url: str) -> Contents:
    """What the database at `url` holds, also when it is of an older version.

    Raises DatabaseMissing, DatabaseAway, DatabaseBroken, DatabaseNewer.
    """
    with _looking(url) as (link, revision):
        return read_contents(link, revision)


def since(url: str, earlier: Contents) -> Since | None:
    """What came into the database at `url` after `earlier`; None when it never was like that.

    Raises what `contents` raises.
    """
    with _looking(url) as (link, _revision):
        return read_since(link, earlier)


@contextmanager
def _looking(url: str) -> Iterator[tuple[Link, str]]:
    """One moment of a database of any version known, and its revision."""
    backend = _backend(url)
    backend.require()
    with _first_link(backend) as link:
        backend.begin(link, HallCode(""), writes=False)
        yield link, _version(backend, link)
    backend.links.close()


def upgrade_database(url: str) -> None:
    """Bring an older database to this version. Does nothing when it is there already."""
    backend = _backend(url)
    backend.require()
    with _first_link(backend) as link, _migrations(backend, link) as migrate:
        backend.begin(link, HallCode(""), writes=True)
        if _version(backend, link) != HEAD:
            migrate()
            link.put(queries.TOUCH_VERSION)  # Whoever listens hears of it.
        link.commit()
    backend.links.close()


def is_server(url: str) -> bool:
    """Whether `url` is that of a PostgreSQL server, not of a file."""
    return url.startswith(("postgresql://", "postgresql+psycopg://", "postgres://"))


def sqlite_path(url: str) -> str:
    """The file of a hall that is on no server. Raises UnknownDatabaseUrl."""
    path = url.removeprefix("sqlite:///")
    if not path or "://" in path or "\0" in path:
        raise UnknownDatabaseUrl(url=_SECRET.sub("***@", url))
    return path


def _backend(url: str, *, create: bool = False, durable: bool = True) -> Backend:
    if is_server(url):
        # psycopg and libpq take a while to load; a hall on SQLite does not need them.
        from common.store.postgres import PostgresBackend

        return PostgresBackend(url)
    path = sqlite_path(url)
    from common.store.sqlite import SqliteBackend

    return SqliteBackend(path, create=create, durable=durable)


def _hall_code(backend: Backend) -> HallCode:
    """The hall whose database it is, once the database is known to be of this version."""
    backend.require()
    with _first_link(backend) as link:
        version = _version(backend, link)
        if version != HEAD:
            raise _other_version(version, backend.place)
        halls = link.rows(queries.HALL_CODE)
        if not halls:
            raise NoHall(place=backend.place)
    return HallCode(halls[0][0])


def _version(backend: Backend, link: Link) -> str:
    """The revision of the tables. Raises DatabaseMissing, DatabaseBroken, DatabaseNewer."""
    tables = backend.tables(link)
    if not tables:
        raise DatabaseMissing(place=backend.place)
    found = link.rows(queries.VERSION) if "alembic_version" in tables else []
    if not found:
        raise DatabaseBroken(place=backend.place, detail=_OF_ANOTHER_PROGRAM)
    version: str = found[0][0]
    if version not in KNOWN:
        raise _other_version(version, backend.place)
    return version


def _other_version(version: str, place: str) -> DatabaseOutdated | DatabaseNewer:
    return DatabaseOutdated(place=place) if version in KNOWN else DatabaseNewer(place=place)


@contextmanager
def _first_link(backend: Backend) -> Iterator[Link]:
    """Look at a database; nothing stays open when it is no good."""
    try:
        with _explained(backend), backend.links.one(lambda _link: None) as (link, _):
            yield link
    except BaseException:
        backend.links.close()
        raise


@contextmanager
def _explained(backend: Backend) -> Iterator[None]:
    """Turn the engine's errors into words for people; bugs pass through."""
    try:
        yield
    except backend.integrity_error:
        raise  # The schema refused what must never be: a bug, whatever the engine's state.
    except backend.driver_error as error:
        explained = backend.explain(error)
        if explained is None:
            raise
        raise explained from error
    except UnicodeEncodeError as error:
        raise TextNotKept from error


@contextmanager
def _migrations(backend: Backend, link: Link) -> Iterator[Callable[[], None]]:
    """What brings the tables to this version inside the transaction of `link`."""
    # SQLAlchemy and Alembic take longer to load than any other command needs in all.
    from common.store.migrations.run import migrations

    with migrations(backend.dialect, link.raw, backend.driver_error) as migrate:
        yield migrate
