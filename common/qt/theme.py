"""Colours and sizes by role, read from resources/themes/*.toml.

Widgets read them as attributes (`theme.colors.primary`, `theme.zone("F")`, `theme.sizes.title`).
QML sees the same values as the typed singleton `Theme` of the module `Jiaohao`, whose fields
`engine.create_engine` fills: so qmllint checks every `Theme.x` that a QML file names, and nothing
is a context property. A hex code stands in a theme file only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from PySide6.QtGui import QColor

from common.resources import resource


@dataclass(frozen=True, slots=True)
class Colors:
    """Roles, each a `#RRGGBB` text."""

    page: str
    surface: str
    surface_sunken: str
    border: str
    border_strong: str
    shadow: str
    text: str
    quiet: str
    primary: str
    primary_pressed: str
    primary_soft: str
    primary_bright: str
    on_primary: str
    on_primary_quiet: str
    focus: str
    call: str
    counter: str
    good: str
    good_soft: str
    caution: str
    caution_soft: str
    bad: str
    bad_soft: str
    disabled: str


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes and distances in pixels, before a view scales them."""

    caption: int
    body: int
    label: int
    button: int
    heading: int
    title: int
    number: int
    radius: int
    space: int
    target: int
    gap: int


@dataclass(frozen=True)
class Theme:
    """One theme file as one front end sees it."""

    name: str
    colors: Colors
    sizes: Sizes
    zones: Mapping[str, str]

    def zone(self, letter: str) -> str:
        """The colour of a zone; zones beyond F have no hue of their own and share a neutral one."""
        return self.zones.get(letter, self.zones["other"])

    @property
    def on_zone(self) -> str:
        """The colour of a letter that stands on a zone's colour."""
        return self.zones["on_zone"]

    def color(self, role: str) -> QColor:
        """The colour of a role by its name, e.g. "primary" or "zone:F"."""
        if role.startswith("zone:"):
            return QColor(self.zone(role.removeprefix("zone:")))
        return QColor(getattr(self.colors, role))


@cache
def load_theme(name: str, front_end: str) -> Theme:
    """Read `resources/themes/<name>.toml` with the sizes of "kiosk", "counter" or "display".

    Raises ResourceMissing without the file, KeyError or TypeError when it lacks a role.
    """
    with resource("themes", f"{name}.toml").open("rb") as file:
        content = tomllib.load(file)
    return Theme(
        name=name,
        colors=Colors(**content["colors"]),
        sizes=Sizes(**content[front_end]),
        zones=content["zones"],
    )


def role_names() -> tuple[str, ...]:
    """Every colour role, as theme files spell it."""
    return tuple(field.name for field in fields(Colors))


def size_names() -> tuple[str, ...]:
    """Every size, as theme files spell it."""
    return tuple(field.name for field in fields(Sizes))


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

    parsed = QColor(color)
    red, green, blue = (linear(c) for c in (parsed.redF(), parsed.greenF(), parsed.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
