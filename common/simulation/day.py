"""One day in the hall, played event by event through the verbs that kiosk and counters use."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import Protocol
from zoneinfo import ZoneInfo

from common import operations
from common.domain.hall import Counter
from common.domain.ids import AppointmentId, ClassCode, CounterCode, QueueCode, TicketId
from common.operations.appointments.errors import NotBookable, SlotFull
from common.operations.results import Called, Issued
from common.simulation.arrivals import Visit
from common.simulation.halls import ONE_STOP
from common.store import Store

_BOOKING_BEFORE = timedelta(hours=1)
"""Appointments are made so long before midnight."""


class VirtualClock:
    """Stands still until the simulation moves it. Called, it gives aware UTC."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


class Numbers(StrEnum):
    """What people do whose errand leads to several counters."""

    ONE = "one"
    """One number for everything: a basket or bundle."""
    TRANSFER = "transfer"
    """One number, which each counter sends on to the next with its seniority."""
    SEPARATE = "separate"
    """A new number at each counter, behind everybody who is there."""
    ONE_STOP = "one_stop"
    """One number, and one counter does the whole errand."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One call of one person, and how it ended."""

    day: date
    queue: QueueCode
    priority: ClassCode
    """The class of its lane."""
    counter: CounterCode
    ready_at: datetime
    """Since when the person stood in the line without being at another counter; never later than
    the call, though people with an appointment may be called before their time."""
    called_at: datetime
    ended_at: datetime
    missed: bool

    @property
    def waited(self) -> timedelta:
        return self.called_at - self.ready_at


@dataclass(frozen=True, slots=True)
class Errand:
    """One person's whole errand, from the first number to the end of the last stop."""

    several: bool
    """It led to more than one counter, or would have without a one-stop counter."""
    took: timedelta


@dataclass(slots=True)
class DayRecord:
    """What happened on one day."""

    day: date
    tickets: int = 0
    booked: int = 0
    """How many of them had an appointment."""
    stops: list[Stop] = field(default_factory=list)
    errands: list[Errand] = field(default_factory=list)
    left_waiting: int = 0
    """People who were still waiting when nothing moved any more: past midnight, say."""


class Observer(Protocol):
    """Watches a day from inside, for example to judge what people were told."""

    def issued(self, store: Store, issued: Issued) -> None:
        """Just after a number was issued; the store's clock stands at that moment."""

    def called(self, called: Called, queue: QueueCode, waited: timedelta) -> None:
        """At the first call of a leg; `waited` is how long its person truly waited for it."""


class _Nobody:
    def issued(self, store: Store, issued: Issued) -> None:
        """Nobody watches."""

    def called(self, called: Called, queue: QueueCode, waited: timedelta) -> None:
        """Nobody watches."""


@dataclass(slots=True)
class _Part:
    """What one number is for."""

    wanted: tuple[str, ...]
    ahead: list[tuple[QueueCode, int]]
    """The stops that are not over, in the order of the route: queue and seconds of service."""

    def seconds_in(self, queue: QueueCode) -> int:
        return next(seconds for code, seconds in self.ahead if code == queue)


@dataclass(slots=True)
class _Person:
    visit: Visit
    came_at: datetime
    parts: deque[_Part]
    free_since: datetime
    """Waits since then: took a number, or left a counter, or from the time of an appointment."""
    lane: ClassCode


