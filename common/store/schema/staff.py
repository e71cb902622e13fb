"""Who works at which counter, which counters pause, and which help out."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    String,
    Table,
    Text,
)

from common.domain.pause import PauseReason
from common.domain.session import Role
from common.store.schema.columns import (
    CODE,
    UUID,
    hall_key,
    in_hall,
    metadata,
    number,
    one_of,
    partial_index,
    reference,
    truth,
    words,
)

clerk = Table(
    "clerk",
    metadata,
    hall_key(),
    Column("login", String(64), primary_key=True),
    *words("name"),
    Column("password_hash", String(200), nullable=False),
    number("failures"),
    Column("locked_until", BigInteger),
    truth("retired"),
    Column("role", String(16), nullable=False),
    Column("skills", Text),
    truth("must_change"),
    in_hall(),
    CheckConstraint(one_of("role", Role), name="known_role"),
)

session = Table(
    "session",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("clerk", String(64), nullable=False),
    Column("counter", CODE, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    ForeignKeyConstraint(["hall", "clerk"], ["clerk.hall", "clerk.login"]),
    reference("counter", "counter"),
    partial_index("uq_session_open_counter", "until IS NULL", "hall", "counter", unique=True),
    partial_index("uq_session_open_clerk", "until IS NULL", "hall", "clerk", unique=True),
)

pause = Table(
    "pause",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("counter", CODE, nullable=False),
    Column("clerk", String(64)),
    Column("reason", String(16), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    reference("counter", "counter"),
    CheckConstraint(one_of("reason", PauseReason), name="known_reason"),
    partial_index("uq_pause_open_counter", "until IS NULL", "hall", "counter", unique=True),
)

extra_queue = Table(
    "extra_queue",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("counter", CODE, nullable=False),
    Column("queue", CODE, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("until", BigInteger),
    reference("counter", "counter"),
    reference("queue", "queue"),
    partial_index("uq_extra_queue_open", "until IS NULL", "hall", "counter", "queue", unique=True),
)
