"""Many processes on one database: throughput, order, and how soon a board knows."""

from __future__ import annotations

import multiprocessing
import time
from dataclasses import replace
from datetime import timedelta
from multiprocessing.synchronize import Event as Gate

from common import operations
from common.domain.ids import CounterCode, TicketId
from common.store import open_store
from tests.benchmarks.measuring import Durations, Row

PROCESSES = 8
ACTS_EACH = 150
CALLS = 60
_spawn = multiprocessing.get_context("spawn")


def together(url: str, engine: str) -> Row:
    """8 processes issue and call as fast as they can."""
    gate = _spawn.Event()
    answers = _spawn.Queue()
    workers = [
        _spawn.Process(target=_issue_and_call, args=(url, f"F{n + 1:02d}", gate, answers))
        for n in range(PROCESSES)
    ]
    for worker in workers:
        worker.start()
    for _ in workers:
        assert answers.get(timeout=60) == "ready"
    started = time.perf_counter()
    gate.set()
    results = [answers.get(timeout=120) for _ in workers]
    seconds = time.perf_counter() - started
    for worker in workers:
        worker.join(10)
    issued = [number for numbers, _, _ in results for number in numbers]
    called = [leg for _, legs, _ in results for leg in legs]
    took = Durations([value for _, _, values in results for value in values])
    duplicates = len(issued) - len(set(issued))
    doubles = len(called) - len(set(called))
    rate = len(took.values) / seconds
    return Row(
        f"{PROCESSES} processes issuing and calling, {engine}",
        f"{rate:,.0f} verbs/s, p99 {took.p99:.0f} ms, {duplicates} duplicates, {doubles} doubles",
        "≥ 400 verbs/s, p99 ≤ 60 ms, 0, 0",
        rate >= 400 and took.p99 <= 60 and not duplicates and not doubles,
        {
            **took.figures(),
            "verbs_per_second": round(rate, 1),
            "duplicates": duplicates,
            "doubles": doubles,
        },
    )


def _issue_and_call(url: str, counter: str, gate: Gate, answers: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    store = open_store(url)
    here = CounterCode(counter)
    took, numbers, legs = Durations(), [], []
    operations.hall(store)
    answers.put("ready")
    gate.wait(60)
    for _ in range(ACTS_EACH):
        ticket = TicketId(operations.new_id())
        with took.one():
            numbers.append(operations.issue(store, ["FA002"], ticket=ticket).number)
        with took.one():
            called = operations.call_next(store, here)
        if called is not None:
            legs.append(called.leg)
            with took.one():
                operations.serve(store, here)
            with took.one():
                operations.finish(store, here)
    store.close()
    answers.put((numbers, legs, took.values))


def call_to_board(url: str, engine: str, limit_ms: int) -> Row:
    """From the clerk's call to the moment when another process has read it for its board."""
    ready = _spawn.Event()
    answers = _spawn.Queue()
    board = _spawn.Process(target=_watch_board, args=(url, ready, answers))
    board.start()
    store = open_store(url)
    with store.write() as tx:  # a hall that may call the same number again and again
        often = replace(tx.hall.rules, call_spacing=timedelta(0), calls_before_miss=CALLS + 1)
        tx.write_hall(replace(tx.hall, rules=often))
    counter = CounterCode("F02")
    operations.issue(store, ["FA002"], ticket=TicketId(operations.new_id()))
    assert ready.wait(30)
    took = Durations()
    operations.call_next(store, counter)
    answers.get(timeout=10)
    for turn in range(CALLS):
        time.sleep(0.013 * (turn % 7))  # not in step with the board's polling
        started = time.time()
        operations.recall(store, counter)
        seen: float = answers.get(timeout=10)
        took.values.append((seen - started) * 1000)
    board.join(10)
    store.close()
    return Row(
        f"call pressed → board of another process has it, {engine}",
        f"p50 {took.p50:.0f} ms, p95 {took.p95:.0f} ms",
        f"p95 ≤ {limit_ms} ms",
        took.p95 <= limit_ms,
        took.figures(),
    )


def _watch_board(url: str, ready: Gate, answers: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    store = open_store(url)
    feed = store.feed()
    feed.wait(0.1)
    known = {a.sequence for a in operations.board(store).announcements}
    ready.set()
    seen = 0
    until = time.monotonic() + 60
    while seen <= CALLS and time.monotonic() < until:
        if feed.wait(1.0):
            announced = {a.sequence for a in operations.board(store).announcements}
            for _ in announced - known:
                answers.put(time.time())
                seen += 1
            known |= announced
    feed.close()
    store.close()
