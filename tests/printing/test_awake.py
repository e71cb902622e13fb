"""A computer that was kept from running for a moment calls no device silent for it."""

from __future__ import annotations

import threading

import pytest

from common.ports import awake
from common.ports.deadline import within
from common.printing.patience import Patience
from common.printing.printer import Printer
from common.printing.profile import load_profile
from common.printing.transports.transport import Transport


class Freezes:
    """A computer's clock that nothing but the test moves."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock(monkeypatch):
    clock = Freezes()
    monkeypatch.setattr("common.ports.awake.time.monotonic", clock)
    awake.now()
    return clock


class Slow(Transport):
    """A printer that answers at the second look, before which the computer sleeps for a minute."""

    def __init__(self, clock: Freezes) -> None:
        super().__init__("tcp://printer:9100")
        self._clock = clock
        self._looks = self._asked = 0

    def write(self, data: bytes, seconds: float) -> None:
        self._asked, self._looks = data.count(b"\x10\x04"), 0

    def read(self, seconds: float) -> bytes:
        self._looks += 1
        if self._looks == 2 and self._asked:
            return b"\x12"
        self._clock.time += 60.0 if self._looks == 1 else seconds
        return b""

    def close(self) -> None:
        return

    def drop_unsent(self) -> None:
        return


def test_time_in_which_the_computer_slept_is_not_counted(clock):
    began = awake.now()
    clock.time += 0.04
    assert awake.now() - began == pytest.approx(0.04)
    clock.time += 3_600
    assert awake.now() - began < 0.2


def test_each_thread_has_a_time_of_its_own(clock):
    counted: list[float] = []

    def other() -> None:
        began = awake.now()
        clock.time += 0.05
        counted.append(awake.now() - began)

    before = awake.now()
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert counted == [pytest.approx(0.05)]
    assert awake.now() - before == pytest.approx(0.05)


def test_an_answer_that_came_while_the_computer_slept_is_heard(clock, monkeypatch):
    line = Slow(clock)
    monkeypatch.setattr("common.printing.conversation.open_transport", lambda url, seconds: line)
    printer = Printer(line.url, load_profile("masung-ms-80"), Patience(reply=0.2))
    assert printer.check().ready


def test_what_was_done_while_the_computer_slept_is_done(monkeypatch):
    """Both threads stood still, so that the deadline went by before the other had a chance."""
    may, clock = threading.Event(), Freezes()
    monkeypatch.setattr("common.ports.awake.time.monotonic", clock)

    looks: list[float] = []

    def look(futures, seconds):
        looks.append(seconds)
        if len(looks) == 1:
            clock.time += 60.0
            return set(), futures
        if seconds > 0:
            may.set()
        return wait(futures, 30 if seconds > 0 else 0)

    wait = within.__globals__["wait"]
    monkeypatch.setattr("common.ports.deadline.wait", look)
    assert within(0.2, may.wait) is True
