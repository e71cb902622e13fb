"""Where a citizen is, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.view_models.places import ATTRACT, Page, Place


class Way(QObject):
    """The places of one visit, one upon the other. Each part of the kiosk leads on from here.

    Whether a citizen may turn back is not decided here: `Journey.back` is what their touch does.

    Signals:
        moved: somebody went somewhere, perhaps to where they are already.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = [ATTRACT]

    @property
    def here(self) -> Place:
        return self._places[-1]

    @property
    def before(self) -> Place:
        """Where the way back leads; the first place leads to itself."""
        return self._places[-2] if len(self._places) > 1 else self.here

    @property
    def depth(self) -> int:
        """How many places the visit went through; 1 while nobody is there."""
        return len(self._places)

    def go(self, place: Place) -> None:
        """One place further, unless that is where they are."""
        if place != self.here:
            self._places.append(place)
        self.moved.emit()

    def back(self) -> None:
        """One place back; the first is never left."""
        if len(self._places) > 1:
            self._places.pop()
        self.moved.emit()

    def begin_at(self, *places: Place) -> None:
        """The visit as if it had gone through these places after the first page and no others."""
        self._places = [ATTRACT, *places]
        self.moved.emit()

    def forget(self, page: Page) -> None:
        """Let no way back lead to `page`. Nobody moves: the caller leads on."""
        self._places = [place for place in self._places if place.page is not page]

    def pass_over(self, empty: Callable[[Place], bool]) -> None:
        """Let no way back stop where `empty` is true. Nobody moves."""
        before = [place for place in self._places[:-1] if not empty(place)]
        self._places = [*before, self.here]

    def back_to(self, leads: Callable[[Place], bool]) -> None:
        """Back to the last place for which `leads` is true; the first page if there is none."""
        while len(self._places) > 1 and not leads(self.here):
            self._places.pop()
        self.moved.emit()
