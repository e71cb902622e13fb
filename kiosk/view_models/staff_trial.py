"""What staff see of the printer, and the test slip that they print."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.ids import KioskCode
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.operations import begin_print, end_print, new_id
from common.qt.hall_time import HallClock
from common.store import Store
from kiosk.slip_printer import Printed
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.printer_watch import PrinterWatch
from kiosk.view_models.words import MAP, NO_WORDS, Words, words


class TrialPaper(QObject):
    """Prints a test slip and says what became of it, also while the hall's database is away.

    Signals:
        changed: anything that the staff page shows of the printer.
        printed_length: paper came out; with millimetres.
    """

    changed = Signal()
    printed_length = Signal(float)

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        watch: PrinterWatch,
        clock: HallClock,
        device: KioskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._outbox = outbox
        self._watch = watch
        self._clock = clock
        self._device = device
        self._printing = False
        self._came_out: Printed | None = None
        watch.changed.connect(self.changed)

    @Slot()
    def print_slip(self) -> None:
        """One at a time, however often it is touched."""
        printer = self._watch.printer
        if printer is None or self._printing:
            return
        job = PrintJob(
            new_id(), None, self._device, printer.url, datetime.now(UTC), paper=PaperKind.TEST
        )
        at = self._clock.now().astimezone(self._clock.zone)
        self._printing, self._came_out = True, None
        self._outbox.add(lambda: begin_print(self._store, job))
        self._watch.submit(
            lambda: printer.print_trial(job, at), self._printed, lambda _error: self._broke(job)
        )
        self.changed.emit()

    @Slot()
    def wipe(self) -> None:
        """Who comes next sees nothing of the test before."""
        self._came_out = None
        self.changed.emit()

    def _printed(self, printed: Printed) -> None:
        if printed.job.bytes_written:
            self.printed_length.emit(printed.millimetres)
        self._watch.tell_cleared(printed.cleared)
        if printed.job.state is PrintState.INTERRUPTED:
            self._watch.forget(printed.job.id)
        self._printing, self._came_out = False, printed
        self._outbox.add(lambda: end_print(self._store, printed.job))
        self.changed.emit()

    def _broke(self, job: PrintJob) -> None:
        """A bug between here and the printer: nobody can know what is on paper."""
        ended = job.ended(PrintState.INTERRUPTED, None, datetime.now(UTC))
        self._printing = False
        self._outbox.add(lambda: end_print(self._store, ended))
        self.changed.emit()

    def _has_printer(self) -> bool:
        return self._watch.printer is not None

    def _address(self) -> str:
        return self._watch.printer.url if self._watch.printer else ""

    def _state(self) -> Words:
        status = self._watch.status
        return words(status.trouble.words) if status else NO_WORDS

    def _well(self) -> bool:
        status = self._watch.status
        return status is not None and status.can_print

    def _outcome(self) -> Words:
        if self._came_out is None or self._came_out.job.state is None:
            return NO_WORDS
        return words(self._came_out.job.state.words)

    hasPrinter = Property(bool, _has_printer, constant=True)
    address = Property(str, _address, constant=True)
    state = Property(MAP, _state, notify=changed)
    """What the printer says, for staff: with what to do."""
    well = Property(bool, _well, notify=changed)
    printing = Property(bool, lambda self: self._printing, notify=changed)
    outcome = Property(MAP, _outcome, notify=changed)
    """What became of the test slip; nothing before it."""
