"""A counter that serves nobody for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.ids import ClerkLogin, CounterCode
from common.domain.text import Text


class PauseReason(StrEnum):
    LUNCH = "lunch"
    MEETING = "meeting"
    EQUIPMENT = "equipment"
    OTHER = "other"


PAUSE_WORDS = {
    PauseReason.LUNCH: Text(zh="午休", en="lunch"),
    PauseReason.MEETING: Text(zh="会议", en="meeting"),
    PauseReason.EQUIPMENT: Text(zh="设备", en="equipment"),
    PauseReason.OTHER: Text(zh="其他", en="other"),
}


@dataclass(frozen=True, slots=True)
class Pause:
    counter: CounterCode
    clerk: ClerkLogin | None
    reason: PauseReason
    since: datetime
