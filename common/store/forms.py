"""Filled forms as the database knows them: sealed, and never without a time to erase them."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from common.domain.ids import FormId, TicketId
from common.domain.kept_form import FormKey, FormState, KeptForm
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, to_microseconds

if TYPE_CHECKING:
    from common.domain.forms.form import FormCode

_COLUMNS = "id, code, ticket, forms, key_id, state, filled_at, picked_up_at, erase_after, kiosk"
_LATEST_LINK = """COALESCE((
    SELECT form_link.ticket FROM form_link WHERE form_link.form = filled_form.id
    ORDER BY linked_at DESC, form_link.ticket DESC LIMIT 1
), filled_form.ticket)"""
"""A number that was taken after the form goes before the one of before, which was given back."""
_FORM = f"SELECT {_COLUMNS.replace('ticket', _LATEST_LINK)} FROM filled_form"
_LATEST_FIRST = "ORDER BY filled_at DESC, id DESC"
_OF_TICKET = """
    SELECT form.id FROM filled_form AS form WHERE form.ticket = {ticket}
    UNION ALL SELECT form_link.form FROM form_link WHERE form_link.ticket = {ticket}
"""
_WITH_CODE = "(SELECT ticket.id FROM ticket WHERE ticket.hall = :hall AND ticket.code = :code)"
FORM_BY_ID = f"{_FORM} WHERE hall = :hall AND id = :form"
FORM_BY_CODE = f"{_FORM} WHERE hall = :hall AND code = :code AND state <> 'erased'"
LAST_ERASED = f"""
    {_FORM} WHERE hall = :hall AND code = :code AND state = 'erased' {_LATEST_FIRST} LIMIT 1
"""
FORMS_OF_TICKET = f"""
    {_FORM} WHERE hall = :hall AND id IN ({_OF_TICKET.format(ticket=":ticket")})
    AND state <> 'erased' {_LATEST_FIRST}
"""
FORMS_OF_SLIP = f"""
    {_FORM} WHERE hall = :hall AND id IN ({_OF_TICKET.format(ticket=_WITH_CODE)})
    AND state <> 'erased' {_LATEST_FIRST}
"""
KEPT_FORMS = f"{_FORM} WHERE hall = :hall AND state <> 'erased' ORDER BY erase_after, id"
DUE_FORMS = f"""
    {_FORM} WHERE hall = :hall AND state <> 'erased' AND erase_after <= :now
    ORDER BY erase_after, id
"""
_SEALED = "SELECT sealed FROM filled_form WHERE hall = :hall AND id = :form"
_KEYS = "SELECT id, public_key, made_at FROM form_key WHERE hall = :hall ORDER BY made_at DESC, id"
_ADD_KEY = """
    INSERT INTO form_key (hall, id, public_key, made_at) VALUES (:hall, :id, :public, :made_at)
"""
_KEEP = f"""
    INSERT INTO filled_form ({_COLUMNS}, sealed, hall)
    VALUES ({", ".join(f":{name}" for name in _COLUMNS.split(", "))}, :sealed, :hall)
    ON CONFLICT DO NOTHING
"""
_LINK = """
    INSERT INTO form_link (form, ticket, hall, linked_at)
    VALUES (:form, :ticket, :hall, :at) ON CONFLICT DO NOTHING
"""
_RESEAL = """
    UPDATE filled_form SET sealed = :sealed, key_id = :key_id
    WHERE hall = :hall AND id = :form AND state <> 'erased'
"""
_PICK_UP = """
    UPDATE filled_form SET state = 'picked_up', picked_up_at = :at, erase_after = :erase_after
    WHERE hall = :hall AND id = :form AND state = 'waiting'
"""
_ERASE = """
    UPDATE filled_form SET sealed = '', state = 'erased' WHERE hall = :hall AND id = :form
