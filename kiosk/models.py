"""The kiosk without its window: threads and view models on an open store."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from common.devices.address import DeviceKind, device_address
from common.domain.print_job import PaperKind
from common.operations import expire_past_days, forget_kiosk
from common.printing.profile import load_profile
from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock, utc_now
from common.qt.readers import Readers
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.qt.voice import Voice
from common.store import Store
from kiosk.form_parts import form_visit
from kiosk.options import KioskOptions
from kiosk.slip_printer import SlipPrinter
from kiosk.view_models.accessibility import Accessibility
from kiosk.view_models.attract import AttractShow
from kiosk.view_models.basket import Basket
from kiosk.view_models.booking import Booking
from kiosk.view_models.check_in import CheckIn
from kiosk.view_models.checklist import ChecklistPaper
from kiosk.view_models.counter_choice import CounterChoice
from kiosk.view_models.finding import Finding
from kiosk.view_models.floor_plan import FloorPlanView
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.guide_samples import GuideSamples
from kiosk.view_models.hall_lists import HallLists
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

_GOODBYE_SECONDS = 0.6
"""For each of the three things that the end of a kiosk waits for."""


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
        self._translator = translator
        self.code = options.code
        for url in options.devices:
            device_address(url)  # raises before any thread begins
        self._printer = _printer(options)
        self.home = home = QObject()
        self._worker = worker = TaskRunner("kiosk database", home)
        self._printer_worker = TaskRunner("kiosk printer", home)
        self._search_worker = TaskRunner("kiosk search", home)
        self._picture_worker = TaskRunner("kiosk pictures", home)
        self._changes = ChangeBridge(store.feed(), home)
        # The hall, and the machine itself
        self.clock = HallClock(ZoneInfo("UTC"), translator, clock, home)
        self.hall = hall = HallWatch(store, worker, self._changes, self.clock, home)
        self.outbox = Outbox(worker, home)
        self._watch = PrinterWatch(self._printer, self._printer_worker, home)
        self.report = KioskReport(store, worker, self._watch, hall, self.code, home)
        self.devices = Readers(options.devices, lambda: hall.now().date(), parent=home)
        self.staff = StaffDoor(store, worker, self.outbox, hall, self.code, idle_clock, home)
        self.trial = TrialPaper(store, self.outbox, self._watch, self.clock, self.code, home)
        self.attract = AttractShow(hall, self._picture_worker, options.pictures, parent=home)
        self.idle = IdleTimer(idle_clock, home)
        self.voice = Voice(home)
        self.access = Accessibility(translator, self.voice, home)
        # The number
        self.phone = PhoneEntry(home)
        self._paper = SlipPaper(
            store, worker, self.outbox, self._watch, translator, self.code, home
        )
        self.taking = NumberTaking(
            store, worker, self._paper, self.outbox, self.phone, self.code, home
        )
        self.counter_choice = CounterChoice(self.taking, hall, home)
        # The way to it
        self.way = Way(home)
        self.night = Night(hall, self.way, self.clock, home)
        self.finding = Finding(hall, self._search_worker, translator, home)
        self.samples = GuideSamples(store, worker, home)
        self.guide = ServiceGuide(self.samples, home)
        self.checklist = ChecklistPaper(
            store, worker, self.outbox, self._watch, self.guide, translator, self.code, home
        )
        self.basket = Basket(self.way, hall, self.taking, self.guide, home)
        self.recent = Recent(store, worker, hall, home)
        self.floor_plan = FloorPlanView(hall, self.taking, self.guide, self.code, home)
        self.journey = Journey(
            self.way,
            hall,
            HallLists(hall, self.way, home),
            self.taking,
            self.finding,
            self.guide,
            self.basket,
            self.idle,
            translator,
            home,
        )
        # Whoever comes with a number, an appointment, a form, an opinion, or a question
        tries = Tries(idle_clock)
        known = (store, worker, self.way, hall, self.taking, tries, self.code, home)
        self.check_in = CheckIn(*known)
        self.my_number = MyNumber(*known)
        self._bookings = self._one_paper(PaperKind.APPOINTMENT)
        self.booking = Booking(
            store,
            worker,
            self.way,
            hall,
            self.taking,
            self.guide,
            self.outbox,
            self._bookings,
            tries,
            self.code,
            home,
        )
        self.readers = KioskReaders(
            self.devices,
            self.way,
            self.journey,
            self.taking,
            self.check_in,
            self.my_number,
            home,
        )
        self._form_paper = self._one_paper(PaperKind.FORM_CODE)
        self.forms = form_visit(
            store,
            worker,
            self._search_worker,
            self.way,
            hall,
            self.guide,
            self.taking,
            self._form_paper,
            self.outbox,
            translator,
            self.code,
            options.forms,
            home,
        )
        self._receipts = self._one_paper(PaperKind.OPINION)
        self.opinions = Opinions(
            store, worker, self.way, self.clock, self._receipts, self.code, home
        )
        self.help = HelpDesk(
            store,
            worker,
            self.outbox,
            hall,
            self._changes,
            self.clock,
            self.code,
            lambda: self.journey.page,
            home,
        )
        self._heed_life()
        self._end_visits()
        self._lead_on()
        self._heed_readers()
        self._heed_paper()
        self._heed_database()

    def _one_paper(self, kind: PaperKind) -> OnePaper:
        return OnePaper(
            kind,
            self._store,
            self._worker,
            self.outbox,
            self._watch,
            self._translator,
            self.code,
            self.home,
        )

    def _heed_life(self) -> None:
        """Not every sign of life is a touch of the screen."""
        for sign in (
            self.phone.changed,
            self.finding.typed_changed,
            self.guide.ticked,
            self.check_in.typed.changed,
            self.my_number.typed.changed,
            self.my_number.phone.changed,
            self.booking.phone.changed,
            self.forms.touched,
            self.opinions.touched,
            self.help.waiting,
        ):
            sign.connect(self.idle.touched)
        self.floor_plan.opened.connect(self.journey.look_around)

    def _end_visits(self) -> None:
        """What a citizen left is wiped; staff at the door end a visit too."""
        for part in (
            self.forms,
            self.help,
            self.access,
            self.check_in,
            self.booking,
            self.my_number,
            self.opinions,
            self.floor_plan,
            self.recent,
        ):
            self.journey.visit_ended.connect(part.wipe)
        self.journey.page_changed.connect(self.floor_plan.wipe)
        self.journey.page_changed.connect(self.samples.close)
        self.staff.knocked.connect(self.journey.finish)
        self.staff.knocked.connect(self.trial.wipe)

    def _lead_on(self) -> None:
        """From one part of the kiosk to another."""
        self.journey.booking_wanted.connect(self.booking.choose_service)
        self.my_number.rating_wanted.connect(self.opinions.begin_rating)
        self.journey.page_changed.connect(lambda: self.report.page_shown(self.journey.page))
        self.journey.text_size_changed.connect(
            lambda: self.access.read_pages(bool(self.journey.largeText))
        )
        self.taking.stage_changed.connect(lambda: self.staff.reserve(self.taking.busy))
        self.taking.stage_changed.connect(lambda: self._watch.reserve(self.taking.busy))

    def _heed_readers(self) -> None:
        self.devices.changed.connect(
            lambda: self.report.devices_changed(url.partition(":")[0] for url in self.devices.away)
        )
        self.devices.card_read.connect(self.forms.take_card)
        self.devices.card_not_read.connect(self.forms.tell_unread_card)
        self.devices.changed.connect(self._tell_of_card_reader)
        self._tell_of_card_reader()

    def _tell_of_card_reader(self) -> None:
        self.forms.set_card_reader(DeviceKind.ID_READER in self.devices.kinds)

    def _heed_paper(self) -> None:
        """How much of the roll is used."""
        self._paper.printed_length.connect(self.report.slip_came_out)
        for paper in (
            self.checklist,
            self.trial,
            self._bookings,
            self._form_paper,
            self._receipts,
        ):
            paper.printed_length.connect(self.report.paper_came_out)

    def _heed_database(self) -> None:
        """Whoever misses the database tells all; once it is back, what waited is written."""
        for asking in (
            self.check_in,
            self.booking,
            self.my_number,
            self.forms,
            self.opinions,
            self._bookings,
            self._receipts,
            self.checklist,
        ):
            asking.database_lost.connect(self.hall.lose)
        self.hall.restored.connect(self.outbox.send_again)
        self.hall.restored.connect(self._paper.ask_for_abandoned)
        self.hall.day_began.connect(lambda: self.outbox.add(lambda: expire_past_days(self._store)))

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
        self.home.deleteLater()

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


def _printer(options: KioskOptions) -> SlipPrinter | None:
    if options.printer_url is None:
        return None
    profile = load_profile(options.printer_profile)
    return SlipPrinter(options.printer_url, profile)
