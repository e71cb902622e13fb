"""A hall to practise in: a copy of the real one on this PC, where nothing counts.

The real hall is only read. Kiosk, counter and display on one PC share one practice hall, and
nothing leads from it to a real board, record or report.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from common.domain.guide import SamplePicture
from common.domain.hall import Former, Hall
from common.domain.session import Clerk
from common.domain.text import Text
from common.store import DatabaseAway, Store, create_database, open_store
from common.store.errors import DatabaseExists, DatabaseOutdated

_WARNING = Text(
    zh="练习号票：窗口不会呼叫此号", en="Practice slip: no window will call this number"
)


def practice_hall(url: str, folder: Path, *, with_staff: bool) -> str:
    """The address of the practice hall for the hall at `url`, made or brought up to date.

    It describes the same hall with the same staff and passwords and is always open. When the real
    hall or its staff changed since, practice begins anew. `with_staff` is for programs in which
    people sign in; others may not even be allowed to read the staff. While the real hall cannot be
    reached, the practice hall of last time does. Raises what `open_store` raises.
    """
    try:
        copy = _copied(url, with_staff=with_staff)
    except DatabaseAway:
        known = _practice_files(folder)
        if len(known) != 1:
            raise
        return os.fspath(known[0])
    place = os.fspath(folder / f"{copy.hall.code}.db")
    try:
        _made(place, copy).close()
    except DatabaseExists:
        _bring_up_to_date(place, copy)
    _give_a_form_key(place)
    return place


def _give_a_form_key(place: str) -> None:
    # cryptography takes a while to load.
    from common.operations.kept_forms import give_practice_key

    store = open_store(place)
    try:
        give_practice_key(store)
    finally:
        store.close()


def clear_practice(folder: Path) -> int:
    """Forget everything that happened in the practice halls of `folder`; returns how many."""
    files = _practice_files(folder)
    for file in files:
        store = open_store(os.fspath(file))
        try:
            with store.write() as tx:
                tx.practice.empty()
        finally:
            store.close()
    return len(files)


def _practice_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.db"))


@dataclass(frozen=True, slots=True)
class _Copy:
    """What a practice hall takes from the real one."""

    hall: Hall
    staff: list[Clerk] | None
    """None where the real hall's are not asked for."""
    samples: tuple[SamplePicture, ...]


def _made(place: str, copy: _Copy) -> Store:
    return create_database(
        place, copy.hall, clerks=copy.staff or (), samples=copy.samples, durable=False
    )


def _copied(url: str, *, with_staff: bool) -> _Copy:
    store = open_store(url)
    try:
        with store.read() as tx:
            people = tx.staff.everyone() if with_staff else None
            real, samples = tx.hall, tx.samples.every()
    finally:
        store.close()
    hall = replace(
        real,
        calendar=replace(real.calendar, always=True),
        slip_rules=(_WARNING, *real.slip_rules),
        former=Former(),
        practice=True,
    )
    if people is None:
        return _Copy(hall, None, samples)
    return _Copy(hall, [_fresh(one.clerk) for one in people if not one.retired], samples)


def _fresh(clerk: Clerk) -> Clerk:
    """Their password, but no lock-out and no first sign-in: those are the real hall's."""
    return replace(clerk, must_change=False, failures=0, locked_until=None)


def _bring_up_to_date(place: str, copy: _Copy) -> None:
    hall, staff = copy.hall, copy.staff
    store = _opened(place, copy)
    try:
        with store.read() as tx:
            same = replace(tx.hall, former=Former()) == hall
            known = [_fresh(one.clerk) for one in tx.staff.everyone()]
        if same and staff in (None, known):
            return
        with store.write() as tx:
            tx.practice.empty()
            if staff is not None:
                tx.practice.replace_staff(staff)
            tx.write_hall(hall)
            tx.samples.replace(copy.samples)
    finally:
        store.close()


def _opened(place: str, copy: _Copy) -> Store:
    """Open it; one of another version is of no use to anybody and is made anew."""
    try:
        return open_store(place)
    except DatabaseOutdated:
        for ending in ("", "-wal", "-shm"):
            Path(place + ending).unlink(missing_ok=True)
        return _made(place, copy)
