"""Places booked ahead, and who may take no numbers."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    UniqueConstraint,
)

from common.domain.appointment import AppointmentState
from common.store.schema.columns import (
    CODE,
    DAY,
    NAME,
    UUID,
    hall_key,
    in_hall,
    metadata,
    one_of,
    partial_index,
    reference,
)

appointment = Table(
    "appointment",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("code", String(16), nullable=False),
    Column("day", DAY, nullable=False),
    Column("slot", String(5), nullable=False),
    Column("queue", CODE, nullable=False),
    Column("service", CODE, nullable=False),
    Column("person", String(64)),
    Column("phone_tail", String(4), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("reference", String(64)),
    Column("state", String(12), nullable=False),
    Column("booked_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("ticket", UUID),
    in_hall(),
    reference("queue", "queue"),
    reference("service", "service"),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    UniqueConstraint("hall", "code"),
    UniqueConstraint("hall", "channel", "reference"),
    UniqueConstraint("ticket"),
    CheckConstraint(one_of("state", AppointmentState), name="known_state"),
    Index("ix_appointment_slot", "hall", "day", "queue", "slot"),
    Index("ix_appointment_person", "hall", "person", "day"),
    partial_index("ix_appointment_booked", "state = 'booked'", "hall", "day", "slot"),
    partial_index(
        "uq_appointment_person",
        "person IS NOT NULL AND state IN ('booked', 'checked_in')",
        "hall",
        "day",
        "service",
        "person",
        unique=True,
    ),
)

blocked_person = Table(
    "blocked_person",
    metadata,
    hall_key(),
    Column("person", String(64), primary_key=True),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    Column("reason", NAME, nullable=False),
    Column("blocked_by", String(64), nullable=False),
    in_hall(),
)

hall_secret = Table(
    "hall_secret",
    metadata,
    hall_key(),
    Column("person_key", String(64), nullable=False),
    in_hall(),
)
