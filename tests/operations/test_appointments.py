"""Book a place, come in time or not: places, errors, and what becomes of unused places."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from common import operations
from common.domain.appointment import AppointmentState
from common.domain.calendar import Holiday
from common.domain.event import Act
from common.domain.ids import AppointmentId, TicketId
from common.domain.text import Text
from common.operations.appointments.errors import (
    AppointmentCancelled,
    AppointmentEarly,
    AppointmentOver,
    AppointmentsStillBooked,
    BookedBefore,
    BookingBarred,
    CheckedInBefore,
    DayNotBookable,
    DayOff,
    NoSuchSlot,
    NotAChannel,
    NotAPhone,
    NotAReference,
    NotBookable,
    SlotFull,
    UnknownAppointment,
)
from common.operations.errors import (
    HallClosed,
    IssuingOver,
    NumberStillOpen,
    QuotaUsed,
    RequestReused,
)
from common.operations.hall_changes import apply_hall

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
HALF_PAST_NINE = time(9, 30)
ID_CARD = "99999919900307001X"
PLACES = 4
"""Of FA in each half hour: a fifth of 24."""


def at(day: date, clock_time: str) -> datetime:
    """An instant by Beijing's clock."""
    return datetime.fromisoformat(f"{day}T{clock_time}+08:00").astimezone(UTC)


@pytest.fixture
def book(store):
    """Book FA002 for Tuesday half past nine, unless told otherwise."""

    def book(service="FA002", day=TUESDAY, slot=HALF_PAST_NINE, **more):
        new = AppointmentId(operations.new_id())
        return operations.book(store, service, day, slot, **{"appointment": new, **more})

    return book


@pytest.fixture
def come(store):
    def come(code, **more):
        return operations.check_in(store, code, ticket=TicketId(operations.new_id()), **more)

    return come


def facts_of(store, act):
    with store.read() as tx:
        return [event.facts for event in tx.events() if event.move is act]


def state_of(store, one):
    (found,) = operations.find_appointments(store, code=one.code)
    return found.state


# Booking


def test_a_booking_keeps_a_place(store, book):
    one = book(phone="138 0013 8000", person=ID_CARD)
    assert (one.day, one.slot, one.queue) == (TUESDAY, HALF_PAST_NINE, "FA")
    assert (one.phone_tail, one.state, len(one.code)) == ("8000", AppointmentState.BOOKED, 6)
    (slot,) = [
        s for s in operations.free_slots(store, "FA002", TUESDAY) if s.start == HALF_PAST_NINE
    ]
    assert (slot.places, slot.booked, slot.left) == (PLACES, 1, PLACES - 1)
    assert operations.find_appointments(store, code=one.code.lower()) == (one,)


def test_nothing_that_names_the_person_is_kept(store, book):
    one = book(phone="13800138000", person=ID_CARD)
    assert one.person and ID_CARD not in one.person and len(one.person) == 64
    with store.read() as tx:
        told = str([event.facts for event in tx.events()])
    assert ID_CARD not in told and "13800138000" not in told and one.person not in told


def test_the_same_intent_books_once(store, book):
    intent = AppointmentId(operations.new_id())
    assert book(appointment=intent) == book(appointment=intent)
    assert len(facts_of(store, Act.BOOK)) == 1


def test_an_id_of_another_act_is_refused(store, book, take):
    taken = take()
    with pytest.raises(RequestReused):
        book(appointment=AppointmentId(taken.ticket))


