"""Who gets a number, who does not, and what they are told."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from common import operations
from common.domain.appointment import Appointment, AppointmentState
from common.domain.errors import JiaohaoError
from common.domain.event import Act, Event
from common.domain.ids import AppointmentId, ClassCode, ClerkLogin, TicketId
from common.domain.person import NotAnIdentity, person_hash
from common.domain.session import Approval
from common.domain.ticket import Move, Outcome
from common.operations.errors import (
    ApprovalNeeded,
    BlockInThePast,
    BlockNeedsReason,
    HallClosed,
    IssuingOver,
    NotBlocked,
    NotPermitted,
    NumberStillOpen,
    PersonBlocked,
    PrinterNotReady,
    QuotaUsed,
    ServiceNotToday,
)
from common.operations.issuing import give_number
from common.store import Store

CHINA = ZoneInfo("Asia/Shanghai")
BOSS = ClerkLogin("z04")
AGREED = Approval(BOSS, "came from the village, no bus before four")
PHONE = "138 0013 8000"
ID_NUMBER = "11010519491231002X"


@pytest.fixture
def hall(store: Store) -> Callable[..., None]:
    """Change the hall: quotas of queues, weekdays of services, anything of the calendar."""

    def change(
        quotas: dict[str, int | None] | None = None,
        weekdays: dict[str, tuple[int, ...]] | None = None,
        **calendar: object,
    ) -> None:
        with store.write() as tx:
            old = tx.hall
            tx.write_hall(
                replace(
                    old,
                    calendar=replace(old.calendar, **calendar),
                    queues=tuple(
                        replace(q, half_hour_quota=(quotas or {}).get(q.code)) for q in old.queues
                    ),
                    services=tuple(
                        replace(s, weekdays=(weekdays or {}).get(s.code)) for s in old.services
                    ),
                )
            )

    change()
    return change


@pytest.fixture
def at(clock) -> Callable[[str], None]:
    """Set the clock to a time in the hall."""
    return lambda text: clock.set(datetime.fromisoformat(text).replace(tzinfo=CHINA))


@pytest.fixture
def ask(store: Store) -> Callable[..., operations.Issued]:
    """Ask for a number: `ask("FA002", person="…", approval=…)`."""

    def ask(*wanted: str, ticket: str | None = None, **more: object) -> operations.Issued:
        return operations.issue(
            store,
            wanted or ("FA002",),
            ticket=TicketId(ticket or operations.new_id()),
            **more,  # type: ignore[arg-type]
        )

    return ask


def record(store: Store) -> list[Event]:
    with store.read() as tx:
        return list(tx.events())


def told(error: pytest.ExceptionInfo[JiaohaoError]) -> str:
    """Both languages, whole and with nothing left to fill in."""
    en, zh = error.value.text("en"), error.value.text("zh")
    assert re.search("[\u4e00-\u9fff]", zh)
    assert "{" not in en + zh
    assert "None" not in en + zh
    return f"{en}\n{zh}"


# 1 the hall is open


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 12:30", ["closed for lunch", "午休", "2026-11-23 13:45"]),
        ("2026-11-23 07:00", ["not open yet", "尚未到开门时间", "2026-11-23 08:15"]),
        ("2026-11-23 18:00", ["closed for today", "下班", "2026-11-24 08:15"]),
        ("2026-11-29 09:00", ["closed on Sundays", "星期日休息", "2026-11-30 08:15"]),
        ("2026-10-02 09:00", ["National Day", "国庆节放假", "2026-10-08 08:15"]),
        ("2026-02-16 09:00", ["Spring Festival", "春节放假", "2026-02-24 08:15"]),
    ],
)
def test_a_closed_hall_says_why_and_when_it_opens(hall, ask, at, moment, words):
    hall(always=False)
    at(moment)
    with pytest.raises(HallClosed) as refused:
        ask()
    for word in words:
        assert word in told(refused)


def test_an_adjusted_saturday_is_a_working_day(hall, ask, at):
    hall(always=False)
    at("2026-10-10 15:00")
    assert ask("BC001").number == "BC001"


def test_a_hall_that_never_opens_sends_people_to_the_staff(hall, ask):
    hall(always=False, days=(), work=(), counters=())
    with pytest.raises(HallClosed) as refused:
        ask()
    assert "ask a member of staff" in told(refused)


def test_a_hall_that_always_issues_does_so_on_holidays(hall, ask, at):
    at("2026-10-02 03:00")
    assert ask("BC001").number == "BC001"


# 2 the service is open today


def test_a_service_with_weekdays_of_its_own_is_done_on_those_alone(hall, ask, at):
    hall(weekdays={"FA002": (1, 3)})
    at("2026-11-23 09:30")  # a Monday
    with pytest.raises(ServiceNotToday) as refused:
        ask("FA002")
    assert "Tuesday, 2026-11-24" in told(refused)
    assert "2026-11-24（星期二）" in told(refused)
    assert ask("FA001").number == "FA001"
    at("2026-11-24 09:30")
    assert ask("FA002").number == "FA001"


def test_on_a_weekend_only_the_queues_of_chosen_counters_are_open(hall, ask, at):
    hall(always=False)
    at("2026-11-28 09:30")  # a Saturday: F01 serves FA, nobody serves DA
    assert ask("FA002").number == "FA001"
    with pytest.raises(ServiceNotToday) as refused:
        ask("DA001")
    assert "Monday, 2026-11-30" in told(refused)


def test_a_bundle_needs_all_its_services(store, hall, ask, at):
    hall(weekdays={"EA001": (4,)})  # the last stage of YJS01
    at("2026-11-23 09:30")
    with pytest.raises(ServiceNotToday):
        ask("YJS01")
    with pytest.raises(ServiceNotToday):
        ask("FA002", "EA001")


# 3 issue hours


def test_near_closing_no_numbers_are_given_though_counters_work(hall, ask, at):
    hall(always=False)
    at("2026-11-23 11:55")
    with pytest.raises(IssuingOver) as refused:
        ask()
    assert "2026-11-23 13:45" in told(refused)


# 4 the quota of the half hour


def test_a_quota_holds_for_one_half_hour(hall, ask, at):
    hall({"FA": 2})
    at("2026-11-23 09:29")
    ask(), ask()
    with pytest.raises(QuotaUsed) as refused:
        ask()
    assert "09:30" in told(refused)
    assert "Pensions and social insurance" in told(refused)
    assert ask("FB003").number == "FB001"
    at("2026-11-23 09:30")
    assert ask().number == "FA003"


def test_before_lunch_the_next_numbers_are_those_of_the_afternoon(hall, ask, at):
    hall({"FA": 1}, always=False)
    at("2026-11-23 11:40")
    ask()
    with pytest.raises(QuotaUsed) as refused:
        ask()
    assert "13:45" in told(refused)


def test_in_the_evening_the_next_numbers_are_those_of_another_day(hall, ask, at):
    hall({"FA": 1}, always=False)
    at("2026-11-23 17:10")
    ask()
    with pytest.raises(QuotaUsed) as refused:
        ask()
    assert "2026-11-24 08:15" in told(refused)


def test_a_number_given_back_frees_its_place(store, hall, ask):
    hall({"FA": 1})
    operations.cancel(store, ask().number, "no slip")
    assert ask().number == "FA002"


def test_a_number_for_two_queues_takes_a_place_of_each(hall, ask):
    hall({"FA": 2, "BA": 1})
    assert ask("FA002", "BA001").number == "FA001"
    with pytest.raises(QuotaUsed) as refused:
        ask("BA001")
    assert "Household" in told(refused)
    with pytest.raises(QuotaUsed):
        ask("FA002", "BA001")
    assert ask("FA002").number == "FA002"


def test_a_later_stage_takes_no_place_now(hall, ask):
    hall({"CB": 1})
    ask("YJS07")  # CB, FD and FB come after BA
    assert ask("CB001").number == "CB001"


@pytest.fixture
def booked(store: Store) -> Callable[..., None]:
    """Book a place today: `booked("FA", "09:30")`, or what became of it."""

    def book(queue: str, slot: str, state: AppointmentState = AppointmentState.BOOKED) -> None:
        with store.write() as tx:
            service = next(s for s in tx.hall.services if s.queue == queue)
            tx.appointments.add(
                Appointment(
                    id=AppointmentId(operations.new_id()),
                    code=operations.new_id()[-6:].upper(),
                    day=tx.today,
                    slot=time.fromisoformat(slot),
                    queue=service.queue,
                    service=service.code,
                    person=None,
                    phone_tail="",
                    channel="hall",
                    reference=None,
                    state=state,
                    booked_at=tx.now,
                )
            )

    return book


def test_booked_places_are_kept_for_those_who_booked(hall, ask, booked, at):
    hall({"FA": 3})
    at("2026-11-23 09:30")
    booked("FA", "09:30")
    booked("FA", "09:30", AppointmentState.CHECKED_IN)
    booked("FA", "09:30", AppointmentState.CANCELLED)
    booked("FA", "10:00")
    booked("FB", "09:30")
    ask()
    with pytest.raises(QuotaUsed):
        ask()


def test_places_for_which_nobody_came_fall_to_the_next_half_hour(hall, ask, booked, at):
    hall({"FA": 1})
    booked("FA", "09:00", AppointmentState.NO_SHOW)
    booked("FA", "09:00")
    booked("FA", "09:00", AppointmentState.CHECKED_IN)
    booked("FA", "08:30")
    at("2026-11-23 09:30")
    assert [ask().number for _ in range(3)] == ["FA001", "FA002", "FA003"]
    with pytest.raises(QuotaUsed):
        ask()
    at("2026-11-23 10:00")
    ask()
    with pytest.raises(QuotaUsed):
        ask()


def test_places_left_over_before_lunch_are_there_after_lunch_once(hall, ask, booked, at):
    hall({"FA": 1})
    booked("FA", "11:30")
    at("2026-11-23 13:45")  # numbers are issued, counters do not work yet
    ask()
    with pytest.raises(QuotaUsed):
        ask()
    at("2026-11-23 14:00")
    ask(), ask()
    with pytest.raises(QuotaUsed):
        ask()


def test_numbers_of_people_who_booked_take_no_place_of_walk_ins(store, hall, ask, booked):
    hall({"FA": 1})
    with store.write() as tx:
        give_number(
            tx,
            ["FA002"],
            ticket=TicketId(operations.new_id()),
            priority=tx.hall.appointment_class.code,
        )
    assert ask().number == "FA002"


# 5 one open number per person and queue


def test_one_person_has_one_open_number_in_a_queue(hall, ask):
    first = ask("FA002", person=PHONE)
    with pytest.raises(NumberStillOpen) as refused:
        ask("FA004", person=PHONE)
    assert refused.value.facts["number"] == first.number
    assert "FA001" in told(refused)
    assert ask("BA001", person=PHONE).number == "BA001"
    assert ask("FA002", person=ID_NUMBER).number == "FA002"
    assert ask("FA002").number == "FA003"  # nobody must say who they are


def test_a_number_beside_others_counts_in_each_of_its_queues(hall, ask):
    ask("FA002", "BA001", person=PHONE)
    with pytest.raises(NumberStillOpen):
        ask("BA001", person=PHONE)


def test_a_number_that_is_over_or_missed_is_not_in_the_way(store, hall, ask, clock):
    operations.cancel(store, ask(person=PHONE).number, "changed their mind")
    ask(person=PHONE)
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01", Outcome.COMPLETED, 1)
    ask(person=PHONE)
    operations.call_next(store, "F01")
    for _ in range(2):
        clock.advance(minutes=1)
        operations.recall(store, "F01")
    clock.advance(minutes=1)
    operations.miss(store, "F01")
    assert ask(person=PHONE).number == "FA004"


def test_a_number_of_yesterday_is_not_in_the_way(hall, ask, clock):
    ask(person=PHONE)
    clock.advance(days=1)
    assert ask(person=PHONE).number == "FA001"


@pytest.mark.parametrize(
    "typed", ["13800138000", "+86 138-0013-8000", "008613800138000", "１３８００１３８０００"]
)
def test_a_telephone_number_is_the_same_however_it_is_typed(hall, ask, typed):
    ask(person=PHONE)
    with pytest.raises(NumberStillOpen):
        ask(person=typed)


def test_small_and_capital_letters_of_an_id_number_are_the_same(hall, ask):
    ask(person=ID_NUMBER)
    with pytest.raises(NumberStillOpen):
        ask(person=ID_NUMBER.lower())


@pytest.mark.parametrize("typed", ["", "  ", "12-3", "!?", "9" * 65])
def test_what_is_no_identity_is_told_so_and_takes_no_number(store, hall, ask, typed):
    with pytest.raises(NotAnIdentity) as refused:
        ask(person=typed)
    assert told(refused)
    assert record(store) == []


def test_of_a_person_only_a_keyed_hash_is_kept(store, hall, ask):
    issued = ask(person=PHONE)
    with pytest.raises(NumberStillOpen):
        ask(person=PHONE)
    with store.read() as tx:
        kept = tx.ticket(issued.ticket).person
        assert kept == person_hash(tx.person_key(), PHONE)
        assert len(tx.person_key()) == 32
    assert kept != person_hash(bytes(32), PHONE)
    assert all(
        secret not in str(event) for event in record(store) for secret in ("13800138000", kept)
    )


# 6 the block list


def test_a_blocked_person_takes_no_number_until_the_block_ends(store, hall, ask, clock):
    until = clock.now + timedelta(days=30)
    operations.block_person(store, PHONE, until, "sold numbers", BOSS)
    with pytest.raises(PersonBlocked) as refused:
        ask(person=PHONE)
    assert "2026-12-23 09:30" in told(refused)
    assert "sold" not in told(refused)
    assert ask(person=ID_NUMBER).number == "FA001"
    clock.set(until)
    assert ask(person=PHONE).number == "FA001"
    assert operations.blocked_persons(store) == ()


def test_a_block_without_end_holds_until_it_is_lifted(store, hall, ask, clock):
    entry = operations.block_person(store, PHONE, None, "sold numbers", BOSS)
    clock.advance(days=400)
    with pytest.raises(PersonBlocked) as refused:
        ask(person=PHONE)
    assert "until the staff lift this" in told(refused)
    assert operations.blocked_persons(store) == (entry,)
    operations.unblock_person(store, entry.person, BOSS)
    assert ask(person=PHONE).number == "FA001"


def test_a_block_is_replaced_and_both_are_in_the_record(store, hall, clock):
    operations.block_person(store, PHONE, None, "sold numbers", BOSS)
    operations.block_person(store, "13800138000", clock.now + timedelta(days=1), "a mistake", BOSS)
    (entry,) = operations.blocked_persons(store)
    assert entry.reason == "a mistake"
    operations.unblock_person(store, PHONE, BOSS)
    assert [event.move for event in record(store)] == [
        Act.BLOCK_PERSON,
        Act.BLOCK_PERSON,
        Act.UNBLOCK_PERSON,
    ]
    assert {event.clerk for event in record(store)} == {BOSS}
    assert "13800138000" not in str(record(store))


def test_only_a_supervisor_blocks_and_unblocks(store, hall):
    with pytest.raises(NotPermitted):
        operations.block_person(store, PHONE, None, "sold numbers", ClerkLogin("a01"))
    operations.block_person(store, PHONE, None, "sold numbers", BOSS)
    with pytest.raises(NotPermitted):
        operations.unblock_person(store, PHONE, ClerkLogin("a01"))
    assert len(operations.blocked_persons(store)) == 1


def test_a_block_says_why_and_until_when(store, hall, clock):
    with pytest.raises(BlockNeedsReason) as refused:
        operations.block_person(store, PHONE, None, "  ", BOSS)
    assert told(refused)
    with pytest.raises(BlockInThePast) as late:
        operations.block_person(store, PHONE, clock.now, "sold numbers", BOSS)
    assert told(late)
    here = clock.now.astimezone(CHINA)
    assert late.value.facts["until"] == f"{here:%Y-%m-%d %H:%M}"
    with pytest.raises(NotBlocked) as nobody:
        operations.unblock_person(store, PHONE, BOSS)
    assert told(nobody)
    assert record(store) == []


# The order, and the record


def test_the_first_broken_rule_is_told(store, hall, ask, at, clock):
    """Every rule is broken; they are mended one after the other, in the order of telling."""
    hall({"FA": 1})
    at("2026-11-23 11:51")
    ask(person=PHONE)
    operations.block_person(store, PHONE, None, "sold numbers", BOSS)
    hours = operations.hall(store).calendar.days
    calendar = {"always": False, "work": (), "counters": ()}
    weekdays = {"FA002": (4,)}
    mended = [
        (HallClosed, lambda: hall({"FA": 1}, weekdays, **{**calendar, "days": ()})),
        (
            ServiceNotToday,
            lambda: hall(
                {"FA": 1}, weekdays, **{**calendar, "days": hours, "work": _all_day(hours)}
            ),
        ),
        (IssuingOver, lambda: hall({"FA": 1})),
        (QuotaUsed, lambda: hall({"FA": 1}, always=True)),
        (NumberStillOpen, hall),
    ]
    for error, change in mended:
        change()
        with pytest.raises(error):
            ask(person=PHONE)
    operations.cancel(store, "FA001", "went home")
    with pytest.raises(PersonBlocked):
        ask(person=PHONE)
    operations.unblock_person(store, PHONE, BOSS)
    assert ask(person=PHONE).number == "FA002"
    rules = [e.facts["rule"] for e in record(store) if e.move is Act.REFUSE]
    assert rules == [
        "hall_closed",
        "service_not_today",
        "issuing_over",
        "quota_used",
        "number_still_open",
        "person_blocked",
    ]


def _all_day(days):
    return tuple((weekday, (replace(hours[0], stop=hours[-1].stop),)) for weekday, hours in days)


def test_a_refusal_is_recorded_and_nothing_else_happens(store, hall, ask):
    hall({"FA": 1})
    ask()
    before = len(record(store))
    with pytest.raises(QuotaUsed):
        ask("FA004", by="kiosk-1", priority=ClassCode("P1"))
    (event,) = record(store)[before:]
    assert (event.move, event.ticket, event.request) == (Act.REFUSE, None, None)
    assert event.facts == {
        "rule": "quota_used",
        "wanted": ["FA004"],
        "priority": "P1",
        "by": "kiosk-1",
    }
    assert operations.check_chain(store).whole


def test_a_refused_number_may_be_asked_for_again_with_the_same_id(hall, ask, clock):
    hall({"FA": 1})
    ask()
    again = operations.new_id()
    for _ in range(2):
        with pytest.raises(QuotaUsed):
            ask(ticket=again)
    clock.advance(minutes=30)
    assert ask(ticket=again).number == "FA002"


def test_a_number_that_was_issued_is_told_again_though_the_hall_has_closed(hall, ask, at):
    hall(always=False)
    at("2026-11-23 11:49")
    first = ask(ticket="01939a5e-0000-7000-8000-000000000001", person=PHONE)
    at("2026-11-23 12:30")
    assert ask(ticket=first.ticket, person=PHONE) == first


def test_asking_first_tells_and_records_the_same(store, hall, ask):
    hall({"FA": 1})
    ticket = TicketId(operations.new_id())
    operations.check_issue(store, ["FA002"], ticket=ticket)
    assert record(store) == []
    ask(ticket=ticket)
    operations.check_issue(store, ["FA002"], ticket=ticket)  # its own number is not in the way
    with pytest.raises(QuotaUsed):
        operations.check_issue(store, ["FA002"], ticket=operations.new_id(), by="kiosk-1")
    assert record(store)[-1].facts["by"] == "kiosk-1"


def test_a_printer_that_is_not_ready_is_recorded_once(store, hall):
    refusal, request = PrinterNotReady(trouble="paper_out"), operations.new_id()
    for _ in range(2):
        operations.record_refusal(store, refusal, ["FA002"], by="kiosk-1", request=request)
    (event,) = record(store)
    assert (event.move, event.facts["rule"]) == (Act.REFUSE, "printer_not_ready")
    assert event.facts["trouble"] == "paper_out"


# Approval


def test_an_approval_passes_over_the_rules_and_the_record_tells_which(store, hall, ask, at):
    hall({"FA": 1})
    ask(person=PHONE)
    hall({"FA": 1}, always=False)
    at("2026-11-23 18:00")
    issued = ask(person=PHONE, approval=AGREED)
    (event,) = operations.timeline(store, issued.number).events
    assert (event.move, event.clerk) == (Move.ISSUE, BOSS)
    assert event.facts["approved_by"] == BOSS
    assert event.facts["approved_for"] == AGREED.reason
    assert event.facts["passed_over"] == ["hall_closed", "number_still_open"]


def test_an_approval_that_nobody_needed_passes_over_nothing(store, hall, ask):
    issued = ask(approval=AGREED)
    (event,) = operations.timeline(store, issued.number).events
    assert event.facts["passed_over"] == []


def test_break_glass_needs_an_approval(store, hall, ask):
    with pytest.raises(ApprovalNeeded) as refused:
        ask(priority=ClassCode("P9"))
    assert "P9" in told(refused)
    assert record(store)[-1].facts["rule"] == "approval_needed"
    issued = ask(priority=ClassCode("P9"), approval=AGREED)
    (event,) = operations.timeline(store, issued.number).events
    assert event.facts["approved_for"] == AGREED.reason


# A clock that was set back


def test_a_clock_set_back_changes_no_order(store, hall, ask, clock):
    first = ask().number
    clock.advance(hours=-1)
    issued = ask()
    second, third = issued.number, ask().number
    assert issued.issued_at == clock.now
    with store.read() as tx:
        assert tx.ticket(issued.ticket).issued_at == clock.now
    calls = [operations.call_next(store, counter).number for counter in ("F01", "F02", "F03")]
    assert calls == [first, second, third]


def test_a_clock_set_back_gives_nobody_a_head_start_over_other_queues(store, hall, ask, clock):
    first = ask("FA002").number
    clock.advance(hours=-1)
    second = ask("FD001").number
    calls = [operations.call_next(store, counter).number for counter in ("F01", "F02")]
    assert calls == [first, second]


def test_a_clock_that_goes_on_leaves_the_time_of_each_number_alone(store, hall, ask, clock):
    ask()
    clock.advance(minutes=3)
    (leg,) = operations.timeline(store, ask().number).legs
    assert leg.ready_at == clock.now == datetime(2026, 11, 23, 1, 33, tzinfo=UTC)


def test_an_appointment_that_begins_later_keeps_nobody_waiting(store, hall, ask, clock):
    """Their number may wait from a time to come; the next walk-in waits from now."""
    with store.write() as tx:
        give_number(
            tx,
            ["FA002"],
            ticket=TicketId(operations.new_id()),
            priority=tx.hall.appointment_class.code,
            ready_at=clock.now + timedelta(minutes=30),
        )
    (leg,) = operations.timeline(store, ask().number).legs
    assert leg.ready_at == clock.now


# Extended service


def test_service_that_ends_outside_working_hours_is_marked(store, hall, ask, at):
    hall(always=False)
    marks = {}
    for moment in ("11:40", "12:07", "14:30", "17:45"):
        at("2026-11-23 11:30" if moment < "13" else "2026-11-23 14:00")
        number = ask().number
        operations.call_next(store, "F01")
        operations.serve(store, "F01")
        at(f"2026-11-23 {moment}")
        operations.finish(store, "F01", Outcome.COMPLETED, 1)
        finished = operations.timeline(store, number).events[-1]
        marks[moment] = finished.facts.get("extended", False)
    assert marks == {"11:40": False, "12:07": True, "14:30": False, "17:45": True}
