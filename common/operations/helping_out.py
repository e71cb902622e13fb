"""A counter takes another queue besides its own, until that is over: the emergency counter."""

from __future__ import annotations

from common.domain.event import Act
from common.domain.ids import ClerkLogin, CounterCode, QueueCode, RequestId
from common.domain.number import as_typed
from common.domain.session import Approval, Role
from common.operations.errors import AlreadyServed, NotAddedHere
from common.operations.ids import new_id
from common.operations.journey import done_before
from common.operations.pausing import approved
from common.operations.results import Acted
from common.operations.staff import require_role
from common.store import Store


def add_queue(
    store: Store,
    counter: CounterCode,
    queue: str,
    clerk: ClerkLogin | None = None,
    approval: Approval | None = None,
    request: RequestId | None = None,
) -> Acted:
    """From now on the counter calls people of `queue` too, whoever is signed in there.

    That is for a supervisor to say. Raises NotPermitted, AlreadyServed, UnknownQueue,
    UnknownCounter.
    """
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Act.ADD_QUEUE):
            return Acted.told_by(event)
        if approval is None:
            require_role(tx, clerk, Role.SUPERVISOR)
        added = tx.hall.queue(as_typed(queue)).code
        if added in (*desk.queues, *tx.counters.extra_queues_of(desk.code)):
            raise AlreadyServed(counter=desk.code, queue=added)
        tx.counters.add_queue(new_id(), desk.code, added, tx.now)
        event = tx.record_act(
            Act.ADD_QUEUE,
            counter=desk.code,
            clerk=clerk,
            request=request,
            facts={"queue": added, **approved(approval)},
        )
        return Acted.told_by(event)


def drop_queue(
    store: Store,
    counter: CounterCode,
    queue: str,
    clerk: ClerkLogin | None = None,
    request: RequestId | None = None,
) -> Acted:
    """The counter calls its own queues only. Raises NotAddedHere, UnknownCounter."""
    with store.write() as tx:
        desk = tx.hall.counter(counter)
        if event := done_before(tx, request, Act.DROP_QUEUE):
            return Acted.told_by(event)
        dropped = QueueCode(as_typed(queue))
        if dropped not in tx.counters.extra_queues_of(desk.code):
            raise NotAddedHere(counter=desk.code, queue=dropped)
        tx.counters.drop_queue(desk.code, dropped, tx.now)
        event = tx.record_act(
            Act.DROP_QUEUE,
            counter=desk.code,
            clerk=clerk,
            request=request,
            facts={"queue": dropped},
        )
        return Acted.told_by(event)
