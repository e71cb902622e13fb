"""Calls for a helper, and who is there to hear them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from common.domain.help import HelpCall, HelpEnd
from common.domain.ids import ClerkLogin, CounterCode, HelpId, KioskCode
from common.domain.session import Role
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_COLUMNS = "id, kiosk, page, called_at, acknowledged_by, acknowledged_at, ended, ended_at"
_CALL = f"SELECT {_COLUMNS} FROM help_call WHERE hall = :hall"  # noqa: S608 - from constants
CALL_BY_ID = f"{_CALL} AND id = :id"
OPEN_CALLS = f"{_CALL} AND ended_at IS NULL AND kiosk > ''"
"""In no order, and of any kiosk: else SQLite walks through all that ever were."""
OPEN_CALL_AT = f"{_CALL} AND kiosk = :kiosk AND ended_at IS NULL"
CALLS_SINCE = f"{_CALL} AND called_at >= :since ORDER BY called_at, id"
ON_DUTY = """
    SELECT session.counter, clerk.role
    FROM session JOIN clerk ON clerk.hall = session.hall AND clerk.login = session.clerk
    WHERE session.hall = :hall AND session.until IS NULL AND clerk.role <> 'clerk'
      AND NOT EXISTS (
        SELECT 1 FROM pause
        WHERE pause.hall = session.hall AND pause.counter = session.counter
          AND pause.until IS NULL)
"""
_ADD = """
    INSERT INTO help_call (id, hall, kiosk, page, called_at)
    VALUES (:id, :hall, :kiosk, :page, :called_at)
"""
_ACKNOWLEDGE = """
    UPDATE help_call SET acknowledged_by = :clerk, acknowledged_at = :at
    WHERE hall = :hall AND id = :id AND acknowledged_at IS NULL AND ended_at IS NULL
"""
_END = """
    UPDATE help_call SET ended = :ended, ended_at = :at
    WHERE hall = :hall AND id = :id AND ended_at IS NULL
"""


class HelpCalls:
    """Questions about calls for a helper."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def call(self, call: HelpId) -> HelpCall | None:
        return next(map(_call, self._link.rows(CALL_BY_ID, id=call)), None)

    def open_calls(self) -> list[HelpCall]:
        """Those that are not over, the oldest first."""
        calls = map(_call, self._link.rows(OPEN_CALLS))
        return sorted(calls, key=lambda call: (call.called_at, call.id))

    def open_at(self, kiosk: KioskCode) -> HelpCall | None:
        """The one call of this kiosk that is not over."""
        return next(map(_call, self._link.rows(OPEN_CALL_AT, kiosk=kiosk)), None)

    def since(self, at: datetime) -> list[HelpCall]:
        """Those made from `at` on, in order."""
        return list(map(_call, self._link.rows(CALLS_SINCE, since=to_microseconds(at))))

    def on_duty(self) -> list[tuple[CounterCode, Role]]:
        """Where guides and those above them are signed in and do not pause."""
        return [(CounterCode(at), Role(role)) for at, role in self._link.rows(ON_DUTY)]


class HelpCallChanges(HelpCalls):
    """What becomes of calls for a helper."""

    def add(self, call: HelpCall) -> None:
        self._link.change(
            _ADD,
            id=call.id,
            kiosk=call.kiosk,
            page=call.page,
            called_at=to_microseconds(call.called_at),
        )

    def acknowledge(self, call: HelpId, clerk: ClerkLogin, at: datetime) -> None:
        self._link.change(_ACKNOWLEDGE, id=call, clerk=clerk, at=stored(at))

    def end(self, call: HelpId, how: HelpEnd, at: datetime) -> None:
        self._link.change(_END, id=call, ended=how.value, at=stored(at))


def _call(row: Any) -> HelpCall:
    call, kiosk, page, called_at, acknowledged_by, acknowledged_at, ended, ended_at = row
    return HelpCall(
        id=HelpId(call),
        kiosk=KioskCode(kiosk),
        page=page,
        called_at=from_microseconds(called_at),
        acknowledged_by=None if acknowledged_by is None else ClerkLogin(acknowledged_by),
        acknowledged_at=instant(acknowledged_at),
        ended=None if ended is None else HelpEnd(ended),
        ended_at=instant(ended_at),
    )
