"""Filled forms, sealed, and the public keys that seal them. No key that opens them is here."""

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
)

from common.domain.kept_form import FormState
from common.store.schema.columns import (
    CODE,
    UUID,
    hall_key,
    in_hall,
    metadata,
    one_of,
    partial_index,
)

_KEY_ID = String(16)

form_key = Table(
    "form_key",
    metadata,
    hall_key(),
    Column("id", _KEY_ID, primary_key=True),
    Column("public_key", String(64), nullable=False),
    Column("made_at", BigInteger, nullable=False),
    in_hall(),
)

filled_form = Table(
    "filled_form",
    metadata,
    Column("id", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("code", String(6), nullable=False),
    Column("ticket", UUID),
    Column("forms", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("key_id", _KEY_ID, nullable=False),
    Column("state", String(12), nullable=False),
    Column("filled_at", BigInteger, nullable=False),
    Column("picked_up_at", BigInteger),
    Column("erase_after", BigInteger, nullable=False),
    Column("kiosk", String(64), nullable=False),
    in_hall(),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    ForeignKeyConstraint(["hall", "key_id"], ["form_key.hall", "form_key.id"]),
    CheckConstraint(one_of("state", FormState), name="known_state"),
    CheckConstraint("(state = 'erased') = (sealed = '')", name="erased_is_empty"),
    CheckConstraint(
        "state = 'erased' OR (state = 'picked_up') = (picked_up_at IS NOT NULL)",
        name="picked_up_has_a_time",
    ),
    partial_index("uq_filled_form_code", "state <> 'erased'", "hall", "code", unique=True),
    partial_index("ix_filled_form_erased", "state = 'erased'", "hall", "code"),
    partial_index("ix_filled_form_due", "state <> 'erased'", "hall", "erase_after"),
    partial_index("ix_filled_form_ticket", "ticket IS NOT NULL", "ticket"),
)

form_link = Table(
    "form_link",
    metadata,
    Column("form", UUID, primary_key=True),
    Column("ticket", UUID, primary_key=True),
    Column("hall", CODE, nullable=False),
    Column("linked_at", BigInteger, nullable=False),
    in_hall(),
    ForeignKeyConstraint(["form"], ["filled_form.id"]),
    ForeignKeyConstraint(["ticket"], ["ticket.id"]),
    Index("ix_form_link_ticket", "ticket"),
)
"""Numbers taken after their form: a kiosk may add to it, and neither read nor change a form."""
