"""One transaction on the hall's database, and every question it may be asked.

A `ReadTransaction` sees one consistent moment. A `WriteTransaction` is the only writer of its hall
while it lasts. Both return values of the domain, never rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update
from sqlalchemy.sql.selectable import CompoundSelect

from common.domain.calendar import hall_day
from common.domain.event import GENESIS, Event
from common.domain.hall import Hall
from common.domain.ids import (
    ClassCode,
    ClerkLogin,
    CounterCode,
    LegId,
    QueueCode,
    RequestId,
    SessionId,
    TicketId,
    TicketNumber,
)
from common.domain.line import LaneHead
from common.domain.print_job import PrintJob, PrintState
from common.domain.session import Clerk, Session
from common.domain.text import Text
from common.domain.ticket import UNFINISHED, Leg, LegState, Move, Outcome, Ticket
from common.store import queries
from common.store.catalogue import write_hall
from common.store.schema import clerk, event, leg, print_job, session, ticket

_Query = Select[Any] | CompoundSelect[Any]


class ReadTransaction:
    """Questions to the hall's database at one moment."""

    def __init__(self, connection: Connection, hall: Hall, now: datetime) -> None:
        self._connection = connection
        self.hall = hall
        self.now = now
        """The instant of this transaction, aware UTC."""

    @cached_property
    def today(self) -> date:
        """The hall day of `now`."""
        return hall_day(self.now, self.hall.time_zone)

    # Legs

    def heads_for(self, counter: CounterCode) -> list[LaneHead]:
        """Who could be next at `counter`: one head a lane, and those sent to this counter."""
        return [
            LaneHead(
                leg=row["id"],
                ticket=row["ticket"],
                number=row["number"],
                queue=row["queue"],
                lane=row["lane"],
                ready_at=row["ready_at"],
                order=row["day_order"],
                comes_back=row["comes_back"],
            )
            for row in self._rows(queries.HEADS_FOR_COUNTER, counter=counter, day=self.today)
        ]

    def leg(self, leg: LegId) -> Leg:
        return _leg(self._connection.execute(queries.LEG_BY_ID, {"leg": leg}).mappings().one())

    def leg_at(self, counter: CounterCode) -> Leg | None:
        """The leg called to or served at `counter`, of whatever day."""
        found = self._rows(queries.LEG_AT_COUNTER, counter=counter)
        return next(map(_leg, found), None)

    def legs_at_counters(self) -> list[Leg]:
        """All legs called or serving anywhere in the hall."""
        return [_leg(row) for row in self._rows(queries.LEGS_AT_COUNTERS)]

    def legs_of(self, ticket: TicketId) -> list[Leg]:
        """The ticket's route, in order."""
        rows = self._connection.execute(queries.LEGS_OF_TICKET, {"ticket": ticket}).mappings()
        return [_leg(row) for row in rows]

    def waiting_in(self, queues: Sequence[QueueCode]) -> list[Leg]:
        """Everyone who waits today in `queues`, by seniority."""
        rows = self._rows(queries.WAITING_IN_QUEUES, queues=list(queues), day=self.today)
        return sorted(map(_leg, rows), key=_seniority)

    def waiting_for(self, counter: CounterCode, queues: Sequence[QueueCode]) -> list[Leg]:
        """Everyone whom `counter`, which serves `queues`, may call today, by seniority."""
        rows = self._rows(
            queries.WAITING_FOR_COUNTER, queues=list(queues), counter=counter, day=self.today
        )
        return sorted(map(_leg, rows), key=_seniority)

    def waiting_counts(self) -> dict[QueueCode, int]:
        """How many wait today, for each queue in which anyone waits."""
        counts: dict[QueueCode, int] = {}
        for row in self._rows(queries.WAITING_COUNTS, day=self.today):
            counts[row["queue"]] = counts.get(row["queue"], 0) + row["count_1"]
        return counts

    def waiting_in_lanes_of(self, queue: QueueCode) -> int:
        return self._count(queries.WAITING_IN_QUEUE, queue=queue, day=self.today)

    def front_of_lane(self, queue: QueueCode, lane: ClassCode, places: int) -> list[datetime]:
        """The seniorities of the first `places` legs of one lane."""
        rows = self._rows(queries.LANE, queue=queue, lane=lane, places=places, day=self.today)
        return [row["ready_at"] for row in rows]

    def set_aside(self, *states: LegState) -> list[Leg]:
        """Today's legs in these unfinished states (held, missed, planned, ...)."""
        rows = self._rows(queries.UNFINISHED_LEGS, states=list(states), day=self.today)
        return [_leg(row) for row in rows]

    def unfinished_today(self) -> list[Leg]:
        """Today's legs that are not over, apart from those at a counter."""
        return self.set_aside(*UNFINISHED)

    def unfinished_before_today(self) -> list[Leg]:
        """Legs of past days that nobody ended; those at a counter are not among them."""
        return [_leg(row) for row in self._rows(queries.UNFINISHED_LEGS_BEFORE, day=self.today)]

    def served_today(self, counter: CounterCode) -> int:
        return self._count(queries.SERVED_AT_COUNTER, counter=counter, day=self.today)

    # Tickets

    def ticket(self, ticket: TicketId) -> Ticket | None:
        rows = self._connection.execute(queries.TICKET_BY_ID, {"ticket": ticket}).mappings()
        return next(map(_ticket, rows), None)

    def ticket_numbered(self, number: TicketNumber, day: date | None = None) -> Ticket | None:
        """The ticket with this number on `day` (today unless given)."""
        rows = self._rows(queries.TICKET_BY_NUMBER, number=number, day=day or self.today)
        return next(map(_ticket, rows), None)

    def ahead_at_issue(self, ticket_id: TicketId) -> int:
        """How many waited before this ticket when it was issued."""
        found: int = self._connection.execute(
            select(ticket.c.ahead).where(ticket.c.id == ticket_id)
        ).scalar_one()
        return found

    def last_order(self) -> int:
        """How many tickets the hall issued today."""
        return self._count(queries.LAST_ORDER, day=self.today)

    def last_sequence(self, queue: QueueCode) -> int:
        """The last number that `queue` issued today; 0 when there is none."""
        return self._count(queries.LAST_SEQUENCE, queue=queue, day=self.today)

    # Events

    def event_of(self, request: RequestId) -> Event | None:
        """What a client's request did, when it was here before."""
        return next(map(_event, self._rows(queries.EVENT_OF_REQUEST, request=request)), None)

    def events_of(self, ticket: TicketId) -> list[Event]:
        """The ticket's timeline, oldest first."""
        rows = self._connection.execute(queries.EVENTS_OF_TICKET, {"ticket": ticket}).mappings()
        return [_event(row) for row in rows]

    def calls_since(self, since: datetime) -> list[Event]:
        """Every call and recall from `since` on, in the order in which they happened."""
        return [_event(row) for row in self._rows(queries.CALLS_SINCE, since=since)]

    def events(self) -> Iterator[Event]:
        """The hall's whole chain, oldest first."""
        yield from map(_event, self._rows(queries.EVENTS))

    # Clerks

    def clerk(self, login: ClerkLogin) -> Clerk | None:
        rows = self._connection.execute(
            select(clerk).where(
                clerk.c.hall == self.hall.code,
                clerk.c.login == login,
                clerk.c.retired.is_(False),
            )
        ).mappings()
        return next(
            (
                Clerk(
                    login=row["login"],
                    name=Text(zh=row["name_zh"], en=row["name_en"]),
                    password_hash=row["password_hash"],
                    failures=row["failures"],
                    locked_until=row["locked_until"],
                )
                for row in rows
            ),
            None,
        )

    def session_at(self, counter: CounterCode) -> Session | None:
        """The open session at `counter`."""
        return self._open_session(session.c.counter == counter)

    def session_of(self, login: ClerkLogin) -> Session | None:
        """Where this clerk is signed in."""
        return self._open_session(session.c.clerk == login)

    def _open_session(self, condition: Any) -> Session | None:
        rows = self._connection.execute(
            select(session, clerk.c.name_zh, clerk.c.name_en)
            .join(clerk, (clerk.c.hall == session.c.hall) & (clerk.c.login == session.c.clerk))
            .where(session.c.hall == self.hall.code, session.c.until.is_(None), condition)
        ).mappings()
        return next(
            (
                Session(
                    id=row["id"],
                    clerk=row["clerk"],
                    clerk_name=Text(zh=row["name_zh"], en=row["name_en"]),
                    counter=row["counter"],
                    since=row["since"],
                )
                for row in rows
            ),
            None,
        )

    # Paper

    def print_jobs_of(self, ticket_id: TicketId) -> list[PrintJob]:
        rows = self._connection.execute(
            select(print_job)
            .where(print_job.c.ticket == ticket_id)
            .order_by(print_job.c.started_at)
        ).mappings()
        return [PrintJob(**{**row, "state": PrintState(row["state"])}) for row in rows]

    def _rows(self, query: _Query, **values: Any) -> Iterator[RowMapping]:
        return iter(self._connection.execute(query, {"hall": self.hall.code, **values}).mappings())

    def _count(self, query: _Query, **values: Any) -> int:
        found = self._connection.execute(query, {"hall": self.hall.code, **values}).scalar()
        return int(found or 0)


