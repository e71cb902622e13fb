"""Tickets with their legs, each read once in a transaction.

Most verbs ask for a leg, then for its ticket, then for the other legs. One question brings them
all, and a transaction sees one moment, so nothing is asked twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.ids import CounterCode, LegId, TicketId
from common.domain.ticket import AT_COUNTER, Leg, Ticket
from common.store import queries
from common.store.driver import HallLink
from common.store.rows import leg_of_row, ticket_of_row

_TICKET_WIDTH = len(queries.TICKET_COLUMNS.split(","))


@dataclass(slots=True)
class _Errand:
    ticket: Ticket
    legs: list[Leg]
    """In the order of the route."""


class Errands:
    """What a transaction knows of tickets. Its writer tells what becomes of them."""

    def __init__(self, link: HallLink) -> None:
        self._link = link
        self._known: dict[TicketId, _Errand] = {}

    def ticket(self, ticket: TicketId) -> Ticket | None:
        errand = self._errand(ticket)
        return errand.ticket if errand else None

    def legs_of(self, ticket: TicketId) -> list[Leg]:
        errand = self._errand(ticket)
        return list(errand.legs) if errand else []

    def leg(self, leg: LegId) -> Leg:
        errand = self._read(queries.ERRAND_OF_LEG, leg=leg)
        assert errand is not None, "whoever asks has its id from this database"
        return next(one for one in errand.legs if one.id == leg)

    def leg_at(self, counter: CounterCode) -> Leg | None:
        errand = self._read(queries.ERRAND_AT_COUNTER, counter=counter)
        here = (one for one in errand.legs if one.counter == counter) if errand else ()
        return next((one for one in here if one.state in AT_COUNTER), None)

    def add(self, ticket: Ticket) -> None:
        """A new ticket, which has no legs yet."""
        self._known[ticket.id] = _Errand(ticket, [])

    def add_leg(self, leg: Leg) -> None:
        if leg.ticket in self._known:
            self._known[leg.ticket].legs.append(leg)

    def move(self, leg: Leg) -> None:
        """What became of a leg."""
        if leg.ticket in self._known:
            errand = self._known[leg.ticket]
            errand.legs = [leg if one.id == leg.id else one for one in errand.legs]

    def _errand(self, ticket: TicketId) -> _Errand | None:
        return self._known.get(ticket) or self._read(queries.ERRAND_OF_TICKET, ticket=ticket)

    def _read(self, query: str, **values: str) -> _Errand | None:
        rows = self._link.rows(query, **values)
        if not rows:
            return None
        ticket = ticket_of_row(rows[0][:_TICKET_WIDTH])
        errand = _Errand(ticket, [leg_of_row(row[_TICKET_WIDTH:]) for row in rows])
        self._known[ticket.id] = errand
        return errand