class _Day:
    def __init__(
        self,
        store: Store,
        clock: VirtualClock,
        day: date,
        staffed: frozenset[CounterCode],
        numbers: Numbers,
        one_stop_work: float,
        observer: Observer,
        progress: Callable[[], None],
    ) -> None:
        self.record = DayRecord(day)
        self._store = store
        self._clock = clock
        self._numbers = numbers
        self._one_stop_work = one_stop_work
        self._observer = observer
        self._progress = progress
        self._hall = hall = operations.hall(store)
        self._midnight = datetime.combine(day, time(), ZoneInfo(hall.time_zone)).astimezone(UTC)
        self._counters = {c.code: c for c in hall.counters if c.code in staffed}
        self._serving: dict[QueueCode, list[Counter]] = {queue.code: [] for queue in hall.queues}
        for counter in self._counters.values():
            for queue in counter.queues:
                self._serving[queue].append(counter)
        self._idle = dict.fromkeys(self._counters, self._midnight)
        """Free counters with nobody to call, and since when."""
        self._people: dict[TicketId, _Person] = {}
        self._coming: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()

    def play(self, visits: Sequence[Visit]) -> DayRecord:
        self._clock.now = self._midnight - _BOOKING_BEFORE
        for visit in visits:
            code = None if visit.booked is None else self._book(visit, visit.booked)
            self._at(self._midnight + visit.at, partial(self._arrive, visit, code))
        while self._coming:
            self._clock.now, _, happen = heappop(self._coming)
            happen()
        self.record.left_waiting = sum(p.visit.comes for p in self._people.values())
        return self.record

    def _at(self, moment: datetime, happen: Callable[[], None]) -> None:
        """Moments of the same second keep the order in which they were made."""
        heappush(self._coming, (moment, next(self._order), happen))

    def _book(self, visit: Visit, half_hour: timedelta) -> str | None:
        """The code of the appointment; None where all places are taken: they come all the same."""
        slot = time(half_hour.seconds // 3600, half_hour.seconds // 60 % 60)
        try:
            return operations.book(
                self._store,
                visit.wanted[0],
                self.record.day,
                slot,
                appointment=AppointmentId(operations.new_id()),
            ).code
        except (NotBookable, SlotFull):
            return None

    def _arrive(self, visit: Visit, code: str | None) -> None:
        now = self._clock.now
        person = _Person(visit, now, self._parts(visit), now, visit.priority)
        if code is None:
            self._issue(person)
        else:
            self._check_in(person, code)
        self.record.tickets += 1
        self._progress()

    def _check_in(self, person: _Person, code: str) -> None:
        ticket = TicketId(operations.new_id())
        done = operations.check_in(self._store, code, ticket=ticket, by="simulation")
        start = done.appointment.starts(ZoneInfo(self._hall.time_zone)).astimezone(UTC)
        if not done.late and self._hall.appointment_class is not None:
            person.lane = self._hall.appointment_class.code
            person.free_since = max(start, self._clock.now)
        self.record.booked += 1
        self._welcome(person, done.issued)

    def _parts(self, visit: Visit) -> deque[_Part]:
        ahead = [
            (stop.queue, seconds) for stop, seconds in zip(visit.stops, visit.seconds, strict=True)
        ]
        if len(ahead) == 1 or self._numbers is Numbers.ONE:
            return deque([_Part(visit.wanted, ahead)])
        if self._numbers is Numbers.ONE_STOP:
            queue = self._hall.service(ONE_STOP).queue
            work = max(1, round(sum(visit.seconds) * self._one_stop_work))
            return deque([_Part((ONE_STOP,), [(queue, work)])])
        if self._numbers is Numbers.TRANSFER:
            return deque([_Part(visit.stops[0].services, ahead)])
        return deque(
            _Part(stop.services, [one]) for stop, one in zip(visit.stops, ahead, strict=True)
        )

    def _issue(self, person: _Person) -> None:
        part = person.parts[0]
        ticket = TicketId(operations.new_id())
        person.free_since = self._clock.now
        issued = operations.issue(
            self._store, part.wanted, ticket=ticket, priority=person.visit.priority, by="simulation"
        )
        self._welcome(person, issued)

    def _welcome(self, person: _Person, issued: Issued) -> None:
        """A number was given: a free counter may call it."""
        self._people[issued.ticket] = person
        self._observer.issued(self._store, issued)
        self._wake(person.parts[0])

    def _wake(self, part: _Part) -> None:
        """Let a free counter call, for each queue in which the person may stand now."""
        for queue in dict.fromkeys(queue for queue, _ in part.ahead):
            free = [c for c in self._serving[queue] if c.code in self._idle]
            if free:
                first = min(free, key=lambda c: (c.queues[0] != queue, self._idle[c.code], c.code))
                self._call_next(first.code)

    def _call_next(self, counter: CounterCode) -> None:
        called = operations.call_next(self._store, counter)
        if called is None:
            self._idle.setdefault(counter, self._clock.now)
            return
        self._idle.pop(counter, None)
        with self._store.read() as tx:
            queue = tx.leg(called.leg).queue
        person = self._people[called.ticket]
        self._observer.called(called, queue, max(timedelta(), called.at - person.free_since))
        if person.visit.comes:
            operations.serve(self._store, counter)
            ends = called.at + timedelta(seconds=person.parts[0].seconds_in(queue))
            self._at(ends, partial(self._finish, called, queue, person))
        else:
            again = called.at + self._hall.rules.call_spacing
            self._at(again, partial(self._nobody_came, called, queue, person, 1))

    def _nobody_came(self, called: Called, queue: QueueCode, person: _Person, calls: int) -> None:
        if calls < self._hall.rules.calls_before_miss:
            operations.recall(self._store, called.counter)
            again = self._clock.now + self._hall.rules.call_spacing
            self._at(again, partial(self._nobody_came, called, queue, person, calls + 1))
            return
        operations.miss(self._store, called.counter)
        self._end_stop(called, queue, person, missed=True)
        if person.parts[0].ahead:
            self._wake(person.parts[0])
        else:
            del self._people[called.ticket]
        self._call_next(called.counter)

    def _finish(self, called: Called, queue: QueueCode, person: _Person) -> None:
        part = person.parts[0]
        if len(part.ahead) > 1 and self._numbers is Numbers.TRANSFER:
            operations.transfer(self._store, called.counter, part.ahead[1][0])
        else:
            operations.finish(self._store, called.counter)
        self._end_stop(called, queue, person, missed=False)
        if part.ahead:
            self._wake(part)
        else:
            self._end_number(called.ticket, person)
        self._call_next(called.counter)

    def _end_number(self, ticket: TicketId, person: _Person) -> None:
        del self._people[ticket]
        person.parts.popleft()
        if person.parts:
            self._issue(person)
            return
        several = len(person.visit.stops) > 1
        self.record.errands.append(Errand(several, self._clock.now - person.came_at))

    def _end_stop(self, called: Called, queue: QueueCode, person: _Person, *, missed: bool) -> None:
        now = self._clock.now
        self.record.stops.append(
            Stop(
                day=self.record.day,
                queue=queue,
                priority=person.lane,
                counter=called.counter,
                ready_at=min(person.free_since, called.at),
                called_at=called.at,
                ended_at=now,
                missed=missed,
            )
        )
        ahead = person.parts[0].ahead
        ahead.remove((queue, person.parts[0].seconds_in(queue)))
        person.free_since = now


def play_day(
    store: Store,
    clock: VirtualClock,
    day: date,
    visits: Sequence[Visit],
    *,
    staffed: frozenset[CounterCode],
    numbers: Numbers = Numbers.ONE,
    one_stop_work: float = 1.0,
    observer: Observer | None = None,
    progress: Callable[[], None] = lambda: None,
) -> DayRecord:
    """Let the people of `visits` come on `day`, until everybody is served.

    `store` must have been opened with `clock`, and its hall must be a `simulated_hall`. Counters
    that are not `staffed` stay closed; the others call whenever they are free and somebody may
    wait. Appointments are made on the evening before. `progress` is told of each person who came.
    """
    watching = observer or _Nobody()
    return _Day(store, clock, day, staffed, numbers, one_stop_work, watching, progress).play(visits)
