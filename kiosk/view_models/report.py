"""What this kiosk says of itself to the hall, and what it knows of its printer for the pages."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal

from common.domain.ids import KioskCode
from common.domain.kiosk import Kiosk, KioskState
from common.operations import kiosks, last_report, report_kiosk
from common.printing.roll import RollEstimate
from common.printing.status import Trouble
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.next_kiosk import next_kiosk
from kiosk.view_models.printer_watch import PrinterWatch
from kiosk.view_models.words import MAP, NO_WORDS, Words, words

log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 10
TYPICAL_SLIP_MM = 110.0
"""Until the first slip came out."""


class KioskReport(QObject):
    """Reports every change at once and otherwise every ten seconds; one report at a time.

    The database being away loses nothing: what counts is how the kiosk is when it is back.

    Signals:
        changed: anything that pages show of it.
    """

    changed = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        watch: PrinterWatch,
        hall: HallWatch,
        code: KioskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._watch = watch
        self._hall = hall
        self._code = code
        self._roll: RollEstimate | None = None
        self._slip_mm = TYPICAL_SLIP_MM
        self._remembered = False
        self._reporting = False
        self._report_again = False
        self._heard_at: datetime | None = None
        self._next: Kiosk | None = None
        self._page = "none"
        self._devices_away: tuple[str, ...] = ()
        self._heartbeat = QTimer(self, interval=HEARTBEAT_SECONDS * 1000)
        self._heartbeat.timeout.connect(self.report)
        watch.changed.connect(self._printer_changed)
        hall.changed.connect(self._hall_changed)
        hall.restored.connect(self.report)

    def start(self) -> None:
        """Remember the roll of before, and say that this kiosk is there."""
        self._heartbeat.start()
        self.report()

    def close(self) -> None:
        self._heartbeat.stop()

    def page_shown(self, page: str) -> None:
        """The name of the page that is shown, which goes along with the next report."""
        self._page = page

    def devices_changed(self, away: Iterable[str]) -> None:
        """The kinds of readers that are not there, which is said at once."""
        self._devices_away = tuple(sorted(set(away)))
        self.report()

    def slip_came_out(self, millimetres: float) -> None:
        """Reckon a slip of this length off the roll; others will be as long."""
        self._slip_mm = millimetres
        self.paper_came_out(millimetres)

    def paper_came_out(self, millimetres: float) -> None:
        """Reckon so much off the roll."""
        if self._roll is not None:
            self._roll = self._roll.printed(millimetres)

    def report(self) -> None:
        """Say how this kiosk is; asking again while that runs says it once more."""
        if not self._remembered:
            self._remember()
            return
        if self._reporting:
            self._report_again = True
            return
        state = self._state()
        if state is None:
            return
        self._reporting = True
        self._heartbeat.start()
        last = self._heard_at
        self._worker.submit(
            lambda: report_kiosk(self._store, state, last=last),
            self._reported,
            self._not_reported,
            self,
        )
        self._look_for_another()

    def _remember(self) -> None:
        """Take up the roll where the run before left it; until then there is nothing to say."""
        printer = self._watch.printer
        if printer is None:
            self._remembered = True
            self.report()
            return
        if self._reporting:
            return
        self._reporting = True
        self._worker.submit(
            lambda: last_report(self._store, self._code),
            self._recalled,
            self._not_reported,
            self,
        )

    def _recalled(self, before: KioskState | None) -> None:
        printer = self._watch.printer
        assert printer is not None
        roll = RollEstimate.unknown(printer.profile)
        if before is not None and before.printer == printer.url and before.roll_mm is not None:
            left = before.roll_mm
            roll = replace(roll, mm_left=left, low=before.paper_low, out=left == 0)
        status = self._watch.status
        self._roll = roll.seen(status) if status else roll
        self._remembered = True
        self._reporting = False
        self.report()

    def _state(self) -> KioskState | None:
        """None before the first look at the printer."""
        printer, status, now = self._watch.printer, self._watch.status, self._hall.now()
        if printer is None:
            return KioskState(self._code, now, page=self._page, devices_away=self._devices_away)
        if status is None:
            return None
        roll = self._roll
        left = roll.mm_left if roll else None
        return KioskState(
            kiosk=self._code,
            seen_at=now,
            printer=printer.url,
            trouble=status.trouble.value,
            can_print=status.can_print,
            paper_low=status.paper_low,
            roll_mm=None if left is None else round(left),
            slips_left=roll.slips_left(self._slip_mm) if roll else None,
            page=self._page,
            devices_away=self._devices_away,
        )

    def _reported(self, kept: KioskState) -> None:
        self._heard_at = kept.seen_at
        self._reporting = False
        if self._report_again:
            self._report_again = False
            self.report()

    def _not_reported(self, error: Exception) -> None:
        log.warning("the kiosk cannot report itself: %s", error)
        self._heard_at = None  # what was said may be kept all the same
        self._reporting = self._report_again = False

    def _printer_changed(self) -> None:
        status = self._watch.status
        if self._roll is not None and status is not None:
            self._roll = self._roll.seen(status)
        self.changed.emit()
        self.report()

    def _hall_changed(self) -> None:
        self.changed.emit()
        self._look_for_another()

    # The next kiosk

    def _look_for_another(self) -> None:
        """While this one prints nothing, know which one does."""
        hall, status = self._hall.hall, self._watch.status
        if hall is None or status is None or status.can_print:
            self._know_next(None)
            return
        self._worker.submit(
            lambda: next_kiosk(kiosks(self._store), hall, self._code),
            self._know_next,
            lambda _error: self._know_next(None),
            self,
        )

    def _know_next(self, found: Kiosk | None) -> None:
        if found != self._next:
            self._next = found
            self.changed.emit()

    # What pages show

    def _trouble_name(self) -> str:
        status = self._watch.status
        return status.trouble.value if status else Trouble.NONE.value

    def _stopped(self) -> bool:
        status = self._watch.status
        return status is not None and not status.can_print

    def _paper_low(self) -> bool:
        status = self._watch.status
        return status is not None and status.can_print and status.paper_low

    def _here(self) -> Words:
        return words(self._hall.hall.kiosk(self._code).name) if self._hall.hall else NO_WORDS

    def _next_name(self) -> Words:
        return words(self._next.name) if self._next else NO_WORDS

    trouble = Property(str, _trouble_name, notify=changed)
    """What the printer said last."""
    prints = Property(bool, lambda self: not self._stopped(), notify=changed)
    paperLow = Property(bool, _paper_low, notify=changed)
    here = Property(MAP, _here, notify=changed)
    """This kiosk's name in the hall."""
    nextKiosk = Property(MAP, _next_name, notify=changed)
    """The nearest kiosk that prints, while this one does not; else nothing."""
