"""Persons who may take no numbers for a time (限制名单)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from common.domain.event import Act
from common.domain.ids import ClerkLogin
from common.domain.person import BlockedPerson, is_person_hash, person_hash
from common.domain.session import Role
from common.operations.errors import BlockInThePast, BlockNeedsReason, NotBlocked
from common.operations.staff import require_role
from common.store import ReadTransaction, Store


def block_person(
    store: Store, person: str, until: datetime | None, reason: str, by: ClerkLogin | None = None
) -> BlockedPerson:
    """Let this person (ID or telephone number) take no numbers until `until`, or until unblocked.

    An older entry of the same person is replaced. `by` is the supervisor. Raises NotPermitted,
    NotAnIdentity, BlockNeedsReason, BlockInThePast.
    """
    with store.write() as tx:
        require_role(tx, by, Role.SUPERVISOR)
        if not reason.strip():
            raise BlockNeedsReason
        if until is not None and until <= tx.now:
            there = until.astimezone(ZoneInfo(tx.hall.time_zone))
            raise BlockInThePast(until=f"{there:%Y-%m-%d %H:%M}")
        entry = BlockedPerson(_named(tx, person), tx.now, until, reason.strip(), by or "")
        tx.persons.block(entry)
        tx.record_act(
            Act.BLOCK_PERSON,
            clerk=by,
            facts={
                "person": entry.person,
                "until": until.isoformat() if until else None,
                "reason": entry.reason,
            },
        )
        return entry


def unblock_person(store: Store, person: str, by: ClerkLogin | None = None) -> BlockedPerson:
    """Take this person off the block list and return the entry.

    `person` may also be the hash that the list shows. Raises NotPermitted, NotBlocked,
    NotAnIdentity.
    """
    with store.write() as tx:
        require_role(tx, by, Role.SUPERVISOR)
        named = _named(tx, person)
        entry = tx.persons.blocked(named)
        if entry is None:
            raise NotBlocked
        tx.persons.unblock(named)
        tx.record_act(Act.UNBLOCK_PERSON, clerk=by, facts={"person": named})
        return entry


def blocked_persons(store: Store) -> tuple[BlockedPerson, ...]:
    """Everyone whose block holds now, oldest first."""
    with store.read() as tx:
        return tuple(entry for entry in tx.persons.block_list() if entry.holds_at(tx.now))


def _named(tx: ReadTransaction, person: str) -> str:
    return person if is_person_hash(person) else person_hash(tx.person_key(), person)
