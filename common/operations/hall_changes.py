"""Create a hall, and change it while people wait in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from common.domain.event import Act
from common.domain.hall import Hall
from common.domain.ids import ClerkLogin
from common.domain.session import Role
from common.domain.ticket import ACTIVE
from common.operations.appointments.errors import AppointmentsStillBooked
from common.operations.changes import Change, ChangeKind
from common.operations.errors import (
    ClassStillWaiting,
    CounterStillBusy,
    OtherHall,
    QueueStillWaiting,
)
from common.operations.hall_file import HallFile
from common.operations.hall_staff import (
    apply_staff,
    hashed_newcomers,
    new_clerk,
    staff_differences,
)
from common.operations.pausing import release_without_kind
from common.operations.slip_changes import slip_changes
from common.operations.staff import require_role
from common.store import ReadTransaction, Store, create_database

_LISTS = (
    "zones",
    "departments",
    "queues",
    "priority_classes",
    "materials",
    "services",
    "bundles",
    "counters",
    "kiosks",
    "support_zones",
    "life_stages",
    "sites",
)
_SINGLE = ("name", "address", "time_zone", "phone", "calendar", "rules")
_TEXTS = ("slip_rules", "ticker", "notices")


def create_hall(url: str, file: HallFile) -> Store:
    """Create the database at `url` for the hall of `file`.

    Raises DatabaseExists, and NewClerkWithoutPassword.
    """
    clerks = [new_clerk(clerk) for clerk in file.clerks]
    return create_database(url, file.hall, clerks=clerks, samples=file.samples)


def differences(store: Store, file: HallFile) -> tuple[Change, ...]:
    """What `apply_hall` would change. Raises what it would raise, but for bad roles of `by`."""
    with store.read() as tx:
        return _permitted_changes(tx, file.hall) + staff_differences(tx, file.clerks)


def apply_hall(store: Store, file: HallFile, *, by: ClerkLogin | None = None) -> tuple[Change, ...]:
    """Make the database's hall the one of `file`, in one transaction; returns what changed.

    Tickets that are in the hall stay, and so do passwords and the staff that the file does not
    name. Raises OtherHall, QueueStillWaiting, CounterStillBusy and ClassStillWaiting when something
    would vanish under people, NewClerkWithoutPassword, UnknownClerk and NotPermitted when `by` is
    not an administrator; nothing is changed then.
    """
    with store.read() as tx:
        hashed = hashed_newcomers(tx, file.clerks)
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        changes = _permitted_changes(tx, file.hall)
        if changes:
            tx.write_hall(file.hall)
            tx.samples.replace(file.samples)
            release_without_kind(tx)
        changes += apply_staff(tx, file.clerks, hashed, by)
        if changes:
            tx.record_act(Act.APPLY_HALL, clerk=by, facts={"changes": len(changes)})
        return changes


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
    if old.ask_phone != new.ask_phone:
        yield Change(ChangeKind.CHANGED, "kiosk", "ask_phone")
    if old.book_ahead != new.book_ahead:
        yield Change(ChangeKind.CHANGED, "kiosk", "book_ahead")
    if old.plans != new.plans:
        yield Change(ChangeKind.CHANGED, "plans", "")
    if old.home_buttons != new.home_buttons:
        yield Change(ChangeKind.CHANGED, "kiosk", "home")
    if old.attract != new.attract:
        yield Change(ChangeKind.CHANGED, "kiosk", "attract")
    yield from slip_changes(old.slip, new.slip)


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
    for service, queue, people in tx.appointments.booked_services():
        for code, section in ((service, "services"), (queue, "queues")):
            if code in removed[section]:
                raise AppointmentsStillBooked(what=code, people=people)
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
