"""Ticket numbers: `{prefix}{sequence:03d}`, four digits after 999."""

from __future__ import annotations

import re

from common.domain.ids import QueueCode, TicketNumber

_SEQUENCE_DIGITS = 3
PREFIX = re.compile(r"[A-HJ-NP-Z]{1,3}")
"""One to three capital letters without I and O, which look like 1 and 0."""


def ticket_number(queue: QueueCode, sequence: int) -> TicketNumber:
    """The number of the `sequence`-th ticket (from 1) that `queue` issued this hall day."""
    return TicketNumber(f"{queue}{sequence:0{_SEQUENCE_DIGITS}d}")


def as_typed(number: str) -> TicketNumber:
    """A number as people type it: any case, spaces around or inside."""
    return TicketNumber("".join(number.split()).upper())
