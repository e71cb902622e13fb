"""What a verb asks first, found out before its transaction begins.

A writer of the hall keeps all others waiting, and on a server each of its questions costs a trip.
So the verb asks them once of nobody, before it begins; what it asked then travels with the hall's
lock (docs/decisions/0017), and the answers are there when it has its turn.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

from common.domain.errors import JiaohaoError
from common.domain.hall import Hall
from common.store.driver import Link, Values
from common.store.transaction import ReadTransaction

Foreseen = Callable[[ReadTransaction], object]
"""Asks what a verb will ask in any case. It gets no answers, and need make nothing of that."""


class _Nobody(Link):
    """Hears questions and knows nothing."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Values]] = []

    def rows(self, statement: str, values: Values | None = None) -> list[Any]:
        self.asked.append((statement, values or {}))
        return []


def questions(foreseen: Foreseen, hall: Hall, now: datetime) -> list[tuple[str, Values]]:
    """What would be asked if the hall is still as it was and the day is that of this PC.

    Otherwise other questions are asked, and the answers to these are never looked at.
    """
    nobody = _Nobody()
    with suppress(JiaohaoError):  # Of a counter that is unknown, say: the verb will tell.
        foreseen(ReadTransaction(nobody, hall, now))
    return nobody.asked
