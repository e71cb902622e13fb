"""What a reader's answers mean, in the words of whoever can do something about it."""

from __future__ import annotations

from common.devices.id_card import GARBLED
from common.devices.sdt import Sw
from common.domain.text import Text


def card_words(sw: int) -> Text:
    """Why a card was not read: for the person whose card it is."""
    return _CARD_WORDS.get(sw, GARBLED)


def reader_fault(sw: int) -> Text | None:
    """What only a technician can help; None for what has to do with a card."""
    return _FAULTS.get(sw)


_LIFTED = Text(
    zh="没有读到证件，请把身份证平放在读卡区，等提示后再拿起",
    en="The card was not read; lay it flat on the reader and leave it there until told",
)
_NOT_AUTHENTIC = Text(
    zh="证件没有通过验证，请重新放置；仍不行请手工填写，或请工作人员协助",
    en="The card could not be verified; put it on again, else type the data or ask the staff",
)
OTHER_CARD = Text(
    zh="这里只能读居民身份证，其他证件请手工填写",
    en="Only resident identity cards are read here; please type the data of other documents",
)
_EMPTY = Text(
    zh="证件中没有可读内容，请手工填写，或请工作人员协助",
    en="The card holds nothing to read; type the data or ask the staff",
)
_CARD_WORDS: dict[int, Text] = {
    Sw.NOT_SELECTED: _LIFTED,
    Sw.NOT_READ: _LIFTED,
    Sw.NO_CARD: _LIFTED,
    Sw.NOT_AUTHENTIC_CARD: _NOT_AUTHENTIC,
    Sw.NOT_AUTHENTIC_READER: _NOT_AUTHENTIC,
    Sw.WRONG_CARD: OTHER_CARD,
    Sw.NO_CONTENT: _EMPTY,
}

SILENT = Text(
    zh="没有应答，请检查电源、波特率，以及它是不是身份证阅读器",
    en="no answer: check its power, its speed, and that it is a card reader",
)
NOISE = Text(
    zh="数据有误，请检查连接线和波特率", en="what it says is damaged: check its cable and speed"
)
_FAULTS: dict[int, Text] = {
    Sw.SELF_TEST: Text(
        zh="自检失败，请断电重启；仍不行请送修",
        en="it fails its self-test: switch it off and on, else have it repaired",
    ),
    Sw.UNAUTHORISED: Text(
        zh="安全模块未经授权，请联系供应商",
        en="its security module is not authorised: ask its maker",
    ),
    Sw.BAD_COMMAND: Text(
        zh="不认识读卡命令，请换用支持 SDT 协议的阅读器",
        en="it does not know the command: use a reader that speaks the SDT protocol",
    ),
}
