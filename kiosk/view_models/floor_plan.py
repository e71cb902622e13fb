"""Where it is, and the way there from this kiosk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.floor_plan import FloorPlan, WayOn, way_to
from common.domain.hall import Hall
from common.domain.ids import CounterCode, KioskCode
from kiosk.view_models.errand import Errand
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.words import LIST, words

_Stop = tuple[str, tuple[CounterCode, ...]]
"""A zone, and those of its counters to go to."""


class FloorPlanView(QObject):
    """The plans of the hall with the counters of an errand, one stop at a time.

    Signals:
        changed: another errand, another stop of it, or open or closed.
        opened: somebody wants to look for a while.
    """

    changed = Signal()
    opened = Signal()

    def __init__(
        self,
        hall_watch: HallWatch,
        taking: NumberTaking,
        guide: ServiceGuide,
        kiosk: KioskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch = hall_watch
        self._taking = taking
        self._guide = guide
        self._kiosk = kiosk
        self._stops: list[_Stop] = []
        self._stop = 0
        hall_watch.changed.connect(self._hall_read)

    @Slot()
    def show_errand(self) -> None:
        """Of the page that takes a number."""
        if self._taking.about is not None:
            self._open(self._taking.about)

    @Slot()
    def show_guide(self) -> None:
        """Of the guide that is read."""
        if self._guide.errand is not None:
            self._open(self._guide.errand)

    @Slot()
    def show_slip(self) -> None:
        """Of the number on the screen: where it is called first."""
        facts = self._taking.on_screen
        if facts is not None:
            called = tuple(map(CounterCode, facts.counters))
            self._begin([(facts.zone_code, called)])

    @Slot(int)
    def pick(self, stop: int) -> None:
        """Look at another stop."""
        if 0 <= stop < len(self._stops):
            self._stop = stop
            self.changed.emit()

    @Slot()
    def close(self) -> None:
        self.wipe()

    def wipe(self) -> None:
        self._stops = []
        self._stop = 0
        self.changed.emit()

    def _open(self, errand: Errand) -> None:
        hall = errand.hall
        chosen = self._taking.kind if errand is self._taking.about else None
        stops = []
        for stop in errand.stops:
            kinds = hall.kinds_to_choose(stop.queue, errand.today) if stop.stage == 0 else ()
            kind = chosen if chosen in kinds else None
            counters = tuple(c.code for c in hall.main_counters_of(stop.queue, kind))
            stops.append((str(hall.place_of(stop.queue, kind).code), counters))
        self._begin(stops)

    def _begin(self, stops: Sequence[_Stop]) -> None:
        self._stops, self._stop = self._still_there(stops), 0
        if self._stops:
            self.opened.emit()
        self.changed.emit()

    @Slot()
    def _hall_read(self) -> None:
        """What the hall no longer has is on nobody's way."""
        left = self._still_there(self._stops)
        if left != self._stops:
            self._stops, self._stop = left, 0
        self.changed.emit()

    def _still_there(self, stops: Sequence[_Stop]) -> list[_Stop]:
        hall = self._watch.hall
        if hall is None or not hall.plans:
            return []
        zones = {str(zone.code) for zone in hall.zones}
        known = ((zone, tuple(filter(hall.is_counter, counters))) for zone, counters in stops)
        return [(zone, counters) for zone, counters in known if zone in zones and counters]

    # What pages show

    def _has_plan(self) -> bool:
        return self._watch.hall is not None and bool(self._watch.hall.plans)

    def _is_open(self) -> bool:
        return bool(self._stops)

    def _zones(self) -> list[dict[str, Any]]:
        hall = self._watch.hall
        if hall is None:
            return []
        return [
            {"zone": zone, "name": words(hall.zone(zone).name), "counters": _span(counters)}
            for zone, counters in self._stops
        ]

    def _floors(self) -> list[dict[str, Any]]:
        """The plans to look at, from here to there."""
        hall = self._watch.hall
        if hall is None or not self._stops:
            return []
        _, wanted = self._stops[self._stop]
        way = way_to(hall.plans, self._kiosk, wanted)
        walked = {one.floor: one for one in way}
        return [
            _floor_page(hall, plan, self._kiosk, set(wanted), walked.get(plan.floor))
            for plan in sorted(hall.plans, key=lambda p: _order(p, way))
            if plan.floor in walked or any(one.counter in wanted for one in plan.counters)
        ]

    hasPlan = Property(bool, _has_plan, notify=changed)
    isOpen = Property(bool, _is_open, notify=changed)
    stop = Property(int, lambda self: self._stop, notify=changed)
    stops = Property(LIST, _zones, notify=changed)
    floors = Property(LIST, _floors, notify=changed)


def _order(plan: FloorPlan, way: Sequence[WayOn]) -> int:
    return next((i for i, one in enumerate(way) if one.floor == plan.floor), len(way))


def _span(counters: Sequence[CounterCode]) -> str:
    first, last = counters[0], counters[-1]
    return str(first) if first == last else f"{first}–{last}"


def _floor_page(
    hall: Hall,
    plan: FloorPlan,
    kiosk: KioskCode,
    wanted: set[CounterCode],
    way: WayOn | None,
) -> dict[str, Any]:
    names = {zone.code: zone.name for zone in (*hall.zones, *hall.support_zones)}
    zone_of = {counter.code: str(counter.zone) for counter in hall.counters}
    return {
        "floor": plan.floor,
        "width": plan.width,
        "height": plan.height,
        "zones": [
            {**_box(one.box), "zone": str(one.zone), "name": words(names[one.zone])}
            for one in plan.zones
            if one.zone in names
        ],
        "counters": [
            {
                **_box(one.box),
                "counter": str(one.counter),
                "zone": zone_of.get(one.counter, ""),
                "wanted": one.counter in wanted,
            }
            for one in plan.counters
        ],
        "marks": [
            {"kind": m.kind.value, "x": m.x, "y": m.y, "here": m.code == kiosk} for m in plan.marks
        ],
        "way": [list(corner) for corner in way.corners] if way else [],
        "arrives": any(one.counter in wanted for one in plan.counters),
    }


def _box(box: Any) -> dict[str, int]:
    return {"x": box.x, "y": box.y, "w": box.w, "h": box.h}
