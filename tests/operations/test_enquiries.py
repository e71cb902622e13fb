"""Whose number it is shows the slip's code or the telephone; and how the errand stands."""

from __future__ import annotations

from datetime import date, time

import pytest

from common import operations
from common.domain.appointment import slot_words
from common.domain.ids import AppointmentId, CounterCode, TicketId
from common.domain.person import NotAnIdentity
from common.domain.print_job import PrintJob
from common.domain.ticket import LegState, Outcome
from common.operations.appointments.arriving import arriving, arriving_with_phone
from common.operations.appointments.checking_in import may_check_in
from common.operations.appointments.errors import (
    AppointmentEarly,
    CheckedInBefore,
    NoneToCheckIn,
    UnknownAppointment,
)
from common.operations.enquiries import (
    NotTheirNumber,
    UnknownCode,
    enquire,
    enquire_with_phone,
)
from common.operations.errors import NumberStillOpen, ReinstateLimit

PHONE = "13800138000"
F01 = CounterCode("F01")
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def booked(store, clock):
    """Four appointments of Tuesday; it is Tuesday, ten past nine."""

    def book(phone: str, slot: time, service: str = "FA002"):
        return operations.book(
            store,
            service,
            TUESDAY,
            slot,
            appointment=AppointmentId(operations.new_id()),
            phone=phone,
            person=phone,
        )

    found = (
        book(PHONE, time(9, 30)),
        book("13911118000", time(9, 0), "AA001"),
        book("13722228000", time(15)),
        book("13633336666", time(15)),
    )
    clock.advance(days=1, minutes=-20)
    return found


def test_the_code_of_the_slip_tells_where_its_person_stands(store, take):
    take()
    issued = take()
    found = enquire(store, f" {issued.code.lower()} ")
    assert (found.number, found.of_today, found.state) == ("FA002", True, LegState.WAITING)
    assert found.standing is not None
    assert (found.standing.ahead, found.standing.counter) == (1, None)
    assert (found.now, found.may_be_cancelled, found.may_come_back) == (0, True, False)
    (step,) = found.steps
    assert (step.zone_code, step.floor, step.counters[0]) == ("F", 2, "F01")

    operations.call_next(store, F01)
    operations.call_next(store, CounterCode("F02"))
    called = enquire(store, issued.code)
    assert called.standing is not None and called.standing.counter == "F02"
    assert not called.may_be_cancelled
    assert called.steps[0].counters == ("F02",)


@pytest.mark.parametrize("code", ["", "FA001", "22222222", "2" * 500, "'; --", "ＦＡ００１"])
def test_what_is_no_code_of_a_slip_is_refused_in_words(store, take, code):
    take()
    with pytest.raises(UnknownCode) as refused:
        enquire(store, code)
    assert refused.value.text("zh") and refused.value.text("en")


def test_a_number_alone_or_with_a_wrong_telephone_tells_nothing(store):
    issued = operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()), person=PHONE)
    operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    wrong = [("FA001", "13800138001"), ("FA002", PHONE), ("FA003", PHONE)]
    told = []
    for number, phone in wrong:
        with pytest.raises(NotTheirNumber) as refused:
            enquire_with_phone(store, number, phone)
        told.append(refused.value.text("zh"))
    assert len(set(told)) == 1
    with pytest.raises(NotAnIdentity):
        enquire_with_phone(store, "FA001", "")
    found = enquire_with_phone(store, "fa 001", f"+86 {PHONE}")
    assert found.ticket == issued.ticket
    assert found.standing is not None and not found.may_be_cancelled


def test_a_missed_number_says_whether_it_comes_back(store, take, call_in_vain):
    issued = take()
    for _ in range(2):
        operations.call_next(store, F01)
        call_in_vain(store, F01)
        operations.miss(store, F01)
        found = enquire(store, issued.code)
        if found.may_come_back:
            operations.reinstate(store, found.number, by="kiosk-7")
    assert isinstance(found.not_back, ReinstateLimit)
    assert (found.state, found.may_be_cancelled) == (LegState.MISSED, True)
    events = operations.timeline(store, "FA001").events
    assert [e.facts["by"] for e in events if "ready_at" in e.facts and e.facts.get("by")][-1] == (
        "kiosk-7"
    )


