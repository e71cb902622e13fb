"""A profile's file, read key by key: a mistake is named with file, key, and what would be right."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from common.domain.text import Text
from common.printing.errors import BadProfile
from common.printing.profile import Buzzer, Chinese, Cutter, Profile, Proof, Tried
from common.printing.signs import FULL_STATUS, SIGNS, Mark, Signs

Kind = TypeVar("Kind", bound=StrEnum)

_WHOLE_NUMBERS = {
    "dots": (96, 2400),
    "columns": (16, 200),
    "dpi": (100, 600),
    "cut_feed": (0, 255),
    "speed": (10, 1000),
    "roll_mm": (1_000, 1_000_000),
    "near_end_mm": (0, 100_000),
}
_OPTIONAL = {"status"}


def read_profile(path: Path) -> Profile:
    """The profile in one file; its code is the file's name. Raises BadProfile with file and key."""
    entry = _Entry(path.name, _table(path))
    known = {field.name for field in fields(Profile)} - {"code"}
    for key in entry.table.keys() - known:
        entry.wrong(key, Text(f"没有这一项，可用的有 {_listed(known)}", _unknown(known)))
    for key in sorted(known - _OPTIONAL - entry.table.keys()):
        entry.wrong(key, Text("缺少这一项", "this key is missing"))
    numbers = {key: entry.whole(key, *bounds) for key, bounds in _WHOLE_NUMBERS.items()}
    profile = Profile(
        code=path.stem,
        name=entry.words("name"),
        **numbers,
        chinese=entry.choice("chinese", Chinese),
        qr=entry.truth("qr"),
        raster=entry.truth("raster"),
        cutter=entry.choice("cutter", Cutter),
        buzzer=entry.choice("buzzer", Buzzer),
        proof=entry.choice("proof", Proof),
        asb=entry.truth("asb"),
        clears=entry.truth("clears"),
        tried=entry.choice("tried", Tried),
        status=entry.signs(has_near_end=numbers["near_end_mm"] > 0),
    )
    if profile.columns * 12 > profile.dots:
        entry.wrong(
            "columns",
            Text(
                f"每列 12 点，{profile.dots} 点最多 {profile.dots // 12} 列",
                f"columns are 12 dots wide, so {profile.dots} dots hold {profile.dots // 12}",
            ),
        )
    if not profile.raster and profile.chinese is Chinese.NONE:
        entry.wrong(
            "raster",
            Text(
                "没有中文字库的打印机必须能打印点阵图",
                "a printer without Chinese characters must be able to print pictures",
            ),
        )
    if profile.near_end_mm >= profile.roll_mm:
        entry.wrong("near_end_mm", Text("必须小于 roll_mm", "must be less than roll_mm"))
    return profile


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        reason = Text(f"不是正确的 TOML（{error}）", f"this is not TOML ({error})")
    except UnicodeDecodeError:
        reason = Text("文件必须是 UTF-8 编码", "the file must be in UTF-8")
    except OSError as error:
        reason = Text(f"无法读取（{error.strerror}）", f"it cannot be read ({error.strerror})")
    raise BadProfile(file=path.name, key="-", reason=reason)


def _unknown(known: set[str]) -> str:
    return f"there is no such key; those that exist are {_listed(known)}"


def _listed(words: Any) -> str:
    return ", ".join(sorted(words))


@dataclass(frozen=True, slots=True)
class _Entry:
    """The raw table of a profile file, read key by key with its type checked."""

    file: str
    table: dict[str, Any]

    def wrong(self, key: str, reason: Text) -> NoReturn:
        raise BadProfile(file=self.file, key=key, reason=reason)

    def words(self, key: str) -> Text:
        value = self.table[key]
        spoken = value if isinstance(value, dict) else {}
        if spoken.keys() != {"zh", "en"} or not all(
            isinstance(words, str) and words.strip() for words in spoken.values()
        ):
            form = '{ zh = "…", en = "…" }'
            self.wrong(key, Text(f"必须写成 {form}", f"must be {form}"))
        return Text(**spoken)

    def whole(self, key: str, least: int, most: int) -> int:
        value = self.table[key]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.wrong(
                key,
                Text(
                    f"必须是 {least} 到 {most} 的整数",
                    f"must be a whole number from {least} to {most}",
                ),
            )
        return value

    def truth(self, key: str) -> bool:
        value = self.table[key]
        if not isinstance(value, bool):
            self.wrong(key, Text("必须是 true 或 false", "must be true or false"))
        return value

    def choice(self, key: str, kinds: type[Kind]) -> Kind:
        value = self.table[key]
        if value not in list(kinds):
            allowed = ", ".join(kinds)
            self.wrong(key, Text(f"必须是 {allowed} 之一", f"must be one of {allowed}"))
        return kinds(value)

    def signs(self, has_near_end: bool) -> Signs:
        """The meaning of status bits: Epson's, but for the signs that the file names."""
        given = self.table.get("status", {})
        if not isinstance(given, dict):
            self.wrong("status", Text("必须是一个 [status] 表", "must be a table [status]"))
        for sign in given.keys() - set(SIGNS):
            told = _listed(SIGNS)
            self.wrong(
                f"status.{sign}",
                Text(f"没有这一项，可用的有 {told}", f"there is no such sign; there are {told}"),
            )
        named = {sign: self._marks(f"status.{sign}", value) for sign, value in given.items()}
        if not has_near_end:
            if named.get("near_end"):
                self.wrong(
                    "status.near_end",
                    Text(
                        "near_end_mm 为 0 表示没有近尽传感器，请删去其一",
                        "near_end_mm = 0 says that there is no such sensor; remove one of them",
                    ),
                )
            named["near_end"] = ()
        return Signs(**named)

    def _marks(self, key: str, value: Any) -> tuple[Mark, ...]:
        texts = value if isinstance(value, list) else [value]
        return tuple(self._mark(key, text) for text in texts)

    def _mark(self, key: str, text: Any) -> Mark:
        found = _MARK.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            self.wrong(
                key,
                Text(
                    '必须是 ["n:掩码"] 的列表：n 是 DLE EOT 的参数 1-4 或 20.1-20.4，'
                    '掩码是两位十六进制，例如 ["2:04"]；没有该信号写 []',
                    'must be a list of "n:mask", where n is the parameter of DLE EOT, 1-4 or '
                    '20.1-20.4, and mask two hexadecimal digits, such as ["2:04"]; [] for none',
                ),
            )
        request, byte, mask = found["request"], found["byte"], int(found["mask"], 16)
        if not mask or (byte is None and mask & ~_FREE_BITS):
            self.wrong(
                key,
                Text(
                    "掩码只能含可变的位：04、08、20、40 及其组合",
                    "the mask may only hold bits that change: 04, 08, 20, 40 and sums of them",
                ),
            )
        if byte is not None:
            return Mark(FULL_STATUS, mask, int(byte) - 1)
        return Mark(int(request), mask)


_MARK = re.compile(r"(?:(?P<request>[1-4])|20\.(?P<byte>[1-4])):(?P<mask>[0-9A-Fa-f]{2})")
_FREE_BITS = 0x6C
"""The other bits of a one-byte answer are fixed, which is how it is known to be one."""
