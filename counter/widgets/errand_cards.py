"""The menu, a supervisor's approval, and a new password, each on its card."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from counter.view_models.approval import ApprovalSheet
from counter.view_models.menu import Errand, MenuSheet, errand_help, errand_name
from counter.view_models.message import Tone
from counter.view_models.new_password import NewPassword
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.new_password_form import NewPasswordForm
from counter.widgets.parts import MessageLine, button, icon_label, label, set_part
from counter.widgets.sheet_card import SheetCard

_ERRAND_ICONS = {
    Errand.PAUSE: "pause",
    Errand.TAKE_NUMBER: "ticket",
    Errand.APPOINTMENTS: "calendar",
    Errand.EXTRA_QUEUE: "people",
    Errand.PUT_FIRST: "medical",
    Errand.FORMS: "form",
    Errand.PAPERS: "printer",
    Errand.KIOSKS: "touch",
    Errand.CHANGE_PASSWORD: "lock",
    Errand.NOTICE: "form",
    Errand.RECEIPT: "stamp",
    Errand.SLIP_AGAIN: "ticket",
    Errand.DAY_END: "clock",
    Errand.PRINT_AGAIN: "recall",
    Errand.SAVE_PAPER: "paper",
}
_ROOMY = 8
"""More entries stand closer, so that a menu fits the smallest screen."""


class MenuCard(SheetCard):
    """Entries under 1 to 9; arrows and Tab move, Enter takes."""

    def __init__(self, sheet: MenuSheet, theme: DeskTheme) -> None:
        title = (
            QApplication.translate("Sheets", "Which paper?")
            if sheet.of_papers
            else QApplication.translate("Sheets", "What else?")
        )
        super().__init__(theme, title, QApplication.translate("Sheets", "Choose"))
        self.setObjectName("menu_sheet")
        self.accept_button.hide()
        self._sheet = sheet
        if len(sheet.errands) > _ROOMY:
            self.body.setSpacing(theme.px(4))
        self._entries: list[QPushButton] = []
        for place, errand in enumerate(sheet.errands, 1):
            entry = button("choice", f"errand_{errand.value}")
            entry.setText(f"{place}   {errand_name(errand)}")
            entry.setAccessibleName(errand_name(errand))
            entry.setAccessibleDescription(errand_help(errand))
            entry.clicked.connect(lambda _=False, e=errand: sheet.chosen.emit(e))
            entry.installEventFilter(self)
            row = QHBoxLayout()
            row.setSpacing(theme.px(12))
            row.addWidget(icon_label(_ERRAND_ICONS[errand], theme.colors.primary, theme.px(24)))
            row.addWidget(entry, 1)
            self.body.addLayout(row)
            words = label("caption", errand_help(errand))
            words.setIndent(theme.px(24 + 12 + 16))
            self.body.addWidget(words)
            self._entries.append(entry)

    def first_field(self) -> QWidget:
        return self._entries[0]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A button would take the arrows to any neighbour; here they stay among the entries."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if step := steps.get(Qt.Key(event.key())):
                here = next(i for i, entry in enumerate(self._entries) if entry is watched)
                self._entries[(here + step) % len(self._entries)].setFocus()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = next((i for i, entry in enumerate(self._entries) if entry.hasFocus()), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here is not None:
            if not event.isAutoRepeat():
                self._sheet.choose_key(here + 1)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self._sheet.choose_key(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)


class ApprovalCard(SheetCard):
    """Reason, login, password; Enter goes from one to the next and then approves."""

    def __init__(self, sheet: ApprovalSheet, theme: DeskTheme) -> None:
        title = QApplication.translate("Sheets", "A supervisor agrees")
        super().__init__(theme, title, QApplication.translate("Sheets", "Approve"))
        self.setObjectName("approval_sheet")
        self._sheet = sheet
        what = label("heading", sheet.what, "approval_subject")
        what.setWordWrap(True)
        self.body.addWidget(what)
        self._reason = self._field(
            "approval_reason_field", self.tr("Reason, kept in the record"), sheet.set_reason
        )
        self._reason.setText(sheet.reason)
        self._reason.setMaxLength(80)
        self._add_ready_reasons(theme)
        self._login = self._field(
            "approval_login_field", self.tr("Supervisor's login"), sheet.set_login
        )
        self._login.setText(sheet.login)
        self._password = self._field(
            "approval_password_field", self.tr("Supervisor's password"), sheet.set_password
        )
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._message = MessageLine(theme, "approval_message", wraps=True)
        self.body.addWidget(self._message)
        sheet.changed.connect(self._show)
        sheet.refused.connect(self._point_at)
        self._show()

    def first_field(self) -> QWidget:
        return self._reason

    def _field(self, name: str, caption: str, set_value: Callable[[str], None]) -> QLineEdit:
        above, field = label("caption", caption), QLineEdit()
        field.setObjectName(name)
        field.setAccessibleName(caption)
        field.textEdited.connect(set_value)
        above.setBuddy(field)
        self.body.addWidget(above)
        self.body.addWidget(field)
        return field

    def _add_ready_reasons(self, theme: DeskTheme) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for number, words in enumerate(self._sheet.ready_reasons, 1):
            ready = button("suggestion", f"ready_reason_{number}")
            ready.setText(f"Alt+{number}  {words}")
            ready.setAccessibleName(words)
            ready.clicked.connect(lambda _=False, w=words: self._take_reason(w))
            quick = QShortcut(QKeySequence(f"Alt+{number}"), self)
            quick.activated.connect(lambda w=words: self._take_reason(w))
            row.addWidget(ready)
        row.addStretch(1)
        self.body.addLayout(row)

    def _take_reason(self, words: str) -> None:
        self._reason.setText(words)
        self._sheet.set_reason(words)
        (self._password if self._login.text() else self._login).setFocus()

    def _show(self) -> None:
        sheet = self._sheet
        if self._password.text() != sheet.password:
            self._password.setText(sheet.password)
        for field in (self._reason, self._login, self._password):
            field.setEnabled(not sheet.busy)
            if field.property("wrong"):
                set_part(field, "", wrong="")
        if sheet.busy:
            self._message.show_words(self.tr("Checking the password…"), Tone.INFO, "progress")
        else:
            self._message.show_message(sheet.message)
        self._message.setVisible(bool(self._message.text()))

    def _point_at(self, name: str) -> None:
        fields = {"reason": self._reason, "login": self._login, "password": self._password}
        field = fields[name]
        # Enter in a field that was filled in only goes on to the next one, which is no mistake.
        if self._sheet.message is not None or field.hasFocus():
            set_part(field, "", wrong="true")
        field.setFocus()
        field.selectAll()


class PasswordCard(SheetCard):
    """The old password, the new one twice."""

    def __init__(self, model: NewPassword, theme: DeskTheme) -> None:
        title = QApplication.translate("Sheets", "Change my password")
        super().__init__(theme, title, QApplication.translate("Sheets", "Change"))
        self.setObjectName("password_sheet")
        self._form = NewPasswordForm(model, theme)
        self.body.addWidget(self._form)

    def first_field(self) -> QWidget:
        return self._form.first_field()
