"""The statements of the line, each named for the question it answers.

They are built here once and compiled once for each engine. Conditions that pick a partial index
stand as literal text, because the planners of both engines recognise an index only by its literal
condition.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    Select,
    bindparam,
    func,
    insert,
    select,
    text,
    union_all,
    update,
)

from common.store.schema import (
    counter_queue,
    event,
    hall,
    leg,
    print_job,
    priority_class,
    queue,
    ticket,
)

_HALL: BindParameter[str] = bindparam("hall")
_DAY: BindParameter[str] = bindparam("day")
_QUEUE: BindParameter[str] = bindparam("queue")
_COUNTER: BindParameter[str] = bindparam("counter")
_TICKET: BindParameter[str] = bindparam("ticket")

_IN_LANE = text("leg.state = 'waiting' AND leg.only_counter IS NULL")
_FOR_ONE_COUNTER = text("leg.state = 'waiting' AND leg.only_counter IS NOT NULL")
_AT_A_COUNTER = text("leg.state IN ('called', 'serving')")
_UNFINISHED = text("leg.state IN ('planned', 'waiting', 'blocked', 'held', 'missed')")

LEG_COLUMNS = (
    leg.c.id,
    leg.c.ticket,
    leg.c.number,
    leg.c.position,
    leg.c.stage,
    leg.c.queue,
    leg.c.lane,
    leg.c.services,
    leg.c.state,
    leg.c.ready_at,
    leg.c.day_order,
    leg.c.counter,
    leg.c.only_counter,
    leg.c.comes_back,
    leg.c.called_at,
    leg.c.last_called_at,
    leg.c.times_called,
    leg.c.serving_since,
    leg.c.held_since,
    leg.c.held_seconds,
    leg.c.ended_at,
    leg.c.reinstated,
    leg.c.outcome,
    leg.c.cases,
)
EVENT_COLUMNS = (
    event.c.sequence,
    event.c.move,
    event.c.at,
    event.c.day,
    event.c.ticket,
    event.c.leg,
    event.c.number,
    event.c.counter,
    event.c.clerk,
    event.c.request,
    event.c.facts,
    event.c.hash,
)
TICKET_COLUMNS = (
    ticket.c.id,
    ticket.c.number,
    ticket.c.day,
    ticket.c.day_order,
    ticket.c.priority,
    ticket.c.issued_at,
    ticket.c.code,
    ticket.c.bundle,
    ticket.c.issued_by,
)
_leg = select(*LEG_COLUMNS)
_event = select(*EVENT_COLUMNS)


def _today(query: Select[Any]) -> Select[Any]:
    return query.where(leg.c.hall == _HALL, leg.c.day == _DAY)


# Who is next

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

HEADS_FOR_COUNTER: CompoundSelect[Any] = union_all(
    _head_of_leg.select_from(
        counter_queue.join(priority_class, priority_class.c.hall == counter_queue.c.hall).join(
            leg, leg.c.id == _first_of_lane
        )
    ).where(counter_queue.c.hall == _HALL, counter_queue.c.counter == _COUNTER),
    _today(_head_of_leg).where(leg.c.only_counter == _COUNTER, _FOR_ONE_COUNTER),
)
"""Who could be next at a counter: one head a lane, and those sent to this counter."""

FRONT_OF_LANE = (
    _today(select(leg.c.ready_at))
    .where(leg.c.queue == _QUEUE, leg.c.lane == bindparam("lane"), _IN_LANE)
    .order_by(leg.c.ready_at, leg.c.day_order)
    .limit(bindparam("places"))
)
"""The seniorities at the front of one lane."""

# Who waits

WAITING = union_all(_today(_leg).where(_IN_LANE), _today(_leg).where(_FOR_ONE_COUNTER))
WAITING_IN_QUEUE = union_all(
    _today(_leg).where(leg.c.queue == _QUEUE, _IN_LANE),
    _today(_leg).where(leg.c.queue == _QUEUE, _FOR_ONE_COUNTER),
)
_queues_of_zone = select(queue.c.code).where(
    queue.c.hall == _HALL, queue.c.zone == bindparam("zone")
)
WAITING_IN_ZONE = union_all(
    _today(_leg).where(leg.c.queue.in_(_queues_of_zone), _IN_LANE),
    _today(_leg).where(leg.c.queue.in_(_queues_of_zone), _FOR_ONE_COUNTER),
)
_queues_of_counter = select(counter_queue.c.queue).where(
    counter_queue.c.hall == _HALL, counter_queue.c.counter == _COUNTER
)
WAITING_FOR_COUNTER = union_all(
    _today(_leg).where(leg.c.queue.in_(_queues_of_counter), _IN_LANE),
    _today(_leg).where(leg.c.only_counter == _COUNTER, _FOR_ONE_COUNTER),
)
"""Everyone whom a counter may call."""

WAITING_COUNTS = union_all(
    _today(select(leg.c.queue, func.count())).where(_IN_LANE).group_by(leg.c.queue),
    _today(select(leg.c.queue, func.count())).where(_FOR_ONE_COUNTER).group_by(leg.c.queue),
)

# Legs

LEG_BY_ID = _leg.where(leg.c.id == bindparam("leg"))
LEGS_OF_TICKET = _leg.where(leg.c.ticket == _TICKET).order_by(leg.c.position)
LEG_AT_COUNTER = _leg.where(leg.c.hall == _HALL, leg.c.counter == _COUNTER, _AT_A_COUNTER)
LEGS_AT_COUNTERS = _leg.where(leg.c.hall == _HALL, _AT_A_COUNTER)
SET_ASIDE = _today(_leg).where(text("leg.state IN ('held', 'missed')"), _UNFINISHED)
"""Today's held and missed legs."""
UNFINISHED = _today(_leg).where(_UNFINISHED)
UNFINISHED_BEFORE = _leg.where(leg.c.hall == _HALL, leg.c.day < _DAY, _UNFINISHED)
OPEN_LEGS = union_all(
    _leg.where(leg.c.hall == _HALL, _AT_A_COUNTER), _leg.where(leg.c.hall == _HALL, _UNFINISHED)
)
SERVED_AT_COUNTER = _today(select(func.count()).select_from(leg)).where(
    leg.c.counter == _COUNTER, text("leg.state = 'done'")
)

