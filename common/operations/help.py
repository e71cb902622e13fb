"""Somebody at a kiosk asks for a helper, a helper goes, and it is over (呼叫帮办).

A call names the kiosk and the page on which the caller stands, and nothing that is on it. A kiosk
has one open call; asking again while it is open finds that one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from common.domain.event import Act
from common.domain.hall import Hall
from common.domain.help import HelpCall, HelpEnd, OnDuty, first_alarmed
from common.domain.ids import ClerkLogin, CounterCode, HelpId, KioskCode, RequestId
from common.domain.kiosk import Kiosk
from common.domain.kiosk_page import page_name
from common.domain.session import Role
from common.operations.errors import HelpAnswered, HelpOver
from common.operations.staff import require_role
from common.store import ReadTransaction, Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class HelpNow:
    """One open call, as a counter hears of it."""

    call: HelpCall
    kiosk: Kiosk
    first: bool
    """This counter hears of it at once; any other when it escalates."""


def call_for_help(store: Store, kiosk: KioskCode, page: str, call: HelpId) -> HelpCall:
    """A citizen asks for a helper; `call` is the client's id of this wish, repeated with it.

    Returns the open call of the kiosk: this one, or the one before it that is not over. What is
    no name of a page is not kept.
    """
    with store.write() as tx:
        if known := tx.help_calls.call(call):
            return known
        lapse_help(tx, kiosk)
        if still_open := tx.help_calls.open_at(kiosk):
            return still_open
        new = HelpCall(call, kiosk, page_name(page), tx.now)
        tx.help_calls.add(new)
        facts = {"kiosk": kiosk, "page": new.page}
        tx.record_act(Act.CALL_HELP, request=RequestId(call), facts=facts)
        return new


def acknowledge_help(
    store: Store,
    call: HelpId,
    clerk: ClerkLogin,
    counter: CounterCode | None = None,
    request: RequestId | None = None,
) -> HelpCall:
    """`clerk` goes there; the kiosk says so. The same again changes nothing.

    Raises HelpOver when nobody needs to go any more, HelpAnswered when somebody else goes already,
    NotPermitted unless the clerk is a guide or above.
    """
    with store.write() as tx:
        known = _known(tx, call)
        require_role(tx, clerk, Role.GUIDE)
        if known.acknowledged_by == clerk:
            return known
        if known.ended is not None:
            raise HelpOver(kiosk=tx.hall.kiosk(known.kiosk).name)
        if known.acknowledged_by is not None:
            raise HelpAnswered(kiosk=tx.hall.kiosk(known.kiosk).name, clerk=known.acknowledged_by)
        tx.help_calls.acknowledge(call, clerk, tx.now)
        waited = round(known.unanswered_for(tx.now).total_seconds())
        tx.record_act(
            Act.ANSWER_HELP,
            counter=counter,
            clerk=clerk,
            request=request,
            facts={"kiosk": known.kiosk, "call": call, "after_seconds": waited},
        )
        return _known(tx, call)


def end_help(
    store: Store,
    call: HelpId,
    clerk: ClerkLogin,
    counter: CounterCode | None = None,
    request: RequestId | None = None,
) -> HelpCall:
    """Somebody was there. What is over already stays as it ended.

    Raises NotPermitted unless the clerk is a guide or above.
    """
    with store.write() as tx:
        known = _known(tx, call)
        require_role(tx, clerk, Role.GUIDE)
        _end(tx, known, HelpEnd.CAME, counter=counter, clerk=clerk, request=request)
        return _known(tx, call)


def withdraw_help(store: Store, call: HelpId) -> HelpCall | None:
    """The citizen does without. None when the call never reached the hall."""
    with store.write() as tx:
        known = tx.help_calls.call(call)
        if known is not None:
            _end(tx, known, HelpEnd.WITHDRAWN)
        return tx.help_calls.call(call)


def open_help(store: Store, kiosk: KioskCode) -> HelpCall | None:
    """The call of this kiosk that is not over."""
    with store.read() as tx:
        return tx.help_calls.open_at(kiosk)


@dataclass(frozen=True, slots=True)
class HelpStory:
    """How one call went, or goes."""

    call: HelpCall
    kiosk: Kiosk
    unanswered: timedelta
    """How long the caller had, or has had by now, no answer."""
    escalated: bool


def help_calls_today(store: Store) -> tuple[HelpStory, ...]:
    """Today's calls, in order, after those of before that are not over."""
    with store.read() as tx:
        midnight = datetime.combine(tx.today, time(), ZoneInfo(tx.hall.time_zone))
        before = [call for call in tx.help_calls.open_calls() if call.called_at < midnight]
        return tuple(
            HelpStory(
                call,
                tx.hall.kiosk(call.kiosk),
                call.unanswered_for(tx.now),
                call.is_escalated(tx.now),
            )
            for call in (*before, *tx.help_calls.since(midnight))
        )


def help_now(tx: ReadTransaction, counter: CounterCode) -> tuple[HelpNow, ...]:
    """Every open call, the oldest first, as a helper at `counter` hears of it."""
    calls = [call for call in tx.help_calls.open_calls() if not call.is_lapsed(tx.now)]
    if not calls:
        return ()
    on_duty = _on_duty(tx)
    found = []
    for call in calls:
        kiosk = tx.hall.kiosk(call.kiosk)
        first = counter in first_alarmed(_floor(tx.hall, kiosk), on_duty)
        found.append(HelpNow(call, kiosk, first))
    return tuple(found)


def lapse_help(tx: WriteTransaction, kiosk: KioskCode | None = None) -> None:
    """End what nobody ended for too long: at one kiosk, or everywhere."""
    for call in tx.help_calls.open_calls():
        if kiosk in (None, call.kiosk) and call.is_lapsed(tx.now):
            _end(tx, call, HelpEnd.LAPSED)


def _end(
    tx: WriteTransaction,
    call: HelpCall,
    how: HelpEnd,
    *,
    counter: CounterCode | None = None,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> None:
    if call.ended is not None:
        return
    tx.help_calls.end(call.id, how, tx.now)
    tx.record_act(
        Act.END_HELP,
        counter=counter,
        clerk=clerk,
        request=request,
        facts={"kiosk": call.kiosk, "call": call.id, "how": how},
    )


def _known(tx: ReadTransaction, call: HelpId) -> HelpCall:
    known = tx.help_calls.call(call)
    if known is None:
        raise AssertionError(f"no help call {call}: its id comes from the hall")
    return known


def _on_duty(tx: ReadTransaction) -> list[OnDuty]:
    return [
        OnDuty(code, role, tx.hall.zone(tx.hall.counter(code).zone).floor)
        for code, role in tx.help_calls.on_duty()
        if tx.hall.is_counter(code)
    ]


def _floor(hall: Hall, kiosk: Kiosk) -> int | None:
    zones = (*hall.zones, *hall.support_zones)
    return next((zone.floor for zone in zones if zone.code == kiosk.zone), None)