def test_an_errand_of_last_week_still_says_how_it_ended(store, take, clock):
    issued = take("FA002")
    operations.call_next(store, F01)
    operations.serve(store, F01)
    operations.finish(store, F01, Outcome.ACCEPTED)
    operations.give_receipt(store, "FA001", counter=F01)
    promised = operations.receipt_facts(store, "FA001").promised
    clock.advance(days=7)
    found = enquire(store, issued.code)
    assert (found.of_today, found.state, found.now) == (False, LegState.DONE, None)
    assert (found.standing, found.may_be_cancelled) == (None, False)
    assert found.promised == promised
    assert found.steps[0].outcome is Outcome.ACCEPTED
    assert found.steps[0].counters == (F01,)


def test_what_has_to_be_corrected_is_told_with_what_is_missing(store, take):
    issued = take("FA002")
    operations.call_next(store, F01)
    operations.serve(store, F01)
    material = operations.hall(store).service("FA002").materials[0]
    operations.give_notice(store, "FA001", [material], counter=F01, remark="请加盖公章")
    operations.finish(store, F01, Outcome.TO_BE_CORRECTED)
    found = enquire(store, issued.code)
    assert found.missing == (operations.hall(store).material(material).name,)
    assert found.remark == "请加盖公章"


def test_an_errand_of_several_stops_names_them_all_and_the_one_to_go_to(store, take):
    issued = take("YJS01")
    found = enquire(store, issued.code)
    assert len(found.steps) > 1 and found.now == 0
    assert len(found.services) == 1, "a bundle has one name"
    assert found.steps[-1].state in (LegState.PLANNED, LegState.WAITING)


# Appointments


def test_the_last_digits_find_only_what_may_be_checked_in_now(store, booked):
    found = arriving_with_phone(store, "8000")
    assert [(slot_words(a.appointment.slot), a.late) for a in found] == [
        ("09:00-09:30", False),
        ("09:30-10:00", False),
    ]
    told = set()
    for digits in ("6666", "0000"):  # one that is too early, one that nobody has
        with pytest.raises(NoneToCheckIn) as refused:
            arriving_with_phone(store, digits)
        told.add(refused.value.text("zh"))
    assert len(told) == 1


def test_who_comes_late_is_found_all_the_same_and_told(store, booked, clock):
    clock.advance(minutes=10)
    operations.sweep_appointments(store)
    assert [a.late for a in arriving_with_phone(store, "8000")] == [True, False]
    assert arriving(store, booked[1].code).late


def test_a_code_says_what_stands_against_it(store, booked):
    assert arriving(store, booked[0].code.lower()).appointment.id == booked[0].id
    with pytest.raises(AppointmentEarly):
        arriving(store, booked[2].code)
    with pytest.raises(UnknownAppointment):
        arriving(store, "222222")
    ticket = TicketId(operations.new_id())
    operations.check_in(store, booked[0].code, ticket=ticket)
    with pytest.raises(CheckedInBefore):
        arriving(store, booked[0].code)


def test_checking_in_can_be_tried_first_and_its_slip_is_written_down_with_it(store, booked, clock):
    code, ticket = booked[0].code, TicketId(operations.new_id())
    may_check_in(store, code, ticket=ticket, by="kiosk-7")
    assert arriving(store, code).appointment.state.value == "booked"
    job = PrintJob("job", ticket, "kiosk-7", "file:///dev/null", clock())
    done = operations.check_in(store, code, ticket=ticket, by="kiosk-7", slip=job)
    assert [one.id for one in operations.timeline(store, done.issued.number).print_jobs] == ["job"]
    may_check_in(store, code, ticket=ticket)  # the same intent
    found = enquire_with_phone(store, done.issued.number, PHONE)
    assert found.number == done.issued.number


def test_a_rule_against_a_number_holds_for_who_booked_too(store, booked):
    operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()), person=PHONE)
    with pytest.raises(NumberStillOpen):
        may_check_in(store, booked[0].code, ticket=TicketId(operations.new_id()))
