"""What a guide does about appointments: check in, book, cancel."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from common.domain.hall import Hall
from common.domain.ids import ClerkLogin, CounterCode
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_booking import BookingPage
from counter.view_models.appointment_cancelling import CancelPage
from counter.view_models.appointment_check_in import CheckInPage
from counter.view_models.appointment_finder import AppointmentFinder


class Page(StrEnum):
    CHECK_IN = "check_in"
    BOOK = "book"
    CANCEL = "cancel"


class AppointmentsSheet(QObject):
    """Three pages, one of which is shown; what stands on the others stays.

    Signals:
        changed(): anything that the sheet shows may differ.
        turned(): another page is shown.
    """

    changed = Signal()
    turned = Signal()

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        hall: Hall,
        counter: CounterCode,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)

        def finder(*, ahead: bool) -> AppointmentFinder:
            return AppointmentFinder(store, runner, translator, hall, ahead=ahead, parent=self)

        self.hall = hall
        self.page = Page.CHECK_IN
        self.check_in = CheckInPage(
            store, runner, translator, finder(ahead=False), counter, clerk, self
        )
        self.booking = BookingPage(store, runner, translator, hall, clerk, self)
        self.cancelling = CancelPage(store, runner, translator, finder(ahead=True), clerk, self)
        for page in (self.check_in, self.booking, self.cancelling):
            page.changed.connect(self.changed)

    @property
    def current(self) -> CheckInPage | BookingPage | CancelPage:
        pages: dict[Page, CheckInPage | BookingPage | CancelPage] = {
            Page.CHECK_IN: self.check_in,
            Page.BOOK: self.booking,
            Page.CANCEL: self.cancelling,
        }
        return pages[self.page]

    def turn_to(self, page: Page) -> None:
        """Show `page`, unless the one that is shown waits for an answer."""
        if page is not self.page and not self.current.busy:
            self.page = page
            self.turned.emit()
            self.changed.emit()

    def accept(self) -> None:
        self.current.accept()

    def step_back(self) -> bool:
        """Escape: whether it only led to the question before."""
        return self.current.step_back()
