"""Taking a number: printer, database, paper, and the truth about each."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import ORDINARY, CounterKind
from common.domain.ids import ClassCode, RequestId, TicketId
from common.domain.print_job import PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.operations import (
    Issued,
    OpenNumber,
    cancel,
    new_id,
    open_number,
)
from common.operations.appointments.errors import CheckedInBefore
from common.operations.errors import NumberStillOpen
from common.printing.status import PrinterStatus, Trouble
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, Store
from kiosk.view_models.errand import Errand
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.slip import open_number_page, slip_page
from kiosk.view_models.slip_paper import SlipPaper
from kiosk.view_models.stages import AFTER_PRINT, AWAITS_PAPER, BUSY, NUMBERLESS, UNDECIDED, Stage
from kiosk.view_models.visit import Visit
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, error_words, words

log = logging.getLogger(__name__)


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
        paper: SlipPaper,
        outbox: Outbox,
        phone: PhoneEntry,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._paper = paper
        self._outbox = outbox
        self._phone = phone
        self._device = device
        self._clear()
        paper.changed.connect(self._paper_changed)
        paper.ended.connect(self._printed)
        paper.not_begun.connect(self._not_printed_again)

    def _clear(self) -> None:
        self._visit: Visit | None = None
        self._stage = Stage.READY
        self._trouble = Trouble.NONE
        """What stood in the way when a citizen wanted the printer."""
        self._refusal = NO_WORDS
        self._issued: Issued | None = None
        self._facts: SlipFacts | None = None
        self._open: OpenNumber | None = None
        """The number that this person has already."""
        self._cancel_request: RequestId | None = None

    # What pages do

    def begin(self, errand: Errand) -> None:
        """A citizen came to the confirm page of `errand`."""
        self.begin_visit(Visit(errand, TicketId(new_id()), self._device))

    def begin_visit(self, visit: Visit) -> None:
        """The same for a visit of another kind."""
        self.leave()
        self._visit = visit
        self.errand_changed.emit()

    def take_up(self, found: OpenNumber) -> None:
        """A citizen has this number already; its slip may be printed again."""
        self.leave()
        self._open = found
        self.changed.emit()

    def tell_still_open(self, found: OpenNumber) -> None:
        """Say so, and what may be done with it."""
        self.take_up(found)
        self._to(Stage.STILL_OPEN)

    def leave(self) -> None:
        """Forget the visit and whose it was.

        A ticket that may exist without its citizen knowing is given back.
        """
        visit = self._visit
        if visit and visit.in_doubt and self._stage in NUMBERLESS:
            self._outbox.add(lambda: visit.give_back(self._store))
        self._paper.leave()
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

    def choose_kind(self, kind: CounterKind | None) -> None:
        """Of counter, where the hall leaves the choice; None is whichever is first."""
        if self._visit and not self.busy:
            self._visit = replace(self._visit, kind=kind)
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
        if not self._paper.has_printer:
            self._issue(on_paper=False)
            return
        visit, person = self._visit, self._phone.number
        self._refusal = NO_WORDS
        self._to(Stage.CHECKING)
        self._worker.submit(
            lambda: visit.check(self._store, person),
            lambda _nothing: self._paper.check(self._checked, self._check_failed),
            self._not_taken,
            self,
        )

    @Slot()
    def take_without_paper(self) -> None:
        if self._visit is not None and self._stage is Stage.NO_PRINTER and self._open is None:
            self._issue(on_paper=False)

    @Slot()
    def reprint(self) -> None:
        """Check the printer, and print the slip of the number that this person has again."""
        if self._open is not None and self._paper.has_printer and self._may_begin():
            self._to(Stage.CHECKING)
            self._paper.check(self._checked, self._check_failed)

    @Slot()
    def print_again(self) -> None:
        """The slip is missing, or nobody knows, and the printer is well: print it once more."""
        if self._stage not in UNDECIDED or not self._paper.can_print_again:
            return
        ticket, facts = self._at_hand()
        self._refusal = NO_WORDS
        self._to(Stage.PRINTING)
        self._paper.put_again(ticket, facts)

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
        self._paper.let_go()
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
            self._to(Stage.PRINTING)
            self._paper.put_again(self._open.ticket, replace(self._open.facts, reprint=True))
        else:
            self._issue(on_paper=True)

    def _check_failed(self, error: Exception) -> None:
        log.error("the printer cannot be checked: %s", error)
        self._no_printer(Trouble.UNKNOWN)

    def _no_printer(self, trouble: Trouble) -> None:
        visit, request = self._visit, RequestId(new_id())
        if self._open is None and visit is not None:
            self._outbox.add(lambda: visit.record_no_printer(self._store, trouble, request))
        self._trouble = trouble
        self._to(Stage.NO_PRINTER)

    def _issue(self, on_paper: bool) -> None:
        visit, person = self._visit, self._phone.number
        assert visit is not None
        slip = None
        if on_paper:
            self._paper.ask_for_abandoned()
            slip = visit.slip or self._paper.job_for(visit.ticket)
            visit = self._visit = replace(visit, slip=slip)
        self._refusal = NO_WORDS
        self._to(Stage.ISSUING)

        self._worker.submit(
            lambda: visit.take(self._store, person, slip),
            lambda taken: self._taken(*taken, slip),
            self._not_taken,
            self,
        )

    def _taken(self, issued: Issued, facts: SlipFacts, slip: PrintJob | None) -> None:
        self._issued, self._facts = issued, facts
        self._phone.wipe()
        if slip is not None:
            self._to(Stage.PRINTING)
            self._paper.put(slip, facts)
            return
        if self._visit is not None and self._visit.slip is not None:
            self._paper.nothing_sent(self._visit.slip)  # an attempt whose answer was lost
        self._to(Stage.ON_SCREEN)

    def _not_taken(self, error: Exception) -> None:
        assert self._visit is not None
        if isinstance(error, DatabaseAway):
            in_doubt = self._visit.in_doubt or self._stage is Stage.ISSUING
            self._visit = replace(self._visit, in_doubt=in_doubt)
            self._to(Stage.READY)
            self.database_lost.emit()
        elif isinstance(error, (NumberStillOpen, CheckedInBefore)):
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

    def _printed(self) -> None:
        """The slip's job ended, or it came out after all while its citizen still stands there."""
        if self._stage in AWAITS_PAPER and self._paper.outcome is not None:
            self._trouble = self._paper.trouble
            self._to(AFTER_PRINT[self._paper.outcome])

    def _not_printed_again(self, error: Exception) -> None:
        """Nothing was sent, for it could not be written down."""
        if self._open is not None and self._paper.outcome is None:
            self._to(Stage.STILL_OPEN)
        else:
            self._to(AFTER_PRINT[self._paper.outcome or PrintState.FAILED])
        self._refusal = error_words(error)
        self.changed.emit()
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()

    def _paper_changed(self) -> None:
        self.changed.emit()

    def _at_hand(self) -> tuple[TicketId, SlipFacts]:
        """The number on the slip page."""
        if self._open is not None:
            return self._open.ticket, replace(self._open.facts, reprint=True)
        assert self._issued is not None
        assert self._facts is not None
        return self._issued.ticket, self._facts

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
    def taken(self) -> tuple[TicketId, str] | None:
        """The ticket on the slip page and its number; None when there is none to keep."""
        if self._stage in NUMBERLESS or self._stage is Stage.CANCELLED:
            return None
        return self._at_hand()[0], self._number()

    @property
    def about(self) -> Errand | None:
        """What the number is to be for; None away from the confirm page."""
        return self._visit.errand if self._visit else None

    @property
    def on_screen(self) -> SlipFacts | None:
        """What the slip page says; None while no number stands there."""
        return self._open.facts if self._open is not None else self._facts

    @property
    def kind(self) -> CounterKind | None:
        """The kind of counter that was chosen; None is whichever is first."""
        return self._visit.kind if self._visit else None

    @property
    def lane(self) -> ClassCode:
        """The priority class that was claimed."""
        return self._visit.priority if self._visit else ORDINARY

    @property
    def walks_in(self) -> bool:
        """Whether the number comes from no appointment."""
        return self._visit is not None and self._visit.booking is None

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
        return self._paper.has_printer

    def _errand(self) -> dict[str, Any]:
        return self._visit.errand.page() if self._visit else {}

    def _in_doubt(self) -> bool:
        return self._visit is not None and self._visit.in_doubt

    def _priority(self) -> str:
        return str(self._visit.priority) if self._visit else str(ORDINARY)

    def _priority_classes(self) -> list[dict[str, Any]]:
        walks_in = self._visit is not None and self._visit.booking is None
        classes = self._visit.errand.hall.priority_classes if self._visit and walks_in else ()
        return [
            {"code": str(c.code), "name": words(c.name)}
            for c in classes
            if c.self_service and c.code != ORDINARY
        ]

    def _trouble_name(self) -> str:
        trouble = self._paper.trouble if self._stage in UNDECIDED else self._trouble
        return trouble.value

    def _can_print_again(self) -> bool:
        return self._stage in UNDECIDED and self._paper.can_print_again

    def _first_may_come(self) -> bool:
        if self._stage is Stage.CANCELLED:
            return self._paper.rest_may_come
        return self._paper.first_may_come

    def _code(self) -> str:
        if self._open is not None:
            return self._open.facts.code
        return self._facts.code if self._facts else ""

    def _refusal_words(self) -> Words:
        return self._refusal

    def _asks_phone(self) -> bool:
        visit = self._visit
        return visit is not None and visit.errand.hall.ask_phone and visit.booking is None

    def _booking(self) -> Words:
        booking = self._visit.booking if self._visit else None
        return words(booking) if booking else NO_WORDS

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
    booking = Property(MAP, _booking, notify=errand_changed)
    """The appointment that the number comes from; else nothing."""
    isReprint = Property(bool, _has_number_already, notify=changed)
    """It is about a number that this person has already."""
    canPrintAgain = Property(bool, _can_print_again, notify=changed)
    """The slip is missing, or nobody knows, and the printer is well."""
    firstMayCome = Property(bool, _first_may_come, notify=changed)
    """Another slip was printed, or the number given back, and the first may still come out."""
    number = Property(str, _number, notify=changed)
    code = Property(str, _code, notify=changed)
    """What the slip's QR code holds."""
    slip = Property(MAP, _slip, notify=changed)
