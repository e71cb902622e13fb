"""What a printer model can do, as data: one TOML file per model in ``resources/printers``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from common.domain.text import Text
from common.printing.errors import BadProfile, UnknownProfile
from common.resources import resource

Kind = TypeVar("Kind", bound=StrEnum)


class Chinese(StrEnum):
    """Which Chinese characters the printer's own font holds."""

    GBK = "gbk"
    NONE = "none"


class Cutter(StrEnum):
    """How the printer parts a slip from the roll."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Proof(StrEnum):
    """The strongest proof of printing that the model gives, strongest first."""

    PROCESS_ID = "process_id"
    """``GS ( H`` function 48: the job's own number comes back when it is on paper."""
    GS_R = "gs_r"
    """``GS r 1`` after the cut is executed in order, so its reply means all before it is done."""
    STATUS = "status"
    """Only ``DLE EOT``: health before and after, no proof."""
    NONE = "none"
    """The printer answers nothing."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One printer model."""

    code: str
    name: Text
    dots: int
    """Printable dots per row."""
    columns: int
    """Half-width characters (12 dots) per line."""
    dpi: int
    chinese: Chinese
    qr: bool
    """True when the printer draws QR codes itself (``GS ( k``)."""
    cutter: Cutter
    cut_feed: int
    """Dots of blank paper beyond the cut; without a cutter, dots from the head to the tear bar."""
    proof: Proof
    asb: bool
    """True when the model can send status by itself (``GS a``)."""
    speed: int
    """Paper speed, mm/s."""

    @property
    def dots_per_mm(self) -> float:
        """Rows of dots on one millimetre of paper."""
        return self.dpi / 25.4

    @property
    def answers(self) -> bool:
        """True when the model replies to status requests at all."""
        return self.proof is not Proof.NONE


def profile_codes() -> tuple[str, ...]:
    """The codes of all shipped profiles, sorted."""
    return tuple(sorted(path.stem for path in resource("printers").glob("*.toml")))


@cache
def load_profile(code: str) -> Profile:
    """The shipped profile with this code.

    Raises UnknownProfile with the codes that exist, BadProfile with file and key.
    """
    codes = profile_codes()
    if code not in codes:
        raise UnknownProfile(profile=code, known=", ".join(codes))
    return read_profile(resource("printers", f"{code}.toml"))


_WHOLE_NUMBERS = {"dots": (96, 2400), "columns": (16, 200), "dpi": (100, 600), "speed": (10, 1000)}


def read_profile(path: Path) -> Profile:
    """The profile in one file; its code is the file's name. Raises BadProfile with file and key."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile(file=path.name, key="-", reason=str(error)) from error
    known = set(Profile.__dataclass_fields__) - {"code"}
    for key in table.keys() - known:
        raise BadProfile(file=path.name, key=key, reason="unknown key")
    for key in sorted(known - table.keys()):
        raise BadProfile(file=path.name, key=key, reason="missing")
    entry = _Entry(path.name, table)
    profile = Profile(
        code=path.stem,
        name=entry.words("name"),
        **{key: entry.whole(key, *bounds) for key, bounds in _WHOLE_NUMBERS.items()},
        cut_feed=entry.whole("cut_feed", 0, 255),
        chinese=entry.choice("chinese", Chinese),
        qr=entry.truth("qr"),
        cutter=entry.choice("cutter", Cutter),
        proof=entry.choice("proof", Proof),
        asb=entry.truth("asb"),
    )
    if profile.columns * 12 > profile.dots:
        raise BadProfile(
            file=path.name,
            key="columns",
            reason=f"{profile.columns} columns of 12 dots do not fit {profile.dots} dots",
        )
    return profile


@dataclass(frozen=True, slots=True)
class _Entry:
    """The raw table of a profile file, read key by key with its type checked."""

    file: str
    table: dict[str, Any]

    def words(self, key: str) -> Text:
        value = self.table[key]
        spoken = value if isinstance(value, dict) else {}
        if spoken.keys() != {"zh", "en"} or not all(
            isinstance(words, str) and words.strip() for words in spoken.values()
        ):
            raise BadProfile(file=self.file, key=key, reason='must be { zh = "…", en = "…" }')
        return Text(**spoken)

    def whole(self, key: str, least: int, most: int) -> int:
        value = self.table[key]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise BadProfile(
                file=self.file, key=key, reason=f"must be a whole number from {least} to {most}"
            )
        return value

    def truth(self, key: str) -> bool:
        value = self.table[key]
        if not isinstance(value, bool):
            raise BadProfile(file=self.file, key=key, reason="must be true or false")
        return value

    def choice(self, key: str, kinds: type[Kind]) -> Kind:
        try:
            return kinds(self.table[key])
        except ValueError:
            allowed = ", ".join(kinds)
            raise BadProfile(file=self.file, key=key, reason=f"must be one of {allowed}") from None