class WriteTransaction(ReadTransaction):
    """The only writer of its hall while it lasts; all of it happens or nothing."""

    def add_ticket(
        self, new: Ticket, queue: QueueCode, sequence: int, ahead: int, legs: Sequence[Leg]
    ) -> None:
        """Store a new ticket with its route."""
        self._connection.execute(
            insert(ticket),
            {
                "id": new.id,
                "hall": self.hall.code,
                "day": new.day,
                "number": new.number,
                "queue": queue,
                "sequence": sequence,
                "day_order": new.order,
                "priority": new.priority,
                "issued_at": new.issued_at,
                "ahead": ahead,
                "code": new.code,
                "bundle": new.bundle,
                "issued_by": new.issued_by,
            },
        )
        for one in legs:
            self.add_leg(one, new.day)

    def add_leg(self, new: Leg, day: date) -> None:
        self._connection.execute(
            insert(leg), {**_leg_values(new), "hall": self.hall.code, "day": day}
        )

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
        transaction is the only writer.
        """
        changed = self._connection.execute(
            queries.UPDATE_LEG,
            {**_leg_values(after), "this_leg": before.id, "state_before": before.state},
        )
        if changed.rowcount != 1:
            raise AssertionError(f"leg {before.id} was not {before.state}")
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
        """Append one event to the hall's chain."""
        last = self._connection.execute(queries.LAST_EVENT, {"hall": self.hall.code}).one_or_none()
        previous = GENESIS if last is None else last.hash
        unsigned = Event(
            sequence=1 if last is None else last.sequence + 1,
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
        signed = replace(unsigned, hash=unsigned.chained(previous))
        self._connection.execute(
            insert(event),
            {
                "hall": self.hall.code,
                "sequence": signed.sequence,
                "move": signed.move,
                "at": signed.at,
                "day": signed.day,
                "ticket": signed.ticket,
                "leg": signed.leg,
                "number": signed.number,
                "counter": signed.counter,
                "clerk": signed.clerk,
                "request": signed.request,
                "facts": json.dumps(signed.facts, ensure_ascii=False),
                "hash": signed.hash,
            },
        )
        return signed

    def write_hall(self, hall: Hall) -> None:
        """Replace the hall's description."""
        write_hall(self._connection, hall)
        self.hall = hall

    def add_clerks(self, clerks: Iterable[Clerk]) -> None:
        self._connection.execute(
            insert(clerk),
            [
                {
                    "hall": self.hall.code,
                    "login": c.login,
                    "name_zh": c.name.zh,
                    "name_en": c.name.en,
                    "password_hash": c.password_hash,
                    "failures": c.failures,
                    "locked_until": c.locked_until,
                    "retired": False,
                }
                for c in clerks
            ],
        )

    def count_failures(self, login: ClerkLogin, failures: int, locked: datetime | None) -> None:
        """Remember wrong passwords, and until when they lock the clerk out."""
        self._connection.execute(
            update(clerk)
            .where(clerk.c.hall == self.hall.code, clerk.c.login == login)
            .values(failures=failures, locked_until=locked)
        )

    def open_session(self, new: Session) -> None:
        self._connection.execute(
            insert(session),
            {
                "id": new.id,
                "hall": self.hall.code,
                "clerk": new.clerk,
                "counter": new.counter,
                "since": new.since,
                "until": None,
            },
        )

    def close_session(self, session_id: SessionId) -> None:
        """End a session; nothing happens when it has ended before."""
        self._connection.execute(
            update(session)
            .where(session.c.id == session_id, session.c.until.is_(None))
            .values(until=self.now)
        )

    def add_print_job(self, job: PrintJob) -> None:
        """Store the end of a print job; the same job again changes nothing."""
        known = self._connection.execute(
            select(print_job.c.id).where(print_job.c.id == job.id)
        ).first()
        if known is None:
            self._connection.execute(
                insert(print_job),
                {
                    "id": job.id,
                    "ticket": job.ticket,
                    "device": job.device,
                    "printer": job.printer,
                    "state": job.state,
                    "bytes_written": job.bytes_written,
                    "started_at": job.started_at,
                    "ended_at": job.ended_at,
                },
            )


def _seniority(one: Leg) -> tuple[datetime, int]:
    return one.ready_at, one.order


def _leg(row: RowMapping) -> Leg:
    outcome = row["outcome"]
    return Leg(
        id=row["id"],
        ticket=row["ticket"],
        number=row["number"],
        position=row["position"],
        stage=row["stage"],
        queue=row["queue"],
        lane=row["lane"],
        services=tuple(row["services"]),
        state=LegState(row["state"]),
        ready_at=row["ready_at"],
        order=row["day_order"],
        counter=row["counter"],
        only_counter=row["only_counter"],
        comes_back=row["comes_back"],
        called_at=row["called_at"],
        last_called_at=row["last_called_at"],
        times_called=row["times_called"],
        serving_since=row["serving_since"],
        held_since=row["held_since"],
        held_seconds=row["held_seconds"],
        ended_at=row["ended_at"],
        reinstated=row["reinstated"],
        outcome=None if outcome is None else Outcome(outcome),
        cases=row["cases"],
    )


def _leg_values(one: Leg) -> dict[str, Any]:
    return {
        "id": one.id,
        "ticket": one.ticket,
        "number": one.number,
        "position": one.position,
        "stage": one.stage,
        "queue": one.queue,
        "lane": one.lane,
        "services": list(one.services),
        "state": one.state,
        "ready_at": one.ready_at,
        "day_order": one.order,
        "counter": one.counter,
        "only_counter": one.only_counter,
        "comes_back": one.comes_back,
        "called_at": one.called_at,
        "last_called_at": one.last_called_at,
        "times_called": one.times_called,
        "serving_since": one.serving_since,
        "held_since": one.held_since,
        "held_seconds": one.held_seconds,
        "ended_at": one.ended_at,
        "reinstated": one.reinstated,
        "outcome": one.outcome,
        "cases": one.cases,
    }


def _ticket(row: RowMapping) -> Ticket:
    return Ticket(
        id=row["id"],
        number=row["number"],
        day=row["day"],
        order=row["day_order"],
        priority=row["priority"],
        issued_at=row["issued_at"],
        code=row["code"],
        bundle=row["bundle"],
        issued_by=row["issued_by"],
    )


def _event(row: RowMapping) -> Event:
    return Event(
        sequence=row["sequence"],
        move=Move(row["move"]),
        at=row["at"],
        day=row["day"],
        ticket=row["ticket"],
        leg=row["leg"],
        number=row["number"],
        counter=row["counter"],
        clerk=row["clerk"],
        request=row["request"],
        facts=json.loads(row["facts"]),
        hash=row["hash"],
    )
