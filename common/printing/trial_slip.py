"""A slip that shows whether a printer, its address and its profile fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle, islice

from common.printing.document import (
    Beep,
    Block,
    Cut,
    Document,
    Line,
    QrCode,
    Rule,
    columns_of,
    printable,
)
from common.printing.escpos import to_escpos
from common.printing.profile import Profile
from common.printing.wrap import wrap

_TITLE = "打印测试 Printer test"
_CHARACTERS = ("字库 GBK：龘镕喆堃￥（）〇", "图形 dots：𠮷䶮㐂€")
_HOW_TO_READ = (
    "两把标尺各占一行，数字清楚，二维码能扫，纸已切断：设置正确。",
    "Each ruler on one line, clear figures, a code that scans, a cut slip: all is set right.",
)


def trial_slip(url: str, profile: Profile, at: datetime) -> bytes:
    """The bytes of a test slip, in Chinese and English, from the reset to the cut."""
    return to_escpos(Document(profile.columns, tuple(_blocks(url, profile, at))), profile)


def _blocks(url: str, profile: Profile, at: datetime) -> Iterator[Block]:
    columns = profile.columns
    size = 2 if columns_of(_TITLE) * 2 <= columns else 1
    for line in wrap(_TITLE, columns // size):
        yield Line(line, width=size, height=2, bold=True)
    yield Rule()
    yield Line(_ruler("1234567890", columns))
    yield Line(_ruler("一二三四五六七八九十", columns // 2))
    for size in (2, 3, 4):
        if columns_of(sample := f"A0{size} {size}×") * size <= columns:
            yield Line(sample, width=size, height=size)
    for words in _CHARACTERS:
        for line in wrap(words, columns):
            yield Line(line)
    yield Rule()
    yield QrCode(url)
    for words in (
        f"{at:%Y-%m-%d %H:%M:%S}",
        f"{profile.code} · {profile.dots} × {profile.dpi} dpi · {columns} columns",
        printable(url),
        *_HOW_TO_READ,
    ):
        for line in wrap(words, columns):
            yield Line(line)
    yield Beep()
    yield Cut()


def _ruler(marks: str, length: int) -> str:
    return "".join(islice(cycle(marks), length))
