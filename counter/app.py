"""The counter put together: view models, window, worker, change feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock
from common.qt.presentation import Presentation
from common.qt.readers import Readers
from common.qt.task_runner import TaskRunner
from common.qt.theme import load_theme
from common.store import Store
from counter.form_cabinet import FormCabinet
from counter.form_erasing import FormErasing
from counter.form_output import FormOutput
from counter.paper_outlet import PaperOutlet
from counter.view_models.counter_papers import CounterPapers
from counter.view_models.desk import DeskViewModel
from counter.view_models.desk_forms import FormTools
from counter.view_models.link import DeskLink
from counter.view_models.message import Message
from counter.view_models.press_guard import PressGuard
from counter.view_models.sign_in import SignedIn, SignInViewModel
from counter.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from common.qt.sound import Sound


@dataclass(frozen=True, slots=True)
class FormPlaces:
    """Where this PC has what filled forms need, unless it is at its usual place."""

    key_file: Path | None = None
    blanks: Path | None = None
    """A folder of forms of the hall's own."""
    printer: str = ""
    """For A4, by its name in the system."""


class CounterApp(QObject):
    """One counter on an existing application object and store, which stay the caller's.

    `window` is the main window; `sign_in` and, once someone is signed in, `desk` are what a script
    or a test drives. `close` ends the threads; the clerk stays signed in, so that a restart is back
    at the same ticket.
    """

    def __init__(
        self,
        store: Store,
        presentation: Presentation,
        *,
        counter: str = "",
        login: str = "",
        guard: PressGuard | None = None,
        audible: bool = False,
        outlet: PaperOutlet | None = None,
        folder: Path | None = None,
        forms: FormPlaces | None = None,
        scanners: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        """`audible` plays a quiet tone when somebody comes while the desk is free, and another for
        those who look after the kiosks when one is in trouble or somebody there asks for help.
        `outlet` is the counter's printer; its thread ends with the app. `folder` takes the pictures
        of papers (the user's documents), and a folder in it the files of forms. `scanners` are the
        addresses of scanners of codes. Raises BadDeviceAddress."""
        super().__init__(parent)
        self._store = store
        self._translator = presentation.translator
        self._guard = guard or PressGuard()
        self._closed = False
        self._readers = Readers(scanners, lambda: self._clock.now().date(), parent=self)
        self._readers.scanned.connect(self._scanned)
        self._readers.scan_spoiled.connect(self._scan_spoiled)
        self._readers.changed.connect(self._tell_scanner)
        self._runner = TaskRunner("counter database")
        places = forms or FormPlaces()
        self._forms = FormTools(
            FormCabinet(store, key_file=places.key_file, folder=places.blanks),
            FormOutput(presentation.family, places.printer),
            TaskRunner("form printer"),
            (folder or _documents()) / "forms",
        )
        self._bridge = ChangeBridge(store.feed())
        self._outlet = outlet
        self._clock = HallClock(ZoneInfo("UTC"), self._translator, parent=self)
        self._papers = CounterPapers(
            store,
            self._runner,
            self._translator,
            self._clock,
            outlet,
            folder or _documents(),
            self,
        )
        self.sign_in = SignInViewModel(
            store,
            self._runner,
            self._bridge,
            self._translator,
            counter=counter,
            login=login,
            parent=self,
        )
        self.desk: DeskViewModel | None = None
        self._tones = _tones(self) if audible else None
        self.window = MainWindow(
            self.sign_in, self._translator, load_theme("light", "counter"), presentation.family
        )
        self.sign_in.signed_in.connect(self._open_desk)
        self.sign_in.load_hall()
        self.window.sign_in_page.focus_first_gap()
        self._bridge.start()
        self.form_erasing = FormErasing(store, self._runner, self)
        self.form_erasing.start()

    def close(self) -> None:
        """Close the windows and end the threads; the object is of no use afterwards."""
        if self._closed:
            return
        self._closed = True
        self.form_erasing.close()
        self._bridge.close()
        if self._outlet is not None:
            self._outlet.close()
        self._readers.close()
        self._forms.paper_runner.close()
        self._runner.close()
        self.window.dispose()
        for thing in (
            self._clock,
            self._bridge,
            self._readers,
            self._forms.paper_runner,
            self._runner,
            self,
        ):
            thing.deleteLater()

    def show_broken(self) -> None:
        """Say calmly that the program starts again; nothing that was recorded is lost."""
        self.window.show_broken()

    def _open_desk(self, signed_in: SignedIn) -> None:
        self._clock.set_zone(ZoneInfo(signed_in.hall.time_zone))
        counter = signed_in.session.counter
        link = DeskLink(self._store, self._runner, self._bridge, counter)
        self.desk = DeskViewModel(
            self._store,
            self._runner,
            link,
            self._translator,
            self._clock,
            signed_in.session,
            signed_in.hall,
            papers=self._papers,
            forms=self._forms,
            guard=self._guard,
            parent=self,
        )
        link.setParent(self.desk)
        if self._tones is not None:
            arrival, alarm = self._tones
            self.desk.arrived.connect(arrival.play)
            self.desk.alarms.raised.connect(alarm.play)
            self.desk.help_calls.raised.connect(alarm.play)
        self.desk.left.connect(self._close_desk)
        self._tell_scanner()
        self.window.show_desk(self.desk, self._clock)
        self.desk.start()
        self._papers.forget()
        self._papers.ask_for_abandoned(counter)

    def _scanned(self, text: str) -> None:
        if self.desk is not None:
            self.desk.scan(text)

    def _tell_scanner(self) -> None:
        if self.desk is not None:
            self.desk.tell_scanner(next(iter(self._readers.away.values()), None))

    def _scan_spoiled(self) -> None:
        if self.desk is not None:
            self.desk.tell_scan_spoiled()

    def _close_desk(self, why: Message | None) -> None:
        desk, self.desk = self.desk, None
        # The view model is still on the stack that emitted `left`.
        QTimer.singleShot(0, self, lambda: self._go_to_sign_in(desk, why))

    def _go_to_sign_in(self, desk: DeskViewModel | None, why: Message | None) -> None:
        self.window.show_sign_in()
        if why is not None:
            self.sign_in.say(why)
        if desk is not None:
            desk.deleteLater()


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) / "jiaohao"


def _tones(parent: QObject) -> tuple[Sound, Sound]:
    from common.qt.sound import Sound  # a silent counter does without Qt Multimedia

    return Sound("arrival.wav", parent), Sound("alarm.wav", parent)
