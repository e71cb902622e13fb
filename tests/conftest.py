"""What every test gets: no screen, no home folder of a person, and no mess left by another test."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

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
    if _name != "JIAOHAO_FAILED_CHECKS":
        del os.environ[_name]
time.tzset()

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from shiboken6 import isValid  # noqa: E402

settings.register_profile("jiaohao", deadline=None, print_blob=True)
settings.load_profile("jiaohao")

PATIENCE = 2.0
"""Seconds that a thread may take to end after its test."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """`dev.py test` runs pytest last; what failed before it must not scroll out of sight."""
    failed = os.environ.get("JIAOHAO_FAILED_CHECKS")
    if failed:
        terminalreporter.section("checks that failed before pytest", red=True, bold=True)
        terminalreporter.line(failed)


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
