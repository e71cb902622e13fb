"""The statements of the hot paths, each named for the question it answers.

They are built once. Conditions that pick a partial index stand as literal text, because the
planners of both engines recognise an index only by its literal condition.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select, text, union_all, update

from common.store.schema import counter_queue, event, leg, priority_class, ticket

_HALL: BindParameter[str] = bindparam("hall")
_DAY: BindParameter[date] = bindparam("day")
_QUEUE: BindParameter[str] = bindparam("queue")
_COUNTER: BindParameter[str] = bindparam("counter")
_QUEUES: BindParameter[list[str]] = bindparam("queues", expanding=True)

_IN_LANE = text("leg.state = 'waiting' AND leg.only_counter IS NULL")
_FOR_ONE_COUNTER = text("leg.state = 'waiting' AND leg.only_counter IS NOT NULL")
_AT_A_COUNTER = text("leg.state IN ('called', 'serving')")
_UNFINISHED = text("leg.state IN ('planned', 'waiting', 'blocked', 'held', 'missed')")

_head = leg.alias("head")
_first_of_lane = (
    select(_head.c.id)
    .where(
        _head.c.hall == _HALL,
        _head.c.day == _DAY,
        _head.c.queue == counter_queue.c.queue,
        _head.c.lane == priority_class.c.code,
        text("head.state = 'waiting' AND head.only_counter IS NULL"),
    )
    .order_by(_head.c.ready_at, _head.c.day_order)
    .limit(1)
    .correlate(counter_queue, priority_class)
    .scalar_subquery()
)
_head_of_leg = select(
    leg.c.id,
    leg.c.ticket,
    leg.c.number,
    leg.c.queue,
    leg.c.lane,
    leg.c.ready_at,
    leg.c.day_order,
    leg.c.comes_back,
)

HEADS_FOR_COUNTER = union_all(
    _head_of_leg.select_from(
        counter_queue.join(priority_class, priority_class.c.hall == counter_queue.c.hall).join(
            leg, leg.c.id == _first_of_lane
        )
    ).where(counter_queue.c.hall == _HALL, counter_queue.c.counter == _COUNTER),
    _head_of_leg.where(
        leg.c.hall == _HALL,
        leg.c.day == _DAY,
        leg.c.only_counter == _COUNTER,
        _FOR_ONE_COUNTER,
    ),
)
"""Who could be next at a counter: one head a lane, and those sent to this counter."""

LEG_BY_ID = select(leg).where(leg.c.id == bindparam("leg"))
LEGS_OF_TICKET = select(leg).where(leg.c.ticket == bindparam("ticket")).order_by(leg.c.position)
LEG_AT_COUNTER = select(leg).where(leg.c.hall == _HALL, leg.c.counter == _COUNTER, _AT_A_COUNTER)
LEGS_AT_COUNTERS = select(leg).where(leg.c.hall == _HALL, _AT_A_COUNTER)


def _today(query: Select[Any]) -> Select[Any]:
    return query.where(leg.c.hall == _HALL, leg.c.day == _DAY)


WAITING_IN_QUEUES = union_all(
    _today(select(leg)).where(leg.c.queue.in_(_QUEUES), _IN_LANE),
    _today(select(leg)).where(leg.c.queue.in_(_QUEUES), _FOR_ONE_COUNTER),
)
"""Everyone who waits in these queues, also those sent to one counter."""

WAITING_FOR_COUNTER = union_all(
    _today(select(leg)).where(leg.c.queue.in_(_QUEUES), _IN_LANE),
    _today(select(leg)).where(leg.c.only_counter == _COUNTER, _FOR_ONE_COUNTER),
)
"""Everyone whom a counter with these queues may call."""

WAITING_COUNTS = union_all(
    _today(select(leg.c.queue, func.count())).where(_IN_LANE).group_by(leg.c.queue),
    _today(select(leg.c.queue, func.count())).where(_FOR_ONE_COUNTER).group_by(leg.c.queue),
)
WAITING_IN_QUEUE = _today(select(func.count()).select_from(leg)).where(
    leg.c.queue == _QUEUE, _IN_LANE
)
LANE = (
    _today(select(leg.c.ready_at))
    .where(leg.c.queue == _QUEUE, leg.c.lane == bindparam("lane"), _IN_LANE)
    .order_by(leg.c.ready_at, leg.c.day_order)
    .limit(bindparam("places"))
)
"""The seniorities at the front of one lane."""

UNFINISHED_LEGS = _today(select(leg)).where(
    leg.c.state.in_(bindparam("states", expanding=True)), _UNFINISHED
)
UNFINISHED_LEGS_BEFORE = select(leg).where(leg.c.hall == _HALL, leg.c.day < _DAY, _UNFINISHED)
SERVED_AT_COUNTER = _today(select(func.count()).select_from(leg)).where(
    leg.c.counter == _COUNTER, text("leg.state = 'done'")
)

CALLS_SINCE = (
    select(event)
    .where(
        event.c.hall == _HALL,
        event.c.at >= bindparam("since"),
        text("event.move IN ('call', 'recall')"),
    )
    .order_by(event.c.sequence)
)
LAST_EVENT = (
    select(event.c.sequence, event.c.hash)
    .where(event.c.hall == _HALL)
    .order_by(event.c.sequence.desc())
    .limit(1)
)
EVENT_OF_REQUEST = select(event).where(
    event.c.hall == _HALL, event.c.request == bindparam("request")
)
EVENTS_OF_TICKET = (
    select(event).where(event.c.ticket == bindparam("ticket")).order_by(event.c.sequence)
)
EVENTS = select(event).where(event.c.hall == _HALL).order_by(event.c.sequence)

TICKET_BY_ID = select(ticket).where(ticket.c.id == bindparam("ticket"))
TICKET_BY_NUMBER = select(ticket).where(
    ticket.c.hall == _HALL, ticket.c.day == _DAY, ticket.c.number == bindparam("number")
)
LAST_ORDER = select(func.max(ticket.c.day_order)).where(
    ticket.c.hall == _HALL, ticket.c.day == _DAY
)
LAST_SEQUENCE = select(func.max(ticket.c.sequence)).where(
    ticket.c.hall == _HALL, ticket.c.day == _DAY, ticket.c.queue == _QUEUE
)

UPDATE_LEG = update(leg).where(
    leg.c.id == bindparam("this_leg"), leg.c.state == bindparam("state_before")
)