def test_free_half_hours_are_those_of_the_next_five_working_days(store):
    slots = operations.free_slots(store, "FA002")
    days = list(dict.fromkeys(slot.day for slot in slots))
    # Saturday works with some counters only, Sunday not at all.
    assert days == [date(2026, 11, d) for d in (24, 25, 26, 27, 30)]
    tuesday = [slot.start for slot in slots if slot.day == TUESDAY]
    assert (tuesday[0], tuesday[6], tuesday[7], tuesday[-1]) == (
        time(8, 30),
        time(11, 30),
        time(14),
        time(17),
    )
    assert {slot.left for slot in slots} == {PLACES}


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        ({"service": "AE001"}, NotBookable),
        ({"day": MONDAY}, DayNotBookable),
        ({"day": date(2026, 12, 1)}, DayNotBookable),
        ({"day": date(2026, 11, 28)}, DayOff),
        ({"slot": time(12)}, NoSuchSlot),
        ({"slot": time(9, 15)}, NoSuchSlot),
        ({"phone": "12"}, NotAPhone),
        ({"channel": " "}, NotAChannel),
        ({"reference": ID_CARD}, NotAReference),
    ],
)
def test_what_cannot_be_booked_says_why_in_both_languages(store, book, wish, error):
    with pytest.raises(error) as raised:
        book(**wish)
    assert raised.value.text("zh") and raised.value.text("en")
    assert facts_of(store, Act.BOOK) == []


def test_a_full_half_hour_names_the_nearest_free_ones(book):
    for _ in range(PLACES):
        book()
        book(slot=time(10))
    with pytest.raises(SlotFull) as raised:
        book()
    assert "08:30-09:00 09:00-09:30 10:30-11:00" in raised.value.text("en")


def test_one_person_books_a_service_once_a_day(store, book):
    first = book(person=ID_CARD)
    with pytest.raises(BookedBefore):
        book(person=ID_CARD.lower(), slot=time(10))
    book(person=ID_CARD, day=date(2026, 11, 25))
    book(person=ID_CARD, service="FA001", slot=time(10))
    operations.cancel_appointment(store, first.code)
    book(person=ID_CARD, slot=time(10))


def test_a_place_given_back_can_be_booked_again(store, book):
    taken = [book() for _ in range(PLACES)]
    request = operations.new_id()
    gone = operations.cancel_appointment(store, taken[0].code, "ill", request=request)
    assert gone.state is AppointmentState.CANCELLED
    assert operations.cancel_appointment(store, taken[0].code, request=request) == gone
    assert operations.cancel_appointment(store, taken[0].code) == gone
    assert len(facts_of(store, Act.UNBOOK)) == 1
    book()
    with pytest.raises(SlotFull):
        book()


def test_an_appointment_is_found_by_the_end_of_the_phone_number(store, book):
    one = book(phone="13800138000")
    book(phone="13800138001")
    assert operations.find_appointments(store, phone_tail="8000", first=TUESDAY) == (one,)
    assert operations.find_appointments(store, phone_tail="8000") == ()
    assert operations.find_appointments(
        store, phone_tail="8000", first=MONDAY, last=date(2026, 11, 27)
    ) == (one,)
    with pytest.raises(UnknownAppointment):
        operations.find_appointments(store, code="NOSUCH")


# Coming


@pytest.mark.parametrize("moment", ["09:00", "09:20", "09:30", "09:45"])
def test_from_half_an_hour_before_to_a_quarter_after_the_number_is_an_appointments(
    store, clock, book, come, moment
):
    one = book(person=ID_CARD)
    clock.set(at(TUESDAY, moment))
    came = come(one.code)
    assert not came.late
    assert came.issued.number == "FA001"
    with store.read() as tx:
        (leg,) = tx.legs_of(came.issued.ticket)
        assert tx.ticket(came.issued.ticket).person == one.person
    assert leg.lane == "YY"
    assert leg.ready_at == max(at(TUESDAY, "09:30"), clock.now)
    assert state_of(store, one) is AppointmentState.CHECKED_IN
    assert operations.slip_facts(store, "FA001").marks[0].zh == "预约 09:30-10:00"


def test_too_early_says_when(store, clock, book, come):
    one = book()
    with pytest.raises(AppointmentEarly, match="2026-11-24 09:00"):
        come(one.code)
    clock.set(at(TUESDAY, "08:59"))
    with pytest.raises(AppointmentEarly, match="opens at 09:00"):
        come(one.id)


