"""What clerks do with filled forms. Who read or changed which is recorded; no answer is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC
from typing import Any

from common.domain.event import Act
from common.domain.forms import FieldKey, FilledForm, NotAFilledForm, changed_fields, unpacked
from common.domain.ids import ClerkLogin, CounterCode, FormId
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Role
from common.operations.kept_forms.erasing import erase_in
from common.operations.kept_forms.errors import (
    FormDamaged,
    FormErased,
    FormKeyOfOtherHall,
    NoSuchForm,
    WrongFormKey,
)
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
    NotPermitted for a role below `least`.
    """
    with store.write() as tx:
        require_role(tx, clerk, least)
        opened = _opened(tx, keys, form)
        _record(tx, Act.OPEN_FORM, opened.kept, clerk, counter)
        return opened


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

    The values are taken as they are: whoever shows the fields checks them. Raises what `open_form`
    raises, and FormKeyAltered.
    """
    with store.write() as tx:
        require_role(tx, clerk, Role.CLERK)
        before = _opened(tx, keys, form)
        answers = {
            key: value for key, value in {**before.filled.answers, **changed}.items() if value
        }
        fields = changed_fields(before.filled.answers, answers)
        if not fields:
            return before
        after = replace(before.filled, answers=answers)
        key = key_in_use(tx)
        tx.forms.reseal(
            form, seal(key.public, after.packed(), place_of(tx.hall.code, form, key.id)), key.id
        )
        _record(tx, Act.EDIT_FORM, before.kept, clerk, counter, fields=list(fields))
        return OpenedForm(replace(before.kept, key_id=key.id), after)


def export_form(
    store: Store,
    keys: FormKeys,
    form: FormId,
    clerk: ClerkLogin,
    *,
    counter: CounterCode | None = None,
    least: Role = Role.CLERK,
) -> dict[str, Any]:
    """All answers, to be written as JSON for the system in which the case is entered.

    Raises what `open_form` raises.
    """
    with store.write() as tx:
        require_role(tx, clerk, least)
        opened = _opened(tx, keys, form)
        _record(tx, Act.EXPORT_FORM, opened.kept, clerk, counter)
        ticket = tx.ticket(opened.kept.ticket) if opened.kept.ticket else None
        filled = opened.filled
        return {
            "hall": tx.hall.code,
            "code": opened.kept.code,
            "number": ticket.number if ticket else None,
            "forms": list(filled.forms),
            "services": list(filled.services),
            "language": filled.language.value,
            "signed_at": filled.signed_at.astimezone(UTC).isoformat(),
            "answers": dict(filled.answers),
        }


def pick_up(
    store: Store, form: FormId, clerk: ClerkLogin, *, counter: CounterCode | None = None
) -> KeptForm:
    """The form did its work: it stays readable for the hall's period and is then erased.

    Again, it changes nothing. Raises NoSuchForm, FormErased, UnknownClerk.
    """
    with store.write() as tx:
        require_role(tx, clerk, Role.CLERK)
        kept = _readable(tx, form)
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


def _opened(tx: ReadTransaction, keys: FormKeys, form: FormId) -> OpenedForm:
    kept = _readable(tx, form)
    if keys.hall != tx.hall.code:
        raise FormKeyOfOtherHall(file=keys.file, theirs=keys.hall, ours=tx.hall.code)
    private = keys.private.get(kept.key_id)
    if private is None:
        raise WrongFormKey(key=kept.key_id)
    try:
        place = place_of(tx.hall.code, form, kept.key_id)
        return OpenedForm(kept, unpacked(open_box(private, tx.forms.sealed(form), place)))
    except (NotOpened, NotAFilledForm):
        raise FormDamaged(form=kept.code) from None


def _readable(tx: ReadTransaction, form: FormId) -> KeptForm:
    kept = tx.forms.form(form)
    if kept is None:
        raise NoSuchForm(given=form)
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
