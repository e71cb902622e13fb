"""Taking a number: printer, database, paper, and the truth about each."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import ORDINARY
from common.domain.ids import ClassCode, RequestId, TicketId
from common.domain.print_job import PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Language
from common.operations import (
    Issued,
    cancel,
    check_issue,
    issue,
    new_id,
    record_print,
    record_refusal,
    slip_facts,
)
from common.operations.errors import PrinterNotReady
from common.printing.slip import counter_ranges
from common.printing.status import PrinterStatus, Trouble
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from kiosk.slip_printer import Printed
from kiosk.view_models.errand import Errand
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, error_words, words

log = logging.getLogger(__name__)


class Stage(StrEnum):
    """How far a number has come."""

    READY = "ready"
    """Nothing happened yet, or the last try came to nothing."""
    CHECKING = "checking"
    NO_PRINTER = "no_printer"
    """The printer cannot print; the citizen decides whether to go on without paper."""
    ISSUING = "issuing"
    PRINTING = "printing"
    """The number exists; paper is on its way."""
    PRINTED = "printed"
    SENT = "sent"
    NOT_PRINTED = "not_printed"
    """Nothing was sent to the printer: there is no paper."""
    UNPROVEN = "unproven"
    """Some of the slip may be on paper; nobody can know."""
    ON_SCREEN = "on_screen"
    """The citizen went on without paper, or this kiosk has no printer."""
    CANCELLING = "cancelling"
    KEPT = "kept"
    CANCELLED = "cancelled"


BUSY = (Stage.CHECKING, Stage.ISSUING, Stage.PRINTING, Stage.CANCELLING)
NUMBERLESS = (Stage.READY, Stage.CHECKING, Stage.NO_PRINTER, Stage.ISSUING)
UNDECIDED = (Stage.NOT_PRINTED, Stage.UNPROVEN, Stage.ON_SCREEN)
"""The number stands on the screen only: keep it or give it back."""

_AFTER_PRINT = {
    PrintState.PRINTED: Stage.PRINTED,
    PrintState.SENT: Stage.SENT,
    PrintState.FAILED: Stage.NOT_PRINTED,
    PrintState.INTERRUPTED: Stage.UNPROVEN,
}


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
        self._cancel_request: RequestId | None = None

    # What pages do

    def begin(self, errand: Errand) -> None:
        """A citizen came to the confirm page of `errand`."""
        self.leave()
        self._visit = _Visit(errand, TicketId(new_id()))
        self.errand_changed.emit()

    def leave(self) -> None:
        """Forget the visit. A ticket that may exist without its citizen knowing is given back."""
        if self._visit and self._visit.in_doubt and self._stage in NUMBERLESS:
            ticket = self._visit.ticket
            self._outbox.add(lambda: _give_back(self._store, ticket))
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
        if self._visit is None or self._stage not in (Stage.READY, Stage.NO_PRINTER):
            return
        if self._printer is None:
            self._issue(paper=False)
            return
        visit, printer = self._visit, self._printer
        self._refusal = NO_WORDS
        self._to(Stage.CHECKING)
        self._worker.submit(
            lambda: check_issue(
                self._store,
                [visit.errand.code],
                ticket=visit.ticket,
                priority=visit.priority,
                by=self._device,
            ),
            lambda _nothing: self._printer_worker.submit(
                printer.check, self._checked, self._check_failed, self
            ),
            self._not_taken,
            self,
        )

    @Slot()
    def take_without_paper(self) -> None:
        if self._visit is not None and self._stage is Stage.NO_PRINTER:
            self._issue(paper=False)

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

    # What answers do

    def _checked(self, status: PrinterStatus) -> None:
        if status.can_print:
            self._issue(paper=True)
        else:
            self._no_printer(status.trouble)

    def _check_failed(self, error: Exception) -> None:
        log.error("the printer cannot be checked: %s", error)
        self._no_printer(Trouble.UNKNOWN)

    def _no_printer(self, trouble: Trouble) -> None:
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
        self._trouble = trouble
        self._to(Stage.NO_PRINTER)

    def _issue(self, paper: bool) -> None:
        visit = self._visit
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
            )
            return issued, slip_facts(self._store, issued.number)

        self._worker.submit(take, lambda taken: self._taken(*taken, paper), self._not_taken, self)

    def _taken(self, issued: Issued, facts: SlipFacts, paper: bool) -> None:
        self._issued, self._facts = issued, facts
        if not paper or self._printer is None:
            self._to(Stage.ON_SCREEN)
            return
        self._to(Stage.PRINTING)
        printer, language = self._printer, self._translator.language
        self._printer_worker.submit(
            lambda: printer.print_slip(issued.ticket, facts, language),
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
        else:
            self._refusal = error_words(error)
            self._to(Stage.READY)
            self.refused.emit()

    def _printed(self, printed: Printed) -> None:
        self._outbox.add(lambda: record_print(self._store, printed.job))
        self._trouble = printed.trouble
        self._to(_AFTER_PRINT[printed.job.state])

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

    def _number(self) -> str:
        return str(self._issued.number) if self._issued else ""

    def _slip(self) -> dict[str, Any]:
        facts = self._facts
        if facts is None:
            return {}
        return {
            "services": [words(service) for service in facts.services],
            "zone": facts.zone_code,
            "zoneName": words(facts.zone),
            "floor": facts.floor,
            "counters": " ".join(counter_ranges(facts.counters)),
            "counterCount": len(facts.counters),
            "ahead": facts.ahead,
            "wait": list(facts.wait_minutes) if facts.wait_minutes else [],
            "marks": [words(mark) for mark in facts.marks],
        }

    stageName = Property(str, _stage_name, notify=changed)
    isBusy = Property(bool, _is_busy, notify=changed)
    hasPrinter = Property(bool, _has_printer, constant=True)
    errand = Property(MAP, _errand, notify=errand_changed)
    inDoubt = Property(bool, _in_doubt, notify=changed)
    priority = Property(str, _priority, notify=changed)
    priorityClasses = Property(LIST, _priority_classes, notify=errand_changed)
    trouble = Property(str, _trouble_name, notify=changed)
    refusal = Property(MAP, _refusal_words, notify=changed)
    number = Property(str, _number, notify=changed)
    slip = Property(MAP, _slip, notify=changed)


def _give_back(store: Store, ticket: TicketId) -> None:
    """Cancel a ticket whose citizen left without seeing its number; nothing when there is none."""
    with store.read() as tx:
        issued = tx.ticket(ticket)
        today = tx.today
    if issued is not None and issued.day == today:
        cancel(store, issued.number, reason="kiosk: citizen left")
