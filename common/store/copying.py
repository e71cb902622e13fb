"""A copy of a database file while people work in it, and whether a copy is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from common.store.database import sqlite_path
from common.store.errors import DatabaseBroken
from common.store.sqlite import explain

_ALL_AT_ONCE = -1


def copy_file(url: str, copy: Path) -> None:
    """Copy the database file of `url`, with all that was committed, into the new file `copy`.

    It is one moment of the database; nobody who works in it waits. Raises DatabaseBroken, and
    sqlite3.Error for what the disks refuse.
    """
    source = Path(sqlite_path(url)).expanduser().absolute()
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
            astray = here.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.DatabaseError as error:
            raise explain(error, str(copy)) or error from error
    if faults != ["ok"] or astray:
        detail = faults[0] if faults != ["ok"] else f"foreign key of {astray[0][0]}"
        raise DatabaseBroken(place=str(copy), detail=detail)
