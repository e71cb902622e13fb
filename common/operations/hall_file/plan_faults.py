"""What is wrong with a floor plan: things that are not there, or not where they can be."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.floor_plan import Box
from common.domain.text import Text
from common.operations.hall_file.document import Path
from common.operations.hall_file.form import FileForm
from common.operations.hall_file.plan_form import FloorPlanForm, PlanMarkForm
from common.operations.hall_file.references import Fault, dangling, repeated_in

_ZONE = Text(zh="功能区", en="zone")
_COUNTER = Text(zh="窗口", en="counter")
_KIOSK = Text(zh="取号机", en="kiosk")
_UP = ("stairs", "lift")


def faulty_plans(file: FileForm) -> Iterator[Fault]:
    yield from repeated_in(("plans",), [f"floor {plan.floor}" for plan in file.plans])
    drawn = [code for plan in file.plans for row in plan.rows for code in row.counters]
    yield from repeated_in(("plans",), drawn)
    for i, plan in enumerate(file.plans):
        yield from _faulty_names(("plans", i), plan, file)
        yield from _outside(("plans", i), plan)
        yield from _overlapping(("plans", i), plan)
    yield from _cut_off(file)


def _faulty_names(at: Path, plan: FloorPlanForm, file: FileForm) -> Iterator[Fault]:
    floors = {zone.code: zone.floor for zone in (*file.zones, *file.support_zones)}
    zone_of = {counter.code: counter.zone for counter in file.counters}
    for i, one in enumerate(plan.zones):
        path = (*at, "zones", i, "zone")
        yield from dangling(path, one.zone, set(floors), _ZONE)
        yield from _wrong_floor(path, one.zone, floors.get(one.zone, plan.floor), plan.floor)
    for i, row in enumerate(plan.rows):
        path = (*at, "rows", i, "counters")
        for code in row.counters:
            yield from dangling(path, code, set(zone_of), _COUNTER)
            floor = floors.get(zone_of.get(code, ""), plan.floor)
            yield from _wrong_floor(path, code, floor, plan.floor)
    for i, mark in enumerate(plan.marks):
        if mark.kind == "kiosk":
            kiosks = {kiosk.code for kiosk in file.kiosks}
            yield from dangling((*at, "marks", i, "code"), mark.code, kiosks, _KIOSK)
        elif mark.kind in _UP and not mark.code:
            yield (
                (*at, "marks", i, "kind"),
                Text(
                    zh="楼梯和电梯请填写 code，各层同一部用同一个 code",
                    en="give stairs and lifts a code: the same one on each floor that they join",
                ),
            )


def _wrong_floor(path: Path, code: str, floor: int, drawn: int) -> Iterator[Fault]:
    if floor != drawn:
        yield (
            path,
            Text(
                zh=f"{code} 在 {floor} 楼，请移到该楼层的平面图",
                en=f"{code} is on floor {floor}; draw it on the plan of that floor",
            ),
        )


def _outside(at: Path, plan: FloorPlanForm) -> Iterator[Fault]:
    for path, name, box in _boxes(at, plan):
        if box.x + box.w > plan.width or box.y + box.h > plan.height:
            yield (
                path,
                Text(
                    zh=f"{name} 超出平面图（{plan.width}×{plan.height} 格），请改小或加大平面图",
                    en=f"{name} lies outside the plan of {plan.width} by {plan.height} cells; "
                    "move it, or make the plan larger",
                ),
            )


def _overlapping(at: Path, plan: FloorPlanForm) -> Iterator[Fault]:
    for kind in ("zones", "rows"):
        boxes = [one for one in _boxes(at, plan) if one[0][2] == kind]
        for place, (path, name, box) in enumerate(boxes):
            for _, other, earlier in boxes[:place]:
                if box.overlaps(earlier):
                    yield path, _covers(name, other)
    counters = [(name, box) for path, name, box in _boxes(at, plan) if path[2] == "rows"]
    for i, mark in enumerate(plan.marks):
        for name, box in counters:
            if _cell(mark).overlaps(box):
                yield (*at, "marks", i), _covers(mark.code or mark.kind, name)


def _covers(name: str, other: str) -> Text:
    return Text(
        zh=f"{name} 与 {other} 重叠，请移开其中一个",
        en=f"{name} covers {other}; move one of them",
    )


def _cell(mark: PlanMarkForm) -> Box:
    return Box(mark.x, mark.y, 1, 1)


def _boxes(at: Path, plan: FloorPlanForm) -> Iterator[tuple[Path, str, Box]]:
    for i, zone in enumerate(plan.zones):
        yield (*at, "zones", i), zone.zone, zone.box()
    for i, row in enumerate(plan.rows):
        for code, box in row.boxes():
            yield (*at, "rows", i), code, box
    for i, mark in enumerate(plan.marks):
        yield (*at, "marks", i), mark.code or mark.kind, _cell(mark)


def _cut_off(file: FileForm) -> Iterator[Fault]:
    """A floor with counters that no stairs and no lift join to another."""
    ups = [{m.code for m in plan.marks if m.kind in _UP} for plan in file.plans]
    for i, mine in enumerate(ups):
        others = set().union(*ups[:i], *ups[i + 1 :]) if len(ups) > 1 else mine
        if len(ups) > 1 and not mine & others:
            yield (
                ("plans", i, "floor"),
                Text(
                    zh=f"{file.plans[i].floor} 楼没有与其他楼层相通的楼梯或电梯，请在 marks 中加入",
                    en=f"no stairs and no lift lead to floor {file.plans[i].floor}; "
                    "add them to marks",
                ),
            )
