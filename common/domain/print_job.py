"""One attempt to put something on paper, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from common.domain.ids import TicketId
from common.domain.text import Text


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

    @property
    def words(self) -> Text:
        """What became of the paper, for people."""
        return _WORDS[self]


_WORDS = {
    PrintState.PRINTED: Text("已打印，打印机已确认", "PRINTED, the printer says so"),
    PrintState.SENT: Text("已发送，这台打印机不能确认", "SENT, this printer cannot confirm"),
    PrintState.FAILED: Text("没有打印", "NOT PRINTED"),
    PrintState.INTERRUPTED: Text(
        "中断：可能只打印了一部分，或稍后自行打完",
        "INTERRUPTED: part of it may be on paper, or come out later",
    ),
}


class PaperKind(StrEnum):
    """What a job puts on paper."""

    SLIP = "slip"
    """A number."""
    NOTICE = "notice"
    """The one-time notice (一次性告知单): the materials that are missing."""
    RECEIPT = "receipt"
    """The acceptance receipt (受理单)."""
    CHECKLIST = "checklist"
    """The materials of services, without a number."""
    FORM_CODE = "form_code"
    """The code under which a counter finds a form."""
    OPINION = "opinion"
    """The receipt with which the hall's answer is read."""
    APPOINTMENT = "appointment"
    """The code of a time that was booked at a kiosk."""
    DAY_END = "day_end"
    """What a counter did today."""
    TEST = "test"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One attempt to put one paper out of one printer.

    It is written down before its first byte goes out, so that whatever happens to the kiosk, the
    record knows of every paper that may exist.
    """

    id: str
    ticket: TicketId | None
    """None for paper that belongs to no number."""
    device: str
    """The kiosk or counter that printed."""
    printer: str
    """The printer's address."""
    started_at: datetime
    paper: PaperKind = PaperKind.SLIP
    reprint: bool = False
    """True for a second slip of a number (补打)."""
    state: PrintState | None = None
    """None while it is under way, and after the device died in it."""
    bytes_written: int | None = None
    """Bytes that the printer may have taken; None while nobody knows."""
    trouble: str = ""
    """What stood in the way."""
    cleared: bool = False
    """True when the printer said that it forgot the rest of an interrupted job."""
    ended_at: datetime | None = None

    def ended(
        self, state: PrintState, bytes_written: int | None, at: datetime, trouble: str = ""
    ) -> PrintJob:
        """The job at its end. Nothing but a late proof changes an end again."""
        return replace(self, state=state, bytes_written=bytes_written, ended_at=at, trouble=trouble)
