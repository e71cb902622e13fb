"""The append-only record of everything that happened, chained by hashes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from common.domain.ids import ClerkLogin, CounterCode, LegId, RequestId, TicketId, TicketNumber
from common.domain.ticket import Move

GENESIS = "0" * 64
"""What the first event of a hall names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Event:
    """One move: who, where, when, what, why."""

    sequence: int
    """Position in the hall's chain, from 1, without gaps."""
    move: Move
    at: datetime
    day: date
    ticket: TicketId
    leg: LegId
    number: TicketNumber
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
