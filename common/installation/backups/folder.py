"""The folder of backups: which there are, which may go, and the copies elsewhere."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from common.domain.os_words import os_words
from common.domain.text import Text
from common.installation.backups.backup import Backup, is_backup_name, read_note, sha256_of
from common.installation.backups.errors import BackupFolderClosed
from common.machine.owned_files import create

_FORGOTTEN = timedelta(days=1)
_FOR_EVER = timedelta(days=100 * 365)
"""Whoever says 999999 means it; there is no day so long before today."""
_HIDDEN = ".hall-"
_UNFINISHED = ".new"


def unfinished(folder: Path, name: str) -> Path:
    """Where a file is written until it is whole. Nobody takes it for a backup."""
    return folder / f".{name}.{os.getpid()}{_UNFINISHED}"


def backups_in(folder: Path, hall: str | None = None) -> tuple[Backup, ...]:
    """Those of `hall`, or of all, with the newest first. What has no note beside it is none.

    Raises BackupFolderClosed when nobody can tell which there are.
    """
    try:
        return _known(folder, hall)
    except OSError as error:
        raise BackupFolderClosed(folder=folder, detail=os_words(error)) from error


def _known(folder: Path, hall: str | None) -> tuple[Backup, ...]:
    return tuple(sorted(_found(folder, hall), key=lambda one: one.made_at, reverse=True))


def _found(folder: Path, hall: str | None) -> Iterator[Backup]:
    try:
        files = [file for file in folder.iterdir() if is_backup_name(file.name)]
    except FileNotFoundError:
        return  # No backup was made yet.
    for file in files:
        backup = read_note(file)
        if backup is not None and hall in (None, backup.contents.hall):
            yield backup


def forget_old(folder: Path, hall: str, keep_days: int, now: datetime) -> tuple[Backup, ...]:
    """Delete the backups of `hall` that are older, but never its newest good one.

    Files of others stay. Returns what went. Raises OSError.
    """
    known = _known(folder, hall)
    newest_good = next((one for one in known if one.good), None)
    before = now - min(timedelta(days=keep_days), _FOR_EVER)
    old = tuple(one for one in known if one.made_at < before and one is not newest_good)
    for one in old:
        # The note last, as it came first: without its backup it is swept away one day.
        one.file.unlink(missing_ok=True)
        one.note.unlink(missing_ok=True)
    _sweep(folder, now)
    return old


def _sweep(folder: Path, now: datetime) -> None:
    """What a backup or a deletion that was killed left behind."""
    delete_forgotten(folder.glob(f"{_HIDDEN}*{_UNFINISHED}*"), now)
    delete_forgotten((note for note in folder.glob("hall-*.json") if _is_alone(note)), now)


def delete_forgotten(files: Iterable[Path], now: datetime) -> None:
    """Those that nobody has changed for a day: whoever began them was killed. Raises OSError."""
    for file in [*files]:
        changed = datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo)
        if now - changed > _FORGOTTEN:
            file.unlink(missing_ok=True)


def _is_alone(note: Path) -> bool:
    """Whether it is about a backup that is not there."""
    file = note.with_suffix("")
    return is_backup_name(file.name) and not file.exists()


def copy_elsewhere(backup: Backup, folder: Path) -> Text | None:
    """Put a copy into `folder`; what is wrong there, None when it is there and the same."""
    try:
        if not folder.is_dir():
            return Text(
                zh=f"第二文件夹 {folder} 不存在，请检查共享或磁盘是否已挂载",
                en=f"the second folder {folder} is not there; is its share or disk mounted?",
            )
        for file in (backup.file, backup.note):
            new = unfinished(folder, file.name)
            try:
                create(new)
                shutil.copyfile(file, new)
                sync(new)
                new.replace(folder / file.name)
            finally:
                new.unlink(missing_ok=True)
        if sha256_of(folder / backup.file.name) != backup.sha256:
            return Text(
                zh=f"第二文件夹 {folder} 中的副本与备份不一致，请检查该磁盘",
                en=f"the copy in the second folder {folder} differs; examine that disk",
            )
    except OSError as error:
        why = os_words(error)
        return Text(
            zh=f"无法写入第二文件夹 {folder}：{why.zh}",
            en=f"the second folder {folder} cannot be written: {why.en}",
        )
    if same_disk(backup.file.parent, folder):
        return Text(
            zh=f"第二文件夹 {folder} 与第一份在同一块磁盘上，请检查共享是否已挂载",
            en=f"the second folder {folder} is on the disk of the first; is its share mounted?",
        )
    return None


def same_disk(one: Path, other: Path) -> bool:
    """Raises OSError."""
    return one.stat().st_dev == other.stat().st_dev


def sync(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows writes its folders itself.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
