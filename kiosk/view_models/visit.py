"""One visit to the confirm page: what it asks of the hall, on the database's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from common.domain.hall import ORDINARY, CounterKind
from common.domain.ids import ClassCode, RequestId, TicketId
from common.domain.print_job import PrintJob, PrintState
from common.domain.slip import SlipFacts
from common.domain.text import Text
from common.operations import (
    Issued,
    cancel,
    check_issue,
    end_print,
    issue,
    record_refusal,
    slip_facts,
)
from common.operations.errors import PrinterNotReady
from common.printing.status import Trouble
from common.store import Store
from kiosk.view_models.errand import Errand


@dataclass(frozen=True)
class Visit:
    """One intent, so one ticket id and one slip however often it is tried."""

    errand: Errand
    ticket: TicketId
    device: str
    priority: ClassCode = ORDINARY
    kind: CounterKind | None = None
    """Of counter, where the hall leaves the choice; None is whichever is first."""
    in_doubt: bool = False
    """An attempt met a database that went away: the ticket may exist."""
    slip: PrintJob | None = None
    """What an attempt wrote down with the number, or may have."""

    @property
    def booking(self) -> Text | None:
        """The appointment it comes from; None for a walk-in."""
        return None

    def check(self, store: Store, person: str | None) -> None:
        """Raise what taking the number would."""
        check_issue(
            store,
            self.errand.wanted,
            ticket=self.ticket,
            priority=self.priority,
            by=self.device,
            person=person,
        )

    def take(
        self, store: Store, person: str | None, slip: PrintJob | None
    ) -> tuple[Issued, SlipFacts]:
        """The number, written down with the slip that is printed next, if any."""
        issued = issue(
            store,
            self.errand.wanted,
            ticket=self.ticket,
            priority=self.priority,
            by=self.device,
            person=person,
            slip=slip,
            kind=self.kind,
        )
        return issued, slip_facts(store, issued.number)

    def record_no_printer(self, store: Store, trouble: Trouble, request: RequestId) -> None:
        """Keep that no number was taken, for the printer was in trouble."""
        record_refusal(
            store,
            PrinterNotReady(trouble=trouble.value),
            self.errand.wanted,
            priority=self.priority,
            by=self.device,
            request=request,
        )

    def give_back(self, store: Store) -> None:
        """Cancel the ticket, if it exists: its citizen left without seeing its number."""
        with store.read() as tx:
            issued = tx.ticket(self.ticket)
            today = tx.today
        if issued is None:
            return
        if self.slip is not None:
            end_print(store, self.slip.ended(PrintState.FAILED, 0, datetime.now(UTC)))
        if issued.day == today:
            cancel(store, issued.number, reason="kiosk: citizen left")
