"""How long each ESC/POS command is: the one table by which a printer keeps in step.

Lengths are those of Epson's command reference; commands of Chinese makes that it lacks are noted.
"""

from __future__ import annotations

from collections.abc import Callable

Head = bytes | bytearray
"""The bytes that are there, from the command's first one on. Too few raise IndexError."""

DLE, ESC, FS, GS = 0x10, 0x1B, 0x1C, 0x1D
PREFIX = {ESC: "ESC", FS: "FS", GS: "GS"}
CONTROLS = {0x09: "HT", 0x0A: "LF", 0x0C: "FF", 0x0D: "CR", 0x18: "CAN"}

LONGEST_LIST = 255
"""Bytes after which a list without its NUL is taken as ended."""

FIXED: dict[int, dict[str, int]] = {
    # ESC B is a buzzer (Xprinter, Gprinter), ESC C a buzzer with a lamp (SNBC).
    ESC: {"\x0c": 0, "@": 0, "2": 0, "<": 0, "i": 0, "m": 0, "S": 0, "L": 0, "v": 0, "u": 1,
          "c": 2, "p": 3, "$": 2, "\\": 2, "W": 8, "B": 2, "C": 3, "f": 2}
    | dict.fromkeys(" !+-3=?AEGJKMRTUVade%rt{", 1),
    FS: {"&": 0, ".": 0, "S": 2, "2": 74, "p": 2, "?": 2} | dict.fromkeys("!W-Cq", 1),
    GS: {":": 0, "c": 0, "L": 2, "W": 2, "P": 2, "$": 2, "\\": 2, "^": 3, "g": 4, "z": 3}
    | dict.fromkeys("!/BEHITabfhjrw|", 1),
}  # fmt: skip
"""Parameter bytes of the commands of fixed length."""

_REAL_TIME_PULSE = {0x01: 5, 0x02: 5, 0x03: 8, 0x07: 4, 0x08: 10}
"""``DLE DC4`` by its function."""


def real_time_size(at: Head) -> int:
    """DLE EOT, ENQ and DC4 were executed at arrival; in the buffer they only take their place."""
    if at[1] in (0x04, 0x05):
        return 3 + (at[1] == 0x04 and at[2] in (0x07, 0x08, 0x12))
    return _REAL_TIME_PULSE.get(at[2], 3) if at[1] == 0x14 else 1


def variable_size(prefix: int, letter: str, at: Head) -> int:
    """The size of a command that says its own length; 0 when there is no such command."""
    if letter == "(":
        return 5 + _word(at, 3)
    measure = _VARIABLE.get((prefix, letter))
    return measure(at) if measure is not None else 0


def stored_picture_size(at: Head) -> int:
    """One of the pictures that follow ``FS q n``: ``xL xH yL yH d…``."""
    return 4 + _word(at, 0) * _word(at, 2) * 8


def _word(at: Head, place: int) -> int:
    return at[place] + 256 * at[place + 1]


def _long(at: Head, place: int) -> int:
    return _word(at, place) + 65536 * _word(at, place + 2)


def _through_nul(at: Head, start: int) -> int:
    end = at.find(0, start, start + LONGEST_LIST)
    if end >= 0:
        return end + 1
    if len(at) < start + LONGEST_LIST:
        raise IndexError
    return start + LONGEST_LIST


def _own_characters(at: Head) -> int:
    """``ESC & y c1 c2 [x d…]…``: each character says how wide it is."""
    size = 5
    if at[2] <= 4:  # more than 4 x 8 dots are no character
        for _ in range(at[3], at[4] + 1):
            size += 1 + at[size] * at[2]
    return size


def _counter(at: Head) -> int:
    """``GS C``: numbering by print mode, by range, by value or by a text of five semicolons."""
    if at[2] != 0x3B:
        return {0x30: 5, 0x31: 9, 0x32: 5}.get(at[2], 3)
    place = 2
    for _ in range(5):
        place = at.find(b";", place + 1, LONGEST_LIST)
        if place < 0 and len(at) < LONGEST_LIST:
            raise IndexError
        if place < 0:
            return LONGEST_LIST
    return place + 1


_VARIABLE: dict[tuple[int, str], Callable[[Head], int]] = {
    (ESC, "*"): lambda at: 5 + _word(at, 3) * (3 if at[2] in (32, 33) else 1),
    (ESC, "D"): lambda at: _through_nul(at, 2),
    (ESC, "&"): _own_characters,
    (FS, "g"): lambda at: 10 + (_word(at, 8) if at[2] == 0x31 else 0),
    (GS, "v"): lambda at: 8 + _word(at, 4) * _word(at, 6),
    (GS, "Q"): lambda at: 8 + _word(at, 4) * _word(at, 6),
    (GS, "8"): lambda at: 7 + _long(at, 3),
    (GS, "D"): lambda at: 8 + _long(at, 4),
    (GS, "*"): lambda at: 4 + at[2] * at[3] * 8,
    (GS, "V"): lambda at: 3 if at[2] in (0, 1, 48, 49) else 4,
    (GS, "k"): lambda at: 4 + at[3] if at[2] >= 65 else _through_nul(at, 3),
    (GS, "C"): _counter,
}
