"""Is this file a backup, of what, and as it was when it was made?"""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path

from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.backups.backup import (
    Backup,
    Engine,
    Occasion,
    read_note,
    sha256_of,
)
from common.installation.backups.errors import (
    BackupDamaged,
    BackupFolderClosed,
    BackupMissing,
    BackupNewer,
)
from common.installation.backups.folder import backups_in, sync
from common.machine.owned_files import create
from common.store.copying import copy_file
from common.store.migrations.head import KNOWN

LATEST = "latest"
_GZIP = b"\x1f\x8b"
_SQLITE = b"SQLite format 3\0"
"""How every such file begins (https://sqlite.org/fileformat2.html)."""
_DUMP = b"PGDMP"
_CHUNK = 1 << 20
_CUT = Text(zh="文件不完整", en="its end is missing")
_CHANGED = Text(zh="内容与备份时不同", en="it is not what it was when it was made")
_NOTHING = Text(zh="这不是备份文件", en="it is no backup")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that a hall can be restored from."""

    file: Path
    engine: Engine
    packed: bool
    """Whether it is a compressed database file."""
    note: Backup | None
    """What was written about it; a file that came alone has none."""


def find_backup(named: str, folder: Path | None) -> Path:
    """A path, the name of a backup in `folder`, or the newest good one there.

    What was saved before a restore is asked for by its name: the newest one twice is the same
    twice. Raises BackupMissing, BackupFolderClosed.
    """
    if named == LATEST and folder is not None:
        kept = (one for one in backups_in(folder) if one.occasion is not Occasion.BEFORE_RESTORE)
        good = next((one for one in kept if one.good), None)
        if good is None:
            raise BackupMissing(file=folder / "hall-*")
        return good.file
    for file in (Path(named), *([folder / named] if folder else [])):
        try:
            if file.is_file():
                return file
        except PermissionError as error:
            raise BackupFolderClosed(folder=file.parent, detail=os_words(error)) from error
        except OSError:
            continue  # No file can be called so.
    raise BackupMissing(file=named)


def examine_file(file: Path) -> Source:
    """Raises BackupDamaged, BackupNewer."""
    try:
        with file.open("rb") as opened:
            begins = opened.read(len(_SQLITE))
        note = read_note(file)
        if note is not None:
            if file.stat().st_size < note.size:
                raise BackupDamaged(file=file, detail=_CUT)
            if sha256_of(file) != note.sha256:
                raise BackupDamaged(file=file, detail=_CHANGED)
    except OSError as error:
        raise BackupDamaged(file=file, detail=os_words(error)) from error
    if note is not None and note.contents.revision not in KNOWN:
        raise BackupNewer(file=file, program=note.program)
    if begins.startswith(_DUMP):
        return Source(file, Engine.POSTGRESQL, False, note)
    if begins == _SQLITE or begins.startswith(_GZIP):
        return Source(file, Engine.SQLITE, begins.startswith(_GZIP), note)
    raise BackupDamaged(file=file, detail=_NOTHING)


def unpack(source: Source, target: Path) -> None:
    """Write the database file that `source` holds.

    Raises BackupDamaged, DatabaseBroken, sqlite3.Error, and OSError of the disk.
    """
    create(target)
    if not source.packed:
        copy_file(str(source.file), target)  # with what stands in a log beside it
        return
    with gzip.open(source.file) as packed, target.open("wb") as plain:
        while chunk := _next(source.file, packed):
            plain.write(chunk)
    sync(target)


def _next(file: Path, packed: gzip.GzipFile) -> bytes:
    try:
        return packed.read(_CHUNK)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise BackupDamaged(file=file, detail=_CUT) from error
