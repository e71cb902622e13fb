"""Clerks, and the time one of them is signed in at a counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from common.domain.ids import ClerkLogin, CounterCode, QueueCode, SessionId
from common.domain.text import Text


class Role(StrEnum):
    """What a member of staff may do; a later one may do all that an earlier one may."""

    CLERK = "clerk"
    """Serves at a counter."""
    GUIDE = "guide"
    """Takes numbers for people, reinstates, checks in."""
    SUPERVISOR = "supervisor"
    """Overrides rules, with a reason."""
    ADMINISTRATOR = "administrator"
    """Looks after the staff and the hall file."""

    def may_act_as(self, other: Role) -> bool:
        order = list(Role)
        return order.index(self) >= order.index(other)


ROLE_WORDS: dict[Role, Text] = {
    Role.CLERK: Text(zh="窗口人员", en="clerk"),
    Role.GUIDE: Text(zh="引导员", en="guide"),
    Role.SUPERVISOR: Text(zh="值班主任", en="supervisor"),
    Role.ADMINISTRATOR: Text(zh="管理员", en="administrator"),
}


@dataclass(frozen=True, slots=True)
class Clerk:
    """A member of staff."""

    login: ClerkLogin
    name: Text
    password_hash: str
    """Argon2id, in the PHC string format."""
    role: Role = Role.CLERK
    skills: tuple[QueueCode, ...] | None = None
    """The queues they are trained for; None is all."""
    must_change: bool = False
    """Must choose a password of their own before anything else."""
    failures: int = 0
    """Wrong passwords since the last right one."""
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's agreement to an act outside the rules; both go into the record."""

    by: ClerkLogin
    reason: str


@dataclass(frozen=True, slots=True)
class Session:
    """One clerk at one counter, from sign-in to sign-out."""

    id: SessionId
    clerk: ClerkLogin
    clerk_name: Text
    counter: CounterCode
    since: datetime
    role: Role = Role.CLERK
    """What the clerk may do; the counter offers no more."""
