"""What a kiosk does with a form that was filled in: seal it, and forget it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from common.domain.event import Act
from common.domain.forms import FilledForm, new_pickup_code
from common.domain.forms.form import LONGEST_KEPT_DAYS
from common.domain.ids import FormId, RequestId, TicketId
from common.domain.kept_form import FormState, KeptForm
from common.operations.ids import new_id
from common.operations.journey import done_before
from common.operations.kept_forms.keys import key_in_use
from common.operations.kept_forms.sealing import place_of, seal
from common.store import Store, WriteTransaction

_CODES = 4
"""One is in use by chance once in some 100,000 forms; all of them never."""


@dataclass(frozen=True, slots=True)
class NewForm:
    """One intent to keep a form. The caller holds on to it, so that repeating it repeats nothing.

    The codes are in no record: whoever reads the record cannot ask for a form.
    """

    id: FormId
    codes: tuple[str, ...] = field(repr=False)


def new_form() -> NewForm:
    return NewForm(FormId(new_id()), tuple(new_pickup_code() for _ in range(_CODES)))


def keep_form(
    store: Store,
    filled: FilledForm,
    *,
    kiosk: str,
    new: NewForm | None = None,
    ticket: TicketId | None = None,
    retention_days: int = LONGEST_KEPT_DAYS,
) -> str:
    """Seal a form and return the code for the slip.

    `retention_days` is that of its sheet; after it the form is erased unless somebody fetched it.
    Answers are read by nobody without the private key, this program included. Raises NoFormKey,
    FormKeyAltered.
    """
    new = new or new_form()
    request = RequestId(new.id)
    with store.write() as tx:
        before = done_before(tx, request, Act.KEEP_FORM)
        if before is not None:
            return new.codes[int(before.facts["code"])]
        key = key_in_use(tx)
        # The hall's clock decides; that of a kiosk may be years off.
        erase_after = replace(filled, signed_at=tx.now).expires(retention_days)
        sealed = seal(key.public, filled.packed(), place_of(tx.hall.code, new.id, key.id))
        form = KeptForm(
            id=new.id,
            code="",
            ticket=ticket,
            forms=filled.forms,
            key_id=key.id,
            state=FormState.WAITING,
            filled_at=tx.now,
            picked_up_at=None,
            erase_after=erase_after,
            kiosk=kiosk,
        )
        taken = _keep_with_a_free_code(tx, form, new.codes, sealed)
        tx.record_act(
            Act.KEEP_FORM,
            request=request,
            ticket=tx.ticket(ticket) if ticket else None,
            facts={"form": new.id, "forms": list(filled.forms), "by": kiosk, "code": taken},
        )
        return new.codes[taken]


def link_forms(store: Store, forms: Sequence[FormId], ticket: TicketId, *, kiosk: str) -> None:
    """`ticket` was taken for what these forms, which are kept already, were filled in for.

    Counters then find them by its number too. Again, it changes nothing.
    """
    with store.write() as tx:
        known = tx.ticket(ticket)
        for form in forms:
            request = RequestId(str(uuid5(UUID(form), ticket)))
            if done_before(tx, request, Act.LINK_FORM) is None:
                tx.forms.link(form, ticket, tx.now)
                tx.record_act(
                    Act.LINK_FORM,
                    request=request,
                    ticket=known,
                    facts={"form": form, "by": kiosk},
                )


def _keep_with_a_free_code(
    tx: WriteTransaction, form: KeptForm, codes: tuple[str, ...], sealed: bytes
) -> int:
    """Which of the codes it got."""
    for place, code in enumerate(codes):
        if tx.forms.keep(replace(form, code=code), sealed):
            return place
    raise AssertionError("every code of a form was in use")
