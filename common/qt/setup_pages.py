"""The first pages of the set-up window: what this PC is, and where its data is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from common.domain.text import Language
from common.installation.setting_up.summary import ROLE_MEANS, ROLE_WORDS
from common.machine import Role
from common.machine.home import at_home
from common.qt.setup_parts import Card, Result, button, label, part
from common.qt.setup_view_model import SetupViewModel
from common.qt.theme import Theme

ROLE_ICONS = {
    Role.ALL_IN_ONE: "one-pc",
    Role.SERVER: "database",
    Role.KIOSK: "ticket",
    Role.COUNTER: "counter",
    Role.DISPLAY: "board",
}


class SetupPage(QWidget):
    """What all steps have. Each gives its own `title()`, the heading and one sentence below it, and
    `show_model()`, which puts what the model knows on it, in the language of now."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.theme = model, theme

    @property
    def language(self) -> Language:
        return self.model.plan.machine.language


class RolePage(SetupPage):
    """Five cards: what this PC is."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self.cards: dict[Role, Card] = {}
        group = QButtonGroup(self)
        for number, role in enumerate(Role):
            card = self.cards[role] = Card(theme, ROLE_ICONS[role])
            group.addButton(card)
            card.clicked.connect(lambda _=False, role=role: model.set_role(role))
            if number == 0:
                layout.addWidget(card, 0, 0, 1, 2)
            else:
                layout.addWidget(card, 1 + (number - 1) // 2, (number - 1) % 2)
        layout.setRowStretch(3, 1)
        for column in (0, 1):
            layout.setColumnStretch(column, 1)

    def title(self) -> tuple[str, str]:
        return self.tr("What is this PC?"), self.tr(
            "You can run this again at any time and change it."
        )

    def show_model(self) -> None:
        for role, card in self.cards.items():
            card.say(ROLE_WORDS[role].say(self.language), ROLE_MEANS[role].say(self.language))
            card.setChecked(role is self.model.plan.machine.role)


class DatabasePage(SetupPage):
    """The embedded database or a server, tried at once."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self.embedded, self.remote = Card(theme, "one-pc"), Card(theme, "database")
        self._group = QButtonGroup(self)
        for card in (self.embedded, self.remote):
            self._group.addButton(card)
        self.embedded.clicked.connect(model.choose_embedded)
        self.remote.clicked.connect(lambda: model.choose_server(model.server))
        self._server, self._hall = _ServerBox(model), _HallBox(model, theme)
        self.test, self.result = button("plain"), Result(theme)
        self.test.clicked.connect(self._test)
        kinds = QHBoxLayout()
        kinds.setSpacing(14)
        kinds.addWidget(self.embedded, 1)
        kinds.addWidget(self.remote, 1)
        tried = QHBoxLayout()
        tried.setSpacing(14)
        tried.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        tried.addWidget(self.result, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(kinds)
        layout.addWidget(self._server)
        layout.addWidget(self._hall)
        layout.addLayout(tried)
        layout.addStretch()

    @property
    def server(self) -> _ServerBox:
        return self._server

    @property
    def hall(self) -> _HallBox:
        return self._hall

    def title(self) -> tuple[str, str]:
        if self.model.plan.machine.role is Role.SERVER:
            return self.tr("The hall's data"), self.tr(
                "PostgreSQL is set up on this PC for the whole hall."
            )
        return self.tr("Where is the hall's data?"), self.tr(
            "Every PC of a hall shares one database."
        )

    def show_model(self) -> None:
        model, role = self.model, self.model.plan.machine.role
        for card in (self.embedded, self.remote):
            card.setVisible(role is Role.ALL_IN_ONE)
        self.embedded.say(self.tr("On this PC"), self.tr("Nothing else is needed"))
        self.remote.say(self.tr("On a server"), self.tr("PostgreSQL on another PC"))
        self.embedded.setChecked(not model.on_server)
        self.remote.setChecked(model.on_server)
        self._server.setVisible(model.on_server)
        self._server.show_model()
        there = model.plan.embedded and model.places.has_hall
        self._hall.setVisible(not model.on_server and not there)
        self._hall.show_model()
        self.test.setText(self.tr("Test the connection") if model.on_server else self.tr("Check"))
        self.test.setEnabled(not model.busy)
        waiting = self.tr("Trying…") if model.busy else ""
        self.result.tell(model.database_told, self.language, waiting)

    def _test(self) -> None:
        self.model.test_database()


class _ServerBox(QFrame):
    """Host, database, user, password, certificate."""

    def __init__(self, model: SetupViewModel) -> None:
        super().__init__()
        self._model = model
        part(self, "box")
        self.host, self.name, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        self.password, self.certificate = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._labels = [label("label", wrap=False) for _ in range(5)]
        self._browse = button("plain")
        self._browse.clicked.connect(self._choose)
        fields = (self.host, self.name, self.user, self.password, self.certificate)
        layout = QGridLayout(self)
        layout.setContentsMargins(20, 16, 20, 18)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(5)
        for number, (words, field) in enumerate(zip(self._labels, fields, strict=True)):
            row, column = 2 * (number // 2), number % 2
            layout.addWidget(words, row, column)
            layout.addWidget(field, row + 1, column)
            field.textEdited.connect(self._changed)
            words.setBuddy(field)
        layout.addWidget(self._browse, 5, 1, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)

    def show_model(self) -> None:
        words = (
            self.tr("Server (name or IP address)"),
            self.tr("Database"),
            self.tr("User"),
            self.tr("Password"),
            self.tr("The server's certificate (for TLS)"),
        )
        for one, text in zip(self._labels, words, strict=True):
            one.setText(text)
        self._browse.setText(self.tr("Choose a file"))
        server = self._model.server
        self.host.setPlaceholderText("192.168.1.10")
        self.certificate.setPlaceholderText(self.tr("not needed"))
        if self._model.plan.machine.password_file:
            self.password.setPlaceholderText(self.tr("as before"))
        certificate = self._model.plan.certificate or server.certificate
        for field, text in (
            (self.host, server.host),
            (self.name, server.name),
            (self.user, server.user),
            (self.password, self._model.plan.password or ""),
            (self.certificate, str(certificate)),
        ):
            if field.text() != text and not field.hasFocus():
                field.setText(text)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The server's certificate"))
        if name:
            self.certificate.setText(name)
            self._changed()

    def _changed(self) -> None:
        given, server = self.certificate.text().strip(), self._model.server
        server = replace(
            server,
            host=self.host.text().strip(),
            name=self.name.text().strip(),
            user=self.user.text().strip(),
        )
        file = None
        if given != server.certificate:
            file = at_home(given).absolute() if given else None
            server = server.trusting(file)
        self._model.choose_server(server, self.password.text(), file)


class _HallBox(QFrame):
    """The demonstration hall or a file; for a server also the network of the hall."""

    def __init__(self, model: SetupViewModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        part(self, "box")
        self._heading = label("heading", wrap=False)
        self.demo, self.own = Card(theme, "play"), Card(theme, "form")
        group = QButtonGroup(self)
        for card in (self.demo, self.own):
            group.addButton(card)
        self.demo.clicked.connect(lambda: model.choose_hall(None))
        self.own.clicked.connect(self._choose)
        self._network_label, self.network = label("label", wrap=False), QLineEdit()
        self.network.textEdited.connect(model.set_network)
        cards = QHBoxLayout()
        cards.setSpacing(14)
        cards.addWidget(self.demo, 1)
        cards.addWidget(self.own, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 18)
        layout.setSpacing(10)
        layout.addWidget(self._heading)
        layout.addLayout(cards)
        layout.addWidget(self._network_label)
        layout.addWidget(self.network)

    def show_model(self) -> None:
        plan = self._model.plan
        self._heading.setText(self.tr("Which hall?"))
        self.demo.say(self.tr("Demonstration hall"), self.tr("To try everything out"))
        own = plan.hall.name if plan.hall else self.tr("Choose the hall file")
        self.own.say(self.tr("Your own hall"), own)
        self.demo.setChecked(plan.hall is None)
        self.own.setChecked(plan.hall is not None)
        server = plan.machine.role is Role.SERVER
        self._network_label.setText(self.tr("PCs of this network are let in"))
        for one in (self._network_label, self.network):
            one.setVisible(server)
        if not self.network.hasFocus():
            self.network.setText(plan.network)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("The hall file"), "", self.tr("Hall files (*.yaml *.yml)")
        )
        if name:
            self._model.choose_hall(Path(name))
        self.show_model()
