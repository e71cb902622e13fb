"""From the neutral document to ESC/POS bytes.

These few commands are written here because importing python-escpos takes half a second, longer than
the whole `jiaohao` command may (docs/decisions/0006). Tests compare them with python-escpos.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from common.domain.slip_template import Align
from common.printing.document import (
    Beep,
    Cut,
    Document,
    Feed,
    Line,
    Picture,
    QrCode,
    Rule,
    in_gbk,
)
from common.printing.profile import Buzzer, Chinese, Cutter, Profile
from common.printing.wrap import wrap

if TYPE_CHECKING:
    from PIL.Image import Image

INITIALIZE = b"\x1b@"
CHINESE_ON = b"\x1c&"
CHINESE_SPACING_NONE = b"\x1cS\x00\x00"
"""Most makes start without space around characters; Seiko and some Epson models do not."""

_ALIGN = {Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2}

_RULE_SIZE = 8
"""Dashes of eight times the width: a rule costs 12 bytes and not 48."""

_QR_BYTES = (17, 32, 53, 78, 106, 134, 154, 192, 230, 271)
"""Bytes that QR versions 1-10 hold at level L (ISO/IEC 18004, table 7)."""


_BEEP = b"\x1bB\x02\x02"
"""ESC B: twice, a tenth of a second each."""
_REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")
"""DLE EOT, DLE ENQ and DLE DC4: printers obey them also in the middle of a picture."""


def to_escpos(document: Document, profile: Profile) -> bytes:
    """The bytes that print `document` on a printer of this profile, reset first, cut last."""
    return b"".join(_Writer(profile).write(document))


class _Writer:
    """Remembers the printer's modes, so that only changes are sent."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._align = Align.LEFT
        self._size = (1, 1)
        self._bold = False

    def write(self, document: Document) -> Iterator[bytes]:
        yield INITIALIZE
        if self._profile.chinese is Chinese.GBK:
            yield CHINESE_ON + CHINESE_SPACING_NONE
        for block in document.blocks:
            match block:
                case Line():
                    yield from self._line(block)
                case Rule():
                    dashes = "-" * (document.columns // _RULE_SIZE)
                    yield from self._line(Line(dashes, Align.CENTER, width=_RULE_SIZE))
                case QrCode():
                    yield from self._qr(block)
                case Picture():
                    yield from self._picture(block)
                case Feed():
                    yield b"\n" * block.lines
                case Beep() if self._profile.buzzer is Buzzer.ESC_B:
                    yield _BEEP
                case Cut():
                    yield self._cut()

    def _line(self, line: Line) -> Iterator[bytes]:
        if self._can_print(line.text):
            yield from self._written(line)
        elif self._profile.raster:
            yield from self._drawn(line)
        else:
            for part in wrap(spelt_out(line.text), self._profile.columns // line.width):
                yield from self._written(replace(line, text=part))

    def _written(self, line: Line) -> Iterator[bytes]:
        yield from self._aligned(line.align)
        if (line.width, line.height) != self._size:
            self._size = (line.width, line.height)
            yield bytes((0x1D, 0x21, (line.width - 1) << 4 | (line.height - 1)))
        if line.bold != self._bold:
            self._bold = line.bold
            yield bytes((0x1B, 0x45, line.bold))
        yield line.text.encode("gbk") + b"\n"

    def _can_print(self, text: str) -> bool:
        return text.isascii() or (self._profile.chinese is Chinese.GBK and in_gbk(text))

    def _aligned(self, align: Align) -> Iterator[bytes]:
        if align is not self._align:
            self._align = align
            yield bytes((0x1B, 0x61, _ALIGN[align]))

    def _drawn(self, line: Line) -> Iterator[bytes]:
        """The line as dots, without the white to its right and below it."""
        from common.printing.raster import draw_line

        yield from self._aligned(Align.LEFT)
        whole = draw_line(line, self._profile.dots)
        _, _, right, bottom = whole.getbbox() or (0, 0, 0, 0)
        if right:
            yield raster(whole.crop((0, 0, right, bottom)))
        yield from _blank_rows(whole.height - bottom)

    def _picture(self, picture: Picture) -> Iterator[bytes]:
        """Nothing when it is wider than the paper: a part of a logo is none."""
        if self._profile.raster and picture.width <= self._profile.dots:
            yield from self._aligned(picture.align)
            yield _raster_of(picture.dots, picture.width // 8, picture.height, doubled=False)
            yield b"\n"

    def _qr(self, code: QrCode) -> Iterator[bytes]:
        data = code.data
        if not (self._profile.qr or self._profile.raster):
            for part in wrap(data, self._profile.columns):
                yield from self._line(Line(part, code.align))
            return
        yield from self._aligned(code.align)
        if self._profile.qr:
            size = len(data.encode())
            version = sum(limit < size for limit in _QR_BYTES) + 1
            yield native_qr(data.encode(), self._module_dots(17 + 4 * version))
        else:
            from common.printing.raster import draw_qr

            modules = draw_qr(data)
            # Half the dots, each printed double (GS v 0, m = 3): a quarter of the bytes.
            side = modules.width * max(1, self._module_dots(modules.width) // 2)
            yield raster(modules.resize((side, side)), doubled=True)
        yield b"\n"

    def _module_dots(self, modules: int) -> int:
        """6 (0.75 mm at 203 dpi) as telephones like it, fewer when the code would not fit."""
        return max(2, min(6, self._profile.dots // (modules + 8)))

    def _cut(self) -> bytes:
        feed = self._profile.cut_feed
        match self._profile.cutter:
            case Cutter.FULL:
                return bytes((0x1D, 0x56, 65, feed))
            case Cutter.PARTIAL:
                return bytes((0x1D, 0x56, 66, feed))
            case Cutter.NONE:
                return bytes((0x1B, 0x4A, feed))


def spelt_out(text: str) -> str:
    """The text, and what GBK does not hold as its number: nothing becomes a question mark."""
    return "".join(c if in_gbk(c) else f"[U+{ord(c):X}]" for c in text)


def native_qr(data: bytes, module: int) -> bytes:
    """The printer's own QR code, `module` dots per module (``GS ( k``).

    Model 2 and error correction L are what printers start with; saying so would cost 17 bytes.
    """
    size = b"\x1d(k\x03\x001C" + bytes((module,))
    store = b"\x1d(k" + (len(data) + 3).to_bytes(2, "little") + b"1P0" + data
    return size + store + b"\x1d(k\x03\x001Q0"


def raster(picture: Image, doubled: bool = False) -> bytes:
    """A ``1`` picture (ink = 1) as ``GS v 0``; `doubled` prints each dot as 2 x 2."""
    return _raster_of(picture.tobytes(), (picture.width + 7) // 8, picture.height, doubled)


def _raster_of(dots: bytes, row_bytes: int, rows: int, doubled: bool) -> bytes:
    for order in _REAL_TIME:  # one dot more, beside another, and it is none
        dots = dots.replace(order, b"\x18" + order[1:])
    head = b"\x1dv0" + bytes((3 if doubled else 0,))
    return head + row_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little") + dots


def _blank_rows(rows: int) -> Iterator[bytes]:
    """White paper (``ESC J``, at most 255 dots each)."""
    while rows > 0:
        yield bytes((0x1B, 0x4A, min(rows, 255)))
        rows -= 255