"""


class Forms:
    """Questions about filled forms."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def keys(self) -> list[FormKey]:
        """The public keys that there ever were, the one that seals now first."""
        return [
            FormKey(key, b64decode(public), from_microseconds(made))
            for key, public, made in self._link.rows(_KEYS)
        ]

    def form(self, form: FormId) -> KeptForm | None:
        """The form with this id, erased or not."""
        return next(map(_form, self._link.rows(FORM_BY_ID, form=form)), None)

    def with_code(self, code: str) -> KeptForm | None:
        """The one that has this code; else the latest that had it and was erased."""
        rows = self._link.rows(FORM_BY_CODE, code=code) or self._link.rows(LAST_ERASED, code=code)
        return next(map(_form, rows), None)

    def of_ticket(self, ticket: TicketId) -> list[KeptForm]:
        """What is kept for one errand, the latest first."""
        return list(map(_form, self._link.rows(FORMS_OF_TICKET, ticket=ticket)))

    def of_slip(self, code: str) -> list[KeptForm]:
        """The same for the ticket whose slip has this code."""
        return list(map(_form, self._link.rows(FORMS_OF_SLIP, code=code)))

    def kept(self) -> list[KeptForm]:
        """All that is not erased, what is due first."""
        return list(map(_form, self._link.rows(KEPT_FORMS)))

    def due(self, now: datetime) -> list[KeptForm]:
        """What should be erased by now."""
        return list(map(_form, self._link.rows(DUE_FORMS, now=to_microseconds(now))))

    def sealed(self, form: FormId) -> bytes:
        """The sealed answers; empty when they were erased."""
        ((sealed,),) = self._link.rows(_SEALED, form=form)
        return b64decode(sealed)


class FormChanges(Forms):
    """What becomes of filled forms."""

    def add_key(self, key: FormKey) -> None:
        """From now on this key seals."""
        self._link.change(
            _ADD_KEY,
            id=key.id,
            public=_as_text(key.public),
            made_at=to_microseconds(key.made_at),
        )

    def keep(self, form: KeptForm, sealed: bytes) -> bool:
        """Store a new form; False, with nothing stored, when its code is in use.

        It reads nothing, so that a kiosk need not be allowed to.
        """
        values = {
            "hall": self._link.hall,
            "id": form.id,
            "code": form.code,
            "ticket": form.ticket,
            "forms": " ".join(form.forms),
            "key_id": form.key_id,
            "state": form.state.value,
            "filled_at": to_microseconds(form.filled_at),
            "picked_up_at": None,
            "erase_after": to_microseconds(form.erase_after),
            "kiosk": form.kiosk,
            "sealed": _as_text(sealed),
        }
        return self._link.link.change(_KEEP, values) == 1

    def link(self, form: FormId, ticket: TicketId, at: datetime) -> None:
        """This number was taken for what the form is for. It reads nothing either."""
        self._link.change(_LINK, form=form, ticket=ticket, at=to_microseconds(at))

    def reseal(self, form: FormId, sealed: bytes, key_id: str) -> None:
        """Its answers are these from now on."""
        self._link.change(_RESEAL, form=form, sealed=_as_text(sealed), key_id=key_id)

    def pick_up(self, form: FormId, at: datetime, erase_after: datetime) -> None:
        self._link.change(
            _PICK_UP,
            form=form,
            at=to_microseconds(at),
            erase_after=to_microseconds(erase_after),
        )

    def erase(self, form: FormId) -> None:
        """Overwrite its answers."""
        self._link.change(_ERASE, form=form)


def _as_text(value: bytes) -> str:
    return b64encode(value).decode()


def _form(row: Any) -> KeptForm:
    form, code, ticket, forms, key_id, state, filled, picked_up, erase_after, kiosk = row
    return KeptForm(
        id=FormId(form),
        code=code,
        ticket=None if ticket is None else TicketId(ticket),
        forms=cast("tuple[FormCode, ...]", tuple(forms.split())),
        key_id=key_id,
        state=FormState(state),
        filled_at=from_microseconds(filled),
        picked_up_at=instant(picked_up),
        erase_after=from_microseconds(erase_after),
        kiosk=kiosk,
    )
