"""A filled form while the hall keeps it: everything but what was written into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from common.domain.ids import FormId, TicketId

if TYPE_CHECKING:
    from common.domain.forms.form import FormCode


class FormState(StrEnum):
    WAITING = "waiting"
    """Until a counter picks it up."""
    PICKED_UP = "picked_up"
    ERASED = "erased"
    """Its answers are gone; that there was one stays."""


@dataclass(frozen=True, slots=True)
class KeptForm:
    """One filled form. Nothing in it is personal, so that lists and logs may show it."""

    id: FormId
    code: str
    """The six signs of the slip; another form may have them once this one is erased."""
    ticket: TicketId | None
    forms: tuple[FormCode, ...]
    """Which forms were filled in together."""
    key_id: str
    """The key with which it was sealed."""
    state: FormState
    filled_at: datetime
    picked_up_at: datetime | None
    erase_after: datetime
    kiosk: str

    def is_readable(self, now: datetime) -> bool:
        """Whether its answers may still be read; when it is due they may not, erased or not."""
        return self.state is not FormState.ERASED and now < self.erase_after


@dataclass(frozen=True, slots=True)
class FormKey:
    """The public half of a key: whoever has it can seal forms, and open none."""

    id: str
    public: bytes
    made_at: datetime
