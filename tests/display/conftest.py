"""A display on a real database."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from common.qt.presentation import Presentation, prepare_presentation
from common.store import Store
from display.app import Display, DisplayOptions

Show = Callable[..., Display]


@pytest.fixture
def hall_url(sqlite_url: str) -> str:
    """A screen does not know which engine it reads; the operations are tested on both."""
    return sqlite_url


@pytest.fixture
def presentation(qapp) -> Iterator[Presentation]:
    presentation = prepare_presentation("zh")
    yield presentation
    presentation.translator.close()


@pytest.fixture
def show(qtbot: QtBot, presentation: Presentation, hall_store: Store) -> Iterator[Show]:
    """Open a display on the demonstration hall: `show(1920, 1080, zone="F")`."""
    opened: list[Display] = []

    def show(width: int = 960, height: int = 540, **options: object) -> Display:
        display = Display(lambda: hall_store, DisplayOptions(silent=True, **options), presentation)
        opened.append(display)
        display.show(width, height)
        qtbot.waitUntil(lambda: not display.board.empty)
        return display

    yield show
    for display in opened:
        display.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