def test_later_than_the_grace_is_a_walk_in_and_no_no_show(store, clock, book, come):
    one = book()
    clock.set(at(TUESDAY, "09:46"))
    assert operations.sweep_appointments(store) == 1
    assert state_of(store, one) is AppointmentState.NO_SHOW
    came = come(one.code)
    with store.read() as tx:
        (leg,) = tx.legs_of(came.issued.ticket)
    assert (came.late, leg.lane, leg.ready_at) == (True, "P0", clock.now)
    assert state_of(store, one) is AppointmentState.CHECKED_IN
    (mark,) = operations.slip_facts(store, "FA001").marks
    assert (mark.zh, mark.en) == ("预约 09:30-10:00 迟到转现场", "Late 09:30-10:00, now walk-in")
    assert facts_of(store, Act.CHECK_IN)[0]["late"] is True


def test_the_same_check_in_again_is_the_same_number(store, clock, book):
    one = book()
    clock.set(at(TUESDAY, "09:30"))
    ticket = TicketId(operations.new_id())
    first = operations.check_in(store, one.code, ticket=ticket)
    assert operations.check_in(store, one.code, ticket=ticket) == first
    assert len(facts_of(store, Act.CHECK_IN)) == 1


def test_an_appointment_is_good_for_one_number(clock, book, come):
    one = book()
    clock.set(at(TUESDAY, "09:30"))
    come(one.code)
    with pytest.raises(CheckedInBefore, match="FA001"):
        come(one.code)


def test_a_cancelled_or_past_appointment_gives_no_number(store, clock, book, come):
    cancelled, past = book(), book()
    operations.cancel_appointment(store, cancelled.code)
    clock.set(at(TUESDAY, "09:30"))
    with pytest.raises(AppointmentCancelled):
        come(cancelled.code)
    clock.set(at(date(2026, 11, 25), "09:30"))
    with pytest.raises(AppointmentOver):
        come(past.code)
    with pytest.raises(AppointmentOver):
        operations.cancel_appointment(store, past.code)


def test_the_id_of_a_number_that_exists_is_refused(clock, book, store, take):
    one = book()
    clock.set(at(TUESDAY, "09:30"))
    taken = take()
    with pytest.raises(RequestReused):
        operations.check_in(store, one.code, ticket=taken.ticket)


def test_who_has_a_number_for_the_queue_gets_no_second(store, clock, book, come):
    one = book(person=ID_CARD)
    clock.set(at(TUESDAY, "09:30"))
    operations.issue(store, ["FA001"], ticket=operations.new_id(), person=ID_CARD)
    with pytest.raises(NumberStillOpen):
        come(one.code)
    assert facts_of(store, Act.REFUSE)[0]["rule"] == "number_still_open"
    assert state_of(store, one) is AppointmentState.BOOKED


def test_desk_and_timeline_tell_of_the_appointment(store, clock, book, come):
    one = book()
    clock.set(at(TUESDAY, "09:10"))
    come(one.code)
    operations.call_next(store, "F01")
    desk = operations.desk(store, "F01").current
    assert desk.appointment.en == "Appointment 09:30-10:00"
    assert desk.priority.code == "YY"
    told = [
        e.facts["reason"]["zh"]
        for e in operations.timeline(store, "FA001").events
        if e.move is Act.CHECK_IN
    ]
    assert told == ["预约 09:30-10:00"]
    assert operations.check_chain(store).whole


@pytest.fixture
def keep_hours(store, demo_file):
    """Numbers are issued at the hall's hours only; more holidays if wanted."""

    def keep_hours(*holidays):
        calendar = demo_file.hall.calendar
        calendar = replace(calendar, always=False, holidays=(*calendar.holidays, *holidays))
        apply_hall(store, replace(demo_file, hall=replace(demo_file.hall, calendar=calendar)))

    return keep_hours


@pytest.mark.parametrize(
    ("slot", "moment"), [("08:30", "08:05"), ("14:00", "13:35"), ("17:00", "17:15")]
)
def test_in_time_needs_no_issuing_hours(clock, book, come, keep_hours, slot, moment):
    keep_hours()
    one = book(slot=time.fromisoformat(slot))
    clock.set(at(TUESDAY, moment))
    assert not come(one.code).late


@pytest.mark.parametrize(("slot", "moment"), [("11:30", "12:05"), ("17:00", "17:20")])
def test_late_is_a_walk_in_and_comes_when_numbers_are_issued(
    clock, book, come, keep_hours, slot, moment
):
    keep_hours()
    one = book(slot=time.fromisoformat(slot))
    clock.set(at(TUESDAY, moment))
    with pytest.raises((HallClosed, IssuingOver)):
        come(one.code)


