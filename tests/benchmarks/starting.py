"""How soon a front end is usable, and what it takes while it idles."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import psutil

from tests.benchmarks.measuring import Row

_PROBE = """
import sys, threading
from common.qt import application
run = application.Lifeline.run
def tell(self):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, lambda: print("usable", flush=True))
    return run(self)
application.Lifeline.run = tell
from importlib import import_module
sys.exit(import_module(sys.argv[1] + ".__main__").main(sys.argv[2:]))
"""
"""Starts a front end as its command does and tells when its event loop turns."""
_IDLE_SECONDS = 5.0


def front_ends(url: str) -> Iterator[Row]:
    for name, options in (
        ("kiosk", ["--windowed", "1080x1920"]),
        ("counter", ["--windowed", "1366x768"]),
        ("display", ["--windowed", "1920x1080", "--silent"]),
    ):
        yield _front_end(name, ["--db", url, *options])


def _front_end(name: str, options: list[str]) -> Row:
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _PROBE, name, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ.copy(),
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "usable"
        seconds = time.perf_counter() - started
        watched = psutil.Process(process.pid)
        time.sleep(2)
        before = watched.cpu_times()
        time.sleep(_IDLE_SECONDS)
        after = watched.cpu_times()
        memory = watched.memory_info().rss / 1024**2
    finally:
        process.terminate()
        process.wait(10)
    busy = after.user + after.system - before.user - before.system
    share = 100 * busy / _IDLE_SECONDS
    return Row(
        f"{name}: start to usable, memory, idle",
        f"{seconds:.2f} s, {memory:.0f} MB, {share:.1f} % of a core",
        "≤ 1.5 s, ≤ 200 MB, ≤ 1 %",
        seconds <= 1.5 and memory <= 200 and share <= 1.0,
        {
            "seconds": round(seconds, 3),
            "megabytes": round(memory, 1),
            "cpu_percent": round(share, 2),
        },
    )
