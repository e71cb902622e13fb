"""What a slip says, before anyone decides how paper shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from common.domain.slip_template import DEFAULT_TEMPLATE, SlipTemplate
from common.domain.text import Text

PRACTICE_MARK = Text(zh="练习", en="PRACTICE")
"""On every slip of a practice hall."""


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """Everything a slip may print about one ticket."""

    hall: Text
    number: str
    """As called: ``FA006``."""
    services: tuple[Text, ...]
    queue: Text
    zone_code: str
    zone: Text
    floor: int
    counters: tuple[str, ...]
    """Counters that may call the first leg, in order: ``("F01", "F02")``."""
    ahead: int
    """People who stood before this ticket in its queue when it was issued."""
    wait_minutes: tuple[int, int] | None
    """Shortest and longest expected wait; None while too few samples exist."""
    issued_at: datetime
    """Aware, in the hall's own time zone."""
    marks: tuple[Text, ...]
    """Framed marks: priority class, appointment."""
    bring: tuple[Text, ...]
    """Materials of all services, each once."""
    rules: tuple[Text, ...]
    """What to do and what happens to a missed number; one line each."""
    code: str
    """What the QR holds: the ticket's code and nothing personal."""
    phone: str
    """The supervision telephone."""
    reprint: bool = False
    """True for a second slip of the same number (补打)."""
    template: SlipTemplate = DEFAULT_TEMPLATE
    """What of this the hall shows, and how."""
