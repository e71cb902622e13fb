"""Simulated days, small enough for a test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from common.domain.hall import Hall
from common.operations.hall_file import HallFile
from common.resources import resource
from common.simulation.experiment import Result, Setting, plan, run
from common.simulation.load import LoadModel, read_load_model

Simulate = Callable[..., Result]


@pytest.fixture
def hall(demo_file: HallFile) -> Hall:
    return demo_file.hall


@pytest.fixture
def load(hall: Hall) -> LoadModel:
    return read_load_model(resource("simulation", "load_model.yaml"), hall)


@pytest.fixture
def simulate(hall: Hall, load: LoadModel, tmp_path: Path) -> Simulate:
    """`simulate(tickets=300, pool=("A", "C"))` on a database of its own; the others are shares."""
    count = 0

    def simulate(
        *,
        several: float | None = None,
        bundles: float | None = None,
        booked: float | None = None,
        staffed: float | None = None,
        **setting: object,
    ) -> Result:
        nonlocal count
        count += 1
        changed = load
        if several is not None:
            changed = replace(changed, several=several)
        if bundles is not None:
            changed = replace(changed, bundles=bundles)
        if booked is not None:
            changed = replace(changed, appointments=booked)
        if staffed is not None:
            changed = replace(changed, staffed=staffed)
        planned = plan(hall, changed, Setting(**setting))  # type: ignore[arg-type]
        return run(planned, str(tmp_path / f"{count}.db"))

    return simulate
