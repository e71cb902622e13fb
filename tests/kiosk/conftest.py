"""A kiosk on a real hall, with or without its window, and a citizen who touches it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from sqlalchemy import make_url

from common.domain.event import Act
from common.domain.hall import Hall
from common.domain.print_job import PrintJob
from common.operations import call_next, issue, kiosks, line, new_id, timeline
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort, TcpPort
from common.qt.engine import theme_singleton
from common.qt.presentation import Presentation, prepare_presentation
from common.search import SearchIndex
from common.store import Store, create_database, open_store
from kiosk.app import KioskApp
from kiosk.input_method import prepare_input_method
from kiosk.models import KioskModels
from kiosk.options import KioskOptions

prepare_input_method()


@pytest.fixture
def hall(demo_file) -> Hall:
    return demo_file.hall


_indexes: list[tuple[Hall, SearchIndex]] = []


def search_index(hall: Hall) -> SearchIndex:
    """The index of a hall, made once for all kiosks of the same hall."""
    for known, index in _indexes:
        if known == hall:
            return index
    made = SearchIndex(hall)
    _indexes.append((hall, made))
    del _indexes[:-4]
    return made


@pytest.fixture(autouse=True)
def kiosks_share_an_index(monkeypatch) -> None:
    """To make one takes more time than most tests."""
    monkeypatch.setattr("kiosk.view_models.finding.SearchIndex", search_index)


@pytest.fixture
def store(sqlite_url, clock) -> Iterator[Store]:
    store = open_store(sqlite_url, clock)
    yield store
    store.close()


@pytest.fixture
def hall_with_hours(hall, tmp_path, clock) -> Iterator[Store]:
    """The same hall, which keeps its hours."""
    keeping = replace(hall, calendar=replace(hall.calendar, always=False))
    store = create_database(os.fspath(tmp_path / "hours.db"), keeping, clock)
    yield store
    store.close()


@pytest.fixture
def presentation(qapp) -> Iterator[Presentation]:
    presentation = prepare_presentation("zh")
    yield presentation
    presentation.translator.close()


class IdleClock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def idle_clock() -> IdleClock:
    return IdleClock()


@dataclass(frozen=True)
class PaperPrinter:
    """A virtual printer on a TCP port."""

    device: VirtualPrinter
    port: TcpPort

    @property
    def url(self) -> str:
        return f"tcp://127.0.0.1:{self.port.number}"


@pytest.fixture
def paper_printer() -> Iterator[PaperPrinter]:
    device = VirtualPrinter(load_profile("generic-80"), speed=10_000, keep_slips=20)
    port = TcpPort(device, 0)
    yield PaperPrinter(device, port)
    port.close()
    device.stop()


@dataclass(frozen=True)
class LinePrinter:
    """A virtual printer on a serial line, which hears what comes late."""

    device: VirtualPrinter
    port: PtyPort
    link: Path
    profile: str

    @property
    def url(self) -> str:
        return f"serial://{self.link}"


@pytest.fixture
def line_printer(tmp_path) -> Iterator[Callable[..., LinePrinter]]:
    """Makes printers of any profile on a line of their own, which may be unplugged."""
    with ExitStack() as stack:

        def make(profile: str = "epson-tm-t88", speed: float = 10_000) -> LinePrinter:
            device = VirtualPrinter(load_profile(profile), speed=speed)
            stack.callback(device.stop)
            link = tmp_path / f"printer-{profile}"
            port = PtyPort(device, link)
            stack.callback(port.close)
            return LinePrinter(device, port, link, profile)

        yield make


@pytest.fixture
def make_models(
    presentation, store, clock, idle_clock, qtbot
) -> Iterator[Callable[..., KioskModels]]:
    """Makes kiosks without a window, which know their hall already unless told otherwise."""
    with ExitStack() as stack:

        def make(
            printer: str | None = None,
            on: Store = store,
            *,
            known: bool = True,
            profile: str = "generic-80",
            name: str = "kiosk-7",
            devices: tuple[str, ...] = (),
        ) -> KioskModels:
            models = KioskModels(
                on,
                presentation.translator,
                KioskOptions(name, printer, profile, devices),
                clock=clock,
                idle_clock=idle_clock,
            )
            stack.callback(models.close)
            models.start()
            qtbot.waitUntil(lambda: not known or models.hall.hall is not None)
            if known and printer is None:  # its first word is written: no write is under way
                qtbot.waitUntil(lambda: bool(kiosks(on)))
            return models

        yield make


@pytest.fixture
def make_kiosk(presentation, store, clock, idle_clock, qtbot) -> Iterator[Callable[..., Citizen]]:
    """Makes kiosks with a window on screen, and a citizen before each."""
    with ExitStack() as stack:

        def make(
            printer: str | None = None,
            on: Store = store,
            size: tuple[int, int] = (1080, 1920),
            *,
            profile: str = "generic-80",
            name: str = "kiosk-7",
            hurried: bool = True,
            devices: tuple[str, ...] = (),
        ) -> Citizen:
            app = KioskApp(
                on,
                presentation,
                KioskOptions(name, printer, profile, devices),
                clock=clock,
                idle_clock=idle_clock,
            )
            stack.callback(app.close)
            if hurried:
                hurry(app)
            app.show(*size)
            citizen = Citizen(app, qtbot)
            qtbot.waitUntil(lambda: app.models.hall.hall is not None)
            citizen.wait_until_settled()
            return citizen

        yield make


def hurry(app: KioskApp) -> None:
    """No page slides in, and a page takes touches soon after it came."""
    theme_singleton(app._engine).setProperty("motion", False)
    guard = app.window.findChild(QQuickItem, "touch_guard")
    assert guard is not None
    guard.setProperty("milliseconds", 20)


@cache
def _finger() -> QPointingDevice:
    """One touch screen for all windows: Qt keeps pointing at devices that have touched."""
    return QTest.createTouchDevice()


class Citizen:
    """Looks at the window and touches it."""

    def __init__(self, app: KioskApp, qtbot) -> None:
        self.app = app
        self._qtbot = qtbot
        self.finger = _finger()

    @property
    def page(self) -> str:
        return self.app.journey.page.value

    def items(self, under: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Every item that is seen, from back to front."""
        item = under or self.app.window.contentItem()
        if item.isVisible():
            yield item
            for child in item.childItems():
                yield from self.items(child)

    def find(self, name: str) -> QQuickItem:
        found = [item for item in self.items() if item.objectName() == name]
        assert found, f"there is no {name} on page {self.page}"
        return found[-1]

    def sees(self, name: str) -> bool:
        return any(item.objectName() == name for item in self.items())

    def text(self, name: str) -> str:
        return str(self.find(name).property("text"))

    def words(self) -> list[str]:
        """Every text that is seen."""
        texts = (item.property("text") for item in self.items() if is_text(item))
        return [text for text in texts if text]

    def wait_until_settled(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.app.window.property("settled")))
        self.app.window.grabWindow()

    def wait_for(self, met: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(met)

    def wait_for_page(self, page: str) -> None:
        self.wait_for(lambda: self.page == page)
        self.wait_until_settled()

    def place(self, name: str) -> QPoint:
        item = self.find(name)
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def touch(self, name: str) -> None:
        """Touch it with a finger, and let the page that comes settle."""
        self.wait_until_settled()
        self.tap(self.place(name))
        self.wait_until_settled()

    def tap(self, place: QPoint) -> None:
        window = self.app.window
        down = QTest.touchEvent(window, self.finger, False)
        down.press(0, place, window)
        down.commit()
        up = QTest.touchEvent(window, self.finger, False)
        up.release(0, place, window)
        up.commit()

    def click(self, name: str) -> None:
        self.wait_until_settled()
        QTest.mouseClick(self.app.window, Qt.MouseButton.LeftButton, pos=self.place(name))
        self.wait_until_settled()

    def start_to_take(self) -> None:
        """To the page with the services that one can take a number for."""
        self.touch("start_area")
        self.touch("take_button")

    def go_to_confirm(self, service: str = "FA002") -> None:
        self.start_to_take()
        self.touch(f"service_{service}")
        assert self.page == "confirm"


def is_text(item: QQuickItem) -> bool:
    """Whether it draws text itself; a button's `text` is drawn by a Text inside it."""
    return item.metaObject().indexOfProperty("truncated") >= 0


@dataclass(frozen=True)
class Records:
    """What the hall's database holds."""

    store: Store

    @property
    def numbers(self) -> list[str]:
        """Every number that waits."""
        return [str(w.number) for queue in line(self.store) for w in queue.waiting]

    def state(self, number: str) -> str:
        return timeline(self.store, number).state.value

    def print_states(self, number: str) -> list[str]:
        return [str(job.state) for job in self.jobs(number)]

    def jobs(self, number: str) -> tuple[PrintJob, ...]:
        """Every attempt to put it on paper, as it is written down."""
        return timeline(self.store, number).print_jobs

    @property
    def refusals(self) -> list[str]:
        """By which rules numbers were not issued."""
        with self.store.read() as tx:
            return [e.facts["rule"] for e in tx.events() if e.move is Act.REFUSE]

    def set_quota(self, quota: int | None) -> None:
        """Let every queue have so many numbers in each half hour."""
        with self.store.write() as tx:
            queues = tuple(replace(queue, half_hour_quota=quota) for queue in tx.hall.queues)
            tx.write_hall(replace(tx.hall, queues=queues))

    def take(self, service: str = "FA002") -> str:
        return str(issue(self.store, [service], ticket=new_id()).number)

    def call(self, counter: str = "F01") -> str:
        called = call_next(self.store, counter)
        assert called is not None
        return str(called.number)


@pytest.fixture
def records(store) -> Records:
    return Records(store)


@pytest.fixture
def late_server(postgres_url) -> Iterator[Callable[[], None]]:
    """A server that lets nobody in to the hall at `postgres_url` until this is called."""
    name = make_url(postgres_url).database
    server = make_url(postgres_url).set(database="postgres").render_as_string(hide_password=False)

    def admit(whoever: bool = True) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS {whoever}")

    admit(False)
    yield admit
    admit()


class Away:
    """Takes the database file away and brings it back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._elsewhere = path.with_name("away.db")

    def take(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            part = Path(f"{self._path}{suffix}")
            if part.exists():
                part.rename(f"{self._elsewhere}{suffix}")

    def bring_back(self) -> None:
        for suffix in ("-wal", "-shm", ""):
            part = Path(f"{self._elsewhere}{suffix}")
            if part.exists():
                part.rename(f"{self._path}{suffix}")


@pytest.fixture
def database(sqlite_url) -> Away:
    return Away(Path(sqlite_url))
