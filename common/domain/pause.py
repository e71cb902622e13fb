"""A counter that serves nobody for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.ids import ClerkLogin, CounterCode


class PauseReason(StrEnum):
    LUNCH = "lunch"
    MEETING = "meeting"
    EQUIPMENT = "equipment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Pause:
    counter: CounterCode
    clerk: ClerkLogin | None
    reason: PauseReason
    since: datetime