# Tickets

PLACE_OF_NEXT = select(
    select(func.max(ticket.c.day_order))
    .where(ticket.c.hall == _HALL, ticket.c.day == _DAY)
    .scalar_subquery(),
    select(func.max(ticket.c.sequence))
    .where(ticket.c.hall == _HALL, ticket.c.day == _DAY, ticket.c.queue == _QUEUE)
    .scalar_subquery(),
    _today(select(func.count()).select_from(leg))
    .where(leg.c.queue == _QUEUE, _IN_LANE)
    .scalar_subquery(),
)
"""The day's last order, the queue's last number, and how many wait in the queue."""

TICKET_BY_ID = select(*TICKET_COLUMNS).where(ticket.c.id == _TICKET)
TICKET_BY_NUMBER = select(*TICKET_COLUMNS).where(
    ticket.c.hall == _HALL, ticket.c.day == _DAY, ticket.c.number == bindparam("number")
)
AHEAD_AT_ISSUE = select(ticket.c.ahead).where(ticket.c.id == _TICKET)

# Events

CALLS_SINCE = _event.where(
    event.c.hall == _HALL,
    event.c.at >= bindparam("since"),
    text("event.move IN ('call', 'recall')"),
).order_by(event.c.sequence)
LAST_EVENT = (
    select(event.c.sequence, event.c.hash)
    .where(event.c.hall == _HALL)
    .order_by(event.c.sequence.desc())
    .limit(1)
)
EVENT_OF_REQUEST = _event.where(event.c.hall == _HALL, event.c.request == bindparam("request"))
EVENTS_OF_TICKET = _event.where(event.c.ticket == _TICKET).order_by(event.c.sequence)
EVENTS = _event.where(event.c.hall == _HALL).order_by(event.c.sequence)

# The hall

REVISION = select(hall.c.revision).where(hall.c.code == _HALL)

# Writes

ADD_TICKET = insert(ticket)
ADD_LEG = insert(leg)
ADD_EVENT = insert(event)
ADD_PRINT_JOB = insert(print_job)
MOVE_LEG = (
    update(leg)
    .where(leg.c.id == bindparam("this_leg"), leg.c.state == bindparam("state_before"))
    .values(
        {
            column: bindparam(column.name)
            for column in (
                leg.c.state,
                leg.c.ready_at,
                leg.c.counter,
                leg.c.only_counter,
                leg.c.comes_back,
                leg.c.called_at,
                leg.c.last_called_at,
                leg.c.times_called,
                leg.c.serving_since,
                leg.c.held_since,
                leg.c.held_seconds,
                leg.c.ended_at,
                leg.c.reinstated,
                leg.c.outcome,
                leg.c.cases,
            )
        }
    )
)
"""What may change of a leg; where it belongs and what it is for never do."""
