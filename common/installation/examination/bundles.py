"""Whether the hall's errands of several services keep what they promise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from common.domain.errors import JiaohaoError
from common.domain.forms import FormBook
from common.domain.hall import Bundle, Hall
from common.domain.promises import PROMISE_NAMES, check_promises
from common.installation.examination.finding import Finding, notable, told, well


def examine_bundles(hall: Hall, folder: str) -> Iterator[Finding]:
    """`folder` has the hall's own forms, if any. A hall without bundles promises nothing."""
    if not hall.bundles:
        return
    # pydantic and YAML take a while to load.
    from common.operations.form_files import read_forms

    try:
        book = read_forms(Path(folder) if folder else None).book
    except JiaohaoError as error:
        yield told("bundles", error)
        return
    faulty = [finding for bundle in hall.bundles for finding in _broken(hall, bundle, book)]
    yield from faulty
    if not faulty:
        count = len(hall.bundles)
        yield well(
            "bundles",
            f"{count} 件事都做到一次告知、一次表单、一次联办、一次送达",
            f"{count}, each told once, with one form, handled as one, delivered once",
        )


def _broken(hall: Hall, bundle: Bundle, book: FormBook) -> Iterator[Finding]:
    """One line for a bundle that does not keep all of its promises."""
    missed = [check for check in check_promises(hall, bundle, book) if not check.kept]
    if missed:
        named = [(PROMISE_NAMES[check.promise], check.words) for check in missed]
        zh = "；".join(f"未做到{name.zh}：{words.zh}" for name, words in named)
        en = "; ".join(f"not “{name.en}”: {words.en}" for name, words in named)
        yield notable(bundle.code, zh, en)
