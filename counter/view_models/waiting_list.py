"""Who waits in my queues, for how long, and when that becomes too long."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from common.domain.hall import CHOSEN_KIND, ORDINARY, Rules
from common.domain.text import Language
from common.operations import DeskWaiting
from common.qt.translations import duration_text

_NO_PARENT = QModelIndex()


class Urgency(StrEnum):
    """How a wait stands against the hall's limits."""

    CALM = "calm"
    CAUTION = "caution"
    ALARM = "alarm"


class WaitingRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One person in the line, ready to be drawn."""

    number: str
    services: str
    priority: str
    """The class in words; empty for an ordinary number."""
    wish: str
    """The kind of counter that was chosen, in words; empty for whichever is first."""
    waited: str
    urgency: Urgency
    urgency_word: str
    fraction: float
    """Of the hall's alarm limit, 0 to 1."""
    mine_only: bool
    """Only this counter may call it."""
    fresh: bool
    """Came since the clerk last acted."""


def urgency_of(waited: timedelta, rules: Rules) -> Urgency:
    if waited >= rules.wait_alarm:
        return Urgency.ALARM
    return Urgency.CAUTION if waited >= rules.wait_caution else Urgency.CALM


class WaitingList(QAbstractListModel):
    """The rows of the waiting list; `WaitingRole.ROW` is a WaitingRow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[DeskWaiting, ...] = ()
        self._rules = Rules()
        self._now: datetime | None = None
        self._language = Language.ZH
        self._fresh: frozenset[str] = frozenset()

    def show(
        self,
        waiting: Sequence[DeskWaiting],
        rules: Rules,
        now: datetime,
        language: Language,
        fresh: frozenset[str] = frozenset(),
    ) -> None:
        """Replace the rows; a view keeps its selection when only times changed."""
        same_people = [w.number for w in waiting] == [w.number for w in self._waiting]
        if not same_people:
            self.beginResetModel()
        self._waiting, self._rules = tuple(waiting), rules
        self._now, self._language, self._fresh = now, language, fresh
        if not same_people:
            self.endResetModel()
        elif self._waiting:
            self.dataChanged.emit(self.index(0), self.index(len(self._waiting) - 1))

    def row(self, index: int) -> WaitingRow:
        person = self._waiting[index]
        now = self._now or person.ready_at
        waited = max(now - person.ready_at, timedelta(0))
        urgency = urgency_of(waited, self._rules)
        ordinary = person.priority.code == ORDINARY
        return WaitingRow(
            number=person.number,
            services=" · ".join(s.name.say(self._language) for s in person.services),
            priority="" if ordinary else person.priority.name.say(self._language),
            wish=CHOSEN_KIND[person.only_kind].say(self._language) if person.only_kind else "",
            waited=duration_text(waited, self._language),
            urgency=urgency,
            urgency_word=self._urgency_word(urgency),
            fraction=min(1.0, waited / self._rules.wait_alarm),
            mine_only=person.only_counter is not None,
            fresh=person.number in self._fresh,
        )

    def number_at(self, index: int) -> str:
        return self._waiting[index].number

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._waiting)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == WaitingRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (row.number, row.priority, row.wish, row.services, row.waited, row.urgency_word)
            return ", ".join(part for part in said if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.wish, row.services) if part)
        return None

    def _urgency_word(self, urgency: Urgency) -> str:
        return {
            Urgency.CALM: "",
            Urgency.CAUTION: self.tr("long"),
            Urgency.ALARM: self.tr("too long"),
        }[urgency]
