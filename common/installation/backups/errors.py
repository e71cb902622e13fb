"""What can go wrong with a backup or its return, in words for people."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class NoBackupFolder(JiaohaoError):
    code = "no_backup_folder"
    en = "No folder for backups is known on this PC. Name one: --to FOLDER, or set it up: sudo jiaohao setup"
    zh = "本机没有设置备份文件夹。请用 --to 指定，或运行 sudo jiaohao setup。"


class BackupNotWritten(JiaohaoError):
    """Facts: folder, detail."""

    code = "backup_not_written"
    en = "No backup was made: {folder} cannot be written: {detail}. Nothing half is left there, and earlier backups are as they were."
    zh = "备份没有完成：无法写入 {folder}：{detail}。没有留下残缺文件，以前的备份不受影响。"


class BackupFolderOnShare(JiaohaoError):
    """Facts: folder, kind."""

    code = "backup_folder_on_share"
    en = "{folder} is on a network share ({kind}), where a copy cannot be proven. Make backups on a local disk, and name the share as second_folder."
    zh = "{folder} 位于网络共享（{kind}）上，无法在其上校验备份。请把备份放在本地磁盘，并把共享设为 second_folder。"


class BackupUnsound(JiaohaoError):
    """Facts: detail. The copy was thrown away."""

    code = "backup_unsound"
    en = "No backup was made: what was written is not what was read ({detail}). Examine the disk; earlier backups are as they were."
    zh = "备份没有完成：写入内容与原数据不一致（{detail}）。请检查磁盘；以前的备份不受影响。"


class DumpToolMissing(JiaohaoError):
    """Facts: command, version (of the server)."""

    code = "dump_tool_missing"
    en = "There is no {command} for a PostgreSQL {version} server on this PC. Install it: sudo apt install postgresql-client-{version}"
    zh = "本机没有适用于 PostgreSQL {version} 服务器的 {command}。请安装：sudo apt install postgresql-client-{version}"


class BackupMissing(JiaohaoError):
    """Facts: file."""

    code = "backup_missing"
    en = "There is no backup {file}. `jiaohao backup list` shows those that there are."
    zh = "没有备份 {file}。`jiaohao backup list` 列出现有备份。"


class BackupFolderClosed(JiaohaoError):
    """Facts: folder, detail (a Text)."""

    code = "backup_folder_closed"
    en = "The folder of backups {folder} cannot be looked into: {detail}. Use sudo, or name another folder: --to"
    zh = "无法查看备份文件夹 {folder}：{detail}。请用 sudo 运行，或用 --to 指定其他文件夹。"


class BackupDamaged(JiaohaoError):
    """Facts: file, detail (a Text)."""

    code = "backup_damaged"
    en = "The backup {file} is damaged: {detail}. Nothing was changed; take an earlier one (`jiaohao backup list`), or the copy in the second folder."
    zh = "备份 {file} 已损坏：{detail}。未作任何更改；请用更早的备份（`jiaohao backup list`）或第二文件夹中的副本。"


class BackupIsTheHall(JiaohaoError):
    """Facts: file."""

    code = "backup_is_the_hall"
    en = "{file} is the hall's own database and no backup of it. Nothing was changed; `jiaohao backup list` shows the backups."
    zh = "{file} 就是大厅自己的数据库，不是备份。未作任何更改；`jiaohao backup list` 列出现有备份。"


class BackupOfOtherHall(JiaohaoError):
    """Facts: file, hall (of the backup), here."""

    code = "backup_of_other_hall"
    en = "{file} is a backup of hall {hall}, and hall {here} is here. Nothing was changed; to look into it, restore it elsewhere: --into"
    zh = "{file} 是大厅 {hall} 的备份，而此处是大厅 {here}。未作任何更改；如需查看，请用 --into 恢复到别处。"


class BackupOfOtherEngine(JiaohaoError):
    """Facts: file, engine (of the backup)."""

    code = "backup_of_other_engine"
    en = "{file} is a backup of {engine}, which cannot be restored into {place}. Nothing was changed; name a database of that kind: --into"
    zh = "{file} 是 {engine} 的备份，不能恢复到 {place}。未作任何更改；请用 --into 指定同类数据库。"


class BackupNewer(JiaohaoError):
    """Facts: file, program."""

    code = "backup_newer"
    en = "{file} was made by a newer version of Jiaohao ({program}). Nothing was changed; install that version on this PC, then restore."
    zh = "{file} 由更新版本的叫号（{program}）备份。未作任何更改；请先在本机安装该版本再恢复。"


class HallInUse(JiaohaoError):
    """Facts: who (a Text)."""

    code = "hall_in_use"
    en = "The hall is in use ({who}). Nothing was changed; end kiosks, counters and boards first, or restore beneath them with --force: they go on with the restored hall."
    zh = "大厅正在使用（{who}）。未作任何更改；请先结束取号机、窗口和显示屏程序，或用 --force 直接恢复，各端将继续使用恢复后的大厅。"


class RestoredUnsound(JiaohaoError):
    """Facts: file, detail (a Text)."""

    code = "restored_unsound"
    en = "What {file} gives is not sound: {detail}. Nothing was changed; take an earlier backup, or --force to take it nevertheless."
    zh = "从 {file} 恢复的内容不完整：{detail}。未作任何更改；请用更早的备份，或用 --force 强行恢复。"


class NotSavedBefore(JiaohaoError):
    """Facts: detail (a Text)."""

    code = "not_saved_before"
    en = "What is there now cannot be backed up first ({detail}). Nothing was changed; make room, or give it up with --no-backup."
    zh = "无法先备份现有数据（{detail}）。未作任何更改；请清理空间，或用 --no-backup 放弃现有数据。"


class NotRestored(JiaohaoError):
    """Facts: place, detail."""

    code = "not_restored"
    en = "{place} cannot be written: {detail}. Nothing was changed."
    zh = "无法写入 {place}：{detail}。未作任何更改。"
