"""How long a simulated day takes: every number, call and finish through the real verbs."""

from __future__ import annotations

import time
from pathlib import Path

from common.domain.hall import Hall
from common.resources import resource
from common.simulation.experiment import Setting, plan, run
from common.simulation.load import read_load_model
from tests.benchmarks.measuring import Row

_MOST_SECONDS = 300


def day(folder: Path, hall: Hall, level: str) -> Row:
    """A day of `level`, by default L5: 20,000 people and 832 counters in under five minutes."""
    load = read_load_model(resource("simulation", "load_model.yaml"), hall)
    planned = plan(hall, load, Setting(level=level))
    started = time.perf_counter()
    measures = run(planned, str(folder / "day.db")).before
    seconds = time.perf_counter() - started
    people, counters = measures.tickets, len(planned.at_first.hall.counters)
    return Row(
        f"a day at {level}: {people} people, {counters} counters, simulated",
        f"{seconds:.0f} s, {measures.waits.count / seconds:.0f} stops/s",
        f"≤ {_MOST_SECONDS} s",
        seconds <= _MOST_SECONDS,
        {
            "seconds": round(seconds, 1),
            "people": people,
            "stops": measures.waits.count,
            "mean_wait_minutes": round(measures.waits.mean, 2),
        },
    )
