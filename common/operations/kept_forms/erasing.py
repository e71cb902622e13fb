"""The end of filled forms."""

from __future__ import annotations

from common.domain.event import Act
from common.domain.ids import ClerkLogin, CounterCode, FormId
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Approval, Role
from common.operations.kept_forms.access import require_access
from common.operations.kept_forms.errors import NoSuchForm
from common.operations.pausing import approved
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


def erase_form(
    store: Store,
    form: FormId,
    clerk: ClerkLogin | None,
    *,
    counter: CounterCode | None = None,
    approval: Approval | None = None,
) -> KeptForm:
    """Erase a form now because its person wants that (Personal Information Protection Law, 47).

    A supervisor does it, or agrees: what is erased comes back for nobody. Again, it changes
    nothing. Raises NoSuchForm, UnknownClerk, NotPermitted, NotSignedInHere, FormOfOtherCounter.
    """
    with store.write() as tx:
        least = Role.SUPERVISOR if approval is None else Role.CLERK
        require_role(tx, clerk, least)
        kept = tx.forms.form(form)
        if kept is None:
            raise NoSuchForm(given=form)
        if clerk is not None:
            require_access(tx, kept, clerk, counter, least)
        if kept.state is not FormState.ERASED:
            erase_in(tx, kept, clerk, "asked", counter, approval)
    store.wipe()
    return kept


def erase_in(
    tx: WriteTransaction,
    form: KeptForm,
    clerk: ClerkLogin | None,
    why: str,
    counter: CounterCode | None = None,
    approval: Approval | None = None,
) -> None:
    """The same inside a transaction that is under way; its store still has to be wiped."""
    tx.forms.erase(form.id)
    tx.record_act(
        Act.ERASE_FORM,
        clerk=clerk,
        counter=counter,
        ticket=tx.ticket(form.ticket) if form.ticket else None,
        facts={"form": form.id, "why": why, **approved(approval)},
    )
