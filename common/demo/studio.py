"""Where the pictures of the screens are taken: halls to stand in, and a folder to keep them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
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
from common.resources import resource
from common.store import Store, open_store

LANGUAGES = (Language.ZH, Language.EN)
PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
MORNING = datetime(2026, 11, 23, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
"""A Monday: half an hour after the first people of the demonstration came."""
SUNDAY = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
LUNCH = datetime(2026, 11, 23, 12, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
_BUSY, _EMPTY, _KEEPS_HOURS = "busy.db", "empty.db", "keeps-hours.db"
_PARTS = ("", "-wal", "-shm")

Size = tuple[int, int]
SpokenLanguage = Language | PseudoLocale


def told(size: Size) -> str:
    return f"{size[0]}x{size[1]}"


def prepare_halls(folder: Path) -> None:
    """Create the halls that studios copy, once for all of them."""
    create_demo_hall(folder / _BUSY, MORNING)
    file = read_hall_file(resource("demo", "hall.yaml"))
    for name, always in ((_EMPTY, True), (_KEEPS_HOURS, False)):
        calendar = replace(file.hall.calendar, always=always)
        hall = replace(file.hall, calendar=calendar)
        create_hall(str(folder / name), replace(file, hall=hall)).close()


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
    """One presentation in one language, halls to copy, and the folder of the pictures."""

    def __init__(
        self, presentation: Presentation, language: SpokenLanguage, halls: Path, folder: Path
    ) -> None:
        self.presentation = presentation
        self.language = language
        self.kept: list[str] = []
        self.troubles: list[str] = []
        self._halls = halls
        self._folder = folder

    @contextmanager
    def chapter(self, name: str) -> Iterator[None]:
        """What is drawn within may fail without taking the next chapter along."""
        before = len(self.kept)
        try:
            yield
        except Exception as error:  # noqa: BLE001 - a bug costs its own page only
            last = self.kept[-1] if len(self.kept) > before else "its beginning"
            self.troubles.append(f"{name}, after {last}: {type(error).__name__}: {error}")

    @contextmanager
    def busy_hall(self) -> Iterator[PictureHall]:
        """The demonstration hall in the middle of its morning."""
        with self._copy(_BUSY, MORNING) as hall:
            yield hall

    @contextmanager
    def empty_hall(
        self, now: datetime = MORNING, *, keep_hours: bool = False
    ) -> Iterator[PictureHall]:
        """The demonstration hall before anybody came; with `keep_hours` it also closes."""
        with self._copy(_KEEPS_HOURS if keep_hours else _EMPTY, now) as hall:
            yield hall

    def keep_window(self, folder: str, page: str, window: QQuickWindow | QWidget) -> None:
        """Keep what a window shows."""
        picture_of(window, self._file(folder, page, told((window.width(), window.height()))))

    def keep_image(self, folder: str, page: str, size: str, image: Image.Image) -> None:
        image.save(self._file(folder, page, size))

    def _file(self, folder: str, page: str, size: str) -> Path:
        self.kept.append(page)
        file = self._folder / folder / f"{page}-{self.language}-{size}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        return file

    @contextmanager
    def _copy(self, template: str, now: datetime) -> Iterator[PictureHall]:
        with TemporaryDirectory(prefix="jiaohao-pictures-") as own:
            path = Path(own) / "hall.db"
            shutil.copyfile(self._halls / template, path)
            clock = PastClock(now)
            store = open_store(str(path), clock)
            try:
                yield PictureHall(store, clock, path)
            finally:
                store.close()
