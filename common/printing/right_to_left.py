"""Arabic, Uyghur and Hebrew words in a line that is drawn: in the order in which eyes meet them.

The part of the Unicode Bidirectional Algorithm (UAX #9) that one line of plain text needs: its
control signs are not, which no fact keeps. And the joined forms of Arabic letters (The Unicode
Standard, section 9.2), as far as they have code points of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from common.printing.document import is_mark

_RIGHT_TO_LEFT = ("R", "AL")
_FIGURES = ("EN", "AN")
_BRACKETS = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_KASHIDA = "\u0640"
"""A stroke that only lengthens a word; letters join it on both sides."""


def in_visual_order(text: str, drawable: Callable[[str], bool]) -> Sequence[str]:
    """Each character with the marks upon it, from left to right.

    Arabic letters get their joined forms where `drawable` says that these can be drawn.
    """
    if text.isascii() or not any(_kind(c) in _RIGHT_TO_LEFT for c in text):
        return list(_clusters(text))
    clusters = list(_clusters(_joined(text, drawable)))
    levels = _levels([_kind(cluster[0]) for cluster in clusters])
    return [
        cluster.translate(_BRACKETS) if level % 2 else cluster
        for cluster, level in _reordered(clusters, levels)
    ]


def _kind(character: str) -> str:
    return unicodedata.bidirectional(character)


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and not is_mark(character):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _levels(kinds: Sequence[str]) -> list[int]:
    """0 left to right, 1 right to left, 2 left to right within that."""
    sides = _sides(kinds)
    base = 1 if next((side for side in sides if side in ("L", "R")), "L") == "R" else 0
    edge = "R" if base else "L"
    strong = list(_with_figures(sides, edge))
    levels = []
    before = edge
    for place, side in enumerate(strong):
        if side:
            before = side
        if side and sides[place] == "figure":
            levels.append(2 if side == "R" else 2 * base)
        elif side:
            levels.append(1 if side == "R" else 2 * base)
        else:
            after = next(filter(None, strong[place:]), edge)
            between = 1 if before == "R" else 2 * base
            levels.append(between if before == after else base)
    return levels


def _with_figures(sides: Sequence[str], edge: str) -> Iterator[str]:
    """What stands beside figures sees them as the words before them (rules W7 and N1)."""
    before = edge
    for side in sides:
        if side in ("L", "R"):
            before = side
        yield before if side == "figure" else side


def _sides(kinds: Sequence[str]) -> list[str]:
    """Of each character: L, R, a figure, or nothing of its own. 12:30 is one figure (rule W4)."""
    sides = [
        "figure" if kind in _FIGURES else {"L": "L", "R": "R", "AL": "R"}.get(kind, "")
        for kind in kinds
    ]
    for place in range(1, len(sides) - 1):
        if kinds[place] in ("CS", "ES") and sides[place - 1] == sides[place + 1] == "figure":
            sides[place] = "figure"
    return sides


def _reordered(clusters: Sequence[str], levels: Sequence[int]) -> Sequence[tuple[str, int]]:
    """UAX #9, rule L2: every run is turned round once for each level that it is at."""
    line = list(zip(clusters, levels, strict=True))
    for level in (2, 1):
        place = 0
        while place < len(line):
            end = place
            while end < len(line) and line[end][1] >= level:
                end += 1
            line[place:end] = reversed(line[place:end])
            place = end + 1
    return line


@cache
def _forms() -> dict[str, dict[str, str]]:
    """The code points of each letter's joined forms: ``{"ع": {"initial": "ﻋ", …}}``."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD)):
        form, _, letter = unicodedata.decomposition(chr(code)).partition(" ")
        if len(letter) == 4:  # a longer one is a ligature
            forms.setdefault(chr(int(letter, 16)), {})[form.strip("<>")] = chr(code)
    return forms


def _joined(text: str, drawable: Callable[[str], bool]) -> str:
    shaped = list(text)
    letters = [place for place, character in enumerate(text) if not is_mark(character)]
    for order, place in enumerate(letters):
        forms = _forms().get(text[place])
        if forms is None:
            continue
        before = order > 0 and _joins_next(text[letters[order - 1]])
        after = order + 1 < len(letters) and _joins_previous(text[letters[order + 1]])
        joins = before and "final" in forms, after and "initial" in forms
        name = {
            (True, True): "medial",
            (True, False): "final",
            (False, True): "initial",
            (False, False): "isolated",
        }[joins]
        form = forms.get(name)
        if form and drawable(form):
            shaped[place] = form
    return "".join(shaped)


def _joins_next(letter: str) -> bool:
    return letter == _KASHIDA or "initial" in _forms().get(letter, {})


def _joins_previous(letter: str) -> bool:
    return letter == _KASHIDA or "final" in _forms().get(letter, {})
