"""The floor plan in a hall file, and the value that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from common.domain.floor_plan import Box, Cell, FloorPlan, Mark, MarkKind, PlanCounter, PlanZone
from common.domain.ids import CounterCode, ZoneCode
from common.operations.hall_file.text_form import STRICT

_Cell = Annotated[int, Field(ge=0, le=199)]
_Size = Annotated[int, Field(ge=1, le=200)]


class _PlanPart(BaseModel):
    model_config = STRICT


class PlanZoneForm(_PlanPart):
    zone: str
    x: _Cell
    y: _Cell
    w: _Size
    h: _Size

    def box(self) -> Box:
        return Box(self.x, self.y, self.w, self.h)


class PlanRowForm(_PlanPart):
    """Counters in a row: the first at `x`, `y`, each of the size `w`, `h`."""

    counters: Annotated[list[str], Field(min_length=1)]
    x: _Cell
    y: _Cell
    w: _Size
    h: _Size
    gap: Annotated[int, Field(ge=0, le=20)] = 1
    down: bool = False

    def front(self, width: int, height: int) -> Cell:
        """People stand towards the middle of a plan of this size."""
        if self.down:
            return (1, 0) if 2 * self.x + self.w < width else (-1, 0)
        return (0, 1) if 2 * self.y + self.h < height else (0, -1)

    def boxes(self) -> Iterator[tuple[str, Box]]:
        for place, code in enumerate(self.counters):
            far = place * ((self.h if self.down else self.w) + self.gap)
            x, y = (self.x, self.y + far) if self.down else (self.x + far, self.y)
            yield code, Box(x, y, self.w, self.h)


class PlanMarkForm(_PlanPart):
    kind: Literal["kiosk", "door", "stairs", "lift"]
    code: str = ""
    x: _Cell
    y: _Cell


class FloorPlanForm(_PlanPart):
    floor: Annotated[int, Field(ge=-9, le=200)]
    width: Annotated[int, Field(ge=10, le=200)]
    height: Annotated[int, Field(ge=10, le=200)]
    zones: list[PlanZoneForm] = []
    rows: Annotated[list[PlanRowForm], Field(min_length=1)]
    marks: list[PlanMarkForm] = []


def floor_plan(form: FloorPlanForm) -> FloorPlan:
    return FloorPlan(
        form.floor,
        form.width,
        form.height,
        tuple(PlanZone(ZoneCode(one.zone), one.box()) for one in form.zones),
        tuple(
            PlanCounter(CounterCode(code), box, row.front(form.width, form.height))
            for row in form.rows
            for code, box in row.boxes()
        ),
        tuple(Mark(MarkKind(one.kind), one.code, one.x, one.y) for one in form.marks),
    )
