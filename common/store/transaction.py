"""One transaction on the hall's database, and every question it may be asked.

A `ReadTransaction` sees one consistent moment. A `WriteTransaction` is the only writer of its hall
while it lasts. Both return values of the domain, never rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, NamedTuple

from common.domain.calendar import hall_day
from common.domain.event import GENESIS, Act, Event
from common.domain.hall import Hall
from common.domain.ids import (
    ClassCode,
    ClerkLogin,
    CounterCode,
    LegId,
    QueueCode,
    RequestId,
    TicketId,
    TicketNumber,
    ZoneCode,
)
from common.domain.line import LaneHead
from common.domain.ticket import Leg, LegState, Move, Ticket
from common.store import queries
from common.store.appointments import AppointmentChanges, Appointments
from common.store.catalogue import write_hall
from common.store.counters import CounterChanges, Counters
from common.store.driver import HallLink, Link
from common.store.errands import Errands
from common.store.forms import FormChanges, Forms
from common.store.help import HelpCallChanges, HelpCalls
from common.store.kiosk_pins import KioskPinChanges, KioskPins
from common.store.kiosks import KioskChanges, Kiosks
from common.store.opinions import OpinionChanges, Opinions
from common.store.pace import Pace
from common.store.paper import PaperTrail, PaperTrailChanges
from common.store.persons import PersonChanges, Persons
from common.store.practice import PracticeHall
from common.store.rows import (
    event_of_row,
    from_microseconds,
    heads_of_rows,
    leg_of_row,
    moved_values,
    new_leg_values,
    new_ticket_values,
    ticket_of_row,
    to_microseconds,
)
from common.store.samples import SampleChanges, Samples
from common.store.staff import Staff, StaffChanges
from common.store.standing import Standing


@dataclass(frozen=True, slots=True)
class Place:
    """Where the next ticket of a queue would stand."""

    order: int
    """In the day's issuing over all queues, from 1."""
    sequence: int
    """In the queue's numbers, from 1."""
    ahead: int
    """How many wait in the queue."""


class ChainEnd(NamedTuple):
    """The last event of the hall's chain, which the next one names by its hash."""

    sequence: int = 0
    hash: str = GENESIS


