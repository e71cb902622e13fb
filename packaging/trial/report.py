"""The steps of a trial: each has a name, takes its time and passes, fails or is left out."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TextIO


class Verdict(StrEnum):
    PASSED = "passed"
    FAILED = "FAILED"
    LEFT_OUT = "left out"


class Failure(Exception):
    """What a step found to be wrong, in words for whoever reads the table."""


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    verdict: Verdict
    seconds: float
    remark: str


@dataclass(slots=True)
class Report:
    """Runs the steps one after the other and keeps what became of them."""

    log: TextIO
    say: Callable[[str], None] = print
    clock: Callable[[], float] = time.monotonic
    results: list[Result] = field(default_factory=list)
    _remarks: list[str] = field(default_factory=list)

    @contextlib.contextmanager
    def step(self, name: str, *, after: tuple[str, ...] = ()) -> Iterator[None]:
        """Run the body as the step `name`; what it raises is its failure, and not the trial's.

        A step that comes `after` one that did not pass is left out: `if report.open(name, after)`.
        """
        began = self.clock()
        self._remarks = []
        self.note(f"── {name}")
        verdict = Verdict.PASSED
        try:
            yield
        except Exception as problem:  # noqa: BLE001 - the table tells of it, the next step goes on
            verdict = Verdict.FAILED
            self._remarks.insert(0, " ".join(str(problem).split()) or type(problem).__name__)
            self.note(traceback.format_exc())
        self._keep(Result(name, verdict, self.clock() - began, "; ".join(self._remarks)))

    def run(self, name: str, body: Callable[[], None], *, after: tuple[str, ...] = ()) -> bool:
        """Run `body` as the step `name`, unless a step that it builds on did not pass."""
        missing = [one for one in after if not self.passed(one)]
        if missing:
            remark = f"it needs “{missing[0]}”"
            self._keep(Result(name, Verdict.LEFT_OUT, 0.0, remark))
            return False
        with self.step(name):
            body()
        return self.passed(name)

    def passed(self, name: str) -> bool:
        return any(one.name == name and one.verdict is Verdict.PASSED for one in self.results)

    def remark(self, text: str) -> None:
        """Add to the running step's line what was measured."""
        self._remarks.append(text)
        self.note(f"  {text}")

    def note(self, text: str) -> None:
        """Write to the log only."""
        self.log.write(text.rstrip("\n") + "\n")
        self.log.flush()

    def _keep(self, result: Result) -> None:
        self.results.append(result)
        line = in_line(result)
        self.note(line)
        self.say(line)

    @property
    def code(self) -> int:
        """For the end of the program: 0 when every step passed, and there was one."""
        good = self.results and all(one.verdict is Verdict.PASSED for one in self.results)
        return 0 if good else 1

    def table(self) -> str:
        """All steps with their seconds, and the sum."""
        width = max((len(one.name) for one in self.results), default=0)
        rows = [
            f"{one.name:{width}}  {one.verdict:8}  {one.seconds:7.1f} s" for one in self.results
        ]
        counts = ", ".join(
            f"{sum(one.verdict is verdict for one in self.results)} {verdict.value}"
            for verdict in Verdict
        )
        total = sum(one.seconds for one in self.results)
        return "\n".join([*rows, f"{counts} in {total:.0f} s"])


def in_line(result: Result) -> str:
    remark = f"  ({result.remark})" if result.remark else ""
    return f"{result.verdict:8} {result.seconds:7.1f} s  {result.name}{remark}"
