"""Pictures of the kiosk as citizens may wish for it: within reach, in high contrast, spoken to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common.demo.hand import touch
from kiosk.app import KioskApp

_SERVICE = "FA002"


def take_wish_pictures(kiosk: KioskApp, keep: Callable[[str], None]) -> None:
    """Of a visit that stands on the home page, to which it comes back; `keep` keeps the page."""
    access, journey = kiosk.models.access, kiosk.journey
    if bool(journey.largeText):
        touch(kiosk.window, "everything_button")
        keep("home_everything")
    access.open()
    keep("wishes")
    access.close()
    for wish, switch in (("low", access.switch_low), ("contrast", access.switch_contrast)):
        switch()
        keep(f"home_{wish}")
        journey.choose_service(_SERVICE)
        keep(f"confirm_{wish}")
        journey.back()
        switch()
    QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
    keep("home_keys")
    touch(kiosk.window, "page_title")
