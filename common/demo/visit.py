"""A scripted visit through the real front ends: a touch, a slip, a call, a board."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QWidget

from common import operations
from common.demo.hall import COUNTER, PASSWORD
from common.demo.hand import NeverHappened, picture_of, press, settle, touch, wait_until
from common.domain.ids import TicketNumber
from common.printing.profile import load_profile
from common.printing.virtual.device import VirtualPrinter
from common.printing.virtual.ports import PtyPort
from common.qt.application import create_application
from common.qt.presentation import Presentation, prepare_presentation
from common.store import Store, open_store
from counter.app import CounterApp
from display.app import Display, DisplayOptions
from kiosk.app import KioskApp
from kiosk.options import KioskOptions

SERVICE = "FE001"


def play_visit(database: Path, folder: Path) -> int:
    """Play the visit on the hall in `database`; pictures and slip go to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    application = create_application("demo", widgets=True)
    with ExitStack() as stack:
        try:
            Visit(stack, database, folder, prepare_presentation("zh")).play()
        except NeverHappened as error:
            print(f"✗ {error}")
            return 1
    application.processEvents()
    return 0


class Visit:
    """The front ends of one hall, and the steps of one errand."""

    def __init__(
        self, stack: ExitStack, database: Path, folder: Path, presentation: Presentation
    ) -> None:
        self._folder = folder
        self._step = 0
        self._store = self._open(stack, database)
        self._printer = VirtualPrinter(load_profile("generic-80"))
        stack.callback(self._printer.stop)
        line = PtyPort(self._printer)
        stack.callback(line.close)
        self._kiosk = KioskApp(
            self._store, presentation, KioskOptions("kiosk-1", f"serial://{line.path}")
        )
        stack.callback(self._kiosk.close)
        self._display = Display(
            lambda: self._store, DisplayOptions(silent=True), presentation=presentation
        )
        stack.callback(self._display.close)
        self._counter = CounterApp(
            self._store, presentation, counter=COUNTER, login=COUNTER.lower()
        )
        stack.callback(self._counter.close)
        self._kiosk.show(1080, 1920)
        self._display.show(1920, 1080)
        self._counter.window.resize(1366, 768)
        self._counter.window.show()

    @staticmethod
    def _open(stack: ExitStack, database: Path) -> Store:
        store = open_store(str(database))
        stack.callback(store.close)
        return store

    def play(self) -> None:
        """From the first touch to the end of the errand."""
        number = self._take_a_number()
        self._sign_in()
        self._call(number)
        self._serve(number)
        self._tell_story(number)

    def _take_a_number(self) -> TicketNumber:
        kiosk = self._kiosk.window
        wait_until(lambda: self._kiosk.models.hall.hall is not None, "the kiosk's first page")
        self._show(kiosk, "kiosk-attract", "the kiosk waits for somebody")
        touch(kiosk, "start_area")
        self._show(kiosk, "kiosk-home", "a citizen touches it")
        touch(kiosk, "take_button")
        touch(kiosk, f"service_{SERVICE}")
        self._show(kiosk, "kiosk-confirm", "chooses a service: what to bring, where, how many wait")
        touch(kiosk, "take_number_button")
        wait_until(lambda: self._kiosk.journey.page.value == "slip", "a number")
        wait_until(lambda: len(self._printer.slips) > 0, "a slip in the printer's outlet")
        wait_until(lambda: not self._kiosk.taking.busy, "the kiosk's word about the paper")
        settle()
        slip = self._printer.slips[-1]
        (self._folder / "slip.bin").write_bytes(slip.data)
        slip.picture.save(self._folder / "slip.png")
        (waiting,) = operations.line(self._store, SERVICE[:2])[0].waiting
        self._show(
            kiosk,
            "kiosk-slip",
            f"takes number {waiting.number}, and the slip comes out",
        )
        return waiting.number

    def _sign_in(self) -> None:
        window = self._counter.window
        self._show(window, "counter-sign-in", f"a clerk comes to counter {COUNTER}")
        self._counter.sign_in.set_password(PASSWORD)
        self._counter.sign_in.sign_in()
        wait_until(
            lambda: self._counter.desk is not None and self._counter.desk.view is not None,
            "the clerk's desk",
        )
        self._show(window, "counter-ready", "signs in and sees who waits")

    def _call(self, number: TicketNumber) -> None:
        self._show(self._display.window, "board-before", "the board on the hall's TV")
        desk = self._counter.desk
        assert desk is not None
        press(self._counter.window, Qt.Key.Key_F2)
        wait_until(lambda: desk.current is not None, "a called number")
        wait_until(
            lambda: number in [c.number for c in self._display.announcer.banner],
            "the board's banner",
        )
        self._show(
            self._display.window, "board-call", f"one key: {number} is called, the board flashes"
        )
        self._show(
            self._counter.window, "counter-called", "the clerk sees who comes, and why this one"
        )

    def _serve(self, number: TicketNumber) -> None:
        desk = self._counter.desk
        assert desk is not None
        press(self._counter.window, Qt.Key.Key_F2)
        wait_until(lambda: operations.board(self._store).calls[0].serving, "service")
        settle()
        self._show(self._counter.window, "counter-serving", "the same key: service begins")
        press(self._counter.window, Qt.Key.Key_F2)
        wait_until(lambda: desk.sheet is not None, "the question for the outcome")
        settle()
        self._show(self._counter.window, "counter-finish", "the same key: how did it end?")
        press(self._counter.window, Qt.Key.Key_Return)
        wait_until(lambda: desk.current is None, "the end of the errand")

    def _tell_story(self, number: TicketNumber) -> None:
        story = operations.timeline(self._store, number)
        zone = ZoneInfo(operations.hall(self._store).time_zone)
        told = [(event.at, f"{event.move} {event.counter or ''}") for event in story.events]
        told += [
            (job.ended_at or job.started_at, f"slip {job.state or 'under way'}")
            for job in story.print_jobs
        ]
        print(f"• what the record says of {number}, in the hall's time:")
        for at, what in sorted(told):
            print(f"    {at.astimezone(zone):%H:%M:%S}  {what}")

    def _show(self, window: QQuickWindow | QWidget, name: str, told: str) -> None:
        settle()
        self._step += 1
        file = self._folder / f"{self._step:02d}-{name}.png"
        picture_of(window, file)
        print(f"• {told}: {file.name}")
