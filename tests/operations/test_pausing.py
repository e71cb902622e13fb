"""Pauses, the last open counter, and counters that help another queue out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from common import operations
from common.domain.event import Act
from common.domain.hall import UnknownCounter, UnknownQueue
from common.domain.ids import CounterCode, QueueCode
from common.domain.pause import PauseReason
from common.domain.session import Approval
from common.domain.ticket import HoldKind, IllegalMove, LegState, Move
from common.operations.errors import (
    AlreadyFirst,
    AlreadyServed,
    CounterBusy,
    CounterPaused,
    LastOpenCounter,
    NoBreakGlass,
    NotAddedHere,
    NotPaused,
    NotPermitted,
    UnknownNumber,
)

F01, F02, F11, B01 = map(CounterCode, ("F01", "F02", "F11", "B01"))
PASSWORD = "jiaohao-demo"
AGREED = Approval("z04", "the lift is on fire")
LUNCH = PauseReason.LUNCH


@pytest.fixture
def signed_in(store):
    def signed_in(*counters):
        return [operations.sign_in(store, code, code.lower(), PASSWORD) for code in counters]

    return signed_in


def now(store, counter):
    return next(c for c in operations.counters(store) if c.counter.code == counter)


def last_event(store):
    with store.read() as tx:
        return list(tx.events())[-1]


# Pausing


def test_a_paused_counter_calls_nobody(store, take):
    number = take().number
    operations.pause(store, F01, LUNCH)
    for verb in (
        lambda: operations.call_next(store, F01),
        lambda: operations.call_number(store, F01, number, "reason"),
    ):
        with pytest.raises(CounterPaused, match="F01"):
            verb()
    assert operations.call_next(store, F02).number == number


def test_nobody_is_taken_back_to_a_paused_counter(store, take):
    number = take().number
    operations.call_next(store, F01)
    operations.serve(store, F01)
    operations.hold(store, F01)
    operations.pause(store, F01, LUNCH)
    with pytest.raises(CounterPaused):
        operations.resume(store, number, F01)
    operations.resume(store, number)
    operations.reopen(store, F01)
    assert operations.call_next(store, F01).number == number


def test_a_reopened_counter_calls_again(store, take):
    take()
    operations.pause(store, F01, LUNCH)
    operations.reopen(store, F01)
    assert operations.call_next(store, F01).number == "FA001"


def test_the_record_tells_of_pause_and_reopening(store):
    operations.pause(store, F01, PauseReason.EQUIPMENT, "f01", "no paper")
    told = last_event(store)
    assert (told.move, told.counter, told.clerk) == (Act.PAUSE, "F01", "f01")
    assert told.facts == {"reason": "equipment", "note": "no paper"}
    operations.reopen(store, F01, "f01")
    assert last_event(store).move is Act.REOPEN
    assert operations.check_chain(store).whole


def test_board_desk_and_floor_show_the_pause(store, clock):
    operations.pause(store, F01, PauseReason.MEETING)
    (shown,) = operations.board(store, "F").pauses
    assert (shown.counter, shown.zone, shown.since) == ("F01", "F", clock())
    assert operations.board(store, "B").pauses == ()
    assert operations.desk(store, F01).pause.reason is PauseReason.MEETING
    assert now(store, "F01").pause.since == clock()


def test_a_pause_of_more_than_a_quarter_of_an_hour_is_an_alarm(store, clock):
    operations.pause(store, F01, LUNCH)
    clock.advance(minutes=15)
    assert now(store, "F01").alarms == ()
    clock.advance(seconds=1)
    assert now(store, "F01").alarms == (operations.CounterAlarm.PAUSED_LONG,)


def test_nobody_pauses_with_a_person_at_the_counter(store, take):
    take()
    operations.call_next(store, F01)
    with pytest.raises(CounterBusy):
        operations.pause(store, F01, LUNCH)


def test_a_counter_pauses_once(store):
    operations.pause(store, F01, LUNCH)
    with pytest.raises(CounterPaused):
        operations.pause(store, F01, LUNCH)
    operations.reopen(store, F01)
    with pytest.raises(NotPaused):
        operations.reopen(store, F01)


def test_an_unknown_counter_does_not_pause(store):
    with pytest.raises(UnknownCounter):
        operations.pause(store, CounterCode("X99"), LUNCH)


def test_signing_out_ends_a_pause(store, signed_in):
    (session,) = signed_in("F01")
    operations.pause(store, F01, LUNCH)
    operations.sign_out(store, session.id)
    assert now(store, "F01").pause is None
    assert last_event(store).move is Act.REOPEN


def test_who_takes_a_counter_over_finds_it_open(store, signed_in):
    signed_in("F01")
    operations.pause(store, F01, LUNCH)
    operations.sign_in(store, F01, "f02", PASSWORD, take_over=True)
    assert operations.desk(store, F01).pause is None


# The last open counter of a queue


def test_the_last_open_counter_stays_open_while_people_wait(store, take, signed_in):
    signed_in("F01")
    take()
    take()
    with pytest.raises(LastOpenCounter) as refused:
        operations.pause(store, F01, LUNCH)
    assert (refused.value.facts["queue"], refused.value.facts["people"]) == ("FA", 2)
    assert "主管" in refused.value.text("zh")
    assert operations.desk(store, F01).pause is None


def test_unless_a_supervisor_agrees(store, take, signed_in):
    signed_in("F01")
    take()
    operations.pause(store, F01, LUNCH, "f01", approval=AGREED)
    facts = last_event(store).facts
    assert (facts["approved_by"], facts["approved_for"]) == ("z04", "the lift is on fire")


def test_or_nobody_waits(store, signed_in):
    signed_in("F01")
    operations.pause(store, F01, LUNCH)


def test_or_another_counter_is_open(store, take, signed_in):
    signed_in("F01", "F02")
    take()
    operations.pause(store, F01, LUNCH)
    with pytest.raises(LastOpenCounter):
        operations.pause(store, F02, LUNCH)
    operations.reopen(store, F01)
    operations.pause(store, F02, LUNCH)


def test_a_colleague_who_is_not_trained_for_the_queue_does_not_count(store, take, signed_in):
    signed_in("F01", "F02")
    with store.write() as tx:
        tx.staff.change(replace(tx.staff.clerk("f02"), skills=(QueueCode("FD"),)))
    take()
    with pytest.raises(LastOpenCounter):
        operations.pause(store, F01, LUNCH)


def test_a_counter_that_helps_the_queue_out_counts(store, take, signed_in):
    signed_in("F01", "B01")
    operations.add_queue(store, B01, "FA")
    take()
    operations.pause(store, F01, LUNCH)


def test_a_counter_where_nobody_is_signed_in_pauses_freely(store, take):
    take()
    operations.pause(store, F01, LUNCH)


def test_who_waits_for_one_counter_alone_may_be_called_elsewhere_while_it_pauses(
    store, take, signed_in
):
    signed_in("F02")
    number = take().number
    operations.call_next(store, F01)
    operations.transfer(store, F01, "F02")
    operations.pause(store, F02, LUNCH, approval=AGREED)
    assert operations.call_number(store, F01, number, "F02 pauses").counter == "F01"


def test_who_left_papers_still_waits_for_the_counter_after_its_clerk_left(store, take, signed_in):
    (session, _) = signed_in("F01", "F02")
    number = take().number
    operations.call_next(store, F01)
    operations.serve(store, F01)
    operations.hold(store, F01, kind=HoldKind.PAPERS_LEFT)
    operations.resume(store, number)
    operations.sign_out(store, session.id)
    assert operations.call_next(store, F02) is None
    assert operations.call_next(store, F01).number == number


# Emergency counters


def test_one_press_and_the_counter_takes_another_queue(store, take):
    operations.add_queue(store, B01, "fa", approval=AGREED)
    number = take().number
    assert [q.code for q in operations.desk(store, B01).extra] == ["FA"]
    assert now(store, "B01").extra == ("FA",)
    assert operations.call_next(store, B01).number == number
    assert [e.move for e in operations.timeline(store, number).events][-1] is Move.CALL


def test_a_chosen_number_of_the_extra_queue_too(store, take):
    operations.add_queue(store, B01, "FA")
    assert operations.call_number(store, B01, take().number, "reason").counter == "B01"


def test_until_it_is_dropped(store, take):
    operations.add_queue(store, B01, "FA")
    operations.drop_queue(store, B01, "FA")
    take()
    assert operations.call_next(store, B01) is None
    assert operations.desk(store, B01).extra == ()


def test_it_comes_and_goes_as_often_as_wanted(store):
    for _ in range(2):
        operations.add_queue(store, B01, "FA")
        operations.drop_queue(store, B01, "FA")
    told = last_event(store)
    assert (told.move, told.facts["queue"]) == (Act.DROP_QUEUE, "FA")


def test_a_supervisor_decides_that(store):
    with pytest.raises(NotPermitted):
        operations.add_queue(store, B01, "FA", "b01")
    operations.add_queue(store, B01, "FA", "b01", AGREED)
    assert last_event(store).facts["approved_by"] == "z04"


@pytest.mark.parametrize("queue", ["BA", "FA"])
def test_a_queue_is_added_only_where_it_is_missing(store, queue):
    if queue == "FA":
        operations.add_queue(store, B01, "FA")
    with pytest.raises(AlreadyServed, match=queue):
        operations.add_queue(store, B01, queue)


def test_only_an_added_queue_is_dropped(store):
    with pytest.raises(NotAddedHere):
        operations.drop_queue(store, B01, "BA")
    with pytest.raises(UnknownQueue):
        operations.add_queue(store, B01, "ZZ")


# Break glass


def test_a_number_put_first_goes_before_all(store, take, clock):
    take(priority="P2")
    clock.advance(minutes=40)
    number = take().number
    moved = operations.put_first(store, number, AGREED)
    assert (moved.move, moved.state) == (Move.PUT_FIRST, LegState.WAITING)
    assert operations.call_next(store, F01).number == number
    told = next(e for e in operations.timeline(store, number).events if e.move is Move.PUT_FIRST)
    assert (told.clerk, told.facts["reason_given"]) == ("z04", "the lift is on fire")


def test_and_so_does_the_rest_of_the_errand(store, take):
    number = take("YJS07").number
    operations.put_first(store, number, AGREED)
    assert {leg.lane for leg in operations.timeline(store, number).legs} == {"P9"}


def test_once_is_enough(store, take):
    number = take().number
    operations.put_first(store, number, AGREED)
    with pytest.raises(AlreadyFirst):
        operations.put_first(store, number, AGREED)


def test_only_who_waits_is_put_first(store, take):
    number = take().number
    operations.call_next(store, F01)
    with pytest.raises(IllegalMove):
        operations.put_first(store, number, AGREED)
    with pytest.raises(UnknownNumber):
        operations.put_first(store, "FA777", AGREED)


def test_a_hall_without_such_a_class_says_so(store, take):
    number = take().number
    with store.write() as tx:
        calm = tuple(c for c in tx.hall.priority_classes if not c.break_glass)
        tx.write_hall(replace(tx.hall, priority_classes=calm))
    with pytest.raises(NoBreakGlass):
        operations.put_first(store, number, AGREED)
