"""Dots of pictures, codes and characters, out of the bytes of commands. Ink is set (``1``)."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from common.printing.raster import CELL, draw_cell

_LARGEST_QR = 2953
"""Bytes in version 40, error correction L (ISO/IEC 18004)."""


def raster(data: bytes, row_bytes: int, rows: int) -> Image.Image:
    """Rows of dots, no more than there are bytes for."""
    rows = min(rows, -(-len(data) // row_bytes)) if row_bytes else 0
    if not rows:
        return Image.new("1", (1, 1), 0)
    return Image.frombytes("1", (row_bytes * 8, rows), data.ljust(row_bytes * rows, b"\0"))


def columns(data: bytes, column_bytes: int, width: int) -> Image.Image:
    """Columns of dots from left to right, no more than there are bytes for."""
    lying = raster(data, column_bytes, width)
    return lying.transpose(Image.Transpose.TRANSPOSE)


def enlarged(picture: Image.Image, wider: int, taller: int) -> Image.Image:
    """Each dot as `wider` x `taller` dots."""
    if wider == taller == 1:
        return picture
    size = (picture.width * wider, picture.height * taller)
    return picture.resize(size, Image.Resampling.NEAREST)


def column_picture(data: bytes) -> Image.Image:
    """``ESC *``: vertical strips of 8 or 24 dots; the 8 are as tall as 24."""
    mode, width = data[0], data[1] + 256 * data[2]
    deep = 3 if mode in (32, 33) else 1
    across = 1 if mode in (1, 33) else 2
    return enlarged(columns(data[3:], deep, width), across, 3 // deep)


@lru_cache(maxsize=8)
def qr_symbol(data: bytes, level: int) -> Image.Image | None:
    """A QR code without margin, one pixel per module; None when the data is too much for it.

    `level` is 0-3 for L, M, Q, H.
    """
    from qrcode import QRCode
    from qrcode.exceptions import DataOverflowError

    if len(data) > _LARGEST_QR:
        return None
    code = QRCode(error_correction=(1, 0, 3, 2)[level], border=0)
    code.add_data(data)
    try:
        rows = code.get_matrix()
    except (DataOverflowError, ValueError):  # ValueError: "Invalid version (was 41 …)"
        return None
    picture = Image.new("1", (len(rows), len(rows)), 0)
    picture.putdata([255 * module for row in rows for module in row])
    return picture


@lru_cache(maxsize=4096)
def glyph(character: str | None, width: int, height: int) -> Image.Image:
    """A character of the printer's font; for None a visible block of rubbish."""
    if character is None:
        return _rubbish(width, height)
    return draw_cell(character, width, height).convert("1", dither=Image.Dither.NONE)


def _rubbish(width: int, height: int) -> Image.Image:
    """What a font prints for bytes that it does not hold."""
    block = Image.new("1", (width, height), 0)
    for y in range(height // 8, height - height // 8):
        for x in range(1, width - 1):
            if (x + y) % 2:
                block.putpixel((x, y), 255)
    return block


FULL, HALF = (CELL, CELL), (CELL // 2, CELL)
SMALL = (9, 17)
"""Font B."""
