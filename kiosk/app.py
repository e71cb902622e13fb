"""The kiosk put together: its models in their window."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from common.qt.engine import apply_theme, create_engine, load_window, retire
from common.qt.hall_time import utc_now
from common.qt.presentation import Presentation
from common.qt.public_screen import PublicScreen, screen_named
from common.qt.pulse import is_restarted
from common.qt.theme import load_theme
from common.store import Store
from kiosk.models import KioskModels
from kiosk.options import KioskOptions
from kiosk.qr_code import QrProvider
from kiosk.sample_pictures import SampleProvider

WINDOW = Path(__file__).resolve().parent / "qml" / "Main.qml"


class KioskApp:
    """One kiosk on an existing application object, presentation and store, which stay the caller's.

    `show` it and `close` it; `window`, `journey` and `taking` are what a script or a test drives.
    After each visit it speaks again the language that `presentation` had in the beginning. Raises
    BadKioskName for such a name, UnknownProfile or BadPrinterAddress for a printer that cannot be,
    UnknownScreen.
    """

    def __init__(
        self,
        store: Store,
        presentation: Presentation,
        options: KioskOptions,
        *,
        clock: Callable[[], datetime] = utc_now,
        idle_clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if options.screen is not None:
            screen_named(options.screen)  # it may not be there
        self.models = KioskModels(
            store, presentation.translator, options, clock=clock, idle_clock=idle_clock
        )
        self.journey = self.models.journey
        self.taking = self.models.taking
        self._family = presentation.family
        self._engine = create_engine(
            load_theme("light", "kiosk"), presentation.family, presentation.translator
        )
        self._engine.addImageProvider("qr", QrProvider())
        samples = SampleProvider()
        self._engine.addImageProvider("sample", samples)
        self.models.samples.pictures_read.connect(samples.show)
        self.window = load_window(
            self._engine,
            WINDOW,
            {
                "journey": self.models.journey,
                "hall": self.models.hall,
                "taking": self.models.taking,
                "phone": self.models.phone,
                "finding": self.models.finding,
                "guide": self.models.guide,
                "basket": self.models.basket,
                "counterChoice": self.models.counter_choice,
                "floorPlan": self.models.floor_plan,
                "recent": self.models.recent,
                "opinions": self.models.opinions,
                "checklist": self.models.checklist,
                "checkIn": self.models.check_in,
                "booking": self.models.booking,
                "mine": self.models.my_number,
                "readers": self.models.readers,
                "forms": self.models.forms,
                "idle": self.models.idle,
                "clock": self.models.clock,
                "kiosk": self.models.report,
                "access": self.models.access,
                "help": self.models.help,
                "staff": self.models.staff,
                "trial": self.models.trial,
                "night": self.models.night,
                "pictures": self.models.attract,
            },
        )
        self._public = PublicScreen(self.window, screen=options.screen, cursor=options.cursor)
        self._contrast = False
        self.models.staff.full_screen_wanted.connect(self._hold)
        self.models.access.contrast_changed.connect(self._set_contrast)
        self.models.night.changed.connect(self._dress)
        self.models.start()

    def _set_contrast(self, high: bool) -> None:
        self._contrast = high
        self._dress()

    def _dress(self) -> None:
        dark = "dark" if self.models.night.dark else "light"
        theme = "contrast" if self._contrast else dark
        apply_theme(self._engine, load_theme(theme, "kiosk"), self._family)

    def _hold(self, held: bool) -> None:
        """What staff want of the screen."""
        if held:
            self._public.hold()
        else:
            self._public.let_go()

    def show(self, width: int | None = None, height: int | None = None) -> None:
        """On the whole screen, or in a window of this size."""
        fills = width is None or height is None
        self.models.staff.set_up(held=True if fills else None, restarts=is_restarted())
        if width is None or height is None:
            self._public.hold()
        else:
            self.window.resize(width, height)
            self.window.show()

    def close(self) -> None:
        """Take the window down and end the threads; the store stays open."""
        self._public.close()
        self.window.close()
        retire(self._engine, self.models.home)  # first of all the pages, which read the models
        self.models.close()
