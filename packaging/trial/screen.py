"""Pictures of an X server's screen, from the file that `Xvfb -fbdir` keeps of it (XWD)."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from trial.report import Failure

HEADER = struct.Struct(">25I")
BANDS = 60
SAMPLE = 97
"""One pixel of so many; no divisor of a usual width, so that all columns have their turn."""


def read_screen(path: Path) -> tuple[int, int, bytes]:
    """Width, height and the pixels as RGB, row by row, of an XWD file of 32 bits a pixel.

    Raises Failure when it is none, or one of another kind.
    """
    width, height, row_size, pixels = _read(path)
    rows = []
    for y in range(height):
        row = pixels[y * row_size :][: width * 4]
        rgb = bytearray(width * 3)
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows.append(bytes(rgb))
    return width, height, b"".join(rows)


def colours_on(path: Path) -> int:
    """How many different colours there are: one or two mean that nothing is shown.

    Only some pixels are looked at: whoever waits for a screen leaves the processor to others.
    """
    *_, pixels = _read(path)
    return len({bytes(pixels[at : at + 3]) for at in range(0, len(pixels) - 3, 4 * SAMPLE)})


def _read(path: Path) -> tuple[int, int, int, memoryview]:
    """Width, height, the bytes of a row, and the pixels as BGRx."""
    data = path.read_bytes()
    if len(data) < HEADER.size:
        raise Failure(f"{path.name} is no picture of a screen")
    facts = HEADER.unpack_from(data)
    header_size, version, _, _, width, height, _, byte_order = facts[:8]
    bits, row_size, colours = facts[11], facts[12], facts[19]
    if version != 7 or bits != 32 or byte_order != 0:
        raise Failure(f"{path.name} is a screen of a kind that is not read here")
    return width, height, row_size, memoryview(data)[header_size + 12 * colours :]


def to_png(width: int, height: int, rgb: bytes) -> bytes:
    stride = width * 3
    lines = b"".join(b"\0" + rgb[y * stride : (y + 1) * stride] for y in range(height))

    def chunk(kind: bytes, body: bytes) -> bytes:
        sum_ = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", sum_)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 6)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def bands_that_differ(one: bytes, other: bytes) -> int:
    """Of the bands that two pictures of a size are cut into, from top to bottom."""
    if len(one) != len(other):
        return BANDS
    size = -(-len(one) // BANDS)
    cuts = range(0, len(one), size)
    return sum(one[at : at + size] != other[at : at + size] for at in cuts)
