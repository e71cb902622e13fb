"""Clerks sign in to counters."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from common.domain.ids import ClerkLogin, CounterCode, SessionId
from common.domain.session import Clerk, Session
from common.operations.errors import ClerkElsewhere, ClerkLocked, CounterTaken, WrongPassword
from common.operations.ids import new_id
from common.operations.passwords import is_password
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

    Raises WrongPassword, ClerkLocked, CounterTaken (unless `take_over`), ClerkElsewhere while
    another counter still has their ticket, UnknownCounter.
    """
    name = ClerkLogin(login.strip().lower())
    with store.read() as tx:
        tx.hall.counter(counter)
        clerk = tx.clerk(name)
        _require_unlocked(clerk, tx.now)
    # The check takes some 50 ms on purpose, so it stands outside the write transaction.
    if clerk is None or not is_password(password, clerk.password_hash):
        if clerk is not None:
            _count_failure(store, clerk)
        raise WrongPassword
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if clerk.failures:
            tx.count_failures(clerk.login, 0, None)
        here = tx.session_at(desk.code)
        if here is not None and here.clerk == clerk.login:
            return here
        if here is not None and not take_over:
            raise CounterTaken(counter=desk.code, clerk=here.clerk_name)
        _leave_other_counter(tx, clerk)
        if here is not None:
            tx.close_session(here.id)
        session = Session(SessionId(new_id()), clerk.login, clerk.name, desk.code, tx.now)
        tx.open_session(session)
        return session


def sign_out(store: Store, session: SessionId) -> None:
    """End a session; a number at the counter stays there for the next clerk."""
    with store.write() as tx:
        tx.close_session(session)


def _require_unlocked(clerk: Clerk | None, now: datetime) -> None:
    if clerk is not None and clerk.locked_until is not None and clerk.locked_until > now:
        raise ClerkLocked(minutes=math.ceil((clerk.locked_until - now) / _MINUTE))


def _count_failure(store: Store, clerk: Clerk) -> None:
    with store.write() as tx:
        known = tx.clerk(clerk.login)
        failures = (known.failures if known else 0) + 1
        locked = failures >= _FAILURES_BEFORE_LOCK
        tx.count_failures(
            clerk.login, 0 if locked else failures, tx.now + _LOCKED_FOR if locked else None
        )


def _leave_other_counter(tx: WriteTransaction, clerk: Clerk) -> None:
    elsewhere = tx.session_of(clerk.login)
    if elsewhere is None:
        return
    leg = tx.leg_at(elsewhere.counter)
    if leg is not None:
        raise ClerkElsewhere(counter=elsewhere.counter, number=leg.number)
    tx.close_session(elsewhere.id)
