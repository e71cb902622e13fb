"""Ask an expert and come back."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.ids import CounterCode
from common.domain.pause import PauseReason
from common.domain.ticket import LegState, Move, Outcome
from common.operations.errors import CounterIdle, SentElsewhere, TransferToSelf

F01, F02, F11, B01, D01 = map(CounterCode, ("F01", "F02", "F11", "B01", "D01"))
PASSWORD = "jiaohao-demo"


@pytest.fixture
def signed_in(store):
    """Somebody works at each of these counters: `signed_in("F01", "F11")`."""

    def signed_in(*counters):
        return [operations.sign_in(store, code, code.lower(), PASSWORD) for code in counters]

    return signed_in


def serve_at(store, counter):
    called = operations.call_next(store, counter)
    operations.serve(store, counter)
    return called.number


@pytest.fixture
def asked(store, take, signed_in):
    """F01 asked counter F11 about FA001."""
    signed_in("F01", "F11")
    number = take().number
    serve_at(store, F01)
    operations.consult(store, F01, "F11", note="which form?")
    return number


def legs(store, number):
    return operations.timeline(store, number).legs


def test_the_person_goes_to_the_expert_with_the_question(store, asked):
    assert serve_at(store, F11) == asked
    assert operations.desk(store, F11).current.note == "which form?"
    assert legs(store, asked)[-1].returns_to == "F01"


def test_and_comes_back_before_all_others(store, asked, take, clock):
    serve_at(store, F11)
    take(priority="P2")
    clock.advance(minutes=30)
    operations.finish(store, F11, Outcome.CONSULTED)
    back = legs(store, asked)[-1]
    assert (back.state, back.only_counter, back.comes_back) == (LegState.WAITING, "F01", True)
    assert back.services == legs(store, asked)[0].services
    assert back.ready_at == legs(store, asked)[0].ready_at
    assert operations.call_next(store, F01).number == asked


def test_nobody_else_calls_them_meanwhile(store, asked, take):
    serve_at(store, F11)
    operations.finish(store, F11)
    assert operations.call_next(store, F02) is None


def test_the_route_tells_of_the_way_back(store, asked):
    serve_at(store, F11)
    (first, here) = operations.desk(store, F11).current.route
    assert (first.returns_to, here.returns_to) == (None, "F01")


def test_the_errand_ends_at_the_counter_that_asked(store, asked):
    serve_at(store, F11)
    operations.finish(store, F11)
    serve_at(store, F01)
    operations.finish(store, F01)
    assert operations.timeline(store, asked).state is LegState.DONE
    assert len(legs(store, asked)) == 3


def test_the_next_stage_opens_only_after_that(store, take, signed_in):
    signed_in("B01", "F11")
    number = take("YJS07").number
    serve_at(store, B01)
    operations.consult(store, B01, "F11")
    serve_at(store, F11)
    operations.finish(store, F11)
    assert [leg.state for leg in legs(store, number) if leg.stage > 0] == [LegState.PLANNED] * (
        sum(leg.stage > 0 for leg in legs(store, number))
    )
    serve_at(store, B01)
    operations.finish(store, B01)
    assert LegState.PLANNED not in [leg.state for leg in legs(store, number) if leg.stage == 1]


def test_an_expert_who_sends_them_further_leaves_them_their_way_back(store, asked, signed_in):
    signed_in("B01")
    serve_at(store, F11)
    operations.transfer(store, F11, "B01")
    serve_at(store, B01)
    operations.finish(store, B01)
    assert legs(store, asked)[-1].only_counter == "F01"


def test_an_expert_who_sends_them_back_has_done_so(store, asked):
    serve_at(store, F11)
    operations.transfer(store, F11, "F01")
    back = legs(store, asked)[-1]
    assert (back.only_counter, back.comes_back, back.returns_to) == ("F01", True, None)


def test_an_expert_may_ask_another_expert(store, asked, signed_in):
    signed_in("B01")
    serve_at(store, F11)
    operations.consult(store, F11, "B01")
    serve_at(store, B01)
    operations.finish(store, B01)
    assert serve_at(store, F11) == asked
    operations.finish(store, F11)
    assert serve_at(store, F01) == asked


def test_any_counter_takes_them_when_the_one_that_asked_pauses(store, asked):
    serve_at(store, F11)
    operations.pause(store, F01, PauseReason.LUNCH)
    operations.finish(store, F11)
    assert legs(store, asked)[-1].only_counter is None
    assert operations.call_next(store, F02).number == asked


def test_any_counter_takes_them_when_the_one_that_asked_closed_meanwhile(store, take, signed_in):
    (session, *_) = signed_in("F01", "F02", "F11")
    number = take().number
    serve_at(store, F01)
    operations.consult(store, F01, "F11")
    serve_at(store, F11)
    operations.finish(store, F11)
    assert operations.call_next(store, F02) is None
    operations.sign_out(store, session.id)
    assert operations.timeline(store, number).events[-1].move is Move.RELEASE
    assert operations.call_next(store, F02).number == number


def test_they_wait_for_it_when_no_other_counter_is_open_for_them(store, take, signed_in):
    (session, _) = signed_in("F01", "B01")
    take()
    serve_at(store, F01)
    operations.consult(store, F01, "B01")
    serve_at(store, B01)
    operations.finish(store, B01)
    operations.sign_out(store, session.id)
    number = legs(store, "FA001")[-1].number
    assert operations.call_next(store, F02) is None
    called = operations.call_number(store, F02, number, "F01 went home")
    assert called.number == number, "a clerk may always take them by number"


def test_to_a_whole_queue_of_experts(store, take, signed_in):
    signed_in("F01")
    number = take().number
    serve_at(store, F01)
    operations.consult(store, F01, "FD")
    assert serve_at(store, F11) == number
    operations.finish(store, F11)
    assert operations.call_next(store, F01).number == number


def test_not_to_oneself_and_not_without_anybody(store, take):
    with pytest.raises(CounterIdle):
        operations.consult(store, F01, "F11")
    take()
    serve_at(store, F01)
    with pytest.raises(TransferToSelf):
        operations.consult(store, F01, "F01")


def test_a_chosen_person_who_waits_for_another_open_counter_is_left_to_it(store, take, signed_in):
    signed_in("F02")
    number = take().number
    serve_at(store, F01)
    operations.transfer(store, F01, "F02")
    with pytest.raises(SentElsewhere, match="F02"):
        operations.call_number(store, F01, number, "why not")
