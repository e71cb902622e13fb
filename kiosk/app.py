"""The kiosk put together: store, threads, view models, window."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from common.operations import expire_past_days
from common.printing.profile import load_profile
from common.printing.status import PrinterStatus
from common.qt.changes import ChangeBridge
from common.qt.engine import create_engine, load_window
from common.qt.hall_time import HallClock, utc_now
from common.qt.presentation import Presentation
from common.qt.task_runner import TaskRunner
from common.qt.theme import load_theme
from common.qt.translations import Translator
from common.store import Store
from kiosk.slip_printer import SlipPrinter
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.idle import IdleTimer
from kiosk.view_models.journey import Journey
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.taking import NumberTaking

log = logging.getLogger(__name__)

WINDOW = Path(__file__).resolve().parent / "qml" / "Main.qml"


@dataclass(frozen=True, slots=True)
class KioskOptions:
    name: str = "kiosk-1"
    """Who issued a number, in the record."""
    printer_url: str | None = None
    """None: numbers are shown on the screen only."""
    printer_profile: str = "generic-80"


class KioskModels:
    """The kiosk without its window: threads and view models on an open store."""

    def __init__(
        self,
        store: Store,
        translator: Translator,
        options: KioskOptions,
        *,
        clock: Callable[[], datetime] = utc_now,
        idle_clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._printer = _printer(options)
        self._home = home = QObject()
        self._worker = TaskRunner("kiosk database", home)
        self._printer_worker = TaskRunner("kiosk printer", home)
        self._changes = ChangeBridge(store.feed(), home)
        self.clock = HallClock(ZoneInfo("UTC"), translator, clock, home)
        self.hall = HallWatch(store, self._worker, self._changes, self.clock, home)
        self.outbox = Outbox(self._worker, home)
        self.phone = PhoneEntry(home)
        self.taking = NumberTaking(
            store,
            self._worker,
            self._printer_worker,
            self._printer,
            self.outbox,
            self.phone,
            translator,
            options.name,
            home,
        )
        self.idle = IdleTimer(idle_clock, home)
        self.journey = Journey(self.hall, self.taking, self.idle, translator, home)
        self.phone.changed.connect(self.idle.touched)  # a keyboard touches no screen
        self.hall.restored.connect(self.outbox.send_again)
        self.hall.day_began.connect(lambda: self.outbox.add(lambda: expire_past_days(store)))

    def start(self) -> None:
        """Read the hall for the first time and listen for changes."""
        self._changes.start()
        self.hall.refresh()
        if self._printer is not None:
            # The first look at a printer takes a while; the first citizen must not wait for it.
            self._printer_worker.submit(self._printer.check, _note_printer, _note_fault)

    def close(self) -> None:
        """End the threads."""
        self.idle.stop()
        self._changes.close()
        self._worker.close()
        self.outbox.close()
        self._printer_worker.close()
        if self._printer is not None:
            self._printer.close()
        self._home.deleteLater()


class KioskApp:
    """One kiosk on an existing application object, presentation and store, which stay the caller's.

    `show` it and `close` it; `window`, `journey` and `taking` are what a script or a test drives.
    After each visit it speaks again the language that `presentation` had in the beginning. Raises
    UnknownProfile or BadPrinterAddress for a printer that cannot be.
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
        self.models = KioskModels(
            store, presentation.translator, options, clock=clock, idle_clock=idle_clock
        )
        self.journey = self.models.journey
        self.taking = self.models.taking
        self._engine = create_engine(
            load_theme("light", "kiosk"), presentation.family, presentation.translator
        )
        self.window = load_window(
            self._engine,
            WINDOW,
            {
                "journey": self.models.journey,
                "hall": self.models.hall,
                "taking": self.models.taking,
                "phone": self.models.phone,
                "idle": self.models.idle,
                "clock": self.models.clock,
            },
        )
        self.models.start()

    def show(self, width: int | None = None, height: int | None = None) -> None:
        """On the whole screen, or in a window of this size."""
        if width is None or height is None:
            self.window.showFullScreen()
        else:
            self.window.resize(width, height)
            self.window.show()

    def close(self) -> None:
        """Take the window down and end the threads; the store stays open."""
        self.window.close()
        self._engine.deleteLater()
        self.models.close()


def _note_printer(status: PrinterStatus) -> None:
    log.info("the printer says: %s", status.trouble)


def _note_fault(error: Exception) -> None:
    log.warning("the printer cannot be looked at: %s", error)


def _printer(options: KioskOptions) -> SlipPrinter | None:
    if options.printer_url is None:
        return None
    profile = load_profile(options.printer_profile)
    return SlipPrinter(options.printer_url, profile, options.name)
