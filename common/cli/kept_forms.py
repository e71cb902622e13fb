"""`jiaohao forms key`, `list`, `open`, `export`, `erase`: filled forms, and the key to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from common import operations
from common.cli.console import Console
from common.cli.options import By, Db, FormFolder, Json, acting, console, opened
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Role
from common.domain.text import Text

if TYPE_CHECKING:
    from datetime import date, datetime

    from common.domain.forms import Block, FilledForm, FormBook, Row

kept = typer.Typer()

KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--key",
        metavar="FILE",
        help="The file with the private key (else JIAOHAO_FORM_KEY, else this user's settings).",
    ),
]
Code = Annotated[
    str, typer.Argument(metavar="CODE", help="The six characters of the slip: 7K4MQX.")
]
Member = Annotated[
    str,
    typer.Option("--by", metavar="LOGIN", help="Who of the staff does this; kept in the record."),
]
_STATES = {
    FormState.WAITING: Text(zh="待调取", en="waiting"),
    FormState.PICKED_UP: Text(zh="已调取", en="picked up"),
    FormState.ERASED: Text(zh="已删除", en="erased"),
}


@kept.command()
def key(
    file: KeyFile = None,
    renew: Annotated[
        bool, typer.Option("--renew", help="Make another key, which seals from now on.")
    ] = False,
    lost: Annotated[
        bool, typer.Option("--lost", help="Make another although the one in use is lost for good.")
    ] = False,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Make the key with which filled forms are opened, or see whether this PC has it.

    Every counter's PC gets a copy of the file; kiosks need none and must have none.
    """
    from common.operations import kept_forms

    out = console(as_json)
    with opened(db) as store:
        place = kept_forms.key_file_of(store, file)
        zone = ZoneInfo(operations.hall(store).time_zone)
        found = None if renew or lost else kept_forms.hall_key(store, place)
        made = found is None
        found = found or kept_forms.make_form_key(store, place, acting(store, by), lost=lost)
    since = _time(found.made_at, zone)
    out.answer(
        {"key": found.id, "file": str(place), "made_at": found.made_at, "made": made},
        out.pick(
            f"已生成密钥 {found.id}：{place}\n请复制到每台窗口电脑并另存备份；取号机上不要存放。"
            if made
            else f"本机可以打开表单：密钥 {found.id}，生成于 {since}，{place}",
            f"key {found.id} was made: {place}\n"
            "Copy it to every counter's PC, keep a spare, and put none on a kiosk."
            if made
            else f"this PC opens forms: key {found.id}, made {since}, {place}",
        ),
    )


@kept.command("list")
def list_kept(db: Db = None, as_json: Json = False) -> None:
    """Which filled forms the hall keeps, and until when. Nothing in them is read."""
    from common.operations import kept_forms

    out = console(as_json)
    with opened(db) as store:
        zone = ZoneInfo(operations.hall(store).time_zone)
        forms = kept_forms.kept_forms(store)
    rows = [
        f"{form.code}  {' '.join(form.forms):12} {out.say(_STATES[form.state])}  "
        f"{_time(form.filled_at, zone)} {form.kiosk}  → {_time(form.erase_after, zone)}"
        for form in forms
    ]
    out.answer(
        {"forms": [_facts(form) for form in forms]},
        "\n".join(rows) or out.pick("没有保存的表单", "no forms are kept"),
    )


