"""`jiaohao forms`: which there are, what each asks, whether a folder of one's own is right.

The verbs about what people filled in stand in `kept_forms`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common import operations
from common.cli.console import Console
from common.cli.kept_forms import kept
from common.cli.options import Db, FormFolder, Json, console, opened

if TYPE_CHECKING:
    from common.domain.forms.form import Entry, Form, FormBook
    from common.domain.hall import Hall

app = typer.Typer()
forms = typer.Typer(invoke_without_command=True)
forms.add_typer(kept)
app.add_typer(forms, name="forms")


@forms.callback()
def list_forms(context: typer.Context, folder: FormFolder = None, as_json: Json = False) -> None:
    """The forms that citizens fill in at a kiosk."""
    # pydantic and YAML take a while to load; only these verbs read forms.
    from common.operations.form_files import read_forms

    if context.invoked_subcommand is not None:
        return
    out = console(as_json)
    book = read_forms(folder).book
    out.answer(
        {
            "forms": [
                {
                    "code": form.code,
                    "name": {"zh": form.name.zh, "en": form.name.en},
                    "pages": len(form.sections),
                    "fields": len(list(form.entries())),
                    "services": list(form.services),
                    "bundles": list(form.bundles),
                }
                for form in book.forms.values()
            ]
        },
        "\n".join(_line(out, form) for form in book.forms.values()),
    )


@forms.command()
def show(
    code: Annotated[str, typer.Argument(metavar="FORM", help="For example F01.")],
    folder: FormFolder = None,
    as_json: Json = False,
) -> None:
    """What a form asks, page by page: * is needed, ? is needed in some cases."""
    from common.operations.form_files import UnknownForm, read_forms

    out = console(as_json)
    book = read_forms(folder).book
    form = next((form for form in book.forms.values() if form.code == code.upper()), None)
    if form is None:
        raise UnknownForm(given=code, known=" ".join(book.forms))
    out.answer(_facts(book, form), "\n".join(_pages(out, book, form)))


@forms.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of forms.")],
    hall: Annotated[
        Path | None,
        typer.Option("--hall", metavar="FILE", help="Whether this hall has their services."),
    ] = None,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Check a folder of forms; each fault is told with its file, its line and what to do."""
    from common.operations.form_files import FormFilesWrong, faulty_services, read_forms

    out = console(as_json)
    files = read_forms(folder)
    known = _hall(hall, db)
    problems = list(faulty_services(files, known)) if known else []
    if problems:
        raise FormFilesWrong(problems)
    count = len(files.book.forms)
    out.answer(
        {"forms": count, "fields": len(files.book.fields), "hall": known and known.code},
        out.pick(
            f"{count} 份表单，没有问题" + ("" if known else "（未核对事项，可加 --hall 文件）"),
            f"{count} forms without faults"
            + ("" if known else " (services were not looked up; --hall FILE does that)"),
        ),
    )


def _hall(file: Path | None, db: str | None) -> Hall | None:
    from common.operations.hall_file import read_hall_file

    if file is not None:
        return read_hall_file(file).hall
    if db is None:
        return None
    with opened(db) as store:
        return operations.hall(store)


def _line(out: Console, form: Form) -> str:
    used = " ".join((*form.services, *form.bundles))
    return f"{form.code:5} {out.say(form.name)}  {used}"


def _pages(out: Console, book: FormBook, form: Form) -> Iterator[str]:
    yield _line(out, form)
    for section in form.sections:
        yield ""
        yield out.say(section.title)
        for entry in section.entries:
            field = book.fields[entry.key]
            yield f"  {_mark(entry)} {field.key:22} {field.kind:12} {out.say(field.label)}"


def _mark(entry: Entry) -> str:
    from common.domain.forms.conditions import ALWAYS, NEVER

    if entry.required == NEVER:
        return " "
    return "*" if entry.required == ALWAYS == entry.visible else "?"


def _facts(book: FormBook, form: Form) -> dict[str, Any]:
    marks = {"*": "always", " ": "never", "?": "sometimes"}
    return {
        "code": form.code,
        "name": {"zh": form.name.zh, "en": form.name.en},
        "services": list(form.services),
        "bundles": list(form.bundles),
        "retention_days": form.retention_days,
        "pages": [
            {
                "code": section.code,
                "title": {"zh": section.title.zh, "en": section.title.en},
                "fields": [
                    {
                        "key": entry.key,
                        "kind": book.fields[entry.key].kind,
                        "privacy": book.fields[entry.key].privacy,
                        "required": marks[_mark(entry)],
                    }
                    for entry in section.entries
                ],
            }
            for section in form.sections
        ],
    }
