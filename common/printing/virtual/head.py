"""The print head: commands become rows of dots."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PIL import Image

from common.printing.profile import Profile
from common.printing.raster import LINE_DOTS
from common.printing.virtual.build import Build, Rom
from common.printing.virtual.dots import column_picture, raster
from common.printing.virtual.drawings import Drawings
from common.printing.virtual.line_of_type import LineOfType, Style
from common.printing.virtual.parser import Command
from common.printing.virtual.text import TextDecoder

_LONGEST_FEED_MM = 1016
"""What ESC/POS printers feed at most by one command."""


class Head:
    """Executes commands; what it yields are pictures (``1``, ink = 1) as wide as the paper."""

    def __init__(self, profile: Profile, build: Build | None = None) -> None:
        build = build or Build.of(profile)
        self._dots = profile.dots
        self._longest_feed = round(_LONGEST_FEED_MM * profile.dots_per_mm)
        self._build = build
        self._drawings = Drawings(build.qr)
        self.reset()

    def reset(self) -> None:
        """All modes as after switching on; the line being built is dropped."""
        self._style = Style()
        self._line = LineOfType(self._dots)
        self._decoder = TextDecoder(self._build.rom)
        self._decoder.chinese = self._build.rom is not Rom.NONE and self._build.chinese_at_start
        self._spacing = LINE_DOTS
        self._upside_down = False
        self._raster: tuple[int, int, int] = (0, 1, 1)
        self._drawings.reset()

    def drop_line(self) -> None:
        """Forget the line being built, keep the modes."""
        self._decoder.drop()
        self._line.clear()

    def execute(self, command: Command) -> Iterator[Image.Image]:
        """The paper that this command moves, printed or blank."""
        data = command.data
        if command.name == "text":
            yield from self._text(command.raw[0])
            return
        if self._decoder.drop():
            yield from self._put(None, full=False)
        match command.name:
            case "LF" | "FF":
                yield self._end_line()
            case "ESC @":
                self.reset()
            case "ESC J":
                yield from self._feed(data[0])
            case "ESC d":
                yield from self._feed(data[0] * self._spacing)
            case "GS v":
                yield from self._begin_raster(data)
            case "raster":
                row_bytes, wider, taller = self._raster
                picture = raster(data, row_bytes, len(data) // row_bytes)
                yield from self._print(picture, wider, taller)
            case "ESC *":
                self._line.put(column_picture(data))
            case _:
                for picture in self._drawings.execute(command, self._line.width):
                    yield from self._print(picture, 1, 1)
                self._set_mode(command.name, data)

    def feed(self, rows: int) -> Image.Image:
        """Blank paper."""
        return Image.new("1", (self._dots, min(rows, self._longest_feed)), 0)

    # -- modes -------------------------------------------------------------------------------------

    def _set_mode(self, name: str, data: bytes) -> None:
        set_mode = _MODES.get(name)
        if set_mode is not None:
            set_mode(self._style, data)
            return
        match name:
            case "ESC a":
                self._line.align = data[0] & 3
            case "FS &":
                self._decoder.chinese = self._build.rom is not Rom.NONE
            case "FS .":
                self._decoder.chinese = False
            case "ESC t":
                self._decoder.page = data[0]
            case "ESC R":
                self._decoder.nation = data[0]
            case "ESC {":
                self._upside_down = bool(data[0] & 1)
            case "ESC 2":
                self._spacing = LINE_DOTS
            case "ESC 3":
                self._spacing = data[0]
            case _:
                self._line.move(name, data)

    # -- print -------------------------------------------------------------------------------------

    def _text(self, byte: int) -> Iterator[Image.Image]:
        for character, full in self._decoder.feed(byte):
            yield from self._put(character, full)

    def _put(self, character: str | None, full: bool) -> Iterator[Image.Image]:
        cell = self._style.shape(character, full)
        if not self._line.fits(cell):
            yield self._end_line()
        self._line.put(cell, self._style.gap(full))

    def _end_line(self) -> Image.Image:
        line = self._line.finished()
        if self._upside_down:
            line = line.transpose(Image.Transpose.ROTATE_180)
        paper = self.feed(max(self._spacing, line.height))
        paper.paste(line, (0, 0))
        return paper

    def _feed(self, rows: int) -> Iterator[Image.Image]:
        if not self._line.empty:
            yield self._end_line()
        if rows:
            yield self.feed(rows)

    def _begin_raster(self, data: bytes) -> Iterator[Image.Image]:
        self._raster = (data[2] + 256 * data[3], 1 + (data[1] & 1), 1 + (data[1] >> 1 & 1))
        if not self._line.empty:
            yield self._end_line()

    def _print(self, picture: Image.Image, wider: int, taller: int) -> Iterator[Image.Image]:
        if not self._line.empty:
            yield self._end_line()
        yield self._line.placed(picture, wider, taller)


_MODES: dict[str, Callable[[Style, bytes], None]] = {
    "ESC E": lambda style, data: style.set(bold=bool(data[0] & 1)),
    "ESC G": lambda style, data: style.set(bold=bool(data[0] & 1)),
    "ESC M": lambda style, data: style.set(small=bool(data[0] & 1)),
    "ESC -": lambda style, data: style.set(underline=data[0] % 48 if data[0] % 48 < 3 else 0),
    "FS -": lambda style, data: style.set(underline_full=data[0] % 48 if data[0] % 48 < 3 else 0),
    "ESC  ": lambda style, data: style.set(space=data[0]),
    "FS S": lambda style, data: style.set(space_full=data[0] + data[1]),
    "GS B": lambda style, data: style.set(reverse=bool(data[0] & 1)),
    "ESC !": lambda style, data: style.set(
        small=bool(data[0] & 1),
        bold=bool(data[0] & 0x08),
        height=1 + (data[0] >> 4 & 1),
        width=1 + (data[0] >> 5 & 1),
        underline=data[0] >> 7,
    ),
    "GS !": lambda style, data: style.set(width=1 + (data[0] >> 4 & 7), height=1 + (data[0] & 7)),
    "FS !": lambda style, data: style.set(
        width=1 + (data[0] >> 2 & 1), height=1 + (data[0] >> 3 & 1), underline_full=data[0] >> 7
    ),
    "FS W": lambda style, data: style.set(width=1 + (data[0] & 1), height=1 + (data[0] & 1)),
}
"""Commands that set how the characters after them look."""
