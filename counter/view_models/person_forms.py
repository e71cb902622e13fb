"""Whether the person in front of the clerk has filled in a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from common.domain.ids import TicketId
from common.qt.task_runner import TaskRunner
from counter.form_cabinet import FormCabinet, Found


class PersonForms(QObject):
    """Follows the desk: `forms` are those of the ticket that is there, the latest first.

    While the database is away, the last that was known stays.

    Signals:
        changed(): there are others.
    """

    changed = Signal()

    def __init__(
        self, cabinet: FormCabinet, runner: TaskRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._cabinet, self._runner = cabinet, runner
        self._ticket: TicketId | None = None
        self._asked = False
        self.forms: tuple[Found, ...] = ()

    def follow(self, ticket: TicketId | None) -> None:
        """This ticket is at the desk now, or nobody; ask anew what there is."""
        if ticket != self._ticket:
            self._ticket = ticket
            self._show(())
        if ticket is not None and not self._asked:
            self._asked = True
            self._runner.submit(
                partial(self._cabinet.of_ticket, ticket),
                partial(self._answered, ticket),
                lambda _: self._answered(ticket, None),
                owner=self,
            )

    def _answered(self, ticket: TicketId, forms: tuple[Found, ...] | None) -> None:
        self._asked = False
        if ticket != self._ticket:
            self.follow(self._ticket)
        elif forms is not None:
            self._show(forms)

    def _show(self, forms: tuple[Found, ...]) -> None:
        if forms != self.forms:
            self.forms = forms
            self.changed.emit()
