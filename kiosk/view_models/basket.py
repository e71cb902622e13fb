"""Several services, chosen one after the other and taken one number for (点餐式)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeGuard

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import ORDINARY, Bundle, Hall
from kiosk.view_models.catalogue import not_today
from kiosk.view_models.errand import Errand
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.places import HOME, TAKE, Page, Place
from kiosk.view_models.stages import NUMBERLESS
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.way import Way
from kiosk.view_models.words import MAP, NO_WORDS, words

MOST = 8
"""So many services with one number: more make neither a slip nor a day."""
_OF_A_NUMBER = (Page.BASKET, Page.CONFIRM, Page.PRINTER, Page.STILL_OPEN)
"""Once the basket is open, these are of a number that nobody is about to take any more."""


class Basket(QObject):
    """The services that a citizen puts together before taking one number for all of them.

    Signals:
        changed: another service is in it, or one less, or the waits that order its route are new.
        room_changed: `takesMore` may be another.
    """

    changed = Signal()
    room_changed = Signal()

    def __init__(
        self,
        way: Way,
        hall_watch: HallWatch,
        taking: NumberTaking,
        guide: ServiceGuide,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._way = way
        self._watch = hall_watch
        self._taking = taking
        self._guide = guide
        self._codes: list[str] = []
        hall_watch.changed.connect(self._hall_read)
        hall_watch.waits_changed.connect(self.changed)
        taking.stage_changed.connect(self._number_taken)
        for happened in (self.changed, hall_watch.changed, taking.errand_changed):
            happened.connect(self.room_changed)

    @property
    def codes(self) -> Sequence[str]:
        """The services, in the order in which they were chosen."""
        return tuple(self._codes)

    def put(self, code: str) -> None:
        """Put a service in, if there is room, and show all of them."""
        self._put([code])
        self.open()

    def wipe(self) -> None:
        self._codes.clear()
        self.changed.emit()

    @Slot()
    def add_another(self) -> None:
        """Keep what the page before is about, and choose another service besides."""
        if self._way.here.page is Page.CONFIRM:
            errand = self._taking.about
            if self._taking.busy or not self._takes(errand):
                return
            self._put(errand.wanted)
            self._taking.leave()
        self._way.back_to(lambda place: place in (HOME, TAKE))
        self._way.go(TAKE)

    @Slot()
    def put_read(self) -> None:
        """Put in what the guide is about."""
        errand = self._guide.errand
        if self._way.here.page is Page.GUIDE and self._takes(errand):
            self._put(errand.wanted)
            self.open()

    @Slot(str)
    def remove(self, code: str) -> None:
        """Take a service out; without any there is nothing left to show."""
        if code in self._codes:
            self._codes.remove(code)
            self._taken_out()

    @Slot()
    def open(self) -> None:
        """Show all that is in it; a number that is not taken yet waits."""
        if self._codes and not self._taking.busy:
            self._taking.leave()
            for page in _OF_A_NUMBER:
                self._way.forget(page)
            self._way.go(Place(Page.BASKET))

    @Slot()
    def proceed(self) -> None:
        """To the page that takes one number for all of them."""
        errand = self._errand()
        if self._way.here.page is Page.BASKET and errand is not None:
            self._taking.begin(errand)
            self._way.go(Place(Page.CONFIRM))

    def _takes(self, errand: Errand | None) -> TypeGuard[Errand]:
        return errand is not None and errand.bundle is None and self._takes_more()

    def _put(self, codes: Sequence[str]) -> None:
        self._codes = list(dict.fromkeys((*self._codes, *codes)))[:MOST]
        self.changed.emit()

    @Slot()
    def _number_taken(self) -> None:
        """One errand, one number: no way leads from the number back to a second one."""
        if self._codes and self._taking.stage not in NUMBERLESS:
            self.wipe()

    @Slot()
    def _hall_read(self) -> None:
        """A service that the hall no longer has is in nobody's basket."""
        hall = self._watch.hall
        known = {str(service.code) for service in hall.services} if hall else set()
        left = [code for code in self._codes if code in known]
        if left != self._codes:
            self._codes = left
            self._taken_out()

    def _taken_out(self) -> None:
        self.changed.emit()
        if self._codes:
            return
        if self._way.here.page is Page.BASKET:
            self.add_another()
        else:
            self._way.forget(Page.BASKET)

    # What pages show

    def _errand(self) -> Errand | None:
        hall = self._watch.hall
        if hall is None or not self._codes:
            return None
        errand = Errand.of_services(hall, self._codes, self._watch.now().date())
        waits = self._watch.known_waits.fresh
        queues = [stop.queue for stop in errand.stops if (stop.queue, ORDINARY) in waits]
        return errand.beginning_with(sorted(queues, key=lambda q: waits[q, ORDINARY].middle))

    def _count(self) -> int:
        return len(self._codes)

    def _is_full(self) -> bool:
        return len(self._codes) >= MOST

    def _takes_more(self) -> bool:
        """An appointment is for one service, and a basket leads to a number of now."""
        booked = self._taking.about is not None and not self._taking.walks_in
        return self._watch.issuing and not booked and not self._is_full()

    def _page(self) -> dict[str, Any]:
        errand = self._errand()
        if errand is None:
            return {}
        return {
            **errand.page(),
            "services": [self._service(errand.hall, code) for code in self._codes],
            "bundle": self._bundle_hint(errand.hall),
        }

    def _service(self, hall: Hall, code: str) -> dict[str, Any]:
        service = hall.service(code)
        return {
            "code": code,
            "name": words(service.name),
            "department": words(hall.department(service.department).name),
            "zone": str(hall.queue(service.queue).zone),
            "minutes": service.service_minutes,
            "notToday": not_today(hall, [service], self._watch.now().date()),
        }

    def _bundle_hint(self, hall: Hall) -> dict[str, Any]:
        """The bundle that holds all of them, or is held by them; no code where there is none."""
        chosen = set(self._codes)
        bundle = next((b for b in hall.bundles if set(b.services) <= chosen), None)
        if bundle is None and len(chosen) > 1:
            larger = [b for b in hall.bundles if chosen <= set(b.services)]
            bundle = min(larger, key=lambda b: len(b.services), default=None)
        if bundle is None:
            return {"code": "", "name": NO_WORDS, "services": 0, "efforts": {}}
        return self._hint(hall, bundle)

    def _hint(self, hall: Hall, bundle: Bundle) -> dict[str, Any]:
        errand = Errand.of_bundle(hall, bundle, self._watch.now().date())
        return {
            "code": str(bundle.code),
            "name": words(bundle.name),
            "services": len(bundle.services),
            "efforts": errand.page()["efforts"],
        }

    count = Property(int, _count, notify=changed)
    isFull = Property(bool, _is_full, notify=changed)
    takesMore = Property(bool, _takes_more, notify=room_changed)
    """Whether what a page is about may be put to the others."""
    page = Property(MAP, _page, notify=changed)
