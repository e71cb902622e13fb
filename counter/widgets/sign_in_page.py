"""Counter number, login, password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from common.domain.text import Language
from common.qt.translations import Translator
from counter.view_models.message import Tone
from counter.view_models.sign_in import SignInViewModel
from counter.widgets.choose_password_card import ChoosePasswordCard
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import MessageLine, button, icon_label, label, set_part


class SignInPage(QWidget):
    """One card in the middle; Enter goes on, every error says what to correct."""

    def __init__(self, model: SignInViewModel, translator: Translator, theme: DeskTheme) -> None:
        super().__init__()
        self.setObjectName("sign_in_page")
        self._model, self._translator, self._theme = model, translator, theme
        self._choosing: ChoosePasswordCard | None = None
        self._build()
        self._connect()
        self._retranslate()
        self._show()
        self._show_choosing()

    def focus_first_gap(self) -> None:
        """Put the cursor where something is missing."""
        if self._choosing is not None:
            self._choosing.first_field().setFocus()
            return
        fields = (self._counter, self._login, self._password)
        next((f for f in fields if not f.text()), self._password).setFocus()

    def _build(self) -> None:
        set_part(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hall = label("quiet", name="hall_name")
        self._title = label("title")
        self._language = button("plain", "language_button")
        self._counter_label, self._counter = self._field("counter_field")
        self._place = label("caption", name="counter_place")
        self._login_label, self._login = self._field("login_field")
        self._password_label, self._password = self._field("password_field")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._counter.setText(self._model.counter)
        self._login.setText(self._model.login)
        self._message = MessageLine(self._theme, "sign_in_message")
        self._sign_in = button("primary", "sign_in_button")
        self._sign_in.setFixedHeight(self._theme.px(56))
        self._taken = self._build_taken()

        heading = QHBoxLayout()
        heading.setSpacing(self._theme.px(12))
        heading.addWidget(icon_label("counter", self._theme.colors.primary, self._theme.px(32)))
        heading.addWidget(self._title)
        heading.addStretch(1)
        heading.addWidget(self._language)

        card = self._card = QFrame()
        set_part(card, "card")
        card.setFixedWidth(self._theme.px(480))
        column = QVBoxLayout(card)
        column.setContentsMargins(self._theme.edges(32, 24, 32, 24))
        column.setSpacing(self._theme.px(8))
        column.addWidget(self._hall)
        column.addLayout(heading)
        column.addSpacing(self._theme.px(8))
        for caption, field in (
            (self._counter_label, self._counter),
            (self._login_label, self._login),
            (self._password_label, self._password),
        ):
            column.addWidget(caption)
            column.addWidget(field)
            if field is self._counter:
                column.addWidget(self._place)
        column.addSpacing(self._theme.px(8))
        column.addWidget(self._message)
        column.addWidget(self._taken)
        column.addWidget(self._sign_in)

        self._choosing_place = QVBoxLayout()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addLayout(self._choosing_place)
        middle.addStretch(1)
        page = QVBoxLayout(self)
        page.addStretch(2)
        page.addLayout(middle)
        page.addStretch(3)

    def _field(self, name: str) -> tuple[QLabel, QLineEdit]:
        caption, field = label("quiet"), QLineEdit()
        field.setObjectName(name)
        caption.setBuddy(field)
        return caption, field

    def _build_taken(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("taken_notice")
        set_part(frame, "note")
        self._taken_text = label(name="taken_text")
        self._taken_text.setWordWrap(True)
        self._take_over = button("", "take_over_button")
        self._other_counter = button("plain", "other_counter_button")
        column = QVBoxLayout(frame)
        column.setContentsMargins(self._theme.edges(16, 16, 16, 16))
        column.setSpacing(self._theme.px(8))
        column.addWidget(self._taken_text)
        column.addWidget(self._take_over)
        column.addWidget(self._other_counter)
        return frame

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        model.refused.connect(self._point_at)
        model.choosing_changed.connect(self._show_choosing)
        self._counter.textEdited.connect(model.set_counter)
        self._login.textEdited.connect(model.set_login)
        self._password.textEdited.connect(model.set_password)
        self._sign_in.clicked.connect(self._enter)
        self._take_over.clicked.connect(lambda: model.sign_in(take_over=True))
        self._other_counter.clicked.connect(self._choose_other)
        self._language.clicked.connect(self._switch_language)
        for field in (self._counter, self._login, self._password):
            field.returnPressed.connect(self._enter)

    def _enter(self) -> None:
        if self._model.taken_by is None:
            self._model.sign_in()

    def _choose_other(self) -> None:
        self._model.set_counter("")
        self._counter.clear()
        self._counter.setFocus()

    def _point_at(self, field: str) -> None:
        widgets = {"counter": self._counter, "login": self._login, "password": self._password}
        widget = widgets[field]
        set_part(widget, "", wrong="true")
        widget.setFocus()
        widget.selectAll()

    def _show_choosing(self) -> None:
        """In the place of the fields, while the clerk has to choose a password first."""
        if self._choosing is not None:
            self._choosing_place.removeWidget(self._choosing)
            self._choosing.deleteLater()
            self._choosing = None
            self._card.show()
            self._password.setFocus()
        if self._model.choosing is not None:
            card = self._choosing = ChoosePasswordCard(self._model.choosing, self._theme)
            card.given_up.connect(self._model.stop_choosing)
            self._card.hide()
            self._choosing_place.addWidget(card)
            card.first_field().setFocus()

    def _switch_language(self) -> None:
        chinese = self._translator.language is Language.ZH
        self._translator.set_language(Language.EN if chinese else Language.ZH)

    def _show(self) -> None:
        model = self._model
        self._hall.setText(model.hall_name)
        self._place.setText(model.counter_place)
        if self._password.text() != model.password:
            self._password.setText(model.password)
        if model.message is None:
            for field in (self._counter, self._login, self._password):
                if field.property("wrong"):
                    set_part(field, "", wrong="")
        if model.busy:
            self._message.show_words(self.tr("Signing in…"), Tone.INFO, "progress")
        else:
            self._message.show_message(model.message)
        was_taken = self._taken.isVisible()
        taken = model.taken_by is not None
        self._taken.setVisible(taken)
        self._message.setVisible(not taken)
        self._sign_in.setVisible(not taken)
        if taken and model.taken_by:
            self._taken_text.setText(model.taken_by())
            if not was_taken:
                self._take_over.setFocus()
        for widget in (self._counter, self._login, self._password, self._sign_in):
            widget.setEnabled(not model.busy)
        self._sign_in.setEnabled(not model.busy and not model.away)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Sign in at a counter"))
        self._language.setText(self.tr("中文", "the other language, in its own words"))
        self._counter_label.setText(self.tr("Counter"))
        self._login_label.setText(self.tr("Login"))
        self._password_label.setText(self.tr("Password"))
        self._counter.setPlaceholderText(self.tr("for example A01"))
        self._sign_in.setText(self.tr("Sign in"))
        self._take_over.setText(self.tr("Take the counter over"))
        self._other_counter.setText(self.tr("Choose another counter"))
        for caption, field in (
            (self._counter_label, self._counter),
            (self._login_label, self._login),
            (self._password_label, self._password),
        ):
            field.setAccessibleName(caption.text())
        self._language.setAccessibleName(self.tr("Change language"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
