"""A counter on a real database of the demonstration hall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from common import operations
from common.domain.ids import TicketId
from common.domain.text import Language
from common.operations import Issued
from common.qt.presentation import Presentation, prepare_presentation
from common.store import Store, open_store
from counter.app import CounterApp, FormPlaces
from counter.paper_outlet import PaperOutlet
from counter.view_models.desk import DeskViewModel
from counter.view_models.press_guard import PressGuard

PASSWORD = "jiaohao-demo"

Take = Callable[..., Issued]
StartCounter = Callable[..., CounterApp]


@pytest.fixture
def database(sqlite_url: str) -> Path:
    """The demonstration hall on a fresh day."""
    return Path(sqlite_url)


@pytest.fixture
def store(database: Path, clock) -> Iterator[Store]:
    opened = open_store(str(database), clock)
    yield opened
    opened.close()


@pytest.fixture
def take(store: Store) -> Take:
    """Take a number as a kiosk does: `take("AA")` for the first service of a queue."""

    def take(queue: str = "AA", priority: str = "P0", wanted: tuple[str, ...] = ()) -> Issued:
        services = (
            wanted or tuple(s.code for s in operations.hall(store).services if s.queue == queue)[:1]
        )
        return operations.issue(
            store, services, ticket=TicketId(operations.new_id()), priority=priority
        )

    return take


@pytest.fixture
def let_pass(qtbot: QtBot, clock) -> Callable[[DeskViewModel, float], None]:
    """Let time pass for a desk: `let_pass(desk, 20)` seconds."""

    def let_pass(desk: DeskViewModel, seconds: float) -> None:
        later = clock.advance(seconds=seconds)
        desk.start()
        qtbot.waitUntil(lambda: desk.view is not None and desk.view.now >= later)

    return let_pass


@pytest.fixture
def presentation(qapp) -> Iterator[Presentation]:
    prepared = prepare_presentation(Language.ZH)
    yield prepared
    prepared.translator.close()


class TestClock:
    """Seconds that pass only when a test says so."""

    __test__ = False

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def press_clock() -> TestClock:
    return TestClock()


class SlowHands(PressGuard):
    """Every press counts: a test presses faster than any hand."""

    def accepts(self, key: str) -> bool:
        return True


@pytest.fixture
def start_counter(
    qtbot: QtBot, store: Store, presentation: Presentation, tmp_path: Path
) -> Iterator[StartCounter]:
    """Start a counter's program: signed in at `counter`, or on the sign-in page without one."""
    apps: list[CounterApp] = []

    def start(
        counter: str = "",
        *,
        login: str = "",
        guard: PressGuard | None = None,
        audible: bool = False,
        outlet: PaperOutlet | None = None,
        forms: FormPlaces | None = None,
        scanners: Sequence[str] = (),
    ) -> CounterApp:
        app = CounterApp(
            store,
            presentation,
            counter=counter,
            login=login or counter.lower(),
            guard=guard or SlowHands(),
            audible=audible,
            outlet=outlet,
            folder=tmp_path / "papers",
            forms=forms,
            scanners=scanners,
        )
        apps.append(app)
        app.window.resize(1366, 768)
        with qtbot.waitActive(app.window):
            app.window.show()
            app.window.activateWindow()
        if counter:
            app.sign_in.set_password(PASSWORD)
            app.sign_in.sign_in()
            qtbot.waitUntil(lambda: app.desk is not None and app.desk.view is not None)
        return app

    yield start
    for app in apps:
        app.close()
    apps.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
