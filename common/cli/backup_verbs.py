"""The verbs that copy the hall's data, and bring it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common.cli.console import Console, mark
from common.cli.database import database_url
from common.cli.options import Db, Json, console
from common.domain.text import Text
from common.machine import BackupSettings, read_machine

if TYPE_CHECKING:
    from common.installation.backups import Backup, BackupMade
    from common.installation.backups.restoring import Restored

app = typer.Typer()
backup = typer.Typer(invoke_without_command=True)
app.add_typer(backup, name="backup")

_MOST_NAMED = 12
_MEGA = 1_000_000

To = Annotated[
    Path | None,
    typer.Option("--to", metavar="FOLDER", help="The folder of backups (default: the settings)."),
]


@backup.callback()
def back_up_hall(
    context: typer.Context,
    to: To = None,
    second: Annotated[
        Path | None,
        typer.Option("--second", metavar="FOLDER", help="A folder elsewhere for one more copy."),
    ] = None,
    keep_days: Annotated[
        int | None,
        typer.Option(
            "--keep-days",
            metavar="N",
            min=1,
            help="Delete older backups of this hall, but never its newest good one.",
        ),
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Back up the hall while it is in use, and prove the copy.

    The private key that opens filled forms is not in it: keep a copy of its file apart.
    """
    if context.invoked_subcommand is not None:
        return
    from common.installation.backups import Occasion, back_up

    out = console(as_json)
    settings = backup_settings()
    if settings is not None:
        keep_days = keep_days or settings.keep_days
        second = second or (Path(settings.second_folder) if settings.second_folder else None)
    made = back_up(
        database_url(db),
        backup_folder(to),
        occasion=Occasion.ORDINARY,
        keep_days=keep_days,
        second_folder=second,
    )
    out.answer(made_facts(out, made), "\n".join(made_lines(out, made)))
    if not made.backup.good:
        raise typer.Exit(1)


@backup.command("list")
def list_backups(to: To = None, as_json: Json = False) -> None:
    """The backups that there are, the newest first."""
    from common.installation.backups import backups_in

    out = console(as_json)
    folder = backup_folder(to)
    found = backups_in(folder)
    out.answer(
        {"folder": str(folder), "backups": [one.as_json() for one in found]},
        "\n".join(_line(out, one) for one in found)
        or out.pick(f"{folder} 中没有备份", f"there are no backups in {folder}"),
    )


@app.command()
def restore(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A backup, or latest for the newest good one.")
    ],
    into: Annotated[
        str | None,
        typer.Option(
            "--into", metavar="URL", help="Another place than this hall's, to look into it there."
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help="Also beneath programs that run, and when the record of the backup is broken.",
        ),
    ] = False,
    no_backup: Annotated[
        bool,
        typer.Option("--no-backup", help="Give up what is there now, without a backup of it."),
    ] = False,
    to: To = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Bring the hall back to what a backup holds: all of it or nothing.

    What is there now is backed up first. A backup of an older version is upgraded.
    """
    from common.installation.backups.reading import find_backup
    from common.installation.backups.restoring import restore as bring_back

    out = console(as_json)
    folder = to or _known_folder()
    restored = bring_back(
        find_backup(file, folder),
        database_url(db if into is None else into),
        folder=folder,
        save_first=not no_backup,
        force=force,
    )
    out.answer(_restored_facts(restored), "\n".join(_restored_lines(out, restored)))


def backup_settings() -> BackupSettings | None:
    """Those of this PC, where it keeps the hall's data."""
    machine = read_machine()
    return machine.backup if machine is not None and machine.role.keeps_data else None


def backup_folder(named: Path | None) -> Path:
    """Where backups go. Raises NoBackupFolder."""
    from common.installation.backups.errors import NoBackupFolder

    folder = named or _known_folder()
    if folder is None:
        raise NoBackupFolder
    return folder


def _known_folder() -> Path | None:
    settings = backup_settings()
    return Path(settings.folder) if settings and settings.folder else None


def made_facts(out: Console, made: BackupMade) -> dict[str, Any]:
    return {
        **made.backup.as_json(),
        "file": str(made.backup.file),
        "second": str(made.second) if made.second else None,
        "forgotten": [one.file.name for one in made.forgotten],
        "warnings": [out.say(one) for one in made.warnings],
    }


