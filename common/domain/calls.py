"""How often a number is called, and how long between two calls."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from common.domain.hall import Rules
from common.domain.ticket import Leg

_SECOND = timedelta(seconds=1)


def calls_left(leg: Leg, rules: Rules) -> int:
    """How often it is still to be called before it counts as missed."""
    return max(0, rules.calls_before_miss - leg.times_called)


def next_call_at(leg: Leg, rules: Rules) -> datetime | None:
    """When the hall's spacing since the last call is over; None before the first call."""
    return leg.last_called_at + rules.call_spacing if leg.last_called_at else None


def seconds_until_next_call(leg: Leg, rules: Rules, now: datetime) -> int:
    """Whole seconds until it may be called again or marked as missed; 0 when it may.

    A clock that was set back keeps nobody waiting.
    """
    due = next_call_at(leg, rules)
    if due is None or (leg.last_called_at and now < leg.last_called_at):
        return 0
    return max(0, math.ceil((due - now) / _SECOND))
