"""What a database holds, of whatever version it is: to tell one copy from another."""

from __future__ import annotations

from dataclasses import dataclass

from common.store.driver import Link

_HALL = "SELECT code FROM hall"
_TICKETS = "SELECT count(*) FROM ticket"
_LAST_EVENT = "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1"
_HASH = "SELECT hash FROM event WHERE sequence = :sequence"
_ISSUED_AFTER = """
    SELECT DISTINCT number FROM event
    WHERE sequence > :sequence AND move = 'issue' ORDER BY number
"""


@dataclass(frozen=True, slots=True)
class Contents:
    """A hall's database at one moment."""

    revision: str
    """Of its tables."""
    hall: str
    """The hall's code; empty where none was created yet."""
    tickets: int
    events: int
    chain_end: str
    """The hash of the last event; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Since:
    """What came into a database after one of its earlier states."""

    events: int
    numbers: tuple[str, ...]


def read_contents(link: Link, revision: str) -> Contents:
    """In the transaction that is open on `link`."""
    halls = link.rows(_HALL)
    ((tickets,),) = link.rows(_TICKETS)
    last = link.rows(_LAST_EVENT)
    events, chain_end = last[0] if last else (0, "")
    return Contents(revision, halls[0][0] if halls else "", tickets, events, chain_end)


def read_since(link: Link, earlier: Contents) -> Since | None:
    """What came after `earlier`; None when that is no earlier state of this database."""
    if earlier.events:
        same = link.rows(_HASH, {"sequence": earlier.events})
        if not same or same[0][0] != earlier.chain_end:
            return None
    last = link.rows(_LAST_EVENT)
    events = last[0][0] if last else 0
    numbers = link.rows(_ISSUED_AFTER, {"sequence": earlier.events})
    return Since(events - earlier.events, tuple(number for (number,) in numbers))
