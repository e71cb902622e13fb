"""May this number be issued? The rules, in the order in which a citizen is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from common.domain.calendar import ClosedWhy, next_slot, slot_of, slot_start, weekday_name
from common.domain.errors import JiaohaoError
from common.domain.hall import Hall, Queue
from common.domain.route import Stop
from common.domain.text import Text
from common.operations.errors import (
    HallClosed,
    IssuingOver,
    NumberStillOpen,
    PersonBlocked,
    QuotaUsed,
    ServiceNotToday,
)
from common.store import ReadTransaction

_ASK = Text(zh="请咨询工作人员", en="ask a member of staff")


def broken_rules(
    tx: ReadTransaction, route: Sequence[Stop], person: str | None
) -> Iterator[JiaohaoError]:
    """Every rule against a number for `route` now, the one to tell first.

    `person` is a keyed hash; None skips the rules about persons. That the printer is ready is for
    the kiosk to see, after these.
    """
    hall, now = tx.hall, _hall_time(tx)
    closure = hall.calendar.closure(now)
    over = closure is not None and closure.why is ClosedWhy.NOT_ISSUING
    if closure is not None and not over:
        yield HallClosed(why=closure.told, opens=_moment(closure.opens))
    for service in (hall.service(code) for stop in route for code in stop.services):
        if not hall.is_done_on(service, now.date()):
            opens = hall.next_day_done([service], now.date())
            yield ServiceNotToday(service=service.name, opens=_day(opens))
    if closure is not None and over:
        yield IssuingOver(opens=_moment(closure.opens))
    queues = [hall.queue(code) for code in dict.fromkeys(s.queue for s in route if s.stage == 0)]
    for queue in queues:
        places = walk_in_places(tx, queue)
        if places is not None and places <= 0:
            yield QuotaUsed(queue=queue.name, opens=_again(_next_places(hall, now), now))
    if person is not None:
        yield from _rules_about(tx, person, queues)


def walk_in_places(tx: ReadTransaction, queue: Queue) -> int | None:
    """Places left in this half hour for people without an appointment; None is without limit.

    Booked places are kept for those who booked. When a half hour is over, those of its places for
    which nobody came fall to the walk-ins of the next.
    """
    if queue.half_hour_quota is None:
        return None
    now = _hall_time(tx)
    slot = slot_of(now)
    kept = tx.booked_places(queue.code, now.date(), slot)
    slots = tx.hall.calendar.slots(now.date(), _zone(tx.hall))
    earlier = [start for start in slots if start < slot]
    left_over = (
        tx.unused_places(queue.code, now.date(), earlier[-1]) if slot in slots and earlier else 0
    )
    taken = tx.walk_ins(queue.code, slot_start(now), next_slot(now))
    return queue.half_hour_quota - kept + left_over - taken


def _rules_about(
    tx: ReadTransaction, person: str, queues: Sequence[Queue]
) -> Iterator[JiaohaoError]:
    for queue in queues:
        number = tx.persons.open_number(person, queue.code, tx.today)
        if number is not None:
            yield NumberStillOpen(number=number, queue=queue.name)
    yield from block_against(tx, person)


def block_against(tx: ReadTransaction, person: str) -> Iterator[JiaohaoError]:
    """The entry in the block list that stands against this person now."""
    entry = tx.persons.blocked(person)
    if entry is not None and entry.holds_at(tx.now):
        yield PersonBlocked(until=_end_of_block(tx.hall, entry.until))


def _next_places(hall: Hall, now: datetime) -> datetime | None:
    """When the next half hour with numbers begins."""
    following = next_slot(now)
    if hall.calendar.issues_at(following):
        return following
    return hall.calendar.next_opening(now)


def _zone(hall: Hall) -> ZoneInfo:
    return ZoneInfo(hall.time_zone)


def _hall_time(tx: ReadTransaction) -> datetime:
    return tx.now.astimezone(_zone(tx.hall))


def _moment(at: datetime | None) -> Text | str:
    return f"{at:%Y-%m-%d %H:%M}" if at else _ASK


def _again(at: datetime | None, now: datetime) -> Text:
    if at is None:
        return _ASK
    shown = f"{at:%H:%M}" if at.date() == now.date() else f"{at:%Y-%m-%d %H:%M}"
    return Text(zh=f"{shown} 起可再取号", en=f"there are new ones from {shown}")


def _day(day: date | None) -> Text:
    if day is None:
        return _ASK
    name = weekday_name(day.weekday())
    return Text(zh=f"{day}（{name.zh}）", en=f"{name.en}, {day}")


def _end_of_block(hall: Hall, until: datetime | None) -> Text:
    if until is None:
        return Text(zh="需工作人员解除", en="until the staff lift this")
    shown = f"{until.astimezone(_zone(hall)):%Y-%m-%d %H:%M}"
    return Text(zh=f"至 {shown}", en=f"until {shown}")
