"""One way to see the kiosk: a language, a size of screen, a wish; and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtQml import QQmlApplicationEngine, qmlEngine
from PySide6.QtQuick import QQuickItem

from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall, Size, Studio
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import TcpPort
from common.qt.engine import theme_singleton
from kiosk.app import KioskApp
from kiosk.options import KioskOptions

_READABLE_SPEED = 90
"""Slow enough that a picture can be taken while the slip comes out, in mm/s."""


class Wish(StrEnum):
    """How a citizen wishes to see the pages."""

    NONE = ""
    LARGE = "large"
    LOW = "low"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class KioskView:
    """Kiosks that are seen in one way; all pictures of a sitting go through one of these."""

    studio: Studio
    size: Size
    wish: Wish = Wish.NONE

    @contextmanager
    def kiosk(self, hall: PictureHall, printer_url: str | None = None) -> Iterator[KioskApp]:
        """A kiosk that has read its hall and waits for somebody; no movement delays a picture."""
        kiosk = KioskApp(
            hall.store,
            self.studio.presentation,
            KioskOptions("kiosk-1", printer_url),
            clock=hall.clock,
            idle_clock=lambda: 0.0,
        )
        try:
            _hurry(kiosk)
            kiosk.show(*self.size)
            wait_until(lambda: kiosk.models.hall.hall is not None, "the kiosk's first page")
            yield kiosk
        finally:
            kiosk.close()

    def begin(self, kiosk: KioskApp) -> None:
        """A visit of somebody with this wish; one that is under way ends."""
        kiosk.journey.finish()
        kiosk.journey.start()
        match self.wish:
            case Wish.LARGE:
                kiosk.journey.switch_text_size()
            case Wish.LOW:
                kiosk.models.access.switch_low()
            case Wish.CONTRAST:
                kiosk.models.access.switch_contrast()

    def keep(self, kiosk: KioskApp, page: str) -> None:
        """Keep what the kiosk shows as soon as it stands still."""
        settle(20)
        wait_until(lambda: bool(kiosk.window.property("settled")), f"the page {page} at rest")
        settle(80)
        name = f"{page}_{self.wish}" if self.wish else page
        self.studio.keep_window("kiosk", name, kiosk.window)


@contextmanager
def slip_printer() -> Iterator[tuple[VirtualPrinter, TcpPort, str]]:
    """A printer, its port, and the URL under which a kiosk finds it."""
    with ExitStack() as stack:
        printer = VirtualPrinter(load_profile("generic-80"), speed=_READABLE_SPEED)
        stack.callback(printer.stop)
        port = TcpPort(printer, 0)
        stack.callback(port.close)
        yield printer, port, f"tcp://127.0.0.1:{port.number}"


def _hurry(kiosk: KioskApp) -> None:
    engine = qmlEngine(kiosk.window)
    assert isinstance(engine, QQmlApplicationEngine)
    theme_singleton(engine).setProperty("motion", False)
    guard = kiosk.window.findChild(QQuickItem, "touch_guard")
    assert isinstance(guard, QQuickItem)
    guard.setProperty("milliseconds", 20)
