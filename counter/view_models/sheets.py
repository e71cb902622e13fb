"""The short questions that some acts ask before they happen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from common.domain.ticket import Outcome
from counter.view_models.acts import Act
from counter.view_models.wording import OUTCOMES

_NO_PARENT = QModelIndex()
MOST_CASES = 99


class FinishSheet(QObject):
    """How the service ended, and how many cases it was."""

    changed = Signal()

    def __init__(
        self,
        number: str,
        *,
        receipt_offered: bool = False,
        forms_left: str = "",
        parent: QObject | None = None,
    ) -> None:
        """With `receipt_offered` what is accepted gets a receipt, unless the clerk says no.

        `forms_left` names forms that were filled in and not taken over; it stops nobody.
        """
        super().__init__(parent)
        self.act = Act.FINISH
        self._receipt_offered = self._receipt_wanted = receipt_offered
        self.number = number
        self.forms_left = forms_left
        self.outcome = Outcome.COMPLETED
        self.cases = 1

    @property
    def receipt_offered(self) -> bool:
        """Whether there may be a receipt of this outcome."""
        return self._receipt_offered and self.outcome is Outcome.ACCEPTED

    @property
    def receipt(self) -> bool:
        """Whether there is to be one."""
        return self.receipt_offered and self._receipt_wanted

    def let_receipt(self, wanted: bool) -> None:
        self._receipt_wanted = wanted
        self.changed.emit()

    def choose(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.changed.emit()

    def choose_key(self, digit: int) -> None:
        """The outcome under the key `digit`, 1 to 6; other digits are ignored."""
        if 1 <= digit <= len(OUTCOMES):
            self.choose(OUTCOMES[digit - 1])

    def set_cases(self, cases: int) -> None:
        self.cases = min(max(cases, 0), MOST_CASES)
        self.changed.emit()


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick: a number, a queue, a counter."""

    key: str
    title: str
    detail: str
    search: str = ""
    """Further words that find it."""
    alarm: bool = False
    """Somebody should look after it."""


class OptionRole(IntEnum):
    OPTION = Qt.ItemDataRole.UserRole + 1


class OptionList(QAbstractListModel):
    """Options that match what was typed; those whose key begins with it come first."""

    def __init__(self, options: Sequence[Option], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(options)
        self._shown = self._all
        self._typed = ""

    @property
    def shown(self) -> tuple[Option, ...]:
        return self._shown

    @property
    def offered(self) -> int:
        """How many there are before any are left out."""
        return len(self._all)

    def replace(self, options: Sequence[Option]) -> bool:
        """Offer other options. False when none differs: a view keeps its selection."""
        if self._all == tuple(options):
            return False
        self._all = tuple(options)
        self.narrow(self._typed)
        return True

    def narrow(self, typed: str) -> None:
        """Show what matches `typed`, also of options that come later."""
        self._typed = typed
        words = typed.lower().split()
        found = [o for o in self._all if all(_finds(word, o) for word in words)]
        if words:
            found.sort(key=lambda o: not o.key.lower().startswith(words[0]))
        self.beginResetModel()
        self._shown = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        option = self._shown[index.row()]
        if role == OptionRole.OPTION:
            return option
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{option.key} {option.title} {option.detail}".strip()
        return None


def _finds(word: str, option: Option) -> bool:
    """Part of the key, the beginning of a word, or, in Chinese, any part of a name."""
    if word in option.key.lower():
        return True
    said = f"{option.title} {option.detail} {option.search}".lower()
    return word in said if not word.isascii() else any(w.startswith(word) for w in said.split())


class PickSheet(QObject):
    """Pick one of a list by typing, with a word on why where the act needs one."""

    changed = Signal()

    def __init__(
        self,
        act: Act,
        options: Sequence[Option] = (),
        *,
        number: str = "",
        picked: str = "",
        free_entry: bool = False,
        note_asked: bool = False,
        note_needed: bool = False,
        ready_notes: Sequence[str] = (),
        return_offered: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """`picked` is the option to start on; `free_entry` takes what was typed when no option
        matches; `ready_notes` are notes to take with one press; `return_offered` asks whether the
        person comes back."""
        super().__init__(parent)
        self.act = act
        self.number = number
        self.has_options = bool(options) or free_entry
        self.options = OptionList(options, self)
        self.note_asked = note_asked or note_needed
        self.note_needed = note_needed
        self.ready_notes = tuple(ready_notes)
        self.return_offered = return_offered
        self.comes_back = False
        self.note = ""
        self.typed = ""
        self.row = next((i for i, o in enumerate(options) if o.key == picked), 0)
        self._free_entry = free_entry

    @property
    def picked(self) -> str:
        """The key of the option that Enter would take; empty when there is none."""
        shown = self.options.shown
        if 0 <= self.row < len(shown):
            return shown[self.row].key
        return self.typed.strip().upper() if self._free_entry and not shown else ""

    @property
    def has_pick(self) -> bool:
        return bool(self.picked) or not self.has_options

    @property
    def has_note(self) -> bool:
        return bool(self.note.strip()) or not self.note_needed

    @property
    def complete(self) -> bool:
        return self.has_pick and self.has_note

    def type(self, text: str) -> None:
        self.typed = text
        self.options.narrow(text)
        self.row = 0
        self.changed.emit()

    def follow(self, options: Sequence[Option]) -> None:
        """Offer what there is now. The pick stays; when it is gone, nothing takes its place."""
        had_any, picked = bool(self.options.shown), self.picked
        if not self.options.replace(options):
            return
        if had_any:
            keys = [option.key for option in self.options.shown]
            self.row = keys.index(picked) if picked in keys else -1
        else:
            self.row = 0
        self.changed.emit()

    def pick(self, row: int) -> None:
        last = len(self.options.shown) - 1
        self.row = min(max(row, 0), max(last, 0))
        self.changed.emit()

    def let_come_back(self, comes_back: bool) -> None:
        """An expert is asked, and the person comes back here afterwards."""
        self.comes_back = comes_back
        self.changed.emit()

    def write_note(self, note: str) -> None:
        self.note = note
        self.changed.emit()
