"""Who draws the windows: the graphics card, or Qt itself on a PC that has none."""

from __future__ import annotations

import os
import sys
from pathlib import Path

RENDERER = "QT_QUICK_BACKEND"
"""Qt's own switch; whoever sets it has chosen."""
_CARDS = ("dri/renderD*", "nvidiactl")
"""Under /dev: what a program draws with, of any driver in the kernel, and of NVIDIA's own."""


def choose_renderer(devices: Path = Path("/dev")) -> None:
    """To be called before the first window.

    Without a card Qt would have Mesa imitate one, which draws the whole screen for each change of
    it: six times the work of Qt's own renderer on a kiosk at rest, and 100 MB more.
    """
    if not sys.platform.startswith("linux") or RENDERER in os.environ:
        return
    if not any(card for pattern in _CARDS for card in devices.glob(pattern)):
        os.environ[RENDERER] = "software"
