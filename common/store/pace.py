"""How the line moves: who stands in it, how long the latest people took, how many came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from common.domain.hall import CounterKind
from common.domain.ids import ClassCode, CounterCode, QueueCode, ServiceCode
from common.domain.scene import Standing
from common.domain.stays import Stay
from common.domain.ticket import Leg
from common.store.driver import HallLink
from common.store.queries import LEG_COLUMNS
from common.store.rows import from_microseconds, leg_of_row, to_microseconds

_STANDING = "id, ticket, queue, lane, ready_at, day_order, only_counter, comes_back, only_kind"
_UNFINISHED = "state IN ('planned', 'waiting', 'blocked', 'held', 'missed')"
STANDING = f"""
    SELECT {_STANDING} FROM leg
    WHERE hall = :hall AND day = :day AND state = 'waiting' AND only_counter IS NULL
      AND only_kind IS NULL
    UNION ALL
    SELECT {_STANDING} FROM leg
    WHERE hall = :hall AND day = :day AND state = 'waiting' AND only_counter IS NULL
      AND only_kind IS NOT NULL
    UNION ALL
    SELECT {_STANDING} FROM leg
    WHERE hall = :hall AND day = :day AND state = 'waiting' AND only_counter IS NOT NULL
"""
LATER = f"""
    SELECT {LEG_COLUMNS} FROM leg
    WHERE hall = :hall AND day = :day AND state IN ('planned', 'blocked') AND {_UNFINISHED}
"""
MISSED = f"""
    SELECT count(*) FROM leg
    WHERE hall = :hall AND day = :day AND state = 'missed' AND {_UNFINISHED}
"""
ISSUED = """
    SELECT queue, priority, count(*) FROM ticket
    WHERE hall = :hall AND day = :day AND issued_at >= :since
      AND queue IN (SELECT code FROM queue WHERE hall = :hall)
    GROUP BY queue, priority
"""
TAKEN_OF_LATE = """
    SELECT leg.services, count(*) FROM (
        SELECT id FROM ticket WHERE hall = :hall AND day >= :since
        ORDER BY day DESC, day_order DESC LIMIT :places) AS latest
    JOIN leg ON leg.ticket = latest.id AND leg.state <> 'transferred'
    GROUP BY leg.services
"""
"""What the latest numbers were taken for. Whoever was passed on is counted where they came to."""
CALLED_BY_NOBODY = """
    SELECT DISTINCT counter FROM event
    WHERE hall = :hall AND at >= :since AND move IN ('call', 'recall') AND clerk IS NULL
"""


@lru_cache(maxsize=64)
def latest_stays(queues: int) -> str:
    """The latest people of so many queues, each from the index."""
    return " UNION ALL ".join(
        f"""SELECT * FROM (
            SELECT queue, counter, ready_at, called_at, ended_at, held_seconds FROM leg
            WHERE hall = :hall AND queue = :queue{number} AND ended_at >= :since
              AND state IN ('done', 'transferred') AND reinstated = 0
            ORDER BY ended_at DESC LIMIT :places) AS latest_{number}"""
        for number in range(queues)
    )


class Pace:
    """Questions about what decides how long people will wait."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def standing(self, day: date) -> list[Standing]:
        """Everyone who waits, in no order."""
        return [
            Standing(
                leg,
                ticket,
                queue,
                lane,
                from_microseconds(ready_at),
                order,
                only,
                bool(back),
                None if kind is None else CounterKind(kind),
            )
            for leg, ticket, queue, lane, ready_at, order, only, back, kind in self._link.rows(
                STANDING, day=day.isoformat()
            )
        ]

    def later(self, day: date) -> list[Leg]:
        """Legs that will join their lanes: planned ones, and those whose people are elsewhere."""
        return [leg_of_row(row) for row in self._link.rows(LATER, day=day.isoformat())]

    def missed(self, day: date) -> int:
        """How many did not come and were not reinstated."""
        ((count,),) = self._link.rows(MISSED, day=day.isoformat())
        return int(count)

    def stays(self, queues: Iterable[QueueCode], each: int, since: datetime) -> list[Stay]:
        """The latest people of each queue who were served since then, up to so many of each.

        Somebody who was missed before is not among them: the call did not begin the stay.
        """
        codes = {f"queue{number}": code for number, code in enumerate(queues)}
        if not codes:
            return []
        rows = self._link.rows(
            latest_stays(len(codes)), places=each, since=to_microseconds(since), **codes
        )
        return [_stay(row) for row in rows]

    def issued(self, day: date, since: datetime) -> dict[tuple[QueueCode, ClassCode], int]:
        """How many numbers were taken since then, by queue and class."""
        rows = self._link.rows(ISSUED, day=day.isoformat(), since=to_microseconds(since))
        return {(queue, lane): count for queue, lane, count in rows}

    def taken_of_late(self, since: date, at_most: int) -> dict[ServiceCode, int]:
        """How often each service was taken, over so many of the latest numbers since that day."""
        counts: dict[ServiceCode, int] = {}
        rows = self._link.rows(TAKEN_OF_LATE, since=since.isoformat(), places=at_most)
        for services, count in rows:
            for code in services.split():
                counts[code] = counts.get(code, 0) + count
        return counts

    def called_by_nobody(self, since: datetime) -> set[CounterCode]:
        """Counters that called since then without saying who calls."""
        rows = self._link.rows(CALLED_BY_NOBODY, since=to_microseconds(since))
        return {counter for (counter,) in rows}


def _stay(row: Any) -> Stay:
    queue, counter, ready_at, called_at, ended_at, held_seconds = row
    return Stay(
        queue,
        counter,
        from_microseconds(ready_at),
        from_microseconds(called_at),
        from_microseconds(ended_at),
        held_seconds,
    )
