"""People at kiosks who ask for a helper: where, for how long, and whether somebody goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from common.domain.ids import ClerkLogin, HelpId
from common.domain.kiosk_page import page_words
from common.operations import HelpNow
from common.qt.hall_time import HallClock
from common.qt.translations import Translator, running_text

REMINDS_EVERY_SECONDS = 15
"""So often a call that has escalated asks again."""


class HelpStage(StrEnum):
    """How far a call is, for this desk; in the order in which a desk lists them."""

    ESCALATED = "escalated"
    """Nobody has answered for too long: it is everybody's now."""
    CALLING = "calling"
    MINE = "mine"
    """The clerk of this desk goes."""
    TAKEN = "taken"
    """Somebody else goes."""
    ELSEWHERE = "elsewhere"
    """Others are asked first."""


ALARMING = (HelpStage.ESCALATED, HelpStage.CALLING)
"""What this desk should answer."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """What the desk shows of one call, in the language of the screen."""

    id: HelpId
    stage: HelpStage
    name: str
    """Of the kiosk."""
    where: str
    """On which page the caller stands."""
    state: str
    """What is the matter, in words."""
    running: str
    """Since the call, or since somebody went: 00:42."""

    @property
    def whole(self) -> str:
        """For a screen reader, and where there is one line only."""
        return " · ".join(filter(None, (self.name, self.state, self.where)))


class HelpCalls(QObject):
    """Follows the calls of each snapshot, and the clock, by which one escalates.

    Signals:
        changed(): `lines` are others; their running times go on without it.
        raised(): somebody calls, a call has escalated, or one that had asks again.
    """

    changed = Signal()
    raised = Signal()

    def __init__(
        self,
        translator: Translator,
        clock: HallClock,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._translator, self._clock, self._clerk = translator, clock, clerk
        self._calls: tuple[HelpNow, ...] = ()
        self._known: frozenset[tuple[HelpId, HelpStage]] = frozenset()
        self._shown: tuple[tuple[HelpId, HelpStage], ...] = ()
        self._reminded_at: datetime | None = None
        self.lines: tuple[HelpLine, ...] = ()
        """What this desk should answer first, the oldest of each kind at the top."""
        translator.language_changed.connect(self._say_again)

    @property
    def alarming(self) -> tuple[HelpLine, ...]:
        return tuple(line for line in self.lines if line.stage in ALARMING)

    @property
    def mine(self) -> tuple[HelpLine, ...]:
        return tuple(line for line in self.lines if line.stage is HelpStage.MINE)

    def follow(self, calls: Sequence[HelpNow]) -> None:
        """What the newest snapshot says."""
        self._calls = tuple(calls)
        self.go_on()

    def go_on(self) -> None:
        """Time has passed: a call may have escalated by now."""
        now = self._clock.now()
        lines = [self._line(here, now) for here in self._calls]
        self.lines = tuple(sorted(lines, key=lambda line: list(HelpStage).index(line.stage)))
        shown = tuple((line.id, line.stage) for line in self.lines)
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()
        self._raise(now)

    def _say_again(self) -> None:
        self._shown = ()
        self.go_on()

    def _raise(self, now: datetime) -> None:
        alarming = frozenset((line.id, line.stage) for line in self.alarming)
        fresh, self._known = alarming - self._known, alarming
        escalated = any(stage is HelpStage.ESCALATED for _, stage in alarming)
        last = self._reminded_at
        again = escalated and (
            last is not None and (now - last).total_seconds() >= REMINDS_EVERY_SECONDS
        )
        if fresh or again:
            self._reminded_at = now
            self.raised.emit()

    def _line(self, here: HelpNow, now: datetime) -> HelpLine:
        call, language = here.call, self._translator.language
        stage = self._stage(here, now)
        page = page_words(call.page).say(language)
        since = call.acknowledged_at or call.called_at
        return HelpLine(
            id=call.id,
            stage=stage,
            name=here.kiosk.name.say(language),
            where=self.tr("Page: {page}").format(page=page),
            state=self._state(stage, call.acknowledged_by or ""),
            running=running_text(now - since),
        )

    def _stage(self, here: HelpNow, now: datetime) -> HelpStage:
        call = here.call
        if call.acknowledged_by == self._clerk:
            return HelpStage.MINE
        if call.acknowledged_by is not None:
            return HelpStage.TAKEN
        if call.is_escalated(now):
            return HelpStage.ESCALATED
        return HelpStage.CALLING if here.first else HelpStage.ELSEWHERE

    def _state(self, stage: HelpStage, who: str) -> str:
        match stage:
            case HelpStage.ESCALATED:
                return self.tr("Still waiting for help, nobody has answered")
            case HelpStage.CALLING | HelpStage.ELSEWHERE:
                return self.tr("Somebody asks for help")
            case HelpStage.MINE:
                return self.tr("You are on your way")
            case HelpStage.TAKEN:
                return self.tr("{who} is on the way").format(who=who)
