"""The slip of the number at hand: from the first byte to the proof, and what is left of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from common.domain.ids import TicketId
from common.domain.print_job import PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.operations import abandoned_prints, begin_print, clear_print, end_print, new_id
from common.printing.status import PrinterStatus, Trouble
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from kiosk.slip_printer import Printed
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.printer_watch import PrinterWatch

SETTLING_SECONDS = 2.0
"""What a printer that is well again may take for the rest of a slip, before another is offered."""


class SlipPaper(QObject):
    """Prints for one visit after the other, and writes down what became of each job.

    A job is in the database before its first byte goes out: that of a new number is written down
    with the number, `job_for` gives it; any other is begun here. What an earlier run of this kiosk
    left behind is ended when the database is first asked, and the printer forgets it.

    Signals:
        changed: `can_print_again`, `first_may_come` or `trouble` is another.
        ended: the job at hand ended, or came out after all; `outcome` says how.
        not_begun: a second slip could not be written down; with the error.
        printed_length: paper came out; with millimetres.
    """

    changed = Signal()
    ended = Signal()
    not_begun = Signal(object)
    printed_length = Signal(float)

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        watch: PrinterWatch,
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._outbox = outbox
        self._watch = watch
        self._translator = translator
        self._device = device
        self._asked = False
        self._well_since_settled = False
        self._settling = QTimer(self, singleShot=True, interval=int(SETTLING_SECONDS * 1000))
        self._settling.timeout.connect(self._settled)
        self._forget_visit()
        watch.changed.connect(self._printer_changed)
        watch.proven.connect(self._proven_late)
        watch.cleared.connect(self._write_cleared)

    def _forget_visit(self) -> None:
        self._outcome: PrintState | None = None
        self._trouble = Trouble.NONE
        self._at_hand: str | None = None
        """The job of this visit that has not ended."""
        self._first_came = False
        """An earlier job was proven while that one was under way."""
        self._unproven: list[str] = []
        """Jobs of this visit that may be on paper, or come out later."""
        self._cleared: set[str] = set()
        """Of these the printer certainly forgot the rest."""
        self._first_may_come = False
        self._settling.stop()
        self._well_since_settled = False

    # What is known

    @property
    def has_printer(self) -> bool:
        return self._watch.printer is not None

    @property
    def outcome(self) -> PrintState | None:
        """How printing ended for this visit; None before it did."""
        return self._outcome

    @property
    def trouble(self) -> Trouble:
        """What stands in the way now, or stood in the way of the last job."""
        status = self._watch.status
        if status is not None and not status.can_print:
            return status.trouble
        return self._trouble

    @property
    def first_may_come(self) -> bool:
        """A second slip was printed, and the printer did not say that it forgot the first."""
        return self._first_may_come

    @property
    def rest_may_come(self) -> bool:
        """Some of a slip may still come out, for the printer did not say that it forgot it."""
        return any(one not in self._cleared for one in self._unproven)

    @property
    def can_print_again(self) -> bool:
        """The printer is well, and no rest of a slip is likely to come out of it any more."""
        if self._outcome is PrintState.INTERRUPTED:
            return self._well_since_settled
        return self._well()

    def _well(self) -> bool:
        status = self._watch.status
        return status is not None and status.can_print

    # What is done

    def ask_for_abandoned(self) -> None:
        """End what an earlier run began, unless that was done; the printer shall forget it."""
        if self._asked or not self.has_printer:
            return
        self._worker.submit(
            lambda: abandoned_prints(self._store, self._device),
            self._found_abandoned,
            lambda _error: None,
            self,
        )

    def job_for(self, ticket: TicketId, *, reprint: bool = False) -> PrintJob:
        """A job to be begun."""
        printer = self._watch.printer
        assert printer is not None
        return PrintJob(
            new_id(), ticket, self._device, printer.url, datetime.now(UTC), reprint=reprint
        )

    def check(
        self, on_done: Callable[[PrinterStatus], None], on_error: Callable[[Exception], None]
    ) -> None:
        self._watch.check(on_done, on_error)

    def put(self, job: PrintJob, facts: SlipFacts) -> None:
        """Print what `job`, which is written down, was begun for."""
        printer, language = self._watch.printer, self._translator.language
        assert printer is not None
        self._at_hand = job.id
        self._watch.submit(
            lambda: printer.print_slip(job, facts, language),
            self._printed,
            lambda _error: self._broke(job),
        )

    def put_again(self, ticket: TicketId, facts: SlipFacts) -> None:
        """Print another slip, which a person wants.

        After a job that may be on paper it is a second slip (补打), and the printer forgets the
        first; after one of which nothing was sent it is an ordinary one.
        """
        reprint = facts.reprint or bool(self._unproven)
        job = self.job_for(ticket, reprint=reprint)
        self._at_hand = job.id
        self._watch.forget(*self._unproven)
        self._worker.submit(
            lambda: begin_print(self._store, job),
            lambda _done: self._begun(job, replace(facts, reprint=reprint)),
            lambda error: self._not_begun(job, error),
            self,
        )

    def nothing_sent(self, job: PrintJob) -> None:
        """A job that was written down and will not be printed."""
        ended = job.ended(PrintState.FAILED, 0, datetime.now(UTC))
        self._outbox.add(lambda: end_print(self._store, ended))

    def let_go(self) -> None:
        """The citizen left or gave the number back: nothing of its slip shall come out later."""
        self._watch.forget(*self._unproven)

    def leave(self) -> None:
        """The visit is over."""
        self.let_go()
        self._forget_visit()
        self.changed.emit()

    # What answers do

    def _begun(self, job: PrintJob, facts: SlipFacts) -> None:
        """A further job is written down."""
        if job.id == self._at_hand:
            self.put(job, facts)
        else:
            self.nothing_sent(job)  # its citizen has gone

    def _not_begun(self, job: PrintJob, error: Exception) -> None:
        if job.id != self._at_hand:
            return  # its citizen has gone
        self._at_hand = None
        if self._first_came:
            self._outcome = PrintState.PRINTED
            self.ended.emit()
        else:
            self.not_begun.emit(error)

    def _found_abandoned(self, jobs: tuple[PrintJob, ...]) -> None:
        self._asked = True
        self._watch.forget(*(job.id for job in jobs))

    def _printed(self, printed: Printed) -> None:
        job = printed.job
        self._outbox.add(lambda: end_print(self._store, job))
        self._write_cleared(printed.cleared)
        if job.bytes_written:
            self.printed_length.emit(printed.millimetres)
        self._end(job, printed.trouble)

    def _broke(self, job: PrintJob) -> None:
        """A bug between slip and printer: nobody can know what is on paper."""
        ended = job.ended(PrintState.INTERRUPTED, None, datetime.now(UTC))
        self._outbox.add(lambda: end_print(self._store, ended))
        self._end(ended, Trouble.UNKNOWN)

    def _end(self, job: PrintJob, trouble: Trouble) -> None:
        if job.id != self._at_hand:  # its citizen has gone
            if job.state is PrintState.INTERRUPTED:
                self._watch.forget(job.id)
            return
        self._at_hand = None
        self._trouble = trouble
        on_paper = job.state in (PrintState.PRINTED, PrintState.SENT)
        if on_paper:
            self._first_may_come = self.rest_may_come
            self._unproven.clear()
        elif job.state is PrintState.INTERRUPTED:
            self._unproven.append(job.id)
            self._wait_to_settle()
        # A second try of which nothing was sent leaves the first as it was.
        first_in_doubt = job.state is PrintState.FAILED and self._unproven
        self._outcome = PrintState.INTERRUPTED if first_in_doubt else job.state
        if self._first_came and not on_paper:
            self._outcome = PrintState.PRINTED
        self.ended.emit()
        self.changed.emit()

    def _proven_late(self, job: PrintJob) -> None:
        self._outbox.add(lambda: end_print(self._store, job))
        if job.id in self._unproven:
            self._unproven.remove(job.id)
            self._first_came = True
            if self._at_hand is None:
                self._outcome = PrintState.PRINTED
                self.ended.emit()
            self.changed.emit()

    def _write_cleared(self, jobs: tuple[str, ...]) -> None:
        self._cleared.update(jobs)
        for job in jobs:
            self._outbox.add(partial(clear_print, self._store, job))
        self.changed.emit()

    def _printer_changed(self) -> None:
        self._wait_to_settle()
        self.changed.emit()

    def _wait_to_settle(self) -> None:
        self._well_since_settled = False
        if self._well():
            self._settling.start()
        else:
            self._settling.stop()

    def _settled(self) -> None:
        self._well_since_settled = True
        self.changed.emit()
