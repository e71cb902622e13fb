"""Appointments: three pages under Alt+1 to Alt+3, and one line for what the hall answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget, QWidget

from counter.view_models.appointments import AppointmentsSheet, Page
from counter.view_models.message import Tone
from counter.widgets.appointment_views import CancelView, CheckInView
from counter.widgets.booking_view import BookingView
from counter.widgets.desk_theme import DeskTheme
from counter.widgets.parts import MessageLine, button
from counter.widgets.sheet_card import SheetCard

_WIDTH = 1100


class AppointmentsCard(SheetCard):
    """Enter goes on to the next question, Escape back to the one before."""

    def __init__(self, sheet: AppointmentsSheet, theme: DeskTheme, family: str) -> None:
        super().__init__(theme, QApplication.translate("Sheets", "Appointments"), "")
        self.setObjectName("appointments_sheet")
        self._sheet = sheet
        self.setFixedWidth(theme.px(_WIDTH))
        self.close_button.clicked.disconnect(self.closed)
        self.close_button.clicked.connect(self._go_back)
        self._views: dict[Page, CheckInView | BookingView | CancelView] = {
            Page.CHECK_IN: CheckInView(sheet.check_in, sheet.hall, theme, family),
            Page.BOOK: BookingView(sheet.booking, theme, family),
            Page.CANCEL: CancelView(sheet.cancelling, sheet.hall, theme, family),
        }
        self._tabs: dict[Page, QPushButton] = {}
        self._add_tabs(theme)
        self._pages = QStackedWidget()
        for view in self._views.values():
            self._pages.addWidget(view)
        self.body.addWidget(self._pages)
        self._message = MessageLine(theme, "appointments_message", wraps=True)
        self._message.setMinimumHeight(theme.px(40))
        self.body.addWidget(self._message)
        sheet.changed.connect(self._show)
        self._stage: object = None
        self._show()

    def _add_tabs(self, theme: DeskTheme) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        names = {
            Page.CHECK_IN: self.tr("Check in"),
            Page.BOOK: self.tr("Book ahead"),
            Page.CANCEL: self.tr("Cancel"),
        }
        for place, (page, name) in enumerate(names.items(), 1):
            tab = button("choice", f"page_{page.value}")
            tab.setText(f"Alt+{place}   {name}")
            tab.setAccessibleName(name)
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            tab.clicked.connect(lambda _=False, p=page: self._turn_to(p))
            quick = QShortcut(QKeySequence(f"Alt+{place}"), self)
            quick.activated.connect(lambda p=page: self._turn_to(p))
            self._tabs[page] = tab
            row.addWidget(tab, 1)
        self.body.addLayout(row)
        self.body.addSpacing(theme.px(4))

    def _turn_to(self, page: Page) -> None:
        self._sheet.turn_to(page)
        self._show()
        self.first_field().setFocus()

    @property
    def _view(self) -> CheckInView | BookingView | CancelView:
        return self._views[self._sheet.page]

    def first_field(self) -> QWidget:
        return self._view.first_field() or self.accept_button

    def _show(self) -> None:
        sheet, view = self._sheet, self._view
        view.refresh()
        self._pages.setCurrentWidget(view)
        for page, tab in self._tabs.items():
            tab.setChecked(page is sheet.page)
        self.accept_button.setText(self.tr("{verb} (Enter)").format(verb=view.verb()))
        self.accept_button.setEnabled(not sheet.current.busy)
        self.close_button.setText(view.way_back())
        words = view.under_way()
        if words:
            self._message.show_words(words, Tone.INFO, "progress")
        else:
            self._message.show_message(sheet.current.message)
        stage = (sheet.page, view.stage)
        if stage != self._stage:
            self._stage = stage
            self.first_field().setFocus()

    def _go_back(self) -> None:
        if not self._sheet.step_back():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        escape = event.key() == Qt.Key.Key_Escape
        if not event.isAutoRepeat() and (escape or (enter and self.close_button.hasFocus())):
            self._go_back()
        else:
            super().keyPressEvent(event)
