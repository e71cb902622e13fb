"""A paper that is no number's slip: begun, printed, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal

from common.domain.papers import PaperFacts
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.operations import begin_print, end_print, new_id
from common.printing.status import Trouble
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from kiosk.slip_printer import Printed
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.printer_watch import PrinterWatch


class PaperState(StrEnum):
    """What became of the paper."""

    NONE = "none"
    PRINTING = "printing"
    PRINTED = "printed"
    SENT = "sent"
    """This printer cannot tell."""
    FAILED = "failed"
    """There is no paper."""
    UNPROVEN = "unproven"
    """Some of it may be on paper."""


_AFTER_PRINT = {
    PrintState.PRINTED: PaperState.PRINTED,
    PrintState.SENT: PaperState.SENT,
    PrintState.FAILED: PaperState.FAILED,
    PrintState.INTERRUPTED: PaperState.UNPROVEN,
}


class OnePaper(QObject):
    """Prints one paper of a kind at a time for the citizen who stands there.

    A job is in the database before its first byte goes out, and its end after. Who leaves, or
    prints again, leaves nothing behind in the printer.

    Signals:
        changed: `stateName` or `trouble` is another.
        database_lost: the database went away meanwhile.
        printed_length: paper came out; with millimetres.
    """

    changed = Signal()
    database_lost = Signal()
    printed_length = Signal(float)

    def __init__(
        self,
        kind: PaperKind,
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        watch: PrinterWatch,
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._store = store
        self._worker = worker
        self._outbox = outbox
        self._watch = watch
        self._translator = translator
        self._device = device
        self._job: PrintJob | None = None
        """Of the paper that the citizen who stands there waits for."""
        self._state = PaperState.NONE
        self._trouble = Trouble.NONE

    def put(self, read_facts: Callable[[], PaperFacts]) -> None:
        """Print what `read_facts` says, on the database's thread; once however often it is asked
        for meanwhile."""
        printer = self._watch.printer
        if printer is None or self._state is PaperState.PRINTING:
            return
        self.let_go()
        job = self._job = PrintJob(
            new_id(), None, self._device, printer.url, datetime.now(UTC), paper=self._kind
        )

        def begin() -> PaperFacts:
            facts = read_facts()
            begin_print(self._store, job)
            return facts

        self._to(PaperState.PRINTING)
        self._worker.submit(
            begin,
            lambda facts: self._print(job, facts),
            lambda error: self._not_begun(job, error),
            self,
        )

    def let_go(self) -> None:
        """Nothing of the paper of before shall come out later."""
        if self._job is not None and self._state is PaperState.UNPROVEN:
            self._watch.forget(self._job.id)
        self._job = None
        self._trouble = Trouble.NONE
        self._to(PaperState.NONE)

    def _print(self, job: PrintJob, facts: PaperFacts) -> None:
        printer, language = self._watch.printer, self._translator.language
        assert printer is not None
        self._watch.submit(
            lambda: printer.print_paper(job, facts, language),
            self._printed,
            lambda _error: self._broke(job),
        )

    def _printed(self, printed: Printed) -> None:
        if printed.job.bytes_written:
            self.printed_length.emit(printed.millimetres)
        self._watch.tell_cleared(printed.cleared)
        self._end(printed.job, printed.trouble)

    def _broke(self, job: PrintJob) -> None:
        """A bug between facts and printer: nobody can know what is on paper."""
        self._end(job.ended(PrintState.INTERRUPTED, None, datetime.now(UTC)), Trouble.UNKNOWN)

    def _end(self, ended: PrintJob, trouble: Trouble) -> None:
        self._outbox.add(lambda: end_print(self._store, ended))
        if self._job is not None and self._job.id == ended.id:
            assert ended.state is not None
            self._trouble = trouble
            self._to(_AFTER_PRINT[ended.state])
        elif ended.state is PrintState.INTERRUPTED:
            self._watch.forget(ended.id)

    def _not_begun(self, job: PrintJob, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._outbox.add(
                lambda: end_print(self._store, job.ended(PrintState.FAILED, 0, datetime.now(UTC)))
            )
            self.database_lost.emit()
        if self._job is job:
            self._trouble = Trouble.NONE
            self._to(PaperState.FAILED)

    def _to(self, state: PaperState) -> None:
        self._state = state
        self.changed.emit()

    def _state_name(self) -> str:
        return self._state.value

    def _trouble_name(self) -> str:
        return self._trouble.value

    def _has_printer(self) -> bool:
        return self._watch.printer is not None

    stateName = Property(str, _state_name, notify=changed)
    trouble = Property(str, _trouble_name, notify=changed)
    hasPrinter = Property(bool, _has_printer, constant=True)
