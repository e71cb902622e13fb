"""What slip and desk say of a number that was booked."""

from __future__ import annotations

from common.domain.text import Text
from common.domain.ticket import Ticket
from common.store import ReadTransaction


def appointment_mark(tx: ReadTransaction, ticket: Ticket) -> Text | None:
    """The half hour that was booked, or that the person was late for it; None for a walk-in."""
    booked = tx.appointments.of_ticket(ticket.id)
    if booked is None:
        return None
    lane = tx.hall.with_former.priority_class(ticket.priority)
    return booked.told if lane.appointment else booked.told_late
