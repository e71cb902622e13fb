"""What people think of their errand, what they tell the hall, and what it answers."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.event import Act
from common.domain.opinion import OpinionKind, OpinionTopic, Satisfaction
from common.domain.ticket import Outcome
from common.operations.errors import (
    AlreadyRated,
    AnswerNeeded,
    NothingToRate,
    NotPermitted,
    OpinionAnswered,
    OpinionTooLong,
    RatingOver,
    UnknownReceipt,
)

KIOSK = "kiosk-1"


@pytest.fixture
def done(store):
    """The ticket of an errand that is done."""
    ticket = operations.issue(store, ["FA002"], ticket=operations.new_id()).ticket
    operations.call_next(store, "F01")
    operations.serve(store, "F01")
    operations.finish(store, "F01", Outcome.COMPLETED)
    return ticket


def may_rate(store, ticket):
    with store.read() as tx:
        return operations.may_rate(tx, ticket)


def told(store, act):
    with store.read() as tx:
        return [event.facts for event in tx.events() if event.move is act]


def complain(store, words="", **more):
    return operations.give_opinion(
        store, OpinionKind.COMPLAINT, OpinionTopic.WAITING, words, KIOSK, **more
    )


def test_a_finished_errand_is_rated_once(store, done):
    assert may_rate(store, done)
    operations.rate(store, done, Satisfaction.SATISFIED, KIOSK)
    operations.rate(store, done, Satisfaction.SATISFIED, KIOSK)
    assert not may_rate(store, done)
    assert operations.ratings(store, 1) == {Satisfaction.SATISFIED: 1}
    assert told(store, Act.RATE) == [{"level": 4, "kiosk": KIOSK}]
    with pytest.raises(AlreadyRated):
        operations.rate(store, done, Satisfaction.VERY_DISSATISFIED, KIOSK)


def test_an_errand_of_which_nothing_is_done_is_not_rated(store):
    ticket = operations.issue(store, ["FA002"], ticket=operations.new_id()).ticket
    assert not may_rate(store, ticket)
    with pytest.raises(NothingToRate):
        operations.rate(store, ticket, Satisfaction.SATISFIED, KIOSK)


def test_an_errand_of_long_ago_is_not_rated(store, done, clock):
    clock.advance(days=30, seconds=1)
    assert not may_rate(store, done)
    with pytest.raises(RatingOver):
        operations.rate(store, done, Satisfaction.SATISFIED, KIOSK)


def test_who_told_the_hall_something_reads_the_answer_with_the_receipt(store, clock):
    given = complain(store, "  等了太久\u202e ")
    assert given.words == "等了太久"
    clock.advance(days=2)
    receipt = f"{given.receipt[:3].lower()} {given.receipt[3:]}"
    assert operations.opinion_with(store, receipt) == given
    operations.answer_opinion(store, given.receipt, "已增开窗口。", "z04")
    answered = operations.opinion_with(store, given.receipt)
    assert (answered.answer, answered.answered_by) == ("已增开窗口。", "z04")
    assert answered.answered_at == clock()
    assert operations.opinions(store, 3) == (answered,)
    assert operations.opinions(store, 1) == ()


def test_the_record_says_that_somebody_said_something_and_not_what(store):
    given = complain(store, "我叫张三")
    operations.answer_opinion(store, given.receipt, "张三您好", "z04")
    record = f"{told(store, Act.OPINION)}{told(store, Act.ANSWER_OPINION)}"
    assert given.id in record
    assert "张三" not in record
    assert given.receipt not in record


def test_said_twice_by_one_touch_it_is_said_once(store):
    new = operations.new_opinion()
    assert complain(store, "一次", new=new) == complain(store, "一次", new=new)
    assert len(operations.opinions(store, 1)) == 1


def test_an_opinion_is_not_endless(store):
    complain(store, "长" * 500)
    with pytest.raises(OpinionTooLong):
        complain(store, "长" * 501)


@pytest.mark.parametrize("typed", ["", "2345678", "FA001", "!!!!!!!", "2" * 10_000])
def test_a_wrong_receipt_is_refused(store, typed):
    complain(store)
    with pytest.raises(UnknownReceipt):
        operations.opinion_with(store, typed)


def test_only_supervisors_answer_and_only_once(store):
    given = complain(store)
    with pytest.raises(NotPermitted):
        operations.answer_opinion(store, given.receipt, "好", "a01")
    with pytest.raises(AnswerNeeded):
        operations.answer_opinion(store, given.receipt, " \n ", "z04")
    for _ in range(2):
        operations.answer_opinion(store, given.receipt, "好", "z04")
    with pytest.raises(OpinionAnswered):
        operations.answer_opinion(store, given.receipt, "不好", "z05")
    assert len(told(store, Act.ANSWER_OPINION)) == 1
