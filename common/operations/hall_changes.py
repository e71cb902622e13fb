"""Create a hall, and change it while people wait in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from common.domain.hall import Hall
from common.domain.session import Clerk
from common.domain.ticket import ACTIVE
from common.operations.errors import (
    ClassStillWaiting,
    CounterStillBusy,
    OtherHall,
    QueueStillWaiting,
)
from common.operations.hall_file import HallFile, NewClerk
from common.operations.passwords import hash_password
from common.store import ReadTransaction, Store, create_database


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


_LISTS = (
    "zones",
    "departments",
    "queues",
    "priority_classes",
    "materials",
    "services",
    "bundles",
    "counters",
)
_SINGLE = ("name", "address", "time_zone", "phone", "calendar", "rules")
_TEXTS = ("slip_rules", "ticker", "notices")


def create_hall(url: str, file: HallFile) -> Store:
    """Create the database at `url` for the hall of `file`. Raises DatabaseExists."""
    return create_database(url, file.hall, clerks=[_clerk(clerk) for clerk in file.clerks])


def differences(store: Store, file: HallFile) -> tuple[Change, ...]:
    """What `apply_hall` would change. Raises what it would raise."""
    with store.read() as tx:
        return _permitted_changes(tx, file.hall) + _added(_new_clerks(tx, file.clerks))


def apply_hall(store: Store, file: HallFile) -> tuple[Change, ...]:
    """Make the database's hall the one of `file`, in one transaction; returns what changed.

    Tickets that are in the hall stay. Raises OtherHall, QueueStillWaiting, CounterStillBusy and
    ClassStillWaiting when something would vanish under people; nothing is changed then.
    """
    with store.read() as tx:
        # Hashing takes some 50 ms a password on purpose, so it stands outside the transaction.
        hashed = [(clerk, _clerk(clerk)) for clerk in _new_clerks(tx, file.clerks)]
    with store.write() as tx:
        changes = _permitted_changes(tx, file.hall)
        if changes:
            tx.write_hall(file.hall)
        new = [(named, clerk) for named, clerk in hashed if tx.staff.clerk(clerk.login) is None]
        tx.staff.add(clerk for _, clerk in new)
        return changes + _added([named for named, _ in new])


def _permitted_changes(tx: ReadTransaction, wanted: Hall) -> tuple[Change, ...]:
    if tx.hall.code != wanted.code:
        raise OtherHall(given=wanted.code, known=tx.hall.code)
    changes = tuple(_changes(tx.hall, wanted))
    _require_nobody_loses_place(tx, changes)
    return changes


def _changes(old: Hall, new: Hall) -> Iterable[Change]:
    for section in _SINGLE:
        if getattr(old, section) != getattr(new, section):
            yield Change(ChangeKind.CHANGED, "hall", section)
    for section in _LISTS:
        yield from _list_changes(section, getattr(old, section), getattr(new, section))
    for section in _TEXTS:
        if getattr(old, section) != getattr(new, section):
            yield Change(ChangeKind.CHANGED, "texts", section)


def _list_changes(section: str, old: Sequence[Any], new: Sequence[Any]) -> Iterable[Change]:
    before = {thing.code: thing for thing in old}
    after = {thing.code: thing for thing in new}
    for code in before:
        if code not in after:
            yield Change(ChangeKind.REMOVED, section, code)
    for code, thing in after.items():
        if code not in before:
            yield Change(ChangeKind.ADDED, section, code)
        elif thing != before[code]:
            yield Change(ChangeKind.CHANGED, section, code, _fields(before[code], thing))
    if list(before) != list(after) and before.keys() == after.keys():
        yield Change(ChangeKind.CHANGED, section, "", ("order",))


def _fields(old: Any, new: Any) -> tuple[str, ...]:
    assert is_dataclass(old)
    return tuple(f.name for f in fields(old) if getattr(old, f.name) != getattr(new, f.name))


def _require_nobody_loses_place(tx: ReadTransaction, changes: Sequence[Change]) -> None:
    removed = {
        section: {c.code for c in changes if c.kind is ChangeKind.REMOVED and c.section == section}
        for section in _LISTS
    }
    at_counters = tx.legs_at_counters()
    in_hall = [*tx.unfinished_today(), *at_counters]
    for leg in in_hall:
        if leg.queue in removed["queues"]:
            people = sum(other.queue == leg.queue for other in in_hall)
            raise QueueStillWaiting(queue=leg.queue, people=people)
        if leg.lane in removed["priority_classes"]:
            people = sum(other.lane == leg.lane for other in in_hall)
            raise ClassStillWaiting(priority=leg.lane, people=people)
        here = leg.counter if leg.state in ACTIVE else None
        for counter in (here, leg.only_counter):
            if counter in removed["counters"]:
                raise CounterStillBusy(counter=counter, number=leg.number)


def _new_clerks(tx: ReadTransaction, clerks: Sequence[NewClerk]) -> list[NewClerk]:
    """Clerks of the file whom the database does not know; the others keep their passwords."""
    return [clerk for clerk in clerks if tx.staff.clerk(clerk.login) is None]


def _added(clerks: Sequence[NewClerk]) -> tuple[Change, ...]:
    return tuple(Change(ChangeKind.ADDED, "clerks", clerk.login) for clerk in clerks)


def _clerk(new: NewClerk) -> Clerk:
    return Clerk(
        login=new.login,
        name=new.name,
        password_hash=new.password_hash or hash_password(new.password or ""),
        failures=0,
        locked_until=None,
    )
