"""The floors of a hall on a grid, and the way over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import pairwise

from common.domain.ids import CounterCode, KioskCode, ZoneCode

Cell = tuple[int, int]
"""Across and down, from 0, 0 at the top left."""


class MarkKind(StrEnum):
    """What people look for on a plan besides counters."""

    KIOSK = "kiosk"
    DOOR = "door"
    STAIRS = "stairs"
    LIFT = "lift"


@dataclass(frozen=True, slots=True)
class Box:
    """So many cells across and down, from the cell at `x` and `y` on; 0, 0 is at the top left."""

    x: int
    y: int
    w: int
    h: int

    def overlaps(self, other: Box) -> bool:
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def cells(self) -> Iterator[Cell]:
        return ((self.x + i, self.y + j) for i in range(self.w) for j in range(self.h))


@dataclass(frozen=True, slots=True)
class PlanZone:
    zone: ZoneCode
    box: Box


@dataclass(frozen=True, slots=True)
class PlanCounter:
    counter: CounterCode
    box: Box
    front: Cell = (0, 1)
    """The step from the counter to those before it: one cell across, or down."""

    @property
    def before(self) -> Cell:
        """The cell where its people stand."""
        box, (across, down) = self.box, self.front
        x = box.x + box.w // 2 if across == 0 else box.x + (box.w if across > 0 else -1)
        y = box.y + box.h // 2 if down == 0 else box.y + (box.h if down > 0 else -1)
        return x, y


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell. `code` tells a kiosk, or stairs that lead to the stairs of that code elsewhere."""

    kind: MarkKind
    code: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class FloorPlan:
    floor: int
    width: int
    height: int
    zones: tuple[PlanZone, ...]
    counters: tuple[PlanCounter, ...]
    marks: tuple[Mark, ...] = ()

    def kiosk(self, code: KioskCode) -> Mark | None:
        return next((m for m in self.marks if m.kind is MarkKind.KIOSK and m.code == code), None)

    def ways_up(self) -> tuple[Mark, ...]:
        """Stairs and lifts."""
        return tuple(m for m in self.marks if m.kind in (MarkKind.STAIRS, MarkKind.LIFT))


@dataclass(frozen=True, slots=True)
class WayOn:
    """A part of a way: the corners that one turns at, on one floor."""

    floor: int
    corners: tuple[Cell, ...]


def way_to(
    plans: Sequence[FloorPlan], kiosk: KioskCode, counters: Iterable[CounterCode]
) -> tuple[WayOn, ...]:
    """How to walk from a kiosk to the nearest of `counters`, by stairs or lift to another floor.

    Empty when the plans do not show the kiosk or the counters, or nothing leads there.
    """
    wanted = set(counters)
    here = next(((plan, mark) for plan in plans if (mark := plan.kiosk(kiosk))), None)
    if here is None:
        return ()
    plan, mark = here
    if any(one.counter in wanted for one in plan.counters):
        walk = _walk(plan, (mark.x, mark.y), _before(plan, wanted))
        return (WayOn(plan.floor, walk),) if walk else ()
    for other in plans:
        if any(one.counter in wanted for one in other.counters):
            return _over_floors(plan, (mark.x, mark.y), other, _before(other, wanted))
    return ()


def _over_floors(
    here: FloorPlan, start: Cell, there: FloorPlan, goal: set[Cell]
) -> tuple[WayOn, ...]:
    landings = {mark.code: mark for mark in there.ways_up()}
    ways = []
    for mark in here.ways_up():
        if mark.code in landings:
            landing = landings[mark.code]
            first = _walk(here, start, {(mark.x, mark.y)})
            second = _walk(there, (landing.x, landing.y), goal)
            if first and second:
                ways.append((_length(first) + _length(second), first, second))
    if not ways:
        return ()
    _, first, second = min(ways)
    return WayOn(here.floor, first), WayOn(there.floor, second)


def _length(corners: Sequence[Cell]) -> int:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(corners))


def _before(plan: FloorPlan, wanted: set[CounterCode]) -> set[Cell]:
    """The cells where the people of the wanted counters stand."""
    return {one.before for one in plan.counters if one.counter in wanted}


_TURN, _THROUGH_A_ZONE = 3, 3
"""In cells: people turn seldom and do not walk through those who wait elsewhere."""


def _walk(plan: FloorPlan, start: Cell, goal: set[Cell]) -> tuple[Cell, ...]:
    """The corners of the easiest walk to any cell of `goal`; nothing when none leads there."""
    walls = {cell for one in plan.counters for cell in one.box.cells()}
    zones = {
        cell
        for one in plan.zones
        if goal.isdisjoint(cells := set(one.box.cells()))
        for cell in cells
    }
    frontier: list[tuple[int, Cell, Cell]] = [(0, start, (0, 0))]
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None] = {(start, (0, 0)): None}
    costs = {(start, (0, 0)): 0}
    while frontier:
        cost, cell, heading = heappop(frontier)
        if cost > costs[cell, heading]:
            continue
        if cell in goal:
            return _corners(came, (cell, heading))
        for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = (cell[0] + step[0], cell[1] + step[1])
            if there in walls or not (0 <= there[0] < plan.width and 0 <= there[1] < plan.height):
                continue
            turn = _TURN if heading not in ((0, 0), step) else 0
            dearer = cost + 1 + turn + (_THROUGH_A_ZONE if there in zones else 0)
            if dearer < costs.get((there, step), 1 << 30):
                costs[there, step] = dearer
                came[there, step] = (cell, heading)
                heappush(frontier, (dearer, there, step))
    return ()


def _corners(
    came: dict[tuple[Cell, Cell], tuple[Cell, Cell] | None], last: tuple[Cell, Cell]
) -> tuple[Cell, ...]:
    found = [last[0]]
    at: tuple[Cell, Cell] | None = last
    while at is not None:
        before = came[at]
        if before is None or before[1] != at[1]:
            found.append(before[0] if before else at[0])
        at = before
    return tuple(dict.fromkeys(reversed(found)))
