"""Pictures of the kiosk for those who book a time to come."""

from __future__ import annotations

from datetime import date, time

from common import operations
from common.demo.hand import wait_until
from common.demo.kiosk_view import KioskView
from common.demo.studio import PictureHall
from common.domain.ids import AppointmentId
from kiosk.app import KioskApp

SERVICE = "BA001"
_PHONE, _ANOTHER = "13800138000", "13911118000"


def take_booking_pictures(view: KioskView) -> None:
    """The whole way to a code, and what is told of a number that has booked before."""
    with view.studio.empty_hall() as hall:
        _fill(hall)
        with view.kiosk(hall) as kiosk:
            pictures = _BookingPictures(view, kiosk)
            pictures.choose()
            pictures.be_refused()
            pictures.cancel(pictures.book())


def _fill(hall: PictureHall) -> None:
    """What others have booked: one half hour is full, and somebody with `_ANOTHER` comes too."""
    day = operations.free_slots(hall.store, SERVICE)[0].day
    slots = operations.free_slots(hall.store, SERVICE, day)
    for _ in range(slots[1].left):
        _book(hall, day, slots[1].start)
    _book(hall, day, slots[2].start, _ANOTHER)


def _book(hall: PictureHall, day: date, start: time, phone: str = "") -> None:
    operations.book(
        hall.store,
        SERVICE,
        day,
        start,
        appointment=AppointmentId(operations.new_id()),
        person=phone or None,
        phone=phone,
    )


class _BookingPictures:
    """One citizen who books, with the telephone of somebody who has at first."""

    def __init__(self, view: KioskView, kiosk: KioskApp) -> None:
        self._view, self._kiosk = view, kiosk
        self._booking = kiosk.models.booking

    def choose(self) -> None:
        journey = self._kiosk.journey
        self._view.begin(self._kiosk)
        journey.open("take")
        journey.choose_service(SERVICE)
        self._keep("confirm_bookable")
        journey.go_home()
        journey.open("appointment")
        journey.open_booking()
        self._keep("book_service")
        journey.choose_service(SERVICE)
        wait_until(lambda: bool(self._booking.property("days")), "days to choose from")
        self._keep("book_day")
        self._booking.choose_day(0)
        self._keep("book_slot")
        self._booking.choose_slot(3)
        self._keep("book_person")

    def be_refused(self) -> None:
        self._type(_ANOTHER)
        self._booking.book()
        wait_until(lambda: not self._booking.property("isBusy"), "the hall's answer")
        self._keep("book_refused")

    def book(self) -> str:
        for _ in _ANOTHER:
            self._booking.phone.erase()
        self._type(_PHONE)
        self._booking.book()
        wait_until(lambda: self._kiosk.journey.page.value == "booked", "the page booked")
        self._keep("booked")
        return str(self._booking.property("told")["code"])

    def cancel(self, code: str) -> None:
        check_in = self._kiosk.models.check_in
        self._view.begin(self._kiosk)
        self._kiosk.journey.open("appointment")
        for sign in code:
            check_in.typed.press(sign)
        check_in.find()
        wait_until(lambda: bool(check_in.property("mayCancel")), "an appointment to come")
        self._keep("appointment_early")
        check_in.ask_to_cancel()
        self._keep("appointment_cancel")

    def _type(self, digits: str) -> None:
        for digit in digits:
            self._booking.phone.press(digit)

    def _keep(self, page: str) -> None:
        self._view.keep(self._kiosk, page)
