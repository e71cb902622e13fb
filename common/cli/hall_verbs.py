"""The verbs of IT staff: create, change, upgrade, examine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from common import operations
from common.cli.backup_verbs import To, backup_settings, made_lines
from common.cli.console import Console, mark
from common.cli.database import database_url
from common.cli.options import By, Db, Json, Profile, acting, console, opened
from common.domain.errors import JiaohaoError
from common.resources import resource

if TYPE_CHECKING:
    from common.installation.examination import Finding
    from common.operations.hall_staff import StaffHint

app = typer.Typer()

_MOST_NAMED = 20


class ChooseHall(JiaohaoError):
    code = "choose_hall"
    en = "Say which hall: --demo for the demonstration hall, or --hall FILE."
    zh = "请指定大厅：--demo 使用演示大厅，或 --hall 文件。"


@app.command()
def init(
    demo: Annotated[bool, typer.Option("--demo", help="The demonstration hall.")] = False,
    hall: Annotated[
        Path | None, typer.Option("--hall", metavar="FILE", help="A hall file of your own.")
    ] = None,
    keep_hours: Annotated[
        bool,
        typer.Option("--keep-hours", help="The demonstration hall opens only at its hours."),
    ] = False,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Create the database of a hall."""
    # pydantic and YAML take a while to load; only these verbs read a hall file.
    from common.operations.hall_changes import create_hall
    from common.operations.hall_file import read_hall_file

    out = console(as_json)
    if demo == (hall is not None):
        raise ChooseHall
    file = read_hall_file(hall or resource("demo", "hall.yaml"))
    if keep_hours:
        calendar = replace(file.hall.calendar, always=False)
        file = replace(file, hall=replace(file.hall, calendar=calendar))
    store = create_hall(database_url(db), file)
    place = store.place
    store.close()
    counts = {
        "zones": len(file.hall.zones),
        "departments": len(file.hall.departments),
        "queues": len(file.hall.queues),
        "counters": len(file.hall.counters),
        "services": len(file.hall.services),
        "bundles": len(file.hall.bundles),
    }
    name = out.say(file.hall.name)
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    out.answer(
        {"db": place, "hall": file.hall.code, **counts},
        out.pick(f"已创建 {name}：{place}", f"created {name} at {place}: {told}"),
    )


@app.command()
def apply(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The hall file.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference and change nothing.")
    ] = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Change the hall to what a hall file says.

    Shows how the file differs from the database and applies it in one transaction.
    """
    from common.operations.changes import Change
    from common.operations.hall_changes import apply_hall, differences
    from common.operations.hall_file import read_hall_file
    from common.operations.hall_staff import staff_hint

    out = console(as_json)
    wanted = read_hall_file(file)
    with opened(db) as store:
        who = acting(store, by)
        changes = differences(store, wanted) if dry_run else apply_hall(store, wanted, by=who)
        hint = staff_hint(store, wanted)

    def told(change: Change) -> str:
        sign = {"added": "+", "removed": "-", "changed": "~"}[change.kind]
        return f"{sign} {change.section} {change.code} {', '.join(change.details)}".rstrip()

    end = (
        out.pick("没有不同", "nothing differs")
        if not changes
        else out.pick("未作更改（--dry-run）", "nothing was changed (--dry-run)")
        if dry_run
        else out.pick("已应用", "applied")
    )
    out.answer(
        {
            "applied": bool(changes) and not dry_run,
            "changes": [
                {"kind": c.kind, "section": c.section, "code": c.code, "fields": list(c.details)}
                for c in changes
            ],
            "staff_not_in_file": list(hint.not_in_file),
            "staff_retired": list(hint.retired),
        },
        "\n".join([*map(told, changes), end, *_staff_hints(out, hint)]),
    )


@app.command()
def upgrade(
    no_backup: Annotated[
        bool, typer.Option("--no-backup", help="Make no backup before the upgrade.")
    ] = False,
    to: To = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Bring an older database to this version.

    On a PC that keeps the hall's data a backup is made before.
    """
    from common.installation.upgrading import upgrade as bring_up

    out = console(as_json)
    settings = backup_settings()
    folder = to or (Path(settings.folder) if settings else None)
    done = bring_up(database_url(db), None if no_backup else folder)
    lines = made_lines(out, done.backup) if done.backup else []
    if done.changed and not done.backup:
        lines.append(out.pick("升级前没有备份", "no backup was made before"))
    lines.append(out.pick("数据库已是当前版本", "the database is up to date"))
    out.answer(
        {
            "upgraded": True,
            "changed": done.changed,
            "backup": str(done.backup.backup.file) if done.backup else None,
            "users": list(done.users),
        },
        "\n".join(lines),
    )


@app.command("close-day")
def close_day(db: Db = None, as_json: Json = False) -> None:
    """Expire what past days left behind, and erase filled forms whose time is over.

    A person who is being served is never touched.
    """
    # cryptography takes a while to load.
    from common.operations.kept_forms import erase_due

    out = console(as_json)
    with opened(db) as store:
        expired = operations.expire_past_days(store)
        erased = erase_due(store)
    out.answer(
        {"expired": expired, "erased": erased},
        out.pick(
            f"失效 {expired} 个环节，删除 {erased} 份表单",
            f"{expired} legs expired, {erased} forms erased",
        ),
    )


@app.command()
def doctor(
    printer: Annotated[
        str | None, typer.Option("--printer", metavar="URL", help="Examine this printer too.")
    ] = None,
    profile: Profile = "generic-80",
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Examine this installation and say what to do about each fault."""
    from common.installation.examination import Subject, examine

    out = console(as_json)
    findings = examine(Subject(partial(database_url, db), printer, profile))
    well = all(finding.good for finding in findings)
    out.answer(
        {
            "ok": well,
            "checks": [
                {
                    "name": f.name,
                    "ok": f.good,
                    "notable": f.notable,
                    "detail": out.say(f.detail),
                }
                for f in findings
            ],
        },
        _report(out, findings),
    )
    if not well:
        raise typer.Exit(1)


def _staff_hints(out: Console, hint: StaffHint) -> Iterator[str]:
    if hint.not_in_file:
        logins = _few(hint.not_in_file)
        yield out.pick(
            f"文件中没有以下账号，已保持不变（停用请用 `jiaohao staff retire`）：{logins}",
            f"not in the file, and left as they are (`jiaohao staff retire` ends one): {logins}",
        )
    if hint.retired:
        logins = _few(hint.retired)
        yield out.pick(
            f"文件中的以下账号已停用，仍为停用：{logins}",
            f"named in the file but retired, and still are: {logins}",
        )


def _few(logins: Sequence[str]) -> str:
    return " ".join(logins[:_MOST_NAMED]) + (" …" if len(logins) > _MOST_NAMED else "")


def _report(out: Console, findings: Sequence[Finding]) -> str:
    widest = max(len(finding.name) for finding in findings)
    return "\n".join(
        f"{_sign(finding)} {finding.name:{widest}}  {out.say(finding.detail)}"
        for finding in findings
    )


def _sign(finding: Finding) -> str:
    return "!" if finding.notable else mark(finding.good)
