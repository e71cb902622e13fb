"""The kiosk put together: store, threads, view models, window."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from common.devices.address import DeviceKind, device_address
from common.domain.ids import KioskCode
from common.domain.print_job import PaperKind
from common.operations import expire_past_days, forget_kiosk
from common.operations.errors import BadKioskName
from common.printing.profile import load_profile
from common.qt.changes import ChangeBridge
from common.qt.engine import apply_theme, create_engine, load_window
from common.qt.hall_time import HallClock, utc_now
from common.qt.presentation import Presentation
from common.qt.public_screen import PublicScreen, screen_named
from common.qt.pulse import is_restarted
from common.qt.readers import Readers
from common.qt.task_runner import TaskRunner
from common.qt.theme import load_theme
from common.qt.translations import Translator
from common.qt.voice import Voice
from common.store import Store
from kiosk.form_parts import form_visit
from kiosk.qr_code import QrProvider
from kiosk.slip_printer import SlipPrinter
from kiosk.view_models.accessibility import Accessibility
from kiosk.view_models.attract import AttractShow
from kiosk.view_models.basket import Basket
from kiosk.view_models.check_in import CheckIn
from kiosk.view_models.checklist import ChecklistPaper
from kiosk.view_models.counter_choice import CounterChoice
from kiosk.view_models.finding import Finding
from kiosk.view_models.floor_plan import FloorPlanView
from kiosk.view_models.form_visit import FormVisit
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.help import HelpDesk
from kiosk.view_models.idle import IdleTimer
from kiosk.view_models.journey import Journey
from kiosk.view_models.kiosk_readers import KioskReaders
from kiosk.view_models.my_number import MyNumber
from kiosk.view_models.night import Night
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.opinions import Opinions
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.printer_watch import PrinterWatch
from kiosk.view_models.recent import Recent
from kiosk.view_models.report import KioskReport
from kiosk.view_models.slip_paper import SlipPaper
from kiosk.view_models.staff_exit import StaffDoor
from kiosk.view_models.staff_trial import TrialPaper
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.tries import Tries
from kiosk.view_models.way import Way

WINDOW = Path(__file__).resolve().parent / "qml" / "Main.qml"
_CODE = re.compile(r"[A-Za-z0-9_-]{1,32}")
_GOODBYE_SECONDS = 0.6
"""For each of the three things that the end of a kiosk waits for."""


@dataclass(frozen=True, slots=True)
class KioskOptions:
    name: str = "kiosk-1"
    """The kiosk's code in the hall file; who issued a number, in the record."""
    printer_url: str | None = None
    """None: numbers are shown on the screen only."""
    printer_profile: str = "generic-80"
    devices: tuple[str, ...] = ()
    """The URLs of scanners and card readers; none is needed."""
    forms: Path | None = None
    """The folder of the hall's own forms; None: those that come with the suite."""
    pictures: Path | None = None
    """A folder of this machine that goes before the hall file's."""
    screen: str | None = None
    """Of several screens, by name or number; None is the first."""
    cursor: bool = True
    """False where people touch: no pointer is drawn on the full screen."""

    @property
    def code(self) -> KioskCode:
        """The name as the hall file writes it. Raises BadKioskName."""
        if _CODE.fullmatch(self.name) is None:
            raise BadKioskName(name=self.name)
        return KioskCode(self.name)


