"""A signature as a finger draws it: strokes, not a picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from math import dist

from common.domain.text import Text

SIDE = 10_000
"""Both coordinates are from 0 to this, from the upper left corner of the pad."""
_MOST_POINTS = 5_000
_ENOUGH_STROKES = 2
_ENOUGH_POINTS = 200
_ENOUGH_INK = SIDE // 10
"""Of all strokes together: dots are no name."""
_POINT = r"[0-9]{1,5},[0-9]{1,5}"
_STROKE = rf"{_POINT}(?: {_POINT})*"
_SIGNATURE = re.compile(rf"{_STROKE}(?:;{_STROKE})*")

Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Signature:
    strokes: tuple[tuple[Point, ...], ...]

    @property
    def text(self) -> str:
        """`x,y x,y;x,y`: blanks between points, semicolons between strokes."""
        return ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in self.strokes)

    @property
    def ink(self) -> float:
        """How long all strokes are together."""
        return sum(dist(*ends) for stroke in self.strokes for ends in pairwise(stroke))


def read_signature(text: str) -> Signature | None:
    """The signature that `Signature.text` wrote; None for any other text."""
    if len(text) > _MOST_POINTS * len("10000,10000 ") or not _SIGNATURE.fullmatch(text):
        return None
    strokes = tuple(
        tuple((int(x), int(y)) for x, y in (point.split(",") for point in stroke.split(" ")))
        for stroke in text.split(";")
    )
    points = [point for stroke in strokes for point in stroke]
    if len(points) > _MOST_POINTS or any(max(point) > SIDE for point in points):
        return None
    return Signature(strokes)


def signature_fault(text: str) -> Text | None:
    """Taps are no signature: it takes two strokes, or a long one, and some ink."""
    signature = read_signature(text)
    if signature is None or signature.ink < _ENOUGH_INK:
        return _SIGN
    if len(signature.strokes) >= _ENOUGH_STROKES:
        return None
    points = sum(map(len, signature.strokes))
    return None if points >= _ENOUGH_POINTS else _SIGN


_SIGN = Text(zh="请用手指在框内签写姓名", en="Sign your name with a finger in the box")