class ReadTransaction:
    """Questions to the hall's database at one moment."""

    def __init__(self, link: Link, hall: Hall, now: datetime) -> None:
        self._link = link
        self._errands = Errands(HallLink(link, hall.code))
        self.hall = hall
        self.now = now
        """The instant of this transaction, aware UTC."""

    @cached_property
    def today(self) -> date:
        """The hall day of `now`."""
        return hall_day(self.now, self.hall.time_zone)

    @cached_property
    def _day(self) -> str:
        return self.today.isoformat()

    @cached_property
    def appointments(self) -> Appointments:
        """Who booked a place in which half hour."""
        return Appointments(HallLink(self._link, self.hall.code))

    @cached_property
    def persons(self) -> Persons:
        """Who took numbers, and who may take none, as far as people said who they are."""
        return Persons(HallLink(self._link, self.hall.code))

    @cached_property
    def staff(self) -> Staff:
        """Who works here, and who is signed in where."""
        return Staff(HallLink(self._link, self.hall.code))

    @cached_property
    def counters(self) -> Counters:
        """Which counters pause, and which help another queue out."""
        return Counters(HallLink(self._link, self.hall.code))

    @cached_property
    def paper(self) -> PaperTrail:
        """What became of every paper."""
        return PaperTrail(HallLink(self._link, self.hall.code))

    @cached_property
    def kiosk_pins(self) -> KioskPins:
        """With what staff open kiosks."""
        return KioskPins(HallLink(self._link, self.hall.code))

    @cached_property
    def kiosks(self) -> Kiosks:
        """How the kiosks are."""
        return Kiosks(HallLink(self._link, self.hall.code))

    @cached_property
    def forms(self) -> Forms:
        """What people filled in and the hall keeps, sealed."""
        return Forms(HallLink(self._link, self.hall.code))

    @cached_property
    def help_calls(self) -> HelpCalls:
        """Who asked for a helper at a kiosk, and who went."""
        return HelpCalls(HallLink(self._link, self.hall.code))

    @cached_property
    def opinions(self) -> Opinions:
        """What people think of their errands and of the hall."""
        return Opinions(HallLink(self._link, self.hall.code))

    @cached_property
    def samples(self) -> Samples:
        """How forms and papers should look."""
        return Samples(HallLink(self._link, self.hall.code))

    @cached_property
    def standing(self) -> Standing:
        """How everything stands, to be compared with the record."""
        return Standing(HallLink(self._link, self.hall.code))

    @cached_property
    def pace(self) -> Pace:
        """How the line moves of late."""
        return Pace(HallLink(self._link, self.hall.code))

    # Legs

    def heads_for(self, counter: CounterCode, clerk: ClerkLogin | None) -> list[LaneHead]:
        """Who could be next at `counter`: one head a lane, and those sent to this counter.

        Who chose another kind of counter is not among them.

        The lanes are those for which `clerk` is trained; nobody in particular is for all.
        """
        rows = self._rows(
            queries.HEADS_FOR_COUNTER,
            counter=counter,
            clerk=clerk,
            day=self._day,
            kind=self.hall.counter(counter).kind.value,
        )
        return heads_of_rows(rows)

    def leg(self, leg: LegId) -> Leg:
        return self._errands.leg(leg)

    def leg_at(self, counter: CounterCode) -> Leg | None:
        """The leg called to or served at `counter`, of whatever day."""
        return self._errands.leg_at(counter)

    def legs_at_counters(self) -> list[Leg]:
        """All legs called or serving anywhere in the hall."""
        return self._legs(queries.LEGS_AT_COUNTERS)

    def legs_of(self, ticket: TicketId) -> list[Leg]:
        """The ticket's route, in order."""
        return self._errands.legs_of(ticket)

    def waiting(self, *, queue: QueueCode | None = None, zone: ZoneCode | None = None) -> list[Leg]:
        """Everyone who waits today in the hall, in one queue or in one zone, by seniority."""
        if queue is not None:
            legs = self._legs(queries.WAITING_IN_QUEUE, queue=queue, day=self._day)
        elif zone is not None:
            legs = self._legs(queries.WAITING_IN_ZONE, zone=zone, day=self._day)
        else:
            legs = self._legs(queries.WAITING, day=self._day)
        return sorted(legs, key=_seniority)

    def waiting_for(self, counter: CounterCode, clerk: ClerkLogin | None) -> list[Leg]:
        """Everyone whom `clerk` may call to `counter` today, by seniority."""
        legs = self._legs(
            queries.WAITING_FOR_COUNTER,
            counter=counter,
            clerk=clerk,
            day=self._day,
            kind=self.hall.counter(counter).kind.value,
        )
        return sorted(legs, key=_seniority)

    def queues_served(
        self, counter: CounterCode, clerk: ClerkLogin | None
    ) -> tuple[QueueCode, ...]:
        """The queues that `clerk` may call at `counter` now: its own, then what it takes besides.

        Without those for which the clerk is not trained; nobody in particular is for all.
        """
        rows = self._rows(queries.SERVED_QUEUES, counter=counter, clerk=clerk)
        return tuple(queue for (queue,) in rows)

    def waiting_counts(self) -> dict[QueueCode, int]:
        """How many wait today, for each queue in which anyone waits."""
        counts: dict[QueueCode, int] = {}
        for queue, count in self._rows(queries.WAITING_COUNTS, day=self._day):
            counts[queue] = counts.get(queue, 0) + count
        return counts

    def front_of_lane(self, queue: QueueCode, lane: ClassCode, places: int) -> list[datetime]:
        """The seniorities of the first `places` legs of one lane."""
        rows = self._rows(
            queries.FRONT_OF_LANE, queue=queue, lane=lane, places=places, day=self._day
        )
        return [from_microseconds(ready_at) for (ready_at,) in rows]

    def set_aside(self) -> list[Leg]:
        """Today's legs that are held or missed."""
        return self._legs(queries.SET_ASIDE, day=self._day)

    def unfinished_today(self) -> list[Leg]:
        """Today's legs that are not over, apart from those at a counter."""
        return self._legs(queries.UNFINISHED, day=self._day)

    def unfinished_before_today(self) -> list[Leg]:
        """Legs of past days that nobody ended; those at a counter are not among them."""
        return self._legs(queries.UNFINISHED_BEFORE, day=self._day)

    def open_legs(self) -> list[Leg]:
        """Legs of any day that are not over."""
        return self._legs(queries.OPEN_LEGS)

    def served_today(self, counter: CounterCode) -> int:
        return self._count(queries.SERVED_AT_COUNTER, counter=counter, day=self._day)

    # Tickets

    def next_place(self, queue: QueueCode) -> Place:
        """Where a ticket issued now in `queue` would stand."""
        rows = self._rows(queries.PLACE_OF_NEXT, queue=queue, day=self._day)
        order, sequence, ahead = rows[0] if rows else (0, 0, 0)
        return Place((order or 0) + 1, (sequence or 0) + 1, ahead)

    def ticket(self, ticket: TicketId) -> Ticket | None:
        return self._errands.ticket(ticket)

    def ticket_numbered(self, number: TicketNumber, day: date | None = None) -> Ticket | None:
        """The ticket with this number on `day`.

        Without `day` it is today's, else the latest that is not over: a person may be at a counter
        over midnight.
        """
        rows = self._rows(
            queries.TICKET_BY_NUMBER,
            number=number,
            day=day.isoformat() if day else self._day,
        )
        if not rows and day is None:
            rows = self._rows(queries.OPEN_TICKET_BY_NUMBER, number=number)
        return next(map(ticket_of_row, rows), None)

    def ticket_coded(self, code: str) -> Ticket | None:
        """The ticket of whatever day on whose slip this code stands."""
        return next(map(ticket_of_row, self._rows(queries.TICKET_BY_CODE, code=code)), None)

    def ahead_at_issue(self, ticket: TicketId) -> int:
        """How many waited before this ticket when it was issued."""
        ((ahead,),) = self._rows(queries.AHEAD_AT_ISSUE, ticket=ticket)
        return int(ahead)

    def last_ready(self) -> datetime | None:
        """The seniority of the walk-in who took the latest number of today."""
        rows = self._rows(queries.LAST_READY, day=self._day, booked=self._booked)
        return from_microseconds(rows[0][0]) if rows else None

    def walk_ins(self, queue: QueueCode, since: datetime, until: datetime) -> int:
        """How many took a number for `queue` in this time today, appointments not counted."""
        return self._count(
            queries.NUMBERS_IN_HALF_HOUR,
            queue=queue,
            day=self._day,
            since=to_microseconds(since),
            until=to_microseconds(until),
            booked=self._booked,
        )

    def booked_places(self, queue: QueueCode, day: date, slot: time) -> int:
        """Places of a half hour that were booked and not cancelled."""
        return self._places(queries.BOOKED_PLACES, queue, day, slot)

    def unused_places(self, queue: QueueCode, day: date, slot: time) -> int:
        """Those of them for which nobody has come."""
        return self._places(queries.UNUSED_PLACES, queue, day, slot)

    def _places(self, query: str, queue: QueueCode, day: date, slot: time) -> int:
        return self._count(query, queue=queue, day=day.isoformat(), slot=f"{slot:%H:%M}")

    @property
    def _booked(self) -> ClassCode:
        """The class of numbers that come from appointments; none has an empty code."""
        lane = self.hall.appointment_class
        return lane.code if lane else ClassCode("")

    def person_key(self) -> bytes:
        """The hall's secret for the keyed hashes that stand for persons."""
        ((key,),) = self._rows(queries.PERSON_KEY)
        return bytes.fromhex(key)

    # Events

    def event_of(self, request: RequestId) -> Event | None:
        """What a client's request did, when it was here before."""
        rows = self._rows(queries.EVENT_OF_REQUEST, request=request)
        return next(map(event_of_row, rows), None)

    def events_of(self, ticket: TicketId) -> list[Event]:
        """The ticket's timeline, oldest first."""
        rows = self._rows(queries.EVENTS_OF_TICKET, ticket=ticket)
        return [event_of_row(row) for row in rows]

    def calls_since(self, since: datetime) -> list[Event]:
        """Every call and recall from `since` on, in the order in which they happened."""
        rows = self._rows(queries.CALLS_SINCE, since=to_microseconds(since))
        return [event_of_row(row) for row in rows]

    def events(self) -> Iterator[Event]:
        """The hall's whole chain, oldest first."""
        last = 0
        while page := self._rows(queries.EVENTS, after=last):
            yield from map(event_of_row, page)
            last = page[-1][0]

    # Paper

    def _rows(self, query: str, **values: Any) -> list[Any]:
        return self._link.rows(query, {"hall": self.hall.code, **values})

    def _count(self, query: str, **values: Any) -> int:
        rows = self._rows(query, **values)
        return int(rows[0][0]) if rows else 0

    def _legs(self, query: str, **values: Any) -> list[Leg]:
        return [leg_of_row(row) for row in self._rows(query, **values)]


