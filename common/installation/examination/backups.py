"""Are there backups, of last night, whole, and a copy elsewhere?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from common.domain.os_words import os_words
from common.installation.backups import Backup, backups_in
from common.installation.backups.backup import sha256_of
from common.installation.backups.errors import BackupFolderClosed
from common.installation.backups.folder import same_disk
from common.installation.examination.finding import Finding, notable, well, wrong
from common.machine import BackupSettings

_OLDEST = timedelta(hours=26)
"""One night missed, and some time for a long backup."""
_LITTLE_SPACE = 500 * 1024 * 1024


def examine_backups(settings: BackupSettings, hall: str | None) -> Iterator[Finding]:
    """Those of `hall`, or of any where it cannot be asked."""
    folder = Path(settings.folder)
    try:
        newest = next(iter(backups_in(folder, hall)), None)
        free = shutil.disk_usage(folder).free
    except (BackupFolderClosed, OSError):
        yield wrong(
            "backups",
            f"不能查看 {folder}：请用 sudo 运行；没有该文件夹时请运行 sudo jiaohao backup",
            f"{folder} cannot be looked into: use sudo; where there is none, sudo jiaohao backup",
        )
        return
    yield _newest(newest)
    if newest is not None and settings.second_folder:
        yield _second(newest, Path(settings.second_folder))
    needed = max(_LITTLE_SPACE, 2 * newest.size if newest else 0)
    shown = f"{free / 1024**3:.1f} GB"
    if free > needed:
        yield well("backup disk", f"剩余 {shown}", f"{shown} free")
    else:
        yield wrong(
            "backup disk",
            f"{folder} 仅剩 {shown}，请清理或减少 keep_days",
            f"only {shown} free for {folder}: make room, or keep fewer days",
        )


def _newest(newest: Backup | None) -> Finding:
    if newest is None:
        return wrong(
            "backups",
            "还没有备份，请运行 sudo jiaohao backup，并检查每天的备份任务",
            "there is none: run sudo jiaohao backup, and see to the daily one",
        )
    age = datetime.now().astimezone() - newest.made_at
    at = f"{newest.made_at.astimezone():%Y-%m-%d %H:%M}"
    if not newest.good:
        return wrong(
            "backups",
            f"最新的备份（{at}）记录链断裂，请保留并联系管理员",
            f"the record in the newest one ({at}) is broken: keep it as evidence",
        )
    if age > _OLDEST:
        return wrong(
            "backups",
            f"最新的备份是 {at}，已超过 26 小时；原因见 journalctl -u jiaohao-backup",
            f"the newest one is of {at}, older than 26 hours: see journalctl -u jiaohao-backup",
        )
    try:
        whole = sha256_of(newest.file) == newest.sha256
    except OSError as error:
        why = os_words(error)
        return wrong("backups", f"{newest.file}：{why.zh}", f"{newest.file}: {why.en}")
    if not whole:
        return wrong(
            "backups",
            f"{newest.file.name} 与备份时不同，请检查磁盘，并立即 sudo jiaohao backup",
            f"{newest.file.name} is not what it was: examine the disk, and sudo jiaohao backup now",
        )
    return well("backups", f"最新 {at}，已校验", f"the newest is of {at}, and whole")


def _second(newest: Backup, folder: Path) -> Finding:
    try:
        there = (folder / newest.file.name).stat().st_size == newest.size
        same = same_disk(newest.file.parent, folder)
    except OSError as error:
        why = os_words(error)
        return wrong(
            "second copy",
            f"{folder} 中没有最新备份的副本（{why.zh}），请检查共享是否已挂载",
            f"the newest backup has no copy in {folder} ({why.en}); is its share mounted?",
        )
    if not there:
        return wrong(
            "second copy",
            f"{folder} 中的副本不完整，请检查空间",
            f"the copy in {folder} is not whole; is there room?",
        )
    if same:
        return notable(
            "second copy",
            f"{folder} 与备份在同一块磁盘上，磁盘坏了两份都会丢",
            f"{folder} is on the same disk as the backups, and is lost with it",
        )
    return well("second copy", f"{folder} 中有副本", f"there is a copy in {folder}")
