"""A small hall that never closes, on each engine, and how long to look for what breaks it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, Phase, settings
from sqlalchemy import make_url

from common.domain.calendar import Calendar, Hours
from common.domain.hall import (
    Bundle,
    Counter,
    CounterKind,
    Department,
    Hall,
    PriorityClass,
    Queue,
    Rules,
    Service,
    Stage,
    StageMode,
    Zone,
)
from common.domain.session import Clerk, Role
from common.domain.text import Text
from common.store import create_database

MINUTE = timedelta(minutes=1)
LONG = os.environ.get("JIAOHAO_PROOF") == "long"
"""Ask for many more days and longer chaos: `JIAOHAO_PROOF=long`."""
PASSWORD = "Right-2026"
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]


def words(text: str) -> Text:
    return Text(zh=f"{text}（中）", en=text)


@pytest.fixture(scope="session")
def effort() -> Callable[[int, int], settings]:
    """`effort(days, steps)`: hypothesis settings, ten times the days when there is time."""

    def effort(days: int, steps: int = 50) -> settings:
        return settings(
            max_examples=days * 10 if LONG else days,
            stateful_step_count=steps,
            deadline=None,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=PHASES,
        )

    return effort


@pytest.fixture(scope="session")
def seconds() -> Callable[[float], float]:
    """So many seconds of chaos; five times as many when there is time."""
    return lambda usual: usual * 5 if LONG else usual


def _service(code: str, queue: str) -> Service:
    return Service(
        code=code,
        queue=queue,
        department="D1",
        name=words(code),
        materials=(),
        service_minutes=10,
        promised_days=0,
        online=False,
        popular=False,
        fee=words("free"),
    )


@pytest.fixture(scope="session")
def round_the_clock() -> Hall:
    """Three queues, one with a quota and places to book; four counters; a bundle of four legs."""
    whole_day = tuple((day, (Hours(time(0), time(23, 30)),)) for day in range(7))
    return Hall(
        code="PROOF",
        name=words("proof"),
        time_zone="Asia/Shanghai",
        phone="",
        address=words("here"),
        calendar=Calendar(days=whole_day, always=True),
        rules=Rules(),
        zones=(Zone("A", words("zone A"), 1), Zone("B", words("zone B"), 2)),
        departments=(Department("D1", words("department")),),
        queues=(
            Queue("QA", "A", words("QA"), 20),
            Queue("QB", "A", words("QB"), 20, half_hour_quota=6, appointment_share=50),
            Queue("QC", "B", words("QC"), 20),
        ),
        materials=(),
        services=(
            _service("S1", "QA"),
            _service("S2", "QA"),
            _service("S3", "QB"),
            _service("S4", "QC"),
        ),
        bundles=(
            Bundle(
                "BUNDLE",
                words("bundle"),
                "D1",
                (
                    Stage(StageMode.SERIAL, ("S1", "S3")),
                    Stage(StageMode.PARALLEL, ("S2", "S4")),
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
            PriorityClass("PA", words("booked"), 5 * MINUTE, False, False, appointment=True),
        ),
        slip_rules=(),
        ticker=(),
        notices=(),
    )


@pytest.fixture(scope="session")
def clerks() -> list[Clerk]:
    """Four people, one of them trained for QA alone, and their supervisor."""
    # A hash that costs nothing: signing in is tried hundreds of times.
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    return [
        Clerk("li", words("Li"), quick),
        Clerk("wang", words("Wang"), quick, skills=("QA",)),
        Clerk("zhao", words("Zhao"), quick),
        Clerk("chen", words("Chen"), quick, Role.SUPERVISOR),
    ]


Tables = dict[str, list[tuple[Any, ...]]]


class Place:
    """A database for one day after another, and a look at its tables past the code."""

    tables: Mapping[str, str] = {
        "ticket": "number, day, queue, sequence, day_order, priority, issued_at, id",
        "event": "sequence, hash",
        "session": "counter, clerk, until",
        "pause": "counter, reason, until",
        "extra_queue": "counter, queue, until",
        "appointment": "id, day, slot, queue, state, ticket",
        "blocked_person": "person, until",
        "clerk": "login, failures, locked_until",
    }
    forgotten = (
        "event, print_job, form_link, filled_form, rating, appointment, leg, ticket, session, "
        "pause, extra_queue, blocked_person"
    )

    url: str

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def renew(self) -> None:
        """A new day in an empty hall."""
        raise NotImplementedError

    def look(self, leg_columns: str) -> Tables:
        """Every row of the line, in order."""
        asked = {**self.tables, "leg": f"{leg_columns}, day"}
        return {
            table: self.rows(f"SELECT {columns} FROM {table} ORDER BY {columns}")
            for table, columns in asked.items()
        }


class SqlitePlace(Place):
    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._folder = folder
        self._days = 0
        self._raw: sqlite3.Connection | None = None

    def renew(self) -> None:
        self.close()
        self._days += 1
        self.url = os.fspath(shutil.copy(self._template, self._folder / f"{self._days}.db"))
        self._raw = sqlite3.connect(f"file:{self.url}?mode=ro", uri=True)

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        assert self._raw is not None
        return self._raw.execute(statement).fetchall()

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()
            Path(self.url).unlink()
            self._raw = None


class PostgresPlace(Place):
    def __init__(self, url: str) -> None:
        self.url = url
        self._raw = psycopg.connect(url, autocommit=True)

    def renew(self) -> None:
        self._raw.execute(f"TRUNCATE {self.forgotten}")
        self._raw.execute("UPDATE clerk SET failures = 0, locked_until = NULL")

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self._raw.execute(statement).fetchall()

    def close(self) -> None:
        self._raw.close()


@pytest.fixture(scope="session")
def proof_template(
    tmp_path_factory: pytest.TempPathFactory, round_the_clock: Hall, clerks: list[Clerk]
) -> Path:
    path = tmp_path_factory.mktemp("proof") / "hall.db"
    create_database(str(path), round_the_clock, clerks=clerks, durable=False).close()
    return path


@pytest.fixture
def sqlite_place(proof_template: Path, tmp_path: Path) -> Iterator[Place]:
    place = SqlitePlace(proof_template, tmp_path)
    place.renew()
    yield place
    place.close()


@pytest.fixture
def postgres_place(
    postgres_server: str, round_the_clock: Hall, clerks: list[Clerk]
) -> Iterator[Place]:
    name = f"proof_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        url = make_url(postgres_server).set(database=name).render_as_string(hide_password=False)
        create_database(url, round_the_clock, clerks=clerks).close()
        place = PostgresPlace(url)
        yield place
        place.close()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest) -> Place:
    """The small hall on each engine in turn."""
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found
