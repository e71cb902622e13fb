"""How a hall file differs from the hall in the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the hall in the database and the hall in the file."""

    kind: ChangeKind
    section: str
    """As in the hall file: ``queues``."""
    code: str
    """Which one; empty for a section that is not a list."""
    details: tuple[str, ...] = ()
    """The names of the fields that differ."""
