"""Small halls and legs, made by hand: the rules need no database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from common.domain.calendar import Calendar
from common.domain.hall import (
    Bundle,
    Counter,
    CounterKind,
    Department,
    Hall,
    Material,
    PriorityClass,
    Queue,
    Rules,
    Service,
    Stage,
    StageMode,
    Zone,
)
from common.domain.text import Text
from common.domain.ticket import Leg, LegState

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""Noon in Beijing."""
MINUTE = timedelta(minutes=1)


def words(text: str) -> Text:
    return Text(zh=f"{text}（中）", en=text)


def _service(code: str, queue: str, *materials: str) -> Service:
    return Service(
        code=code,
        queue=queue,
        department="D1",
        name=words(code),
        materials=materials,
        service_minutes=10,
        promised_days=0,
        online=False,
        popular=False,
        fee=words("free"),
    )


@pytest.fixture(scope="session")
def small_hall() -> Hall:
    """Two zones, three queues, four counters; one class for each kind of head start."""
    return Hall(
        code="SMALL",
        name=words("small hall"),
        time_zone="Asia/Shanghai",
        phone="",
        address=words("here"),
        calendar=Calendar(days=(), always=True),
        rules=Rules(),
        zones=(Zone("A", words("zone A"), 1), Zone("B", words("zone B"), 2)),
        departments=(Department("D1", words("department")),),
        queues=(
            Queue("QA", "A", words("QA"), 20),
            Queue("QB", "A", words("QB"), 20),
            Queue("QC", "B", words("QC"), 20),
        ),
        materials=(
            Material("id", words("card"), words("original")),
            Material("photo", words("photo"), words("one")),
        ),
        services=(
            _service("S1", "QA", "id"),
            _service("S2", "QA", "photo", "id"),
            _service("S3", "QB", "id"),
            _service("S4", "QC"),
        ),
        bundles=(
            Bundle(
                "BUNDLE",
                words("bundle"),
                "D1",
                (
                    Stage(StageMode.SERIAL, ("S1", "S3")),
                    Stage(StageMode.PARALLEL, ("S2", "S4", "S1")),
                    Stage(StageMode.SERIAL, ("S4",)),
                ),
            ),
        ),
        counters=(
            Counter("A01", "A", CounterKind.DEPARTMENT, words("one"), ("QA",), False),
            Counter(
                "A02",
                "A",
                CounterKind.COMPREHENSIVE,
                words("two"),
                ("QA", "QB", "QC"),
                True,
                {"QB": 10 * MINUTE},
            ),
            Counter("B01", "B", CounterKind.DEPARTMENT, words("three"), ("QB", "QA"), False),
            Counter("B02", "B", CounterKind.DEPARTMENT, words("four"), ("QC",), False),
        ),
        priority_classes=(
            PriorityClass("P0", words("ordinary"), timedelta(0), False, False),
            PriorityClass("P1", words("older"), 15 * MINUTE, False, True),
            PriorityClass("P5", words("green"), 30 * MINUTE, False, False),
            PriorityClass("P9", words("urgent"), timedelta(0), True, False),
        ),
        slip_rules=(),
        ticker=(),
        notices=(),
    )


MakeLeg = Callable[..., Leg]


@pytest.fixture(scope="session")
def make_leg() -> MakeLeg:
    """A waiting leg; anything about it may be said: `make_leg(7, lane="P1", ready=-5)`."""

    def make_leg(order: int = 1, *, ready: float = 0.0, **facts: object) -> Leg:
        values: dict[str, object] = {
            "id": f"leg-{order}",
            "ticket": f"ticket-{order}",
            "number": f"QA{order:03d}",
            "position": 0,
            "stage": 0,
            "queue": "QA",
            "lane": "P0",
            "services": ("S1",),
            "state": LegState.WAITING,
            "ready_at": NOON + ready * MINUTE,
            "order": order,
        }
        return Leg(**{**values, **facts})  # type: ignore[arg-type]

    return make_leg
