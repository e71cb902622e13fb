"""Somebody at a kiosk asks for a helper (呼叫帮办), and whose desks hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from common.domain.ids import ClerkLogin, CounterCode, HelpId, KioskCode
from common.domain.session import Role
from common.domain.text import Text

ESCALATES_AFTER = timedelta(seconds=60)
"""A call that nobody has answered by then is everybody's who looks after the hall."""
LAPSES_AFTER = timedelta(minutes=30)
"""Nobody stands at a kiosk for longer: the call ends by itself."""


class HelpEnd(StrEnum):
    """How a help call ended."""

    CAME = "came"
    """A helper was there."""
    WITHDRAWN = "withdrawn"
    """Whoever called does without."""
    LAPSED = "lapsed"
    """Nobody said anything for too long."""


HELP_END_WORDS: dict[HelpEnd, Text] = {
    HelpEnd.CAME: Text(zh="已帮办", en="helped"),
    HelpEnd.WITHDRAWN: Text(zh="群众已撤回", en="withdrawn"),
    HelpEnd.LAPSED: Text(zh="超时失效", en="lapsed"),
}


@dataclass(frozen=True, slots=True)
class HelpCall:
    """One call. It names the kiosk and the page, never what was typed there."""

    id: HelpId
    kiosk: KioskCode
    page: str
    """On which page the caller stood, as `kiosk_page.page_words` knows it."""
    called_at: datetime
    acknowledged_by: ClerkLogin | None = None
    """Who is on the way."""
    acknowledged_at: datetime | None = None
    ended: HelpEnd | None = None
    ended_at: datetime | None = None

    def unanswered_for(self, now: datetime) -> timedelta:
        """How long the caller had no answer, or has had none by `now`."""
        return (self.acknowledged_at or self.ended_at or now) - self.called_at

    def is_escalated(self, now: datetime) -> bool:
        """Whether it went, or has gone by `now`, without an answer for too long."""
        return self.unanswered_for(now) >= ESCALATES_AFTER

    def is_lapsed(self, now: datetime) -> bool:
        """Whether it should end by itself."""
        return self.ended is None and now - (self.acknowledged_at or self.called_at) >= LAPSES_AFTER


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Somebody signed in at a counter that is not paused, who may be sent to people."""

    counter: CounterCode
    role: Role
    floor: int


def first_alarmed(floor: int | None, on_duty: Sequence[OnDuty]) -> frozenset[CounterCode]:
    """The counters that hear of a call at once: those of the guides on the kiosk's floor.

    Without one there, or where nobody knows the kiosk's floor (None), all guides; without any,
    everybody on duty. The others hear of it when it escalates.
    """
    guides = [one for one in on_duty if one.role is Role.GUIDE]
    near = [one for one in guides if one.floor == floor]
    return frozenset(one.counter for one in near or guides or on_duty)
