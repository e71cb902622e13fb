"""Eight processes with every verb, killed without warning: nothing lost, nothing doubled."""
# ruff: noqa: T201 - whoever reads a failure needs the seed

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter as Tally
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from common import operations
from common.domain.ticket import AT_COUNTER, LegState, Move
from common.store import open_store
from common.store.queries import LEG_COLUMNS
from common.store.rows import leg_of_row

HERE = Path(__file__).parent


def chaos(place, folder, seconds):
    """Let it happen, and return the seed, how many were killed, and what the journals tell."""
    seed = random.SystemRandom().randrange(10**9)
    print(f"seed {seed}")
    done = subprocess.run(
        [sys.executable, HERE / "nursery.py", place.url, folder, str(seed), str(seconds)],
        cwd=HERE.parents[1],
        env={"PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
        timeout=6 * seconds + 60,
    )
    assert done.returncode == 0, done.stderr
    assert [path.read_text() for path in folder.glob("*.bug")] == []
    told = [
        json.loads(line)
        for journal in sorted(folder.glob("*.journal"))
        for line in journal.read_text().splitlines()
    ]
    return int(done.stdout), told


def test_whoever_is_killed_nothing_is_lost_and_nothing_is_doubled(
    place, round_the_clock, tmp_path, seconds
):
    place.renew()
    with closing(open_store(place.url)) as store:
        survives(place, store, round_the_clock, tmp_path, seconds(4))


def survives(place, store, round_the_clock, tmp_path, seconds):
    rules = replace(round_the_clock.rules, call_spacing=timedelta(0), calls_before_miss=1)
    with store.write() as tx:
        tx.write_hall(replace(round_the_clock, rules=rules))
    for counter, clerk in zip(
        ("A01", "A02", "B01", "B02"), ("li", "wang", "zhao", "chen"), strict=True
    ):
        operations.sign_in(store, counter, clerk, "Right-2026")
    folder = tmp_path / "journals"
    folder.mkdir()

    killed, told = chaos(place, folder, seconds)

    assert killed > 5
    tried = {line["act"]: line["verb"] for line in told if "act" in line}
    confirmed = {line["done"]: line for line in told if "done" in line}
    assert tried.keys() == confirmed.keys(), "each was answered in the end"
    with store.read() as tx:
        events = list(tx.events())
    by_request = {event.request: event for event in events if event.request}
    requests = Tally(event.request for event in events if event.request)
    assert set(requests.values()) == {1}
    assert requests.keys() <= tried.keys(), "nobody else acted"
    for act, answer in confirmed.items():
        went_through = "refused" not in answer and not answer["nothing"]
        assert went_through == (act in by_request), (tried[act], answer)
        if went_through:
            assert answer["number"] == by_request[act].number
    report = operations.check_chain(store)
    assert report.whole, report
    legs = [leg_of_row(row) for row in place.rows(f"SELECT {LEG_COLUMNS} FROM leg")]
    busy = Tally(leg.counter for leg in legs if leg.state in AT_COUNTER)
    assert set(busy.values()) <= {1}
    issued = [event for event in events if event.move is Move.ISSUE and event.request]
    assert len({event.number for event in issued}) == len(issued)
    for queue in ("QA", "QB", "QC"):
        of_queue = sorted(e.number for e in issued if e.number.startswith(queue))
        assert of_queue == [f"{queue}{n:03}" for n in range(1, len(of_queue) + 1)]
    verbs = Tally(tried[act] for act in by_request)
    print(f"{killed} killed, {len(tried)} acts, {len(by_request)} went through: {dict(verbs)}")
    assert len(verbs) > 7, "verbs of every kind"
    assert any(leg.state is LegState.DONE for leg in legs)
