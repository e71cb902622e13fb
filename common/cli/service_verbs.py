"""`jiaohao services`: what people can come for, by whatever they call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from common import operations
from common.cli.options import Db, FormFolder, Json, console, opened
from common.cli.service_words import (
    facts,
    guide_facts,
    guide_lines,
    line_of,
    promise_facts,
    promise_lines,
)
from common.domain.hall import Bundle, Hall, Service
from common.domain.text import Language, Text

if TYPE_CHECKING:
    from common.domain.promises import PromiseCheck
    from common.search import Found

app = typer.Typer()

Shown = tuple[Service | Bundle, "Found | None"]


@app.command()
def services(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Name, everyday words, pinyin, initials or code."),
    ] = None,
    guide: Annotated[
        str | None, typer.Option("--guide", metavar="CODE", help="Show the guide of this one.")
    ] = None,
    folder: FormFolder = None,
    most: Annotated[int, typer.Option("--most", min=1, help="At most so many are found.")] = 30,
    db: Db = None,
    as_json: Json = False,
) -> None:
    """Find services and bundles, as citizens do at the kiosk."""
    out = console(as_json)
    with opened(db) as store:
        hall = operations.hall(store)
    if guide is not None:
        thing = _thing(hall, guide.strip())
        promises = _promises(hall, thing, folder)
        lines = (*guide_lines(hall, thing), *promise_lines(promises))
        out.answer(
            guide_facts(hall, thing) | promise_facts(promises), "\n".join(map(out.say, lines))
        )
        return
    shown = list(_shown(hall, " ".join(words or ()), out.language, most))
    out.answer(
        {"services": [_facts(hall, thing, found) for thing, found in shown]},
        "\n".join(out.say(line) for line in _lines(hall, shown))
        or out.pick("没有找到", "nothing found"),
    )


def _promises(hall: Hall, thing: Service | Bundle, folder: Path | None) -> tuple[PromiseCheck, ...]:
    """What a bundle promises; a service alone promises nothing."""
    if isinstance(thing, Service):
        return ()
    # pydantic and YAML take a while to load; only bundles ask for forms here.
    from common.domain.promises import check_promises
    from common.operations.form_files import read_forms

    return check_promises(hall, thing, read_forms(folder).book)


def _thing(hall: Hall, code: str) -> Service | Bundle:
    return hall.bundle(code) or hall.service(code)


def _shown(hall: Hall, typed: str, language: Language, most: int) -> Iterator[Shown]:
    if not typed:
        yield from ((service, None) for service in hall.services)
        yield from ((bundle, None) for bundle in hall.bundles)
        return
    # The index takes its time; a list does without.
    from common.search import SearchIndex

    for found in SearchIndex(hall).search(typed, language, most):
        yield _thing(hall, found.code), found


def _lines(hall: Hall, shown: Iterable[Shown]) -> Iterator[Text]:
    for thing, found in shown:
        line = line_of(hall, thing)
        if found is None or found.words in (thing.name.zh, thing.name.en, thing.code):
            yield line
        else:
            yield Text(zh=f"{line.zh}（{found.words}）", en=f"{line.en} ({found.words})")


def _facts(hall: Hall, thing: Service | Bundle, found: Found | None) -> dict[str, Any]:
    told = facts(hall, thing)
    if found is None:
        return told
    matched = {
        "certainty": found.certainty.name.lower(),
        "field": found.field.value,
        "pieces": [asdict(piece) for piece in found.pieces(found.words)],
    }
    return {**told, "matched": matched}
