"""Clerks, and the time one of them is signed in at a counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from common.domain.ids import ClerkLogin, CounterCode, SessionId
from common.domain.text import Text


@dataclass(frozen=True, slots=True)
class Clerk:
    """A person who serves at counters."""

    login: ClerkLogin
    name: Text
    password_hash: str
    """Argon2id, in the PHC string format."""
    failures: int
    """Wrong passwords since the last right one."""
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """One clerk at one counter, from sign-in to sign-out."""

    id: SessionId
    clerk: ClerkLogin
    clerk_name: Text
    counter: CounterCode
    since: datetime
