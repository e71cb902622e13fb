"""What columns, keys and checks of all rooms share."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CODE = String(32)
UUID = String(36)
NAME = String(200)
DAY = String(10)


def hall_key() -> Column[str]:
    return Column("hall", CODE, primary_key=True)


def in_hall() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["hall"], ["hall.code"])


def reference(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["hall", column], [f"{table}.hall", f"{table}.code"])


def words(name: str) -> tuple[Column[str], Column[str]]:
    """A text of the hall in both languages."""
    return (
        Column(f"{name}_zh", NAME, nullable=False),
        Column(f"{name}_en", NAME, nullable=False),
    )


def truth(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


def number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def partial_index(name: str, where: str, *columns: str, unique: bool = False) -> Index:
    """An index over the rows of which `where` is true, on both engines."""
    condition = text(where)
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def one_of(column: str, *kinds: type[StrEnum]) -> str:
    values = [value for kind in kinds for value in kind]
    return f"{column} IN (" + ", ".join(f"'{value}'" for value in values) + ")"
