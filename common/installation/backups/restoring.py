"""Bring a hall back to what a backup holds: all of it or nothing, and nothing is thrown away."""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.backups.backup import Engine, Occasion
from common.installation.backups.errors import (
    BackupDamaged,
    BackupIsTheHall,
    BackupNewer,
    BackupOfOtherEngine,
    BackupOfOtherHall,
    HallInUse,
    NotRestored,
    NotSavedBefore,
    RestoredUnsound,
)
from common.installation.backups.folder import delete_forgotten, sync
from common.installation.backups.making import BackupMade, back_up, record_is_whole
from common.installation.backups.postgres_tools import dump_tool
from common.installation.backups.reading import Source, examine_file, unpack
from common.installation.backups.rights import renew_rights
from common.installation.commands import CommandFailed, run
from common.machine.home import at_home
from common.machine.owned_files import hand_over
from common.store import Contents, Since, contents, is_server, since, upgrade_database
from common.store.copying import in_use, overwrite, put_in_place, settle
from common.store.database import sqlite_path
from common.store.errors import DatabaseBroken, DatabaseMissing, DatabaseNewer
from common.store.migrations.head import HEAD

_BROKEN_RECORD = Text(zh="记录链断裂", en="its record is broken")
_NO_HALL = Text(zh="其中没有大厅", en="no hall is in it")
_STAMP = "%Y%m%d_%H%M%S"


@dataclass(frozen=True, slots=True)
class Restored:
    """A hall that is as it was, and what became of what it was meanwhile."""

    contents: Contents
    whole: bool
    """Whether its record is unbroken; only by force it may be otherwise."""
    upgraded: bool
    """Whether the backup was of an older version, and brought to this one."""
    saved: BackupMade | None
    """The backup of what was there before."""
    kept: str
    """Where what was there before is now, as it could not be backed up; else empty."""
    lost: Since | None
    """What came after the backup; None when that cannot be told."""
    new_users: tuple[str, ...]
    """Database users that had to be made, and have no password yet."""


@dataclass(frozen=True, slots=True)
class _Present:
    """What is at the place now."""

    contents: Contents | None
    """None where nothing is, or nothing that this program can read."""
    there: bool
    readable: bool = True
    """False where something is that must not be thrown away, though nobody knows what."""


def restore(
    file: Path,
    url: str,
    *,
    folder: Path | None = None,
    save_first: bool = True,
    force: bool = False,
    now: datetime | None = None,
) -> Restored:
    """Make the hall at `url` what the backup `file` holds.

    What is there is backed up first, into `folder` or beside the backup; what cannot be read is
    kept under another name. A backup of an older version is upgraded. With `force` also beneath
    programs that run, and when the record in the backup is broken. Whatever is raised, nothing was
    changed: BackupDamaged, BackupNewer, BackupIsTheHall, BackupOfOtherEngine, BackupOfOtherHall,
    HallInUse, NotSavedBefore, RestoredUnsound, NotRestored, and what `contents` of the store
    raises.
    """
    source = examine_file(file)
    on_server = is_server(url)
    if on_server != (source.engine is Engine.POSTGRESQL):
        raise BackupOfOtherEngine(file=file, engine=source.engine.label, place=_place(url))
    if not on_server and _is_same_file(file, url):
        raise BackupIsTheHall(file=file)
    present = _present(url)
    if source.note is not None:
        _require_same_hall(source.file, source.note.contents, present)
    if present.there and not force:
        _require_unused(url)
    stamp = (now or datetime.now().astimezone()).strftime(_STAMP)
    saved = None
    if present.contents is not None and save_first:
        saved = _saved(url, folder or file.parent, now)
    if on_server:
        restored = _restore_dump(source, url, present, stamp, force=force)
    else:
        restored = _restore_file(source, url, present, stamp, force=force)
    return replace(restored, saved=saved)


def _present(url: str) -> _Present:
    try:
        return _Present(contents(url), True)
    except DatabaseMissing:
        return _Present(None, _exists(url))
    except (DatabaseNewer, DatabaseBroken):
        return _Present(None, True, readable=False)


def _is_same_file(file: Path, url: str) -> bool:
    try:
        return at_home(sqlite_path(url)).samefile(file)
    except OSError:
        return False  # There is nothing yet.


def _exists(url: str) -> bool:
    """Something without tables may be there."""
    if is_server(url):
        from common.store.server import exists

        return exists(url)
    try:
        return at_home(sqlite_path(url)).exists()
    except OSError:
        return False


def _require_same_hall(file: Path, there: Contents, present: _Present) -> None:
    """Of another hall only one may take its place that nobody ever used, as on a new PC."""
    here = present.contents
    if here is not None and here.tickets and there.hall != here.hall:
        raise BackupOfOtherHall(file=file, hall=there.hall, here=here.hall)


def _require_unused(url: str) -> None:
    if is_server(url):
        from common.store.server import others

        users = others(url)
        if users:
            told = ", ".join(f"{user} × {count}" for user, count in users.items())
            raise HallInUse(who=Text(zh=f"连接：{told}", en=f"connections: {told}"))
        return
    try:
        used = in_use(url)
    except sqlite3.Error:
        return  # What cannot be read cannot be used either.
    if used:
        who = Text(zh="有程序打开着数据库文件", en="a program has its file open")
        raise HallInUse(who=who)


