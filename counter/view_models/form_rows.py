"""A filled form on the screen: one row for each title, answer and consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from common.domain.forms import (
    Asked,
    Fault,
    FieldKey,
    FilledForm,
    Kind,
    Level,
    Mask,
    Sheet,
    faults,
    row_of,
)
from common.domain.forms.conditions import Facts
from common.domain.text import Language

_NO_PARENT = QModelIndex()
NOTHING = "—"


class RowKind(StrEnum):
    TITLE = "title"
    ANSWER = "answer"
    CONSENT = "consent"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class FormRow:
    """What one line shows. A covered answer is not in it."""

    kind: RowKind
    label: str
    value: str = field(default="", repr=False)
    key: FieldKey | None = None
    covered: bool = False
    """Shown in part or not at all until the clerk wants to see it."""
    edited: bool = False
    words: str = field(default="", repr=False)
    """What is wrong with the answer, and what to do."""
    level: Level | None = None
    editable: bool = False


class RowRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


def form_rows(
    sheet: Sheet,
    filled: FilledForm,
    day: date,
    revealed: AbstractSet[FieldKey],
    language: Language,
) -> tuple[FormRow, ...]:
    """All that is asked of this person, in the form's own order, with what is wrong."""
    facts = sheet.facts(filled.answers, day)
    told = sheet.told_elsewhere(facts)
    edited = {edit.key for edit in filled.edits}
    wrong = {fault.key: fault for fault in reversed(faults(sheet, filled.answers, day))}
    rows: list[FormRow] = []
    for page in sheet.pages:
        shown = [
            _row(asked, facts, told, edited, revealed, language)
            for asked in page.asked
            if asked.visible.holds(facts) is True
        ]
        if shown:
            rows.append(FormRow(RowKind.TITLE, page.title.say(language)))
            rows += (_with_fault(row, wrong, language) for row in shown)
    rows += _consents(sheet, facts, language)
    return tuple(rows)


def _row(
    asked: Asked,
    facts: Facts,
    told: Mapping[FieldKey, FieldKey],
    edited: AbstractSet[FieldKey],
    revealed: AbstractSet[FieldKey],
    language: Language,
) -> FormRow:
    one, answer = asked.field, facts.text(asked.field.key)
    kind = {Kind.CONSENT: RowKind.CONSENT, Kind.SIGNATURE: RowKind.SIGNATURE}.get(
        one.kind, RowKind.ANSWER
    )
    hidden = bool(answer) and one.mask is not Mask.NONE and one.key not in revealed
    value = NOTHING
    if answer:
        words = row_of(one, answer)
        value = (words.masked if hidden else words.value).say(language)
    return FormRow(
        kind=kind,
        label=one.label.say(language),
        value=value,
        key=one.key,
        covered=hidden,
        edited=one.key in edited,
        # The person agreed and signed; nobody does that for them.
        editable=kind is RowKind.ANSWER and one.key not in told,
    )


def _with_fault(row: FormRow, wrong: Mapping[FieldKey, Fault], language: Language) -> FormRow:
    fault = wrong.get(row.key) if row.key else None
    if fault is None:
        return row
    return replace(row, words=fault.words.say(language), level=fault.level)


def _consents(sheet: Sheet, facts: Facts, language: Language) -> Iterator[FormRow]:
    for notice in sheet.notices_due(facts):
        agreed = bool(facts.text(notice.key))
        yield FormRow(
            RowKind.CONSENT, notice.title.say(language), "✓" if agreed else NOTHING, notice.key
        )


class FormRows(QAbstractListModel):
    """The rows for a list view; titles cannot be picked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FormRow, ...] = ()

    @property
    def shown(self) -> Sequence[FormRow]:
        return self._rows

    def show(self, rows: Sequence[FormRow]) -> None:
        """As many rows as before keep the view's place."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].kind is RowKind.TITLE:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (row.label, row.value, row.words)))
        return None