def test_a_day_that_became_a_holiday_gives_no_number(store, clock, book, come, keep_hours):
    one = book()
    keep_hours(Holiday(TUESDAY, TUESDAY, Text(zh="临时放假", en="a day off")))
    clock.set(at(TUESDAY, "09:30"))
    with pytest.raises(HallClosed, match="a day off"):
        come(one.code)
    assert state_of(store, one) is AppointmentState.BOOKED


def test_a_full_half_hour_still_lets_in_who_booked(clock, book, come, take):
    one, late = book(), book(slot=time(9))
    clock.set(at(TUESDAY, "09:31"))
    full_of_walk_ins(take)
    assert not come(one.code).late
    assert come(late.code).late


# Not coming


def test_who_did_not_come_three_times_in_thirty_days_is_barred_for_thirty(store, clock, book):
    for day in (24, 25, 26):
        clock.set(at(date(2026, 11, day - 1), "10:00"))
        book(person=ID_CARD, day=date(2026, 11, day))
    clock.set(at(date(2026, 11, 26), "10:00"))
    friday = date(2026, 11, 27)
    with pytest.raises(BookingBarred, match="2026-12-26"):
        book(person=ID_CARD, day=friday)
    book(day=friday, person="13900139000")
    clock.set(at(date(2026, 12, 25), "10:00"))
    with pytest.raises(BookingBarred):
        book(person=ID_CARD, day=date(2026, 12, 28))
    clock.set(at(date(2026, 12, 26), "10:00"))
    book(person=ID_CARD, day=date(2026, 12, 28))


def test_coming_late_or_cancelling_bars_nobody(store, clock, book, come):
    for day in (24, 25, 26):
        clock.set(at(date(2026, 11, day - 1), "10:00"))
        one = book(person=ID_CARD, day=date(2026, 11, day))
        if day == 25:
            operations.cancel_appointment(store, one.code)
        if day == 26:
            clock.set(at(date(2026, 11, 26), "11:00"))
            come(one.code)
    book(person=ID_CARD, day=date(2026, 11, 27))


def test_the_first_number_of_a_day_counts_who_did_not_come(store, clock, book, take):
    one = book()
    clock.set(at(date(2026, 11, 25), "09:00"))
    take()
    assert state_of(store, one) is AppointmentState.NO_SHOW
    assert facts_of(store, Act.NO_SHOW)[0]["appointment"] == one.id
    assert operations.sweep_appointments(store) == 0


# Places of walk-ins


def full_of_walk_ins(take):
    """How many numbers the half hour gives before it is full."""
    given = 0
    while True:
        try:
            take()
        except QuotaUsed:
            return given
        given += 1


def test_booked_places_are_kept_from_walk_ins_until_nobody_came(store, clock, book, come, take):
    ones = [book() for _ in range(3)]
    clock.set(at(TUESDAY, "09:31"))
    come(ones[0].code)
    assert full_of_walk_ins(take) == 24 - 3
    come(ones[1].code)
    clock.set(at(TUESDAY, "10:01"))
    assert full_of_walk_ins(take) == 24 + 1


def test_a_cancelled_place_falls_to_walk_ins_at_once(store, clock, book, take):
    one = book()
    book()
    operations.cancel_appointment(store, one.code)
    clock.set(at(TUESDAY, "09:31"))
    assert full_of_walk_ins(take) == 24 - 1


def test_a_service_with_appointments_cannot_leave_the_hall(store, book, demo_file):
    one = book("DB001")
    services = tuple(s for s in demo_file.hall.services if s.code != "DB001")
    without = replace(demo_file, hall=replace(demo_file.hall, services=services))
    with pytest.raises(AppointmentsStillBooked, match="DB001"):
        apply_hall(store, without)
    operations.cancel_appointment(store, one.code)
    apply_hall(store, without)
    assert operations.find_appointments(store, code=one.code)


def test_the_day_of_a_clock_set_back_still_books(clock, book):
    clock.now -= timedelta(hours=1)
    book()
