"""Pictures of a guide's appointments: people come, book, and give a place back."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common import operations
from common.demo.hall import PASSWORD
from common.demo.hand import press, settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.appointment import Appointment
from common.domain.ids import AppointmentId, ClerkLogin, CounterCode, ServiceCode
from counter.app import CounterApp
from counter.view_models.appointment_booking import Step
from counter.view_models.appointments import AppointmentsSheet, Page
from counter.view_models.menu import Errand

COUNTER, GUIDE = CounterCode("A01"), ClerkLogin("z01")
SERVICE = ServiceCode("FA002")
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""Those who come on Monday book now."""
_BOOKED = (
    ("FA002", 4, "13800138000"),
    ("AA001", 5, "13911118000"),
    ("BB001", 9, "13722228000"),
    ("FA001", 4, "13633336666"),
)
"""Service, which half hour of the day, telephone."""


def take_appointment_pictures(studio: Studio, hall: PictureHall, size: Size) -> None:
    """In a hall on FRIDAY, whose time goes on to Monday's opening hours."""
    booked = [_book(hall, *each) for each in _BOOKED]
    hall.clock.now += timedelta(days=2, hours=18, minutes=20)
    app = CounterApp(hall.store, studio.presentation, counter=COUNTER, login=GUIDE)
    try:
        app.window.resize(*size)
        app.window.show()
        _AppointmentPictures(studio, hall, app, booked).take()
    finally:
        app.close()


def _book(hall: PictureHall, service: str, half_hour: int, phone: str) -> Appointment:
    place = operations.free_slots(hall.store, service)[half_hour]
    return operations.book(
        hall.store,
        service,
        place.day,
        place.start,
        appointment=AppointmentId(operations.new_id()),
        phone=phone,
    )


class _AppointmentPictures:
    """One language, one size of screen."""

    def __init__(
        self, studio: Studio, hall: PictureHall, app: CounterApp, booked: list[Appointment]
    ) -> None:
        self._studio, self._hall, self._app, self._booked = studio, hall, app, booked

    def take(self) -> None:
        self._sign_in()
        self._keep("guide_menu")
        menu = self._menu_place(Errand.APPOINTMENTS)
        press(self._app.window, Qt.Key(Qt.Key.Key_0 + menu))
        self._check_in()
        self._book_ahead()
        self._cancel()

    def _sign_in(self) -> None:
        sign_in = self._app.sign_in
        wait_until(lambda: sign_in.counter_place != "", "the counter's place")
        sign_in.set_password(PASSWORD)
        sign_in.sign_in()
        wait_until(
            lambda: self._app.desk is not None and self._app.desk.view is not None, "the desk"
        )
        assert self._app.desk is not None
        self._app.desk.open_menu()

    def _menu_place(self, errand: Errand) -> int:
        assert self._app.desk is not None
        menu = self._app.desk.sheet
        errands: tuple[Errand, ...] = getattr(menu, "errands", ())
        return errands.index(errand) + 1

    @property
    def _sheet(self) -> AppointmentsSheet:
        desk = self._app.desk
        assert desk is not None and isinstance(desk.sheet, AppointmentsSheet)
        return desk.sheet

    def _check_in(self) -> None:
        page = self._sheet.check_in
        self._keep("appointments_check_in")
        self._type("8000")
        wait_until(lambda: bool(page.finder.options.shown), "the appointments")
        self._keep("appointments_found")
        self._press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
        wait_until(lambda: page.message is not None and not page.busy, "that it is too early")
        self._keep("appointments_too_early")
        page.finder.type("")
        self._type(self._booked[0].code)
        self._press(Qt.Key.Key_Return)
        wait_until(lambda: page.done, "a number")
        self._keep("appointments_checked_in")

    def _book_ahead(self) -> None:
        page = self._sheet.booking
        for half_hour, people in ((0, 4), (1, 2), (3, 4), (6, 1)):
            for _ in range(people):
                _book(self._hall, SERVICE, half_hour, "")
        self._sheet.turn_to(Page.BOOK)
        page.type("养老" if self._studio.language == "zh" else "pension")
        self._keep("appointments_book_service")
        page.type(SERVICE)
        self._press(Qt.Key.Key_Return)
        wait_until(lambda: page.step is Step.DAY, "days")
        self._keep("appointments_book_day")
        self._press(Qt.Key.Key_Return, Qt.Key.Key_Right)
        self._keep("appointments_book_half_hour")
        self._press(Qt.Key.Key_Return)
        self._type("13844449999")
        self._keep("appointments_book_person")
        self._press(Qt.Key.Key_Return)
        wait_until(lambda: page.step is Step.BOOKED, "a code")
        self._keep("appointments_booked")

    def _cancel(self) -> None:
        page = self._sheet.cancelling
        self._sheet.turn_to(Page.CANCEL)
        self._type("9999")
        wait_until(lambda: bool(page.finder.options.shown), "the appointment")
        self._press(Qt.Key.Key_Return)
        self._keep("appointments_cancel")
        self._press(Qt.Key.Key_Return)
        wait_until(lambda: page.asked is None and page.message is not None, "that it is cancelled")
        self._keep("appointments_cancelled")

    def _type(self, words: str) -> None:
        QTest.keyClicks(self._app.window.focusWidget(), words)

    def _press(self, *keys: Qt.Key) -> None:
        for key in keys:
            press(self._app.window, key)

    def _keep(self, page: str) -> None:
        settle(150)
        self._studio.keep_window("counter", page, self._app.window)
