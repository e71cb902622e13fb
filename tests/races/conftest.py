"""Many processes on one hall, started together."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

Start = Callable[..., "Racer"]


class Racer:
    """A process that opened the hall and waits for its start."""

    def __init__(self, act: str, url: str, *arguments: object) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "racer.py"), act, url, *map(str, arguments)],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self) -> None:
        assert self.line() == "ready"

    def go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def answer(self) -> Any:
        """What the process did, when it ended well."""
        out, _ = self.process.communicate(timeout=60)
        assert self.process.returncode == 0
        return json.loads(out)


@pytest.fixture
def racer() -> Iterator[Start]:
    racers: list[Racer] = []

    def start(act: str, url: str, *arguments: object) -> Racer:
        racers.append(Racer(act, url, *arguments))
        return racers[-1]

    yield start
    for one in racers:
        one.process.kill()
        one.process.communicate()


@pytest.fixture
def race(racer: Start) -> Callable[..., list[Any]]:
    """Run one act in several processes at once: `race("call", url, [["F01"], ["F02"]])`."""

    def race(act: str, url: str, arguments: list[list[object]]) -> list[Any]:
        racers = [racer(act, url, *one) for one in arguments]
        for one in racers:
            one.wait_until_ready()
        for one in racers:
            one.go()
        return [one.answer() for one in racers]

    return race
