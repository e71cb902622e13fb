"""How long people will wait, as far as the hall knows, and where they should go first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from common.domain.estimate import WaitRange, Waits, expected_waits
from common.domain.hall import Hall, Queue
from common.domain.ids import ClassCode, CounterCode, QueueCode, TicketId
from common.domain.scene import Scene, ServingCounter
from common.domain.stays import seconds_taken
from common.domain.ticket import Leg, LegState, Ticket
from common.store import ReadTransaction, Store

_MOST_PLAYED = 500
"""With more counters and people waiting in the hall, where to go first is told at a glance: a city
hall's morning takes a quarter of a second to play, too long for somebody at a kiosk."""
_SAMPLES = 60
"""So many of the latest people of each queue say how long the next ones take."""
_RECENT = timedelta(days=14)
"""Older ones say nothing; a fortnight reaches over a week of holidays."""
_ARRIVALS = timedelta(minutes=30)
"""People go on coming as they came of late."""
_UNSIGNED = timedelta(minutes=60)
"""A counter that calls without anybody signed in counts as open so long."""
_USUAL_MISSES, _USUAL_CALLS = 2, 50
"""Added to what is known of people who did not come: few calls say little."""


@dataclass(frozen=True, slots=True)
class NextStop:
    """Where a person should go now."""

    queue: Queue
    counters: tuple[CounterCode, ...]
    """Those that may call it, in order."""
    wait: WaitRange | None
    """From now on; None while too little is known."""


def hall_waits(store: Store) -> Waits:
    """The expected wait of a number that is taken now, for every queue and class."""
    with store.read() as tx:
        scene = scene_of(tx)
    return expected_waits(scene, [queue.code for queue in scene.hall.queues])


def line_waits(store: Store, queues: Collection[QueueCode]) -> Waits:
    """The same for some queues, and the waits of everyone who stands in them."""
    with store.read() as tx:
        scene = scene_of(tx)
    return expected_waits(scene, queues, [s.leg for s in scene.waiting if s.queue in queues])


def wait_since_issue(tx: ReadTransaction, ticket: Ticket, legs: Sequence[Leg]) -> WaitRange | None:
    """How long this ticket will have waited, from its issue to its first call.

    None when it was called before, waits nowhere, or too little is known.
    """
    if ticket.day != tx.today or any(leg.called_at for leg in legs):
        return None
    waiting = [leg.id for leg in legs if leg.state is LegState.WAITING]
    if not waiting:
        return None
    left = expected_waits(scene_of(tx), (), waiting).tickets.get(ticket.id)
    return left.after(tx.now - ticket.issued_at) if left else None


def wait_of(tx: ReadTransaction, leg: Leg) -> WaitRange | None:
    """How long this waiting leg still waits; None while too little is known."""
    return expected_waits(scene_of(tx), (), [leg.id]).legs.get(leg.id)


def next_stop(store: Store, ticket: TicketId) -> NextStop | None:
    """Of the stops where this ticket waits, the open one with the shortest expected wait.

    None when it waits nowhere.
    """
    with store.read() as tx:
        waiting = [leg for leg in tx.legs_of(ticket) if leg.state is LegState.WAITING]
        if not waiting:
            return None
        scene = scene_of(tx)
        waits = expected_waits(scene, (), [leg.id for leg in waiting]).legs
        leg = min(waiting, key=lambda leg: _dread(scene, leg.queue, waits.get(leg.id)))
        counters = (
            (leg.only_counter,)
            if leg.only_counter
            else tuple(c.code for c in tx.hall.main_counters_of(leg.queue, leg.only_kind))
        )
        return NextStop(tx.hall.queue(leg.queue), counters, waits.get(leg.id))


