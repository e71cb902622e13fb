"""Appointments and walk-ins by turns.

A turn is spent only while both sides wait; who waits alone takes nobody's turn. A counter's latest
turns are all that is remembered, so they can be read back from the record of calls. Of each
`appointments + walk_ins` turns in a row exactly `appointments` are an appointment's.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from common.domain.hall import Policy, PolicyKind


class Side(StrEnum):
    APPOINTMENT = "appointment"
    WALK_IN = "walk_in"


def turns_that_count(policy: Policy) -> int:
    """How many of a counter's latest turns the next one depends on; 0 without a ratio."""
    if policy.kind is not PolicyKind.RATIO:
        return 0
    return policy.appointments + policy.walk_ins - 1


def side_in_turn(policy: Policy, recent: Iterable[Side]) -> Side:
    """Whose turn it is while both wait, after the turns `recent`, newest first.

    A new day begins with the appointments. After a change of the ratio it holds again from the
    round that follows.
    """
    turns = list(islice(recent, turns_that_count(policy)))
    if turns.count(Side.APPOINTMENT) < policy.appointments:
        return Side.APPOINTMENT
    return Side.WALK_IN


_One = TypeVar("_One")


def by_turns(
    policy: Policy, appointments: Sequence[_One], walk_ins: Sequence[_One], recent: Iterable[Side]
) -> list[_One]:
    """Both lines as one, in the order of calling."""
    lines = {Side.APPOINTMENT: deque(appointments), Side.WALK_IN: deque(walk_ins)}
    turns = deque(recent)
    order = []
    while all(lines.values()):
        side = side_in_turn(policy, turns)
        turns.appendleft(side)
        order.append(lines[side].popleft())
    return [*order, *lines[Side.APPOINTMENT], *lines[Side.WALK_IN]]
