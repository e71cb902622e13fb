"""Ids that clients make."""

from __future__ import annotations

import secrets

import uuid_utils

from common.domain.scanned import APPOINTMENT_CODE_LENGTH, CODE_SIGNS, TICKET_CODE_LENGTH


def new_id() -> str:
    """An id for one intent of one client (UUIDv7, so that ids sort by time).

    Make it once when the person acts, and repeat the same id when the act is repeated.
    """
    return str(uuid_utils.uuid7())


def new_code() -> str:
    """A ticket's code: eight letters that say nothing about the person."""
    return _letters(TICKET_CODE_LENGTH)


def new_appointment_code() -> str:
    """Six letters, to be typed at the kiosk. Somebody else may have the same by chance."""
    return _letters(APPOINTMENT_CODE_LENGTH)


def _letters(count: int) -> str:
    """Drawn at once: each draw asks the system, and a ticket's is made in the hall's turn."""
    drawn = secrets.randbelow(len(CODE_SIGNS) ** count)
    signs = []
    for _ in range(count):
        drawn, sign = divmod(drawn, len(CODE_SIGNS))
        signs.append(CODE_SIGNS[sign])
    return "".join(signs)
