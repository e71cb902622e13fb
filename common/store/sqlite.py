"""SQLite as the hall's database: one PC, any number of processes."""

from __future__ import annotations

import os
import random
import sqlite3
import stat
import sys
import threading
import time
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.ids import HallCode
from common.domain.text import Text
from common.machine.home import at_home
from common.store.driver import Link, Links
from common.store.errors import (
    DatabaseAway,
    DatabaseBroken,
    DatabaseMissing,
    DatabaseOnNetworkShare,
    DatabaseReadOnly,
    DiskFull,
    NoRightToDatabase,
)
from common.store.feed import ChangeFeed

_WRITE_TURN_SECONDS = 10.0
"""How long a writer waits for its turn before it reports the database as busy."""
_FIRST_RETRY_SECONDS = 0.003
_LAST_RETRY_SECONDS = 0.0005
_LONG_WAIT_SECONDS = 0.03
"""SQLite's own back-off sleeps longer and longer between tries, up to 100 ms, so those who came
first go last. Here whoever waited longer tries more often, and so goes first as a rule. Not more
often than this: on a PC with few cores those who try take the processor from the one who writes."""
_POLL_SECONDS = 0.05
_BUSY_MILLISECONDS = 5000
_CACHE_KIB = 16_384
_PAGES_BETWEEN_CHECKPOINTS = 4_000
"""16 MB of log. A commit that copies the log back is many times slower than others: with SQLite's
own 1,000 pages it was more than one in a hundred, and copied the same pages more often."""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
_NETWORK_FILE_SYSTEMS = frozenset(
    (
        *("9p", "afs", "cifs", "ceph", "fuse.glusterfs", "fuse.sshfs", "gfs2", "lustre"),
        *("ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs"),
    )
)
_WINDOWS_REMOTE_DRIVE = 4
_FOLDER = Text(zh="这是一个文件夹", en="it is a folder")


