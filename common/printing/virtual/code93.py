"""Code 93 with all of ASCII (AIM USS-93): two check characters, nine modules to a character."""

from __future__ import annotations

_WIDTHS = (
    "131112 111213 111312 111411 121113 121212 121311 111114 131211 141111 211113 211212 211311 "
    "221112 221211 231111 112113 112212 112311 122112 132111 111123 111222 111321 121122 131121 "
    "212112 212211 211122 211221 221121 222111 112122 112221 122121 123111 121131 311112 311211 "
    "321111 112131 113121 211131 121221 312111 311121 122211"
)
_PATTERNS = _WIDTHS.split(" ")
_START = "111141"
_ORDER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"
_SHIFTS = {"$": 43, "%": 44, "/": 45, "+": 46}
_SHIFTED = (
    ("%", "\0@`", "UVW"),
    ("$", "".join(map(chr, range(1, 27))), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("%", "\x1b\x1c\x1d\x1e\x1f;<=>?[\\]^_{|}~\x7f", "ABCDEFGHIJKLMNOPQRST"),
    ("/", "!\"#&'()*,:", "ABCFGHIJLZ"),
    ("+", "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)
"""A shift, the characters that are written with it, and the letter for each."""
_PAIRS = {
    sign: (_SHIFTS[shift], _ORDER.index(letter))
    for shift, signs, letters in _SHIFTED
    for sign, letter in zip(signs, letters, strict=True)
}


def code93(data: str) -> tuple[str, str]:
    """The modules, ``1`` for ink, and the text below. Raises ValueError for what is not ASCII."""
    values: list[int] = []
    for sign in data:
        values += _PAIRS.get(sign) or (_ORDER.index(sign),)
    values.append(_check(values, 20))
    values.append(_check(values, 15))
    widths = "".join((_START, *(_PATTERNS[value] for value in values), _START, "1"))
    modules = "".join("10"[place % 2] * int(width) for place, width in enumerate(widths))
    return modules, "".join(sign if sign.isprintable() else " " for sign in data)


def _check(values: list[int], heaviest: int) -> int:
    """Modulo 47, weights from the right 1 to `heaviest` and again."""
    weighed = (value * (place % heaviest + 1) for place, value in enumerate(reversed(values)))
    return sum(weighed) % 47
