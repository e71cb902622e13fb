"""Make a backup while the hall is in use, and prove it before it counts as one."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.backups.backup import (
    Backup,
    Engine,
    Occasion,
    backup_name,
    note_of,
    sha256_of,
)
from common.installation.backups.errors import (
    BackupFolderOnShare,
    BackupNotWritten,
    BackupUnsound,
)
from common.installation.backups.folder import copy_elsewhere, forget_old, sync, unfinished
from common.installation.backups.postgres_tools import dump_tool
from common.installation.commands import CommandFailed, run
from common.machine.owned_files import create, hand_over
from common.machine.program import version
from common.operations.chain import check_chain
from common.store import Contents, contents, is_server, open_store
from common.store.copying import copy_file, settle
from common.store.database import sqlite_path
from common.store.errors import (
    DatabaseBroken,
    DatabaseOnNetworkShare,
    DatabaseOutdated,
    DiskFull,
    NoHall,
)

_COMPRESSION = 6
_CHUNK = 1 << 20
_FOR_THE_GROUP = 0o640
_FULL = Text(zh="磁盘已满，请清理空间", en="the disk is full; make room on it")
_NO_FOLDER = Text(zh="这不是文件夹", en="it is no folder")
_FULL_OF_OTHERS = ("No space left", "File too large", "Disk quota")
_FAILS = Text(zh="磁盘读写出错，请检查", en="the disk fails; examine it")


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A new backup, and what else there is to say."""

    backup: Backup
    second: Path | None
    """The copy in the second folder."""
    forgotten: tuple[Backup, ...]
    """Older ones that were deleted."""
    warnings: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Copied:
    contents: Contents
    whole: bool | None
    users: tuple[str, ...] = ()


def back_up(
    url: str,
    folder: Path,
    *,
    occasion: Occasion,
    keep_days: int | None = None,
    second_folder: Path | None = None,
    now: datetime | None = None,
) -> BackupMade:
    """Copy the hall at `url` into `folder`, whole or not at all; nobody has to stop working.

    The copy is read back: the engine finds it sound, and its record is followed from the first
    event to the last. A hall whose record is broken is copied too, for it is evidence, but that
    backup never counts as good. Backups older than `keep_days` go. A second folder that fails is a
    warning. Raises BackupNotWritten, BackupFolderOnShare, BackupUnsound, DumpToolMissing,
    CommandFailed and what `contents` of the store raises.
    """
    engine = Engine.POSTGRESQL if is_server(url) else Engine.SQLITE
    hall = contents(url).hall
    now = now or datetime.now().astimezone()
    with _told(folder):
        if folder.exists() and not folder.is_dir():
            raise BackupNotWritten(folder=folder, detail=_NO_FOLDER)
        folder.mkdir(mode=0o750, parents=True, exist_ok=True)
        file, made_at = _free_name(folder, hall, now, engine)
        new = unfinished(folder, file.name)
        try:
            copied = (_dump if engine is Engine.POSTGRESQL else _copy)(url, new)
            backup = Backup(
                file=file,
                engine=engine,
                occasion=occasion,
                made_at=made_at,
                program=version(),
                contents=copied.contents,
                whole=copied.whole,
                users=copied.users,
                size=new.stat().st_size,
                sha256=sha256_of(new),
            )
            _publish(backup, new)
        finally:
            for left in new.parent.glob(f"{new.name}*"):
                left.unlink(missing_ok=True)
    return _looked_after(backup, keep_days, second_folder, now)


def _looked_after(
    backup: Backup, keep_days: int | None, second_folder: Path | None, now: datetime
) -> BackupMade:
    """What follows a backup, and cannot undo it."""
    warnings = []
    forgotten: tuple[Backup, ...] = ()
    second: Path | None = None
    hall = backup.contents.hall
    if second_folder is not None:
        wrong = copy_elsewhere(backup, second_folder)
        if wrong is not None:
            warnings.append(wrong)
        copy = second_folder / backup.file.name
        with suppress(OSError):
            second = copy if copy.exists() else None
    if keep_days is not None:
        for folder in (backup.file.parent, second.parent if second else None):
            if folder is None:
                continue
            try:
                forgotten += forget_old(folder, hall, keep_days, now)
            except OSError as error:
                why = os_words(error)
                zh = f"无法删除 {folder} 中的旧备份：{why.zh}"
                warnings.append(
                    Text(zh=zh, en=f"old backups in {folder} cannot be deleted: {why.en}")
                )
    return BackupMade(backup, second, forgotten, tuple(warnings))


def _free_name(folder: Path, hall: str, now: datetime, engine: Engine) -> tuple[Path, datetime]:
    while (file := folder / backup_name(hall, now, engine)).exists():
        now += timedelta(seconds=1)
    return file, now


