"""Clerks sign in to counters."""

from __future__ import annotations

import pytest

from common import operations
from common.domain.hall import UnknownCounter
from common.operations.errors import ClerkElsewhere, ClerkLocked, CounterTaken, WrongPassword
from common.store import open_store

RIGHT, WRONG = "jiaohao-demo", "jiaohao-dem0"
F01, F02 = "F01", "F02"


def test_a_clerk_signs_in(store, clock):
    session = operations.sign_in(store, F01, " F01 ", RIGHT)
    assert (session.clerk, session.counter, session.since) == ("f01", F01, clock())
    assert operations.desk(store, F01).session == session


@pytest.mark.parametrize(("login", "password"), [("f01", WRONG), ("nobody", RIGHT), ("f01", "")])
def test_a_wrong_login_or_password_is_refused_alike(store, login, password):
    with pytest.raises(WrongPassword) as refused:
        operations.sign_in(store, F01, login, password)
    assert refused.value.facts == {}
    assert operations.desk(store, F01).session is None


def test_a_counter_that_does_not_exist_is_named(store):
    with pytest.raises(UnknownCounter, match="F99"):
        operations.sign_in(store, "F99", "f01", RIGHT)


def fail_five_times(store):
    for _ in range(5):
        with pytest.raises(WrongPassword):
            operations.sign_in(store, F01, "f01", WRONG)


def test_five_wrong_passwords_lock_the_clerk_out_for_a_while(store, clock):
    fail_five_times(store)
    with pytest.raises(ClerkLocked, match="after 10 min"):
        operations.sign_in(store, F01, "f01", RIGHT)
    clock.advance(minutes=9, seconds=59)
    with pytest.raises(ClerkLocked, match="after 1 min"):
        operations.sign_in(store, F01, "f01", RIGHT)
    clock.advance(seconds=1)
    assert operations.sign_in(store, F01, "f01", RIGHT).clerk == "f01"


def test_a_locked_clerk_locks_nobody_else(store):
    fail_five_times(store)
    assert operations.sign_in(store, F02, "f02", RIGHT).clerk == "f02"


def test_a_right_password_forgets_the_wrong_ones(store):
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(WrongPassword):
                operations.sign_in(store, F01, "f01", WRONG)
        operations.sign_in(store, F01, "f01", RIGHT)


def test_a_counter_has_one_clerk_until_another_takes_it_over(store):
    first = operations.sign_in(store, F01, "f01", RIGHT)
    with pytest.raises(CounterTaken) as taken:
        operations.sign_in(store, F01, "f02", RIGHT)
    assert first.clerk_name.en in taken.value.text("en")
    assert first.clerk_name.zh in taken.value.text("zh")
    second = operations.sign_in(store, F01, "f02", RIGHT, take_over=True)
    assert operations.desk(store, F01).session == second


def test_the_number_at_a_counter_stays_for_whoever_takes_it_over(store, take):
    operations.sign_in(store, F01, "f01", RIGHT)
    number = take().number
    operations.call_next(store, F01)
    operations.sign_in(store, F01, "f02", RIGHT, take_over=True)
    assert operations.desk(store, F01).current.number == number


def test_a_clerk_who_moves_leaves_the_old_counter(store):
    operations.sign_in(store, F01, "f01", RIGHT)
    operations.sign_in(store, F02, "f01", RIGHT)
    assert operations.desk(store, F01).session is None
    assert operations.desk(store, F02).session.clerk == "f01"


def test_a_clerk_with_a_number_elsewhere_finishes_it_first(store, take):
    operations.sign_in(store, F01, "f01", RIGHT)
    number = take().number
    operations.call_next(store, F01)
    with pytest.raises(ClerkElsewhere, match=number):
        operations.sign_in(store, F02, "f01", RIGHT)
    assert operations.desk(store, F01).session.clerk == "f01"


def test_after_a_crash_the_clerk_is_back_at_the_same_session_and_number(
    store, hall_url, clock, take
):
    before = operations.sign_in(store, F01, "f01", RIGHT)
    number = take().number
    operations.call_next(store, F01)
    clock.advance(minutes=2)
    started_again = open_store(hall_url, clock)
    assert operations.sign_in(started_again, F01, "f01", RIGHT) == before
    assert operations.desk(started_again, F01).current.number == number
    started_again.close()


def test_signing_out_twice_is_no_error(store):
    session = operations.sign_in(store, F01, "f01", RIGHT)
    operations.sign_out(store, session.id)
    operations.sign_out(store, session.id)
    assert operations.desk(store, F01).session is None
