"""The append-only record of everything that happened, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from common.domain.ids import ClerkLogin, CounterCode, LegId, RequestId, TicketId, TicketNumber
from common.domain.text import Text
from common.domain.ticket import MOVE_ZH, Move

GENESIS = "0" * 64
"""What the first event of a hall names as its predecessor."""


class Act(StrEnum):
    """What happens in a hall besides the moves of legs."""

    REFUSE = "refuse"
    """A number was not issued; the facts say by which rule."""
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    PAUSE = "pause"
    REOPEN = "reopen"
    """A paused counter serves again."""
    ADD_QUEUE = "add_queue"
    """A counter takes a queue besides its own, until it is dropped."""
    DROP_QUEUE = "drop_queue"
    BOOK = "book"
    UNBOOK = "unbook"
    """An appointment was cancelled."""
    CHECK_IN = "check_in"
    NO_SHOW = "no_show"
    BLOCK_PERSON = "block_person"
    UNBLOCK_PERSON = "unblock_person"
    ADD_CLERK = "add_clerk"
    CHANGE_CLERK = "change_clerk"
    RETIRE_CLERK = "retire_clerk"
    CHANGE_PASSWORD = "change_password"
    REPRINT = "reprint"
    """A second slip of a number was asked for; the facts name who asked and the print job."""
    NOTICE = "notice"
    """The one-time notice was given; the facts list what is missing."""
    RECEIPT = "receipt"
    """The acceptance receipt was given; the facts hold the promised date."""
    PRINTER_TROUBLE = "printer_trouble"
    """A kiosk's printer came into other trouble, or out of it."""
    APPLY_HALL = "apply_hall"
    KEEP_FORM = "keep_form"
    """A form was filled in. The facts of these acts name forms, kiosks and fields: no answer."""
    LINK_FORM = "link_form"
    """A number was taken for which a form had been filled in before."""
    OPEN_FORM = "open_form"
    REVEAL_FIELD = "reveal_field"
    """A clerk had covered answers shown; the facts list their fields."""
    EDIT_FORM = "edit_form"
    """The facts list the fields that were changed."""
    PICK_UP_FORM = "pick_up_form"
    EXPORT_FORM = "export_form"
    """Printed, or saved as a file; the facts say which."""
    ERASE_FORM = "erase_form"
    CHANGE_FORM_KEY = "change_form_key"
    SET_KIOSK_PIN = "set_kiosk_pin"
    """The PIN of staff at kiosks was set, or taken away. No act holds what was typed."""
    TRY_KIOSK_PIN = "try_kiosk_pin"
    """A PIN was typed at a kiosk; the facts say which in a row of wrong ones it would be."""
    OPEN_KIOSK = "open_kiosk"
    """That PIN was right."""
    CALL_HELP = "call_help"
    """Somebody at a kiosk asks for a helper. The facts name the kiosk and the page, no more."""
    ANSWER_HELP = "answer_help"
    """A helper is on the way."""
    END_HELP = "end_help"
    """The facts say how."""
    RATE = "rate"
    """Somebody rated their errand."""
    OPINION = "opinion"
    """Somebody told the hall something; the record does not say what."""
    ANSWER_OPINION = "answer_opinion"


_ACT_ZH = {
    Act.REFUSE: "未能取号",
    Act.SIGN_IN: "登录",
    Act.SIGN_OUT: "退出",
    Act.PAUSE: "暂停服务",
    Act.REOPEN: "恢复服务",
    Act.ADD_QUEUE: "增开队列",
    Act.DROP_QUEUE: "撤销增开",
    Act.BOOK: "预约",
    Act.UNBOOK: "取消预约",
    Act.CHECK_IN: "预约签到",
    Act.NO_SHOW: "预约未到",
    Act.BLOCK_PERSON: "列入限制名单",
    Act.UNBLOCK_PERSON: "移出限制名单",
    Act.ADD_CLERK: "新增人员",
    Act.CHANGE_CLERK: "变更人员",
    Act.RETIRE_CLERK: "停用人员",
    Act.CHANGE_PASSWORD: "修改密码",
    Act.REPRINT: "补打号票",
    Act.NOTICE: "一次性告知",
    Act.RECEIPT: "开具受理单",
    Act.PRINTER_TROUBLE: "打印机状态变化",
    Act.APPLY_HALL: "更新大厅配置",
    Act.KEEP_FORM: "填写表单",
    Act.LINK_FORM: "表单关联号码",
    Act.OPEN_FORM: "查看表单",
    Act.REVEAL_FIELD: "显示隐藏项",
    Act.EDIT_FORM: "修改表单",
    Act.PICK_UP_FORM: "调取表单",
    Act.EXPORT_FORM: "导出表单",
    Act.ERASE_FORM: "删除表单",
    Act.CHANGE_FORM_KEY: "更换表单密钥",
    Act.SET_KIOSK_PIN: "设置取号机口令",
    Act.TRY_KIOSK_PIN: "输入取号机口令",
    Act.OPEN_KIOSK: "打开取号机管理页",
    Act.CALL_HELP: "呼叫帮办",
    Act.ANSWER_HELP: "响应帮办",
    Act.END_HELP: "结束帮办",
    Act.RATE: "评价",
    Act.OPINION: "提出意见",
    Act.ANSWER_OPINION: "答复意见",
}


def in_words(what: Move | Act) -> Text:
    """What happened, for people."""
    zh = MOVE_ZH[what] if isinstance(what, Move) else _ACT_ZH[what]
    return Text(zh=zh, en=what.value.replace("_", " "))


@dataclass(frozen=True, slots=True)
class Event:
    """One move of a leg, or one act: who, where, when, what, why."""

    sequence: int
    """Position in the hall's chain, from 1, without gaps."""
    move: Move | Act
    at: datetime
    day: date
    ticket: TicketId | None
    """None, as leg and number are, for an act that concerns no ticket."""
    leg: LegId | None
    number: TicketNumber | None
    counter: CounterCode | None = None
    clerk: ClerkLogin | None = None
    request: RequestId | None = None
    """The client's id of the intent; None for what followed by itself."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What else the move decided: reason, outcome, target."""
    hash: str = ""
    """Set when the event is recorded."""

    def chained(self, previous: str) -> str:
        """The hash of this event after the event whose hash is `previous`: SHA-256, hex."""
        told = [
            previous,
            self.sequence,
            self.move,
            self.at.isoformat(),
            self.day.isoformat(),
            self.ticket,
            self.leg,
            self.number,
            self.counter,
            self.clerk,
            self.request,
            self.facts,
        ]
        canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()
