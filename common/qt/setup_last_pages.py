"""The last pages of the set-up window: where the PC stands, its printer, and the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from common.domain.text import Text
from common.installation.setting_up.summary import FRONT_END_WORDS, summary
from common.machine import Role
from common.printing.profile import load_profile, profile_codes
from common.qt.icons import icon_pixmap
from common.qt.setup_pages import SetupPage
from common.qt.setup_parts import Choice, Result, Tick, button, label, part
from common.qt.setup_view_model import SetupViewModel, Told
from common.qt.theme import Theme

_URL = Qt.ItemDataRole.UserRole
_PROFILE = Qt.ItemDataRole.UserRole + 1


class PlacePage(SetupPage):
    """Which kiosk, counter or board of the hall this is, and what starts by itself."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self.kiosk, self.counter = Choice(theme, typed=True), Choice(theme, typed=True)
        self.zone, self.people = Choice(theme), QLineEdit()
        self.kiosk.currentTextChanged.connect(self._kiosk_named)
        self.counter.currentTextChanged.connect(model.set_counter)
        self.zone.activated.connect(lambda: model.set_zone(self.zone.currentData()))
        self.people.textEdited.connect(model.set_people)
        self._labels = {
            name: label("label", wrap=False) for name in ("kiosk", "counter", "zone", "people")
        }
        self._hint = label("quiet")
        box = QFrame()
        part(box, "box")
        fields = QGridLayout(box)
        fields.setContentsMargins(20, 16, 20, 18)
        fields.setHorizontalSpacing(16)
        fields.setVerticalSpacing(5)
        for number, (name, field) in enumerate(self._fields().items()):
            row, column = 2 * (number // 2), number % 2
            fields.addWidget(self._labels[name], row, column)
            fields.addWidget(field, row + 1, column)
            fields.setColumnStretch(column, 1)
        fields.addWidget(self._hint, 4, 0, 1, 2)
        self._starts = _StartBox(model, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(box)
        layout.addWidget(self._starts)
        layout.addStretch()
        self._filled: object = None

    def _fields(self) -> dict[str, QWidget]:
        return {
            "kiosk": self.kiosk,
            "counter": self.counter,
            "zone": self.zone,
            "people": self.people,
        }

    def title(self) -> tuple[str, str]:
        return self.tr("Its place in the hall"), self.tr(
            "The names are those of the hall file and its floor plan."
        )

    def show_model(self) -> None:
        machine = self.model.plan.machine
        fronts = machine.role.front_ends
        words = {
            "kiosk": self.tr("This kiosk"),
            "counter": self.tr("The counter (empty: chosen when signing in)"),
            "zone": self.tr("The board shows"),
            "people": self.tr("Users of this PC who run the counter"),
        }
        shown = {
            "kiosk": "kiosk" in fronts,
            "counter": "counter" in fronts,
            "zone": "display" in fronts,
            "people": "counter" in fronts and self.model.places.of_the_system,
        }
        for name, field in self._fields().items():
            self._labels[name].setText(words[name])
            self._labels[name].setVisible(shown[name])
            field.setVisible(shown[name])
        self._hint.setVisible(shown["people"])
        self._hint.setText(self.tr("They may use it from the next time they sign in to this PC."))
        self._fill()
        if not self.people.hasFocus():
            self.people.setText(" ".join(self.model.plan.desktop_users))
        self._starts.setVisible(machine.role is Role.ALL_IN_ONE)
        self._starts.show_model()

    def _fill(self) -> None:
        """The lists of the hall, when the hall or the language is another one."""
        hall, machine = self.model.hall, self.model.plan.machine
        state = (id(hall), self.language, machine.role)
        if state == self._filled:
            return
        self._filled = state
        for choice in (self.kiosk, self.counter, self.zone):
            choice.blockSignals(True)
            choice.clear()
        self.zone.addItem(self.tr("the whole hall"), "")
        if hall is not None:
            for kiosk in hall.kiosks:
                self.kiosk.addItem(f"{kiosk.code}  {kiosk.name.say(self.language)}", kiosk.code)
            for counter in hall.counters:
                self.counter.addItem(counter.code)
            for zone in hall.zones:
                self.zone.addItem(f"{zone.code}  {zone.name.say(self.language)}", zone.code)
        self.kiosk.setEditText(machine.kiosk.name)
        self.counter.setEditText(machine.counter.counter)
        self.zone.setCurrentIndex(max(0, self.zone.findData(machine.display.zone)))
        for choice in (self.kiosk, self.counter, self.zone):
            choice.blockSignals(False)

    def _kiosk_named(self, text: str) -> None:
        self.model.set_kiosk(text.strip().partition(" ")[0])


class _StartBox(QFrame):
    """All-in-one: what starts by itself, and on which screen."""

    def __init__(self, model: SetupViewModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        part(self, "box")
        self._heading = label("heading", wrap=False)
        self.ticks: dict[str, Tick] = {}
        self.screens: dict[str, Choice] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(20, 16, 20, 18)
        layout.setHorizontalSpacing(16)
        layout.addWidget(self._heading, 0, 0, 1, 2)
        for row, name in enumerate(Role.ALL_IN_ONE.front_ends, 1):
            tick = self.ticks[name] = Tick(theme)
            tick.toggled.connect(lambda on, name=name: model.set_start(name, on))
            layout.addWidget(tick, row, 0)
            if name == "counter":
                continue
            choice = self.screens[name] = Choice(theme)
            choice.activated.connect(
                lambda _=0, name=name, choice=choice: model.set_screen(name, choice.currentData())
            )
            layout.addWidget(choice, row, 1)
        layout.setColumnStretch(1, 1)

    def show_model(self) -> None:
        machine = self._model.plan.machine
        self._heading.setText(self.tr("Starts by itself"))
        for name, tick in self.ticks.items():
            tick.setText(FRONT_END_WORDS[name].say(machine.language).capitalize())
            tick.blockSignals(True)
            tick.setChecked(name in machine.starts)
            tick.blockSignals(False)
        for name, choice in self.screens.items():
            chosen = getattr(machine, name).screen
            choice.clear()
            choice.addItem(self.tr("on the first screen"), "")
            for number, screen in enumerate(QGuiApplication.screens(), 1):
                size = screen.size()
                told = f"{number} · {screen.name()} · {size.width()} × {size.height()}"
                choice.addItem(told, str(number))
            if chosen and choice.findData(chosen) < 0:
                choice.addItem(chosen, chosen)
            choice.setCurrentIndex(max(0, choice.findData(chosen)))
            choice.setEnabled(name in machine.starts)


class PrinterPage(SetupPage):
    """The printers that were found; one is chosen and prints a test slip."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self.list, self.address, self.profile = QListWidget(), QLineEdit(), Choice(theme)
        self.search, self.test, self.result = button("plain"), button("plain"), Result(theme)
        self.list.setMinimumHeight(190)
        self.list.currentItemChanged.connect(self._chosen)
        self.address.textEdited.connect(lambda text: model.set_printer(text.strip()))
        self.profile.activated.connect(
            lambda: model.set_printer(model.printer[0], self.profile.currentData())
        )
        self.search.clicked.connect(model.search_printers)
        self.test.clicked.connect(model.print_test_slip)
        self._labels = [label("label", wrap=False) for _ in range(2)]
        details = QGridLayout()
        details.setHorizontalSpacing(16)
        details.setVerticalSpacing(5)
        for column, field in enumerate((self.address, self.profile)):
            details.addWidget(self._labels[column], 0, column)
            details.addWidget(field, 1, column)
            details.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        for one in (self.search, self.test):
            buttons.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addWidget(self.result, 10)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.list, 1)
        layout.addLayout(details)
        layout.addLayout(buttons)
        self._filled: object = None

    def title(self) -> tuple[str, str]:
        return self.tr("Its slip printer"), self.tr(
            "A test slip shows whether address and model are right. It can be chosen later, too."
        )

    def show_model(self) -> None:
        url, profile = self.model.printer
        self._labels[0].setText(self.tr("Address"))
        self._labels[1].setText(self.tr("Model"))
        self.address.setPlaceholderText("tcp://192.168.1.9:9100")
        self._fill()
        self._choose(url)
        if self.address.text() != url and not self.address.hasFocus():
            self.address.setText(url)
        self.profile.setCurrentIndex(self.profile.findData(profile))
        self.search.setText(self.tr("Search again"))
        self.test.setText(self.tr("Print a test slip"))
        self.search.setEnabled(not self.model.busy)
        self.test.setEnabled(bool(url) and not self.model.busy)
        searching = self.model.printers is None
        waiting = self.tr("Looking for printers…") if searching else self.tr("Printing…")
        self.result.tell(self.model.printer_told, self.language, waiting if self.model.busy else "")

    def _fill(self) -> None:
        state = (self.model.printers, self.language)
        if state == self._filled:
            return
        self._filled = state
        self.list.blockSignals(True)
        self.list.clear()
        self._add(self.tr("No printer: numbers are shown on the screen"), "", "printer-off")
        for printer in self.model.printers or ():
            name = printer.says or self.tr("A serial port")
            item = self._add(f"{name}\n{printer.url}", printer.url, "printer")
            item.setData(_PROFILE, printer.profile or "")
        self.list.blockSignals(False)
        self.profile.clear()
        for code in profile_codes():
            self.profile.addItem(load_profile(code).name.say(self.language), code)

    def _add(self, words: str, url: str, sign: str) -> QListWidgetItem:
        item = QListWidgetItem(icon_pixmap(sign, self.theme.colors.quiet, 24), words)
        item.setData(_URL, url)
        self.list.addItem(item)
        return item

    def _choose(self, url: str) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        for row in range(self.list.count()):
            if self.list.item(row).data(_URL) == url:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.model.set_printer(item.data(_URL), item.data(_PROFILE) or "")


class SummaryPage(SetupPage):
    """What will be, then each step as it is done."""

    def __init__(self, model: SetupViewModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self._box = QFrame()
        part(self._box, "box")
        self._lines = QGridLayout(self._box)
        self._lines.setContentsMargins(22, 18, 22, 18)
        self._lines.setHorizontalSpacing(24)
        self._lines.setVerticalSpacing(9)
        self._lines.setColumnStretch(1, 1)
        self.result = Result(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._box)
        layout.addWidget(self.result)
        layout.addStretch()

    def title(self) -> tuple[str, str]:
        run = self.model.run
        if run.done:
            return self.tr("This PC is set up"), self.tr("You can close this window.")
        return self.tr("All is ready"), self.tr(
            "Nothing was changed so far. Now the administrator's password may be asked for."
        )

    def show_model(self) -> None:
        run = self.model.run
        while self._lines.count():
            taken = self._lines.takeAt(0)
            if taken is not None and (widget := taken.widget()) is not None:
                widget.deleteLater()
        if run.steps or run.running:
            self._show_steps()
        else:
            for row, (name, value) in enumerate(summary(self.model.plan, self.model.places)):
                caption, words = label("quiet", wrap=False), label("label")
                caption.setText(name.say(self.language))
                words.setText(value.say(self.language))
                self._lines.addWidget(caption, row, 0)
                self._lines.addWidget(words, row, 1)
        self.result.tell(self._told(), self.language, self._waiting())

    def _show_steps(self) -> None:
        for row, step in enumerate(self.model.run.steps):
            sign, words = QLabel(), label("body")
            sign.setPixmap(icon_pixmap("check", self.theme.colors.good, 20))
            words.setText(step)
            self._lines.addWidget(sign, row, 0)
            self._lines.addWidget(words, row, 1)

    def _told(self) -> Told | None:
        run = self.model.run
        if run.refused is not None:
            return Told(run.refused, False)
        if run.trouble:
            return Told(Text(zh=run.trouble, en=run.trouble), False)
        if run.done:
            words = "\n".join([self.tr("Everything is in its place."), *run.remarks])
            return Told(Text(zh=words, en=words), True)
        return None

    def _waiting(self) -> str:
        return self.tr("Setting up…") if self.model.run.running else ""
