"""What passed the printer's port, in both directions."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

_KEPT = 400


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Bytes that passed the port."""

    at: datetime
    received: bool
    data: bytes
    lost: bool = False
    """True for a reply that the line lost, or bytes that nobody heard or had room for."""


class ByteLog:
    """Keeps the latest entries and counts them all. It has no lock of its own."""

    def __init__(self) -> None:
        self._count = 0
        self._entries: deque[LogEntry] = deque(maxlen=_KEPT)

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        return tuple(self._entries)

    def note(self, *, received: bool, data: bytes, lost: bool) -> None:
        self._entries.append(LogEntry(datetime.now().astimezone(), received, data, lost))
        self._count += 1

    def since(self, seen: int) -> tuple[int, tuple[LogEntry, ...]]:
        """How many entries there were so far, and those after the first `seen` still kept."""
        new = min(self._count - seen, len(self._entries))
        return self._count, self.entries[len(self._entries) - new :]
