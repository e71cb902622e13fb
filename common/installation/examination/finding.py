"""One thing that was examined."""

from __future__ import annotations

from dataclasses import dataclass

from common.domain.errors import JiaohaoError
from common.domain.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing is; `detail` says what to do when it is not good."""

    name: str
    good: bool
    detail: Text
    notable: bool = False
    """Good enough to work with, but somebody should know of it."""


def well(name: str, zh: str, en: str) -> Finding:
    return Finding(name, True, Text(zh=zh, en=en))


def notable(name: str, zh: str, en: str) -> Finding:
    return Finding(name, True, Text(zh=zh, en=en), notable=True)


def wrong(name: str, zh: str, en: str) -> Finding:
    return Finding(name, False, Text(zh=zh, en=en))


def told(name: str, error: JiaohaoError) -> Finding:
    """What an error says, which says what to do."""
    return wrong(name, error.text("zh"), error.text("en"))
