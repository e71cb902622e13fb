"""An appointment: a place in one half hour of a day to come, for one service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from common.domain.ids import AppointmentId, QueueCode, ServiceCode, TicketId


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    """The person came and has a number."""
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Appointment:
    id: AppointmentId
    code: str
    """What the person shows: six characters."""
    day: date
    slot: time
    """Start of the half hour, in hall time."""
    queue: QueueCode
    service: ServiceCode
    person: str | None
    """A keyed hash of who booked, where an identity was given."""
    phone_tail: str
    """The last four digits, which find the appointment again; empty when no phone was given."""
    channel: str
    """Where it was booked: the hall itself, or the name of an outside channel."""
    reference: str | None
    """The outside channel's own id: importing it again changes nothing."""
    state: AppointmentState
    booked_at: datetime
    ended_at: datetime | None = None
    """When the person checked in, cancelled, or was counted as not come."""
    ticket: TicketId | None = None
