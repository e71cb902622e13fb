"""A simulated day is a real one: through the verbs, on a real database, in the record."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from common import operations
from common.domain.hall import Hall
from common.domain.ids import QueueCode, TicketId
from common.domain.ticket import LegState
from common.operations.results import Called, Issued
from common.simulation.arrivals import Crowd, Visit
from common.simulation.day import DayRecord, Numbers, VirtualClock, play_day
from common.simulation.halls import simulated_hall, staffed_counters
from common.simulation.load import LoadModel
from common.store import Store, create_database

DAY = date(2026, 11, 25)
TICKETS = 80


@pytest.fixture
def visits(hall: Hall, load: LoadModel) -> list[Visit]:
    return Crowd(simulated_hall(hall, 52), load).day(TICKETS, random.Random(7))


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture
def store(hall: Hall, clock: VirtualClock, tmp_path):
    store = create_database(
        str(tmp_path / "day.db"), simulated_hall(hall, 52), clock, durable=False
    )
    yield store
    store.close()


def play(store, clock, visits, hall, load, **options) -> DayRecord:
    staffed = staffed_counters(operations.hall(store), load.staffed)
    return play_day(store, clock, DAY, visits, staffed=staffed, **options)


def test_everybody_who_comes_is_served_and_the_record_is_whole(store, clock, visits, hall, load):
    record = play(store, clock, visits, hall, load)
    assert record.tickets == TICKETS
    assert record.left_waiting == 0
    there = [visit for visit in visits if visit.comes]
    served = [stop for stop in record.stops if not stop.missed]
    assert len(record.errands) == len(there)
    assert len(served) == sum(len(visit.stops) for visit in there)
    report = operations.check_chain(store)
    assert report.whole
    assert report.events > 3 * TICKETS


def test_people_come_when_the_load_model_says(visits, load):
    starts = {half_hour.start for half_hour in load.half_hours}
    half_hour = timedelta(minutes=30)
    for visit in visits:
        if visit.booked is None:
            assert visit.at // half_hour * half_hour in starts
        else:
            assert visit.booked in starts
            assert abs(visit.at - visit.booked) <= half_hour / 2
    assert [visit.at for visit in visits] == sorted(visit.at for visit in visits)


def test_the_waits_are_those_of_the_database(store, clock, visits, hall, load):
    record = play(store, clock, visits, hall, load)
    with store.read() as tx:
        legs = [
            leg
            for number in {stop.counter for stop in record.stops}
            for leg in _done_at(tx, number)
        ]
    assert legs
    told = {(stop.counter, stop.called_at, stop.queue) for stop in record.stops}
    assert {(leg.counter, leg.called_at, leg.queue) for leg in legs} <= told


def _done_at(tx, counter):
    for event in tx.events():
        if event.counter == counter:
            leg = tx.leg(event.leg)
            if leg.state is LegState.DONE:
                yield leg


def test_nobody_is_missed_before_the_hall_s_calls_were_made(store, clock, visits, hall, load):
    gone = [visit for visit in visits if not visit.comes]
    record = play(store, clock, visits, hall, load)
    missed = [stop for stop in record.stops if stop.missed]
    assert gone
    assert len(missed) >= len(gone)
    rules = operations.hall(store).rules
    least = (rules.calls_before_miss - 1) * rules.call_spacing
    assert all(stop.ended_at - stop.called_at >= least for stop in missed)


def test_a_counter_serves_one_person_at_a_time_and_only_its_queues(
    store, clock, visits, hall, load
):
    record = play(store, clock, visits, hall, load)
    queues = {counter.code: counter.queues for counter in hall.counters}
    busy_until: dict[str, datetime] = {}
    for stop in sorted(record.stops, key=lambda stop: (stop.called_at, stop.ended_at)):
        assert stop.queue in queues[stop.counter]
        assert stop.called_at >= busy_until.get(stop.counter, stop.called_at)
        busy_until[stop.counter] = stop.ended_at


@pytest.mark.parametrize("numbers", list(Numbers))
def test_each_way_of_taking_numbers_ends_with_everybody_served(
    store, clock, visits, hall, load, numbers
):
    record = play(store, clock, visits, hall, load, numbers=numbers, one_stop_work=0.7)
    there = [visit for visit in visits if visit.comes]
    several = [visit for visit in there if len(visit.stops) > 1]
    assert several
    assert len(record.errands) == len(there)
    with store.read() as tx:
        numbers_given = tx.next_place(QueueCode("AA")).order - 1
    extra = sum(len(visit.stops) - 1 for visit in several)
    assert numbers_given == TICKETS + (extra if numbers is Numbers.SEPARATE else 0)


def test_people_who_booked_stand_in_their_own_lane(store, clock, visits, hall, load):
    wishes = [visit for visit in visits if visit.booked is not None]
    record = play(store, clock, visits, hall, load)
    lane = operations.hall(store).appointment_class.code
    served = [stop for stop in record.stops if stop.priority == lane]
    assert 0 < record.booked <= len(wishes)
    assert len(served) == record.booked
    kept = operations.find_appointments(store, first=DAY, last=DAY)
    assert len(kept) == record.booked


class Watching:
    def __init__(self, clock: VirtualClock) -> None:
        self.clock = clock
        self.came: dict[TicketId, datetime] = {}
        self.waits: list[tuple[timedelta, timedelta]] = []

    def issued(self, store: Store, issued: Issued) -> None:
        assert issued.issued_at == self.clock.now
        self.came[issued.ticket] = issued.issued_at

    def called(self, called: Called, queue: QueueCode, waited: timedelta) -> None:
        self.waits.append((waited, called.at - self.came[called.ticket]))


def test_an_observer_sees_each_number_and_its_true_wait(store, clock, visits, hall, load):
    watching = Watching(clock)
    play(store, clock, visits, hall, load, observer=watching)
    assert len(watching.came) == TICKETS
    assert watching.waits
    assert all(timedelta() <= waited <= since for waited, since in watching.waits)


def test_the_same_people_make_the_same_day(hall, load, visits, tmp_path):
    records = []
    for name in ("one", "two"):
        clock = VirtualClock(datetime(2026, 11, 25, tzinfo=UTC))
        place = str(tmp_path / f"{name}.db")
        store = create_database(place, simulated_hall(hall, 52), clock, durable=False)
        records.append(play(store, clock, visits, hall, load))
        store.close()
    assert records[0] == records[1]
