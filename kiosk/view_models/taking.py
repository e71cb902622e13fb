"""Taking a number: printer, database, paper, and the truth about each."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import ORDINARY
from common.domain.ids import ClassCode, RequestId, TicketId
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.operations import (
    Issued,
    OpenNumber,
    begin_print,
    cancel,
    check_issue,
    end_print,
    issue,
    new_id,
    open_number,
    record_refusal,
    slip_facts,
)
from common.operations.errors import NumberStillOpen, PrinterNotReady
from common.printing.status import PrinterStatus, Trouble
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from kiosk.slip_printer import Printed
from kiosk.view_models.errand import Errand
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.slip import open_number_page, slip_page
from kiosk.view_models.stages import AFTER_PRINT, BUSY, NUMBERLESS, UNDECIDED, Stage
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, error_words, words

log = logging.getLogger(__name__)


class Paper(Protocol):
    """What takes slips: `kiosk.slip_printer.SlipPrinter`."""

    def check(self) -> PrinterStatus: ...

    def print_slip(self, ticket: TicketId, facts: SlipFacts, language: Language) -> Printed: ...


@dataclass(frozen=True)
class _Visit:
    """One visit to the confirm page: one intent, so one ticket id however often it is tried."""

    errand: Errand
    ticket: TicketId
    priority: ClassCode = ORDINARY
    in_doubt: bool = False
    """An attempt met a database that went away: the ticket may exist."""


class NumberTaking(QObject):
    """The errand on the confirm page and the number that comes of it.

    Signals:
        changed: anything a page shows of it but `errand`.
        errand_changed: another errand, or none.
        stage_changed: `stage` is another.
        database_lost: an attempt met a database that is away.
        refused: the hall does not issue this number now; `refusal` says why.
    """

    changed = Signal()
    errand_changed = Signal()
    stage_changed = Signal()
    database_lost = Signal()
    refused = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        printer_worker: TaskRunner,
        printer: Paper | None,
        outbox: Outbox,
        phone: PhoneEntry,
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._printer_worker = printer_worker
        self._printer = printer
        self._outbox = outbox
        self._phone = phone
        self._translator = translator
        self._device = device
        self._clear()

    def _clear(self) -> None:
        self._visit: _Visit | None = None
        self._stage = Stage.READY
        self._trouble = Trouble.NONE
        self._refusal = NO_WORDS
        self._issued: Issued | None = None
        self._facts: SlipFacts | None = None
        self._open: OpenNumber | None = None
        """The number that this person has already."""
        self._cancel_request: RequestId | None = None

    # What pages do

    def begin(self, errand: Errand) -> None:
        """A citizen came to the confirm page of `errand`."""
        self.leave()
        self._visit = _Visit(errand, TicketId(new_id()))
        self.errand_changed.emit()

    def leave(self) -> None:
        """Forget the visit and whose it was.

        A ticket that may exist without its citizen knowing is given back.
        """
        if self._visit and self._visit.in_doubt and self._stage in NUMBERLESS:
            ticket = self._visit.ticket
            self._outbox.add(lambda: _give_back(self._store, ticket))
        self._phone.wipe()
        self._clear()
        self.stage_changed.emit()
        self.changed.emit()
        self.errand_changed.emit()

    @Slot(str)
    def choose_priority(self, code: str) -> None:
        """Claim a priority class; choosing it again takes it back."""
        if self._visit and not self.busy:
            wanted = ORDINARY if self._visit.priority == code else ClassCode(code)
            self._visit = replace(self._visit, priority=wanted)
            self.changed.emit()

    @Slot()
    def take_number(self) -> None:
        """Ask the hall's rules, check the printer, take the number, print the slip.

        Touched twice, it happens once. The rules come first: nobody is told of the paper of a
        number that they cannot have.
        """
        if self._visit is None or not self._may_begin():
            return
        self._open = None
        if self._printer is None:
            self._issue(paper=False)
            return
        visit, printer, person = self._visit, self._printer, self._phone.number
        self._refusal = NO_WORDS
        self._to(Stage.CHECKING)
        self._worker.submit(
            lambda: check_issue(
                self._store,
                [visit.errand.code],
                ticket=visit.ticket,
                priority=visit.priority,
                by=self._device,
                person=person,
            ),
            lambda _nothing: self._printer_worker.submit(
                printer.check, self._checked, self._check_failed, self
            ),
            self._not_taken,
            self,
        )

    @Slot()
    def take_without_paper(self) -> None:
        if self._visit is not None and self._stage is Stage.NO_PRINTER and self._open is None:
            self._issue(paper=False)

    @Slot()
    def reprint(self) -> None:
        """Check the printer, and print the slip of the number that this person has again."""
        printer = self._printer
        if self._open is None or printer is None or not self._may_begin():
            return
        self._to(Stage.CHECKING)
        self._printer_worker.submit(printer.check, self._checked, self._check_failed, self)

    @Slot()
    def show_number(self) -> None:
        """Show the number that this person has, without paper."""
        if self._open is not None and self._may_begin():
            self._to(Stage.SHOWN)

    @Slot()
    def keep(self) -> None:
        """The citizen remembers the number."""
        if self._stage in UNDECIDED:
            self._to(Stage.KEPT)

    @Slot()
    def cancel(self) -> None:
        """The citizen gives the number back."""
        if self._stage not in UNDECIDED or self._issued is None:
            return
        number = self._issued.number
        request = self._cancel_request = self._cancel_request or RequestId(new_id())
        undecided = self._stage
        self._to(Stage.CANCELLING)
        self._worker.submit(
            lambda: cancel(self._store, number, reason="kiosk: no slip", request=request),
            lambda _moved: self._to(Stage.CANCELLED),
            lambda error: self._not_cancelled(undecided, error),
            self,
        )

    def _may_begin(self) -> bool:
        """Whether no number stands on the slip page and none is on its way."""
        return self._stage in NUMBERLESS and not self.busy

    # What answers do

    def _checked(self, status: PrinterStatus) -> None:
        if not status.can_print:
            self._no_printer(status.trouble)
        elif self._open is not None:
            self._print(self._open.ticket, replace(self._open.facts, reprint=True))
        else:
            self._issue(paper=True)

    def _check_failed(self, error: Exception) -> None:
        log.error("the printer cannot be checked: %s", error)
        self._no_printer(Trouble.UNKNOWN)

    def _no_printer(self, trouble: Trouble) -> None:
        if self._open is None:
            self._record_no_printer(trouble)
        self._trouble = trouble
        self._to(Stage.NO_PRINTER)

    def _record_no_printer(self, trouble: Trouble) -> None:
        visit = self._visit
        assert visit is not None
        request = RequestId(new_id())
        self._outbox.add(
            lambda: record_refusal(
                self._store,
                PrinterNotReady(trouble=trouble.value),
                [visit.errand.code],
                priority=visit.priority,
                by=self._device,
                request=request,
            )
        )

    def _issue(self, paper: bool) -> None:
        visit, person = self._visit, self._phone.number
        assert visit is not None
        self._refusal = NO_WORDS
        self._to(Stage.ISSUING)

        def take() -> tuple[Issued, SlipFacts]:
            issued = issue(
                self._store,
                [visit.errand.code],
                ticket=visit.ticket,
                priority=visit.priority,
                by=self._device,
                person=person,
            )
            return issued, slip_facts(self._store, issued.number)

        self._worker.submit(take, lambda taken: self._taken(*taken, paper), self._not_taken, self)

    def _taken(self, issued: Issued, facts: SlipFacts, paper: bool) -> None:
        self._issued, self._facts = issued, facts
        self._phone.wipe()
        if paper:
            self._print(issued.ticket, facts)
        else:
            self._to(Stage.ON_SCREEN)

    def _print(self, ticket: TicketId, facts: SlipFacts) -> None:
        printer, language = self._printer, self._translator.language
        assert printer is not None
        self._to(Stage.PRINTING)
        self._printer_worker.submit(
            lambda: printer.print_slip(ticket, facts, language),
            self._printed,
            self._print_broke,
            self,
        )

    def _not_taken(self, error: Exception) -> None:
        assert self._visit is not None
        if isinstance(error, DatabaseAway):
            in_doubt = self._visit.in_doubt or self._stage is Stage.ISSUING
            self._visit = replace(self._visit, in_doubt=in_doubt)
            self._to(Stage.READY)
            self.database_lost.emit()
        elif isinstance(error, NumberStillOpen):
            number = str(error.facts["number"])
            self._worker.submit(
                lambda: open_number(self._store, number), self._found_open, self._not_taken, self
            )
        else:
            self._refusal = error_words(error)
            self._to(Stage.READY)
            self.refused.emit()

    def _found_open(self, found: OpenNumber) -> None:
        self._open = found
        self._to(Stage.STILL_OPEN)

    def _printed(self, printed: Printed) -> None:
        again = self._open is not None
        job = replace(printed.job, reprint=again)
        if again:
            self._outbox.add(lambda: begin_print(self._store, job))
        self._outbox.add(lambda: end_print(self._store, job))
        self._trouble = printed.trouble
        self._to(AFTER_PRINT[printed.job.state])

    def _print_broke(self, _error: Exception) -> None:
        """A bug between slip and printer: nobody can know what is on paper."""
        self._to(Stage.UNPROVEN)

    def _not_cancelled(self, undecided: Stage, error: Exception) -> None:
        self._refusal = error_words(error)
        self._to(undecided)
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()

    def _to(self, stage: Stage) -> None:
        self._stage = stage
        self.stage_changed.emit()
        self.changed.emit()

    # What pages show

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def busy(self) -> bool:
        """Whether somebody should wait for the kiosk and not the kiosk for somebody."""
        return self._stage in BUSY

    def _stage_name(self) -> str:
        return self._stage.value

    def _is_busy(self) -> bool:
        return self.busy

    def _has_printer(self) -> bool:
        return self._printer is not None

    def _errand(self) -> dict[str, Any]:
        return self._visit.errand.page() if self._visit else {}

    def _in_doubt(self) -> bool:
        return self._visit is not None and self._visit.in_doubt

    def _priority(self) -> str:
        return str(self._visit.priority) if self._visit else str(ORDINARY)

    def _priority_classes(self) -> list[dict[str, Any]]:
        classes = self._visit.errand.hall.priority_classes if self._visit else ()
        return [
            {"code": str(c.code), "name": words(c.name)}
            for c in classes
            if c.self_service and c.code != ORDINARY
        ]

    def _trouble_name(self) -> str:
        return self._trouble.value

    def _refusal_words(self) -> Words:
        return self._refusal

    def _asks_phone(self) -> bool:
        return self._visit is not None and self._visit.errand.hall.ask_phone

    def _has_number_already(self) -> bool:
        return self._open is not None

    def _number(self) -> str:
        if self._open is not None:
            return self._open.facts.number
        return str(self._issued.number) if self._issued else ""

    def _slip(self) -> dict[str, Any]:
        if self._open is not None:
            return open_number_page(self._open)
        return slip_page(self._facts) if self._facts else {}

    stageName = Property(str, _stage_name, notify=changed)
    isBusy = Property(bool, _is_busy, notify=changed)
    hasPrinter = Property(bool, _has_printer, constant=True)
    errand = Property(MAP, _errand, notify=errand_changed)
    inDoubt = Property(bool, _in_doubt, notify=changed)
    priority = Property(str, _priority, notify=changed)
    priorityClasses = Property(LIST, _priority_classes, notify=errand_changed)
    trouble = Property(str, _trouble_name, notify=changed)
    refusal = Property(MAP, _refusal_words, notify=changed)
    asksPhone = Property(bool, _asks_phone, notify=errand_changed)
    isReprint = Property(bool, _has_number_already, notify=changed)
    """It is about a number that this person has already."""
    number = Property(str, _number, notify=changed)
    slip = Property(MAP, _slip, notify=changed)


def _give_back(store: Store, ticket: TicketId) -> None:
    """Cancel a ticket whose citizen left without seeing its number; nothing when there is none."""
    with store.read() as tx:
        issued = tx.ticket(ticket)
        today = tx.today
    if issued is not None and issued.day == today:
        cancel(store, issued.number, reason="kiosk: citizen left")
