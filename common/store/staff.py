"""Who works in the hall, and who is signed in where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from common.domain.ids import ClerkLogin, CounterCode, HallCode, QueueCode, SessionId
from common.domain.session import Clerk, Role, Session
from common.domain.text import Text
from common.store.driver import HallLink, Link
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_CLERK = (
    "clerk.login, clerk.name_zh, clerk.name_en, clerk.password_hash, clerk.role, clerk.skills, "
    "clerk.must_change, clerk.failures, clerk.locked_until"
)
CLERK = f"""
    SELECT {_CLERK} FROM clerk WHERE hall = :hall AND login = :login AND NOT retired
"""
STAFF = f"""
    SELECT {_CLERK}, clerk.retired, session.counter
    FROM clerk LEFT JOIN session ON session.hall = clerk.hall
        AND session.clerk = clerk.login AND session.until IS NULL
    WHERE clerk.hall = :hall ORDER BY clerk.login
"""
"""Everyone who ever worked here, and where they are signed in."""
_OPEN_SESSION = """
    SELECT session.id, session.clerk, clerk.name_zh, clerk.name_en, session.counter, session.since,
        clerk.role
    FROM session JOIN clerk ON clerk.hall = session.hall AND clerk.login = session.clerk
    WHERE session.hall = :hall AND session.until IS NULL
"""
SESSION_AT = f"{_OPEN_SESSION} AND session.counter = :counter"
SESSION_OF = f"{_OPEN_SESSION} AND session.clerk = :login"
SESSION = """
    SELECT clerk, counter FROM session WHERE hall = :hall AND id = :session AND until IS NULL
"""

_ADD = """
    INSERT INTO clerk (hall, login, name_zh, name_en, password_hash, role, skills, must_change,
        failures, locked_until, retired)
    VALUES (:hall, :login, :name_zh, :name_en, :password_hash, :role, :skills, :must_change,
        :failures, :locked_until, :retired)
"""
_CHANGE = """
    UPDATE clerk SET name_zh = :name_zh, name_en = :name_en, role = :role, skills = :skills
    WHERE hall = :hall AND login = :login
"""
_SET_PASSWORD = """
    UPDATE clerk SET password_hash = :password_hash, must_change = :must_change, failures = 0,
        locked_until = NULL
    WHERE hall = :hall AND login = :login
"""
_COUNT_FAILURES = """
    UPDATE clerk SET failures = :failures, locked_until = :locked_until
    WHERE hall = :hall AND login = :login
"""
_RETIRE = "UPDATE clerk SET retired = :retired WHERE hall = :hall AND login = :login"
_OPEN = """
    INSERT INTO session (id, hall, clerk, counter, since)
    VALUES (:id, :hall, :clerk, :counter, :since)
"""
_CLOSE = "UPDATE session SET until = :until WHERE id = :session AND until IS NULL"


@dataclass(frozen=True, slots=True)
class OnStaff:
    """A clerk of the hall, of today or of the past."""

    clerk: Clerk
    retired: bool
    counter: CounterCode | None
    """Where they are signed in."""


class Staff:
    """Questions about the people who work in the hall."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def clerk(self, login: ClerkLogin) -> Clerk | None:
        """This clerk; None when there is none or they are retired."""
        return next(map(_clerk, self._link.rows(CLERK, login=login)), None)

    def everyone(self) -> list[OnStaff]:
        """All that ever were, by login."""
        rows = self._link.rows(STAFF)
        return [OnStaff(_clerk(row[:-2]), bool(row[-2]), row[-1]) for row in rows]

    def session_at(self, counter: CounterCode) -> Session | None:
        """The open session at `counter`."""
        return next(map(_session, self._link.rows(SESSION_AT, counter=counter)), None)

    def session_of(self, login: ClerkLogin) -> Session | None:
        """Where this clerk is signed in."""
        return next(map(_session, self._link.rows(SESSION_OF, login=login)), None)


class StaffChanges(Staff):
    """What changes among the people who work in the hall."""

    def add(self, clerks: Iterable[Clerk]) -> None:
        add_clerks(self._link.link, self._link.hall, clerks)

    def change(self, clerk: Clerk) -> None:
        """Store name, role and skills."""
        self._link.change(
            _CHANGE,
            login=clerk.login,
            name_zh=clerk.name.zh,
            name_en=clerk.name.en,
            role=clerk.role.value,
            skills=_skills(clerk),
        )

    def set_password(self, login: ClerkLogin, password_hash: str, *, must_change: bool) -> None:
        """Store a new password, which also ends a lock-out."""
        self._link.change(
            _SET_PASSWORD, login=login, password_hash=password_hash, must_change=must_change
        )

    def count_failures(
        self, login: ClerkLogin, failures: int, locked_until: datetime | None
    ) -> None:
        """Remember wrong passwords, and until when they lock the clerk out."""
        self._link.change(
            _COUNT_FAILURES, login=login, failures=failures, locked_until=stored(locked_until)
        )

    def retire(self, login: ClerkLogin) -> None:
        """Nobody signs in with this login any more; the record still speaks of it."""
        self._link.change(_RETIRE, login=login, retired=True)

    def open_session(self, new: Session) -> None:
        self._link.change(
            _OPEN,
            id=new.id,
            clerk=new.clerk,
            counter=new.counter,
            since=to_microseconds(new.since),
        )

    def close_session(
        self, session: SessionId, at: datetime
    ) -> tuple[ClerkLogin, CounterCode] | None:
        """End a session and say whose and where it was; None when it has ended before."""
        open_now = self._link.rows(SESSION, session=session)
        if not open_now:
            return None
        self._link.change(_CLOSE, session=session, until=to_microseconds(at))
        ((clerk, counter),) = open_now
        return clerk, counter


def add_clerks(link: Link, hall: HallCode, clerks: Iterable[Clerk]) -> None:
    """Let these clerks sign in."""
    rows = [
        {
            "hall": hall,
            "login": clerk.login,
            "name_zh": clerk.name.zh,
            "name_en": clerk.name.en,
            "password_hash": clerk.password_hash,
            "role": clerk.role.value,
            "skills": _skills(clerk),
            "must_change": clerk.must_change,
            "failures": clerk.failures,
            "locked_until": stored(clerk.locked_until),
            "retired": False,
        }
        for clerk in clerks
    ]
    link.change_each(_ADD, rows)


def _skills(clerk: Clerk) -> str | None:
    return None if clerk.skills is None else " ".join(clerk.skills)


def _clerk(row: Any) -> Clerk:
    login, name_zh, name_en, password_hash, role, skills, must_change, failures, locked = row
    return Clerk(
        login,
        Text(name_zh, name_en),
        password_hash,
        Role(role),
        None if skills is None else tuple(map(QueueCode, skills.split())),
        bool(must_change),
        failures,
        instant(locked),
    )


def _session(row: Any) -> Session:
    session, clerk, name_zh, name_en, counter, since, role = row
    name = Text(name_zh, name_en)
    return Session(session, clerk, name, counter, from_microseconds(since), Role(role))