def _publish(backup: Backup, new: Path) -> None:
    """Both files under their names: the note first, which alone means nothing."""
    note = unfinished(backup.file.parent, backup.note.name)
    try:
        create(note)
        with note.open("w", encoding="utf-8") as opened:
            json.dump(backup.as_json(), opened, ensure_ascii=False, indent=1)
        for file in (note, new):
            hand_over(file, _FOR_THE_GROUP, *_who_backs_up(file.parent))
            sync(file)
        note.replace(note_of(backup.file))
        new.replace(backup.file)
        sync(backup.file.parent)
    finally:
        note.unlink(missing_ok=True)


def _who_backs_up(folder: Path) -> tuple[int, int]:
    """What root made by hand is for whoever makes a backup every night, too."""
    if os.name == "nt" or os.geteuid() != 0:
        return -1, -1
    known = folder.stat()
    return known.st_uid, known.st_gid


# ── SQLite ───────────────────────────────────────────────────────────────────────────────────


def _copy(url: str, new: Path) -> _Copied:
    plain = new.with_name(f"{new.name}.copy")
    create(plain)
    copy_file(url, plain)
    try:
        found = contents(str(plain))
        whole = record_is_whole(str(plain))
    except DatabaseOnNetworkShare as error:
        raise BackupFolderOnShare(folder=new.parent, kind=error.facts["kind"]) from None
    except DatabaseBroken as error:  # Copied page by page, it is as the hall's own is.
        raise DatabaseBroken(place=sqlite_path(url), detail=error.facts["detail"]) from None
    try:
        settle(plain)
    except DatabaseBroken as error:
        raise BackupUnsound(detail=error.facts["detail"]) from None
    before = _compress(plain, new)
    with gzip.open(new) as again:
        if hashlib.file_digest(again, "sha256").hexdigest() != before:
            raise BackupUnsound(detail="SHA-256")
    return _Copied(found, whole)


def _compress(plain: Path, new: Path) -> str:
    """Returns the SHA-256 of what was compressed."""
    digest = hashlib.sha256()
    create(new)
    with plain.open("rb") as source, gzip.open(new, "wb", compresslevel=_COMPRESSION) as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
    sync(new)
    return digest.hexdigest()


def record_is_whole(url: str) -> bool | None:
    """Whether the record of a database is; None when its version is too old to be read."""
    try:
        store = open_store(url)
    except (DatabaseOutdated, NoHall):
        return None
    with closing(store):
        return check_chain(store).whole


# ── PostgreSQL ───────────────────────────────────────────────────────────────────────────────


def _dump(url: str, new: Path) -> _Copied:
    # psycopg takes a while to load; a hall on SQLite does not need it.
    from common.store.server import database_name, moment, tool_environment

    whole = record_is_whole(url)
    environment = tool_environment(url)
    with moment(url, contents(url).revision) as held:
        pg_dump = dump_tool("pg_dump", held.server)
        pg_restore = dump_tool("pg_restore", held.server)
        create(new)
        run(
            [
                pg_dump,
                "--format=custom",
                "--no-password",
                f"--snapshot={held.snapshot}",
                f"--file={new}",
                f"--dbname={database_name(url)}",
            ],
            package="postgresql-client",
            environment=environment,
        )
    sync(new)
    # Its list tells what it should hold, and reading it to the end that it does.
    listed = run([pg_restore, "--list", str(new)], package="postgresql-client")
    if " TABLE DATA " not in listed or " event " not in listed:
        raise BackupUnsound(detail="pg_restore --list")
    try:
        run([pg_restore, f"--file={os.devnull}", str(new)], package="postgresql-client")
    except CommandFailed as error:
        raise BackupUnsound(detail=error.facts["detail"]) from None
    return _Copied(held.contents, whole, held.users)


# ── what the disk refuses ────────────────────────────────────────────────────────────────────


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BackupNotWritten(folder=folder, detail=_words(error)) from error
    except DiskFull as error:  # while the copy was read
        raise BackupNotWritten(folder=folder, detail=_FULL) from error
    except sqlite3.Error as error:
        full = getattr(error, "sqlite_errorname", "") == "SQLITE_FULL"
        raise BackupNotWritten(folder=folder, detail=_FULL if full else _FAILS) from error
    except CommandFailed as error:
        # pg_dump tells it in words alone, which commands.run keeps English.
        if any(words in error.facts["detail"] for words in _FULL_OF_OTHERS):
            raise BackupNotWritten(folder=folder, detail=_FULL) from error
        raise


def _words(error: OSError) -> Text:
    return _FULL if error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT) else os_words(error)
