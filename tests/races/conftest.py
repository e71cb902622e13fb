"""Many processes on one hall, started together."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.races.racer import run

Start = Callable[..., "Racer"]

# Each is a process of its own, forked off one that holds nothing but what all of them import.
_PROCESSES = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
_PROCESSES.set_forkserver_preload(
    ["tests.races.racer", "common.store.postgres", "common.store.sqlite"]
)


class Racer:
    """A process that opened the hall and waits for its start."""

    def __init__(self, act: str, url: str, *arguments: object) -> None:
        self._line, theirs = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=run, args=(theirs, act, url, *map(str, arguments)))
        self.process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        assert self.told() == "ready"

    def go(self) -> None:
        self._line.send("go")

    def told(self) -> Any:
        """What it tells next; waits for it. Raises EOFError when it ended."""
        return self._line.recv()

    def answer(self) -> Any:
        """What the process did, when it ended well."""
        answer = self.told()
        self.process.join(60)
        assert self.process.exitcode == 0
        return answer

    def kill(self) -> list[Any]:
        """End it without warning, and return what it told until then."""
        self.process.kill()
        rest = []
        try:
            while True:
                rest.append(self.told())
        except (EOFError, OSError):  # it ended after what it told, or in the middle of it
            return rest

    def leave(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self._line.close()


@pytest.fixture
def racer() -> Iterator[Start]:
    racers: list[Racer] = []

    def start(act: str, url: str, *arguments: object) -> Racer:
        racers.append(Racer(act, url, *arguments))
        return racers[-1]

    yield start
    for one in racers:
        one.leave()


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
