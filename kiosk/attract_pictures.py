"""Pictures for a kiosk that nobody uses: found in a folder, and looked at before they are shown."""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImageReader

log = logging.getLogger(__name__)

_PHOTOGRAPHS = {".png", ".jpg", ".jpeg"}
_DRAWINGS = {".svg"}
_MOST_PICTURES = 100
_MOST_PIXELS = 80_000_000
"""A photograph of this size takes 300 MB for a moment while it is looked at."""
_LARGEST_DRAWING = 5_000_000
_SMALL = (640, 640)


class BadPicture(Exception):
    """Why a picture cannot be shown, in words for the log."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it was when it was looked at."""

    path: Path
    changed: int
    size: int

    @property
    def url(self) -> str:
        """What shows it; another one when its file is another."""
        url = QUrl.fromLocalFile(str(self.path))
        url.setFragment(str(self.changed))
        return url.toString()


def find_pictures(
    folder: Path, known: Collection[Picture] = (), refused: Collection[Picture] = ()
) -> tuple[list[Picture], list[Picture]]:
    """The pictures of `folder` by name, those that can be shown and those that cannot.

    `known` and `refused` were looked at before and are taken as they were found then. For a worker
    thread: looking at photographs takes time.
    """
    shown: list[Picture] = []
    broken: list[Picture] = []
    try:
        files = sorted(folder.iterdir())
    except OSError as error:
        log.warning("the pictures in %s cannot be read: %s", folder, error)
        return shown, broken
    for file in files:
        if file.suffix.lower() not in _PHOTOGRAPHS | _DRAWINGS:
            continue
        try:
            about = file.stat()
            picture = Picture(file.resolve(), about.st_mtime_ns, about.st_size)
            if picture in refused:
                broken.append(picture)
                continue
            if picture not in known:
                look_at(file)
        except (BadPicture, OSError) as error:
            log.warning("the picture %s is skipped: %s", file, error)
            if isinstance(error, BadPicture):
                broken.append(picture)
            continue
        shown.append(picture)
        if len(shown) == _MOST_PICTURES:
            log.warning("only the first %d pictures of %s are shown", _MOST_PICTURES, folder)
            break
    return shown, broken


def look_at(file: Path) -> None:
    """Raise BadPicture unless the whole of it can be shown."""
    if file.suffix.lower() in _DRAWINGS:
        _look_at_drawing(file)
    else:
        _look_at_photograph(file)


def _look_at_drawing(file: Path) -> None:
    data = file.read_bytes()
    if len(data) > _LARGEST_DRAWING:
        raise BadPicture(f"larger than {_LARGEST_DRAWING} bytes")
    if b"<!ENTITY" in data:
        raise BadPicture("entities are not allowed")
    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        raise BadPicture(f"no SVG: {error}") from error
    if root.tag.rpartition("}")[2] != "svg":
        raise BadPicture("no SVG")


def _look_at_photograph(file: Path) -> None:
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise BadPicture("neither PNG nor JPEG")
    if size.width() * size.height() > _MOST_PIXELS:
        raise BadPicture(f"{size.width()} x {size.height()} pixels are too many")
    from PIL import Image

    try:
        # Qt shows half a JPEG as if it were whole; Pillow says that something is missing.
        with Image.open(file, formats=["PNG", "JPEG"]) as picture:
            picture.draft("RGB", _SMALL)
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPicture(str(error)) from error
