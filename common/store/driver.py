"""Runs the statements of the line on the driver's own cursor.

SQLAlchemy builds and compiles them; executing them through it would cost several times what the
engine needs (docs/decisions/0004). So the tables of the line hold nothing but text and whole
numbers, which both drivers take as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql import ClauseElement


class Statements:
    """The compiled form of each statement for one engine. Safe to share between threads."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._compiled: dict[int, tuple[str, dict[str, Any]]] = {}

    def compiled(self, statement: ClauseElement) -> tuple[str, dict[str, Any]]:
        """The text of a statement from `common.store.queries`, and the constants in it."""
        known = self._compiled.get(id(statement))  # They live as long as the program.
        if known is None:
            compiled = statement.compile(dialect=self._dialect)
            constants = {name: v for name, v in compiled.params.items() if v is not None}
            known = self._compiled[id(statement)] = str(compiled), constants
        return known


class Line:
    """One transaction's way to the driver."""

    def __init__(self, connection: Connection, statements: Statements) -> None:
        self._cursor = connection.connection.cursor()
        self._statements = statements

    def rows(self, statement: ClauseElement, values: Mapping[str, Any]) -> list[Any]:
        """All rows of the answer, as tuples in the order of the statement's columns."""
        self._execute(statement, values)
        return list(self._cursor.fetchall())

    def each(self, statement: ClauseElement, values: Mapping[str, Any]) -> Iterator[Any]:
        """Row after row of an answer that may be long."""
        self._execute(statement, values)
        yield from iter(self._cursor.fetchone, None)

    def change(self, statement: ClauseElement, values: Mapping[str, Any]) -> int:
        """How many rows the statement changed."""
        self._execute(statement, values)
        return int(self._cursor.rowcount)

    def _execute(self, statement: ClauseElement, values: Mapping[str, Any]) -> None:
        sql, constants = self._statements.compiled(statement)
        self._cursor.execute(sql, {**constants, **values})
