"""An appointment: a place in one half hour of a day to come, for one service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from common.domain.calendar import SLOT, Calendar, hall_instant
from common.domain.hall import AppointmentRules
from common.domain.ids import AppointmentId, QueueCode, ServiceCode, TicketId
from common.domain.text import Text


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    """The person came and has a number."""
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


STATE_WORDS = {
    AppointmentState.BOOKED: Text(zh="已预约", en="booked"),
    AppointmentState.CHECKED_IN: Text(zh="已签到", en="checked in"),
    AppointmentState.NO_SHOW: Text(zh="未到", en="not come"),
    AppointmentState.CANCELLED: Text(zh="已取消", en="cancelled"),
}


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

    def starts(self, zone: tzinfo) -> datetime:
        """The instant at which its half hour begins."""
        return hall_instant(self.day, self.slot, zone)

    @property
    def told(self) -> Text:
        """What slip and timeline say of it."""
        return Text(zh=f"预约 {slot_words(self.slot)}", en=f"Appointment {slot_words(self.slot)}")

    @property
    def told_late(self) -> Text:
        """The same when the person came too late for it; both fit one line of a narrow slip."""
        return Text(
            zh=f"预约 {slot_words(self.slot)} 迟到转现场",
            en=f"Late {slot_words(self.slot)}, now walk-in",
        )


@dataclass(frozen=True, slots=True)
class SlotPlaces:
    """The places of one half hour that can be booked ahead."""

    day: date
    start: time
    places: int
    booked: int

    @property
    def left(self) -> int:
        """Never below zero, even after the hall gave a queue fewer places."""
        return max(0, self.places - self.booked)


class Arrival(StrEnum):
    """When somebody with an appointment comes."""

    EARLY = "early"
    IN_TIME = "in_time"
    LATE = "late"


def arrival(start: datetime, now: datetime, rules: AppointmentRules) -> Arrival:
    """Whether `now` is a time to check in for the half hour that begins at `start`."""
    if now < start - rules.check_in_before:
        return Arrival.EARLY
    return Arrival.LATE if now > start + rules.grace else Arrival.IN_TIME


def bookable_days(calendar: Calendar, today: date, rules: AppointmentRules) -> tuple[date, ...]:
    """The working days that can be booked today."""
    return calendar.working_days_after(today, rules.last_day)[rules.first_day - 1 :]


def barred_until(not_kept: Sequence[date], today: date, rules: AppointmentRules) -> date | None:
    """The day on which a person may book again; None when the person may book now.

    `not_kept` are the days of the appointments for which the person did not come, in order. So many
    within `no_show_days` bar for `barred_days` after the last of them.
    """
    ends = [
        last + timedelta(days=rules.barred_days)
        for first, last in zip(not_kept, not_kept[rules.no_shows - 1 :], strict=False)
        if (last - first).days < rules.no_show_days
    ]
    return max((end for end in ends if today < end), default=None)


def looks_back(rules: AppointmentRules) -> timedelta:
    """How old an appointment that was not kept may be and still bar the person."""
    return timedelta(days=rules.barred_days + rules.no_show_days)


def nearest_free(
    slots: Sequence[SlotPlaces], wanted: time, most: int = 3
) -> tuple[SlotPlaces, ...]:
    """The half hours of a day that have places left, those nearest to `wanted`, in order."""

    def distance(slot: SlotPlaces) -> int:
        return abs(_minutes(slot.start) - _minutes(wanted))

    free = sorted((slot for slot in slots if slot.left), key=distance)[:most]
    return tuple(sorted(free, key=lambda slot: slot.start))


def slot_words(start: time) -> str:
    """``09:30-10:00``."""
    end = datetime.combine(date.min, start) + SLOT
    return f"{start:%H:%M}-{end:%H:%M}"


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
