"""What the verbs answer. Each can be told again from the event that was recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from common.domain.event import Act, Event
from common.domain.ids import CounterCode, LegId, QueueCode, TicketId, TicketNumber
from common.domain.text import Text
from common.domain.ticket import LegState, Move


@dataclass(frozen=True, slots=True)
class Issued:
    """A ticket that exists."""

    ticket: TicketId
    number: TicketNumber
    queue: QueueCode
    ahead: int
    """People who waited in the queue before it."""
    issued_at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class Called:
    """A number called to a counter."""

    ticket: TicketId
    leg: LegId
    number: TicketNumber
    counter: CounterCode
    at: datetime
    reason: Text
    """Why this one, for the clerk and the timeline."""

    @classmethod
    def told_by(cls, event: Event) -> Self:
        assert event.ticket and event.leg and event.number and event.counter
        return cls(
            event.ticket,
            event.leg,
            event.number,
            event.counter,
            event.at,
            Text(**event.facts["reason"]),
        )


@dataclass(frozen=True, slots=True)
class Acted:
    """What a counter did besides moving a number."""

    act: Act
    counter: CounterCode
    at: datetime
    what: str
    """The reason of a pause, or the queue that came or went; else empty."""

    @classmethod
    def told_by(cls, event: Event) -> Self:
        assert event.counter and isinstance(event.move, Act)
        what = event.facts.get("reason") or event.facts.get("queue") or ""
        return cls(event.move, event.counter, event.at, what)


@dataclass(frozen=True, slots=True)
class Moved:
    """A leg that made a move."""

    ticket: TicketId
    leg: LegId
    number: TicketNumber
    move: Move
    state: LegState
    """Where the leg stands after the move."""
    counter: CounterCode | None
    at: datetime

    @classmethod
    def told_by(cls, event: Event) -> Self:
        assert event.ticket and event.leg and event.number and isinstance(event.move, Move)
        return cls(
            event.ticket,
            event.leg,
            event.number,
            event.move,
            LegState(event.facts["state"]),
            event.counter,
            event.at,
        )
