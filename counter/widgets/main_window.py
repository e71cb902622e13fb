"""The counter's window: the sign-in page or the desk, and the small strip in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from common.qt.fonts import sized_font
from common.qt.hall_time import HallClock
from common.qt.icons import icon
from common.qt.theme import Theme
from common.qt.translations import Translator
from counter.view_models.desk import DeskViewModel
from counter.view_models.sign_in import SignInViewModel
from counter.widgets.desk_page import DeskPage
from counter.widgets.desk_theme import desk_theme, type_factor
from counter.widgets.parts import icon_label, label, practice_band, set_part
from counter.widgets.sign_in_page import SignInPage
from counter.widgets.strip_window import StripWindow
from counter.widgets.style_sheet import style_sheet

SMALLEST = (1180, 660)


class MainWindow(QWidget):
    """One window for the whole shift. Its pages are built anew when their type changes its size."""

    def __init__(
        self, sign_in: SignInViewModel, translator: Translator, theme: Theme, family: str
    ) -> None:
        super().__init__()
        self.setObjectName("counter_window")
        self._sign_in, self._translator, self._family = sign_in, translator, family
        self._base_theme, self._theme = theme, desk_theme(theme)
        self._clock: HallClock | None = None
        self._apply_theme()
        self.setWindowIcon(icon("counter", theme.colors.primary))
        self.setMinimumSize(*SMALLEST)
        self.sign_in_page = SignInPage(sign_in, translator, self._theme)
        self.desk_page: DeskPage | None = None
        self.strip: StripWindow | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.sign_in_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._practice = practice_band()
        layout.setSpacing(0)
        layout.addWidget(self._practice)
        layout.addWidget(self._pages)
        self._desk: DeskViewModel | None = None
        self._show_title()
        sign_in.changed.connect(self._show_practice)
        self._show_practice()

    def show_desk(self, desk: DeskViewModel, clock: HallClock) -> None:
        self.show_sign_in()
        self._desk, self._clock = desk, clock
        self._add_desk_page(desk, clock)
        self.strip = self._build_strip(desk)
        desk.arrived.connect(self._alert)
        desk.alarms.raised.connect(self._alert)
        desk.help_calls.raised.connect(self._alert)
        self._show_title()

    def _add_desk_page(self, desk: DeskViewModel, clock: HallClock) -> None:
        self.desk_page = DeskPage(desk, self._translator, clock, self._theme, self._family)
        self.desk_page.strip_asked.connect(self.show_strip)
        self._pages.addWidget(self.desk_page)
        self._pages.setCurrentWidget(self.desk_page)

    def _build_strip(self, desk: DeskViewModel) -> StripWindow:
        """The small window keeps its size on every screen, and so its type."""
        theme = desk_theme(self._base_theme)
        strip = StripWindow(desk, theme, self._family)
        strip.setFont(sized_font(self._family, theme.sizes.body))
        strip.setStyleSheet(style_sheet(theme))
        strip.setWindowIcon(self.windowIcon())
        strip.desk_asked.connect(self.show_whole)
        return strip

    def show_sign_in(self) -> None:
        """Put the desk away, whose clerk has left."""
        self.show_whole()
        self._remove_desk_page()
        if self.strip is not None:
            self.strip.deleteLater()
            self.strip = None
        self._desk = None
        self._pages.setCurrentWidget(self.sign_in_page)
        self.sign_in_page.focus_first_gap()
        self._show_title()

    def _remove_desk_page(self) -> None:
        if self.desk_page is not None:
            self._pages.removeWidget(self.desk_page)
            self.desk_page.deleteLater()
            self.desk_page = None

    def show_broken(self) -> None:
        """A calm page for the seconds in which the program starts again."""
        self.show_whole()
        words = label(
            "idle",
            self.tr("The counter's program starts again. Nothing that was recorded is lost."),
            "broken_page",
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setWordWrap(True)
        page = QWidget()
        set_part(page, "page")
        column = QVBoxLayout(page)
        column.setSpacing(self._theme.px(24))
        column.addStretch(2)
        sign = icon_label("recall", self._theme.colors.primary, self._theme.px(72))
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch(3)
        self._pages.setCurrentIndex(self._pages.addWidget(page))

    def dispose(self) -> None:
        """Close both windows for good."""
        for window in (self.strip, self):
            if window is not None:
                window.close()
                window.deleteLater()

    def show_strip(self) -> None:
        if self.strip is not None:
            self.strip.move_to_corner()
            self.strip.show()
            self.strip.activateWindow()
            self.hide()

    def show_whole(self) -> None:
        if self.strip is not None and self.strip.isVisible():
            self.strip.hide()
            self.show()
            self.activateWindow()

    def _alert(self, _count: int = 0) -> None:
        """Blink in the task bar until someone looks."""
        strip_shown = self.strip is not None and self.strip.isVisible()
        QApplication.alert(self.strip if strip_shown and self.strip else self)

    def _show_practice(self) -> None:
        self._practice.setVisible(self._sign_in.practice)

    def _show_title(self) -> None:
        if self._desk is None:
            self.setWindowTitle(self.tr("Jiaohao counter"))
            return
        counter = self._desk.session.counter
        self.setWindowTitle(self.tr("{counter} · Jiaohao counter").format(counter=counter))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        factor = type_factor(self.width(), self.height())
        if factor != self._theme.factor:
            self._theme = desk_theme(self._base_theme, factor)
            self._apply_theme()
            self._build_pages_anew()

    def _apply_theme(self) -> None:
        self.setFont(sized_font(self._family, self._theme.sizes.body))
        self.setStyleSheet(style_sheet(self._theme))

    def _build_pages_anew(self) -> None:
        """What was typed and asked stands in the view models; only the key list closes."""
        old = self.sign_in_page
        self.sign_in_page = SignInPage(self._sign_in, self._translator, self._theme)
        self._pages.insertWidget(0, self.sign_in_page)
        if self._pages.currentWidget() is old:
            self._pages.setCurrentWidget(self.sign_in_page)
            self.sign_in_page.focus_first_gap()
        self._pages.removeWidget(old)
        old.deleteLater()
        if self._desk is not None and self._clock is not None:
            self._remove_desk_page()
            self._add_desk_page(self._desk, self._clock)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_title()
