"""An open form as it is shown: covered until the record knows who wanted to see more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from common.domain.forms import FieldKey, row_of
from common.domain.forms.signature import Signature, read_signature
from common.domain.kept_form import FormState, KeptForm
from common.domain.text import Text
from common.qt.hall_time import in_hall
from common.qt.translations import Translator, date_text
from counter.form_cabinet import Reading
from counter.view_models.form_rows import FormRow, FormRows, RowKind, form_rows


@dataclass(frozen=True, slots=True)
class Trace:
    """One earlier change of an answer."""

    at: str
    by: str
    before: str = field(repr=False)
    """What it was, as long as the answer is not covered; else empty."""


class OpenForm(QObject):
    """The rows of a form, and what there is to know of the picked one.

    Signals:
        changed(): rows, detail or what can be done differ.
    """

    changed = Signal()

    def __init__(
        self, reading: Reading, translator: Translator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._translator = translator
        self._revealed: set[FieldKey] = set()
        self.rows = FormRows(self)
        self.row = 0
        """The picked one."""
        translator.language_changed.connect(self._show)
        self._show()

    @property
    def kept(self) -> KeptForm:
        return self._reading.opened.kept

    @property
    def title(self) -> str:
        return self._say(self._reading.name)

    @property
    def number(self) -> str:
        return self._reading.opened.number or ""

    @property
    def unknown(self) -> int:
        return self._reading.unknown

    @property
    def filled_at(self) -> str:
        return self._moment(self.kept.filled_at)

    @property
    def erased_at(self) -> str:
        return self._moment(self.kept.erase_after)

    @property
    def taken_over(self) -> bool:
        return self.kept.state is FormState.PICKED_UP

    @property
    def fault_count(self) -> int:
        return sum(bool(row.words) for row in self.rows.shown)

    @property
    def picked(self) -> FormRow | None:
        rows = self.rows.shown
        return rows[self.row] if 0 <= self.row < len(rows) else None

    @property
    def hint(self) -> str:
        """What the picked field asks for."""
        row = self.picked
        fields = {asked.field.key: asked.field for asked in self._reading.sheet.every()}
        known = fields.get(row.key) if row is not None and row.key is not None else None
        return self._say(known.hint) if known is not None else ""

    @property
    def signature(self) -> Signature | None:
        """Of the picked row, unless it is covered."""
        row = self.picked
        if row is None or row.kind is not RowKind.SIGNATURE or row.covered or row.key is None:
            return None
        return read_signature(self._answer(row.key))

    @property
    def traces(self) -> tuple[Trace, ...]:
        """How the picked answer was changed after it was signed, the latest first."""
        row = self.picked
        if row is None or row.key is None:
            return ()
        key = row.key
        fields = {asked.field.key: asked.field for asked in self._reading.sheet.every()}

        def before(answer: str) -> str:
            if row.covered or key not in fields or not answer:
                return ""
            return self._say(row_of(fields[key], answer).value)

        return tuple(
            Trace(self._moment(edit.at), edit.by, before(edit.before))
            for edit in reversed(self._reading.opened.filled.edits)
            if edit.key == key
        )

    def _show(self) -> None:
        reading = self._reading
        self.rows.show(
            form_rows(
                reading.sheet,
                reading.opened.filled,
                reading.day,
                self._revealed,
                self._translator.language,
            )
        )
        self.changed.emit()

    def _answer(self, key: FieldKey) -> str:
        return self._reading.opened.filled.answers.get(key, "")

    def _moment(self, moment: datetime) -> str:
        here = in_hall(moment, self._reading.zone)
        return f"{date_text(here.date(), self._translator.language)} {here:%H:%M}"

    def _say(self, words: Text) -> str:
        return words.say(self._translator.language)
