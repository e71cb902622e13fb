"""Clocks that are wrong, days of 23 and 25 hours, midnight, and days that are rare."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from common import operations
from common.domain.ticket import HoldKind, LegState
from common.operations.errors import UnknownNumber
from common.store import open_store
from counter.view_models.person import time_so_far
from counter.view_models.waiting_list import duration_text

NINE = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""In the morning, in Beijing."""


class Hall:
    """A hall in some part of the world, at any time."""

    def __init__(self, url, hall, zone):
        self.now = NINE
        self.zone = ZoneInfo(zone)
        self.store = open_store(url, lambda: self.now)
        with self.store.write() as tx:
            tx.write_hall(replace(hall, time_zone=zone))

    def at(self, *local, fold=0):
        """The hall's clock shows this time; of two such times, the second with `fold`."""
        self.now = datetime(*local, tzinfo=self.zone, fold=fold).astimezone(UTC)

    def wait(self, **amount):
        self.now += timedelta(**amount)

    def take(self, *wanted):
        return operations.issue(self.store, wanted or ("S1",), ticket=operations.new_id()).number

    def call(self, counter="A01"):
        called = operations.call_next(self.store, counter)
        return called and called.number

    def serve(self, counter="A01"):
        operations.serve(self.store, counter)

    def finish(self, counter="A01"):
        operations.finish(self.store, counter)

    def served_in_order(self, count, counter="A01"):
        numbers = []
        for _ in range(count):
            numbers.append(self.call(counter))
            self.serve(counter)
            self.finish(counter)
        return numbers

    def leg(self, number, which=-1):
        return operations.timeline(self.store, number).legs[which]

    def ticket(self, number):
        with self.store.read() as tx:
            return tx.ticket_numbered(number)

    def is_whole(self):
        return operations.check_chain(self.store).whole


@pytest.fixture
def open_hall(sqlite_place, round_the_clock):
    halls = []

    def open_hall(zone="Asia/Shanghai"):
        halls.append(Hall(sqlite_place.url, round_the_clock, zone))
        return halls[-1]

    yield open_hall
    for hall in halls:
        hall.store.close()


# A clock that is wrong


def test_an_hour_back_keeps_the_order_of_issuing(open_hall):
    hall = open_hall()
    early = [hall.take() for _ in range(3)]
    hall.wait(hours=-1)
    late = [hall.take() for _ in range(3)]
    hall.wait(minutes=5)
    later = [hall.take()]
    assert hall.served_in_order(7) == early + late + later
    assert hall.is_whole()


def test_an_hour_back_shows_no_negative_time(open_hall):
    hall = open_hall()
    hall.take()
    held = hall.take()
    hall.take()
    assert hall.call() == "QA001"
    hall.serve()
    hall.finish()
    assert hall.call() == held
    hall.serve()
    operations.hold(hall.store, "A01", kind=HoldKind.OTHER_STEP)
    hall.wait(hours=-1)
    called = operations.call_next(hall.store, "A01")
    assert "-" not in called.reason.en
    assert "-" not in called.reason.zh
    hall.serve()
    current = operations.desk(hall.store, "A01").current
    assert duration_text(time_so_far(current, hall.now), "en") == "0 min"
    assert duration_text(hall.now - hall.leg(held).held_since, "zh") == "0分钟"
    hall.finish()
    operations.resume(hall.store, held, "A01")
    assert hall.leg(held).held_seconds == 0
    hall.finish()
    for number in ("QA001", held, "QA003"):
        done = hall.leg(number)
        assert done.state is LegState.DONE
        assert done.ready_at is not None
    assert hall.is_whole()


def test_an_hour_back_keeps_nobody_waiting_for_the_next_call(open_hall):
    hall = open_hall()
    number = hall.take()
    hall.call()
    hall.wait(hours=-1)
    for _ in range(2):
        operations.recall(hall.store, "A01")
        hall.wait(seconds=20)
    operations.miss(hall.store, "A01")
    operations.reinstate(hall.store, number)
    assert hall.call() == number
    assert hall.is_whole()


