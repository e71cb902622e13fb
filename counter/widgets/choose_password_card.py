"""Before the first shift: a password of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.view_models.new_password import NewPassword
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.new_password_form import NewPasswordForm
from counter.widgets.parts import button, icon_label, label, set_part


class ChoosePasswordCard(QFrame):
    """Stands on the sign-in page until the password is changed; Escape goes back.

    Signals:
        given_up(): back to the fields of the sign-in.
    """

    given_up = Signal()

    def __init__(self, model: NewPassword, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("choose_password_card")
        set_part(self, "card")
        self.setFixedWidth(theme.px(480))
        self._model = model
        self._title = label("title")
        self._why = label("quiet")
        self._why.setWordWrap(True)
        self._form = NewPasswordForm(model, theme)
        self._choose = button("primary", "choose_password_button")
        self._choose.setFixedHeight(theme.px(56))
        self._choose.clicked.connect(model.accept)
        self._back = button("plain", "choose_password_back_button")
        self._back.clicked.connect(self.given_up)
        for field in self._form.fields():
            field.returnPressed.connect(model.accept)
        heading = QHBoxLayout()
        heading.setSpacing(theme.px(12))
        heading.addWidget(icon_label("lock", theme.colors.primary, theme.px(32)))
        heading.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.edges(32, 24, 32, 24))
        column.setSpacing(theme.px(8))
        column.addLayout(heading)
        column.addWidget(self._why)
        column.addSpacing(theme.px(8))
        column.addWidget(self._form)
        column.addSpacing(theme.px(8))
        column.addWidget(self._choose)
        column.addWidget(self._back)
        model.changed.connect(self._show)
        self._retranslate()

    def first_field(self) -> QWidget:
        return self._form.first_field()

    def _show(self) -> None:
        self._choose.setEnabled(not self._model.busy)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Choose your password"))
        self._why.setText(
            self.tr("{login}: the password you have was for the first sign-in only.").format(
                login=self._model.login
            )
        )
        self._choose.setText(self.tr("Change the password and sign in"))
        self._back.setText(self.tr("Back (Esc)"))
        self._form.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
