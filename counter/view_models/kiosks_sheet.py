"""How every kiosk is: when it was heard of, which page it shows, what its printer says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from common.domain.kiosk import device_away_words, doubled_words
from common.domain.kiosk_page import page_words
from common.domain.text import Language
from common.operations import KioskNow
from common.printing.status import Trouble
from common.qt.hall_time import in_hall


@dataclass(frozen=True, slots=True)
class KioskRow:
    """One kiosk, in the language of the screen."""

    code: str
    name: str
    page: str
    """Empty when nothing has been heard of it for too long."""
    printer: str
    heard: str
    """At which time of the hall."""
    well: bool
    """Nobody needs to go there."""


class KiosksSheet(QObject):
    """The kiosks of each snapshot, those that need somebody first.

    Signals:
        changed(): `rows` are others.
        done(): it was looked at.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[KioskRow, ...] = ()

    def follow(self, kiosks: Sequence[KioskNow], zone: ZoneInfo, language: Language) -> None:
        """What the newest snapshot says."""
        rows = tuple(self._row(here, zone, language) for here in kiosks)
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def accept(self) -> None:
        self.done.emit()

    def _row(self, here: KioskNow, zone: ZoneInfo, language: Language) -> KioskRow:
        page = page_words(here.state.page).say(language)
        return KioskRow(
            code=here.kiosk.code,
            name=here.kiosk.name.say(language),
            page="" if here.silent else self.tr("Page: {page}").format(page=page),
            printer=" · ".join(
                (*_doubled(here, language), self._printer(here, language), *_away(here, language))
            ),
            heard=f"{in_hall(here.state.seen_at, zone):%H:%M:%S}",
            well=not here.needs_help,
        )

    def _printer(self, here: KioskNow, language: Language) -> str:
        if here.silent:
            return self.tr("Nothing is heard of this kiosk: check its power and network")
        if here.trouble is Trouble.NONE and not here.state.printer:
            return self.tr("Without a printer: numbers on the screen")
        words = here.trouble.words.say(language)
        left = here.state.slips_left
        if left is None or here.trouble is Trouble.PAPER_OUT:
            return words
        return words + " · " + self.tr("about %n slip(s) left", "", left)


def _doubled(here: KioskNow, language: Language) -> list[str]:
    """That another PC has its name."""
    return [doubled_words(here.kiosk.code).say(language)] if here.doubled else []


def _away(here: KioskNow, language: Language) -> list[str]:
    """Which of its readers is not there."""
    kinds = () if here.silent else here.state.devices_away
    return [device_away_words(kind).say(language) for kind in kinds]
