"""A list of values for a QML view that keeps its delegates while the list changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex


class Rows(QAbstractListModel, Generic[T]):
    """Shows `fields` of each value as roles of the same name (a delegate's `required property`).

    `replace` compares by `key`: rows that stay are moved or updated in place, so that only what is
    new fades in.
    """

    def __init__(
        self,
        fields: Sequence[str],
        key: Callable[[T], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = {int(Qt.ItemDataRole.UserRole) + n: name for n, name in enumerate(fields, 1)}
        self._key = key
        self._values: list[T] = []

    @property
    def values(self) -> tuple[T, ...]:
        return tuple(self._values)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._values)

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in self._fields.items()}

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        name = self._fields.get(role)
        if name is None or not 0 <= index.row() < len(self._values):
            return None
        return getattr(self._values[index.row()], name)

    def replace(self, values: Sequence[T]) -> None:
        """Show `values`, whose keys must differ from each other."""
        wanted = {self._key(value) for value in values}
        for row in reversed(range(len(self._values))):
            if self._key(self._values[row]) not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._values[row]
                self.endRemoveRows()
        for row, value in enumerate(values):
            self._place(row, value)

    def _place(self, row: int, value: T) -> None:
        key = self._key(value)
        found = next(
            (n for n in range(row, len(self._values)) if self._key(self._values[n]) == key), None
        )
        if found is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._values.insert(row, value)
            self.endInsertRows()
            return
        if found != row:
            self.beginMoveRows(QModelIndex(), found, found, QModelIndex(), row)
            self._values.insert(row, self._values.pop(found))
            self.endMoveRows()
        if self._values[row] != value:
            self._values[row] = value
            index = self.index(row)
            self.dataChanged.emit(index, index)
