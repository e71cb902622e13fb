"""Issue a number."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from common.domain.hall import ORDINARY, Hall
from common.domain.ids import BundleCode, ClassCode, ClerkLogin, LegId, RequestId, TicketId
from common.domain.number import ticket_number
from common.domain.route import Stop, plan_bundle, plan_services
from common.domain.ticket import Leg, LegState, Move, Ticket
from common.operations.closing import expire_leftovers
from common.operations.errors import HallClosed
from common.operations.ids import new_code, new_id
from common.operations.journey import done_before
from common.operations.results import Issued
from common.store import Store, WriteTransaction


def issue(
    store: Store,
    wanted: Sequence[str],
    *,
    ticket: TicketId,
    priority: ClassCode = ORDINARY,
    by: str = "",
    clerk: ClerkLogin | None = None,
) -> Issued:
    """Give one person one number for everything in `wanted`: services, or one bundle.

    `ticket` is the client's id of the intent: repeating it answers with the same ticket. `by` names
    the kiosk. Raises HallClosed, UnknownService, UnknownClass.
    """
    with store.write() as tx:
        known = tx.ticket(ticket)
        if known is not None:
            return _issued(tx, known)
        done_before(tx, RequestId(ticket), Move.ISSUE)
        _require_open(tx)
        lane = tx.hall.priority_class(priority).code
        route, bundle = _plan(tx.hall, wanted)
        queue = route[0].queue
        place = tx.next_place(queue)
        if place.order == 1:
            expire_leftovers(tx)
        new = Ticket(
            id=ticket,
            number=ticket_number(queue, place.sequence),
            day=tx.today,
            order=place.order,
            priority=lane,
            issued_at=tx.now,
            code=new_code(),
            bundle=bundle,
            issued_by=by,
        )
        legs = [_leg(new, position, stop) for position, stop in enumerate(route)]
        tx.add_ticket(new, queue, place, legs)
        for leg in legs:
            tx.record_event(
                leg,
                Move.ISSUE,
                day=new.day,
                clerk=clerk,
                request=RequestId(ticket) if leg.position == 0 else None,
                facts={"queue": leg.queue, "services": list(leg.services), "by": by},
            )
        return Issued(new.id, new.number, queue, place.ahead, new.issued_at, new.code)


def _issued(tx: WriteTransaction, known: Ticket) -> Issued:
    first = tx.legs_of(known.id)[0]
    ahead = tx.ahead_at_issue(known.id)
    return Issued(known.id, known.number, first.queue, ahead, known.issued_at, known.code)


def _require_open(tx: WriteTransaction) -> None:
    hall_time = tx.now.astimezone(ZoneInfo(tx.hall.time_zone))
    if not tx.hall.calendar.issues_at(hall_time):
        opens = tx.hall.calendar.next_opening(hall_time)
        raise HallClosed(opens=f"{opens:%Y-%m-%d %H:%M}" if opens else "—")


def _plan(hall: Hall, wanted: Sequence[str]) -> tuple[tuple[Stop, ...], BundleCode | None]:
    bundle = hall.bundle(wanted[0]) if len(wanted) == 1 else None
    if bundle is not None:
        return plan_bundle(hall, bundle), bundle.code
    return plan_services(hall, [hall.service(code).code for code in wanted]), None


def _leg(ticket: Ticket, position: int, stop: Stop) -> Leg:
    return Leg(
        id=LegId(new_id()),
        ticket=ticket.id,
        number=ticket.number,
        position=position,
        stage=stop.stage,
        queue=stop.queue,
        lane=ticket.priority,
        services=stop.services,
        state=LegState.WAITING if stop.stage == 0 else LegState.PLANNED,
        ready_at=ticket.issued_at,
        order=ticket.order,
    )
