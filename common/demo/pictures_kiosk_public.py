"""Pictures of what a kiosk in public has besides: its posters, its night, its way in for staff."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from common.demo.hand import settle, wait_until
from common.demo.studio import PictureHall
from common.domain.kiosk import NO_PICTURES, Attract
from common.operations import set_kiosk_pin
from common.qt.theme import load_theme
from kiosk.app import KioskApp
from kiosk.view_models.staff_exit import GESTURE, Door

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


def take_poster_picture(
    kiosk: KioskApp, hall: PictureHall, family: str, keep: Callable[[str], None]
) -> None:
    """Of the first page of a hall that has a poster."""
    with TemporaryDirectory() as folder:
        _draw_poster(Path(folder) / "one-errand.svg", family)
        _show(hall, Attract(folder))
        wait_until(lambda: str(kiosk.models.attract.source) != "", "a poster")
        settle(600)
        keep("attract_poster")
        _show(hall, NO_PICTURES)
        wait_until(lambda: str(kiosk.models.attract.source) == "", "no poster")


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


def _show(hall: PictureHall, attract: Attract) -> None:
    with hall.store.write() as tx:
        tx.write_hall(replace(tx.hall, attract=attract))


def take_staff_pictures(kiosk: KioskApp, hall: PictureHall, keep: Callable[[str], None]) -> None:
    staff = kiosk.models.staff
    _knock(kiosk, Door.NO_PIN)
    keep("staff_no_pin")
    staff.shut()
    set_kiosk_pin(hall.store, _PIN)
    _knock(kiosk, Door.PIN)
    for _ in range(3):
        _type(kiosk, _WRONG)
        wait_until(lambda: staff.door is Door.PIN, "the PIN again")
    keep("staff_wait")
    staff.shut()
    set_kiosk_pin(hall.store, _PIN)
    _knock(kiosk, Door.PIN)
    for digit in _PIN[:4]:
        staff.press(digit)
    keep("staff_pin")
    _type(kiosk, _PIN[4:])
    wait_until(lambda: staff.door is Door.OPEN, "the staff page")
    staff.set_up(held=True, restarts=True)
    keep("staff")
    staff.shut()


def _knock(kiosk: KioskApp, door: Door) -> None:
    for corner in GESTURE:
        kiosk.models.staff.touched_at(_PLACES[corner], 0.0, 1080.0, 1920.0)
    wait_until(lambda: kiosk.models.staff.door is door, f"the door {door}")


def _type(kiosk: KioskApp, pin: str) -> None:
    for digit in pin:
        kiosk.models.staff.press(digit)
    kiosk.models.staff.accept()
