"""Which font draws a character, and what stands for one that none of them has."""

from __future__ import annotations

from functools import cache, lru_cache

from PIL import Image, ImageFont
from PIL.ImageFont import FreeTypeFont

from common.resources import resource

_ELSEWHERE = (
    "DejaVuSans.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoEmoji-Regular.ttf",
    "Symbola.ttf",
    "msyh.ttc",
    "simsunb.ttf",
    "arial.ttf",
    "seguisym.ttf",
    "himalaya.ttf",
)
"""Fonts that many computers have, for what the suite's own font lacks: other scripts, signs,
emoji. Pillow finds them by name in the folders of the system."""
_PROBE_DOTS = 24
_NOWHERE = "\U0010ffff"
"""A character that no font has: it shows how a font draws what it lacks."""

# Hexadecimal digits of 3 x 5 dots, rows from the top, three bits each.
_DIGITS = {
    "0": 0o75557, "1": 0o26227, "2": 0o71747, "3": 0o71717, "4": 0o55711, "5": 0o74717,
    "6": 0o74757, "7": 0o71122, "8": 0o75757, "9": 0o75717, "A": 0o75755, "B": 0o65656,
    "C": 0o74447, "D": 0o65556, "E": 0o74647, "F": 0o74644,
}  # fmt: skip
_DIGIT_WIDTH, _DIGIT_HEIGHT = 3, 5
_HALF, _WHOLE = 12, 24


@lru_cache(maxsize=4096)
def font_for(character: str) -> FreeTypeFont | None:
    """The first font that has the character, at some size; None when none has."""
    if _has(_own(), character):
        return _own()
    return next((font for font in _elsewhere() if _has(font, character)), None)


@lru_cache(maxsize=64)
def sized(font: FreeTypeFont, dots: int) -> FreeTypeFont:
    """The font at another size; making one reads its file."""
    return font.font_variant(size=dots)


@cache
def _own() -> FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", "NotoSansSC-Regular.otf")), _PROBE_DOTS)


@cache
def _elsewhere() -> tuple[FreeTypeFont, ...]:
    return tuple(filter(None, map(_system_font, _ELSEWHERE)))


def _system_font(name: str) -> FreeTypeFont | None:
    try:
        return ImageFont.truetype(name, _PROBE_DOTS)
    except OSError:
        return None


def _has(font: FreeTypeFont, character: str) -> bool:
    """Whether the glyph has ink, and other ink than that of a missing one."""
    if character == " ":
        return True
    mask = font.getmask(character, mode="L")
    return mask.getbbox() is not None and bytes(mask) != _missing(font)


@cache
def _missing(font: FreeTypeFont) -> bytes:
    return bytes(font.getmask(_NOWHERE, mode="L"))


def code_box(character: str, width: int, height: int) -> Image.Image:
    """A frame with the character's code in it, hexadecimal, in ink (255)."""
    narrow = width * 2 <= height
    digits = f"{ord(character):04X}"
    across = 2 if narrow or len(digits) == 4 else 3
    scale = 1 if narrow else 2
    box = Image.new("L", (_HALF if narrow else _WHOLE, _WHOLE), 255)
    box.paste(0, (1, 1, box.width - 1, box.height - 1))
    rows = -(-len(digits) // across)
    step_x, step_y = _DIGIT_WIDTH * scale + 1, _DIGIT_HEIGHT * scale + 1
    left = (box.width - across * step_x + 1) // 2
    top = (box.height - rows * step_y + 1) // 2
    for place, digit in enumerate(digits):
        at = (left + place % across * step_x, top + place // across * step_y)
        box.paste(255, at, _digit(digit, scale))
    return box.resize((width, height), Image.Resampling.NEAREST)


def _digit(digit: str, scale: int) -> Image.Image:
    bits = _DIGITS[digit]
    picture = Image.new("L", (_DIGIT_WIDTH, _DIGIT_HEIGHT), 0)
    for place in range(_DIGIT_WIDTH * _DIGIT_HEIGHT):
        if bits >> (_DIGIT_WIDTH * _DIGIT_HEIGHT - 1 - place) & 1:
            picture.putpixel((place % _DIGIT_WIDTH, place // _DIGIT_WIDTH), 255)
    size = (_DIGIT_WIDTH * scale, _DIGIT_HEIGHT * scale)
    return picture.resize(size, Image.Resampling.NEAREST)
