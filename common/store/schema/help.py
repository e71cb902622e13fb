"""Calls for a helper at kiosks: where and when, never what stood on the screen."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, String, Table

from common.domain.help import HelpEnd
from common.store.schema.columns import CODE, UUID, in_hall, metadata, one_of, partial_index

help_call = Table(
    "help_call",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("kiosk", CODE, nullable=False),
    Column("page", CODE, nullable=False),
    Column("called_at", BigInteger, nullable=False),
    Column("acknowledged_by", String(64)),
    Column("acknowledged_at", BigInteger),
    Column("ended", String(12)),
    Column("ended_at", BigInteger),
    in_hall(),
    CheckConstraint(one_of("ended", HelpEnd), name="known_end"),
    CheckConstraint("(ended IS NULL) = (ended_at IS NULL)", name="ends_once"),
    CheckConstraint(
        "(acknowledged_by IS NULL) = (acknowledged_at IS NULL)", name="answered_by_somebody"
    ),
    partial_index("uq_help_call_open", "ended_at IS NULL", "hall", "kiosk", unique=True),
    Index("ix_help_call_called", "hall", "called_at"),
)
