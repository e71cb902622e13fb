"""Durations, and the rows of the report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Row:
    """One line of the report; `met` is None where there is nothing to hold."""

    what: str
    measured: str
    target: str = ""
    met: bool | None = None
    figures: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Durations:
    """Milliseconds of many repetitions."""

    values: list[float] = field(default_factory=list)

    @contextmanager
    def one(self) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.values.append((time.perf_counter() - started) * 1000)

    def repeat(self, times: int, act: Callable[[], object]) -> Durations:
        for _ in range(times):
            with self.one():
                act()
        return self

    def percentile(self, share: float) -> float:
        ordered = sorted(self.values)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def p50(self) -> float:
        return self.percentile(0.50)

    @property
    def p95(self) -> float:
        return self.percentile(0.95)

    @property
    def p99(self) -> float:
        return self.percentile(0.99)

    @property
    def per_second(self) -> float:
        return len(self.values) / (sum(self.values) / 1000)

    def figures(self) -> dict[str, float]:
        return {
            "p50_ms": round(self.p50, 3),
            "p95_ms": round(self.p95, 3),
            "p99_ms": round(self.p99, 3),
            "per_second": round(self.per_second, 1),
            "count": len(self.values),
        }


def table(rows: Sequence[Row]) -> str:
    """The report as people read it."""
    marks = {True: "✓", False: "✗", None: " "}
    widths = [max(len(getattr(row, name)) for row in rows) for name in ("what", "measured")]
    return "\n".join(
        f"{marks[row.met]} {row.what:{widths[0]}}  {row.measured:{widths[1]}}  {row.target}"
        for row in rows
    )
