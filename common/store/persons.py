"""Persons, who are known here by a keyed hash alone: their numbers, and the block list."""

from __future__ import annotations

from datetime import date
from typing import Any

from common.domain.ids import QueueCode, TicketNumber
from common.domain.person import BlockedPerson
from common.store import queries
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_BLOCKED = "SELECT person, since, until, reason, blocked_by FROM blocked_person WHERE hall = :hall"
_BLOCKED_PERSON = f"{_BLOCKED} AND person = :person"
_BLOCK_LIST = f"{_BLOCKED} ORDER BY since, person"
_BLOCK = """
    INSERT INTO blocked_person (hall, person, since, until, reason, blocked_by)
    VALUES (:hall, :person, :since, :until, :reason, :blocked_by)
    ON CONFLICT (hall, person) DO UPDATE SET since = excluded.since, until = excluded.until,
        reason = excluded.reason, blocked_by = excluded.blocked_by
"""
_UNBLOCK = "DELETE FROM blocked_person WHERE hall = :hall AND person = :person"


class Persons:
    """Questions about people who said who they are. `person` is always the keyed hash."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def open_number(self, person: str, queue: QueueCode, day: date) -> TicketNumber | None:
        """A number of this person for `queue` on `day` that is not over."""
        rows = self._link.rows(
            queries.OPEN_NUMBER_OF_PERSON, person=person, queue=queue, day=day.isoformat()
        )
        return TicketNumber(rows[0][0]) if rows else None

    def blocked(self, person: str) -> BlockedPerson | None:
        """This person's entry in the block list, also when its time is over."""
        return next(map(_entry, self._link.rows(_BLOCKED_PERSON, person=person)), None)

    def block_list(self) -> list[BlockedPerson]:
        """Every entry, oldest first."""
        return [_entry(row) for row in self._link.rows(_BLOCK_LIST)]


class PersonChanges(Persons):
    """What changes in the block list."""

    def block(self, entry: BlockedPerson) -> None:
        """Put somebody on the list; an older entry of theirs is replaced."""
        self._link.change(
            _BLOCK,
            person=entry.person,
            since=to_microseconds(entry.since),
            until=stored(entry.until),
            reason=entry.reason,
            blocked_by=entry.by,
        )

    def unblock(self, person: str) -> None:
        self._link.change(_UNBLOCK, person=person)


def _entry(row: Any) -> BlockedPerson:
    person, since, until, reason, by = row
    return BlockedPerson(person, from_microseconds(since), instant(until), reason, by)
