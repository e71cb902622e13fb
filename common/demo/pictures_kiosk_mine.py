"""Pictures of the kiosk for those who have an appointment or a number already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from common import operations
from common.demo.hand import wait_until
from common.demo.kiosk_view import KioskView
from common.demo.studio import PictureHall
from common.domain.appointment import Appointment
from common.domain.ids import AppointmentId, CounterCode, TicketId
from common.domain.ticket import Outcome
from kiosk.app import KioskApp

SERVICE, BUNDLE, OTHER_SERVICE = "FA002", "YJS01", "AA001"
COUNTER = CounterCode("F01")
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
"""Those who come on Monday book now."""
_UNTIL_MONDAY = timedelta(days=2, hours=17, minutes=15)
_PHONE, _SAME_DIGITS = "13800138000", "13911118000"
_NONE_OF_OURS = "https://pay.example"


def take_my_pictures(view: KioskView) -> None:
    """Without devices: pages say what may be typed."""
    with view.studio.empty_hall(FRIDAY) as hall:
        booked = _book(hall, SERVICE, 2, _PHONE)
        _book(hall, OTHER_SERVICE, 1, _SAME_DIGITS)
        hall.clock.now += _UNTIL_MONDAY
        with view.kiosk(hall) as kiosk:
            _MyPictures(view, hall, kiosk).take(booked)


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


class _MyPictures:
    """One citizen after the other."""

    def __init__(self, view: KioskView, hall: PictureHall, kiosk: KioskApp) -> None:
        self._view, self._hall, self._kiosk = view, hall, kiosk

    def take(self, booked: Appointment) -> None:
        self._check_in(booked)
        self._number()
        self._cancel()
        self._correct()
        self._miss()

    def _check_in(self, booked: Appointment) -> None:
        check_in = self._kiosk.models.check_in
        self._open("appointment")
        self._keep("appointment")
        self._type(check_in.typed.press, booked.phone_tail)
        check_in.find()
        wait_until(lambda: not check_in.property("isBusy"), "appointments to choose from")
        self._keep("appointment_choice")
        check_in.choose(1)
        self._keep("appointment_confirm")

    def _number(self) -> None:
        mine = self._kiosk.models.my_number
        self._issue(SERVICE)
        number = self._issue(SERVICE, _PHONE).number
        self._open("mine")
        self._kiosk.models.readers.take_scan(_NONE_OF_OURS)
        self._keep("mine_not_ours")
        self._kiosk.models.readers.dismiss()
        self._type(mine.typed.press, number)
        mine.find()
        self._type(mine.phone.press, _PHONE[:7])
        self._keep("mine_phone")
        self._type(mine.phone.press, _PHONE[7:])
        mine.phone.accept()
        self._wait_for("my_number")
        self._keep("my_number")

    def _cancel(self) -> None:
        self._show("mine", self._issue(BUNDLE).code)
        self._keep("my_number_bundle")
        self._kiosk.models.my_number.ask_to_cancel()
        self._keep("my_number_cancel")
        self._kiosk.models.my_number.show_progress()
        self._keep("my_progress_bundle")

    def _correct(self) -> None:
        store = self._hall.store
        called = operations.call_next(store, COUNTER)
        assert called is not None
        operations.serve(store, COUNTER)
        asked = operations.hall(store).service(SERVICE).materials[0]
        operations.give_notice(store, called.number, [asked], counter=COUNTER)
        operations.finish(store, COUNTER, Outcome.TO_BE_CORRECTED)
        self._show("progress", operations.slip_facts(store, called.number).code)
        self._keep("my_progress_correct")

    def _miss(self) -> None:
        store = self._hall.store
        rules = operations.hall(store).rules
        called = operations.call_next(store, COUNTER)
        assert called is not None
        for _ in range(rules.calls_before_miss - 1):
            self._hall.clock.now += rules.call_spacing
            operations.recall(store, COUNTER)
        self._hall.clock.now += rules.call_spacing
        operations.miss(store, COUNTER)
        self._show("mine", operations.slip_facts(store, called.number).code)
        self._keep("my_number_missed")

    def _issue(self, wanted: str, person: str | None = None) -> operations.Issued:
        ticket = TicketId(operations.new_id())
        return operations.issue(self._hall.store, [wanted], ticket=ticket, person=person)

    def _show(self, button: str, code: str) -> None:
        self._open(button)
        self._kiosk.models.my_number.look_for(code)
        self._wait_for("my_number" if button == "mine" else "my_progress")

    def _open(self, button: str) -> None:
        self._view.begin(self._kiosk)
        self._kiosk.journey.open(button)

    def _type(self, press: Callable[[str], None], signs: str) -> None:
        for sign in signs:
            press(sign)

    def _wait_for(self, page: str) -> None:
        wait_until(lambda: self._kiosk.journey.page.value == page, f"the page {page}")

    def _keep(self, page: str) -> None:
        self._view.keep(self._kiosk, page)
