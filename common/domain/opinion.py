"""What people think of their errand and of the hall (评价与建议).

The five levels are those of the national 好差评 rule (国办发〔2019〕51号).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from common.domain.ids import ClerkLogin, KioskCode, OpinionId, TicketId
from common.domain.scanned import CODE_SIGNS
from common.domain.signs import tidied
from common.domain.text import Text

RECEIPT_LENGTH = 7
"""Signs of a receipt: neither as many as a slip's code has nor as a form's."""
LONGEST_WORDS = 500
"""Characters of one opinion."""
RATED_WITHIN = timedelta(days=30)
"""An errand can be rated for so long after its last step."""
ANSWERED_WITHIN = timedelta(days=15)
"""By when an opinion should have its answer."""


class Satisfaction(IntEnum):
    """How content a person is, from 1 to 5."""

    VERY_DISSATISFIED = 1
    DISSATISFIED = 2
    FAIRLY_SATISFIED = 3
    SATISFIED = 4
    VERY_SATISFIED = 5


SATISFACTION_WORDS = {
    Satisfaction.VERY_SATISFIED: Text(zh="非常满意", en="Very satisfied"),
    Satisfaction.SATISFIED: Text(zh="满意", en="Satisfied"),
    Satisfaction.FAIRLY_SATISFIED: Text(zh="基本满意", en="Fairly satisfied"),
    Satisfaction.DISSATISFIED: Text(zh="不满意", en="Dissatisfied"),
    Satisfaction.VERY_DISSATISFIED: Text(zh="非常不满意", en="Very dissatisfied"),
}


class OpinionKind(StrEnum):
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    COMPLAINT = "complaint"


KIND_WORDS = {
    OpinionKind.SUGGESTION: Text(zh="建议", en="Suggestion"),
    OpinionKind.PRAISE: Text(zh="表扬", en="Praise"),
    OpinionKind.COMPLAINT: Text(zh="投诉", en="Complaint"),
}


class OpinionTopic(StrEnum):
    STAFF = "staff"
    WAITING = "waiting"
    PROCESS = "process"
    PLACE = "place"
    MACHINE = "machine"
    OTHER = "other"


TOPIC_WORDS = {
    OpinionTopic.STAFF: Text(zh="窗口服务", en="Service at the window"),
    OpinionTopic.WAITING: Text(zh="等候时间", en="Waiting time"),
    OpinionTopic.PROCESS: Text(zh="办事流程和材料", en="Steps and materials"),
    OpinionTopic.PLACE: Text(zh="大厅环境", en="The hall itself"),
    OpinionTopic.MACHINE: Text(zh="自助设备", en="Self-service machines"),
    OpinionTopic.OTHER: Text(zh="其他", en="Something else"),
}


@dataclass(frozen=True, slots=True)
class Rating:
    """What the person of one number said of their errand. There is one for each, and it stays."""

    ticket: TicketId
    level: Satisfaction
    kiosk: KioskCode
    rated_at: datetime


@dataclass(frozen=True, slots=True)
class Opinion:
    """What somebody told the hall, and what the hall answered."""

    id: OpinionId
    receipt: str
    """With it, whoever gave the opinion reads the answer."""
    kind: OpinionKind
    topic: OpinionTopic
    words: str
    """What they wrote; perhaps nothing."""
    kiosk: KioskCode
    given_at: datetime
    answer: str = ""
    answered_by: ClerkLogin | None = None
    answered_at: datetime | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Whether the answer should have been there by `now`."""
        return self.answered_at is None and now - self.given_at > ANSWERED_WITHIN


def new_receipt() -> str:
    """Signs that nobody guesses, so that nobody reads another's opinion."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(RECEIPT_LENGTH))


def typed_receipt(typed: str) -> str | None:
    """The receipt that was typed, in any case and width; None when it cannot be one."""
    plain = "".join(tidied(typed).value.split()).replace("-", "").upper()
    if len(plain) != RECEIPT_LENGTH or any(sign not in CODE_SIGNS for sign in plain):
        return None
    return plain
