"""One line of characters before it is printed: where each stands, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PIL import Image

from common.printing.raster import CELL
from common.printing.virtual.dots import FULL, HALF, SMALL, enlarged, glyph

_TAB_CELLS = 8


@dataclass(slots=True)
class Style:
    """How the next characters look. `width` and `height` multiply the dots."""

    width: int = 1
    height: int = 1
    bold: bool = False
    reverse: bool = False
    small: bool = False
    underline: int = 0
    underline_full: int = 0
    space: int = 0
    space_full: int = 0

    def set(self, **changes: Any) -> None:
        """Change some."""
        for name, value in changes.items():
            setattr(self, name, value)

    def gap(self, full: bool) -> int:
        """Dots of space behind a character."""
        return (self.space_full if full else self.space) * self.width

    def shape(self, character: str | None, full: bool) -> Image.Image:
        """The character as it is printed; None is rubbish."""
        size = FULL if full else SMALL if self.small else HALF
        cell = glyph(character, *size)
        if self.reverse:
            cell = cell.point(lambda ink: 0 if ink else 255)
        shaped = enlarged(cell, self.width, self.height).copy()
        if self.bold:  # struck twice, one dot apart
            shaped.paste(255, (1, 0), shaped.crop((0, 0, shaped.width - 1, shaped.height)))
        thick = self.underline_full if full else self.underline
        if thick:
            shaped.paste(255, (0, shaped.height - thick, shaped.width, shaped.height))
        return shaped


class LineOfType:
    """Collects what stands on one line of the paper, between its margins."""

    def __init__(self, dots: int) -> None:
        self._dots = dots
        self._margin, self._area = 0, dots
        self._tabs = [column * _TAB_CELLS * CELL // 2 for column in range(1, 33)]
        self._cells: list[tuple[int, Image.Image]] = []
        self._cursor = 0
        self.align = 0

    @property
    def width(self) -> int:
        """Dots between the margins."""
        return max(1, min(self._area, self._dots - self._margin))

    @property
    def empty(self) -> bool:
        """True when nothing stands on it yet."""
        return not self._cells

    def clear(self) -> None:
        """Forget what stands on it."""
        self._cells.clear()
        self._cursor = 0

    def fits(self, cell: Image.Image) -> bool:
        """True when the cell may be put without leaving the line."""
        return self._cursor + cell.width <= self.width or self._cursor == 0

    def put(self, cell: Image.Image, gap: int = 0) -> None:
        """Put a cell where the line has come to."""
        if self._cursor < self._dots:
            self._cells.append((self._cursor, cell))
        self._cursor += cell.width + gap

    def move(self, name: str, data: bytes) -> None:
        """Tabs, positions and margins; other commands are none of the line's business."""
        match name:
            case "HT":
                behind = [tab for tab in self._tabs if tab > self._cursor]
                self._cursor = min(behind[0], self.width) if behind else self._cursor
            case "ESC D":
                self._tabs = [tab * CELL // 2 for tab in data if tab]
            case "ESC $":
                self._cursor = data[0] + 256 * data[1]
            case "ESC \\":
                step = int.from_bytes(data, "little", signed=True)
                self._cursor = max(0, self._cursor + step)
            case "GS L" if self.empty:
                self._margin = min(data[0] + 256 * data[1], self._dots - 1)
            case "GS W" if self.empty:
                self._area = data[0] + 256 * data[1]

    def finished(self) -> Image.Image:
        """The line as wide as the paper and as tall as its tallest cell; it begins anew."""
        tallest = max((cell.height for _, cell in self._cells), default=0)
        line = Image.new("1", (self._dots, tallest), 0)
        end = max((left + cell.width for left, cell in self._cells), default=0)
        start = self._start(end)
        for left, cell in self._cells:
            line.paste(255, (start + left, tallest - cell.height), cell)
        self.clear()
        return line

    def placed(self, picture: Image.Image, wider: int, taller: int) -> Image.Image:
        """A picture on paper of its own height, aligned as the line is, cut at its end."""
        seen = picture.crop((0, 0, min(picture.width, self._dots), picture.height))
        seen = enlarged(seen, wider, taller)
        band = Image.new("1", (self._dots, seen.height), 0)
        band.paste(255, (self._start(picture.width * wider), 0), seen)
        return band

    def _start(self, width: int) -> int:
        spare = max(0, self.width - width)
        return self._margin + (0, spare // 2, spare, 0)[self.align]