def test_who_is_transferred_after_an_hour_back_stays_before_who_came_later(open_hall):
    hall = open_hall()
    early = hall.take("S1")
    hall.wait(hours=-1)
    late = hall.take("S1")
    assert hall.call("A01") == early
    assert hall.call("A02") == late
    operations.transfer(hall.store, "A02", "QC")
    operations.transfer(hall.store, "A01", "QC")
    assert hall.served_in_order(2, "B02") == [early, late]
    assert hall.is_whole()


def test_who_booked_and_is_transferred_keeps_the_place_of_the_half_hour(open_hall):
    """Checked in early, so that the number is older than its claim."""
    hall = open_hall()
    hall.at(2026, 11, 23, 9, 0)
    booked = operations.book(
        hall.store,
        "S3",
        date(2026, 11, 24),
        datetime(2026, 11, 24, 9, 30).time(),  # noqa: DTZ001 - a time of the hall's clock
        appointment=operations.new_id(),
    )
    hall.at(2026, 11, 24, 9, 5)
    number = operations.check_in(hall.store, booked.code, ticket=operations.new_id()).issued.number
    starts = hall.leg(number).ready_at
    assert starts.astimezone(hall.zone).strftime("%H:%M") == "09:30"
    assert hall.call("B01") == number
    operations.transfer(hall.store, "B01", "QC")
    assert hall.leg(number).ready_at == starts
    assert hall.is_whole()


def test_a_day_ahead_and_back_loses_nobody_at_a_counter_and_doubles_no_number(open_hall):
    hall = open_hall()
    first, second = hall.take(), hall.take()
    assert hall.call() == first
    hall.serve()
    hall.wait(days=1)
    assert hall.leg(first).state is LegState.SERVING
    assert hall.leg(second).state is LegState.WAITING
    hall.wait(days=-1)
    hall.finish()
    assert hall.call() == second, "nobody took a number on the wrong day, so nothing was closed"
    hall.serve()
    hall.wait(days=1)
    tomorrow = hall.take()
    assert tomorrow == "QA001"
    hall.wait(days=-1)
    assert hall.take() == "QA003"
    hall.finish()
    assert hall.leg(second).state is LegState.DONE
    assert hall.served_in_order(1) == ["QA003"]
    hall.wait(days=1)
    assert hall.take() == "QA002", "the day has come, and its first number is given already"
    assert hall.served_in_order(2) == ["QA001", "QA002"]
    assert hall.is_whole()


# Days of 23 and 25 hours


def test_through_the_night_in_which_berlin_gains_an_hour(open_hall):
    """25 October 2026: after 02:59 it is 02:00 again."""
    hall = open_hall("Europe/Berlin")
    hall.at(2026, 10, 25, 0, 0, 30)
    start = hall.now
    assert hall.take() == "QA001"
    hall.at(2026, 10, 25, 2, 50)
    second = hall.take()
    hall.at(2026, 10, 25, 2, 10, fold=1)
    third = hall.take()
    assert hall.served_in_order(3) == ["QA001", second, third]
    waited = hall.leg(second).called_at - hall.leg(second).ready_at
    assert waited == timedelta(minutes=20)
    hall.at(2026, 10, 25, 23, 59, 30)
    assert hall.take() == "QA004"
    assert hall.now - start == timedelta(hours=24, minutes=59)
    hall.wait(minutes=1)
    assert hall.take() == "QA001"
    assert hall.is_whole()


def test_through_the_night_in_which_berlin_loses_an_hour(open_hall):
    """28 March 2027: after 01:59 it is 03:00."""
    hall = open_hall("Europe/Berlin")
    hall.at(2027, 3, 28, 0, 0, 30)
    start = hall.now
    assert hall.take() == "QA001"
    hall.at(2027, 3, 28, 1, 59)
    second = hall.take()
    hall.at(2027, 3, 28, 3, 1)
    third = hall.take()
    assert hall.served_in_order(3) == ["QA001", second, third]
    assert hall.leg(second).called_at - hall.leg(second).ready_at == timedelta(minutes=2)
    hall.at(2027, 3, 28, 23, 59, 30)
    assert hall.take() == "QA004"
    assert hall.now - start == timedelta(hours=22, minutes=59)
    assert hall.is_whole()


