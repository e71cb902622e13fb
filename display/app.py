"""A display put together: store, threads, view models, window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from common.domain.text import Language
from common.qt.engine import create_engine, load_window, retire
from common.qt.hall_time import HallClock, utc_now
from common.qt.presentation import Presentation, prepare_presentation
from common.qt.public_screen import cover_screen, screen_named
from common.qt.theme import load_theme
from common.store import Store
from display.view_models.announcer import Announcer, Pace
from display.view_models.board import Board
from display.view_models.board_watch import BoardWatch

WINDOW = Path(__file__).resolve().parent / "qml" / "Main.qml"


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    zone: str | None = None
    """The zone whose board this is; None for the whole hall."""
    language: Language = Language.ZH
    pace: Pace = field(default_factory=Pace)
    silent: bool = False
    """No chime: a silent zone or hour."""
    screen: str | None = None
    """Of several screens, by name or number; None is the first."""


class Display:
    """One board, in an application that exists. `show` it; `close` it.

    `open_store` is called on the worker until it answers, so that a board started before the
    database is there waits for it. The store that it returns stays open at `close`. Raises
    UnknownScreen.
    """

    def __init__(
        self,
        open_store: Callable[[], Store],
        options: DisplayOptions,
        presentation: Presentation | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._screen = screen_named(options.screen) if options.screen else None
        self._home = QObject()
        self._own_presentation = presentation is None
        self.presentation = presentation or prepare_presentation(options.language)
        translator = self.presentation.translator
        self.clock = HallClock(ZoneInfo("UTC"), translator, clock, self._home)
        self.announcer = Announcer(options.pace, self._home)
        self.board = Board(self.announcer, self.clock, translator, self._home)
        self.watch = BoardWatch(open_store, options.zone, translator, self._home)
        self.watch.seen.connect(self.board.see)
        self.watch.lost.connect(self.board.lose)
        self.watch.refused.connect(self.board.refuse)
        self.clock.ticked.connect(self.board.tick)
        if not options.silent:
            from common.qt.sound import Sound  # a silent board does without Qt Multimedia

            self.announcer.announced.connect(Sound("chime.wav", self._home).play)
        self.engine = create_engine(
            load_theme("dark", "display"), self.presentation.family, translator
        )
        self.window = load_window(
            self.engine,
            WINDOW,
            {"board": self.board, "announcer": self.announcer, "clock": self.clock},
        )
        self.window.widthChanged.connect(self._lay_out)
        self.window.heightChanged.connect(self._lay_out)
        self._lay_out()
        self.watch.read()

    def show(self, width: int | None = None, height: int | None = None) -> None:
        """On the whole screen, or in a window of this size."""
        if width is None or height is None:
            if self._screen is not None:
                self.window.setScreen(self._screen)
            self.window.setCursor(Qt.CursorShape.BlankCursor)
            cover_screen(self.window)
        else:
            self.window.resize(width, height)
            self.window.show()

    def close(self) -> None:
        """Take the window down and end the threads; the store stays open."""
        self.window.close()
        self.watch.close()
        self.announcer.stop()
        self.clock.stop()
        if self._own_presentation:
            self.presentation.translator.close()
        retire(self.engine, self._home)

    def _lay_out(self) -> None:
        portrait = self.window.height() > self.window.width()
        self.announcer.set_portrait(portrait)
        self.board.set_portrait(portrait)
