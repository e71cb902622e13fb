"""What the printer draws itself: QR codes, bar codes, and pictures stored in it beforehand."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from common.printing.virtual.barcode import bars, draw_bars
from common.printing.virtual.dots import HALF, SMALL, columns, enlarged, glyph, qr_symbol, raster
from common.printing.virtual.parser import Command


class Drawings:
    """Keeps the settings of codes and the stored pictures; yields pictures to print."""

    def __init__(self, knows_qr: bool) -> None:
        self._knows_qr = knows_qr
        self.reset()

    def reset(self) -> None:
        """As after switching on."""
        self._qr_module, self._qr_level, self._qr_data = 3, 0, b""
        self._module, self._height, self._words, self._small = 3, 162, 0, False
        self._graphics: Image.Image | None = None
        self._downloaded: Image.Image | None = None

    def execute(self, command: Command, width: int) -> Iterator[Image.Image]:
        """The pictures that this command prints on a line of `width` dots."""
        data = command.data
        match command.name:
            case "GS k":
                yield from self._bar_code(data, width)
            case "GS h":
                self._height = max(1, data[0])
            case "GS w" if 1 <= data[0] <= 6:
                self._module = data[0]
            case "GS H":
                self._words = data[0] & 3
            case "GS f":
                self._small = bool(data[0] & 1)
            case "GS (" if data[:1] == b"k":
                yield from self._qr(data[3:])
            case "GS (" if data[:1] == b"L":
                yield from self._stored_graphics(data[3:])
            case "GS 8" if data[:1] == b"L":
                yield from self._stored_graphics(data[5:])
            case "GS *":
                self._downloaded = columns(data[2:], data[1], data[0] * 8)
            case "GS /" if self._downloaded is not None:
                yield enlarged(self._downloaded, 1 + (data[0] & 1), 1 + (data[0] >> 1 & 1))

    def _stored_graphics(self, data: bytes) -> Iterator[Image.Image]:
        """``GS ( L``: function 112 stores, function 50 prints."""
        if data[1:2] == b"p" and len(data) >= 10:
            width, height = data[6] + 256 * data[7], data[8] + 256 * data[9]
            picture = raster(data[10:], (width + 7) // 8, height)
            self._graphics = enlarged(picture, *(2 if side == 2 else 1 for side in data[3:5]))
        elif data[1:2] in (b"\x02", b"2") and self._graphics is not None:
            yield self._graphics
            self._graphics = None

    def _qr(self, data: bytes) -> Iterator[Image.Image]:
        if data[:1] != b"1" or len(data) < 3 or not self._knows_qr:
            return
        match data[1:2]:
            case b"C" if 1 <= data[2] <= 16:
                self._qr_module = data[2]
            case b"E" if 48 <= data[2] <= 51:
                self._qr_level = data[2] - 48
            case b"P":
                self._qr_data = data[3:]
            case b"Q" if self._qr_data:
                symbol = qr_symbol(self._qr_data, self._qr_level)
                if symbol is not None:
                    yield enlarged(symbol, self._qr_module, self._qr_module)

    def _bar_code(self, data: bytes, width: int) -> Iterator[Image.Image]:
        given = data[2:] if data[0] >= 65 else data[1:].rstrip(b"\0")
        code = bars(data[0], given)
        if code is None or len(code[0]) * self._module > width:
            return  # a printer prints nothing rather than a part of a code
        drawn = draw_bars(code[0], self._module, self._height)
        words = self._caption(code[1], drawn.width)
        if self._words & 1:
            yield words
        yield drawn
        if self._words & 2:
            yield words

    def _caption(self, text: str, width: int) -> Image.Image:
        size = SMALL if self._small else HALF
        caption = Image.new("1", (max(width, len(text) * size[0]), size[1] + 2), 0)
        left = (caption.width - len(text) * size[0]) // 2
        for place, sign in enumerate(text):
            caption.paste(255, (left + place * size[0], 0), glyph(sign, *size))
        return caption
