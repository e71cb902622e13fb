"""Pictures of samples (样例): files in the folder ``samples`` beside the hall file.

They are kept with the hall, so that kiosks need no file beside them, and looked at to the last
byte before they are: half a picture must not be found out by a citizen.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path

from common.domain.guide import SamplePicture
from common.domain.os_words import os_words
from common.domain.text import Text
from common.resources import resource

FOLDER = "samples"
LARGEST = 600_000
"""Bytes: a page scanned at 150 dots per inch as JPEG has half of that."""
_MOST_PIXELS = 12_000_000
_NAME = re.compile(r"[^/\\:]+\.(?:svg|png|jpe?g)", re.IGNORECASE)
_ACTIVE = ("script", "foreignObject")
"""Parts of a drawing that no printed page has."""


def read_sample(name: str, folder: Path) -> SamplePicture | Text:
    """The picture `name`, or what is wrong with it.

    `folder` is that of the hall file. The pictures that come with the suite are found from any.
    """
    if _NAME.fullmatch(name) is None:
        return Text(
            zh=f"{name} 须是文件名（.svg、.png 或 .jpg），文件放在大厅文件旁的 {FOLDER} 文件夹",
            en=f"{name} must be the name of a file that ends in .svg, .png or .jpg, in the folder "
            f"{FOLDER} beside the hall file",
        )
    try:
        data = _find(name, folder).read_bytes()
    except OSError as error:
        why = os_words(error)
        return Text(
            zh=f"无法读取样例 {FOLDER}/{name}：{why.zh}",
            en=f"the sample {FOLDER}/{name} cannot be read: {why.en}",
        )
    if len(data) > LARGEST:
        return Text(
            zh=f"样例 {name} 有 {len(data)} 字节，请缩小到 {LARGEST} 字节以内",
            en=f"the sample {name} has {len(data)} bytes; make it smaller, at most {LARGEST}",
        )
    is_whole = _is_drawing(data) if name.lower().endswith(".svg") else _is_photograph(data)
    if not is_whole:
        return Text(
            zh=f"样例 {name} 已损坏，或不是这种格式的图片，请重新导出",
            en=f"the sample {name} is damaged, or no picture of that kind; export it again",
        )
    return SamplePicture(data)


def _find(name: str, folder: Path) -> Path:
    own, ours = folder / FOLDER / name, resource("demo", FOLDER) / name
    return own if own.exists() or not ours.exists() else ours


def _is_drawing(data: bytes) -> bool:
    """Whether it is an SVG that draws everything itself."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return False
    try:
        root = ET.fromstring(data)
    except ET.ParseError:
        return False
    if _local(root.tag) != "svg":
        return False
    return not any(
        _local(part.tag) in _ACTIVE
        or any(_local(key) == "href" and not value.startswith(("#", "data:"))
               for key, value in part.attrib.items())
        for part in root.iter()
    )  # fmt: skip


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _is_photograph(data: bytes) -> bool:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return False
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
