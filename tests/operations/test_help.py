"""Somebody at a kiosk asks for a helper."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.event import Act
from common.domain.help import HelpEnd
from common.domain.pause import PauseReason
from common.operations.errors import HelpAnswered, HelpOver, NotPermitted

PASSWORD = "jiaohao-demo"
GROUND, UPSTAIRS = "kiosk-1", "kiosk-3"


@pytest.fixture
def call(store):
    """A citizen calls from a kiosk, on a page."""

    def call(kiosk=GROUND, page="confirm", id=None):
        return operations.call_for_help(store, kiosk, page, id or operations.new_id())

    return call


@pytest.fixture
def at(store):
    """Sign somebody in at a counter."""

    def at(counter, login):
        return operations.sign_in(store, counter, login, PASSWORD)

    return at


def heard_at(store, counter):
    """The kiosks whose calls this counter hears of, and whether at once."""
    return {here.kiosk.code: here.first for here in operations.desk(store, counter).help_calls}


def test_a_call_goes_from_the_kiosk_to_a_helper_who_comes(store, call, clock):
    called = call()
    clock.advance(seconds=20)
    coming = operations.acknowledge_help(store, called.id, "z01", "A01")
    assert (coming.acknowledged_by, coming.acknowledged_at) == ("z01", clock())
    assert operations.open_help(store, GROUND) == coming
    clock.advance(seconds=90)
    over = operations.end_help(store, called.id, "z01", "A01")
    assert (over.ended, over.ended_at) == (HelpEnd.CAME, clock())
    assert operations.open_help(store, GROUND) is None
    with store.read() as tx:
        told = [
            (e.move, e.counter, e.clerk, e.facts)
            for e in tx.events()
            if e.move in (Act.CALL_HELP, Act.ANSWER_HELP, Act.END_HELP)
        ]
    kiosk = {"kiosk": GROUND}
    assert told == [
        (Act.CALL_HELP, None, None, {**kiosk, "page": "confirm"}),
        (Act.ANSWER_HELP, "A01", "z01", {**kiosk, "call": called.id, "after_seconds": 20}),
        (Act.END_HELP, "A01", "z01", {**kiosk, "call": called.id, "how": "came"}),
    ]
    assert operations.check_chain(store).whole


def test_every_wish_happens_once(store, call):
    first = call()
    assert call(id=first.id) == first
    assert call(page="home") == first  # the kiosk has called already
    for _ in range(2):
        operations.acknowledge_help(store, first.id, "z01")
    with pytest.raises(HelpAnswered, match="z01 is on the way to Kiosk 1"):
        operations.acknowledge_help(store, first.id, "z02")
    ended = operations.end_help(store, first.id, "z02")
    assert operations.withdraw_help(store, first.id) == ended
    with pytest.raises(HelpOver):
        operations.acknowledge_help(store, first.id, "z02")
    assert call().id != first.id
    with store.read() as tx:
        acts = [e.move for e in tx.events() if e.move in (Act.ANSWER_HELP, Act.END_HELP)]
    assert acts == [Act.ANSWER_HELP, Act.END_HELP]


def test_what_is_typed_is_never_kept_as_a_page(store, call):
    assert call(page="Zhang San 13800000000").page == "other"


def test_a_citizen_may_do_without(store, call):
    called = call()
    assert operations.withdraw_help(store, called.id).ended is HelpEnd.WITHDRAWN
    assert operations.withdraw_help(store, operations.new_id()) is None


def test_a_clerk_who_serves_looks_after_no_kiosk(store, call, at):
    called = call()
    at("A01", "a01")
    assert heard_at(store, "A01") == {}
    for verb in (operations.acknowledge_help, operations.end_help):
        with pytest.raises(NotPermitted):
            verb(store, called.id, "a01")


def test_guides_of_the_floor_hear_of_it_first(store, call, at):
    at("A01", "z01")
    at("F01", "z02")
    at("A02", "z04")
    call(GROUND)
    call(UPSTAIRS)
    call("kiosk-9")  # of which nobody knows where it stands
    assert heard_at(store, "A01") == {GROUND: True, UPSTAIRS: False, "kiosk-9": True}
    assert heard_at(store, "F01") == {GROUND: False, UPSTAIRS: True, "kiosk-9": True}
    assert not any(heard_at(store, "A02").values())


def test_without_guides_whoever_is_above_them_hears_of_it_at_once(store, call, at):
    at("A01", "z01")
    at("A02", "z04")
    call(UPSTAIRS)
    assert (heard_at(store, "A01"), heard_at(store, "A02")) == (
        {UPSTAIRS: True},
        {UPSTAIRS: False},
    )
    operations.pause(store, "A01", PauseReason.LUNCH)
    assert heard_at(store, "A02") == {UPSTAIRS: True}


def test_a_call_without_an_answer_for_a_minute_is_everybodys(store, call, clock):
    called = call()
    assert not called.is_escalated(clock.advance(seconds=59))
    assert called.is_escalated(clock.advance(seconds=1))
    late = operations.acknowledge_help(store, called.id, "z01")
    assert late.is_escalated(clock.advance(seconds=1))
    ended = operations.end_help(store, call("kiosk-2").id, "z01")
    assert not ended.is_escalated(clock.advance(hours=1))


def test_a_call_that_nobody_ends_lapses(store, call, at, clock, take):
    at("A01", "z01")
    forgotten, answered = call(), call("kiosk-2")
    clock.advance(minutes=10)
    operations.acknowledge_help(store, answered.id, "z01")
    clock.advance(minutes=20)
    assert heard_at(store, "A01") == {"kiosk-2": True}
    assert call().id != forgotten.id
    clock.advance(days=1)
    take()  # the first number of a day ends what the day before left
    assert operations.help_calls_today(store) == ()
    with store.read() as tx:
        assert tx.help_calls.call(forgotten.id).ended is HelpEnd.LAPSED
        assert tx.help_calls.open_calls() == []


def test_todays_calls_are_told_with_those_that_are_still_open(store, call, clock):
    before = call()
    clock.advance(days=1)
    today = call("kiosk-2")
    assert [told.call.id for told in operations.help_calls_today(store)] == [before.id, today.id]
    operations.withdraw_help(store, before.id)
    assert [told.call.id for told in operations.help_calls_today(store)] == [today.id]
