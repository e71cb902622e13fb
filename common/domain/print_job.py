"""How a slip's way to paper ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.ids import TicketId


class PrintState(StrEnum):
    """The four ends of a print job; nothing in between is ever reported."""

    PRINTED = "printed"
    """The printer acknowledged that everything up to the cut is on paper."""
    SENT = "sent"
    """All bytes were handed over; this printer cannot acknowledge."""
    FAILED = "failed"
    """Nothing was sent: no paper can exist."""
    INTERRUPTED = "interrupted"
    """Some bytes went out without an acknowledgement: paper may or may not exist."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One attempt to put one ticket on paper."""

    id: str
    ticket: TicketId
    device: str
    """The kiosk that printed."""
    printer: str
    """The printer's address."""
    state: PrintState
    bytes_written: int
    started_at: datetime
    ended_at: datetime
