"""The papers that a counter gives out, and what the record keeps of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from common import operations
from common.domain.event import Act
from common.domain.print_job import PaperKind, PrintJob, PrintState
from common.domain.ticket import Outcome
from common.operations.errors import (
    MaterialNotAsked,
    NotAccepted,
    NothingMissing,
    NoticeReasonNeeded,
    NotPermitted,
    NumberOver,
)


@pytest.fixture
def serve(store, take):
    """Somebody is served at F01: `serve("FA002")`."""

    def serve(*wanted, counter="F01"):
        taken = take(*wanted)
        operations.call_number(store, counter, taken.number, "test")
        operations.serve(store, counter)
        return taken

    return serve


@pytest.fixture
def job(clock):
    def make(kind, ticket=None, **more):
        return PrintJob(operations.new_id(), ticket, "F01", "tcp://p", clock(), paper=kind, **more)

    return make


def events(store, number, act):
    return [e for e in operations.timeline(store, number).events if e.move is act]


# The one-time notice


def test_a_notice_lists_everything_at_once_and_is_in_the_record(store, serve, job):
    number = serve("FA003").number
    offered = [m.code for m in operations.desk(store, "F01").current.materials]
    printing = job(PaperKind.NOTICE)
    given = operations.give_notice(
        store,
        number,
        [offered[1], offered[0]],
        counter="F01",
        clerk="f01",
        remark=" stamp it ",
        job=printing,
    )
    hall = operations.hall(store)
    assert [w.name for w in given.facts.missing] == [hall.material(c).name for c in offered[:2]]
    assert (given.facts.count, given.facts.remark) == (1, "stamp it")
    assert given.facts.clerk.zh == "窗口员 F01"
    (event,) = events(store, number, Act.NOTICE)
    assert event.facts == {"missing": offered[:2], "remark": "stamp it", "count": 1}
    assert (event.counter, event.clerk) == ("F01", "f01")
    (written,) = operations.timeline(store, number).print_jobs
    assert (written.id, written.ticket, written.state) == (printing.id, given.ticket, None)
    assert operations.check_chain(store).whole


def test_a_second_notice_needs_a_reason_and_is_counted(store, serve):
    number = serve().number
    operations.give_notice(store, number, ["id"])
    with pytest.raises(NoticeReasonNeeded) as refused:
        operations.give_notice(store, number, ["id"], reason="  ")
    assert refused.value.facts["given"] == 1
    again = operations.give_notice(store, number, ["id"], reason="the law changed")
    assert again.facts.count == 2
    assert operations.desk(store, "F01").current.notices == 2
    assert events(store, number, Act.NOTICE)[1].facts["reason_given"] == "the law changed"


def test_a_notice_that_is_sent_twice_is_given_once(store, serve, job):
    number = serve().number
    request, printing = operations.new_id(), job(PaperKind.NOTICE)
    first, second = (
        operations.give_notice(store, number, ["id"], job=printing, request=request)
        for _ in range(2)
    )
    assert first == second
    assert len(events(store, number, Act.NOTICE)) == 1
    assert len(operations.timeline(store, number).print_jobs) == 1


def test_a_notice_says_what_is_missing_or_does_not_exist(store, serve):
    number = serve().number
    with pytest.raises(NothingMissing):
        operations.give_notice(store, number, [], remark=" ")
    with pytest.raises(MaterialNotAsked):
        operations.give_notice(store, number, ["no such paper"])
    assert (
        operations.give_notice(store, number, [], remark="come with a witness").facts.missing == ()
    )


def test_a_look_at_a_notice_records_nothing(store, serve):
    number = serve().number
    facts = operations.notice_facts(store, number, ["id"], counter="F01")
    assert facts.count == 1
    assert events(store, number, Act.NOTICE) == []
    assert operations.give_notice(store, number, ["id"], counter="F01").facts == facts


# The acceptance receipt


def test_a_receipt_promises_a_working_day(store, serve, clock):
    """FA002 promises 15 working days; the clock shows Monday 23 November 2026."""
    number = serve("FA002").number
    operations.finish(store, "F01", Outcome.ACCEPTED)
    given = operations.give_receipt(store, number, counter="F01", clerk="f01")
    assert given.facts.promised == date(2026, 12, 14)
    assert given.facts.received == tuple(
        m.name for m in operations.hall(store).materials_of(["FA002"])
    )
    (event,) = events(store, number, Act.RECEIPT)
    assert event.facts == {"promised": "2026-12-14"}


def test_what_is_done_on_the_spot_promises_no_day(store, serve):
    number = serve("FA001").number
    operations.finish(store, "F01", Outcome.ACCEPTED)
    assert operations.receipt_facts(store, number).promised is None


def test_only_what_was_accepted_gets_a_receipt(store, serve, take):
    number = serve().number
    with pytest.raises(NotAccepted):
        operations.give_receipt(store, number)
    operations.finish(store, "F01", Outcome.COMPLETED)
    with pytest.raises(NotAccepted):
        operations.give_receipt(store, number)
    assert events(store, number, Act.RECEIPT) == []


def test_a_receipt_that_is_sent_twice_is_given_once(store, serve):
    number = serve().number
    operations.finish(store, "F01", Outcome.ACCEPTED)
    request = operations.new_id()
    first, second = (operations.give_receipt(store, number, request=request) for _ in range(2))
    assert first.facts == second.facts
    assert len(events(store, number, Act.RECEIPT)) == 1


# What to bring, and the slip again


def test_a_checklist_names_the_sites_where_all_of_it_is_done(store):
    hall = operations.hall(store)
    facts = operations.checklist_facts(store, ["CB001", "CB002"])
    assert [site.code for site in facts.sites] == ["taoyuan", "liuan"]
    assert operations.checklist_facts(store, ["CB004"]).sites == hall.sites
    assert operations.checklist_facts(store, ["CB004", "FA002"]).sites == ()


def test_a_checklist_gathers_the_materials_of_a_bundle(store):
    facts = operations.checklist_facts(store, ["YJS08"])
    codes = ["FA003", "FB005", "FE002"]
    hall = operations.hall(store)
    assert facts.services == (hall.bundle("YJS08").name,)
    assert [w.name for w in facts.bring] == [m.name for m in hall.materials_of(codes)]
    assert facts.zone_code == "F"


def test_a_second_slip_is_for_guides_and_knows_of_the_first(store, take, clock):
    taken = take()
    lost = PrintJob(operations.new_id(), taken.ticket, "kiosk-1", "tcp://p", clock())
    operations.end_print(store, lost.ended(PrintState.INTERRUPTED, 9, clock(), "jam"))
    with pytest.raises(NotPermitted):
        operations.slip_again(store, taken.number, "f01")
    again = operations.slip_again(store, taken.number, "z01")
    assert (again.facts.number, again.facts.reprint) == (taken.number, True)
    assert [j.id for j in again.in_doubt] == [lost.id]
    operations.clear_print(store, lost.id)
    assert operations.slip_again(store, taken.number, "z01").in_doubt == ()


def test_a_number_that_is_over_gets_no_second_slip(store, serve):
    number = serve().number
    operations.finish(store, "F01")
    with pytest.raises(NumberOver):
        operations.slip_again(store, number)


# The day's figures of a counter


def test_a_day_of_a_counter_and_of_one_clerk(store, take, clock, call_in_vain):
    begun = clock()
    for wanted in ("FA002", "FA002", "FA002", "FA002"):
        take(wanted)
    for minutes, outcome, clerk in ((10, Outcome.ACCEPTED, "f01"), (20, Outcome.COMPLETED, "f02")):
        operations.call_next(store, "F01", clerk)
        operations.serve(store, "F01", clerk)
        clock.advance(minutes=minutes)
        operations.finish(store, "F01", outcome, 2, clerk)
    operations.call_next(store, "F01", "f01")
    call_in_vain(store, "F01")
    operations.miss(store, "F01", "f01")
    operations.call_next(store, "F01", "f01")
    operations.transfer(store, "F01", "FB", clerk="f01")

    whole = operations.day_end_facts(store, "F01")
    assert (whole.called, whole.finished, whole.cases) == (4, 2, 4)
    assert (whole.missed, whole.transferred, whole.clerk) == (1, 1, None)
    assert whole.outcomes == ((Outcome.ACCEPTED, 1), (Outcome.COMPLETED, 1))
    assert (whole.mean_service, whole.longest_service) == (
        timedelta(minutes=15),
        timedelta(minutes=20),
    )
    assert (whole.first_call, whole.last_end) == (begun, clock())
    hers = operations.day_end_facts(store, "F01", clerk="f02")
    assert (hers.called, hers.finished, hers.missed) == (1, 1, 0)
    assert hers.mean_service == timedelta(minutes=20)


def test_a_hold_is_no_service(store, serve, clock):
    number = serve().number
    clock.advance(minutes=5)
    operations.hold(store, "F01")
    clock.advance(minutes=30)
    operations.resume(store, number, "F01")
    clock.advance(minutes=5)
    operations.finish(store, "F01")
    assert operations.day_end_facts(store, "F01").mean_service == timedelta(minutes=10)


def test_a_day_without_anybody_has_no_times(store):
    facts = operations.day_end_facts(store, "F01")
    assert (facts.called, facts.first_call, facts.last_end, facts.mean_service) == (0,) + (
        None,
    ) * 3


# How the kiosks are, at the desk


def test_guides_and_above_hear_of_the_kiosks_at_their_desk(store, clock):
    from common.domain.kiosk import KioskState

    operations.report_kiosk(store, KioskState("kiosk-1", clock(), trouble="jam"))
    for login, hears in (("f01", False), ("z01", True), ("z04", True), ("z06", True)):
        session = operations.sign_in(store, "F01", login, "jiaohao-demo")
        assert bool(operations.desk(store, "F01").kiosks) is hears
        operations.sign_out(store, session.id)
