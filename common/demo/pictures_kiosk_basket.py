"""Pictures of several services with one number at the kiosk."""

from __future__ import annotations

from common.demo.hand import settle, touch, wait_until
from common.demo.studio import PictureHall, Size, Studio
from kiosk.app import KioskApp, KioskOptions

_SERVICES = ("FB001", "FD001", "CB001", "BA003")
_OF_A_BUNDLE = ("AA001", "EA001")
_BUNDLE = "YJS07"
_GUIDED = "FB001"


def take_basket_pictures(studio: Studio, hall: PictureHall, size: Size, large: bool) -> None:
    """One language, one size of screen, one size of type."""
    kiosk = KioskApp(
        hall.store,
        studio.presentation,
        KioskOptions("kiosk-1", "file:///dev/null"),
        clock=hall.clock,
        idle_clock=lambda: 0.0,
    )
    try:
        kiosk.show(*size)
        wait_until(lambda: kiosk.models.hall.hall is not None, "the first page of the kiosk")
        _BasketPictures(studio, kiosk, large).take()
    finally:
        kiosk.close()


class _BasketPictures:
    def __init__(self, studio: Studio, kiosk: KioskApp, large: bool) -> None:
        self._studio, self._kiosk, self._large = studio, kiosk, large

    def take(self) -> None:
        journey = self._kiosk.journey
        self._collect(_SERVICES)
        self._keep("basket")
        touch(self._kiosk.window, "another_service_button")
        self._keep("take_another")
        self._kiosk.models.basket.open()
        touch(self._kiosk.window, "proceed_button")
        self._keep("confirm_several")
        journey.finish()
        self._collect(_OF_A_BUNDLE)
        self._keep("basket_bundle")
        journey.finish()
        self._begin()
        journey.choose_bundle(_BUNDLE)
        self._keep("confirm_effort")
        journey.finish()
        self._begin()
        journey.open("guides")
        journey.choose_service(_GUIDED)
        self._keep("guide_collect")
        journey.finish()

    def _collect(self, services: tuple[str, ...]) -> None:
        self._begin()
        self._kiosk.journey.open("take")
        self._kiosk.journey.choose_service(services[0])
        self._kiosk.models.basket.add_another()
        for service in services[1:]:
            self._kiosk.journey.choose_service(service)

    def _begin(self) -> None:
        self._kiosk.journey.start()
        if self._large:
            self._kiosk.journey.switch_text_size()

    def _keep(self, page: str) -> None:
        settle(60)
        window = self._kiosk.window
        wait_until(lambda: bool(window.property("settled")), f"the page {page} at rest")
        settle(250)
        name = f"{page}_large" if self._large else page
        self._studio.keep_window("kiosk", name, window)
