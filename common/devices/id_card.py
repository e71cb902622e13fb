"""What a resident identity card tells in words (GA/T 467 names its fields).

The photo is never looked at. What is read lives in one block of memory that is overwritten when it
has been used; nothing of it is logged, shown by repr(), copied or pickled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from common.domain.forms.field import FOREVER
from common.domain.forms.identity import DocumentType, Sex, citizen_number_fault
from common.domain.text import Text

RECORD = 256
"""Bytes: UTF-16LE, each field filled up with blanks."""


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    length: int


NAME = _Place(0, 30)
SEX = _Place(30, 2)
NATION = _Place(32, 4)
BIRTH = _Place(36, 16)
ADDRESS = _Place(52, 70)
NUMBER = _Place(122, 36)
ISSUER = _Place(158, 30)
VALID_FROM = _Place(188, 16)
VALID_UNTIL = _Place(204, 16)
KIND = _Place(248, 2)
"""In what the resident card keeps free, the foreigner's card has an I, the permit for residents of
Hong Kong, Macao and Taiwan a J."""

_FOREIGNER = "I"
_DATE = re.compile("[0-9]{8}")
_LONG_TERM = "长期"
_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}
_PERMIT_REGIONS = ("81", "82", "83")

_NATIONS = """
汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳
佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米
塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺
"""
NATIONS = tuple(_NATIONS.split())
"""GB/T 3304-1991, from 01 on."""
_OTHER_NATIONS = {"97": "其他", "98": "外国血统中国籍人士"}


class IdCard:
    """One card. Use it as a context, or call `wipe` when its answers have been taken over.

    >>> with card:
    ...     answers["applicant.name"] = card.name
    """

    def __init__(self, record: bytes | bytearray) -> None:
        if len(record) != RECORD:
            raise ValueError(f"a record has {RECORD} bytes, not {len(record)}")
        self._record = bytearray(record)

    @property
    def name(self) -> str:
        """As the card has it. A rare character may be one of private use, which no font shows."""
        return self._text(NAME)

    @property
    def sex(self) -> Sex | None:
        return _SEXES.get(self._text(SEX))

    @property
    def nation(self) -> str:
        """The code of GB/T 3304: ``01``."""
        return self._text(NATION)

    @property
    def nation_name(self) -> str:
        """The nation as the card prints it; empty for an unknown code."""
        code = self.nation
        if code.isdigit() and 1 <= int(code) <= len(NATIONS):
            return NATIONS[int(code) - 1]
        return _OTHER_NATIONS.get(code, "")

    @property
    def birth(self) -> date | None:
        return _date(self._text(BIRTH))

    @property
    def address(self) -> str:
        return self._text(ADDRESS)

    @property
    def number(self) -> str:
        return self._text(NUMBER)

    @property
    def issuer(self) -> str:
        return self._text(ISSUER)

    @property
    def valid_from(self) -> date | None:
        return _date(self._text(VALID_FROM))

    @property
    def valid_until(self) -> date | None:
        """The last day; None for a card that is valid for ever."""
        return _date(self._text(VALID_UNTIL))

    @property
    def valid_until_as_answer(self) -> str:
        """As forms keep it: ``2036-03-07`` or ``long-term``; empty when the card does not tell."""
        until = self.valid_until
        if until is not None:
            return until.isoformat()
        return FOREVER if self._text(VALID_UNTIL) == _LONG_TERM else ""

    @property
    def document(self) -> DocumentType:
        permit = self.number.startswith(_PERMIT_REGIONS)
        return DocumentType.RESIDENCE_PERMIT if permit else DocumentType.RESIDENT_ID

    @property
    def is_foreigners(self) -> bool:
        """Whether it is a foreigner's permanent residence card, whose fields stand elsewhere."""
        return self._text(KIND) == _FOREIGNER

    def fault(self, today: date) -> Text | None:
        """Why this is no resident card's record: no name, or a number that is none."""
        wrong = not self.name or citizen_number_fault(self.number, today) is not None
        return GARBLED if wrong else None

    def expired(self, today: date) -> bool:
        until = self.valid_until
        return until is not None and until < today

    def wipe(self) -> None:
        """Overwrite everything."""
        self._record[:] = bytes(RECORD)

    def _text(self, place: _Place) -> str:
        record = self._record[place.start : place.start + place.length]
        return record.decode("utf-16-le", "replace").strip(" \0\u3000")

    def __enter__(self) -> IdCard:
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def __repr__(self) -> str:
        return "IdCard(****)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a card is not copied")


def _date(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


GARBLED = Text(
    zh="没有读清楚，请取回证件，重新放好再试",
    en="It was not read clearly; take the card off, put it on again and wait",
)