@kept.command("open")
def open_kept(
    code: Code,
    by: Member,
    plain: Annotated[
        bool, typer.Option("--plain", help="Unmasked; for administrators, and kept in the record.")
    ] = False,
    file: KeyFile = None,
    folder: FormFolder = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Read a filled form, masked as others may see it; who did is kept in the record."""
    from common.operations import kept_forms
    from common.operations.form_files import read_forms

    out = console(as_json)
    book = read_forms(folder).book
    least = Role.ADMINISTRATOR if plain else Role.CLERK
    with opened(db) as store:
        hall = operations.hall(store)
        clerk = acting(store, by)
        assert clerk is not None, "--by has to be said"
        keys = kept_forms.form_keys(store, kept_forms.key_file_of(store, file))
        form = kept_forms.form_with_code(store, code)
        read = kept_forms.open_form(store, keys, form.id, clerk, least=least)
    day = read.filled.signed_at.astimezone(ZoneInfo(hall.time_zone)).date()
    blocks = _blocks(book, read.filled, day)
    out.answer(
        {
            **_facts(read.kept),
            "pages": [
                {
                    "title": {"zh": block.title.zh, "en": block.title.en},
                    "rows": [
                        {"field": row.key, "value": _value(out, row, plain)} for row in block.rows
                    ],
                }
                for block in blocks
            ],
        },
        "\n".join(_told(out, blocks, plain)),
    )


@kept.command("export")
def export_kept(
    code: Code,
    target: Annotated[Path, typer.Argument(metavar="FILE", help="Where to, for example a.json.")],
    by: Member,
    replace: Annotated[bool, typer.Option("--replace", help="Over a file that is there.")] = False,
    file: KeyFile = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Write all answers of a form to a JSON file, unmasked; for administrators, and recorded."""
    from common.cli.private_files import FileIsThere, write_private
    from common.operations import kept_forms

    out = console(as_json)
    if target.exists() and not replace:
        raise FileIsThere(file=target)
    with opened(db) as store:
        clerk = acting(store, by)
        assert clerk is not None, "--by has to be said"
        keys = kept_forms.form_keys(store, kept_forms.key_file_of(store, file))
        exported = kept_forms.export_form(
            store,
            keys,
            kept_forms.form_with_code(store, code).id,
            clerk,
            taken_as=kept_forms.TakenAs.JSON,
            least=Role.ADMINISTRATOR,
        )
    write_private(target, exported.as_json(), replace=replace)
    out.answer(
        {"code": exported.code, "file": str(target)},
        out.pick(
            f"已写入 {target}（含全部内容，仅当前用户可读）",
            f"written to {target}, in full, for this user alone",
        ),
    )


@kept.command()
def erase(
    code: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="The form that its person wants erased now."),
    ] = None,
    by: By = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Erase filled forms whose time is over, or one at once because its person wants it."""
    from common.operations import kept_forms

    out = console(as_json)
    with opened(db) as store:
        if code is None:
            count = kept_forms.erase_due(store)
        else:
            clerk = acting(store, by)
            kept_forms.erase_form(store, kept_forms.form_with_code(store, code).id, clerk)
            count = 1
    out.answer({"erased": count}, out.pick(f"已删除 {count} 份表单", f"{count} forms erased"))


def _blocks(book: FormBook, filled: FilledForm, day: date) -> tuple[Block, ...]:
    """The answers to what the hall's forms ask; what they ask no more is not shown."""
    from common.domain.forms import preview, sheet_of

    forms = [book.forms[code] for code in filled.forms if code in book.forms]
    return preview(sheet_of(book, forms, filled.services), filled.answers, day) if forms else ()


def _told(out: Console, blocks: tuple[Block, ...], plain: bool) -> Iterator[str]:
    for block in blocks:
        yield out.say(block.title)
        for row in block.rows:
            yield f"  {out.say(row.label)}  {_value(out, row, plain)}"


def _value(out: Console, row: Row, plain: bool) -> str:
    return out.say(row.value if plain else row.masked)


def _facts(form: KeptForm) -> dict[str, Any]:
    return {
        "code": form.code,
        "forms": list(form.forms),
        "ticket": form.ticket,
        "state": form.state.value,
        "kiosk": form.kiosk,
        "filled_at": form.filled_at,
        "picked_up_at": form.picked_up_at,
        "erase_after": form.erase_after,
        "key": form.key_id,
    }


def _time(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"
