"""Send a person on with the same number: for good, or to ask an expert and come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from common.domain.hall import Counter
from common.domain.ids import ClerkLogin, CounterCode, LegId, QueueCode, RequestId, ServiceCode
from common.domain.number import as_typed
from common.domain.replay import beginning
from common.domain.ticket import Leg, LegState, Move, Ticket
from common.operations.at_counter import leg_here
from common.operations.errors import TransferToSelf
from common.operations.ids import new_id
from common.operations.journey import done_before, go_on, ticket_of
from common.operations.results import Moved
from common.store import Store, WriteTransaction


@dataclass(frozen=True, slots=True)
class _Next:
    """Where a leg goes on."""

    queue: QueueCode
    services: tuple[ServiceCode, ...]
    only_counter: CounterCode | None
    comes_back: bool = False
    returns_to: CounterCode | None = None


def transfer(
    store: Store,
    counter: CounterCode,
    to: str,
    note: str = "",
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Send the person on to a queue or a counter, with the seniority of the whole errand.

    An expert who sends the person further leaves them their way back. Raises CounterIdle,
    UnknownQueue, TransferToSelf, IllegalMove.
    """
    return _send_on(store, counter, to, note, clerk, request, comes_back=False)


def consult(
    store: Store,
    counter: CounterCode,
    to: str,
    note: str = "",
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Moved:
    """Send the person to an expert, a queue or a counter, and have them back afterwards.

    They come back before all others, once the expert finished. Raises what `transfer` raises.
    """
    return _send_on(store, counter, to, note, clerk, request, comes_back=True)


def return_to_asker(tx: WriteTransaction, ticket: Ticket, done: Leg) -> None:
    """After an expert's leg is `done`: the person goes back to the counter that asked.

    When that counter is closed or pauses, any counter of its queue may take them.
    """
    asker = done.returns_to
    if asker is None or asker == done.counter:
        return
    asked = _asking_leg(tx, ticket, asker)
    is_open = asker in tx.counters.open_counters()
    _add_next_leg(
        tx,
        ticket,
        done,
        _Next(asked.queue, asked.services, asker if is_open else None, is_open, asked.returns_to),
    )


def _send_on(
    store: Store,
    counter: CounterCode,
    to: str,
    note: str,
    clerk: ClerkLogin | None,
    request: RequestId | None,
    *,
    comes_back: bool,
) -> Moved:
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Move.TRANSFER):
            return Moved.told_by(event)
        leg = leg_here(tx, desk)
        queue, only_counter = _destination(tx, desk, leg, as_typed(to))
        ticket = ticket_of(tx, leg)
        returns_to = desk.code if comes_back else leg.returns_to
        event = tx.record(
            leg,
            leg.transfer(tx.now),
            Move.TRANSFER,
            day=ticket.day,
            clerk=clerk,
            request=request,
            facts={
                "to_queue": queue,
                "to_counter": only_counter,
                "returns_to": returns_to,
                "note": note,
            },
        )
        if only_counter is not None and only_counter == returns_to:
            return_to_asker(tx, ticket, leg)
        else:
            after = _Next(queue, leg.services, only_counter, returns_to=returns_to)
            _add_next_leg(tx, ticket, leg, after)
        go_on(tx, ticket)
        return Moved.told_by(event)


def _destination(
    tx: WriteTransaction, desk: Counter, leg: Leg, to: str
) -> tuple[QueueCode, CounterCode | None]:
    if not tx.hall.is_counter(to):
        return tx.hall.queue(to).code, None
    target = tx.hall.counter(to)
    if target.code == desk.code:
        raise TransferToSelf(number=leg.number, counter=desk.code)
    return (leg.queue if leg.queue in target.queues else target.queues[0]), target.code


def _asking_leg(tx: WriteTransaction, ticket: Ticket, asker: CounterCode) -> Leg:
    """The latest leg that was sent on from the counter `asker`."""
    return next(
        leg
        for leg in reversed(tx.legs_of(ticket.id))
        if leg.state is LegState.TRANSFERRED and leg.counter == asker
    )


def _add_next_leg(tx: WriteTransaction, ticket: Ticket, before: Leg, after: _Next) -> None:
    following = Leg(
        id=LegId(new_id()),
        ticket=ticket.id,
        number=ticket.number,
        position=len(tx.legs_of(ticket.id)),
        stage=before.stage,
        queue=after.queue,
        lane=before.lane,
        services=after.services,
        state=LegState.WAITING,
        ready_at=_seniority(tx, ticket),
        order=ticket.order,
        only_counter=after.only_counter,
        comes_back=after.comes_back,
        returns_to=after.returns_to,
    )
    tx.add_leg(following)
    tx.record_event(
        following,
        Move.OPEN,
        day=ticket.day,
        facts={**beginning(following), "after": before.id},
    )


def _seniority(tx: WriteTransaction, ticket: Ticket) -> datetime:
    """From when the errand waits: what its issue said, whatever its legs went through since.

    That is not always when it was issued: not for an appointment, nor after the clock was set back.
    """
    issue = tx.events_of(ticket.id)[0]
    since = issue.facts.get("ready_at")
    return datetime.fromisoformat(since) if since else ticket.issued_at
