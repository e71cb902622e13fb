"""Clerks prove who they are and sign in to counters."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from common.domain.event import Act
from common.domain.ids import ClerkLogin, CounterCode, SessionId
from common.domain.session import Clerk, Session
from common.operations.errors import (
    ClerkElsewhere,
    ClerkLocked,
    CounterTaken,
    PasswordMustChange,
    WrongPassword,
)
from common.operations.ids import new_id
from common.operations.passwords import hash_password, is_password, require_strong
from common.operations.pausing import leave_counter
from common.store import Store, WriteTransaction

_FAILURES_BEFORE_LOCK = 5
_LOCKED_FOR = timedelta(minutes=10)
_MINUTE = timedelta(minutes=1)


def sign_in(
    store: Store,
    counter: CounterCode,
    login: str,
    password: str,
    *,
    take_over: bool = False,
) -> Session:
    """Open a session of this clerk at this counter; their own open session is simply continued.

    Raises WrongPassword, ClerkLocked, PasswordMustChange, CounterTaken (unless `take_over`),
    ClerkElsewhere while another counter still has their ticket, UnknownCounter.
    """
    with store.read() as tx:
        tx.hall.counter(counter)
    clerk = proven(store, login, password)
    if clerk.must_change:
        raise PasswordMustChange(login=clerk.login)
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        here = tx.staff.session_at(desk.code)
        if here is not None and here.clerk == clerk.login:
            return here
        if here is not None and not take_over:
            raise CounterTaken(counter=desk.code, clerk=here.clerk_name)
        _leave_other_counter(tx, clerk)
        if here is not None:
            end_session(tx, here.id, {"taken_over_by": clerk.login})
        session = Session(
            SessionId(new_id()), clerk.login, clerk.name, desk.code, tx.now, clerk.role
        )
        tx.staff.open_session(session)
        tx.record_act(Act.SIGN_IN, counter=desk.code, clerk=clerk.login)
        return session


def sign_out(store: Store, session: SessionId) -> None:
    """End a session; a number at the counter stays there for the next clerk."""
    with store.write() as tx:
        end_session(tx, session)


def change_password(store: Store, login: str, old: str, new: str) -> None:
    """A clerk chooses a password of their own; nobody else can do it for them.

    Raises WrongPassword, ClerkLocked, WeakPassword.
    """
    clerk = proven(store, login, old)
    require_strong(new, clerk.login, old)
    hashed = hash_password(new)
    with store.write() as tx:
        tx.staff.set_password(clerk.login, hashed, must_change=False)
        tx.record_act(Act.CHANGE_PASSWORD, clerk=clerk.login, facts={"login": clerk.login})


def end_session(
    tx: WriteTransaction, session: SessionId, facts: Mapping[str, Any] | None = None
) -> None:
    """End a session inside a transaction that is under way; one that has ended stays ended."""
    ended = tx.staff.close_session(session, tx.now)
    if ended is not None:
        clerk, counter = ended
        tx.record_act(Act.SIGN_OUT, counter=counter, clerk=clerk, facts=facts)
        leave_counter(tx, counter, clerk)


def proven(store: Store, login: str, password: str) -> Clerk:
    """The clerk whose password this is. Raises WrongPassword, ClerkLocked."""
    name = ClerkLogin(login.strip().lower())
    with store.read() as tx:
        clerk = tx.staff.clerk(name)
        _require_unlocked(clerk, tx.now)
    # The check takes some 50 ms on purpose, so it stands outside any write transaction.
    if clerk is None or not is_password(password, clerk.password_hash):
        if clerk is not None:
            _count_failure(store, clerk)
        raise WrongPassword
    if clerk.failures:
        with store.write() as tx:
            tx.staff.count_failures(clerk.login, 0, None)
    return clerk


def _require_unlocked(clerk: Clerk | None, now: datetime) -> None:
    if clerk is not None and clerk.locked_until is not None and clerk.locked_until > now:
        raise ClerkLocked(minutes=math.ceil((clerk.locked_until - now) / _MINUTE))


def _count_failure(store: Store, clerk: Clerk) -> None:
    with store.write() as tx:
        known = tx.staff.clerk(clerk.login)
        failures = (known.failures if known else 0) + 1
        locked = failures >= _FAILURES_BEFORE_LOCK
        tx.staff.count_failures(
            clerk.login, 0 if locked else failures, tx.now + _LOCKED_FOR if locked else None
        )


def _leave_other_counter(tx: WriteTransaction, clerk: Clerk) -> None:
    elsewhere = tx.staff.session_of(clerk.login)
    if elsewhere is None:
        return
    leg = tx.leg_at(elsewhere.counter)
    if leg is not None:
        raise ClerkElsewhere(counter=elsewhere.counter, number=leg.number)
    end_session(tx, elsewhere.id)
