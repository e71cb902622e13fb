"""The print head: commands become rows of dots, characters from a GBK font of 24 x 24 dots."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PIL import Image

from common.printing.profile import Chinese, Profile
from common.printing.raster import CELL, LINE_DOTS, draw_cell, draw_qr
from common.printing.virtual.parser import Command


class Head:
    """Executes commands; what it yields are pictures (``1``, ink = 1) as wide as the paper."""

    def __init__(self, profile: Profile) -> None:
        self._dots = profile.dots
        self._chinese_font = profile.chinese is Chinese.GBK
        self._knows_qr = profile.qr
        self.reset()

    def reset(self) -> None:
        """All modes as after switching on; the line being built is dropped."""
        self._align = 0
        self._width = self._height = 1
        self._bold = False
        self._reverse = False
        self._chinese = self._chinese_font
        self._spacing = LINE_DOTS
        self._lead: int | None = None
        self._cells: list[Image.Image] = []
        self._qr_module = 3
        self._qr_data = b""
        self._stored: Image.Image | None = None

    def drop_line(self) -> None:
        """Forget the line being built, keep the modes."""
        self._lead = None
        self._cells.clear()

    def execute(self, command: Command) -> Iterator[Image.Image]:
        """The paper that this command moves, printed or blank."""
        data = command.data
        if command.name != "text":
            self._drop_lead()
        match command.name:
            case "text":
                yield from self._text(command.raw[0])
            case "LF" | "FF":
                yield self._end_line()
            case "ESC @":
                self.reset()
            case "ESC J":
                yield from self._feed(data[0])
            case "ESC d":
                yield from self._feed(data[0] * self._spacing)
            case "GS v" | "ESC *" | "GS (" | "GS 8":
                yield from self._picture(command)
            case _:
                self._set_mode(command.name, data)

    def feed(self, rows: int) -> Image.Image:
        """Blank paper."""
        return Image.new("1", (self._dots, rows), 0)

    def _set_mode(self, name: str, data: bytes) -> None:
        match name:
            case "ESC a":
                self._align = data[0] & 3
            case "ESC E" | "ESC G":
                self._bold = bool(data[0] & 1)
            case "ESC !":
                self._bold = bool(data[0] & 0x08)
                self._width, self._height = (data[0] >> 5 & 1) + 1, (data[0] >> 4 & 1) + 1
            case "GS !":
                self._width, self._height = (data[0] >> 4 & 7) + 1, (data[0] & 7) + 1
            case "FS !":
                self._width, self._height = (data[0] >> 2 & 1) + 1, (data[0] >> 3 & 1) + 1
            case "GS B":
                self._reverse = bool(data[0] & 1)
            case "FS &" | "FS .":
                self._chinese = self._chinese_font and name == "FS &"
            case "ESC 2":
                self._spacing = LINE_DOTS
            case "ESC 3":
                self._spacing = data[0]

    # -- characters --------------------------------------------------------------------------------

    def _text(self, byte: int) -> Iterator[Image.Image]:
        if self._lead is not None:
            lead, self._lead = self._lead, None
            if 0x40 <= byte <= 0xFE and byte != 0x7F:
                yield from self._put(_hanzi(bytes((lead, byte))))
                return
            yield from self._put(_rubbish(CELL // 2))
        if self._chinese and 0x81 <= byte <= 0xFE:
            self._lead = byte
        else:
            yield from self._put(_latin(byte))

    def _drop_lead(self) -> None:
        if self._lead is not None:
            self._lead = None
            self._cells.append(self._shaped(_rubbish(CELL // 2)))

    def _put(self, cell: Image.Image) -> Iterator[Image.Image]:
        shaped = self._shaped(cell)
        if sum(cell.width for cell in self._cells) + shaped.width > self._dots:
            yield self._end_line()
        self._cells.append(shaped)

    def _shaped(self, cell: Image.Image) -> Image.Image:
        if self._reverse:
            cell = cell.point(lambda ink: 0 if ink else 255)
        size = (cell.width * self._width, cell.height * self._height)
        shaped = cell.resize(size, Image.Resampling.NEAREST)
        if self._bold:  # struck twice, one dot apart
            shaped.paste(255, (1, 0), shaped.crop((0, 0, shaped.width - 1, shaped.height)))
        return shaped

    def _end_line(self) -> Image.Image:
        tallest = max((cell.height for cell in self._cells), default=0)
        line = self.feed(max(self._spacing, tallest))
        column = self._left(sum(cell.width for cell in self._cells))
        for cell in self._cells:
            line.paste(255, (column, tallest - cell.height), cell)
            column += cell.width
        self._cells.clear()
        return line

    def _left(self, width: int) -> int:
        return (0, (self._dots - width) // 2, self._dots - width, 0)[self._align]

    def _feed(self, rows: int) -> Iterator[Image.Image]:
        if self._cells:
            yield self._end_line()
        if rows:
            yield self.feed(rows)

    # -- pictures ----------------------------------------------------------------------------------

    def _picture(self, command: Command) -> Iterator[Image.Image]:
        data = command.data
        match command.name:
            case "GS v":
                picture = _unpack(data[6:], data[2] + 256 * data[3], data[4] + 256 * data[5])
                yield from self._print(_enlarged(picture, data[1] & 1, data[1] >> 1 & 1))
            case "ESC *":
                self._cells.append(_columns(data))
            case "GS (" | "GS 8" if data[:1] == b"L":
                yield from self._stored_graphics(data[3 if command.name == "GS (" else 5 :])
            case "GS (" if data[:1] == b"k":
                yield from self._qr(data[3:])

    def _stored_graphics(self, data: bytes) -> Iterator[Image.Image]:
        if data[1:2] == b"p":
            width, height = data[6] + 256 * data[7], data[8] + 256 * data[9]
            picture = _unpack(data[10:], (width + 7) // 8, height)
            self._stored = _enlarged(picture, data[3] - 1, data[4] - 1)
        elif data[1:2] in (b"\x02", b"2") and self._stored is not None:
            yield from self._print(self._stored)
            self._stored = None

    def _qr(self, data: bytes) -> Iterator[Image.Image]:
        if data[:1] != b"1" or not self._knows_qr:
            return
        match data[1:2]:
            case b"C":
                self._qr_module = data[2]
            case b"P":
                self._qr_data = data[3:]
            case b"Q" if self._qr_data:
                code = draw_qr(self._qr_data.decode("utf-8", "replace"))
                side = code.width * self._qr_module
                yield from self._print(code.resize((side, side), Image.Resampling.NEAREST))

    def _print(self, picture: Image.Image) -> Iterator[Image.Image]:
        if self._cells:
            yield self._end_line()
        band = self.feed(picture.height)
        band.paste(255, (self._left(picture.width), 0), picture)
        yield band


def _unpack(data: bytes, row_bytes: int, rows: int) -> Image.Image:
    if not row_bytes or not rows:
        return Image.new("1", (1, 1), 0)
    return Image.frombytes("1", (row_bytes * 8, rows), data.ljust(row_bytes * rows, b"\0"))


def _enlarged(picture: Image.Image, wider: int, taller: int) -> Image.Image:
    size = (picture.width << max(0, wider), picture.height << max(0, taller))
    return picture.resize(size, Image.Resampling.NEAREST)


def _columns(data: bytes) -> Image.Image:
    """``ESC *``: vertical strips of 8 or 24 dots."""
    mode, width = data[0], data[1] + 256 * data[2]
    deep = 3 if mode in (32, 33) else 1
    strip = Image.new("1", (max(1, width), deep * 8), 0)
    for x in range(width):
        column = int.from_bytes(data[3 + x * deep : 3 + (x + 1) * deep], "big")
        for y in range(deep * 8):
            if column >> (deep * 8 - 1 - y) & 1:
                strip.putpixel((x, y), 255)
    across = 1 if mode in (1, 33) else 2
    return strip.resize((strip.width * across, 24), Image.Resampling.NEAREST)


@lru_cache(maxsize=2048)
def _hanzi(pair: bytes) -> Image.Image:
    try:
        return _glyph(pair.decode("gbk"), CELL)
    except UnicodeDecodeError:
        return _rubbish(CELL)


@lru_cache(maxsize=256)
def _latin(byte: int) -> Image.Image:
    return _glyph(bytes((byte,)).decode("cp437"), CELL // 2)


def _glyph(character: str, width: int) -> Image.Image:
    return draw_cell(character, width, CELL).convert("1", dither=Image.Dither.NONE)


@lru_cache(maxsize=2)
def _rubbish(width: int) -> Image.Image:
    """What a font prints for bytes that it does not hold: a visible block."""
    block = Image.new("1", (width, CELL), 0)
    for y in range(3, CELL - 3):
        for x in range(1, width - 1):
            if (x + y) % 2:
                block.putpixel((x, y), 255)
    return block
