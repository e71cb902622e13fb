"""A list model that keeps the rows that stay."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from common.qt.rows import Rows


@dataclass(frozen=True)
class Call:
    counter: str
    number: str


@pytest.fixture
def rows(qapp) -> Rows[Call]:
    rows: Rows[Call] = Rows(("counter", "number"), lambda call: call.counter)
    QAbstractItemModelTester(rows, rows)
    return rows


def shown(rows: Rows[Call]) -> list[str]:
    roles = {bytes(name.data()).decode(): role for role, name in rows.roleNames().items()}
    return [rows.data(rows.index(row), roles["number"]) for row in range(rows.rowCount())]


def test_new_rows_are_inserted_and_the_others_stay(rows):
    inserted: list[int] = []
    rows.replace([Call("A01", "A001"), Call("A02", "A002")])
    rows.rowsInserted.connect(lambda parent, first, last: inserted.append(first))
    rows.replace([Call("A03", "A003"), Call("A01", "A001"), Call("A02", "A002")])
    assert inserted == [0]
    assert shown(rows) == ["A003", "A001", "A002"]


def test_a_row_that_changes_moves_up_as_the_same_row(rows):
    moved: list[int] = []
    changed: list[int] = []
    rows.replace([Call("A01", "A001"), Call("A02", "A002")])
    rows.rowsMoved.connect(lambda parent, start, end, target, row: moved.append(row))
    rows.dataChanged.connect(lambda first, last, roles: changed.append(first.row()))
    rows.replace([Call("A02", "A009"), Call("A01", "A001")])
    assert (moved, changed) == ([0], [0])
    assert shown(rows) == ["A009", "A001"]


def test_rows_that_are_gone_are_removed(rows):
    rows.replace([Call(f"A0{n}", f"A00{n}") for n in range(6)])
    rows.replace([Call("A05", "A005"), Call("A01", "A001")])
    assert shown(rows) == ["A005", "A001"]
    rows.replace([])
    assert rows.rowCount() == 0
