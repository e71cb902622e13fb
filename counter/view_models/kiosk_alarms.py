"""Kiosks that need somebody: what is wrong there, and whether it was seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from common.domain.ids import KioskCode
from common.domain.kiosk import HEARTBEAT, KioskState, doubled_words
from common.domain.text import Language
from common.operations import KioskNow
from common.printing.status import Trouble
from common.qt.hall_time import HallClock, time_text
from common.qt.translations import Translator, duration_text

_SILENT, _DOUBLED = "silent", "doubled"
_FEW_SLIPS = 60
"""So few are worth a word even before the printer's own sensor reports."""


@dataclass(frozen=True, slots=True)
class KioskAlarm:
    """What the desk shows of one kiosk, in the language of the screen."""

    kiosk: KioskCode
    name: str
    what: str
    """What is wrong and what to do; empty when only slips are in doubt."""
    since: str
    """From when on, and for how long."""
    lasting: str
    """For how long alone."""
    paper: str
    """What is left on the roll, where that matters."""
    unproven: str
    """What to ask people who may stand there without a slip."""
    numbers: tuple[str, ...]
    """Theirs."""
    severe: bool
    """Nothing is printed there; else something will be the matter soon."""
    seen: bool
    """Somebody at this desk knows of it."""


class KioskAlarms(QObject):
    """Follows the kiosks of each snapshot, and the clock, by which one falls silent.

    Signals:
        changed(): `alarms` differs.
        raised(): something is wrong that was not before.
    """

    changed = Signal()
    raised = Signal()

    def __init__(
        self, translator: Translator, clock: HallClock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._translator, self._clock = translator, clock
        self._kiosks: tuple[KioskNow, ...] = ()
        self._known: frozenset[tuple[KioskCode, str]] = frozenset()
        self._seen: frozenset[tuple[KioskCode, str]] = frozenset()
        self.alarms: tuple[KioskAlarm, ...] = ()
        """Those that nobody has seen first, the worst of them at the top."""
        translator.language_changed.connect(self.go_on)

    @property
    def unseen(self) -> tuple[KioskAlarm, ...]:
        return tuple(alarm for alarm in self.alarms if not alarm.seen)

    @property
    def doubtful(self) -> bool:
        """Whether a kiosk may have spoken since the snapshot, for heartbeats are not pushed."""
        now = self._clock.now()
        return any(now - here.state.seen_at > 2 * HEARTBEAT for here in self._kiosks)

    def follow(self, kiosks: Sequence[KioskNow]) -> None:
        """What the newest snapshot says."""
        self._kiosks = tuple(kiosks)
        self.go_on()

    def go_on(self) -> None:
        """Time has passed: a kiosk may be silent by now."""
        now = self._clock.now()
        signs = frozenset(
            (here.kiosk.code, sign) for here in self._kiosks for sign in _signs(here, now)
        )
        fresh, self._known = signs - self._known, signs
        self._seen &= signs
        self._show(now)
        if fresh:
            self.raised.emit()

    def acknowledge(self, kiosk: KioskCode | None = None) -> None:
        """Somebody goes and looks: it stays listed, quietly, until it is over."""
        self._seen |= {(code, sign) for code, sign in self._known if kiosk in (None, code)}
        self._show(self._clock.now())

    def _show(self, now: datetime) -> None:
        alarms = [self._alarm(here, now) for here in self._kiosks if _signs(here, now)]
        shown = tuple(sorted(alarms, key=lambda alarm: (alarm.seen, not alarm.severe)))
        if shown != self.alarms:
            self.alarms = shown
            self.changed.emit()

    def _alarm(self, here: KioskNow, now: datetime) -> KioskAlarm:
        language, state = self._translator.language, here.state
        code = here.kiosk.code
        silent = state.is_silent(now)
        trouble = here.trouble
        told = [] if trouble is Trouble.NONE else [trouble.words.say(language)]
        if state.is_doubled(now):
            told.append(doubled_words(code).say(language))
        since = state.seen_at if silent else state.since
        return KioskAlarm(
            kiosk=code,
            name=here.kiosk.name.say(language),
            what=self._silent() if silent else " · ".join(told),
            since=self._since(since, now, language) if since is not None else "",
            lasting=duration_text(now - since, language) if since is not None else "",
            paper="" if silent or trouble is Trouble.PAPER_OUT else self._paper(state),
            unproven=self._unproven(here.unproven) if here.unproven else "",
            numbers=here.unproven,
            severe=silent or trouble not in (Trouble.NONE, Trouble.PAPER_LOW),
            seen=all((code, sign) in self._seen for sign in _signs(here, now)),
        )

    def _silent(self) -> str:
        return self.tr("Nothing is heard of this kiosk: check its power and network")

    def _since(self, since: datetime, now: datetime, language: Language) -> str:
        return self.tr("since {time} · {duration}").format(
            time=time_text(since, self._clock.zone), duration=duration_text(now - since, language)
        )

    def _paper(self, state: KioskState) -> str:
        left = state.slips_left
        if left is None or not (state.paper_low or left <= _FEW_SLIPS):
            return ""
        return self.tr("about %n slip(s) left", "", left)

    def _unproven(self, numbers: Iterable[str]) -> str:
        return self.tr("Ask whether they have their slip: {numbers}").format(
            numbers=" ".join(numbers)
        )


def _signs(here: KioskNow, now: datetime) -> frozenset[str]:
    """What is wrong, each by a word of its own."""
    signs = {f"unproven {number}" for number in here.unproven}
    if here.state.is_silent(now):
        signs.add(_SILENT)
    if here.state.is_doubled(now):
        signs.add(_DOUBLED)
    if here.trouble is not Trouble.NONE:
        signs.add(here.trouble)
    return frozenset(signs)
