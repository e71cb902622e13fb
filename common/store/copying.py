"""A copy of a database file while people work in it, and a copy in place of a database file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from common.machine.home import at_home
from common.store.database import sqlite_path
from common.store.errors import DatabaseBroken
from common.store.sqlite import explain, is_busy

_ALL_AT_ONCE = -1
_A_MOMENT = 500
"""Milliseconds in which a front end's transaction ends, but not its connection."""


def copy_file(url: str, copy: Path) -> None:
    """Copy the database file of `url`, with all that was committed, into the new file `copy`.

    It is one moment of the database; nobody who works in it waits. Raises DatabaseBroken, and
    sqlite3.Error for what the disks refuse.
    """
    source = _place(url)
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=rw", uri=True)) as there,
        closing(sqlite3.connect(copy)) as here,
    ):
        try:
            # In one step: a copy in several begins anew with every commit of others.
            there.backup(here, pages=_ALL_AT_ONCE)
        except sqlite3.DatabaseError as error:
            told = explain(error, str(source))
            if isinstance(told, DatabaseBroken):
                raise told from error
            raise


def settle(copy: Path) -> None:
    """Make `copy` one file that needs no log beside it, and read all of it.

    Raises DatabaseBroken when SQLite finds a fault in it, and what the engine raises.
    """
    with closing(sqlite3.connect(copy)) as here:
        here.execute("PRAGMA journal_mode=DELETE")
        try:
            faults = [told for (told,) in here.execute("PRAGMA integrity_check")]
        except sqlite3.DatabaseError as error:
            raise explain(error, str(copy)) or error from error
    if faults != ["ok"]:
        raise DatabaseBroken(place=str(copy), detail=faults[0])


def in_use(url: str) -> bool:
    """Whether another program has the database file open now."""
    with closing(sqlite3.connect(_place(url), isolation_level=None)) as here:
        here.execute(f"PRAGMA busy_timeout={_A_MOMENT}")
        try:
            # Only who is alone may leave the log, which then is empty and gone.
            (mode,) = here.execute("PRAGMA journal_mode=DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if is_busy(error):
                return True
            raise
        here.execute("PRAGMA journal_mode=WAL")
        return bool(mode == "wal")


def overwrite(url: str, prepared: Path) -> None:
    """Make what is in the file `prepared` the database of `url`, in one transaction.

    Whoever works in it sees the whole of it as the commit of somebody else. Raises sqlite3.Error
    with nothing changed.
    """
    with (
        closing(sqlite3.connect(prepared)) as there,
        closing(sqlite3.connect(_place(url))) as here,
    ):
        there.backup(here, pages=_ALL_AT_ONCE)


def put_in_place(url: str, prepared: Path, aside: Path | None) -> None:
    """Make the file `prepared` the database of `url`, whatever is there now.

    That is called `aside` from then on, with the log beside it. Raises OSError.
    """
    here = _place(url)
    if aside is not None:
        os.link(here, aside)
    for log in ("-wal", "-shm"):
        # A log that stayed would be taken for one of the new file.
        beside = here.with_name(here.name + log)
        if aside is not None and beside.exists():
            beside.replace(aside.with_name(aside.name + log))
        beside.unlink(missing_ok=True)
    prepared.replace(here)


def _place(url: str) -> Path:
    return at_home(sqlite_path(url)).absolute()