def made_lines(out: Console, made: BackupMade) -> list[str]:
    """What to tell of a new backup."""
    lines = [out.pick(f"已备份：{made.backup.file}", f"backed up: {made.backup.file}")]
    lines.append(f"  {_holds(out, made.backup)}")
    if made.second:
        lines.append(out.pick(f"  副本：{made.second}", f"  and a copy: {made.second}"))
    if made.forgotten:
        count = len(made.forgotten)
        lines.append(out.pick(f"  已删除 {count} 份旧备份", f"  {count} old backups were deleted"))
    lines.extend(f"{mark(False)} {out.say(one)}" for one in made.warnings)
    if not made.backup.good:
        told = Text(
            zh="记录链断裂，此备份仅作证据；请运行 jiaohao doctor",
            en="the record is broken: this backup is evidence only; run jiaohao doctor",
        )
        lines.append(f"{mark(False)} {out.say(told)}")
    return lines


def _holds(out: Console, backup: Backup) -> str:
    tickets, events = backup.contents.tickets, backup.contents.events
    size = (
        f"{backup.size / 1000:.0f} KB" if backup.size < _MEGA else f"{backup.size / _MEGA:.1f} MB"
    )
    return out.pick(
        f"{size}，{tickets} 个号，{events} 条记录",
        f"{size}, {_counted(tickets, 'number')}, {_counted(events, 'event')}",
    )


def _counted(count: int, what: str) -> str:
    """In English; Chinese has no plural."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def _line(out: Console, backup: Backup) -> str:
    at = backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
    good = mark(backup.good)
    words = out.say(backup.occasion.words)
    return f"{good} {at}  {backup.file.name}  {_holds(out, backup)}  {words}"


def _restored_facts(restored: Restored) -> dict[str, Any]:
    lost = restored.lost
    return {
        "restored": True,
        "hall": restored.contents.hall,
        "events": restored.contents.events,
        "tickets": restored.contents.tickets,
        "whole": restored.whole,
        "upgraded": restored.upgraded,
        "backup_before": str(restored.saved.backup.file) if restored.saved else None,
        "kept": restored.kept or None,
        "lost_events": lost.events if lost else None,
        "lost_numbers": list(lost.numbers) if lost else None,
        "new_users": list(restored.new_users),
    }


def _restored_lines(out: Console, restored: Restored) -> list[str]:
    held = restored.contents
    lines = [
        out.pick(
            f"已恢复大厅 {held.hall}：{held.tickets} 个号，{held.events} 条记录",
            f"restored hall {held.hall}: {_counted(held.tickets, 'number')}, "
            f"{_counted(held.events, 'event')}",
        )
    ]
    if not restored.whole:
        told = Text(
            zh="记录链断裂：请运行 jiaohao doctor", en="its record is broken: run jiaohao doctor"
        )
        lines.append(f"{mark(False)} {out.say(told)}")
    if restored.upgraded:
        lines.append(
            out.pick("备份来自旧版本，已升级", "the backup was of an older version: upgraded")
        )
    lines.extend(_lost_lines(out, restored))
    if restored.saved:
        lines.append(
            out.pick(
                f"恢复前的数据已备份：{restored.saved.backup.file}",
                f"what was there before is in {restored.saved.backup.file}",
            )
        )
    if restored.kept:
        lines.append(
            out.pick(
                f"原有数据无法读取，已保留在：{restored.kept}",
                f"what was there before could not be read and is kept as {restored.kept}",
            )
        )
    if restored.new_users:
        names = " ".join(restored.new_users)
        lines.append(
            out.pick(
                f"数据库用户 {names} 是新建的，还没有密码：请用 jiaohao grant 设置",
                f"the database users {names} are new and have no password: use jiaohao grant",
            )
        )
    return lines


def _lost_lines(out: Console, restored: Restored) -> list[str]:
    lost = restored.lost
    if lost is None or not lost.events:
        return []
    told = " ".join(lost.numbers[:_MOST_NAMED]) + (" …" if len(lost.numbers) > _MOST_NAMED else "")
    return [
        out.pick(
            f"备份之后的 {lost.events} 条记录不在其中；之后取的号：{told or '无'}",
            f"not in it: {_counted(lost.events, 'later event')}; "
            f"numbers taken since: {told or 'none'}",
        )
    ]
