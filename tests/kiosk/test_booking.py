"""预约: somebody books a time to come, by touch; and whoever leaves before the code leaves nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.event import Act
from common.domain.ids import AppointmentId

PHONE = "13800138000"
SERVICE = "FA002"


@pytest.fixture
def booked(store):
    """Every appointment there is, and what became of it."""

    def booked(on=store):
        with on.read() as tx:
            first = tx.today
            return list(tx.appointments.on_days(first, first + timedelta(days=60)))

    return booked


def type_phone(citizen, phone: str = PHONE) -> None:
    for digit in phone:
        citizen.touch(f"phone_key_{digit}")


def go_to_person(citizen, day: int = 0, slot: int = 2) -> None:
    citizen.touch("start_area")
    citizen.touch("appointment_button")
    citizen.touch("other_button")
    citizen.touch(f"service_{SERVICE}")
    citizen.wait_for_page("book_day")
    citizen.wait_for(lambda: bool(citizen.app.models.booking.days))
    citizen.touch(f"day_{day}")
    citizen.wait_for_page("book_slot")
    citizen.touch(f"slot_{slot}")
    citizen.wait_for_page("book_person")


def test_somebody_books_a_time_by_touch_and_photographs_the_code(make_kiosk, booked, store):
    citizen = make_kiosk()
    go_to_person(citizen)
    type_phone(citizen)
    citizen.touch("book_button")
    citizen.wait_for_page("booked")
    (one,) = booked()
    assert (one.service, one.state, one.phone_tail) == (SERVICE, AppointmentState.BOOKED, "8000")
    assert citizen.text("booking_code").replace(" ", "") == one.code
    assert citizen.find("qr_code").property("code") == one.code
    assert f"{one.slot:%H:%M}" in citizen.text("booked_time")
    with store.read() as tx:
        (event,) = [e for e in tx.events() if e.move is Act.BOOK]
    assert event.facts["kiosk"] == "kiosk-7"
    assert PHONE not in str(event) and one.code not in str(event.facts)
    assert not any(PHONE in words for words in citizen.words())
    citizen.touch("booked_finish_button")
    assert citizen.page == "attract"
    assert booked() == [one]
    assert citizen.app.models.booking.phone.typed == ""
