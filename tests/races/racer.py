"""One process of a race: opens the hall, waits for the start, acts, tells what it did."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, time
from multiprocessing.connection import Connection
from typing import Any

from common import operations
from common.domain.errors import JiaohaoError
from common.domain.ids import AppointmentId, CounterCode, RequestId, TicketId
from common.domain.ticket import IllegalMove
from common.operations.errors import CounterIdle, RecallTooSoon
from common.store import Store, open_store


def call(store: Store, counter: str, request: str = "") -> dict[str, Any]:
    """Call the next number once."""
    act = RequestId(request or operations.new_id())
    called = operations.call_next(store, CounterCode(counter), request=act)
    return {"number": called and called.number, "counter": called and called.counter}


def take(store: Store, ticket: str) -> dict[str, Any]:
    """Take one number with an id that others use too."""
    return {"number": operations.issue(store, ["FA002"], ticket=TicketId(ticket)).number}


def act(store: Store, request: str) -> dict[str, Any]:
    """Finish what is at F01, with an id that others use too."""
    moved = operations.finish(store, CounterCode("F01"), request=RequestId(request))
    return {"number": moved.number, "state": moved.state, "at": moved.at.isoformat()}


def shift(store: Store, counter: str, rounds: str) -> dict[str, Any]:
    """Give out numbers and serve them, as fast as it goes."""
    issued, called = [], []
    for _ in range(int(rounds)):
        issued.append(
            operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id())).number
        )
        one = operations.call_next(store, CounterCode(counter))
        if one is not None:
            called.append(one.number)
            operations.serve(store, CounterCode(counter))
            operations.finish(store, CounterCode(counter))
    return {"issued": issued, "called": called}


def forever(store: Store, counter: str, tell: Callable[[object], None]) -> None:
    """Go on until killed, telling of each act once it is done."""
    here = CounterCode(counter)
    while True:
        issued = operations.issue(store, ["FA002", "FD001"], ticket=TicketId(operations.new_id()))
        tell(issued.number)
        with suppress(JiaohaoError):
            operations.call_next(store, here)
        for verb in (operations.recall, operations.serve, operations.finish):
            with suppress(CounterIdle, IllegalMove, RecallTooSoon):
                verb(store, here)


def book(store: Store, day: str, slot: str, person: str, rounds: str) -> dict[str, Any]:
    """Book the same half hour again and again, giving back every third place."""
    kept, refused = [], []
    for n in range(int(rounds)):
        try:
            one = operations.book(
                store,
                "FA002",
                date.fromisoformat(day),
                time.fromisoformat(slot),
                appointment=AppointmentId(operations.new_id()),
                person=person or None,
            )
        except JiaohaoError as error:
            refused.append(error.code)
        else:
            kept.append(one.code)
            if n % 3 == 0:
                operations.cancel_appointment(store, kept.pop())
    return {"kept": kept, "refused": refused}


ACTS: dict[str, Callable[..., Any]] = {
    "call": call,
    "take": take,
    "act": act,
    "book": book,
    "shift": shift,
}


def run(line: Connection, name: str, url: str, *arguments: str) -> None:
    """What a racer does, and tells on the line."""
    store = open_store(url)
    operations.hall(store)
    line.send("ready")
    line.recv()
    if name == "forever":
        forever(store, *arguments, tell=line.send)
    line.send(ACTS[name](store, *arguments))
    store.close()
