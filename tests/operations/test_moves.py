"""What may happen to a number, and what may not."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.ids import CounterCode, RequestId
from common.domain.ticket import IllegalMove, LegState, Move, Outcome
from common.operations.errors import (
    CasesOutOfRange,
    CounterBusy,
    CounterIdle,
    NotServedHere,
    ReasonNeeded,
    ReinstateLimit,
    TransferToSelf,
    UnknownNumber,
)

F01, F02, F11, B01, D01 = map(CounterCode, ("F01", "F02", "F11", "B01", "D01"))


def state_of(store, number):
    return operations.timeline(store, number).state


def serve_at(store, counter=F01):
    called = operations.call_next(store, counter)
    operations.serve(store, counter)
    return called.number


# Calling


def test_call_next_takes_the_longest_waiting(store, take, clock):
    take("FA002")
    clock.advance(minutes=1)
    take("FA002")
    called = operations.call_next(store, F01)
    assert (called.number, called.counter) == ("FA001", "F01")


def test_call_next_says_why(store, take, clock):
    take("FA002")
    clock.advance(minutes=8)
    take("FA002", priority="P1")
    clock.advance(minutes=14)
    called = operations.call_next(store, F01)
    assert called.reason.en == (
        "FA002 before FA001: waited 14 min + 15 min head start (Older person) against 22 min"
    )
    assert "优先 15 分钟（老年人）" in called.reason.zh


def test_a_head_start_is_no_absolute_jump(store, take, clock):
    take("FA002")
    clock.advance(minutes=16)
    take("FA002", priority="P1")
    assert operations.call_next(store, F01).number == "FA001"


def test_break_glass_goes_before_everyone(store, take, clock):
    take("FA002")
    clock.advance(hours=2)
    take("FA002", priority="P9")
    assert operations.call_next(store, F01).number == "FA002"


def test_nobody_waiting_is_no_error(store):
    assert operations.call_next(store, F01) is None


def test_a_counter_never_calls_a_queue_that_it_does_not_serve(store, take):
    take("FA002")
    assert operations.call_next(store, D01) is None


def test_a_busy_counter_calls_nobody_else(store, take):
    take()
    take()
    operations.call_next(store, F01)
    with pytest.raises(CounterBusy, match="FA001"):
        operations.call_next(store, F01)


def test_two_counters_get_two_numbers(store, take):
    take()
    take()
    assert operations.call_next(store, F01).number != operations.call_next(store, F02).number


def test_a_repeated_call_request_calls_nobody_twice(store, take):
    take()
    take()
    request = RequestId(operations.new_id())
    first = operations.call_next(store, F01, request=request)
    assert operations.call_next(store, F01, request=request) == first
    assert [q.waiting for q in operations.board(store).queues if q.queue == "FA"] == [1]


def test_a_chosen_number_needs_a_reason(store, take):
    number = take().number
    with pytest.raises(ReasonNeeded):
        operations.call_number(store, F01, number, "  ")
    assert state_of(store, number) is LegState.WAITING


def test_a_chosen_number_is_called_with_its_reason_in_the_record(store, take):
    take()
    second = take().number
    called = operations.call_number(store, F01, second.lower(), "with a baby")
    assert called.number == second
    assert "with a baby" in operations.timeline(store, second).events[-1].facts["reason"]["en"]


def test_a_chosen_number_must_be_one_that_the_counter_serves(store, take):
    number = take("BA001").number
    with pytest.raises(NotServedHere):
        operations.call_number(store, F01, number, "reason")


def test_an_unknown_number_is_named(store):
    with pytest.raises(UnknownNumber, match="FA777"):
        operations.call_number(store, F01, "fa777", "reason")


def test_recall_does_not_restart_the_wait(store, take, clock):
    take()
    called = operations.call_next(store, F01)
    clock.advance(seconds=30)
    operations.recall(store, F01)
    (leg,) = operations.timeline(store, called.number).legs
    assert leg.called_at == called.at
    assert leg.times_called == 2
    assert leg.last_called_at == clock()


def test_recall_without_a_number_says_so(store):
    with pytest.raises(CounterIdle):
        operations.recall(store, F01)


# Serving


def test_a_whole_errand(store, take, clock):
    number = take().number
    operations.call_next(store, F01)
    clock.advance(minutes=1)
    operations.serve(store, F01)
    clock.advance(minutes=9)
    moved = operations.finish(store, F01, Outcome.ACCEPTED, 8)
    assert moved.state is LegState.DONE
    (leg,) = operations.timeline(store, number).legs
    assert (leg.outcome, leg.cases) == (Outcome.ACCEPTED, 8)
    assert [e.move for e in operations.timeline(store, number).events] == [
        Move.ISSUE,
        Move.CALL,
        Move.SERVE,
        Move.FINISH,
    ]


def test_finish_needs_service(store, take):
    take()
    operations.call_next(store, F01)
    with pytest.raises(IllegalMove) as refused:
        operations.finish(store, F01)
    assert refused.value.facts["state"] == "called"
    assert refused.value.facts["move"] == "finish"


@pytest.mark.parametrize("cases", [-1, 1000])
def test_the_case_count_has_bounds(store, take, cases):
    take()
    number = serve_at(store)
    with pytest.raises(CasesOutOfRange):
        operations.finish(store, F01, cases=cases)
    assert state_of(store, number) is LegState.SERVING


def test_a_repeated_finish_finishes_once(store, take):
    take()
    take()
    serve_at(store)
    request = RequestId(operations.new_id())
    first = operations.finish(store, F01, request=request)
    serve_at(store)
    assert operations.finish(store, F01, request=request) == first
    assert state_of(store, "FA002") is LegState.SERVING


# Missed


def test_a_missed_number_comes_back_behind_three_others(store, take, clock, call_in_vain):
    for _ in range(6):
        take()
        clock.advance(minutes=1)
    missed = operations.call_next(store, F01).number
    call_in_vain(store, F01)
    operations.miss(store, F01)
    operations.reinstate(store, missed)
    (line,) = operations.line(store, "FA")
    assert [w.number for w in line.waiting] == [
        "FA002",
        "FA003",
        "FA004",
        "FA001",
        "FA005",
        "FA006",
    ]


def test_a_missed_number_comes_back_at_once_when_nobody_waits(store, take, call_in_vain):
    take()
    missed = operations.call_next(store, F01).number
    call_in_vain(store, F01)
    operations.miss(store, F01)
    operations.reinstate(store, missed)
    assert operations.call_next(store, F01).number == missed


def test_a_number_is_reinstated_only_so_often(store, take, call_in_vain):
    number = take().number
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    operations.reinstate(store, number)
    operations.call_next(store, F01)
    call_in_vain(store, F01)
    operations.miss(store, F01)
    with pytest.raises(ReinstateLimit):
        operations.reinstate(store, number)


def test_only_a_missed_number_is_reinstated(store, take):
    with pytest.raises(IllegalMove):
        operations.reinstate(store, take().number)


# Held


def test_a_held_person_leaves_the_counter_free(store, take):
    take()
    take()
    held = serve_at(store)
    operations.hold(store, F01)
    assert operations.call_next(store, F01).number != held


def test_hold_time_is_not_service_time(store, take, clock):
    take()
    number = serve_at(store)
    clock.advance(minutes=5)
    operations.hold(store, F01)
    clock.advance(minutes=20)
    operations.resume(store, number, F01)
    (leg,) = operations.timeline(store, number).legs
    assert (leg.state, leg.held_seconds) == (LegState.SERVING, 20 * 60)


def test_a_resumed_person_is_next_at_the_counter_that_held_them(store, take, clock):
    take()
    clock.advance(minutes=1)
    held = serve_at(store)
    operations.hold(store, F01)
    take(priority="P2")
    clock.advance(minutes=30)
    operations.resume(store, held)
    assert operations.call_next(store, F02).number == "FA002"
    called = operations.call_next(store, F01)
    assert called.number == held
    assert called.reason.en == (
        "FA001 is first in line: comes back to this counter, where the papers stayed"
    )


def test_resume_at_a_busy_counter_is_refused(store, take):
    take()
    take()
    held = serve_at(store)
    operations.hold(store, F01)
    operations.call_next(store, F01)
    with pytest.raises(CounterBusy):
        operations.resume(store, held, F01)
    assert state_of(store, held) is LegState.HELD


# Transferred


def test_a_transferred_ticket_keeps_its_seniority(store, take, clock):
    old = take("FA002").number
    clock.advance(minutes=10)
    take("FD001")
    clock.advance(minutes=10)
    serve_at(store)
    operations.transfer(store, F01, "FD", note="needs a card")
    called = operations.call_next(store, F11)
    assert called.number == old
    assert operations.desk(store, F11).current.note == "needs a card"


def test_a_transfer_to_a_counter_is_called_only_there(store, take):
    take()
    number = serve_at(store)
    operations.transfer(store, F01, "F02")
    assert operations.call_next(store, F01) is None
    assert operations.call_next(store, F02).number == number


def test_a_transfer_to_the_same_counter_is_refused(store, take):
    take()
    serve_at(store)
    with pytest.raises(TransferToSelf):
        operations.transfer(store, F01, "f01")


# Cancelled


def test_a_cancelled_number_leaves_the_line(store, take):
    number = take().number
    operations.cancel(store, number, "went home")
    assert state_of(store, number) is LegState.CANCELLED
    assert operations.call_next(store, F01) is None


def test_a_person_at_a_counter_cannot_be_cancelled(store, take):
    number = take().number
    operations.call_next(store, F01)
    with pytest.raises(IllegalMove):
        operations.cancel(store, number)
    assert state_of(store, number) is LegState.CALLED


def test_a_finished_number_cannot_be_cancelled(store, take):
    take()
    number = serve_at(store)
    operations.finish(store, F01)
    with pytest.raises(IllegalMove):
        operations.cancel(store, number)


# One errand, one number


def test_while_one_leg_is_active_its_parallel_legs_leave_their_lanes(store, take):
    number = take("FA002", "BA001").number
    operations.call_next(store, F01)
    assert operations.call_next(store, B01) is None
    operations.serve(store, F01)
    operations.finish(store, F01)
    assert operations.call_next(store, B01).number == number


def test_the_next_stage_opens_when_the_stage_before_is_done(store, take):
    number = take("YJS07").number
    assert operations.call_next(store, F11) is None
    serve_at(store, B01)
    operations.finish(store, B01)
    assert operations.call_next(store, F11).number == number


@pytest.mark.parametrize(
    "bundle", ["YJS01", "YJS02", "YJS03", "YJS04", "YJS05", "YJS06", "YJS07", "YJS08"]
)
def test_every_demonstration_bundle_runs_through_on_one_number(store, take, bundle):
    number = take(bundle).number
    hall = operations.hall(store)
    for _ in range(10):
        waiting = [
            leg for leg in operations.timeline(store, number).legs if leg.state is LegState.WAITING
        ]
        if not waiting:
            break
        counter = hall.main_counters_of(waiting[0].queue)[0].code
        assert serve_at(store, counter) == number
        operations.finish(store, counter)
    assert state_of(store, number) is LegState.DONE


# End of day


def test_the_end_of_day_never_touches_a_person_at_a_counter(store, take, clock):
    take()
    take()
    take()
    late = serve_at(store)
    held = serve_at(store, F02)
    operations.hold(store, F02)
    day = operations.timeline(store, late).ticket.day
    clock.advance(days=1)
    assert operations.expire_past_days(store) == 2
    assert operations.timeline(store, late, day).state is LegState.SERVING
    assert operations.timeline(store, held, day).state is LegState.EXPIRED
    operations.finish(store, F01)
    assert operations.timeline(store, late, day).state is LegState.DONE
    assert operations.expire_past_days(store) == 0


def test_a_person_sent_on_after_midnight_still_waits(store, take, clock):
    number = take().number
    serve_at(store)
    clock.advance(days=1)
    operations.transfer(store, F01, "FD")
    assert [w.number for w in operations.line(store, "FD")[0].waiting] == [number]
    assert operations.call_next(store, F11).number == number
