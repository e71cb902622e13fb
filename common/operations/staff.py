"""Looking after the people who work in the hall.

`by` is the member of staff who does it, and is in the record of it. Nobody in particular is whoever
holds the database, as on the command line: that is how a hall gets its first administrator.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from common.domain.event import Act
from common.domain.ids import ClerkLogin, CounterCode, QueueCode
from common.domain.session import ROLE_WORDS, Clerk, Role
from common.domain.text import Text
from common.operations.errors import (
    BadLogin,
    BadName,
    ClerkAtWork,
    LoginTaken,
    NotPermitted,
    UnknownClerk,
)
from common.operations.passwords import hash_password, require_strong
from common.operations.sessions import end_session
from common.store import ReadTransaction, Store, WriteTransaction

_LOGIN = re.compile(r"[a-z0-9._-]{1,64}")
_LONGEST_NAME = 200
"""As in the hall file."""


@dataclass(frozen=True, slots=True)
class StaffMember:
    """What may be told of somebody who works here, or did."""

    login: ClerkLogin
    name: Text
    role: Role
    skills: tuple[QueueCode, ...] | None
    """The queues they are trained for; None is all."""
    must_change: bool
    locked_until: datetime | None
    """None unless they are locked out now."""
    retired: bool
    counter: CounterCode | None
    """Where they are signed in."""


def list_staff(store: Store) -> tuple[StaffMember, ...]:
    """Everyone who works here or did, by login."""
    with store.read() as tx:
        return tuple(
            StaffMember(
                one.clerk.login,
                one.clerk.name,
                one.clerk.role,
                one.clerk.skills,
                one.clerk.must_change,
                _still(one.clerk.locked_until, tx.now),
                one.retired,
                one.counter,
            )
            for one in tx.staff.everyone()
        )


def known_clerk(store: Store, login: str) -> ClerkLogin:
    """The login as it is stored. Raises UnknownClerk, also for one who is retired."""
    with store.read() as tx:
        return _clerk(tx, login).login


def add_clerk(
    store: Store,
    login: str,
    name: Text,
    password: str,
    *,
    role: Role = Role.CLERK,
    skills: Sequence[str] | None = None,
    by: ClerkLogin | None = None,
) -> None:
    """A new member of staff; `password` is good for the first sign-in, which asks for another.

    Raises BadLogin, BadName, LoginTaken, WeakPassword, UnknownQueue; NotPermitted unless `by` is an
    administrator.
    """
    new = as_login(login)
    called = _as_name(name)
    require_strong(password, new)
    clerk = Clerk(new, called, hash_password(password), role, must_change=True)
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        _require_free(tx, new)
        tx.staff.add([replace(clerk, skills=_skills(tx, skills))])
        told: dict[str, Any] = {"login": new, "role": role}
        tx.record_act(Act.ADD_CLERK, clerk=by, facts=told)


def change_clerk(
    store: Store,
    login: str,
    *,
    name: Text | None = None,
    role: Role | None = None,
    skills: Sequence[str] | None = None,
    all_skills: bool = False,
    by: ClerkLogin | None = None,
) -> None:
    """Change what is given; `all_skills` makes them trained for every queue.

    Raises BadName, UnknownClerk, UnknownQueue; NotPermitted unless `by` is an administrator.
    """
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        before = _clerk(tx, login)
        after = replace(
            before,
            name=_as_name(name) if name else before.name,
            role=role or before.role,
            skills=None if all_skills else _skills(tx, skills) or before.skills,
        )
        change_in(tx, before, after, by)


def retire_clerk(store: Store, login: str, *, by: ClerkLogin | None = None) -> None:
    """They sign in no more; what they did stays theirs, and nobody gets their login.

    An open session ends. Raises UnknownClerk, ClerkAtWork while they have a number at a counter;
    NotPermitted unless `by` is an administrator.
    """
    with store.write() as tx:
        require_role(tx, by, Role.ADMINISTRATOR)
        clerk = _clerk(tx, login)
        session = tx.staff.session_of(clerk.login)
        if session is not None:
            leg = tx.leg_at(session.counter)
            if leg is not None:
                raise ClerkAtWork(login=clerk.login, number=leg.number, counter=session.counter)
            end_session(tx, session.id, {"retired": True})
        tx.staff.retire(clerk.login)
        tx.record_act(Act.RETIRE_CLERK, clerk=by, facts={"login": clerk.login})


def reset_password(
    store: Store, login: str, password: str, *, by: ClerkLogin | None = None
) -> None:
    """Give `password` for one sign-in, which asks for another; also ends a lock-out.

    Raises UnknownClerk, WeakPassword; NotPermitted unless `by` is a supervisor or administrator who
    may do at least what the clerk may.
    """
    with store.read() as tx:
        name = _clerk(tx, login).login
    require_strong(password, name)
    hashed = hash_password(password)
    with store.write() as tx:
        clerk = _clerk(tx, name)
        _require_over(tx, by, clerk)
        tx.staff.set_password(clerk.login, hashed, must_change=True)
        tx.record_act(
            Act.CHANGE_PASSWORD, clerk=by, facts={"login": clerk.login, "first_sign_in": True}
        )


def unlock_clerk(store: Store, login: str, *, by: ClerkLogin | None = None) -> None:
    """End a lock-out at once. Raises UnknownClerk; NotPermitted as `reset_password` does."""
    with store.write() as tx:
        clerk = _clerk(tx, login)
        _require_over(tx, by, clerk)
        tx.staff.count_failures(clerk.login, 0, None)
        tx.record_act(Act.CHANGE_CLERK, clerk=by, facts={"login": clerk.login, "unlocked": True})


def as_login(typed: str) -> ClerkLogin:
    """Raises BadLogin for what cannot be one."""
    login = typed.strip().lower()
    if not _LOGIN.fullmatch(login):
        raise BadLogin(login=typed)
    return ClerkLogin(login)


def _as_name(typed: Text) -> Text:
    name = Text(zh=typed.zh.strip(), en=typed.en.strip())
    for words in (name.zh, name.en):
        invisible = any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in words)
        if invisible or not 1 <= len(words) <= _LONGEST_NAME:
            raise BadName
    return name


def change_in(
    tx: WriteTransaction, before: Clerk, after: Clerk, by: ClerkLogin | None
) -> tuple[str, ...]:
    """Store name, role and skills where they differ, inside a transaction; names what did."""
    fields = differing(before, after)
    if fields:
        tx.staff.change(after)
        told = {"login": after.login, "fields": list(fields), "role": after.role}
        tx.record_act(Act.CHANGE_CLERK, clerk=by, facts=told)
    return fields


def differing(before: Clerk, after: Clerk) -> tuple[str, ...]:
    """Which of name, role and skills differ."""
    names = ("name", "role", "skills")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def require_role(tx: ReadTransaction, by: ClerkLogin | None, least: Role) -> None:
    """Raise NotPermitted unless `by` may act as `least`, and UnknownClerk when there is none."""
    if by is not None and not _clerk(tx, by).role.may_act_as(least):
        raise NotPermitted(login=by, role=ROLE_WORDS[least])


def _clerk(tx: ReadTransaction, login: str) -> Clerk:
    name = ClerkLogin(login.strip().lower())
    clerk = tx.staff.clerk(name)
    if clerk is None:
        raise UnknownClerk(login=name)
    return clerk


def _require_free(tx: ReadTransaction, login: ClerkLogin) -> None:
    for one in tx.staff.everyone():
        if one.clerk.login == login:
            raise LoginTaken(login=login, name=one.clerk.name)


def _require_over(tx: ReadTransaction, by: ClerkLogin | None, subject: Clerk) -> None:
    least = subject.role if subject.role.may_act_as(Role.SUPERVISOR) else Role.SUPERVISOR
    require_role(tx, by, least)


def _skills(tx: ReadTransaction, given: Sequence[str] | None) -> tuple[QueueCode, ...] | None:
    if given is None:
        return None
    return tuple(dict.fromkeys(tx.hall.queue(code.strip().upper()).code for code in given))


def _still(locked_until: datetime | None, now: datetime) -> datetime | None:
    return locked_until if locked_until is not None and locked_until > now else None
