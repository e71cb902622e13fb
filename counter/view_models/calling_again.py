"""When the number in front of the clerk may be called again, and when it counts as missed."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from common.domain.errors import JiaohaoError
from common.domain.hall import Rules
from common.operations import DeskTicket
from common.operations.errors import MissTooSoon, RecallLimit, RecallTooSoon, TooFewCalls
from counter.view_models.acts import Act

_SECOND = timedelta(seconds=1)


def seconds_left(ticket: DeskTicket | None, now: datetime) -> int:
    """Whole seconds until it may be called again or set aside; 0 when it may.

    A clock that was set back keeps nobody waiting.
    """
    if ticket is None or ticket.next_call_at is None or ticket.last_called_at is None:
        return 0
    if now < ticket.last_called_at - _SECOND:
        return 0
    return max(0, math.ceil((ticket.next_call_at - now) / _SECOND))


def too_early(act: Act, ticket: DeskTicket, rules: Rules, now: datetime) -> JiaohaoError | None:
    """Why this number is not called again or set aside now; None when it may be."""
    number, seconds = ticket.number, seconds_left(ticket, now)
    if act is Act.RECALL and not ticket.calls_left:
        return RecallLimit(number=number, calls=ticket.times_called)
    if act is Act.RECALL and seconds:
        return RecallTooSoon(number=number, seconds=seconds)
    if act is Act.MISS and ticket.calls_left:
        return TooFewCalls(number=number, calls=rules.calls_before_miss, left=ticket.calls_left)
    if act is Act.MISS and seconds:
        return MissTooSoon(number=number, seconds=seconds)
    return None
