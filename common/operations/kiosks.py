"""How the kiosks are, as they say themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from common.domain.event import Act
from common.domain.ids import KioskCode
from common.domain.kiosk import Kiosk, KioskState
from common.domain.kiosk_page import page_name
from common.operations.help import lapse_help
from common.store import ReadTransaction, Store

if TYPE_CHECKING:
    from common.printing.status import Trouble

NO_TROUBLE = "none"


@dataclass(frozen=True, slots=True)
class KioskNow:
    """One kiosk at this moment."""

    kiosk: Kiosk
    state: KioskState
    silent: bool
    """Nothing has been heard of it for too long."""
    doubled: bool
    """Two PCs call themselves by its name."""
    unproven: tuple[str, ...]
    """Numbers that wait and of whose slip from this kiosk nobody knows."""

    @property
    def trouble(self) -> Trouble:
        """What the staff should see to there.

        A kiosk of another version may say what has no word here: that is an ERROR.
        """
        from common.printing.status import Trouble  # most verbs know nothing of printers

        if self.state.trouble not in list(Trouble):
            return Trouble.ERROR
        trouble = Trouble(self.state.trouble)
        low = self.state.paper_low and trouble is Trouble.NONE
        return Trouble.PAPER_LOW if low else trouble

    @property
    def needs_help(self) -> bool:
        """Whether somebody of the staff should go there."""
        return (
            self.silent
            or self.doubled
            or self.state.trouble != NO_TROUBLE
            or self.state.paper_low
            or bool(self.unproven)
        )

    @property
    def gives_paper(self) -> bool:
        """Whether a citizen gets a slip there now."""
        return not self.silent and bool(self.state.printer) and self.state.can_print


def report_kiosk(store: Store, state: KioskState, *, last: datetime | None = None) -> KioskState:
    """Keep what a kiosk says of itself; its own clock counts for nothing.

    `last` is when this very process was heard of last, None where it does not know: who was heard
    of since then under this name is another PC.

    A trouble that begins or ends is also an act in the hall's record. A call for a helper that
    nobody ended there ends in time. Returns what was kept.
    """
    with store.write() as tx:
        before = tx.kiosks.state_of(state.kiosk)
        known = before.trouble if before else NO_TROUBLE
        since: datetime | None = None
        if state.trouble != NO_TROUBLE:
            since = before.since if before and state.trouble == known else tx.now
        kept = replace(
            state,
            seen_at=tx.now,
            since=since,
            page=page_name(state.page),
            doubled_at=_doubled_at(before, last, tx.now),
        )
        tx.kiosks.put(kept)
        lapse_help(tx, kept.kiosk)
        if state.trouble != known:
            tx.record_act(
                Act.PRINTER_TROUBLE, facts={"kiosk": state.kiosk, "trouble": state.trouble}
            )
    return kept


def _doubled_at(before: KioskState | None, last: datetime | None, now: datetime) -> datetime | None:
    """A later word than one's own is another's, who is still there unless it is long ago."""
    if before is None:
        return None
    if last is not None and before.seen_at > last and not before.is_silent(now):
        return now
    return before.doubled_at if before.is_doubled(now) else None


def forget_kiosk(store: Store, kiosk: KioskCode) -> None:
    """It was switched off on purpose: nobody needs to look for it."""
    with store.write() as tx:
        tx.kiosks.forget(kiosk)


def last_report(store: Store, kiosk: KioskCode) -> KioskState | None:
    """What a kiosk said of itself before it ended, however it ended."""
    with store.read() as tx:
        return tx.kiosks.state_of(kiosk)


def kiosks(store: Store) -> tuple[KioskNow, ...]:
    """Every kiosk that ever said something, those that need help first."""
    with store.read() as tx:
        return kiosks_now(tx)


def kiosks_now(tx: ReadTransaction) -> tuple[KioskNow, ...]:
    unproven: dict[str, list[str]] = {}
    for number, device in tx.paper.unproven_slips(tx.today):
        unproven.setdefault(device, []).append(number)
    found = [
        KioskNow(
            kiosk=tx.hall.kiosk(state.kiosk),
            state=state,
            silent=state.is_silent(tx.now),
            doubled=state.is_doubled(tx.now),
            unproven=tuple(unproven.get(state.kiosk, ())),
        )
        for state in tx.kiosks.states()
    ]
    return tuple(sorted(found, key=lambda now: not now.needs_help))
