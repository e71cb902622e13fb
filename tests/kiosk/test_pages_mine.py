"""The pages of those who have an appointment or a number, where they are fullest."""

from __future__ import annotations

from datetime import date, time

import pytest

from common import operations
from common.domain.ids import AppointmentId, CounterCode
from common.domain.ticket import Outcome
from tests.kiosk.looking import check

TUESDAY = date(2026, 11, 24)
COUNTER = CounterCode("F01")
PHONES = {"13800138000": ("FA002", time(9, 30)), "13911118000": ("AA001", time(9, 0))}


@pytest.mark.parametrize(("size", "language"), [((1080, 1920), "en"), ((1920, 1080), "zh")])
def test_nothing_is_cut_in_large_type(make_kiosk, store, clock, size, language):
    for phone, (service, slot) in PHONES.items():
        operations.book(
            store,
            service,
            TUESDAY,
            slot,
            appointment=AppointmentId(operations.new_id()),
            phone=phone,
        )
    clock.advance(days=1, minutes=-20)
    citizen = make_kiosk(size=size)
    journey, models = citizen.app.journey, citizen.app.models
    journey.start_in(language)
    journey.switch_text_size()

    def look(page: str) -> None:
        check(citizen, language, f"{page}-{language}-large")

    journey.open("appointment")
    models.check_in.typed.press("1")
    models.check_in.find()
    look("appointment_incomplete")
    models.check_in.typed.wipe()
    for digit in "8000":
        models.check_in.typed.press(digit)
    models.check_in.find()
    citizen.wait_for(lambda: citizen.sees("appointment_1"))
    look("appointment_choice")
    citizen.touch("appointment_1")
    citizen.wait_for_page("confirm")
    look("appointment_confirm")

    journey.go_home()
    bundle = operations.issue(store, ["YJS01"], ticket=operations.new_id())
    journey.open("mine")
    models.my_number.look_for(bundle.code)
    citizen.wait_for_page("my_number")
    models.my_number.ask_to_cancel()
    look("my_number_cancel")

    one = operations.issue(store, ["FA002"], ticket=operations.new_id())
    operations.call_next(store, COUNTER)
    operations.serve(store, COUNTER)
    asked = operations.hall(store).service("FA002").materials
    operations.give_notice(store, one.number, asked, counter=COUNTER)
    operations.finish(store, COUNTER, Outcome.TO_BE_CORRECTED)
    journey.go_home()
    journey.open("progress")
    models.my_number.look_for(one.code)
    citizen.wait_for_page("my_progress")
    look("my_progress_correct")
