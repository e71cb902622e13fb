"""Pictures of what a kiosk in public has besides: its posters, its night, its way in for staff."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from common.demo.hand import settle, wait_until
from common.demo.kiosk_view import KioskView, slip_printer
from common.demo.studio import LUNCH, SUNDAY
from common.domain.kiosk import Attract
from common.operations import set_kiosk_pin
from common.qt.theme import load_theme
from kiosk.app import KioskApp
from kiosk.view_models.journey import IDLE_SECONDS, WARN_SECONDS
from kiosk.view_models.staff_exit import GESTURE, Door

_SECONDS_LEFT = 12
_PIN, _WRONG = "407193", "407194"
_PLACES = {"L": 0.0, "R": 1080.0}
_POSTER = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1080 960" font-family="{family}">
  <rect width="1080" height="960" fill="{soft}"/>
  <circle cx="860" cy="250" r="330" fill="{bright}" opacity="0.18"/>
  <circle cx="180" cy="860" r="240" fill="{counter}" opacity="0.16"/>
  <text x="90" y="330" font-size="104" font-weight="bold" fill="{primary}">一件事 一次办</text>
  <text x="90" y="450" font-size="52" fill="{text}">几个事项合并取一个号</text>
  <text x="90" y="530" font-size="52" fill="{text}">材料只交一遍</text>
</svg>
"""


def take_closed_pictures(view: KioskView) -> None:
    with (
        view.studio.empty_hall(SUNDAY, keep_hours=True) as hall,
        view.kiosk(hall) as kiosk,
    ):
        view.keep(kiosk, "night")
        kiosk.models.night.wake()
        view.keep(kiosk, "closed")
    with view.studio.empty_hall(LUNCH, keep_hours=True) as hall, view.kiosk(hall) as kiosk:
        view.keep(kiosk, "lunch")


def take_trouble_pictures(view: KioskView) -> None:
    """A citizen who went away, a database that did, and a bug."""
    with view.studio.busy_hall() as hall, view.kiosk(hall) as kiosk:
        view.begin(kiosk)
        kiosk.models.idle.begin(_SECONDS_LEFT, WARN_SECONDS)
        view.keep(kiosk, "idle")
        kiosk.models.idle.begin(IDLE_SECONDS, WARN_SECONDS)
        with hall.without_database():
            wait_until(lambda: kiosk.journey.page.value == "away", "the page without a database")
            view.keep(kiosk, "away")
        wait_until(lambda: kiosk.journey.page.value != "away", "the database again")
        kiosk.journey.give_up()
        view.keep(kiosk, "broken")


def take_poster_picture(view: KioskView) -> None:
    """The first page of a hall that has a poster."""
    with (
        TemporaryDirectory() as folder,
        view.studio.empty_hall() as hall,
        slip_printer() as (_, _, url),
        view.kiosk(hall, url) as kiosk,
    ):
        _draw_poster(Path(folder) / "one-errand.svg", view.studio.presentation.family)
        with hall.store.write() as tx:
            tx.write_hall(replace(tx.hall, attract=Attract(folder)))
        wait_until(lambda: str(kiosk.models.attract.source) != "", "a poster")
        settle(600)
        view.keep(kiosk, "attract_poster")


def _draw_poster(file: Path, family: str) -> None:
    """As a hall would draw it."""
    colors = load_theme("light", "kiosk").colors
    drawing = _POSTER.format(
        family=family,
        soft=colors.primary_soft,
        bright=colors.primary_bright,
        counter=colors.counter,
        primary=colors.primary_pressed,
        text=colors.text,
    )
    file.write_text(drawing, encoding="utf-8")


def take_staff_pictures(view: KioskView) -> None:
    with (
        view.studio.empty_hall() as hall,
        slip_printer() as (_, _, url),
        view.kiosk(hall, url) as kiosk,
    ):
        staff = kiosk.models.staff
        wait_until(lambda: bool(kiosk.models.trial.well), "a printer that is ready")
        _knock(kiosk, Door.NO_PIN)
        view.keep(kiosk, "staff_no_pin")
        staff.shut()
        set_kiosk_pin(hall.store, _PIN)
        _knock(kiosk, Door.PIN)
        for _ in range(3):
            _type(kiosk, _WRONG)
            wait_until(lambda: staff.door is Door.PIN, "the PIN again")
        view.keep(kiosk, "staff_wait")
        staff.shut()
        set_kiosk_pin(hall.store, _PIN)
        _knock(kiosk, Door.PIN)
        for digit in _PIN[:4]:
            staff.press(digit)
        view.keep(kiosk, "staff_pin")
        _type(kiosk, _PIN[4:])
        wait_until(lambda: staff.door is Door.OPEN, "the staff page")
        staff.set_up(held=True, restarts=True)
        view.keep(kiosk, "staff")


def _knock(kiosk: KioskApp, door: Door) -> None:
    for corner in GESTURE:
        kiosk.models.staff.touched_at(_PLACES[corner], 0.0, 1080.0, 1920.0)
    wait_until(lambda: kiosk.models.staff.door is door, f"the door {door}")


def _type(kiosk: KioskApp, pin: str) -> None:
    for digit in pin:
        kiosk.models.staff.press(digit)
    kiosk.models.staff.accept()
