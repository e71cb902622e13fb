"""Where a front end's window stands when it does not fill the screen."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass

from common.domain.errors import JiaohaoError

_WRITTEN = re.compile(r"(\d{2,5})x(\d{2,5})(?:\+(\d{1,5})\+(\d{1,5}))?")


class NotASize(JiaohaoError, argparse.ArgumentTypeError):
    """What argparse shows with its option, and the `jiaohao` command by itself."""

    code = "not_a_size"
    en = "{given} is not a size like 960x540 or 960x540+0+0"
    zh = "{given} 不是窗口大小，请写作 960x540 或 960x540+0+0"


@dataclass(frozen=True, slots=True)
class Geometry:
    """A window's size, and its place when that matters, in pixels of the screen's scale."""

    width: int
    height: int
    place: tuple[int, int] | None = None

    def __str__(self) -> str:
        where = "" if self.place is None else f"+{self.place[0]}+{self.place[1]}"
        return f"{self.width}x{self.height}{where}"


def parse_geometry(text: str) -> Geometry:
    """From `WxH` or `WxH+X+Y`, as the option --windowed takes it. Raises NotASize."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise NotASize(given=text)
    width, height, x, y = match.groups()
    return Geometry(int(width), int(height), None if x is None else (int(x), int(y)))
