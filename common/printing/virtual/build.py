"""How one virtual device is built: what its profile says, unless the builder wants it otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from common.printing.profile import Chinese, Cutter, Profile, Proof


class Rom(StrEnum):
    """The Chinese characters in the device's own font."""

    GB18030 = "gb18030"
    GBK = "gbk"
    """Two bytes a character; a character of four bytes comes out as rubbish."""
    NONE = "none"
    """Every byte above 7F is a character of the code page that is set."""


CAPABILITIES = {
    "full": Proof.PROCESS_ID,
    "gsr": Proof.GS_R,
    "eot": Proof.STATUS,
    "none": Proof.NONE,
}
"""How much a device answers, in words for a command line."""


@dataclass(frozen=True, slots=True)
class Build:
    """What is soldered in and cannot go wrong while it runs."""

    proof: Proof
    """How much it answers."""
    asb: bool
    """True when ``GS a`` makes it send its status by itself."""
    clears: bool
    """True when ``DLE DC4`` function 8 makes it forget what is not printed yet."""
    rom: Rom
    chinese_at_start: bool
    """False when Chinese characters must be switched on by ``FS &`` first."""
    qr: bool
    """True when it draws QR codes itself."""
    cutter: Cutter
    presenter: bool = False
    """True when a slip waits in the mouth until a sensor sees that it was taken."""

    @classmethod
    def of(cls, profile: Profile, **changes: Any) -> Build:
        """The device that the profile describes, with `changes`; one that is None changes nothing.

        What answers buffered queries also knows ``GS a``, whether or not we make use of it; what
        acknowledges a job by its number also clears its buffer.
        """
        wanted = {name: value for name, value in changes.items() if value is not None}
        proof = wanted.get("proof", profile.proof)
        built = cls(
            proof=proof,
            asb=profile.asb or proof in (Proof.PROCESS_ID, Proof.GS_R),
            clears=profile.clears or proof is Proof.PROCESS_ID,
            rom=Rom.GBK if profile.chinese is Chinese.GBK else Rom.NONE,
            chinese_at_start=True,
            qr=profile.qr,
            cutter=profile.cutter,
        )
        return replace(built, **wanted)

    @property
    def buffered_queries(self) -> bool:
        """True when ``GS r`` and ``GS I`` are answered."""
        return self.proof in (Proof.PROCESS_ID, Proof.GS_R)
