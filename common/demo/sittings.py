"""What is drawn, and in how many processes: one sitting is the work of one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from common.demo.pictures_counter import COUNTER_SIZES, take_counter_pictures
from common.demo.pictures_display import take_display_pictures
from common.demo.pictures_kiosk import KIOSK_SITTINGS, take_kiosk_pictures
from common.demo.pictures_paper import take_printer_pictures, take_slip_pictures
from common.demo.pictures_setup import take_setup_pictures
from common.demo.studio import LANDSCAPE, LANGUAGES, PORTRAIT, SpokenLanguage, Studio, told

FRONT_ENDS = ("kiosk", "counter", "display", "printer", "slip", "setup")


@dataclass(frozen=True, slots=True)
class Sitting:
    """Pictures of one front end in one language."""

    front_end: str
    language: SpokenLanguage
    view: str
    take: Callable[[Studio], None]

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.front_end, self.language, self.view) if part)


def sittings() -> Iterator[Sitting]:
    """All of them; those that take longest come first."""
    for language, size, wish, chapters in KIOSK_SITTINGS:
        view = f"{told(size)} {wish}".strip()
        take = partial(take_kiosk_pictures, size=size, wish=wish, chapters=chapters)
        yield Sitting("kiosk", language, view, take)
    for language in LANGUAGES:
        for size in COUNTER_SIZES:
            take = partial(take_counter_pictures, size=size)
            yield Sitting("counter", language, told(size), take)
    for language in LANGUAGES:
        for size in (LANDSCAPE, PORTRAIT):
            take = partial(take_display_pictures, size=size)
            yield Sitting("display", language, told(size), take)
        yield Sitting("printer", language, "", take_printer_pictures)
        yield Sitting("slip", language, "", take_slip_pictures)
        yield Sitting("setup", language, "", take_setup_pictures)
