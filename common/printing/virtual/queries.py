"""Answers to the questions that wait their turn in the buffer: GS r, ESC v, GS I, GS ( H."""

from __future__ import annotations

from common.printing.profile import Profile, Proof
from common.printing.virtual.build import Build
from common.printing.virtual.condition import Condition
from common.printing.virtual.parser import Command


def buffered_answer(
    command: Command, build: Build, condition: Condition, profile: Profile
) -> bytes:
    """What this command is answered with when everything before it is on paper."""
    data = command.data
    match command.name:
        case "GS r" if build.buffered_queries:
            return bytes((condition.roll_bits if data[0] in (1, 49) else 0,))
        case "ESC v" if build.buffered_queries:
            return bytes((condition.roll_bits,))
        case "GS I" if build.buffered_queries:
            known = data[0] in (1, 2, 3, 49, 50, 51)
            return b"\x02" if known else b"\x5f" + profile.name.en.encode() + b"\0"
        case "GS (" if build.proof is Proof.PROCESS_ID and _asks_for_proof(data):
            return b"\x37\x22" + data[5:9] + b"\0"
    return b""


def _asks_for_proof(data: bytes) -> bool:
    return data[:1] == b"H" and data[3:5] == b"00" and len(data) == 9
