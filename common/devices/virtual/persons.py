"""Invented persons with identity cards. No region has the code 999999."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from common.devices import id_card
from common.domain.forms.identity import check_sign

REGION = "999999"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist."""

    name: str
    birth: str
    """``19900307``."""
    man: bool
    nation: str
    address: str
    valid: tuple[str, str]
    kind: str = ""
    """``I`` for a foreigner's card."""

    @property
    def number(self) -> str:
        first = f"{REGION}{self.birth}00{1 if self.man else 2}"
        return first + check_sign(first)

    def record(self) -> bytes:
        """The 256 bytes on the card."""
        record = bytearray(" ".encode("utf-16-le") * (id_card.RECORD // 2))
        for place, text in (
            (id_card.NAME, self.name),
            (id_card.SEX, "1" if self.man else "2"),
            (id_card.NATION, self.nation),
            (id_card.BIRTH, self.birth),
            (id_card.ADDRESS, self.address),
            (id_card.NUMBER, self.number),
            (id_card.ISSUER, "测试市公安局测试分局"),
            (id_card.VALID_FROM, self.valid[0]),
            (id_card.VALID_UNTIL, self.valid[1]),
            (id_card.KIND, self.kind),
        ):
            data = text.encode("utf-16-le")[: place.length]
            record[place.start : place.start + len(data)] = data
        return bytes(record)


_TEN_YEARS = ("20200101", "20300101")

PERSONS = (
    Person("测试甲", "19900307", True, "01", "测试市测试区虚构路1号", _TEN_YEARS),
    Person("测试乙", "19880229", False, "05", "测试市测试区虚构路2号3单元402室", _TEN_YEARS),
    Person("测试·阿不都热依木·虚构", "19751111", True, "05", "测试县虚构乡虚构村4组", _TEN_YEARS),
    Person("欧阳测试", "19450815", False, "11", "测试市老街5号", ("20150601", "长期")),
    Person("测试𠮷", "20010101", True, "23", "测试市测试区虚构路6号", _TEN_YEARS),
    Person("测试丙", "20180601", False, "01", "测试市测试区虚构路7号", ("20240101", "20290101")),
    Person("测试丁", "19990909", True, "56", "测试市测试区虚构路8号", ("20100101", "20200101")),
)
"""An everyday one, a leap day, a long name with dots, a card for ever, a character outside the
basic plane, a child, an expired card."""

FOREIGNER = Person("TEST FOREIGNER", "19850505", True, "", "", _TEN_YEARS, kind="I")


def person_named(given: str, persons: Iterable[Person] = PERSONS) -> Person | None:
    """A person by name, or by place in the list from 1."""
    listed = list(persons)
    if given.isdecimal():
        place = int(given) - 1
        return listed[place] if 0 <= place < len(listed) else None
    return next((one for one in listed if one.name == given), None)