def test_where_midnight_comes_twice_the_day_begins_once(open_hall):
    """Santiago, 3 April 2027: after 23:59 it is 23:00 again."""
    hall = open_hall("America/Santiago")
    hall.at(2027, 4, 3, 23, 30)
    assert hall.take() == "QA001"
    hall.at(2027, 4, 3, 23, 10, fold=1)
    assert hall.take() == "QA002"
    assert hall.ticket("QA001").day == hall.ticket("QA002").day == date(2027, 4, 3)
    assert hall.call() == "QA001"
    hall.serve()
    hall.at(2027, 4, 4, 0, 0, 1)
    assert hall.take() == "QA001"
    hall.finish()
    assert hall.ticket("QA001").day == date(2027, 4, 4)
    assert hall.is_whole()


def test_where_there_is_no_midnight_the_day_begins_all_the_same(open_hall):
    """Santiago, 5 September 2026: after 23:59 it is 01:00."""
    hall = open_hall("America/Santiago")
    hall.at(2026, 9, 5, 23, 59)
    assert hall.take() == "QA001"
    hall.wait(minutes=2)
    assert hall.now.astimezone(hall.zone).strftime("%d %H:%M") == "06 01:01"
    assert hall.take() == "QA001"
    assert hall.ticket("QA001").day == date(2026, 9, 6)
    assert hall.served_in_order(1) == ["QA001"]
    assert hall.is_whole()


# Midnight


def test_numbers_begin_anew_at_midnight_and_who_is_at_a_counter_stays(open_hall):
    hall = open_hall()
    hall.at(2026, 11, 23, 23, 50)
    served, waiting, held = hall.take(), hall.take(), hall.take("S4")
    assert hall.call("A01") == served
    hall.serve("A01")
    assert hall.call("B02") == held
    hall.serve("B02")
    operations.hold(hall.store, "B02", kind=HoldKind.PAPERS_LEFT)
    hall.at(2026, 11, 24, 0, 10)
    assert hall.take() == "QA001", "the first of the new day, while the old QA001 is being served"
    with pytest.raises(UnknownNumber):
        operations.resume(hall.store, waiting)
    assert operations.desk(hall.store, "A01").current.number == served
    hall.finish("A01")
    operations.resume(hall.store, held, "B02")
    hall.finish("B02")
    assert hall.served_in_order(1) == ["QA001"]
    assert hall.call() is None
    assert hall.is_whole()


def test_who_was_missed_before_midnight_may_come_back_until_the_new_day_begins(open_hall):
    hall = open_hall()
    hall.at(2026, 11, 23, 23, 55)
    missed = hall.take()
    hall.call()
    for _ in range(2):
        hall.wait(seconds=20)
        operations.recall(hall.store, "A01")
    hall.wait(seconds=20)
    operations.miss(hall.store, "A01")
    hall.at(2026, 11, 24, 0, 5)
    operations.reinstate(hall.store, missed)
    assert hall.call() == missed
    hall.serve()
    assert hall.take() == "QA001"
    operations.transfer(hall.store, "A01", "QC")
    assert hall.call("B02") == missed
    hall.serve("B02")
    hall.finish("B02")
    assert hall.served_in_order(1) == ["QA001"]
    assert hall.is_whole()


# Rare days


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        ((2028, 2, 28), (2028, 2, 29)),
        ((2028, 2, 29), (2028, 3, 1)),
        ((2027, 2, 28), (2027, 3, 1)),
        ((2026, 12, 31), (2027, 1, 1)),
        ((2028, 12, 31), (2029, 1, 1)),
    ],
)
def test_a_rare_day_is_a_day(open_hall, evening, morning):
    hall = open_hall()
    hall.at(*evening, 23, 59)
    assert hall.take() == "QA001"
    assert hall.ticket("QA001").day == date(*evening)
    appointment = operations.book(
        hall.store,
        "S3",
        date(*morning),
        datetime(*morning, 9, 0).time(),  # noqa: DTZ001 - a time of the hall's clock
        appointment=operations.new_id(),
    )
    hall.wait(minutes=1)
    assert hall.take() == "QA001"
    assert hall.ticket("QA001").day == date(*morning)
    hall.at(*morning, 8, 45)
    came = operations.check_in(hall.store, appointment.code, ticket=operations.new_id())
    assert (came.issued.number, came.late) == ("QB001", False)
    assert hall.served_in_order(1) == ["QA001"]
    assert hall.is_whole()
