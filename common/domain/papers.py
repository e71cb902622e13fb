"""What papers other than a number's slip say, before anyone decides how paper shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from common.domain.guide import Site
from common.domain.text import Text
from common.domain.ticket import Outcome


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that somebody has to bring."""

    name: Text
    kind: Text
    """In which shape: original, copy."""


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """The one-time notice (一次性告知单): everything that is missing, told once and in writing.

    Administrative Licensing Law of the PRC, article 32 (4).
    """

    hall: Text
    number: str
    services: tuple[Text, ...]
    missing: tuple[Wanted, ...]
    remark: str
    """What the clerk adds; may be empty."""
    count: int
    """Which notice of this number it is, from 1."""
    counter: str
    clerk: Text | None
    given_at: datetime
    """Aware, in the hall's own time zone."""
    phone: str
    marks: tuple[Text, ...] = ()
    """Framed marks: practice."""


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """The acceptance receipt (受理单): what was accepted, and until when it will be done."""

    hall: Text
    number: str
    services: tuple[Text, ...]
    received: tuple[Text, ...]
    """The materials that were handed in."""
    promised: date | None
    """The last day on which it will be done; None when it was done on the spot."""
    counter: str
    clerk: Text | None
    accepted_at: datetime
    """Aware, in the hall's own time zone."""
    code: str
    """What the QR holds: the ticket's code."""
    phone: str
    marks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistFacts:
    """What to bring for services, without a number."""

    hall: Text
    services: tuple[Text, ...]
    bring: tuple[Wanted, ...]
    zone_code: str
    zone: Text
    floor: int
    counters: tuple[str, ...]
    printed_at: datetime
    """Aware, in the hall's own time zone."""
    phone: str
    sites: tuple[Site, ...] = ()
    """Where else all of it is done."""
    marks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class FormCodeFacts:
    """The code under which a counter finds a form that was filled in at the kiosk."""

    hall: Text
    form: Text
    code: str
    """Six characters; the QR holds them and nothing else."""
    number: str
    """Of the ticket it belongs to; empty when there is none."""
    kept_until: date
    printed_at: datetime
    """Aware, in the hall's own time zone."""
    phone: str
    marks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """The receipt of an opinion: nothing of what was said."""

    hall: Text
    kind: Text
    """Suggestion, praise, complaint."""
    receipt: str
    """Seven characters; with them the answer is read."""
    given_at: datetime
    """Aware, in the hall's own time zone."""
    answered_by: date
    phone: str
    marks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class AppointmentFacts:
    """A time that somebody booked: nothing of who did."""

    hall: Text
    service: Text
    code: str
    """Six characters; the QR holds them and nothing else."""
    day: date
    slot: str
    """``09:30-10:00``."""
    opens: time
    """From when on that day the number is taken with it."""
    bring: tuple[Wanted, ...]
    zone_code: str
    zone: Text
    floor: int
    counters: tuple[str, ...]
    printed_at: datetime
    """Aware, in the hall's own time zone."""
    phone: str
    marks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class DayEndFacts:
    """What a counter did on one day."""

    hall: Text
    counter: str
    clerk: Text | None
    day: date
    first_call: datetime | None
    """Aware, in the hall's own time zone, as the others are."""
    last_end: datetime | None
    called: int
    finished: int
    cases: int
    missed: int
    transferred: int
    outcomes: tuple[tuple[Outcome, int], ...]
    mean_service: timedelta | None
    longest_service: timedelta | None
    printed_at: datetime
    marks: tuple[Text, ...] = ()


PaperFacts = (
    NoticeFacts
    | ReceiptFacts
    | ChecklistFacts
    | FormCodeFacts
    | OpinionFacts
    | AppointmentFacts
    | DayEndFacts
)
