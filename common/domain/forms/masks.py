"""What others see of an answer: enough to recognise one's own, too little to learn another's."""

from __future__ import annotations

from common.domain.forms.field import Mask

_STAR = "*"
_HIDDEN = _STAR * 4
_SHORTEST = 6
"""Of anything shorter nothing is shown: half of it would be."""
_LONG = 10


def masked(value: str, mask: Mask) -> str:
    """`value` as others may see it. An empty answer stays empty."""
    if not value or mask is Mask.NONE:
        return value
    match mask:
        case Mask.NAME:
            return value[0] + _STAR * min(len(value) - 1, 2) if len(value) > 1 else _STAR
        case Mask.ID:
            return _ends(value, 1, 4)
        case Mask.PHONE:
            return _ends(value, 3, 4)
        case Mask.LAST4:
            return _ends(value, 0, 4)
        case Mask.START:
            return _ends(value, 6, 0)
        case Mask.YEAR:
            return f"{value[:4]}-**-**" if len(value) == len("1990-03-07") else _HIDDEN
        case Mask.HIDDEN:
            return _HIDDEN


def _ends(value: str, first: int, last: int) -> str:
    """The first and last signs; four or more stay hidden, and half of anything short."""
    if len(value) < _SHORTEST:
        return _HIDDEN
    room = len(value) - len(_HIDDEN) if len(value) >= _LONG else len(value) // 2
    last = min(last, room)
    first = min(first, room - last)
    end = value[len(value) - last :]
    return f"{value[:first]}{_STAR * (len(value) - first - last)}{end}"
