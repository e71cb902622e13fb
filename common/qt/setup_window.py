"""`jiaohao setup --window`: the questions of set-up, one page after the other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from common.cli.console import user_language
from common.domain.text import Language
from common.installation.setting_up.options import NOTHING_SAID, SetupOptions
from common.installation.setting_up.places import Places, places_of_this_pc
from common.installation.setting_up.plan import Plan
from common.qt.application import Lifeline, create_application, set_up_logging
from common.qt.icons import icon
from common.qt.presentation import prepare_presentation
from common.qt.setup_last_pages import PlacePage, PrinterPage, SummaryPage
from common.qt.setup_pages import DatabasePage, RolePage
from common.qt.setup_parts import button, label, part
from common.qt.setup_style import setup_style
from common.qt.setup_view_model import Page, SetupViewModel, first_plan
from common.qt.theme import Theme, load_theme
from common.qt.translations import Translator

SIZE = (1080, 740)
_SMALLEST = (880, 560)
_RAIL = 232
_AnyPage = RolePage | DatabasePage | PlacePage | PrinterPage | SummaryPage
_PAGES: dict[Page, type[_AnyPage]] = {
    Page.ROLE: RolePage,
    Page.DATABASE: DatabasePage,
    Page.PLACE: PlacePage,
    Page.PRINTER: PrinterPage,
    Page.SUMMARY: SummaryPage,
}


_ICONS = {
    Page.ROLE: "one-pc",
    Page.DATABASE: "database",
    Page.PLACE: "place",
    Page.PRINTER: "printer",
    Page.SUMMARY: "finish",
}


class SetupWindow(QWidget):
    """The rail of steps, the page, and the buttons that lead on."""

    def __init__(
        self,
        model: SetupViewModel,
        translator: Translator,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._translator = model, translator
        self._theme = theme or load_theme("light", "counter")
        self.pages: dict[Page, _AnyPage] = {
            name: kind(model, self._theme) for name, kind in _PAGES.items()
        }
        self.back, self.next = button("plain"), button("primary")
        self.back.clicked.connect(model.back)
        self.next.clicked.connect(self._go_on)
        self.languages: dict[Language, QPushButton] = {}
        self._steps: dict[Page, QPushButton] = {}
        self._title, self._lead = label("title"), label("lead")
        self._stack = QStackedWidget()
        part(self, "page")
        self.setStyleSheet(setup_style(self._theme))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._rail())
        layout.addLayout(self._body(), 1)
        model.changed.connect(self._show)
        model.page_changed.connect(self._turn)
        self._translate()
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            self._show()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """What runs as root is not left alone halfway."""
        if self._model.run.running:
            event.ignore()
        else:
            super().closeEvent(event)

    def _rail(self) -> QWidget:
        rail = QWidget()
        part(rail, "rail")
        rail.setFixedWidth(_RAIL)
        self._mark, self._motto = label("mark", wrap=False), label("motto")
        layout = QVBoxLayout(rail)
        layout.setContentsMargins(18, 28, 18, 20)
        layout.setSpacing(6)
        layout.addWidget(self._mark)
        layout.addWidget(self._motto)
        layout.addSpacing(24)
        group = QButtonGroup(self)
        for page in Page:
            step = self._steps[page] = button("step")
            step.setCheckable(True)
            step.setIconSize(QSize(20, 20))
            group.addButton(step)
            step.clicked.connect(lambda _=False, page=page: self._go_to(page))
            layout.addWidget(step)
        layout.addStretch()
        return rail

    def _body(self) -> QVBoxLayout:
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        top.addLayout(words, 1)
        top.addLayout(self._language_switch())
        for page in self.pages.values():
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            part(page, "page")
            area.setWidget(page)
            self._stack.addWidget(area)
        inner = QVBoxLayout()
        inner.setContentsMargins(36, 28, 36, 20)
        inner.setSpacing(22)
        inner.addLayout(top)
        inner.addWidget(self._stack, 1)
        foot = QWidget()
        part(foot, "foot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(36, 14, 36, 14)
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.next)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addLayout(inner, 1)
        body.addWidget(foot)
        return body

    def _language_switch(self) -> QHBoxLayout:
        group, switch = QButtonGroup(self), QHBoxLayout()
        switch.setSpacing(0)
        names = {Language.ZH: ("中文", "left"), Language.EN: ("English", "right")}
        for language, (name, side) in names.items():
            one = self.languages[language] = button("language")
            one.setProperty("side", side)
            one.setText(name)
            one.setCheckable(True)
            one.clicked.connect(lambda _=False, language=language: self._speak(language))
            group.addButton(one)
            switch.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        return switch

    def _speak(self, language: Language) -> None:
        self._model.set_language(language)
        self._translator.set_language(language)

    def _go_to(self, page: Page) -> None:
        self._model.go_to(page)
        self._show()

    def _go_on(self) -> None:
        if self._model.run.done:
            self.close()
        elif self._model.page is Page.SUMMARY:
            self._model.carry_out()
        else:
            self._model.next()

    def _turn(self) -> None:
        self._stack.setCurrentIndex([*self.pages].index(self._model.page))
        self._show()
        self.next.setFocus()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Set up this PC"))
        self._mark.setText("叫号")
        self._motto.setText(self.tr("Set up this PC"))
        words = {
            Page.ROLE: self.tr("This PC"),
            Page.DATABASE: self.tr("Data"),
            Page.PLACE: self.tr("Place"),
            Page.PRINTER: self.tr("Printer"),
            Page.SUMMARY: self.tr("Finish"),
        }
        for page, step in self._steps.items():
            step.setText(words[page])

    def _show(self) -> None:
        model = self._model
        page = self.pages[model.page]
        title, lead = page.title()
        self._title.setText(title)
        self._lead.setText(lead)
        page.show_model()
        for language, one in self.languages.items():
            one.setChecked(language is model.plan.machine.language)
        self._show_steps()
        run = model.run
        self.back.setText(self.tr("Back"))
        self.back.setVisible(model.page is not Page.ROLE and not run.done)
        self.back.setEnabled(not model.busy and not run.running)
        self.next.setEnabled(not model.busy and not run.running)
        if run.done:
            self.next.setText(self.tr("Close"))
        elif model.page is Page.SUMMARY:
            tried = run.refused is not None or run.trouble
            self.next.setText(self.tr("Try again") if tried else self.tr("Set up"))
        else:
            self.next.setText(self.tr("Next"))

    def _show_steps(self) -> None:
        here, pages = self._model.page, self._model.pages
        colors = self._theme.colors
        for page, step in self._steps.items():
            step.setVisible(page in pages)
            if page not in pages:
                continue
            past = pages.index(page) < pages.index(here)
            step.setChecked(page is here)
            step.setEnabled((past or page is here) and not self._model.run.running)
            step.setIcon(icon("check" if past else _ICONS[page], colors.on_primary))


def open_setup_window(
    places: Places, language: Language, translator: Translator, plan: Plan | None = None
) -> tuple[SetupWindow, SetupViewModel]:
    """The window and its model, not shown yet. Needs a QApplication with the bundled fonts."""
    model = SetupViewModel(places, language, plan=plan)
    translator.set_language(model.plan.machine.language)
    window = SetupWindow(model, translator)
    window.setMinimumSize(*_SMALLEST)
    window.resize(QSize(*SIZE).boundedTo(window.screen().availableSize()))
    return window, model


def run_setup_window(said: SetupOptions = NOTHING_SAID) -> int:
    """Show the window until it is closed; returns the exit code of the process.

    It begins with what was said on the command line. Raises OptionNotForThis, OptionWrong.
    """
    places, language = places_of_this_pc(), user_language()
    plan = first_plan(places, language, said)
    application = create_application("setup", widgets=True)
    set_up_logging("setup")
    presentation = prepare_presentation(language)
    lifeline = Lifeline()
    window, model = open_setup_window(places, language, presentation.translator, plan)
    window.show()
    application.setQuitOnLastWindowClosed(True)
    code = lifeline.run()
    model.close()
    QCoreApplication.processEvents()
    return code
