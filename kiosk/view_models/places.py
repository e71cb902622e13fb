"""The pages of a visit, and of which list or service they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Page(StrEnum):
    NONE = "none"
    """The hall is not known yet."""
    ATTRACT = "attract"
    HOME = "home"
    """What one can do here."""
    TAKE = "take"
    """The most wanted services, and every way to the others."""
    FIND = "find"
    """By name, everyday words, pinyin or initials."""
    ZONES = "zones"
    DEPARTMENTS = "departments"
    LIFE_STAGES = "life_stages"
    BUNDLES = "bundles"
    SERVICES = "services"
    GUIDE = "guide"
    CONFIRM = "confirm"
    STILL_OPEN = "still_open"
    PRINTER = "printer"
    SLIP = "slip"
    CLOSED = "closed"
    AWAY = "away"
    BROKEN = "broken"
    """A bug: the process is about to start again."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and, for a list of services, whose."""

    page: Page
    zone: str = ""
    department: str = ""
    life_stage: str = ""
    guide: bool = False
    """What is chosen here is read about first (办事指南)."""


ATTRACT = Place(Page.ATTRACT)
HOME = Place(Page.HOME)
TAKE = Place(Page.TAKE)
