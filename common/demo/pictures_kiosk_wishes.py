"""Pictures of the kiosk as citizens may wish for it: the sheet of wishes, and the way of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common.demo.kiosk_view import KioskView


def take_wish_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        access = kiosk.models.access
        view.begin(kiosk)
        access.open()
        view.keep(kiosk, "wishes")
        access.close()
        QTest.keyClick(kiosk.window, Qt.Key.Key_Down)
        view.keep(kiosk, "home_keys")
