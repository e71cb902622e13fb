"""The card that every question stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import button, label, set_part

SHEET_WIDTH = 640


class SheetCard(QFrame):
    """A card with a title, a body, and the two buttons that Enter and Escape press.

    Signals:
        accepted(): Enter. closed(): Escape.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self, theme: DeskTheme, title: str, verb: str, *, verb_key: bool = True) -> None:
        super().__init__()
        set_part(self, "sheet")
        self.setFixedWidth(theme.px(SHEET_WIDTH))
        self.setAccessibleName(title)
        heading = label("title", title, "sheet_title")
        self.accept_button = button("primary", "sheet_accept_button")
        self.accept_button.setText(
            self.tr("{verb} (Enter)").format(verb=verb) if verb_key else verb
        )
        self.accept_button.clicked.connect(self.accepted)
        self.close_button = button("", "sheet_close_button")
        self.close_button.setText(self.tr("Back (Esc)"))
        self.close_button.clicked.connect(self.closed)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.edges(24, 20, 24, 20))
        column.setSpacing(theme.px(12))
        column.addWidget(heading)
        column.addLayout(self.body)
        column.addSpacing(theme.px(4))
        column.addLayout(buttons)

    def first_field(self) -> QWidget:
        return self.accept_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.close_button.hasFocus():
                self.closed.emit()
            else:
                self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
