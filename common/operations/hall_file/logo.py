"""The hall's logo: a PNG beside the hall file, as the black dots that a printer burns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from common.domain.os_words import os_words
from common.domain.slip_template import Logo
from common.domain.text import Text

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 4800
"""Five seconds more for each slip at 9600 baud: as long as anybody waits for a picture."""
_LARGEST_FILE = 1024 * 1024
_MOST_DOTS = 4000
"""Across and down; a small file may hold a huge picture."""
_DARK = 128
"""Grey below which a dot is burnt."""


def read_logo(name: str | None, folder: Path) -> Logo | Text | None:
    """The logo in the file `name`, None when there is no name, or what is wrong with it.

    White around it is cut off. Dots are black or white: a photograph makes no logo.
    """
    if name is None:
        return None
    from PIL import Image, UnidentifiedImageError

    file = folder / name
    try:
        if file.stat().st_size > _LARGEST_FILE:
            return _too_large(name)
        with Image.open(file, formats=["PNG"]) as picture:
            if max(picture.size) > _MOST_DOTS:
                return _too_large(name)
            ink = _ink(picture)
    except UnidentifiedImageError:
        return Text(
            zh=f"{name} 不是 PNG 图片，请另存为 PNG", en=f"{name} is no PNG picture; save it as one"
        )
    except OSError as error:
        why = os_words(error)
        return Text(zh=f"无法读取 {name}：{why.zh}", en=f"{name} cannot be read: {why.en}")
    except (ValueError, SyntaxError, Image.DecompressionBombError):
        return Text(
            zh=f"{name} 已损坏，请重新导出", en=f"{name} is damaged; export the picture again"
        )
    box = ink.getbbox()
    if box is None:
        return Text(
            zh=f"{name} 中没有深色的部分，纸上将是空白", en=f"{name} has nothing dark to print"
        )
    return _logo(ink.crop(box), name)


def _ink(picture: Image) -> Image:
    """The dark parts, on white where the picture is transparent."""
    from PIL import Image

    whole = picture.convert("RGBA")
    white = Image.new("RGBA", whole.size, (255, 255, 255, 255))
    grey = Image.alpha_composite(white, whole).convert("L")
    return grey.point(lambda value: 255 if value < _DARK else 0, mode="1")


def _logo(ink: Image, name: str) -> Logo | Text:
    row_bytes = (ink.width + 7) // 8
    size = row_bytes * ink.height
    if size > MOST_BYTES:
        return Text(
            zh=f"{name} 有 {ink.width}x{ink.height} 点，即 {size} 字节，在 9600 波特下每张号票多用 "
            f"{size / 960:.1f} 秒；请缩小到 {MOST_BYTES} 字节以内，例如 240x120 点",
            en=f"{name} has {ink.width} x {ink.height} dots, {size} bytes: {size / 960:.1f} s more "
            f"for each slip at 9600 baud; make it smaller, at most {MOST_BYTES} bytes, such as "
            "240 x 120 dots",
        )
    return Logo(row_bytes * 8, ink.height, ink.tobytes())


def _too_large(name: str) -> Text:
    return Text(
        zh=f"{name} 过大；请用约 240x120 点的黑白图片",
        en=f"{name} is too large; a picture of about 240 x 120 dots in black and white will do",
    )
