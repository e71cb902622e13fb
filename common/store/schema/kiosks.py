"""The PIN with which staff open kiosks, and how often it was tried in vain."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String, Table

from common.store.schema.columns import CODE, hall_key, in_hall, metadata, number

kiosk_pin = Table(
    "kiosk_pin",
    metadata,
    hall_key(),
    Column("pin_hash", String(200), nullable=False),
    in_hall(),
)

kiosk_pin_tries = Table(
    "kiosk_pin_tries",
    metadata,
    hall_key(),
    Column("kiosk", CODE, primary_key=True),
    number("failures"),
    Column("wait_until", BigInteger),
    in_hall(),
)
