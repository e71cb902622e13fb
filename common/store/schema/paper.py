"""What was printed, and how each kiosk stands."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
)

from common.domain.print_job import PaperKind, PrintState
from common.store.schema.columns import (
    CODE,
    UUID,
    hall_key,
    in_hall,
    metadata,
    one_of,
    partial_index,
    truth,
)

print_job = Table(
    "print_job",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("ticket", UUID),
    Column("device", String(64), nullable=False),
    Column("printer", String(200), nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("paper", String(16), nullable=False),
    truth("reprint"),
    Column("state", String(12)),
    Column("bytes_written", Integer),
    Column("trouble", String(32), nullable=False),
    truth("cleared"),
    Column("ended_at", BigInteger),
    in_hall(),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    CheckConstraint(one_of("state", PrintState), name="known_state"),
    CheckConstraint(one_of("paper", PaperKind), name="known_paper"),
    CheckConstraint("(state IS NULL) = (ended_at IS NULL)", name="ends_once"),
    Index("ix_print_job_ticket", "ticket"),
    partial_index("ix_print_job_open", "state IS NULL", "hall", "device"),
    partial_index("ix_print_job_interrupted", "state = 'interrupted'", "hall", "ticket"),
)

kiosk_state = Table(
    "kiosk_state",
    metadata,
    hall_key(),
    Column("kiosk", CODE, primary_key=True),
    Column("seen_at", BigInteger, nullable=False),
    Column("doubled_at", BigInteger),
    Column("printer", String(200), nullable=False),
    Column("trouble", String(32), nullable=False),
    Column("since", BigInteger),
    truth("can_print"),
    truth("paper_low"),
    truth("switched_off"),
    Column("roll_mm", Integer),
    Column("slips_left", Integer),
    Column("page", CODE, nullable=False),
    Column("devices_away", String(64), nullable=False),
    in_hall(),
)
