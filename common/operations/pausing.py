"""A counter serves nobody for a while, and what that means for those who wait for it."""

from __future__ import annotations

from common.domain.event import Act, Event
from common.domain.hall import CounterKind
from common.domain.ids import ClerkLogin, CounterCode, QueueCode, RequestId
from common.domain.pause import Pause, PauseReason
from common.domain.session import Approval
from common.domain.ticket import Leg, LegState, Move
from common.operations.at_counter import require_ready
from common.operations.errors import LastOpenCounter, NotPaused
from common.operations.ids import new_id
from common.operations.journey import done_before, ticket_of
from common.operations.results import Acted
from common.store import ReadTransaction, Store, WriteTransaction


def pause(
    store: Store,
    counter: CounterCode,
    reason: PauseReason,
    clerk: ClerkLogin | None = None,
    note: str = "",
    approval: Approval | None = None,
    request: RequestId | None = None,
) -> Acted:
    """The counter calls nobody until it is reopened; the hall shows it as paused.

    Raises CounterBusy while a number is there, CounterPaused when it pauses already, and
    LastOpenCounter when people wait whom no other open counter serves, unless a supervisor agreed.
    """
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Act.PAUSE):
            return Acted.told_by(event)
        require_ready(tx, desk)
        if approval is None and (left := queue_left_alone(tx, desk.code)):
            queue, people = left
            raise LastOpenCounter(
                counter=desk.code, queue=queue, name=tx.hall.queue(queue).name, people=people
            )
        tx.counters.pause(new_id(), Pause(desk.code, clerk, reason, tx.now))
        event = tx.record_act(
            Act.PAUSE,
            counter=desk.code,
            clerk=clerk,
            request=request,
            facts={"reason": reason, "note": note, **approved(approval)},
        )
        return Acted.told_by(event)


def reopen(
    store: Store,
    counter: CounterCode,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Acted:
    """A paused counter serves again. Raises NotPaused."""
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Act.REOPEN):
            return Acted.told_by(event)
        if tx.counters.pause_at(desk.code) is None:
            raise NotPaused(counter=desk.code)
        return Acted.told_by(_end_pause(tx, desk.code, clerk, request))


def leave_counter(tx: WriteTransaction, counter: CounterCode, clerk: ClerkLogin) -> None:
    """After a clerk signed out: no pause stays behind, and nobody waits for them alone.

    Who was sent to exactly this counter may be called at any other that is open for their queue,
    and so may who chose its kind when no other of the kind is open. Who left papers here still
    waits for them.
    """
    if tx.counters.pause_at(counter) is not None:
        _end_pause(tx, counter, clerk, None)
    left = [*tx.counters.waiting_only_for(counter), *_left_by_kind(tx, counter)]
    for leg in left:
        if leg.belongs_to_its_counter or not _is_open(tx, leg.queue, besides=counter):
            continue
        ticket = ticket_of(tx, leg)
        facts = {"left": counter}
        tx.record(leg, leg.release(), Move.RELEASE, day=ticket.day, clerk=clerk, facts=facts)


def release_without_kind(tx: WriteTransaction) -> None:
    """After the hall changed: nobody waits for a kind of counter that their queue has no more."""
    for leg in tx.unfinished_today():
        if leg.only_kind is None or leg.state not in (LegState.WAITING, LegState.BLOCKED):
            continue
        if all(c.kind is not leg.only_kind for c in tx.hall.counters_of(leg.queue)):
            ticket = ticket_of(tx, leg)
            facts = {"left": leg.only_kind.value}
            tx.record(leg, leg.release(), Move.RELEASE, day=ticket.day, facts=facts)


def _left_by_kind(tx: WriteTransaction, counter: CounterCode) -> list[Leg]:
    """Who waits for counters of this one's kind, in queues for which no other of it is open."""
    if not tx.hall.is_counter(counter):
        return []
    desk = tx.hall.counter(counter)
    return [
        leg
        for queue in desk.queues
        for leg in tx.counters.waiting_only_for_kind(queue, desk.kind, tx.today)
        if not _is_open(tx, queue, besides=counter, kind=desk.kind)
    ]


def queue_left_alone(tx: ReadTransaction, counter: CounterCode) -> tuple[QueueCode, int] | None:
    """A queue in which people wait and that only this counter is open for, and how many wait."""
    here = tx.staff.session_at(counter)
    if here is None:
        return None
    waiting = tx.waiting_counts()
    for queue in tx.queues_served(counter, here.clerk):
        if waiting.get(queue) and not _is_open(tx, queue, besides=counter):
            return queue, waiting[queue]
    return None


def approved(approval: Approval | None) -> dict[str, str]:
    """What the record says of a supervisor's agreement."""
    if approval is None:
        return {}
    return {"approved_by": approval.by, "approved_for": approval.reason}


def _is_open(
    tx: ReadTransaction,
    queue: QueueCode,
    *,
    besides: CounterCode,
    kind: CounterKind | None = None,
) -> bool:
    """Whether another counter, of this kind, is open where somebody may serve `queue`."""
    extra = tx.counters.extra_queues()
    for code, at in tx.counters.open_counters().items():
        if code == besides or not tx.hall.is_counter(code):
            continue
        desk = tx.hall.counter(code)
        served = (*desk.queues, *extra.get(code, ())) if kind in (None, desk.kind) else ()
        if queue in served and (at.skills is None or queue in at.skills):
            return True
    return False


def _end_pause(
    tx: WriteTransaction,
    counter: CounterCode,
    clerk: ClerkLogin | None,
    request: RequestId | None,
) -> Event:
    tx.counters.end_pause(counter, tx.now)
    return tx.record_act(Act.REOPEN, counter=counter, clerk=clerk, request=request)
