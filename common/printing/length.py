"""How much paper a job takes, reckoned from its bytes."""

from __future__ import annotations

from common.printing.profile import Profile

_LINE_DOTS = 30
"""The line spacing that printers start with, 1/6 inch at 203 dpi."""
_CHARACTER_DOTS = 24
_HEAD_TO_CUTTER_DOTS = 112
"""Fed by a cut at the end of the feed, and then the blank top of the next slip."""
_QR_SIDES = ((17, 21), (32, 25), (53, 29), (78, 33), (106, 37))
"""Bytes that a code holds at level L, and how many modules wide it is (ISO/IEC 18004, table 7)."""
_WIDE_QR = 57


def paper_length(data: bytes, profile: Profile) -> float:
    """Millimetres of paper from the first line to the cut, for a job that `to_escpos` made."""
    dots, at = 0, 0
    height, module, modules = 1, 0, 0
    while at < len(data):
        head = data[at : at + 3]
        if head[:2] == b"\x1d!":
            height, at = (data[at + 2] & 0x07) + 1, at + 3
        elif head == b"\x1dv0":
            wide, high = _word(data, at + 4), _word(data, at + 6)
            dots += high * (2 if data[at + 3] & 0x02 else 1)
            at += 8 + wide * high
        elif head == b"\x1d(k":
            size, function = _word(data, at + 3), data[at + 5 : at + 7]
            if function == b"1C":
                module = data[at + 7]
            elif function == b"1P":
                modules = _side(size - 3)
            elif function == b"1Q":
                dots += module * modules
            at += 5 + size
        elif head[:2] == b"\x1bJ":
            dots, at = dots + data[at + 2], at + 3
        elif head[:2] == b"\x1dV":
            dots, at = dots + _HEAD_TO_CUTTER_DOTS + data[at + 3], at + 4
        else:
            if data[at] == 0x0A:
                dots += max(_LINE_DOTS, height * _CHARACTER_DOTS)
            at += 1
    return dots / profile.dots_per_mm


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _side(size: int) -> int:
    return next((side for holds, side in _QR_SIDES if size <= holds), _WIDE_QR)
