"""Every icon is there, draws something, and takes the colour it is given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from common.qt.icons import icon, icon_names, icon_pixmap
from common.resources import RESOURCES, ResourceMissing

SOURCES = [
    path
    for room in ("common", "kiosk", "counter", "display")
    for path in (RESOURCES.parent / room).rglob("*.qml")
]


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = icon_pixmap(name, "#B3261E", 24).toImage()
    inks = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    solid = [ink for ink in inks if ink.alpha() > 250]
    assert solid
    for ink in solid:  # premultiplied alpha rounds the channels
        assert (ink.red(), ink.green(), ink.blue()) == pytest.approx((0xB3, 0x26, 0x1E), abs=2)


def test_an_unknown_icon_is_a_broken_installation(qapp):
    with pytest.raises(ResourceMissing):
        icon_pixmap("no-such-icon", "#000000")


def test_a_disabled_button_has_its_own_colour(qapp):
    picture = icon("bell", "#000000", disabled="#C5CFDD")
    shown = picture.pixmap(24, 24, mode=picture.Mode.Disabled).toImage()
    assert any(shown.pixelColor(x, y) == QColor("#C5CFDD") for x in range(24) for y in range(24))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_qml_names_only_icons_that_exist(path: Path):
    named = set(re.findall(r'(?:iconName|name): "([a-z-]+)"', path.read_text(encoding="utf-8")))
    assert named <= set(icon_names())
