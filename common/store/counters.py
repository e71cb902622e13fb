"""Counters that serve nobody for a while, and those that help another queue out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from common.domain.event import Event
from common.domain.hall import CounterKind
from common.domain.ids import ClerkLogin, CounterCode, QueueCode
from common.domain.pause import Pause, PauseReason
from common.domain.ratio import Side
from common.domain.ticket import Leg
from common.store.driver import HallLink
from common.store.queries import EVENT_COLUMNS, LEG_COLUMNS
from common.store.rows import event_of_row, from_microseconds, leg_of_row, to_microseconds

_PAUSE = """
    SELECT counter, clerk, reason, since FROM pause WHERE hall = :hall AND until IS NULL
"""
PAUSE_AT = f"{_PAUSE} AND counter = :counter"
EXTRA_QUEUES = """
    SELECT counter, queue FROM extra_queue WHERE hall = :hall AND until IS NULL ORDER BY since
"""
EXTRA_QUEUES_OF = """
    SELECT queue FROM extra_queue
    WHERE hall = :hall AND counter = :counter AND until IS NULL ORDER BY since
"""
OPEN_COUNTERS = """
    SELECT session.counter, clerk.skills
    FROM session JOIN clerk ON clerk.hall = session.hall AND clerk.login = session.clerk
    WHERE session.hall = :hall AND session.until IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM pause
        WHERE pause.hall = session.hall AND pause.counter = session.counter
          AND pause.until IS NULL)
"""
"""Where somebody is signed in and serves, and what they are trained for."""
TURNS_AT = """
    SELECT facts FROM event
    WHERE hall = :hall AND counter = :counter AND day = :day AND move = 'call'
      AND facts LIKE '%"side": "%'
    ORDER BY sequence DESC LIMIT :at_most
"""
"""The calls that spent a turn between appointments and walk-ins, newest first."""
HELD_AT = f"""
    SELECT {LEG_COLUMNS} FROM leg WHERE hall = :hall AND counter = :counter AND state = 'held'
    ORDER BY held_since
"""
"""Of whatever day: a hold may last over midnight."""
WAITING_ONLY_FOR = f"""
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND only_counter = :counter AND state = 'waiting'
      AND only_counter IS NOT NULL
    UNION ALL
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND only_counter = :counter AND state = 'blocked'
      AND state IN ('planned', 'waiting', 'blocked', 'held', 'missed')
"""
WAITING_ONLY_FOR_KIND = f"""
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND day = :day AND only_kind = :kind AND queue = :queue
      AND state = 'waiting' AND only_counter IS NULL AND only_kind IS NOT NULL
    UNION ALL
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND day = :day AND only_kind = :kind AND queue = :queue
      AND state = 'blocked' AND state IN ('planned', 'waiting', 'blocked', 'held', 'missed')
"""
DONE_AT = f"""
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND counter = :counter AND day = :day AND state = 'done'
"""
MOVES_AT = f"""
    SELECT {EVENT_COLUMNS} FROM event
    WHERE counter = :counter AND ticket IN (
        SELECT ticket FROM event
        WHERE hall = :hall AND counter = :counter AND day = :day AND move = 'call'
        UNION
        SELECT ticket FROM leg
        WHERE hall = :hall AND counter = :counter AND day = :day AND state = 'done')
    ORDER BY sequence
"""
"""What was done at one counter with everyone who was called or served there on one day."""
_ADD_PAUSE = """
    INSERT INTO pause (id, hall, counter, clerk, reason, since)
    VALUES (:id, :hall, :counter, :clerk, :reason, :since)
"""
_END_PAUSE = """
    UPDATE pause SET until = :until WHERE hall = :hall AND counter = :counter AND until IS NULL
"""
_ADD_QUEUE = """
    INSERT INTO extra_queue (id, hall, counter, queue, since)
    VALUES (:id, :hall, :counter, :queue, :since)
"""
_DROP_QUEUE = """
    UPDATE extra_queue SET until = :until
    WHERE hall = :hall AND counter = :counter AND queue = :queue AND until IS NULL
