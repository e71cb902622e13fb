"""Emptying a hall that people practise in."""

from __future__ import annotations

from collections.abc import Iterable

from common.domain.session import Clerk
from common.store.driver import HallLink
from common.store.staff import add_clerks

_OF_HALL = (
    *("event", "print_job", "form_link", "filled_form", "rating", "leg", "appointment", "ticket"),
    *("blocked_person", "pause", "extra_queue", "session", "kiosk_state", "kiosk_pin_tries"),
    *("help_call", "opinion"),
)
"""Everything that happens in a hall; what points at others goes before them."""


class PracticeHall:
    """A hall in which nothing that happened counts. Only a practice hall may become one."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def empty(self) -> None:
        """Forget everything that happened; the hall and its staff stay."""
        for table in _OF_HALL:
            self._link.change(f"DELETE FROM {table} WHERE hall = :hall")

    def replace_staff(self, clerks: Iterable[Clerk]) -> None:
        """These work here from now on, and nobody else; the hall must be empty."""
        self._link.change("DELETE FROM clerk WHERE hall = :hall")
        add_clerks(self._link.link, self._link.hall, clerks)
