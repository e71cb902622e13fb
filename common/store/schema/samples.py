"""Pictures that show how a form or a paper should look."""

from __future__ import annotations

from sqlalchemy import Column, String, Table, Text

from common.store.schema.columns import hall_key, in_hall, metadata

sample_picture = Table(
    "sample_picture",
    metadata,
    hall_key(),
    Column("digest", String(64), primary_key=True),
    Column("data", Text, nullable=False),
    in_hall(),
)
