"""What an identity card answers of a form."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from common.domain.forms import FieldKey, Sheet
from common.domain.forms.identity import DocumentType, Sex

_APPLICANT = "applicant"


class Card(Protocol):
    """`common.devices.id_card.IdCard`, which is wiped after it was taken."""

    @property
    def name(self) -> str: ...

    @property
    def number(self) -> str: ...

    @property
    def document(self) -> DocumentType: ...

    @property
    def is_foreigners(self) -> bool: ...

    @property
    def nation(self) -> str: ...

    @property
    def sex(self) -> Sex | None: ...

    @property
    def birth(self) -> date | None: ...

    @property
    def address(self) -> str: ...


def person_of(key: FieldKey) -> str:
    """Whom a field is about: `spouse` of `spouse.name`."""
    return str(key).partition(".")[0]


def card_answers(card: Card, sheet: Sheet, person: str = _APPLICANT) -> dict[FieldKey, str]:
    """What `card` tells of that person, as far as the sheet asks it and a choice knows it."""
    foreign = card.is_foreigners
    told = {
        "doc_type": (DocumentType.FOREIGNER_ID if foreign else card.document).value,
        "doc_no": card.number,
        "name": card.name,
        "sex": card.sex.value if card.sex else "",
        "birth": card.birth.isoformat() if card.birth else "",
        "nation": "" if foreign else card.nation,
        "hukou_addr": "" if foreign else card.address,
    }
    fields = {asked.field.key: asked.field for asked in sheet.every()}
    answers = {FieldKey(f"{person}.{fact}"): text for fact, text in told.items()}
    return {
        key: text
        for key, text in answers.items()
        if key in fields and text and (not fields[key].choices or fields[key].choice(text))
    }