def _saved(url: str, folder: Path, now: datetime | None) -> BackupMade:
    try:
        return back_up(url, folder, occasion=Occasion.BEFORE_RESTORE, now=now)
    except JiaohaoError as error:
        detail = Text(zh=error.text("zh"), en=error.text("en"))
        raise NotSavedBefore(detail=detail) from error


def _prepared(source: Source, url: str, present: _Present, *, force: bool) -> tuple[Contents, bool]:
    """Examine what the backup gave at `url`, and bring it to this version.

    Returns what was in it before that, and whether its record is whole.
    """
    try:
        found = contents(url)
    except DatabaseNewer:
        raise BackupNewer(file=source.file, program="?") from None
    except DatabaseBroken as error:
        raise BackupDamaged(file=source.file, detail=error.facts["detail"]) from error
    except (DatabaseMissing, sqlite3.DatabaseError) as error:  # no tables, or those of others
        raise BackupDamaged(file=source.file, detail=_NO_HALL) from error
    _require_same_hall(source.file, found, present)
    if found.revision != HEAD:
        upgrade_database(url)
    whole = bool(record_is_whole(url))
    if not whole and not force:
        raise RestoredUnsound(file=source.file, detail=_BROKEN_RECORD)
    return found, whole


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────


def _restore_file(
    source: Source, url: str, present: _Present, stamp: str, *, force: bool
) -> Restored:
    place = at_home(sqlite_path(url)).absolute()
    new = place.with_name(f".{place.name}.{os.getpid()}.new")
    aside = place.with_name(f"{place.name}.before-{stamp}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        delete_forgotten(place.parent.glob(f".{place.name}.*.new*"), datetime.now(UTC))
        unpack(source, new)
        found, whole = _prepared(source, str(new), present, force=force)
        settle(new)
        lost = since(url, found) if present.contents else None
        kept = ""
        if present.contents is not None:
            overwrite(url, new)
        else:
            _own_like(new, place if place.exists() else place.parent)
            put_in_place(url, new, None if present.readable else aside)
            kept = "" if present.readable else str(aside)
            sync(place.parent)
    except OSError as error:
        raise NotRestored(place=place, detail=os_words(error)) from error
    except sqlite3.Error as error:
        raise NotRestored(place=place, detail=str(error)) from error
    except DatabaseBroken as error:
        raise BackupDamaged(file=source.file, detail=error.facts["detail"]) from error
    finally:
        for left in place.parent.glob(f"{new.name}*"):
            left.unlink(missing_ok=True)
    return Restored(found, whole, found.revision != HEAD, None, kept, lost, ())


def _own_like(new: Path, like: Path) -> None:
    """Whoever could work in the old file can in the new one."""
    known = like.stat()
    root = os.name != "nt" and os.geteuid() == 0
    whose = (known.st_uid, known.st_gid) if root else ()
    hand_over(new, known.st_mode & 0o666 if like.is_file() else 0o660, *whose)


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────


def _restore_dump(
    source: Source, url: str, present: _Present, stamp: str, *, force: bool
) -> Restored:
    # psycopg takes a while to load; a hall on SQLite does not need it.
    from common.store import server

    name = server.database_name(url)
    new, aside = f"{name[:30]}_new_{stamp}", f"{name[:30]}_before_{stamp}"
    beside = server.with_database(url, new)
    server.drop_leftovers(url, re.escape(f"{name[:30]}_new_") + r"\d{8}_\d{6}")
    new_users = server.add_missing_users(url, source.note.users if source.note else ())
    try:
        server.create_empty(beside, like=name)
        _run_restore(source, beside)
        found, whole = _prepared(source, beside, present, force=force)
        renew_rights(beside)
        lost = since(url, found) if present.contents else None
        if present.there:
            server.put_in_place(url, new, aside)
        else:
            server.rename(beside, name)
    except BaseException:
        server.drop(beside)
        server.drop_users(url, new_users)
        raise
    old = server.with_database(url, aside)
    if present.readable:
        server.drop(old)
    kept = "" if present.readable else server.plain_address(old)
    return Restored(found, whole, found.revision != HEAD, None, kept, lost, new_users)


def _run_restore(source: Source, beside: str) -> None:
    from common.store.server import database_name, server_version, tool_environment

    pg_restore = dump_tool("pg_restore", server_version(beside))
    rights = [] if source.note else ["--no-privileges"]
    try:
        run(
            [
                pg_restore,
                "--exit-on-error",
                "--no-owner",
                "--no-password",
                "--single-transaction",
                *rights,
                f"--dbname={database_name(beside)}",
                str(source.file),
            ],
            package="postgresql-client",
            environment=tool_environment(beside),
        )
    except CommandFailed as error:
        detail = Text(zh=error.facts["detail"], en=error.facts["detail"])
        raise BackupDamaged(file=source.file, detail=detail) from error


def _place(url: str) -> str:
    if not is_server(url):
        return str(at_home(sqlite_path(url)))
    from common.store.server import plain_address

    return plain_address(url)
