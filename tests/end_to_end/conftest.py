"""Front ends as processes, on one database file, with a printer on a real line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort
from common.store import Store, open_store

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


class Program:
    """One front end in a process of its own."""

    def __init__(self, name: str, database: str, option: str = "") -> None:
        self.name = name
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.end_to_end.front_end", name, database, option],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, words: str) -> Any:
        """Say one line and return the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(words + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"{self.name} ended while it was asked: {words}"
        return json.loads(line)

    def wait_until(self, words: str, expected: Any = True) -> Any:
        """Ask again and again until the answer is as expected, or passes the test given."""
        met: Callable[[Any], bool] = (
            expected if callable(expected) else lambda answer: answer == expected
        )
        until = time.monotonic() + PATIENCE
        while not met(answer := self.ask(words)):
            assert time.monotonic() < until, f"{self.name}: {words} is {answer}"
            time.sleep(0.01)  # the processor is for what is waited for
        return answer

    def kill(self) -> None:
        """As a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._close()

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._close()

    def _close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


@pytest.fixture
def start(sqlite_url: str) -> Iterator[Callable[..., Program]]:
    """Start a front end on the test's hall: `start("counter", "F01")`."""
    with ExitStack() as stack:

        def start(name: str, option: str = "") -> Program:
            program = Program(name, sqlite_url, option)
            stack.callback(program.end)
            program.wait_until("ready")
            return program

        yield start


@pytest.fixture
def store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    device = VirtualPrinter(load_profile("generic-80"), speed=2_000)
    yield device
    device.stop()


@pytest.fixture
def printer_url(printer: VirtualPrinter) -> Iterator[str]:
    line = PtyPort(printer)
    yield f"serial://{line.path}"
    line.close()


@pytest.fixture
def slow_printer_url() -> Iterator[str]:
    """A printer that takes half a minute for a slip."""
    device = VirtualPrinter(load_profile("generic-80"), speed=3)
    line = PtyPort(device)
    yield f"serial://{line.path}"
    line.close()
    device.stop()
