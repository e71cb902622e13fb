"""The person in front of the clerk, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from common.domain.hall import ORDINARY
from common.domain.text import Language
from common.domain.ticket import ENDED, LegState
from common.operations import DeskTicket, RouteStep
from counter.view_models.wording import state_name, way_back


@dataclass(frozen=True, slots=True)
class Step:
    """One stop of the route."""

    name: str
    place: str
    """The counter that had or has it; empty before anyone does."""
    state: LegState
    state_word: str
    current: bool
    way_back: str = ""
    """Where the person goes afterwards, when an expert was only asked."""


@dataclass(frozen=True, slots=True)
class Person:
    """What the desk shows of one ticket."""

    number: str
    state: LegState
    state_word: str
    priority: str
    """The appointment or the class in words; empty for an ordinary number."""
    services: tuple[str, ...]
    reason: str
    """Why this number and not another; empty when nobody had to choose."""
    note: str
    route: tuple[Step, ...]
    materials: tuple[tuple[str, str], ...]
    """Name and shape (original, copy) of each paper to ask for."""
    times_called: int
    calls_left: int
    """So many calls are still owed before it counts as missed."""
    waited: timedelta


def person(ticket: DeskTicket, now: datetime, language: Language) -> Person:
    first_call = ticket.called_at or now
    return Person(
        number=ticket.number,
        state=ticket.state,
        state_word=state_name(ticket.state),
        priority=_mark(ticket, language),
        services=tuple(s.name.say(language) for s in ticket.services),
        reason=ticket.reason.say(language) if ticket.reason else "",
        note=ticket.note,
        route=tuple(_step(step, language) for step in ticket.route),
        materials=tuple((m.name.say(language), m.kind.say(language)) for m in ticket.materials),
        times_called=ticket.times_called,
        calls_left=ticket.calls_left,
        waited=max(first_call - ticket.ready_at, timedelta(0)),
    )


def _mark(ticket: DeskTicket, language: Language) -> str:
    if ticket.appointment is not None:
        return ticket.appointment.say(language)
    return "" if ticket.priority.code == ORDINARY else ticket.priority.name.say(language)


def _step(step: RouteStep, language: Language) -> Step:
    return Step(
        name=step.queue.name.say(language),
        place=step.counter or "",
        state=step.state,
        state_word=state_name(step.state),
        current=step.current,
        way_back=way_back(step.returns_to) if step.returns_to and step.state not in ENDED else "",
    )


def time_so_far(ticket: DeskTicket, now: datetime) -> timedelta:
    """Since the last call, or the service so far without the time on hold."""
    if ticket.state is LegState.SERVING and ticket.serving_since:
        return now - ticket.serving_since - timedelta(seconds=ticket.held_seconds)
    return now - (ticket.last_called_at or now)
