"""Which forms the hall keeps. Nothing of their answers is read, and nothing of this is recorded."""

from __future__ import annotations

from datetime import timedelta

from common.domain.forms import pickup_code
from common.domain.ids import TicketId
from common.domain.kept_form import KeptForm
from common.domain.pickup_code import SIGNS
from common.operations.journey import ticket_numbered
from common.operations.kept_forms.errors import FormErased, NoFormCode, NoFormOfSlip, NoSuchForm
from common.store import Store

_ROUNDS = timedelta(hours=2)
_SHOWN = 12
"""Signs of what was typed in its place that a message repeats."""


def form_with_code(store: Store, typed: str) -> KeptForm:
    """The form whose code was typed or scanned. Raises NoFormCode, NoSuchForm, FormErased."""
    code = pickup_code(typed)
    if code is None:
        raise NoFormCode(given=typed[:_SHOWN], signs=SIGNS)
    with store.read() as tx:
        form = tx.forms.with_code(code)
        if form is None:
            raise NoSuchForm(given=code)
        if not form.is_readable(tx.now):
            raise FormErased(given=form.code)
        return form


def forms_of_ticket(store: Store, ticket: TicketId) -> tuple[KeptForm, ...]:
    """What was filled in for this errand and may be read, the latest first."""
    with store.read() as tx:
        return tuple(form for form in tx.forms.of_ticket(ticket) if form.is_readable(tx.now))


def forms_of_slip(store: Store, code: str) -> tuple[KeptForm, ...]:
    """The same for the code of a slip, as its QR holds it. Raises NoFormOfSlip."""
    with store.read() as tx:
        found = tuple(form for form in tx.forms.of_slip(code) if form.is_readable(tx.now))
    if not found:
        raise NoFormOfSlip
    return found


def forms_of_number(store: Store, number: str) -> tuple[KeptForm, ...]:
    """The same for a number of today. Raises UnknownNumber."""
    with store.read() as tx:
        ticket = ticket_numbered(tx, number).id
        return tuple(form for form in tx.forms.of_ticket(ticket) if form.is_readable(tx.now))


def kept_forms(store: Store) -> tuple[KeptForm, ...]:
    """Everything that is not erased, what is due first."""
    with store.read() as tx:
        return tuple(tx.forms.kept())


def count_overdue(store: Store) -> int:
    """How many should have been erased more than a round of the counters ago."""
    with store.read() as tx:
        return len(tx.forms.due(tx.now - _ROUNDS))
