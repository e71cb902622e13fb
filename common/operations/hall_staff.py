"""The staff of a hall file: newcomers are added, and what the file says of others is followed.

Passwords of those who are there already are theirs, and nobody is retired by not being named: an
entry may be deleted from the file once it was applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from common.domain.event import Act
from common.domain.ids import ClerkLogin
from common.domain.session import Clerk
from common.operations.changes import Change, ChangeKind
from common.operations.errors import NewClerkWithoutPassword
from common.operations.hall_file import HallFile, NewClerk
from common.operations.passwords import hash_password
from common.operations.staff import change_in, differing
from common.store import ReadTransaction, Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class StaffHint:
    """What a hall file leaves alone, in case it was meant otherwise."""

    not_in_file: tuple[ClerkLogin, ...]
    """They work here, and go on doing so."""
    retired: tuple[ClerkLogin, ...]
    """The file names them, and they stay retired."""


def staff_hint(store: Store, file: HallFile) -> StaffHint:
    named = {clerk.login for clerk in file.clerks}
    with store.read() as tx:
        everyone = tx.staff.everyone()
    return StaffHint(
        tuple(
            one.clerk.login for one in everyone if not one.retired and one.clerk.login not in named
        ),
        tuple(one.clerk.login for one in everyone if one.retired and one.clerk.login in named),
    )


def staff_differences(tx: ReadTransaction, named: Sequence[NewClerk]) -> tuple[Change, ...]:
    """What `apply_staff` would change. Raises NewClerkWithoutPassword."""
    known = _known(tx)
    changes = []
    for clerk in named:
        before = known.get(clerk.login, clerk)
        if isinstance(before, NewClerk):
            _require_secret(clerk)
            changes.append(_added(clerk.login))
        elif before is not None and (fields := differing(before, _as_named(before, clerk))):
            changes.append(_changed(clerk.login, fields))
    return tuple(changes)


def hashed_newcomers(tx: ReadTransaction, named: Sequence[NewClerk]) -> dict[ClerkLogin, Clerk]:
    """Those of `named` whom the hall does not know, ready to be stored.

    A hash takes some 50 ms on purpose, so this stands outside any write transaction.
    """
    known = _known(tx)
    return {clerk.login: new_clerk(clerk) for clerk in named if clerk.login not in known}


def apply_staff(
    tx: WriteTransaction,
    named: Sequence[NewClerk],
    newcomers: dict[ClerkLogin, Clerk],
    by: ClerkLogin | None,
) -> tuple[Change, ...]:
    """Add `newcomers`, and give the others the name, role and skills that the file says."""
    known = _known(tx)
    changes = []
    for clerk in named:
        before = known.get(clerk.login, clerk)
        if isinstance(before, NewClerk):
            tx.staff.add([newcomers[clerk.login]])
            told = {"login": clerk.login, "role": clerk.role}
            tx.record_act(Act.ADD_CLERK, clerk=by, facts=told)
            changes.append(_added(clerk.login))
        elif before is not None and (fields := change_in(tx, before, _as_named(before, clerk), by)):
            changes.append(_changed(clerk.login, fields))
    return tuple(changes)


def new_clerk(named: NewClerk) -> Clerk:
    """Raises NewClerkWithoutPassword."""
    _require_secret(named)
    return Clerk(
        login=named.login,
        name=named.name,
        password_hash=named.password_hash or hash_password(named.password or ""),
        role=named.role,
        skills=named.skills,
        must_change=named.must_change,
    )


def _known(tx: ReadTransaction) -> dict[ClerkLogin, Clerk | None]:
    """All logins that ever were; None for those who are retired, whom nothing changes."""
    return {one.clerk.login: None if one.retired else one.clerk for one in tx.staff.everyone()}


def _as_named(known: Clerk, named: NewClerk) -> Clerk:
    return replace(known, name=named.name, role=named.role, skills=named.skills)


def _require_secret(clerk: NewClerk) -> None:
    if clerk.password is None and clerk.password_hash is None:
        raise NewClerkWithoutPassword(login=clerk.login)


def _added(login: ClerkLogin) -> Change:
    return Change(ChangeKind.ADDED, "clerks", login)


def _changed(login: ClerkLogin, fields: tuple[str, ...]) -> Change:
    return Change(ChangeKind.CHANGED, "clerks", login, fields)
