"""The end of filled forms."""

from __future__ import annotations

from common.domain.event import Act
from common.domain.ids import ClerkLogin, FormId
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Role
from common.operations.kept_forms.errors import NoSuchForm
from common.operations.staff import require_role
from common.store import Store, WriteTransaction


def erase_due(store: Store) -> int:
    """Erase every form whose time is over, and return how many those were.

    Counters do this when they start, every hour and when a day begins; so does the end of a day.
    """
    with store.read() as tx:
        if not tx.forms.keys():
            return 0  # This hall keeps no forms.
        due = tx.forms.due(tx.now)
    erased = 0
    if due:
        with store.write() as tx:
            for form in tx.forms.due(tx.now):
                erase_in(tx, form, None, "due")
                erased += 1
    store.wipe()  # Also what an earlier round could not, because somebody was reading.
    return erased


def erase_form(store: Store, form: FormId, clerk: ClerkLogin | None) -> KeptForm:
    """Erase a form now because its person wants that (Personal Information Protection Law, 47).

    Again, it changes nothing. Raises NoSuchForm, UnknownClerk.
    """
    with store.write() as tx:
        require_role(tx, clerk, Role.CLERK)
        kept = tx.forms.form(form)
        if kept is None:
            raise NoSuchForm(given=form)
        if kept.state is not FormState.ERASED:
            erase_in(tx, kept, clerk, "asked")
    store.wipe()
    return kept


def erase_in(tx: WriteTransaction, form: KeptForm, clerk: ClerkLogin | None, why: str) -> None:
    """The same inside a transaction that is under way; its store still has to be wiped."""
    tx.forms.erase(form.id)
    tx.record_act(
        Act.ERASE_FORM,
        clerk=clerk,
        ticket=tx.ticket(form.ticket) if form.ticket else None,
        facts={"form": form.id, "why": why},
    )
