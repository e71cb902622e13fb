"""The theme files keep what they promise about contrast and sizes."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from common.qt.engine import apply_theme, create_engine, theme_singleton
from common.qt.theme import contrast, load_theme, role_names, size_names

THEMES = [("light", "kiosk"), ("contrast", "kiosk"), ("light", "counter"), ("dark", "display")]
GROUNDS = ["page", "surface", "surface_sunken"]
TEXTS = ["text", "quiet", "call", "counter", "good", "caution", "bad"]


@pytest.fixture(params=THEMES, ids="-".join)
def theme(request):
    return load_theme(*request.param)


@pytest.mark.parametrize(("ink", "ground"), list(itertools.product(TEXTS, GROUNDS)))
def test_text_stands_out_from_every_ground(theme, ink, ground):
    assert contrast(getattr(theme.colors, ink), getattr(theme.colors, ground)) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_primary", "primary"),
        ("on_primary", "primary_pressed"),
        ("on_primary_quiet", "primary"),
        ("on_primary", "bad"),
        ("primary", "primary_soft"),
        ("good", "good_soft"),
        ("caution", "caution_soft"),
        ("bad", "bad_soft"),
    ],
)
def test_words_on_coloured_grounds_are_readable(theme, ink, ground):
    assert contrast(getattr(theme.colors, ink), getattr(theme.colors, ground)) >= 4.5


def test_high_contrast_is_high_everywhere():
    theme = load_theme("contrast", "kiosk")
    pairs = [
        *itertools.product([*TEXTS, "primary", "border", "border_strong", "focus"], GROUNDS),
        *itertools.product(["text", "quiet", "primary"], ["primary_soft"]),
        *itertools.product(["on_primary"], ["primary", "primary_pressed", "bad", "disabled"]),
        ("on_primary_quiet", "primary"),
        *((kind, f"{kind}_soft") for kind in ("good", "caution", "bad")),
    ]
    for ink, ground in pairs:
        colors = getattr(theme.colors, ink), getattr(theme.colors, ground)
        assert contrast(*colors) >= 7, f"{ink} on {ground}"
    for letter in "ABCDEFG":
        assert contrast(theme.zone(letter), theme.on_zone) >= 7
        assert contrast(theme.zone(letter), theme.colors.page) >= 7


@pytest.mark.parametrize("role", ["primary", "focus", "border_strong"])
def test_controls_stand_out_from_the_page(theme, role):
    color = getattr(theme.colors, role)
    assert contrast(color, theme.colors.page) >= 3
    assert contrast(color, theme.colors.surface) >= 2.9


@pytest.mark.parametrize("letter", "ABCDEFG")
def test_a_zones_letter_is_readable_on_its_colour(theme, letter):
    assert contrast(theme.zone(letter), theme.on_zone) >= 4.5
    assert contrast(theme.zone(letter), theme.colors.surface) >= 3


def test_zones_beyond_the_sixth_share_a_neutral_colour(theme):
    assert theme.zone("K") == theme.zone("Z") == theme.zones["other"]
    assert len({theme.zone(letter) for letter in "ABCDEF"}) == 6


def test_a_board_has_no_type_below_a_fortieth_of_its_height():
    sizes = load_theme("dark", "display").sizes
    assert min(sizes.caption, sizes.body, sizes.label) >= 1080 / 40
    assert sizes.target >= 1080 / 16
    assert sizes.number >= 1080 / 12


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_qml_sees_every_colour_and_size_and_changes_with_them(presentation):
    light, dark = load_theme("light", "kiosk"), load_theme("dark", "display")
    engine = create_engine(light, presentation.family, presentation.translator)
    try:
        seen: QObject = theme_singleton(engine)
        assert seen.property("page").name().upper() == light.colors.page
        assert seen.property("title") == light.sizes.title
        apply_theme(engine, dark, presentation.family)
        assert seen.property("onZone").name().upper() == dark.on_zone
        for role in role_names():
            first, *rest = role.split("_")
            shown = seen.property(first + "".join(part.title() for part in rest))
            assert shown.name().upper() == getattr(dark.colors, role)
        for size in size_names():
            assert seen.property(f"{size}Size") == getattr(dark.sizes, size)
    finally:
        delete(engine)
