"""How words become lines that fit a paper of some width: what all papers share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from common.domain.slip_template import PLAIN, Align, Style
from common.domain.text import Language, Text
from common.printing.document import Block, Feed, Line, Rule, columns_of, printable
from common.printing.wrap import longest_word, wrap, wrap_evenly

GAP = "  "
"""Between things that stand side by side."""
LEAST_BESIDE_LABEL = 8
"""Columns that a label leaves for what follows it: four Chinese characters."""


class Page:
    """Paper of one width, in one language. Every line that it makes fits the paper."""

    def __init__(self, columns: int, language: Language | str) -> None:
        self.columns = columns
        self.language = language
        self.chinese = language == Language.ZH

    def say(self, text: Text) -> str:
        """The words as they can be printed."""
        return printable(text.say(self.language))

    def pick(self, zh: str, en: str) -> str:
        return zh if self.chinese else en

    def heading(self, words: str, style: Style, margin: int = 0) -> Iterator[Line]:
        """In one line if some width up to the style's allows it, else in even lines.

        `margin` columns of the paper stay white.
        """
        if not words:
            return
        narrowed = next(self._narrower(style, columns_of(words), margin), with_width(style, 1))
        for line in wrap_evenly(words, (self.columns - margin) // narrowed.width):
            yield _line(line, narrowed)

    def paragraph(self, words: str, style: Style = PLAIN) -> Iterator[Line]:
        """Broken between words, at the style's width or the next narrower that keeps them whole."""
        if words:
            narrowed = next(self._narrower(style, longest_word(words)), with_width(style, 1))
            for line in wrap_evenly(words, self.columns // narrowed.width):
                yield _line(line, narrowed)

    def labelled(self, label: str, entries: Sequence[str], style: Style = PLAIN) -> Iterator[Line]:
        """A label, its entries one under the other, and wrapped lines below the text.

        Where a word has no room beside the label, and in the middle, they begin below it.
        """
        entries = [entry for entry in entries if entry]
        if not entries:
            return
        indent = columns_of(label)
        needed = max(LEAST_BESIDE_LABEL, *map(longest_word, entries))
        fitting = next(self._narrower(style, indent + needed), None)
        if fitting is None or style.align is not Align.LEFT:
            yield from self.paragraph(label + entries[0], style)
            for entry in entries[1:]:
                yield from self.paragraph(entry, style)
            return
        begin = label
        for entry in entries:
            for line in wrap(entry, self.columns // fitting.width - indent):
                yield _line(begin + line, fitting)
                begin = " " * indent

    def side_by_side(
        self, parts: Iterable[str], style: Style = PLAIN, gap: str = GAP
    ) -> Iterator[Line]:
        """Parts in one line as long as they fit; a part is only broken when it must be."""
        parts = [part for part in parts if part]
        if not parts:
            return
        longest = max(map(columns_of, parts))
        narrowed = next(self._narrower(style, longest), with_width(style, 1))
        room = self.columns // narrowed.width
        for line in gather(parts, room, gap):
            yield from (_line(piece, narrowed) for piece in wrap_evenly(line, room))

    def apart(self, left: str, right: str, style: Style = PLAIN, fill: str = " ") -> Iterator[Line]:
        """One thing at the left edge, one at the right; under each other when too long.

        `fill` leads the eye from one to the other.
        """
        spare = self.columns // style.width - columns_of(left) - columns_of(right)
        if spare >= 1:
            between = fill * (spare - 2) if spare > 2 else ""
            yield _line(f"{left} {between}{' ' * min(spare - 1, 1)}{right}".rstrip(), style)
        else:
            yield from self.paragraph(left, style)
            yield from self.paragraph(right, replace(style, align=Align.RIGHT))

    def _narrower(self, style: Style, columns: int, margin: int = 0) -> Iterator[Style]:
        """The style, then narrower ones, as far as so many columns fit the paper."""
        for width in range(style.width, 0, -1):
            if columns * width <= self.columns - margin:
                yield with_width(style, width)


def with_width(style: Style, width: int) -> Style:
    """The style at another width: as high as before in proportion, but double height stays."""
    height = max(round(style.height * width / style.width), min(style.height, 2))
    return replace(style, width=width, height=height)


def gather(parts: Iterable[str], columns: int, gap: str) -> Iterator[str]:
    """Parts put together in lines of so many columns; one that is too long stands alone."""
    line = ""
    for part in parts:
        if line and columns_of(line + gap + part) > columns:
            yield line
            line = part
        else:
            line += gap + part if line else part
    if line:
        yield line


def without_holes(blocks: Iterable[Block]) -> Iterator[Block]:
    """No rule or white space at either end; between two lines only one rule, or one space."""
    waiting: Rule | Feed | None = None
    begun = False
    for block in blocks:
        if isinstance(block, Rule | Feed):
            waiting = waiting if isinstance(waiting, Rule) else block
            continue
        if waiting and begun:
            yield waiting
        waiting, begun = None, True
        yield block


def _line(words: str, style: Style) -> Line:
    return Line(words, style.align, style.width, style.height, style.bold)
