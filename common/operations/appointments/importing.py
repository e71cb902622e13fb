"""Take the appointments that an outside channel booked, again and again without doubles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from common.domain.appointment import Appointment, AppointmentState, slot_words
from common.domain.errors import JiaohaoError
from common.domain.event import Act
from common.domain.ids import AppointmentId, ClerkLogin
from common.domain.person import person_hash
from common.operations.appointments.booking import (
    give_place_back,
    keep_place,
    named,
    number_of,
    place_facts,
)
from common.operations.appointments.entries import Entry, entry_of, services_by_name
from common.operations.appointments.errors import (
    AppointmentOver,
    CancelledHere,
    CheckedInBefore,
    NotAState,
    OtherChannel,
    RepeatedBelow,
)
from common.operations.appointments.no_shows import count_no_shows
from common.operations.appointments.rules import Wish, faults_of_wish
from common.operations.appointments.table import table_rows
from common.operations.ids import new_id
from common.store import Store, WriteTransaction

_ROWS_AT_ONCE = 50
"""In one transaction: the counters' clerks get their turn in between."""


class Taken(StrEnum):
    """What became of a row."""

    BOOKED = "booked"
    MOVED = "moved"
    """Known before, and changed."""
    CANCELLED = "cancelled"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was not taken."""

    line: int
    """Where it begins in the file, from 1."""
    reason: JiaohaoError


@dataclass(frozen=True, slots=True)
class ImportReport:
    counts: dict[Taken, int]
    bad: tuple[BadRow, ...]
    applied: bool
    """False when one bad row was enough to change nothing."""

    @property
    def rows(self) -> int:
        return sum(self.counts.values()) + len(self.bad)


class _NothingTaken(Exception):
    """Ends a transaction of which nothing is wanted."""


def import_appointments(
    store: Store,
    data: bytes,
    channel: str,
    *,
    all_or_nothing: bool = False,
    clerk: ClerkLogin | None = None,
) -> ImportReport:
    """Take every good row of a channel's file, and say of each bad one why not.

    A row is known again by channel and reference: the same row changes nothing, a changed one moves
    the appointment, a cancelled one gives the place back; an empty field leaves what was there. The
    rules of booking hold, but a half hour of today that has not begun will do. With
    `all_or_nothing` one bad row keeps all others out, and all rows are one transaction.

    Raises NotAChannel and the errors about files, with nothing changed.
    """
    name = named(channel)
    rows = table_rows(data)
    with store.read() as tx:
        services = services_by_name(tx.hall)
    entries, bad = [], []
    for row in rows:
        try:
            entries.append(entry_of(row, services))
        except JiaohaoError as reason:
            bad.append(BadRow(row.line, reason))
    entries, repeated = _last_of_each(entries)
    bad += repeated
    if all_or_nothing:
        return _take_all_or_nothing(store, name, entries, bad, clerk)
    counts = dict.fromkeys(Taken, 0)
    for start in range(0, len(entries), _ROWS_AT_ONCE):
        with store.write() as tx:
            bad += _take(tx, name, entries[start : start + _ROWS_AT_ONCE], counts, clerk)
    return _report(counts, bad, applied=True)


def _take_all_or_nothing(
    store: Store,
    channel: str,
    entries: Sequence[Entry],
    bad: list[BadRow],
    clerk: ClerkLogin | None,
) -> ImportReport:
    counts = dict.fromkeys(Taken, 0)
    try:
        with store.write() as tx:
            bad += _take(tx, channel, entries, counts, clerk)
            if bad:
                raise _NothingTaken
    except _NothingTaken:
        return _report(dict.fromkeys(Taken, 0), bad, applied=False)
    return _report(counts, bad, applied=True)


def _report(counts: dict[Taken, int], bad: Sequence[BadRow], *, applied: bool) -> ImportReport:
    return ImportReport(counts, tuple(sorted(bad, key=lambda row: row.line)), applied)


def _last_of_each(entries: Sequence[Entry]) -> tuple[list[Entry], list[BadRow]]:
    """A reference that stands in the file again means its last row, in whatever order they came."""
    last = {entry.reference: entry for entry in entries}
    repeated = [
        BadRow(entry.line, RepeatedBelow(line=last[entry.reference].line))
        for entry in entries
        if last[entry.reference] is not entry
    ]
    return list(last.values()), repeated


def _take(
    tx: WriteTransaction,
    channel: str,
    entries: Sequence[Entry],
    counts: dict[Taken, int],
    clerk: ClerkLogin | None,
) -> list[BadRow]:
    """Take these rows. Cancelled ones come first: others of the file may have their places."""
    count_no_shows(tx)
    bad = []
    for entry in sorted(entries, key=lambda e: e.state is not AppointmentState.CANCELLED):
        try:
            counts[_take_one(tx, channel, entry, clerk)] += 1
        except JiaohaoError as reason:
            bad.append(BadRow(entry.line, reason))
    return bad


def _take_one(tx: WriteTransaction, channel: str, entry: Entry, clerk: ClerkLogin | None) -> Taken:
    """Changes nothing when it raises."""
    if entry.channel not in ("", channel):
        raise OtherChannel(given=channel)
    known = tx.appointments.by_reference(channel, entry.reference)
    if known is not None and known.state is entry.state is not AppointmentState.BOOKED:
        return Taken.UNCHANGED
    if entry.state is AppointmentState.CANCELLED:
        if known is None:
            return Taken.UNCHANGED
        give_place_back(tx, known, channel, clerk)
        return Taken.CANCELLED
    if entry.state is not AppointmentState.BOOKED:
        raise NotAState(given=entry.state.value)
    if known is None:
        _require_allowed(tx, wish := _wish(tx, entry, None))
        keep_place(
            tx,
            wish,
            appointment=AppointmentId(new_id()),
            tail=entry.phone_tail,
            channel=channel,
            reference=entry.reference,
            clerk=clerk,
        )
        return Taken.BOOKED
    return _take_again(tx, known, entry, clerk)


def _take_again(
    tx: WriteTransaction, known: Appointment, entry: Entry, clerk: ClerkLogin | None
) -> Taken:
    """A booked row of an appointment that is here already."""
    if known.state is AppointmentState.CANCELLED:
        raise CancelledHere
    wish = _wish(tx, entry, known)
    moved = replace(
        known,
        day=wish.day,
        slot=wish.slot,
        queue=wish.service.queue,
        service=wish.service.code,
        person=wish.person,
        phone_tail=entry.phone_tail or known.phone_tail,
    )
    if moved == known:
        return Taken.UNCHANGED
    if known.state is AppointmentState.CHECKED_IN:
        raise CheckedInBefore(number=number_of(tx, known))
    if known.state is AppointmentState.NO_SHOW:
        raise AppointmentOver(slot=slot_words(known.slot), day=known.day)
    _require_allowed(tx, wish)
    tx.appointments.change(moved)
    tx.record_act(Act.BOOK, clerk=clerk, facts={**place_facts(moved), "was": place_facts(known)})
    return Taken.MOVED


def _wish(tx: WriteTransaction, entry: Entry, known: Appointment | None) -> Wish:
    person = person_hash(tx.person_key(), entry.person) if entry.person else None
    return Wish(
        service=entry.service,
        day=entry.day,
        slot=entry.slot,
        person=person or (known.person if known else None),
        by_channel=True,
        instead_of=known.id if known else None,
    )


def _require_allowed(tx: WriteTransaction, wish: Wish) -> None:
    for fault in faults_of_wish(tx, wish):
        raise fault