def quickest_first(
    tx: ReadTransaction, queues: Iterable[QueueCode], priority: ClassCode
) -> list[QueueCode]:
    """`queues` by the expected wait of a number that is taken now; where nobody serves, last."""
    queues = list(queues)
    if len(tx.hall.counters) + sum(tx.waiting_counts().values()) > _MOST_PLAYED:
        return _quickest_at_a_glance(tx, queues)
    scene = scene_of(tx)
    fresh = expected_waits(scene, queues).fresh
    return sorted(queues, key=lambda queue: _dread(scene, queue, fresh.get((queue, priority))))


def _quickest_at_a_glance(tx: ReadTransaction, queues: Iterable[QueueCode]) -> list[QueueCode]:
    """By the people ahead at the usual minutes, over the open counters that prefer each queue."""
    waiting = tx.waiting_counts()
    served = _served_now(tx)

    def dread(queue: QueueCode) -> tuple[bool, float]:
        closed = not any(queue in codes for codes in served.values())
        own = [c for c in tx.hall.main_counters_of(queue) if queue in served.get(c.code, ())]
        return closed, waiting.get(queue, 0) * _usual_minutes(tx.hall, queue) / max(1, len(own))

    return sorted(queues, key=dread)


def _dread(scene: Scene, queue: QueueCode, wait: WaitRange | None) -> tuple[bool, float]:
    """The smaller the better: is it closed, and minutes of waiting.

    Without an estimate: people ahead at the usual minutes of their services, over open counters.
    """
    counters = sum(queue in one.counter.queues for one in scene.counters)
    if wait is not None:
        return False, wait.middle
    ahead = sum(one.queue == queue for one in scene.waiting)
    return counters == 0, ahead * _usual_minutes(scene.hall, queue) / max(1, counters)


def _usual_minutes(hall: Hall, queue: QueueCode) -> float:
    usual = [service.service_minutes for service in hall.services if service.queue == queue] or [0]
    return sum(usual) / len(usual)


def scene_of(tx: ReadTransaction) -> Scene:
    """All that decides how long people wait in this hall now."""
    stays = tx.pace.stays((q.code for q in tx.hall.queues), _SAMPLES, tx.now - _RECENT)
    today = sum(stay.called_at >= tx.now - timedelta(hours=12) for stay in stays)
    missed = tx.pace.missed(tx.today)
    return Scene(
        hall=tx.hall,
        now=tx.now,
        counters=_serving(tx),
        waiting=tx.pace.standing(tx.today),
        later=tx.pace.later(tx.today),
        stays=seconds_taken(stays),
        absent_share=(missed + _USUAL_MISSES) / (missed + today + _USUAL_CALLS),
        arrivals={
            lane: count / _ARRIVALS.total_seconds()
            for lane, count in tx.pace.issued(tx.today, tx.now - _ARRIVALS).items()
        },
    )


def _serving(tx: ReadTransaction) -> list[ServingCounter]:
    """The counters that call people now, with what they serve now."""
    served = _served_now(tx)
    people = {leg.counter: leg for leg in tx.legs_at_counters()}
    return [
        ServingCounter(replace(counter, queues=served[counter.code]), people.get(counter.code))
        for counter in tx.hall.counters
        if counter.code in served
    ]


def _served_now(tx: ReadTransaction) -> dict[CounterCode, tuple[QueueCode, ...]]:
    """What each counter serves that calls people now."""
    skills: dict[CounterCode, Collection[QueueCode] | None] = dict.fromkeys(
        tx.pace.called_by_nobody(tx.now - _UNSIGNED)
    )
    for code in tx.counters.pauses():
        skills.pop(code, None)
    skills |= {one.counter: one.skills for one in tx.counters.open_counters().values()}
    extra = tx.counters.extra_queues()
    served = {}
    for counter in tx.hall.counters:
        if counter.code in skills:
            queues = dict.fromkeys((*counter.queues, *extra.get(counter.code, ())))
            trained = skills[counter.code]
            served[counter.code] = tuple(q for q in queues if trained is None or q in trained)
    return served
