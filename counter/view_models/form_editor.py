"""Correcting one answer of a filled form, checked while it is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from common.domain.forms import (
    Field,
    FieldKey,
    Kind,
    Level,
    corrected,
    fault_at,
    faults,
    tidy,
)
from common.domain.text import Language, Text
from counter.form_cabinet import Reading
from counter.view_models.sheets import Option, OptionList


class FormEditor(QObject):
    """One field, from when it is opened for a change until that is saved or left.

    Signals:
        changed(): what is typed, chosen or told differs.
    """

    changed = Signal()

    def __init__(
        self, reading: Reading, key: FieldKey, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reading, self._language = reading, language
        self.field: Field = next(
            asked.field for asked in reading.sheet.every() if asked.field.key == key
        )
        self._before = reading.opened.filled.answers.get(key, "")
        self.typed = self._before
        self.row = 0
        self.options = OptionList((), self)
        if self.chooses:
            self._offer()

    @property
    def chooses(self) -> bool:
        """Picked from a list, not typed."""
        return self.field.kind in (Kind.CHOICE, Kind.MULTI)

    @property
    def several(self) -> bool:
        return self.field.kind is Kind.MULTI

    @property
    def label(self) -> str:
        return self.field.label.say(self._language)

    @property
    def hint(self) -> str:
        return self.field.hint.say(self._language)

    @property
    def problem(self) -> tuple[str, Level] | None:
        """What to tell at once about what stands there; None when it is right."""
        told = self._fault() or self._missing()
        if told is not None:
            return told
        notice: Text | None = tidy(self.field, self.typed).notice
        return (notice.say(self._language), Level.WARNING) if notice else None

    @property
    def changes(self) -> Mapping[FieldKey, str]:
        """All that saving would change; empty when nothing does."""
        reading = self._reading
        answers = reading.opened.filled.answers
        return corrected(reading.sheet, answers, self.field.key, self.typed, reading.day)

    @property
    def acceptable(self) -> bool:
        """Whether it may be saved: warnings do not stand in the way."""
        return self.problem is None or self.problem[1] is not Level.FAULT

    def type(self, text: str) -> None:
        self.typed = text
        self.changed.emit()

    def narrow(self, text: str) -> None:
        """Show the choices that match."""
        self.options.narrow(text)
        self.row = 0
        self.changed.emit()

    def pick(self, row: int) -> None:
        """Choose the row; with several it is ticked, or the tick taken away."""
        if not 0 <= row < len(self.options.shown):
            return
        self.row = row
        code = self.options.shown[row].key
        if not self.several:
            self.type(code)
            return
        chosen = set(filter(None, self.typed.split(","))) ^ {code}
        self.type(",".join(one.code for one in self.field.choices if one.code in chosen))
        self._offer()

    def _offer(self) -> None:
        chosen = self.typed.split(",")
        self.options.replace(
            [
                Option(
                    one.code,
                    one.label.say(self._language),
                    "✓" if one.code in chosen else "",
                    f"{one.label.zh} {one.label.en}",
                )
                for one in self.field.choices
            ]
        )
        if not self.several:
            codes = [one.code for one in self.field.choices]
            self.row = codes.index(self.typed) if self.typed in codes else 0

    def _after(self) -> dict[FieldKey, str]:
        return {**self._reading.opened.filled.answers, **self.changes}

    def _fault(self) -> tuple[str, Level] | None:
        reading = self._reading
        told = fault_at(reading.sheet, self._after(), self.field.key, reading.day)
        return (told.words.say(self._language), told.level) if told else None

    def _missing(self) -> tuple[str, Level] | None:
        reading = self._reading
        wrong = faults(reading.sheet, self._after(), reading.day)
        told = next((one for one in wrong if one.missing and one.key == self.field.key), None)
        return (told.words.say(self._language), told.level) if told else None
