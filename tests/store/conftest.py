"""Databases to look into and to break."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Connection, Engine, create_engine, make_url

from common import operations
from common.domain.ids import TicketId
from common.operations import Issued
from common.store import Store

ROOT = Path(__file__).parents[2]


def address(url: str) -> URL:
    if url.startswith("postgresql"):
        return make_url(url).set(drivername="postgresql+psycopg")
    return URL.create("sqlite+pysqlite", database=url)


@pytest.fixture
def engine(hall_url: str) -> Iterator[Engine]:
    """Straight to the tables, past the code."""
    engine = create_engine(address(hall_url))
    yield engine
    engine.dispose()


@pytest.fixture
def tables(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


Take = Callable[..., Issued]


@pytest.fixture
def take() -> Take:
    """Take a number: `take(store)`, `take(store, "BA001")`."""

    def take(store: Store, *wanted: str) -> Issued:
        return operations.issue(store, wanted or ("FA002",), ticket=TicketId(operations.new_id()))

    return take


_ISSUE = """
import sys
from common import operations
from common.store import open_store
store = open_store(sys.argv[1])
print(operations.issue(store, ["FA002"], ticket=operations.new_id()).number)
store.close()
"""


@pytest.fixture
def other_process() -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """A process that takes one number and prints it."""
    running: list[subprocess.Popen[str]] = []

    def start(url: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", _ISSUE, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        running.append(process)
        return process

    yield start
    for process in running:
        process.communicate(timeout=30)
