"""What the hall file lists. A row is never deleted, because past legs speak of it: it retires."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
)

from common.store.schema.columns import (
    CODE,
    hall_key,
    in_hall,
    metadata,
    number,
    reference,
    truth,
    words,
)


def _catalogue(name: str, *more: Column[Any] | ForeignKeyConstraint) -> Table:
    """A table of things that the hall file lists, with what all of them have."""
    return Table(
        name,
        metadata,
        hall_key(),
        Column("code", CODE, primary_key=True),
        number("position"),
        *words("name"),
        truth("retired"),
        *more,
        in_hall(),
    )


hall = Table(
    "hall",
    metadata,
    Column("code", CODE, primary_key=True),
    number("revision"),
    *words("name"),
    Column("time_zone", String(64), nullable=False),
    Column("phone", String(64), nullable=False),
    *words("address"),
    Column("calendar", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("texts", Text, nullable=False),
)

zone = _catalogue(
    "zone",
    number("floor"),
)

department = _catalogue(
    "department",
)

queue = _catalogue(
    "queue",
    Column("zone", CODE, nullable=False),
    number("alarm_waiting"),
    Column("half_hour_quota", Integer),
    number("appointment_share"),
    reference("zone", "zone"),
)

material = _catalogue(
    "material",
    *words("kind"),
)

service = _catalogue(
    "service",
    Column("queue", CODE, nullable=False),
    Column("department", CODE, nullable=False),
    Column("materials", Text, nullable=False),
    number("service_minutes"),
    number("promised_days"),
    truth("online"),
    truth("popular"),
    *words("fee"),
    Column("weekdays", String(16), nullable=False),
    Column("guide", Text, nullable=False),
    reference("queue", "queue"),
    reference("department", "department"),
)

bundle = _catalogue(
    "bundle",
    Column("lead", CODE, nullable=False),
    Column("stages", Text, nullable=False),
    Column("guide", Text, nullable=False),
    reference("lead", "department"),
)

counter = _catalogue(
    "counter",
    Column("zone", CODE, nullable=False),
    Column("kind", String(16), nullable=False),
    truth("accessible"),
    reference("zone", "zone"),
)

counter_queue = Table(
    "counter_queue",
    metadata,
    hall_key(),
    Column("counter", CODE, primary_key=True),
    Column("queue", CODE, primary_key=True),
    number("position"),
    number("handicap_minutes"),
    reference("counter", "counter"),
    reference("queue", "queue"),
)

priority_class = _catalogue(
    "priority_class",
    number("head_start_minutes"),
    truth("break_glass"),
    truth("self_service"),
    truth("appointment"),
)