class KioskModels:
    """The kiosk without its window: threads and view models on an open store."""

    def __init__(
        self,
        store: Store,
        translator: Translator,
        options: KioskOptions,
        *,
        clock: Callable[[], datetime] = utc_now,
        idle_clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._closed = False
        self._store = store
        self.code = options.code
        for url in options.devices:
            device_address(url)  # raises before any thread begins
        self._printer = _printer(options)
        self._home = home = QObject()
        self._worker = TaskRunner("kiosk database", home)
        self._printer_worker = TaskRunner("kiosk printer", home)
        self._search_worker = TaskRunner("kiosk search", home)
        self._changes = ChangeBridge(store.feed(), home)
        self.clock = HallClock(ZoneInfo("UTC"), translator, clock, home)
        self.hall = HallWatch(store, self._worker, self._changes, self.clock, home)
        self.outbox = Outbox(self._worker, home)
        self.phone = PhoneEntry(home)
        self._watch = PrinterWatch(self._printer, self._printer_worker, home)
        self.report = KioskReport(store, self._worker, self._watch, self.hall, self.code, home)
        self._paper = SlipPaper(
            store, self._worker, self.outbox, self._watch, translator, self.code, home
        )
        self.taking = NumberTaking(
            store, self._worker, self._paper, self.outbox, self.phone, self.code, home
        )
        self.idle = IdleTimer(idle_clock, home)
        self.voice = Voice(home)
        self.access = Accessibility(translator, self.voice, home)
        self.finding = Finding(self.hall, self._search_worker, translator, home)
        self.guide = ServiceGuide(home)
        self.checklist = ChecklistPaper(
            store,
            self._worker,
            self.outbox,
            self._watch,
            self.guide,
            translator,
            self.code,
            home,
        )
        self.way = Way(home)
        receipts = self._one_paper(PaperKind.OPINION, translator)
        self.opinions = Opinions(
            store, self._worker, self.way, self.clock, receipts, self.code, home
        )
        self.basket = Basket(self.way, self.hall, self.taking, self.guide, home)
        self.counter_choice = CounterChoice(self.taking, self.hall, home)
        self.recent = Recent(store, self._worker, self.hall, home)
        self.floor_plan = FloorPlanView(self.hall, self.taking, self.guide, self.code, home)
        self.journey = Journey(
            self.way,
            self.hall,
            self.taking,
            self.finding,
            self.guide,
            self.basket,
            self.idle,
            translator,
            home,
        )
        self.forms = self._form_visit(translator, options.forms)
        self.help = HelpDesk(
            store,
            self._worker,
            self.outbox,
            self.hall,
            self._changes,
            self.clock,
            self.code,
            lambda: self.journey.page,
            home,
        )
        self.help.waiting.connect(self.idle.touched)
        self.journey.visit_ended.connect(self.help.wipe)
        self.journey.page_changed.connect(lambda: self.report.page_shown(self.journey.page))
        self.journey.visit_ended.connect(self.access.wipe)
        self.journey.text_size_changed.connect(
            lambda: self.access.read_pages(bool(self.journey.largeText))
        )
        for typed in (self.phone.changed, self.finding.typed_changed, self.guide.ticked):
            typed.connect(self.idle.touched)  # a keyboard touches no screen
        tries = Tries(idle_clock)
        self.check_in = CheckIn(
            store, self._worker, self.way, self.hall, self.taking, tries, self.code, home
        )
        self.my_number = MyNumber(
            store, self._worker, self.way, self.hall, self.taking, tries, self.code, home
        )
        for asked in (self.check_in, self.my_number):
            self.journey.visit_ended.connect(asked.wipe)
            asked.typed.changed.connect(self.idle.touched)
            asked.database_lost.connect(self.hall.lose)
        self.my_number.phone.changed.connect(self.idle.touched)
        self.devices = Readers(options.devices, lambda: self.hall.now().date(), parent=home)
        self.devices.changed.connect(
            lambda: self.report.devices_changed(url.partition(":")[0] for url in self.devices.away)
        )
        self.devices.card_read.connect(self.forms.take_card)
        self.devices.card_not_read.connect(self.forms.tell_unread_card)
        self.devices.changed.connect(self._tell_of_card_reader)
        self._tell_of_card_reader()
        self.readers = KioskReaders(
            self.devices,
            self.way,
            self.journey,
            self.taking,
            self.check_in,
            self.my_number,
            home,
        )
        self.staff = StaffDoor(
            store, self._worker, self.outbox, self.hall, self.code, idle_clock, home
        )
        self.trial = TrialPaper(store, self.outbox, self._watch, self.clock, self.code, home)
        self.trial.printed_length.connect(self.report.paper_came_out)
        self.staff.knocked.connect(self.journey.finish)
        self.staff.knocked.connect(self.trial.wipe)
        self.taking.stage_changed.connect(lambda: self.staff.reserve(self.taking.busy))
        self.night = Night(self.hall, self.clock, home)
        self._picture_worker = TaskRunner("kiosk pictures", home)
        self.attract = AttractShow(self.hall, self._picture_worker, options.pictures, parent=home)
        self.journey.visit_ended.connect(self.opinions.wipe)
        self.opinions.touched.connect(self.idle.touched)
        for lost in (self.opinions.database_lost, receipts.database_lost):
            lost.connect(self.hall.lose)
        self.my_number.rating_wanted.connect(self.opinions.begin_rating)
        self.journey.page_changed.connect(self.floor_plan.wipe)
        self.journey.visit_ended.connect(self.floor_plan.wipe)
        self.journey.visit_ended.connect(self.recent.wipe)
        self.floor_plan.opened.connect(self.journey.look_around)
        self.taking.stage_changed.connect(lambda: self._watch.reserve(self.taking.busy))
        self._paper.printed_length.connect(self.report.slip_came_out)
        self.checklist.printed_length.connect(self.report.paper_came_out)
        self.checklist.database_lost.connect(self.hall.lose)
        self.hall.restored.connect(self.outbox.send_again)
        self.hall.restored.connect(self._paper.ask_for_abandoned)
        self.hall.day_began.connect(lambda: self.outbox.add(lambda: expire_past_days(store)))

    def _tell_of_card_reader(self) -> None:
        self.forms.set_card_reader(DeviceKind.ID_READER in self.devices.kinds)

    def _one_paper(self, kind: PaperKind, translator: Translator) -> OnePaper:
        paper = OnePaper(
            kind,
            self._store,
            self._worker,
            self.outbox,
            self._watch,
            translator,
            self.code,
            self._home,
        )
        paper.printed_length.connect(self.report.paper_came_out)
        return paper

    def _form_visit(self, translator: Translator, folder: Path | None) -> FormVisit:
        paper = self._one_paper(PaperKind.FORM_CODE, translator)
        forms = form_visit(
            self._store,
            self._worker,
            self._search_worker,
            self.way,
            self.hall,
            self.guide,
            self.taking,
            paper,
            self.outbox,
            translator,
            self.code,
            folder,
            self._home,
        )
        forms.touched.connect(self.idle.touched)
        forms.database_lost.connect(self.hall.lose)
        self.journey.visit_ended.connect(forms.wipe)
        return forms

    def start(self) -> None:
        """Read the hall for the first time, listen for changes, and watch the printer."""
        self._changes.start()
        self._paper.ask_for_abandoned()
        self.hall.refresh()
        self._watch.start()
        self.report.start()
        self.help.start()

    def close(self) -> None:
        """Say goodbye and end the threads, in two seconds whatever printer and database do."""
        if self._closed:
            return
        self._closed = True
        self.idle.stop()
        self.help.close()
        self.devices.close()
        self.staff.close()
        self.night.close()
        self._watch.close()
        self.report.close()
        self._changes.close()
        self._say_goodbye()
        self._worker.close(_GOODBYE_SECONDS)
        self._search_worker.close(0)
        self._picture_worker.close(0)
        self.outbox.close()
        ended = self._printer_worker.close(_GOODBYE_SECONDS)
        if self._printer is not None and ended:
            self._printer.close()
        self._home.deleteLater()

    def _say_goodbye(self) -> None:
        """Nobody needs to look for a kiosk that was switched off; what is written first stays."""
        if self.hall.away:
            return
        said = threading.Event()

        def say() -> None:
            try:
                forget_kiosk(self._store, self.code)
            finally:
                said.set()

        self._worker.submit(say, lambda _said: None, lambda _error: None)
        said.wait(_GOODBYE_SECONDS)


class KioskApp:
    """One kiosk on an existing application object, presentation and store, which stay the caller's.

    `show` it and `close` it; `window`, `journey` and `taking` are what a script or a test drives.
    After each visit it speaks again the language that `presentation` had in the beginning. Raises
    BadKioskName for such a name, UnknownProfile or BadPrinterAddress for a printer that cannot be,
    UnknownScreen.
    """

    def __init__(
        self,
        store: Store,
        presentation: Presentation,
        options: KioskOptions,
        *,
        clock: Callable[[], datetime] = utc_now,
        idle_clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if options.screen is not None:
            screen_named(options.screen)  # it may not be there
        self.models = KioskModels(
            store, presentation.translator, options, clock=clock, idle_clock=idle_clock
        )
        self.journey = self.models.journey
        self.taking = self.models.taking
        self._family = presentation.family
        self._engine = create_engine(
            load_theme("light", "kiosk"), presentation.family, presentation.translator
        )
        self._engine.addImageProvider("qr", QrProvider())
        self.window = load_window(
            self._engine,
            WINDOW,
            {
                "journey": self.models.journey,
                "hall": self.models.hall,
                "taking": self.models.taking,
                "phone": self.models.phone,
                "finding": self.models.finding,
                "guide": self.models.guide,
                "basket": self.models.basket,
                "counterChoice": self.models.counter_choice,
                "floorPlan": self.models.floor_plan,
                "recent": self.models.recent,
                "opinions": self.models.opinions,
                "checklist": self.models.checklist,
                "checkIn": self.models.check_in,
                "mine": self.models.my_number,
                "readers": self.models.readers,
                "forms": self.models.forms,
                "idle": self.models.idle,
                "clock": self.models.clock,
                "kiosk": self.models.report,
                "access": self.models.access,
                "help": self.models.help,
                "staff": self.models.staff,
                "trial": self.models.trial,
                "night": self.models.night,
                "pictures": self.models.attract,
            },
        )
        self._public = PublicScreen(self.window, screen=options.screen, cursor=options.cursor)
        self._contrast = False
        self.models.staff.full_screen_wanted.connect(self._hold)
        self.models.access.contrast_changed.connect(self._set_contrast)
        self.models.night.changed.connect(self._dress)
        self.models.start()

    def _set_contrast(self, high: bool) -> None:
        self._contrast = high
        self._dress()

    def _dress(self) -> None:
        dark = "dark" if self.models.night.dark else "light"
        theme = "contrast" if self._contrast else dark
        apply_theme(self._engine, load_theme(theme, "kiosk"), self._family)

    def _hold(self, held: bool) -> None:
        """What staff want of the screen."""
        if held:
            self._public.hold()
        else:
            self._public.let_go()

    def show(self, width: int | None = None, height: int | None = None) -> None:
        """On the whole screen, or in a window of this size."""
        fills = width is None or height is None
        self.models.staff.set_up(held=True if fills else None, restarts=is_restarted())
        if width is None or height is None:
            self._public.hold()
        else:
            self.window.resize(width, height)
            self.window.show()

    def close(self) -> None:
        """Take the window down and end the threads; the store stays open."""
        self._public.close()
        self.window.close()
        self._engine.deleteLater()
        self.models.close()


def _printer(options: KioskOptions) -> SlipPrinter | None:
    if options.printer_url is None:
        return None
    profile = load_profile(options.printer_profile)
    return SlipPrinter(options.printer_url, profile)
