"""What clerks do with filled forms. Who read or changed which is recorded; no answer is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from common.domain.event import Act
from common.domain.forms import (
    Edit,
    FieldKey,
    FilledForm,
    NotAFilledForm,
    changed_fields,
    unpacked,
)
from common.domain.ids import ClerkLogin, CounterCode, FormId
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Role
from common.operations.kept_forms.access import require_access
from common.operations.kept_forms.erasing import erase_in
from common.operations.kept_forms.errors import (
    FormDamaged,
    FormErased,
    FormKeyOfOtherHall,
    NoSuchForm,
    WrongFormKey,
)
from common.operations.kept_forms.exported import ExportedForm, TakenAs
from common.operations.kept_forms.key_file import FormKeys
from common.operations.kept_forms.keys import key_in_use
from common.operations.kept_forms.sealing import NotOpened, open_box, place_of, seal
from common.operations.staff import require_role
from common.store import ReadTransaction, Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """A form with its answers, for the screen of the clerk who serves the person."""

    kept: KeptForm
    filled: FilledForm
    number: str | None = None
    """Of the ticket that it was filled in for."""


def open_form(
    store: Store,
    keys: FormKeys,
    form: FormId,
    clerk: ClerkLogin,
    *,
    counter: CounterCode | None = None,
    least: Role = Role.CLERK,
) -> OpenedForm:
    """Read a form.

    Raises NoSuchForm, FormErased, WrongFormKey, FormKeyOfOtherHall, FormDamaged, UnknownClerk,
    NotPermitted for a role below `least`, NotSignedInHere, FormOfOtherCounter.
    """
    with store.write() as tx:
        opened = _opened(tx, keys, _readable(tx, form, clerk, counter, least))
        _record(tx, Act.OPEN_FORM, opened.kept, clerk, counter)
        return opened


def reveal(
    store: Store,
    form: FormId,
    fields: Iterable[FieldKey],
    clerk: ClerkLogin,
    *,
    counter: CounterCode | None = None,
) -> None:
    """Write down that covered answers are shown; whoever shows them does it afterwards.

    Raises what `open_form` raises of the form and the clerk.
    """
    with store.write() as tx:
        kept = _readable(tx, form, clerk, counter)
        _record(tx, Act.REVEAL_FIELD, kept, clerk, counter, fields=list(fields))


def edit_form(
    store: Store,
    keys: FormKeys,
    form: FormId,
    changed: Mapping[FieldKey, str],
    clerk: ClerkLogin,
    *,
    counter: CounterCode | None = None,
) -> OpenedForm:
    """Change answers; an empty one removes its field, and fields that are not named stay.

    The record names the fields; what they held before is sealed with the form. The values are
    taken as they are: whoever shows the fields checks them. Raises what `open_form` raises, and
    FormKeyAltered.
    """
    with store.write() as tx:
        before = _opened(tx, keys, _readable(tx, form, clerk, counter))
        answers = {
            key: value for key, value in {**before.filled.answers, **changed}.items() if value
        }
        fields = changed_fields(before.filled.answers, answers)
        if not fields:
            return before
        edits = (
            Edit(tx.now, clerk, field, before.filled.answers.get(field, "")) for field in fields
        )
        after = replace(before.filled, answers=answers, edits=(*before.filled.edits, *edits))
        key = key_in_use(tx)
        tx.forms.reseal(
            form, seal(key.public, after.packed(), place_of(tx.hall.code, form, key.id)), key.id
        )
        _record(tx, Act.EDIT_FORM, before.kept, clerk, counter, fields=list(fields))
        return OpenedForm(replace(before.kept, key_id=key.id), after, before.number)


def export_form(
    store: Store,
    keys: FormKeys,
    form: FormId,
    clerk: ClerkLogin,
    *,
    taken_as: TakenAs,
    counter: CounterCode | None = None,
    least: Role = Role.CLERK,
) -> ExportedForm:
    """Let all answers leave the hall's keeping, on paper or in a file.

    Raises what `open_form` raises.
    """
    with store.write() as tx:
        opened = _opened(tx, keys, _readable(tx, form, clerk, counter, least))
        _record(tx, Act.EXPORT_FORM, opened.kept, clerk, counter, **{"as": taken_as.value})
        return ExportedForm(
            hall=tx.hall.code,
            code=opened.kept.code,
            number=opened.number,
            filled=opened.filled,
            at=tx.now,
            by=clerk,
        )


def pick_up(
    store: Store, form: FormId, clerk: ClerkLogin, *, counter: CounterCode | None = None
) -> KeptForm:
    """The form did its work: it stays readable for the hall's period and is then erased.

    Again, it changes nothing. Raises what `open_form` raises of the form and the clerk.
    """
    with store.write() as tx:
        kept = _readable(tx, form, clerk, counter)
        if kept.state is FormState.PICKED_UP:
            return kept
        erase_after = tx.now + tx.hall.rules.forms_after_pickup
        tx.forms.pick_up(form, tx.now, erase_after)
        _record(tx, Act.PICK_UP_FORM, kept, clerk, counter)
        picked = replace(
            kept, state=FormState.PICKED_UP, picked_up_at=tx.now, erase_after=erase_after
        )
        if picked.is_readable(tx.now):
            return picked
        erase_in(tx, picked, None, "due")
    store.wipe()
    return replace(picked, state=FormState.ERASED)


def _opened(tx: ReadTransaction, keys: FormKeys, kept: KeptForm) -> OpenedForm:
    if keys.hall != tx.hall.code:
        raise FormKeyOfOtherHall(file=keys.file, theirs=keys.hall, ours=tx.hall.code)
    private = keys.private.get(kept.key_id)
    if private is None:
        raise WrongFormKey(key=kept.key_id)
    ticket = tx.ticket(kept.ticket) if kept.ticket else None
    try:
        place = place_of(tx.hall.code, kept.id, kept.key_id)
        filled = unpacked(open_box(private, tx.forms.sealed(kept.id), place))
    except (NotOpened, NotAFilledForm):
        raise FormDamaged(form=kept.code) from None
    return OpenedForm(kept, filled, ticket.number if ticket else None)


def _readable(
    tx: ReadTransaction,
    form: FormId,
    clerk: ClerkLogin,
    counter: CounterCode | None,
    least: Role = Role.CLERK,
) -> KeptForm:
    kept = tx.forms.form(form)
    if kept is None:
        require_role(tx, clerk, least)
        raise NoSuchForm(given=form)
    require_access(tx, kept, clerk, counter, least)
    if not kept.is_readable(tx.now):
        raise FormErased(given=kept.code)
    return kept


def _record(
    tx: WriteTransaction,
    act: Act,
    kept: KeptForm,
    clerk: ClerkLogin,
    counter: CounterCode | None,
    **facts: Any,
) -> None:
    tx.record_act(
        act,
        clerk=clerk,
        counter=counter,
        ticket=tx.ticket(kept.ticket) if kept.ticket else None,
        facts={"form": kept.id, **facts},
    )
