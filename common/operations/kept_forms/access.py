"""Which member of staff may see which filled form, and where."""

from __future__ import annotations

from common.domain.ids import ClerkLogin, CounterCode
from common.domain.kept_form import KeptForm
from common.domain.session import Role
from common.domain.ticket import AT_COUNTER
from common.operations.kept_forms.errors import FormOfOtherCounter, NotSignedInHere
from common.operations.staff import require_role
from common.store import ReadTransaction


def require_access(
    tx: ReadTransaction,
    form: KeptForm,
    clerk: ClerkLogin,
    counter: CounterCode | None,
    least: Role = Role.CLERK,
) -> None:
    """Who is signed in at `counter` may, unless the form's person is at another counter now.

    Supervisors may also then. Without a counter it is a terminal that only the staff reaches.
    Raises UnknownClerk, NotPermitted, NotSignedInHere, FormOfOtherCounter.
    """
    require_role(tx, clerk, least)
    if counter is None:
        return
    session = tx.staff.session_at(counter)
    if session is None or session.clerk != clerk:
        raise NotSignedInHere(login=clerk, counter=counter)
    if form.ticket is None or session.role.may_act_as(Role.SUPERVISOR):
        return
    for leg in tx.legs_of(form.ticket):
        if leg.state in AT_COUNTER and leg.counter != counter:
            raise FormOfOtherCounter(number=leg.number, counter=leg.counter)
