"""The pictures of README and guides: small copies of what `screenshots` drew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from PIL import Image, ImageOps

from common.demo.hand import NeverHappened

_COLOURS = 256
_EDGE, _PAPER = 24, 255
_CHOSEN = {
    "kiosk-home": ("kiosk/home-zh-1080x1920", 540),
    "kiosk-slip": ("kiosk/slip_printed-zh-1080x1920", 540),
    "kiosk-slip-en": ("kiosk/slip_printed-en-1080x1920", 540),
    "slip": ("slip/priority-zh-80mm", 480),
    "slip-en": ("slip/priority-en-80mm", 480),
    "counter-serving": ("counter/serving-zh-1366x768", 1000),
    "counter-serving-en": ("counter/serving-en-1366x768", 1000),
    "board-call": ("display/one_call-zh-1920x1080", 1000),
    "printer": ("printer/slip-zh-*", 900),
    "setup": ("setup/role-zh-1080x740", 900),
    "setup-en": ("setup/role-en-1080x740", 900),
}
"""Name here, what it is a copy of (the printer's window has a size of its own), and its width."""


def refresh_readme_pictures(
    pictures: Path, folder: Path, front_ends: Collection[str]
) -> Iterator[Path]:
    """Write those of `front_ends` to `folder`. Raises NeverHappened when one was not drawn."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (source, width) in _CHOSEN.items():
        if source.partition("/")[0] not in front_ends:
            continue
        found = sorted(pictures.glob(f"{source}.png"))
        if not found:
            raise NeverHappened(what=f"a picture of {source}")
        with Image.open(found[0]) as image:
            copy = image.convert("RGB")
        if source.startswith("slip/"):
            copy = ImageOps.expand(copy, _EDGE, (_PAPER, _PAPER, _PAPER))
        height = round(copy.height * width / copy.width)
        copy = copy.resize((width, height), Image.Resampling.LANCZOS)
        file = folder / f"{name}.png"
        copy.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
        yield file
