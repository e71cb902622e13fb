"""What people thought of their errand, and what they told the hall."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from common.domain.opinion import OpinionKind, OpinionTopic
from common.store.schema.columns import CODE, UUID, in_hall, metadata, number, one_of

rating = Table(
    "rating",
    metadata,
    Column("ticket", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    number("level"),
    Column("kiosk", CODE, nullable=False),
    Column("rated_at", BigInteger, nullable=False),
    in_hall(),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    CheckConstraint("level BETWEEN 1 AND 5", name="five_levels"),
    Index("ix_rating_rated", "hall", "rated_at"),
)

opinion = Table(
    "opinion",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("receipt", String(7), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("topic", String(12), nullable=False),
    Column("words", Text, nullable=False),
    Column("kiosk", CODE, nullable=False),
    Column("given_at", BigInteger, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", String(64)),
    Column("answered_at", BigInteger),
    in_hall(),
    UniqueConstraint("hall", "receipt", name="uq_opinion_receipt"),
    CheckConstraint(one_of("kind", OpinionKind), name="known_kind"),
    CheckConstraint(one_of("topic", OpinionTopic), name="known_topic"),
    CheckConstraint(
        "(answered_at IS NULL) = (answer = '')",
        name="answered_in_words",
    ),
    Index("ix_opinion_given", "hall", "given_at"),
)
