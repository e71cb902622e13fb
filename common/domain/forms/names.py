"""Names of persons, as cards bear them."""

from __future__ import annotations

import re
import unicodedata

from common.domain.signs import is_han, strange_fault
from common.domain.text import Text

FEWEST = 2
MOST = 60
"""A Chinese card holds 15 characters, a passport name (ICAO 9303) 39 letters and more in full."""

_HAN = "〇㐀-鿿豈-\ufaff\U00020000-\U0003ffff"
_DOTS = re.compile(r"\s*[·•‧∙⋅・･●]\s*")
_POINT_IN_HAN = re.compile(rf"(?<=[{_HAN}])\s*[.．。]\s*(?=[{_HAN}])")
_BLANK_IN_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_DASHES = re.compile("[‐‑–—]")
_DOT = "·"


def tidied_name(name: str) -> str:
    """One middle dot and one dash for their look-alikes, no blanks between Chinese characters."""
    dotted = _POINT_IN_HAN.sub(_DOT, _DOTS.sub(_DOT, name))
    return _DASHES.sub("-", _BLANK_IN_HAN.sub("", dotted))


def name_fault(name: str) -> Text | None:
    """Why `name` cannot be that of a person, and what to do."""
    strange = strange_fault(name)
    if strange is not None:
        return strange
    if any(sign.isdigit() for sign in name):
        return Text(zh="姓名中不能有数字，请核对", en="A name has no digits; check it")
    wrong = next((sign for sign in name if not _belongs(sign)), None)
    if wrong is not None:
        return Text(
            zh=f"姓名中不能有“{wrong}”，请按证件填写",
            en=f"A name has no {wrong!r}; write it as the document does",
        )
    if sum(not _joins(sign) for sign in name) < FEWEST:
        return Text(
            zh="姓名至少两个字，请按证件填写完整", en="Write the full name as the document does"
        )
    if name.startswith(_DOT) or name.endswith(_DOT) or "··" in name:
        return Text(
            zh="“·”应在两个名字之间，请核对", en="A middle dot stands between two names; check it"
        )
    if len(name) > MOST:
        return Text(
            zh=f"姓名最多 {MOST} 个字符，请核对", en=f"A name has at most {MOST} signs; check it"
        )
    return None


def _joins(sign: str) -> bool:
    return sign in " '’.-·" or unicodedata.category(sign) == "Mn"


def _belongs(sign: str) -> bool:
    if is_han(sign) or _joins(sign):
        return True
    return sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN")
