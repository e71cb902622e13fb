"""Pictures of the boards: of the hall and of one zone, lying and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject

from common import operations
from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.domain.ids import CounterCode
from common.domain.pause import PauseReason
from common.store import DatabaseAway, Store
from display.app import Display, DisplayOptions

ZONE = "F"
_ONE = "F03"
_SEVERAL = ("F03", "B04", "C02", "D01", "E02")
_PAUSED = ("F13", "F14")
_FLASHES_MS = 2400
"""After three flashes of 0.7 s the banner stands still."""


def take_display_pictures(studio: Studio, size: Size) -> None:
    with studio.chapter("nobody calls"):
        _starting(studio, size)
        with studio.empty_hall() as hall, _display(studio, hall, size) as display:
            _keep(studio, display, "idle")
    with studio.chapter("calls"), studio.busy_hall() as hall:
        _calls(studio, hall, size)


def _starting(studio: Studio, size: Size) -> None:
    """The board waits for a database that is not there yet."""

    def refuse() -> Store:
        raise DatabaseAway(detail="demonstration")

    with _open(studio, refuse, size) as display:
        wait_until(lambda: _says(display.board, "away"), "the board's first page")
        _keep(studio, display, "starting")


def _calls(studio: Studio, hall: PictureHall, size: Size) -> None:
    with _display(studio, hall, size) as display:
        _keep(studio, display, "hall")
        _call(hall, _ONE)
        wait_until(lambda: _says(display.announcer, "live"), "the banner of a call")
        settle(_FLASHES_MS)
        _keep(studio, display, "one_call")
    for counter in _SEVERAL:
        _call(hall, counter)
    with _display(studio, hall, size) as display:
        settle(_FLASHES_MS)
        _keep(studio, display, "several_calls")
        with hall.without_database():
            wait_until(lambda: _says(display.board, "away"), "the word that the database is away")
            _keep(studio, display, "away")
        wait_until(lambda: not _says(display.board, "away"), "the database again")
    for counter in _PAUSED:
        operations.pause(hall.store, CounterCode(counter), PauseReason.LUNCH)
    with _display(studio, hall, size, ZONE) as display:
        wait_until(lambda: not display.announcer.waiting, "the last call's banner")
        settle(_FLASHES_MS)
        _keep(studio, display, "zone")


def _call(hall: PictureHall, counter: str) -> None:
    """Call at a counter; one that is busy finishes first."""
    code = CounterCode(counter)
    if operations.desk(hall.store, code).current is not None:
        operations.serve(hall.store, code)
        operations.finish(hall.store, code)
    operations.call_next(hall.store, code)


@contextmanager
def _display(
    studio: Studio, hall: PictureHall, size: Size, zone: str | None = None
) -> Iterator[Display]:
    with _open(studio, lambda: hall.store, size, zone) as display:
        wait_until(lambda: not _says(display.board, "empty"), "the board's first page")
        yield display


@contextmanager
def _open(
    studio: Studio, open_store: Callable[[], Store], size: Size, zone: str | None = None
) -> Iterator[Display]:
    display = Display(open_store, DisplayOptions(zone, silent=True), studio.presentation)
    try:
        display.show(*size)
        yield display
    finally:
        display.close()


def _says(model: QObject, state: str) -> bool:
    return bool(model.property(state))


def _keep(studio: Studio, display: Display, page: str) -> None:
    settle(300)
    studio.keep_window("display", page, display.window)
