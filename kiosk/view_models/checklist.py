"""What to bring, on paper and without a number."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.papers import ChecklistFacts
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.operations import begin_print, checklist_facts, end_print, new_id
from common.printing.status import Trouble
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from kiosk.slip_printer import Printed
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.printer_watch import PrinterWatch


class ListState(StrEnum):
    """What became of the list."""

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
    PrintState.PRINTED: ListState.PRINTED,
    PrintState.SENT: ListState.SENT,
    PrintState.FAILED: ListState.FAILED,
    PrintState.INTERRUPTED: ListState.UNPROVEN,
}


class ChecklistPaper(QObject):
    """Prints the checklist of the guide that is open.

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
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        watch: PrinterWatch,
        guide: ServiceGuide,
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._outbox = outbox
        self._watch = watch
        self._guide = guide
        self._translator = translator
        self._device = device
        self._job: PrintJob | None = None
        """Of the guide that is open."""
        self._state = ListState.NONE
        self._trouble = Trouble.NONE
        guide.changed.connect(self._let_go)

    @Slot()
    def print_list(self) -> None:
        """Put it on paper, once however often it is touched meanwhile."""
        printer, errand = self._watch.printer, self._guide.errand
        if printer is None or errand is None or self._state is ListState.PRINTING:
            return
        self._let_go()
        job = self._job = PrintJob(
            new_id(),
            None,
            self._device,
            printer.url,
            datetime.now(UTC),
            paper=PaperKind.CHECKLIST,
        )

        def begin() -> ChecklistFacts:
            facts = checklist_facts(self._store, [errand.code])
            begin_print(self._store, job)
            return facts

        self._to(ListState.PRINTING)
        self._worker.submit(
            begin,
            lambda facts: self._put(job, facts),
            lambda error: self._not_begun(job, error),
            self,
        )

    def _put(self, job: PrintJob, facts: ChecklistFacts) -> None:
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
        """A bug between list and printer: nobody can know what is on paper."""
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
            self._to(ListState.FAILED)

    def _let_go(self) -> None:
        """Nothing of the list of before shall come out later."""
        if self._job is not None and self._state is ListState.UNPROVEN:
            self._watch.forget(self._job.id)
        self._job = None
        self._trouble = Trouble.NONE
        self._to(ListState.NONE)

    def _to(self, state: ListState) -> None:
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
