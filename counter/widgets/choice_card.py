"""What kind of hold, or why the counter pauses: one press, and a note if you like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from counter.view_models.acts import Act, act_name
from counter.view_models.choice_sheet import ChoiceSheet
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.note_line import NoteLine
from counter.widgets.parts import button, label
from counter.widgets.sheet_card import SheetCard


class ChoiceCard(SheetCard):
    """Answers under ↑ and ↓, and under 1 to 9 outside the note."""

    def __init__(self, sheet: ChoiceSheet, title: str, theme: DeskTheme) -> None:
        super().__init__(theme, title, act_name(sheet.act))
        self.setObjectName(f"{sheet.act.value}_sheet")
        self._sheet = sheet
        self._choices: list[QPushButton] = []
        by_digit = sheet.act is not Act.HOLD
        hint = self.tr("Choose with ↑ ↓ or the digit") if by_digit else self.tr("Choose with ↑ ↓")
        self.body.addWidget(label("caption", hint))
        for place, choice in enumerate(sheet.choices, 1):
            answer = button("choice", f"choice_{choice.key}")
            words = f"{place}   {choice.title}" if by_digit else choice.title
            answer.setText(f"{words}  ·  {choice.help}" if choice.help else words)
            answer.setAccessibleName(choice.title)
            answer.setAccessibleDescription(choice.help)
            answer.setCheckable(True)
            answer.clicked.connect(lambda _=False, row=place - 1: sheet.choose(row))
            self._choices.append(answer)
            self.body.addWidget(answer)
        self._note = NoteLine(
            theme,
            QApplication.translate("PickCard", "Note, if you like"),
            sheet.note,
            sheet.ready_notes,
            sheet.write_note,
        )
        if sheet.note_asked:
            self.body.addSpacing(theme.px(4))
            self.body.addWidget(self._note)
        else:
            self._note.hide()
        sheet.changed.connect(self._show)
        self._show()

    def first_field(self) -> QWidget:
        """A hold is noted more often than chosen; a pause the other way round."""
        return self._note.field if self._sheet.act is Act.HOLD else self._choices[0]

    def _show(self) -> None:
        for row, choice in enumerate(self._choices):
            choice.setChecked(row == self._sheet.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if step := steps.get(Qt.Key(event.key())):
            self._sheet.choose(self._sheet.row + step)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self._sheet.choose_key(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)