"""


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """A counter where somebody is signed in who serves now."""

    counter: CounterCode
    skills: tuple[QueueCode, ...] | None
    """What the clerk is trained for; None is all."""


class Counters:
    """Questions about what the counters do now."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def pause_at(self, counter: CounterCode) -> Pause | None:
        """The pause of this counter; None while it serves."""
        return next(map(_pause, self._link.rows(PAUSE_AT, counter=counter)), None)

    def pauses(self) -> dict[CounterCode, Pause]:
        """Every counter that pauses now."""
        return {pause.counter: pause for pause in map(_pause, self._link.rows(_PAUSE))}

    def extra_queues(self) -> dict[CounterCode, tuple[QueueCode, ...]]:
        """The queues that counters take besides their own, in the order in which they came."""
        extra: dict[CounterCode, tuple[QueueCode, ...]] = {}
        for counter, queue in self._link.rows(EXTRA_QUEUES):
            extra[counter] = (*extra.get(counter, ()), queue)
        return extra

    def extra_queues_of(self, counter: CounterCode) -> tuple[QueueCode, ...]:
        return tuple(queue for (queue,) in self._link.rows(EXTRA_QUEUES_OF, counter=counter))

    def open_counters(self) -> dict[CounterCode, OpenCounter]:
        """Every counter where somebody is signed in and no pause is on."""
        return {
            counter: OpenCounter(counter, None if skills is None else tuple(skills.split()))
            for counter, skills in self._link.rows(OPEN_COUNTERS)
        }

    def turns_at(self, counter: CounterCode, day: date, at_most: int) -> list[Side]:
        """Whose the latest contested calls of `day` were, newest first."""
        rows = self._link.rows(TURNS_AT, counter=counter, day=day.isoformat(), at_most=at_most)
        return [Side(json.loads(facts)["side"]) for (facts,) in rows]

    def held_at(self, counter: CounterCode) -> list[Leg]:
        """Who is on hold at this counter, the longest first; of past days too."""
        return [leg_of_row(row) for row in self._link.rows(HELD_AT, counter=counter)]

    def waiting_only_for(self, counter: CounterCode) -> list[Leg]:
        """Who waits for this counter and no other."""
        return [leg_of_row(row) for row in self._link.rows(WAITING_ONLY_FOR, counter=counter)]

    def waiting_only_for_kind(self, queue: QueueCode, kind: CounterKind, day: date) -> list[Leg]:
        """Who waits in `queue` for counters of this kind and no other."""
        rows = self._link.rows(
            WAITING_ONLY_FOR_KIND, queue=queue, kind=kind.value, day=day.isoformat()
        )
        return [leg_of_row(row) for row in rows]

    def done_at(self, counter: CounterCode, day: date) -> list[Leg]:
        """Whose service ended at this counter on `day`."""
        rows = self._link.rows(DONE_AT, counter=counter, day=day.isoformat())
        return [leg_of_row(row) for row in rows]

    def moves_at(self, counter: CounterCode, day: date) -> list[Event]:
        """What was done there with everyone who was called or served on `day`, oldest first."""
        rows = self._link.rows(MOVES_AT, counter=counter, day=day.isoformat())
        return [event_of_row(row) for row in rows]


class CounterChanges(Counters):
    """What changes at the counters."""

    def pause(self, pause_id: str, pause: Pause) -> None:
        self._link.change(
            _ADD_PAUSE,
            id=pause_id,
            counter=pause.counter,
            clerk=pause.clerk,
            reason=pause.reason.value,
            since=to_microseconds(pause.since),
        )

    def end_pause(self, counter: CounterCode, at: datetime) -> None:
        """The counter serves again; nothing happens when it served all along."""
        self._link.change(_END_PAUSE, counter=counter, until=to_microseconds(at))

    def add_queue(
        self, extra_id: str, counter: CounterCode, queue: QueueCode, at: datetime
    ) -> None:
        self._link.change(
            _ADD_QUEUE, id=extra_id, counter=counter, queue=queue, since=to_microseconds(at)
        )

    def drop_queue(self, counter: CounterCode, queue: QueueCode, at: datetime) -> None:
        self._link.change(_DROP_QUEUE, counter=counter, queue=queue, until=to_microseconds(at))


def _pause(row: Any) -> Pause:
    counter, clerk, reason, since = row
    return Pause(
        CounterCode(counter),
        None if clerk is None else ClerkLogin(clerk),
        PauseReason(reason),
        from_microseconds(since),
    )
