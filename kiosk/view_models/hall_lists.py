"""What the hall offers, as the home page and the lists show it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import Hall
from kiosk.view_models import catalogue
from kiosk.view_models.bookable import bookable_part
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.places import Page, Place
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, words

_LISTS = (
    Page.TAKE,
    Page.FIND,
    Page.ZONES,
    Page.DEPARTMENTS,
    Page.LIFE_STAGES,
    Page.BUNDLES,
    Page.SERVICES,
)
"""A page that leaves keeps what it listed; one that comes lists what is wanted there."""


class HallLists(QObject):
    """The lists of the hall that is known, on the day that it is there.

    Signals:
        changed: the hall or the day is another.
        listed: `services` is another list.
    """

    changed = Signal()
    listed = Signal()

    def __init__(self, hall_watch: HallWatch, way: Way, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watch = hall_watch
        self._way = way
        self._whole: Hall | None = None
        self._hall: Hall | None = None
        """Of what can be booked alone, while somebody wants to book."""
        self._books = False
        self._listed: Place | None = None
        self._list: dict[str, Any] | None = None
        """What is at `_listed`, once a page has asked: it may be of hundreds of services."""
        hall_watch.changed.connect(self._hall_read)
        hall_watch.day_began.connect(self._announce)
        way.moved.connect(self._moved)

    @Slot()
    def _hall_read(self) -> None:
        if self._watch.hall != self._whole:
            self._look_at(self._watch.hall)
            if self._way.here.page is Page.SERVICES and not self._services():
                self._way.back()  # to what the hall still has
            self._announce()

    def _look_at(self, hall: Hall | None) -> None:
        self._whole = hall
        self._hall = bookable_part(hall) if hall is not None and self._books else hall
        self._list = None

    @Slot()
    def _announce(self) -> None:
        self._list = None
        self.changed.emit()
        self.listed.emit()

    @Slot()
    def _moved(self) -> None:
        here = self._way.here
        if here.page in _LISTS and here.book != self._books:
            self._books = here.book
            self._look_at(self._whole)
            self._announce()
        if here.page is Page.SERVICES and here != self._listed:
            self._listed = here
            self._list = None
            self.listed.emit()

    def _today(self) -> date:
        return self._watch.now().date()

    def _popular(self) -> list[dict[str, Any]]:
        return catalogue.popular(self._hall, self._today()) if self._hall else []

    def _notices(self) -> list[dict[str, str]]:
        return [words(notice) for notice in self._hall.notices] if self._hall else []

    def _zones(self) -> list[dict[str, Any]]:
        return catalogue.zones(self._hall) if self._hall else []

    def _departments(self) -> list[dict[str, Any]]:
        return catalogue.departments(self._hall) if self._hall else []

    def _life_stages(self) -> list[dict[str, Any]]:
        return catalogue.life_stages(self._hall) if self._hall else []

    def _bundles(self) -> list[dict[str, Any]]:
        return catalogue.bundles(self._hall, self._today()) if self._hall else []

    def _services(self) -> dict[str, Any]:
        """The latest list of services: its title, its zone if it is one's, its items.

        It outlives its page: a tile must not vanish under the finger that chose it.
        """
        if self._hall is None or self._listed is None:
            return {}
        if self._list is None:
            self._list = catalogue.listing(self._hall, self._listed, self._today())
        return self._list

    popular = Property(LIST, _popular, notify=changed)
    notices = Property(LIST, _notices, notify=changed)
    zones = Property(LIST, _zones, notify=changed)
    departments = Property(LIST, _departments, notify=changed)
    lifeStages = Property(LIST, _life_stages, notify=changed)
    bundles = Property(LIST, _bundles, notify=changed)
    services = Property(MAP, _services, notify=listed)
