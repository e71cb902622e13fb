"""Line breaking for mixed Chinese and Latin text (punctuation after GB/T 15834).

A line never starts with closing punctuation nor ends with an opening bracket. A Latin word or a
number stays whole unless it is wider than the paper itself, and a figure keeps its unit: 3次, 15号.
"""

from __future__ import annotations

from collections.abc import Iterator

from common.printing.document import character_columns, columns_of

_NEVER_FIRST = frozenset("，。、；：！？）」』】》〉〕｝”’…—～·％℃,.;:!?)]}%")
_NEVER_LAST = frozenset("（「『【《〈〔｛“‘￥＄([{")

_FIGURES = frozenset("0123456789")


def wrap(text: str, columns: int, first: int | None = None) -> list[str]:
    """`text` in lines of at most `columns`, the first at most `first` columns wide.

    `columns` is at least 2. Spaces where a line breaks are dropped; nothing else is lost.
    """
    lines: list[str] = []
    line = ""
    room = columns if first is None else first
    for unit in _units(text):
        if columns_of(line + unit.rstrip()) <= room:
            line += unit
            continue
        if line or room < columns:
            lines.append(line.rstrip())
            line, room = "", columns
        if columns_of(unit.rstrip()) <= room:
            line = unit
            continue
        *whole, line = _by_force(unit, columns)
        lines.extend(whole)
    if line.rstrip() or not lines:
        lines.append(line.rstrip())
    return lines


def wrap_evenly(text: str, columns: int) -> list[str]:
    """As few lines as `wrap` makes, and about equally long: no word is left over alone."""
    lines = wrap(text, columns)
    if len(lines) == 1:
        return lines
    for narrower in range(columns - 1, 1, -1):
        tighter = wrap(text, narrower)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def longest_word(text: str) -> int:
    """Columns of the widest piece that `wrap` would not part if it can help it."""
    return max((columns_of(unit.rstrip()) for unit in _units(text)), default=0)


def _units(text: str) -> Iterator[str]:
    """The pieces of `text` that may not be parted, each with the spaces after it."""
    start = 0
    for index in range(1, len(text)):
        if _may_part(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _may_part(before: str, after: str) -> bool:
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if character_columns(after) == 0:
        return False
    if before in _FIGURES:
        return False
    return before == " " or character_columns(before) == 2 or character_columns(after) == 2


def _by_force(unit: str, columns: int) -> list[str]:
    """A unit wider than the paper, parted wherever the paper ends."""
    lines = [""]
    for character in unit:
        if columns_of(lines[-1]) + character_columns(character) > columns:
            lines.append("")
        lines[-1] += character
    return lines
