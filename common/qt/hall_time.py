"""Times for people: the hall's zone, not the PC's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot

from common.domain.text import Language
from common.qt.translations import Translator, date_text, weekday_text


def utc_now() -> datetime:
    return datetime.now(UTC)


def in_hall(moment: datetime, zone: ZoneInfo) -> datetime:
    """An aware time as the hall's clocks show it. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(zone)


def time_text(moment: datetime, zone: ZoneInfo) -> str:
    """14:05, in both languages."""
    return in_hall(moment, zone).strftime("%H:%M")


class HallClock(QObject):
    """A clock on a screen. It ticks when the second changes.

    `source` gives the aware time; `shift` (set from a snapshot's `now`) makes it the database
    server's clock, so that all screens of the hall agree.

    Signals:
        ticked(): once a second.
        changed(): when the texts change: each minute, and with the language.
    """

    ticked = Signal()
    changed = Signal()

    def __init__(
        self,
        zone: ZoneInfo,
        translator: Translator,
        source: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = zone
        self._translator = translator
        self._source = source
        self._shift = timedelta()
        self._texts = self._read()
        translator.language_changed.connect(self._refresh)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._arm()

    @property
    def zone(self) -> ZoneInfo:
        return self._zone

    def now(self) -> datetime:
        """The aware time now, by the database's clock once `follow` has heard it."""
        return self._source() + self._shift

    def follow(self, database_now: datetime) -> None:
        """Go by the clock that gave `database_now` a moment ago."""
        self._shift = database_now - self._source()
        self._refresh()

    def set_zone(self, zone: ZoneInfo) -> None:
        """Show another hall's time."""
        self._zone = zone
        self._refresh()

    def stop(self) -> None:
        """Stand still for good, as when the window closes."""
        self._timer.stop()
        self._translator.language_changed.disconnect(self._refresh)

    def _arm(self) -> None:
        self._timer.start(1000 - self.now().microsecond // 1000)

    @Slot()
    def _tick(self) -> None:
        self._arm()
        self.ticked.emit()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        texts = self._read()
        if texts != self._texts:
            self._texts = texts
            self.changed.emit()

    def _read(self) -> tuple[str, str]:
        here = in_hall(self.now(), self._zone)
        language = self._translator.language
        day, weekday = date_text(here.date(), language), weekday_text(here.date(), language)
        joined = f"{day} {weekday}" if language is Language.ZH else f"{weekday}, {day}"
        return here.strftime("%H:%M"), joined

    @Property(str, notify=changed)
    def timeText(self) -> str:
        return self._texts[0]

    @Property(str, notify=changed)
    def dateText(self) -> str:
        return self._texts[1]
