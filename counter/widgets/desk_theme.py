"""The desk's type and distances, larger where the window has the room."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import QMargins

from common.qt.theme import Sizes, Theme

SMALL_WINDOW, LARGE_WINDOW = (1366, 720), (1880, 1000)
"""What is left of the screens 1366×768 and 1920×1080 beside a task bar."""
MOST = 1.25
STEP = 0.125
"""Few steps: a window that is dragged larger changes its type twice, not at each pixel."""
NUMBER_PACE = 4 / 3
"""The number of the person here grows faster than the rest: by a third where the rest has 1.25."""


@dataclass(frozen=True)
class DeskTheme(Theme):
    """A theme whose sizes are already those of the window."""

    factor: float

    def px(self, pixels: int) -> int:
        """A distance that the theme file does not name, given for the small window."""
        return round(pixels * self.factor)

    def edges(self, left: int, top: int, right: int, bottom: int) -> QMargins:
        return QMargins(*(self.px(side) for side in (left, top, right, bottom)))


def type_factor(width: int, height: int) -> float:
    """1.0 in the small window, MOST in the large one, between them what both sides allow."""
    room = min(
        (have - small) / (large - small)
        for have, small, large in zip((width, height), SMALL_WINDOW, LARGE_WINDOW, strict=True)
    )
    steps = (MOST - 1) * min(max(room, 0), 1) // STEP
    return 1 + steps * STEP


def desk_theme(theme: Theme, factor: float = 1.0) -> DeskTheme:
    """`theme` for a window of `type_factor`."""
    sizes = {name: round(pixels * factor) for name, pixels in asdict(theme.sizes).items()}
    sizes["number"] = round(theme.sizes.number * (1 + (factor - 1) * NUMBER_PACE))
    return DeskTheme(theme.name, theme.colors, Sizes(**sizes), theme.zones, factor)