class WriteTransaction(ReadTransaction):
    """The only writer of its hall while it lasts; all of it happens or nothing."""

    def __init__(self, link: Link, hall: Hall, now: datetime, chain_end: ChainEnd) -> None:
        super().__init__(link, hall, now)
        self._chain_end = chain_end

    @cached_property
    def practice(self) -> PracticeHall:
        """What only a hall allows that people practise in."""
        if not self.hall.practice:
            raise AssertionError(f"{self.hall.code} is no practice hall")
        return PracticeHall(HallLink(self._link, self.hall.code))

    @cached_property
    def paper(self) -> PaperTrailChanges:
        return PaperTrailChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def kiosk_pins(self) -> KioskPinChanges:
        return KioskPinChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def kiosks(self) -> KioskChanges:
        return KioskChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def forms(self) -> FormChanges:
        return FormChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def opinions(self) -> OpinionChanges:
        return OpinionChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def samples(self) -> SampleChanges:
        return SampleChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def help_calls(self) -> HelpCallChanges:
        return HelpCallChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def counters(self) -> CounterChanges:
        return CounterChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def appointments(self) -> AppointmentChanges:
        return AppointmentChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def persons(self) -> PersonChanges:
        return PersonChanges(HallLink(self._link, self.hall.code))

    @cached_property
    def staff(self) -> StaffChanges:
        return StaffChanges(HallLink(self._link, self.hall.code))

    def add_ticket(self, new: Ticket, queue: QueueCode, place: Place, legs: Sequence[Leg]) -> None:
        """Store a new ticket with its route."""
        self._put(
            queries.ADD_TICKET,
            **new_ticket_values(new),
            queue=queue,
            sequence=place.sequence,
            ahead=place.ahead,
        )
        self._errands.add(new)
        for one in legs:
            self.add_leg(one)

    def add_leg(self, new: Leg) -> None:
        """Store a leg, which stands in today's lanes even when its ticket is older."""
        self._put(queries.ADD_LEG, **new_leg_values(new), day=self._day)
        self._errands.add_leg(new)

    def record(
        self,
        before: Leg,
        after: Leg,
        move: Move,
        *,
        day: date,
        clerk: ClerkLogin | None = None,
        request: RequestId | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> Event:
        """Store what became of a leg, and the event that says so.

        The leg must still be in the state of `before`; anything else is a bug, since this
        transaction is the only writer, and the schema refuses it.
        """
        self._put(
            queries.MOVE_LEG,
            **moved_values(after),
            this_leg=before.id,
            state_before=before.state.value,
            waits=after.state is LegState.WAITING,
            day=self._day,
        )
        self._errands.move(after)
        return self.record_event(after, move, day=day, clerk=clerk, request=request, facts=facts)

    def record_event(
        self,
        about: Leg,
        move: Move,
        *,
        day: date,
        clerk: ClerkLogin | None = None,
        request: RequestId | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> Event:
        """Append what became of a leg to the hall's chain."""
        return self._append(
            Event(
                sequence=0,
                move=move,
                at=self.now,
                day=day,
                ticket=about.ticket,
                leg=about.id,
                number=about.number,
                counter=about.counter,
                clerk=clerk,
                request=request,
                facts={"state": about.state, **(facts or {})},
            )
        )

    def record_act(
        self,
        act: Act,
        *,
        counter: CounterCode | None = None,
        clerk: ClerkLogin | None = None,
        request: RequestId | None = None,
        ticket: Ticket | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> Event:
        """Append an act that moves no leg to the hall's chain."""
        return self._append(
            Event(
                sequence=0,
                move=act,
                at=self.now,
                day=self.today,
                ticket=ticket.id if ticket else None,
                leg=None,
                number=ticket.number if ticket else None,
                counter=counter,
                clerk=clerk,
                request=request,
                facts=dict(facts or {}),
            )
        )

    def _append(self, unplaced: Event) -> Event:
        unsigned = replace(unplaced, sequence=self._chain_end.sequence + 1)
        signed = replace(unsigned, hash=unsigned.chained(self._chain_end.hash))
        self._put(
            queries.ADD_EVENT,
            sequence=signed.sequence,
            move=signed.move.value,
            at=to_microseconds(signed.at),
            day=signed.day.isoformat(),
            ticket=signed.ticket,
            leg=signed.leg,
            number=signed.number,
            counter=signed.counter,
            clerk=signed.clerk,
            request=signed.request,
            facts=json.dumps(signed.facts, ensure_ascii=False),
            hash=signed.hash,
        )
        self._chain_end = ChainEnd(signed.sequence, signed.hash)
        return signed

    def write_hall(self, hall: Hall) -> None:
        """Replace the hall's description."""
        write_hall(self._link, hall)
        self.hall = hall

    def _put(self, statement: str, **values: Any) -> None:
        self._link.put(statement, {"hall": self.hall.code, **values})


def _seniority(one: Leg) -> tuple[datetime, int]:
    return one.ready_at, one.order
