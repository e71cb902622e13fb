"""Where the pictures of the screens are taken: halls to stand in, and a folder to keep them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QWidget

from common.demo.hall import PastClock, create_demo_hall
from common.demo.hand import picture_of
from common.domain.text import Language
from common.operations.hall_changes import create_hall
from common.operations.hall_file import read_hall_file
from common.qt.presentation import Presentation
from common.qt.pseudo_locale import PseudoLocale
from common.qt.translations import Translator
from common.resources import resource
from common.store import Store, open_store

LANGUAGES = (Language.ZH, Language.EN)
PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Monday: half an hour after the first people of the demonstration came."""
SUNDAY = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
_PARTS = ("", "-wal", "-shm")

Size = tuple[int, int]


@dataclass(frozen=True)
class PictureHall:
    """A hall of one picture's own, whose time passes only when somebody says so."""

    store: Store
    clock: PastClock
    _file: Path

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """The database file is gone, and back afterwards."""
        aside = self._file.with_suffix(".aside")
        present = [part for part in _PARTS if Path(f"{self._file}{part}").exists()]
        for part in present:
            Path(f"{self._file}{part}").rename(f"{aside}{part}")
        try:
            yield
        finally:
            for part in reversed(present):
                Path(f"{aside}{part}").rename(f"{self._file}{part}")


class Studio:
    """One presentation, prepared halls, and the folder of the pictures."""

    def __init__(self, presentation: Presentation, folder: Path, workshop: Path) -> None:
        self.presentation = presentation
        self.folder = folder
        self._workshop = workshop
        self._copies = 0
        self.language: Language | PseudoLocale = Language.ZH

    def speak(self, language: Language) -> None:
        """Windows that open from now on speak this language."""
        self.language = language
        self.presentation.translator.set_language(language)

    @contextmanager
    def invented(self, locale: PseudoLocale) -> Iterator[Studio]:
        """Another studio, whose windows speak a language that nobody speaks."""
        translator = Translator(Language.EN, pseudo=locale)
        presentation = Presentation(self.presentation.family, translator)
        workshop = self._workshop / locale
        workshop.mkdir(exist_ok=True)
        studio = Studio(presentation, self.folder, workshop)
        studio.language = locale
        try:
            yield studio
        finally:
            translator.close()

    @contextmanager
    def busy_hall(self) -> Iterator[PictureHall]:
        """The demonstration hall in the middle of its morning."""
        template = self._workshop / "busy.db"
        if not template.exists():
            create_demo_hall(template, MORNING)
        with self._copy(template, MORNING) as hall:
            yield hall

    @contextmanager
    def empty_hall(
        self, now: datetime = MORNING, *, keep_hours: bool = False
    ) -> Iterator[PictureHall]:
        """The demonstration hall before anybody came; with `keep_hours` it also closes."""
        template = self._workshop / f"empty-{keep_hours}.db"
        if not template.exists():
            file = read_hall_file(resource("demo", "hall.yaml"))
            calendar = replace(file.hall.calendar, always=not keep_hours)
            create_hall(
                str(template), replace(file, hall=replace(file.hall, calendar=calendar))
            ).close()
        with self._copy(template, now) as hall:
            yield hall

    def keep_window(self, folder: str, page: str, window: QQuickWindow | QWidget) -> None:
        """Keep what a window shows."""
        picture_of(window, self._file(folder, page, f"{window.width()}x{window.height()}"))

    def keep_image(self, folder: str, page: str, size: str, image: Image.Image) -> None:
        image.save(self._file(folder, page, size))

    def _file(self, folder: str, page: str, size: str) -> Path:
        file = self.folder / folder / f"{page}-{self.language}-{size}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    @contextmanager
    def _copy(self, template: Path, now: datetime) -> Iterator[PictureHall]:
        self._copies += 1
        path = self._workshop / f"hall-{self._copies}.db"
        shutil.copyfile(template, path)
        clock = PastClock(now)
        store = open_store(str(path), clock)
        try:
            yield PictureHall(store, clock, path)
        finally:
            store.close()
