"""Which kind of counter a number is for, where the hall leaves the choice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.estimate import WaitRange
from common.domain.hall import CounterKind, Hall
from common.domain.ids import QueueCode
from kiosk.view_models.catalogue import counter_span
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.words import LIST, words

_FIRST = ""
"""Whichever counter is free first: the choice of who makes none."""


class CounterChoice(QObject):
    """A comprehensive or a department counter, with the expected wait of each.

    Signals:
        changed: other counters to choose from, another wait, or another choice.
    """

    changed = Signal()

    def __init__(
        self, taking: NumberTaking, hall_watch: HallWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._taking = taking
        self._watch = hall_watch
        taking.errand_changed.connect(self.changed)
        taking.changed.connect(self.changed)
        hall_watch.waits_changed.connect(self.changed)

    @Slot(str)
    def choose(self, kind: str) -> None:
        """`kind` as `options` names it."""
        if any(option["kind"] == kind and option["open"] for option in self._options()):
            self._taking.choose_kind(CounterKind(kind) if kind else None)

    # What pages show

    def _options(self) -> list[dict[str, Any]]:
        """Nothing where there is nothing to choose."""
        errand = self._taking.about
        if errand is None or not self._taking.walks_in:
            return []
        for stop in errand.stops:
            if stop.stage == 0 and errand.hall.kinds_to_choose(stop.queue, errand.today):
                return list(self._of_queue(errand.hall, stop.queue))
        return []

    def _of_queue(self, hall: Hall, queue: QueueCode) -> Iterator[dict[str, Any]]:
        waits, lane = self._watch.known_waits, self._taking.lane
        fresh = waits.fresh.get((queue, lane))
        yield {"kind": _FIRST, "open": True, "wait": _minutes(fresh), "counters": "", "zone": ""}
        kinds = hall.kinds_to_choose(queue, self._watch.now().date())
        calling = [kind for kind in kinds if (queue, kind) in waits.open_kinds]
        for kind in kinds:
            zone = hall.place_of(queue, kind)
            yield {
                "kind": kind.value,
                # Where nobody calls yet, nobody knows who will.
                "open": kind in calling or not calling,
                "wait": _minutes(waits.by_kind.get((queue, lane, kind))),
                "counters": counter_span(hall, queue, kind),
                "zone": str(zone.code),
                "zoneName": words(zone.name),
                "floor": zone.floor,
            }

    def _chosen(self) -> str:
        kind = self._taking.kind
        return kind.value if kind else _FIRST

    options = Property(LIST, _options, notify=changed)
    chosen = Property(str, _chosen, notify=changed)


def _minutes(wait: WaitRange | None) -> list[int]:
    return [wait.shortest, wait.longest] if wait else []
