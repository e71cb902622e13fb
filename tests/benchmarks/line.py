"""How fast the line is, in one process, beside the raw engine."""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from common import operations
from common.domain.hall import ORDINARY
from common.domain.ids import ClassCode, ClerkLogin, CounterCode, TicketId
from common.domain.session import Approval
from common.operations.hall_changes import create_hall
from common.operations.hall_file import HallFile
from common.store import Store, open_store, queries
from tests.benchmarks.measuring import Durations, Row

WAITING = 2_200
"""As many as wait at once on the worst day of a city hall."""
EVERYWHERE = CounterCode("A01")


def raw_sqlite(folder: Path, times: int = 2_000) -> Row:
    """What the same engine does at best: a durable transaction of two inserts."""
    with closing(sqlite3.connect(folder / "raw.db", isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, words TEXT)")
        raw.execute("CREATE TABLE two (id INTEGER PRIMARY KEY, words TEXT)")

        def transaction() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO one (words) VALUES ('a number')")
            raw.execute("INSERT INTO two (words) VALUES ('an event')")
            raw.execute("COMMIT")

        took = Durations().repeat(times, transaction)
    return Row(
        "raw sqlite3: durable transaction of two inserts",
        f"p50 {took.p50:.2f} ms, {took.per_second:,.0f}/s",
        figures=took.figures(),
    )


def issuing(store: Store, times: int = 2_000) -> Row:
    codes = _services(store)
    took = Durations().repeat(times, lambda: _take(store, next(codes)))
    return Row(
        "issue a ticket, SQLite, durable, one process",
        f"p50 {took.p50:.2f} ms, {took.per_second:,.0f}/s",
        "p50 ≤ 1 ms, ≥ 1,000/s",
        took.p50 <= 1 and took.per_second >= 1_000,
        took.figures(),
    )


def calling(store: Store, times: int = 400) -> tuple[Row, float]:
    """Call next where everybody could be next, with a constant number of people waiting."""
    took = _call_often(store, times)
    raw = _raw_heads(store)
    row = Row(
        f"call next, {WAITING:,} waiting, a counter that serves all queues",
        f"p50 {took.p50:.2f} ms, p99 {took.p99:.2f} ms (raw SQL for the heads {raw:.2f} ms)",
        "p50 ≤ 1.5 ms, p99 ≤ 10 ms",
        took.p50 <= 1.5 and took.p99 <= 10,
        {**took.figures(), "raw_heads_ms": round(raw, 3)},
    )
    return row, took.p50


def calling_with_history(store: Store, past_legs: int, before: float) -> Row:
    """The same after `past_legs` legs of other days were served."""
    _add_history(store, past_legs)
    took = _call_often(store, 400)
    ratio = took.p50 / before
    return Row(
        f"the same with {past_legs:,} past legs",
        f"p50 {took.p50:.2f} ms, {ratio:.2f} × of an empty history",
        "≤ 1.3 ×",
        ratio <= 1.3,
        {**took.figures(), "ratio": round(ratio, 3)},
    )


def crowded_hall(url: Path, file: HallFile) -> Store:
    """A hall where one counter serves every queue and 2,200 people wait in all lanes."""
    hall = file.hall
    everything = tuple(queue.code for queue in hall.queues)
    counters = tuple(
        replace(counter, queues=everything) if counter.code == EVERYWHERE else counter
        for counter in hall.counters
    )
    create_hall(os.fspath(url), replace(file, hall=replace(hall, counters=counters))).close()
    store = open_store(os.fspath(url))
    codes = _services(store)
    classes = itertools.cycle(hall.priority_classes)
    for _ in range(WAITING):
        lane = next(classes)
        agreed = Approval(ClerkLogin("boss"), "measured") if lane.break_glass else None
        _take(store, next(codes), lane.code, agreed)
    return store


def _services(store: Store) -> Iterator[str]:
    return itertools.cycle(service.code for service in operations.hall(store).services)


def _take(
    store: Store, service: str, priority: ClassCode = ORDINARY, approval: Approval | None = None
) -> None:
    ticket = TicketId(operations.new_id())
    operations.issue(store, [service], ticket=ticket, priority=priority, approval=approval)


def _call_often(store: Store, times: int) -> Durations:
    took = Durations()
    codes = _services(store)
    for _ in range(times):
        with took.one():
            called = operations.call_next(store, EVERYWHERE)
        assert called is not None
        operations.serve(store, EVERYWHERE)
        operations.finish(store, EVERYWHERE)
        _take(store, next(codes))
    return took


def _raw_heads(store: Store) -> float:
    """The query for the heads alone, on a bare connection."""
    with store.read() as tx:
        values = {
            "hall": tx.hall.code,
            "counter": EVERYWHERE,
            "kind": tx.hall.counter(EVERYWHERE).kind,
            "clerk": None,
            "day": tx.today.isoformat(),
        }
    with closing(sqlite3.connect(store.place)) as raw:
        took = Durations().repeat(
            200, lambda: raw.execute(queries.HEADS_FOR_COUNTER, values).fetchall()
        )
    return took.p50


def _add_history(store: Store, legs: int) -> None:
    """Served legs of past days, straight into the tables: history is read, never called.

    Their ids sort before those of today, as ids that hold the time do.
    """
    with store.read() as tx:
        hall, queues = tx.hall.code, [queue.code for queue in tx.hall.queues]
    with closing(sqlite3.connect(store.place, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("BEGIN")
        first = date(2026, 1, 1) - timedelta(days=legs // 1_000)
        noon = int(datetime(2025, 6, 2, 4, tzinfo=UTC).timestamp() * 1_000_000)
        for start in range(0, legs, 10_000):
            tickets, past = [], []
            for i in range(start, min(legs, start + 10_000)):
                day = (first + timedelta(days=i // 1_000)).isoformat()
                queue, order = queues[i % len(queues)], i % 1_000 + 1
                ticket, number = f"0000-ticket-{i:024d}", f"{queue}{order:03d}"
                tickets.append(
                    (ticket, hall, day, number, queue, order, order, "P0", noon, 0, f"past{i}", "")
                )
                past.append(
                    (
                        *(
                            f"0000-leg-{i:027d}",
                            ticket,
                            hall,
                            day,
                            number,
                            0,
                            0,
                            queue,
                            "P0",
                            "",
                            "done",
                        ),
                        *(noon, order, EVERYWHERE, 0, noon, noon, 1, noon, 0, noon, 0),
                        *("completed", 1),
                    )
                )
            raw.executemany(_PAST_TICKET, tickets)
            raw.executemany(_PAST_LEG, past)
        raw.execute("COMMIT")


_PAST_TICKET = """INSERT INTO ticket (id, hall, day, number, queue, sequence, day_order, priority,
    issued_at, ahead, code, issued_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_PAST_LEG = """INSERT INTO leg (id, ticket, hall, day, number, position, stage, queue, lane,
    services, state, ready_at, day_order, counter, comes_back, called_at, last_called_at,
    times_called, serving_since, held_seconds, ended_at, reinstated, outcome, cases)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
