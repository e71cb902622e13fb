"""A word for the record or the colleagues, with a few to take at one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import button, label


class NoteLine(QWidget):
    """Caption, field, and ready notes under Alt+1, Alt+2, …"""

    def __init__(
        self,
        theme: DeskTheme,
        caption: str,
        note: str,
        ready_notes: Sequence[str],
        write: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._write = write
        self.field = QLineEdit()
        self.field.setObjectName("note_field")
        self.field.setText(note)
        self.field.setAccessibleName(caption)
        self.field.setMaxLength(80)
        self.field.textEdited.connect(write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label("caption", caption))
        column.addWidget(self.field)
        if not ready_notes:
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for number, words in enumerate(ready_notes, 1):
            ready = button("suggestion", f"ready_note_{number}")
            ready.setText(f"Alt+{number}  {words}")
            ready.setAccessibleName(words)
            ready.clicked.connect(lambda _=False, w=words: self._take(w))
            # Not the button's own shortcut, which clicks only after an animation of 100 ms.
            quick = QShortcut(QKeySequence(f"Alt+{number}"), self)
            quick.activated.connect(lambda w=words: self._take(w))
            row.addWidget(ready)
        row.addStretch(1)
        column.addLayout(row)

    def _take(self, words: str) -> None:
        self.field.setText(words)
        self._write(words)
        self.field.setFocus()
