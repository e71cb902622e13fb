"""Codes in a hall file that name other parts of it."""

from __future__ import annotations

import difflib
from collections import Counter as Tally
from collections.abc import Iterable, Iterator

from common.domain.text import Text
from common.operations.hall_file.document import Path

Fault = tuple[Path, Text]
"""Where it is, and what to do."""


def repeated_in(path: Path, codes: Iterable[str]) -> Iterator[Fault]:
    """The codes that one list names more than once."""
    for code, times in Tally(codes).items():
        if times > 1:
            yield path, Text(zh=f"{code} 重复，请删去一个", en=f"{code} stands here twice")


def dangling(path: Path, code: str, known: set[str], what: Text) -> Iterator[Fault]:
    """That `code` is none of the `known`, and the one that was probably meant."""
    if code in known:
        return
    near = difflib.get_close_matches(code, known, n=1)
    yield (
        path,
        Text(
            zh=f"没有{what.zh} {code}" + (f"，是否应为 {near[0]}？" if near else "，请先定义"),
            en=f"there is no {what.en} {code}"
            + (f"; did you mean {near[0]}?" if near else "; define it first"),
        ),
    )