class SqliteBackend:
    """A database file on a local disk, in WAL mode, `durable` at every commit."""

    dialect = "sqlite+pysqlite"
    clock = "NULL"
    driver_error = sqlite3.Error
    integrity_error = sqlite3.IntegrityError

    def __init__(self, path: str, *, create: bool = False, durable: bool = True) -> None:
        self._path = at_home(path).absolute()
        self.place = str(self._path)
        _refuse_network_share(self._path.resolve())
        if create:
            self._make_folder()
        self._identity: tuple[int, int] | None = None
        self._synchronous = "FULL" if durable else "OFF"
        # With "rw", a file that vanishes right now is not made anew, empty.
        self._mode = "rwc" if create else "rw"
        self.links = Links(self._connect, self.driver_error)

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise DatabaseReadOnly(place=self.place) from None

    def _connect(self) -> Link:
        raw = sqlite3.connect(
            f"{self._path.as_uri()}?mode={self._mode}",
            uri=True,
            check_same_thread=False,
            isolation_level=None,
        )
        try:
            for pragma in (
                f"busy_timeout={_BUSY_MILLISECONDS}",
                f"synchronous={self._synchronous}",
                "foreign_keys=ON",
                "secure_delete=ON",
                f"cache_size=-{_CACHE_KIB}",
                f"wal_autocheckpoint={_PAGES_BETWEEN_CHECKPOINTS}",
            ):
                raw.execute(f"PRAGMA {pragma}")
            self._keep_a_log(raw)
        except sqlite3.Error:
            raw.close()
            raise
        return Link(raw)

    def _keep_a_log(self, raw: sqlite3.Connection) -> None:
        """WAL mode, which stays with the file: so never for the file of another program."""
        (mode,) = raw.execute("PRAGMA journal_mode").fetchone()
        if mode == "wal":
            return
        tables = {name for (name,) in raw.execute(_TABLES)}
        if "alembic_version" in tables or (self._mode == "rwc" and not tables):
            raw.execute("PRAGMA journal_mode=WAL")

    def require(self) -> object:
        """Notice a file that was moved away or replaced under our open connections."""
        try:
            found = self._path.stat()
        except OSError as error:
            if self._identity is None and isinstance(error, PermissionError):
                raise NoRightToDatabase(place=self.place) from None
            if self._identity is None:
                raise DatabaseMissing(place=self.place) from None
            raise DatabaseAway(detail=self.place) from None
        if stat.S_ISDIR(found.st_mode):
            raise DatabaseBroken(place=self.place, detail=_FOLDER)
        if found.st_size == 0 and self._identity is None:
            raise DatabaseMissing(place=self.place)
        identity = (found.st_dev, found.st_ino)
        if self._identity not in (None, identity):
            self.links.close()
        self._identity = identity
        return identity

    def begin(self, link: Link, hall: HallCode, *, writes: bool) -> None:
        if writes:
            _take_write_turn(link)
        else:
            link.begin("BEGIN")

    def tables(self, link: Link) -> set[str]:
        return {name for (name,) in link.rows(_TABLES)}

    def wipe(self, link: Link) -> bool:
        """Empty the log, in which the pages before a change stand."""
        link.change("PRAGMA busy_timeout=0")
        try:
            ((busy, *_),) = link.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            link.change(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")
        return not busy

    def explain(self, error: Exception) -> JiaohaoError | None:
        return explain(error, self.place)

    def feed(self) -> ChangeFeed:
        return SqliteFeed(self._path)


class SqliteFeed:
    """Watches `PRAGMA data_version` (3-4 µs) on one pinned connection."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._closed = threading.Event()
        self._connection: sqlite3.Connection | None = None
        self._identity: tuple[int, int] | None = None
        self._version: int | None = None

    def wait(self, timeout: float) -> bool:
        until = time.monotonic() + timeout
        while not self._closed.is_set():
            if self._changed():
                return True
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._closed.wait(min(_POLL_SECONDS, left))
        return False

    def close(self) -> None:
        self._closed.set()

    def _changed(self) -> bool:
        try:
            version = self._data_version()
        except (OSError, sqlite3.Error) as error:
            self._forget()
            known = explain(error, str(self._path)) if isinstance(error, sqlite3.Error) else None
            raise known or DatabaseAway(detail=str(self._path)) from error
        changed = version != self._version
        self._version = version
        return changed

    def _data_version(self) -> int:
        found = self._path.stat()
        identity = (found.st_dev, found.st_ino)
        if identity != self._identity:
            self._forget()
        if self._connection is None:
            self._connection = sqlite3.connect(
                f"{self._path.as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            self._identity = identity
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = self._identity = self._version = None

    def __del__(self) -> None:
        if self._connection is not None:
            self._connection.close()


def _take_write_turn(link: Link) -> None:
    asked = time.monotonic()
    link.change("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                link.begin("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                waited = time.monotonic() - asked
                if not is_busy(error) or waited > _WRITE_TURN_SECONDS:
                    raise
                time.sleep(_pause(waited))
            else:
                return
    finally:
        link.change(f"PRAGMA busy_timeout={_BUSY_MILLISECONDS}")


def _pause(waited: float) -> float:
    """Seconds until the next try; by chance a little more or less, so that none go in step."""
    left = max(0.0, 1 - waited / _LONG_WAIT_SECONDS)
    span = _LAST_RETRY_SECONDS + left * (_FIRST_RETRY_SECONDS - _LAST_RETRY_SECONDS)
    return span * random.uniform(0.5, 1.5)


def is_busy(error: BaseException | None) -> bool:
    """Whether somebody else had the file locked for too long."""
    return getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")


def explain(error: BaseException | None, place: str) -> JiaohaoError | None:
    """An error of the engine in words for people; None when it is a bug of ours."""
    name: str = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_FULL":
        return DiskFull()
    if name.startswith("SQLITE_READONLY") and name != "SQLITE_READONLY_DBMOVED":
        return DatabaseReadOnly(place=place)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return DatabaseBroken(place=place, detail=str(error))
    if name.startswith("SQLITE_CANTOPEN") and Path(place).is_dir():
        return DatabaseBroken(place=place, detail=_FOLDER)
    if name.startswith("SQLITE_CANTOPEN") and _is_read_only(Path(place)):
        return DatabaseReadOnly(place=place)
    if name.startswith(
        ("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")
    ):
        return DatabaseAway(detail=str(error))
    return None


def _is_read_only(path: Path) -> bool:
    """Whether nothing can be made there, neither the file nor the log beside it."""
    return path.parent.is_dir() and not os.access(path.parent, os.W_OK)


def _refuse_network_share(path: Path) -> None:
    """SQLite's locks do not hold on a network share (https://sqlite.org/faq.html#q5)."""
    kind = _windows_share(path) if sys.platform == "win32" else _mount_type(path)
    if kind in _NETWORK_FILE_SYSTEMS:
        raise DatabaseOnNetworkShare(place=str(path), kind=kind)


def _windows_share(path: Path) -> str | None:
    import ctypes

    drive = os.path.splitdrive(path)[0] + "\\"
    kind = ctypes.windll.kernel32.GetDriveTypeW(drive)  # type: ignore[attr-defined, unused-ignore]
    return "smbfs" if drive.startswith("\\\\") or kind == _WINDOWS_REMOTE_DRIVE else None


def _mount_type(path: Path) -> str | None:
    """The type of the file system that holds `path`; None where the system does not tell."""
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    best, kind = "", None
    for mount in mounts:
        fields, _, rest = mount.partition(" - ")
        point = fields.split()[4].replace("\\040", " ")
        if path.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, rest.split()[0]
    return kind
