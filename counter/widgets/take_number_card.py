"""A number for a person: type the service, choose the class, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counter.view_models.message import Tone
from counter.view_models.take_number import Step, TakeNumberSheet
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import MessageLine, button, label, set_part
from counter.widgets.promise_list import PromiseList
from counter.widgets.row_list import OptionRowPainter, PlainList
from counter.widgets.sheet_card import SheetCard

_ROW = 40
_ROWS = 5
_WIDTH = 880
_GAP = 8


class TakeNumberCard(SheetCard):
    """The question, and in its place the number once it is taken."""

    def __init__(self, sheet: TakeNumberSheet, theme: DeskTheme, family: str) -> None:
        title = QApplication.translate("Sheets", "Take a number for a person")
        super().__init__(theme, title, "")
        self.setObjectName("take_number_sheet")
        self._sheet, self._theme = sheet, theme
        self.setFixedWidth(theme.px(_WIDTH))
        self._classes: list[QPushButton] = []
        self._asking = QWidget()
        left, right = QVBoxLayout(), QVBoxLayout()
        self._build_services(left, family)
        self._build_identity(left)
        self._build_classes(right)
        sides = QHBoxLayout(self._asking)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.px(24))
        for side, share in ((left, 11), (right, 9)):
            side.setSpacing(theme.px(_GAP))
            sides.addLayout(side, share)
        self._answer = QWidget()
        self._build_answer()
        self._message = MessageLine(theme, "take_number_message", wraps=True)
        for piece in (self._asking, self._answer, self._message):
            self.body.addWidget(piece)
        sheet.changed.connect(self._show)
        sheet.refused.connect(self._point_at)
        self._show()

    def first_field(self) -> QWidget:
        return self.accept_button if self._sheet.step is Step.ISSUED else self._search

    def _build_services(self, column: QVBoxLayout, family: str) -> None:
        sheet, theme = self._sheet, self._theme
        self._search = QLineEdit(sheet.typed)
        self._search.setObjectName("service_field")
        self._search.setPlaceholderText(self.tr("Type a code or a part of the service's name"))
        self._search.setAccessibleName(self.tr("Service"))
        self._search.textEdited.connect(sheet.type)
        self._search.installEventFilter(self)
        self._list = PlainList("service_list")
        set_part(self._list, "boxed")
        self._list.setModel(sheet.options)
        self._list.setItemDelegate(OptionRowPainter(theme, family, _ROW, self._list, 80))
        self._list.setAccessibleName(self.tr("Services"))
        self._list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.clicked.connect(lambda index: sheet.pick(index.row()))
        column.addWidget(label("caption", self.tr("Service")))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        self._promises = PromiseList(theme)
        column.addWidget(self._promises)

    def _build_classes(self, column: QVBoxLayout) -> None:
        column.addWidget(label("caption", self.tr("Priority class")))
        for place, priority in enumerate(self._sheet.classes):
            choice = button("choice", f"class_{priority.code}")
            name = priority.name.say(self._sheet.language)
            choice.setText(f"Alt+{place + 1}  {name}")
            choice.setAccessibleName(name)
            choice.setCheckable(True)
            choice.clicked.connect(lambda _=False, c=priority.code: self._sheet.choose_class(c))
            quick = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            quick.activated.connect(lambda c=priority.code: self._sheet.choose_class(c))
            self._classes.append(choice)
            column.addWidget(choice)
        column.addStretch(1)

    def _build_identity(self, column: QVBoxLayout) -> None:
        caption = self.tr("ID or telephone number, if the person likes; only a mark of it is kept")
        self._identity = QLineEdit(self._sheet.identity)
        self._identity.setObjectName("identity_field")
        self._identity.setAccessibleName(caption)
        self._identity.setMaxLength(64)
        self._identity.textEdited.connect(self._sheet.set_identity)
        words = label("caption", caption)
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(self._identity)

    def _build_answer(self) -> None:
        self._number = label("number", name="issued_number", state="serving")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told = label("heading", name="issued_service")
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setWordWrap(True)
        self._ahead = label("quiet", name="issued_ahead")
        self._ahead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._answer)
        column.setSpacing(self._theme.px(8))
        for piece in (self._number, self._told, self._ahead):
            column.addWidget(piece)

    def _show(self) -> None:
        sheet = self._sheet
        done = sheet.step is Step.ISSUED
        if self._answer.isVisible() and not done:
            self._search.clear()
            self._identity.clear()
        self._asking.setVisible(not done)
        self._answer.setVisible(done)
        self._list.setCurrentIndex(sheet.options.index(sheet.row))
        self._show_promises()
        for choice, priority in zip(self._classes, sheet.classes, strict=True):
            choice.setChecked(priority.code == sheet.priority)
        for field in (self._search, self._identity):
            if field.property("wrong"):
                set_part(field, "", wrong="")
        self._show_answer()
        self._show_message()
        verb = self._verb()
        self.accept_button.setText(self.tr("{verb} (Enter)").format(verb=verb))
        self.accept_button.setEnabled(not sheet.busy)
        self.close_button.setText(self.tr("Done (Esc)") if done else self.tr("Back (Esc)"))
        if done and not self.accept_button.hasFocus():
            self.accept_button.setFocus()
        elif not done and self.accept_button.hasFocus():
            self._search.setFocus()

    def _verb(self) -> str:
        sheet = self._sheet
        if sheet.step is Step.ISSUED:
            return self.tr("Take another")
        if sheet.step is Step.REFUSED or sheet.needs_approval:
            return self.tr("Ask a supervisor")
        return self.tr("Take the number")

    def _show_answer(self) -> None:
        issued, picked = self._sheet.issued, self._sheet.picked
        if issued is None:
            return
        self._number.setText(issued.number)
        self._told.setText(picked.title if picked else "")
        self._ahead.setText(
            self.tr("%n waiting before it; write the number down", "", issued.ahead)
        )

    def _show_promises(self) -> None:
        """They take their room from the list, so the sheet does not grow."""
        promises, whole = self._promises, _ROWS * self._theme.px(_ROW) + 4
        promises.show_checks(self._sheet.promises.checks, self._sheet.language)
        shown = not promises.isHidden()
        room = promises.sizeHint().height() + self._theme.px(_GAP) if shown else 0
        self._list.setMinimumHeight(whole - room)

    def _show_message(self) -> None:
        sheet = self._sheet
        if sheet.busy:
            self._message.show_words(self.tr("Taking the number…"), Tone.INFO, "progress")
        elif sheet.message is None and sheet.needs_approval and sheet.step is Step.ASKING:
            self._message.show_words(
                self.tr("This class goes before all others: a supervisor has to agree"),
                Tone.INFO,
                "info",
            )
        else:
            self._message.show_message(sheet.message)
        self._message.setVisible(sheet.step is not Step.ISSUED and bool(self._message.text()))

    def _point_at(self, name: str) -> None:
        field = self._identity if name == "identity" else self._search
        set_part(field, "", wrong="true")
        field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            step = steps.get(Qt.Key(event.key()))
            if step and event.type() == QEvent.Type.KeyPress:
                self._sheet.pick(self._sheet.row + step)
                return True
        return super().eventFilter(watched, event)
