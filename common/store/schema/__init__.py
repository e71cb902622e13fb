"""The tables. What must never be, the schema refuses, whatever the code does.

This is what the migrations are made from and compared with; the statements that run every day
stand in `common.store.queries`.

Instants are whole microseconds since 1970 in UTC, hall days are ISO dates, lists of codes are
separated by blanks, what is nested is JSON as text: the same on both engines, exact, and ordered by
any index. A module a room: they fill `metadata` when they are imported.
"""

from __future__ import annotations

from common.store.schema import (
    appointments,
    catalogue,
    forms,
    help,
    kiosks,
    line,
    opinions,
    paper,
    samples,
    staff,
)
from common.store.schema.columns import metadata

__all__ = [
    "appointments",
    "catalogue",
    "forms",
    "help",
    "kiosks",
    "line",
    "metadata",
    "opinions",
    "paper",
    "samples",
    "staff",
]
