"""How everything stands now, to be compared with what the record says."""

from __future__ import annotations

from collections.abc import Sequence

from common.domain.ids import LegId
from common.domain.ticket import Leg
from common.store.driver import HallLink
from common.store.queries import LEG_COLUMNS
from common.store.rows import leg_of_row

BATCH = 200
"""So many legs are asked for at once."""
LEGS = f"""
    SELECT {LEG_COLUMNS} FROM leg
    WHERE id IN ({", ".join(f":leg{place}" for place in range(BATCH))})
"""
LEG_COUNT = "SELECT count(*) FROM leg WHERE hall = :hall"
THINGS = """
    SELECT 'session', counter, clerk FROM session WHERE hall = :hall AND until IS NULL
    UNION ALL
    SELECT 'pause', counter, '' FROM pause WHERE hall = :hall AND until IS NULL
    UNION ALL
    SELECT 'extra queue', counter, queue FROM extra_queue WHERE hall = :hall AND until IS NULL
    UNION ALL
    SELECT 'block', person, '' FROM blocked_person WHERE hall = :hall
    UNION ALL
    SELECT 'appointment', id, state FROM appointment WHERE hall = :hall
"""

Thing = tuple[str, str, str]
"""What kind of thing, whose it is, and what it is: `("session", "F01", "li")`."""


class Standing:
    """Questions about everything at once; for the examination of the record alone."""

    def __init__(self, link: HallLink) -> None:
        self._link = link

    def legs(self, ids: Sequence[LegId]) -> list[Leg]:
        """Those of at most `BATCH` legs that are there, in no order."""
        asked = {f"leg{place}": ids[min(place, len(ids) - 1)] for place in range(BATCH)}
        return [leg_of_row(row) for row in self._link.rows(LEGS, **asked)]

    def leg_count(self) -> int:
        """How many legs there ever were."""
        ((count,),) = self._link.rows(LEG_COUNT)
        return int(count)

    def things(self) -> set[Thing]:
        """Who is signed in where, what pauses and helps out, who is blocked, every appointment."""
        return {(kind, whose, what) for kind, whose, what in self._link.rows(THINGS)}
