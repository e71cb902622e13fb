"""How the hall's kiosks are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from common.domain.ids import KioskCode
from common.domain.kiosk import KioskState
from common.store.driver import HallLink
from common.store.rows import from_microseconds, instant, stored, to_microseconds

_COLUMNS = (
    "kiosk, seen_at, doubled_at, printer, trouble, since, can_print, paper_low, roll_mm, "
    "slips_left, page, devices_away"
)
_STATES = f"SELECT {_COLUMNS} FROM kiosk_state WHERE hall = :hall"
STATES = f"{_STATES} AND NOT switched_off ORDER BY kiosk"
STATE_OF = f"{_STATES} AND kiosk = :kiosk"
_PUT = f"""
    INSERT INTO kiosk_state ({_COLUMNS}, switched_off, hall)
    VALUES ({", ".join(f":{name}" for name in _COLUMNS.split(", "))}, FALSE, :hall)
    ON CONFLICT (hall, kiosk) DO UPDATE SET switched_off = FALSE,
        {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS.split(", ")[1:])}
"""
_SWITCH_OFF = "UPDATE kiosk_state SET switched_off = TRUE WHERE hall = :hall AND kiosk = :kiosk"


class Kiosks:
    """What the kiosks said of themselves."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def states(self) -> list[KioskState]:
        """Every kiosk that ever said something and was not switched off on purpose, by code."""
        return list(map(_state, self._link.rows(STATES)))

    def state_of(self, kiosk: KioskCode) -> KioskState | None:
        """What it said last, also before it was switched off."""
        return next(map(_state, self._link.rows(STATE_OF, kiosk=kiosk)), None)


class KioskChanges(Kiosks):
    """What kiosks say of themselves now."""

    def put(self, state: KioskState) -> None:
        """What a kiosk says of itself; that it only goes on as before is told to nobody.

        Nor is another page: citizens turn many. Nor that it is still doubled.
        """
        before, seen, doubled = self.state_of(state.kiosk), state.seen_at, state.doubled_at
        goes_on = before is not None and (
            replace(before, seen_at=seen, page=state.page, doubled_at=doubled) == state
            and (before.doubled_at is None) == (doubled is None)
        )
        change = self._link.change_quietly if goes_on else self._link.change
        change(
            _PUT,
            kiosk=state.kiosk,
            seen_at=to_microseconds(seen),
            doubled_at=stored(doubled),
            printer=state.printer,
            trouble=state.trouble,
            since=stored(state.since),
            can_print=state.can_print,
            paper_low=state.paper_low,
            roll_mm=state.roll_mm,
            slips_left=state.slips_left,
            page=state.page,
            devices_away=" ".join(state.devices_away),
        )

    def forget(self, kiosk: KioskCode) -> None:
        """It was switched off on purpose; what it knows of its roll is kept for when it is back."""
        self._link.change(_SWITCH_OFF, kiosk=kiosk)


def _state(row: Any) -> KioskState:
    kiosk, seen_at, doubled, printer, trouble, since, *paper, page, away = row
    can_print, paper_low, roll_mm, left = paper
    return KioskState(
        kiosk=KioskCode(kiosk),
        seen_at=from_microseconds(seen_at),
        printer=printer,
        trouble=trouble,
        since=instant(since),
        can_print=bool(can_print),
        paper_low=bool(paper_low),
        roll_mm=roll_mm,
        slips_left=left,
        page=page,
        devices_away=tuple(away.split()),
        doubled_at=instant(doubled),
    )
