"""预约: a place in a half hour of another day, booked by whoever will come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot

from common import operations
from common.domain.appointment import Appointment, SlotPlaces
from common.domain.ids import AppointmentId, KioskCode
from common.domain.text import Text
from common.operations.appointments.errors import (
    BookedBefore,
    BookingBarred,
    SlotFull,
    UnknownAppointment,
)
from common.operations.appointments.on_paper import appointment_facts
from common.operations.errors import PersonBlocked
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, Store
from kiosk.view_models.bookable import books_ahead, can_be_booked
from kiosk.view_models.booking_times import (
    BookableDay,
    booked_page,
    day_tiles,
    days_of,
    slot_tiles,
    wished_page,
)
from kiosk.view_models.errand import Errand
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.outbox import Outbox
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.places import BOOKING_PLACES, Page, Place
from kiosk.view_models.questions import Questions
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.tries import Tries
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, NO_WORDS, Words, error_words, words

_Answer = TypeVar("_Answer")

TOO_OFTEN = Text(
    zh="这里多次没有约成，请稍后再试，或请导办台代为预约",
    en="Booking failed too often here. Try again later, or have the guide desk book for you",
)
ALL_BOOKED = Text(
    zh="可预约的日期都已约满，请改日再来看看，或到大厅现场取号",
    en="All days that can be booked are full. Look again another day, or take a number in the hall",
)
BOOKED_AT_FIRST = Text(
    zh="您的第一次预约已经成功，约定以此为准",
    en="Your first try had succeeded: this is what is booked",
)


class Booking(QObject):
    """The service, day and half hour that were chosen, the telephone, and the code in the end.

    Whoever leaves before the code stood there leaves nothing: a place that may have been booked
    without its citizen knowing is given back.

    Signals:
        changed: anything of it.
        offered: whether something can be booked, from where the citizen is, may be another.
        database_lost: the database went away meanwhile.
    """

    changed = Signal()
    offered = Signal()
    database_lost = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        way: Way,
        hall: HallWatch,
        taking: NumberTaking,
        guide: ServiceGuide,
        outbox: Outbox,
        paper: OnePaper,
        tries: Tries,
        kiosk: KioskCode,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._way = way
        self._watch = hall
        self._taking = taking
        self._guide = guide
        self._outbox = outbox
        self._paper = paper
        self._tries = tries
        self._kiosk = kiosk
        self.phone = PhoneEntry(self)
        self.phone.changed.connect(self._typed_on)
        self._questions = Questions(worker, self)
        self._clear()
        way.moved.connect(self._moved)
        for happened in (hall.changed, guide.changed, taking.errand_changed):
            happened.connect(self.offered)
        hall.changed.connect(self._hall_read)

    def _clear(self) -> None:
        self._questions.drop()
        self._looking = False
        """The places that are left are being read again."""
        self._errand: Errand | None = None
        self._days: tuple[BookableDay, ...] = ()
        self._day: date | None = None
        self._slot: SlotPlaces | None = None
        self._appointment = AppointmentId(operations.new_id())
        """One intent, so one id however often it is tried."""
        self._in_doubt = False
        """An attempt is under way, or met a database that went away: the place may be booked."""
        self._booked: Appointment | None = None
        self._busy = False
        self._message = NO_WORDS

    def wipe(self) -> None:
        """Forget it, and give back what may be booked without anybody knowing."""
        if self._in_doubt and self._booked is None:
            self._outbox.add(partial(_give_back, self._store, self._appointment))
        self.phone.wipe()
        self._paper.let_go()
        self._clear()
        self.changed.emit()

    # What a touch does

    @Slot()
    def begin_taken(self) -> None:
        """Book a time for what the number was to be for."""
        if self._of_number() and self._taking.about is not None:
            self.choose_service(self._taking.about.code)

    @Slot()
    def begin_read(self) -> None:
        """Book a time for what was read about."""
        if self._of_guide() and self._guide.errand is not None:
            self.choose_service(self._guide.errand.code)

    @Slot(str)
    def choose_service(self, code: str) -> None:
        """This service; which day comes next."""
        hall = self._watch.hall
        if hall is None or not can_be_booked(hall, code):
            return
        self.wipe()
        self._errand = Errand.of_service(hall, code, self._today())
        self._way.go(Place(Page.BOOK_DAY))
        self._look()

    @Slot(int)
    def choose_day(self, row: int) -> None:
        if 0 <= row < len(self._days) and self._days[row].left and not self._busy:
            self._day, self._slot = self._days[row].day, None
            self._message = NO_WORDS
            self.changed.emit()
            self._way.go(Place(Page.BOOK_SLOT))

    @Slot(int)
    def choose_slot(self, row: int) -> None:
        slots = self._slots_of_day()
        if 0 <= row < len(slots) and slots[row].left and not self._busy:
            self._slot = slots[row]
            self._message = NO_WORDS
            self.changed.emit()
            self._way.go(Place(Page.BOOK_PERSON))

    @Slot()
    def book(self) -> None:
        """Keep the place; touched twice, or tried again, it is booked once."""
        if self._busy or self._slot is None or self._errand is None:
            return
        phone = self.phone.whole()
        if phone is None:
            return
        if self._tries.spent:
            self._say(words(TOO_OFTEN))
            return
        self._in_doubt = True
        self._submit(
            partial(
                operations.book,
                self._store,
                self._errand.code,
                self._slot.day,
                self._slot.start,
                appointment=self._appointment,
                person=phone,
                phone=phone,
                kiosk=self._kiosk,
            ),
            self._kept,
            self._not_kept,
        )

    @Slot()
    def print_code(self) -> None:
        """The code on paper, once more if need be."""
        booked = self._booked
        if booked is not None:
            self._paper.put(partial(appointment_facts, self._store, booked))

    # What the hall says

    def _look(self) -> None:
        """Read which places there are, while somebody waits for it."""
        if self._errand is not None:
            ask = partial(operations.free_slots, self._store, self._errand.code)
            self._submit(ask, self._offered, self._refused)

    def _look_again(self) -> None:
        """Read which places are left by now; whatever else goes on is none of its business."""
        if self._errand is None or self._looking:
            return
        self._looking = True
        ask = partial(operations.free_slots, self._store, self._errand.code)
        self._questions.ask(ask, self._offered_by_now, lambda _error: self._looked())

    def _offered_by_now(self, places: Sequence[SlotPlaces]) -> None:
        self._looked()
        self._show(places)

    def _looked(self) -> None:
        self._looking = False

    def _offered(self, places: Sequence[SlotPlaces]) -> None:
        self._busy = False
        self._show(places)

    def _show(self, places: Sequence[SlotPlaces]) -> None:
        if not self._days:
            self._message = NO_WORDS
        self._days = days_of(places)
        if not any(day.left for day in self._days):
            self._message = words(ALL_BOOKED)
        self.changed.emit()

    def _kept(self, booked: Appointment) -> None:
        errand, slot = self._errand, self._slot
        assert errand is not None and slot is not None, "what is booked was chosen"
        self._busy = self._in_doubt = False
        self.phone.wipe()
        self._booked = booked
        self._errand = Errand.of_service(errand.hall, booked.service, booked.day)
        as_wished = (booked.day, booked.slot) == (slot.day, slot.start)
        self._message = NO_WORDS if as_wished else words(BOOKED_AT_FIRST)
        self.changed.emit()
        self._way.pass_over(lambda place: place.book or place.page in BOOKING_PLACES)
        self._way.forget(self._way.here.page)
        self._way.go(Place(Page.BOOKED))
        self.print_code()

    def _not_kept(self, error: Exception) -> None:
        self._in_doubt = isinstance(error, DatabaseAway)
        if isinstance(error, BookedBefore | BookingBarred | PersonBlocked):
            self._tries.failed()  # or somebody tries out what others have booked
        self._refused(error)
        if isinstance(error, SlotFull) and self._way.here.page is Page.BOOK_PERSON:
            self._way.back()
            self._look_again()

    def _refused(self, error: Exception) -> None:
        self._say(error_words(error))
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()

    def _say(self, message: Words) -> None:
        self._busy, self._message = False, message
        self.changed.emit()

    def _submit(
        self,
        ask: Callable[[], _Answer],
        done: Callable[[_Answer], None],
        refused: Callable[[Exception], None],
    ) -> None:
        self._busy, self._message = True, NO_WORDS
        self.changed.emit()
        self._questions.ask(ask, done, refused)

    @Slot()
    def _hall_read(self) -> None:
        """Something happened in the hall: others may have booked."""
        if self._way.here.page in (Page.BOOK_DAY, Page.BOOK_SLOT) and not self._busy:
            self._look_again()

    @Slot()
    def _moved(self) -> None:
        """Who turns to something else is done with it."""
        if self._errand is not None and self._way.here.page not in BOOKING_PLACES:
            self.wipe()

    @Slot()
    def _typed_on(self) -> None:
        """What was said of the number of before does not hold for this one."""
        if not self._busy and self._way.here.page is Page.BOOK_PERSON:
            self._message = NO_WORDS
            self.changed.emit()

    # What pages show

    def _today(self) -> date:
        return self._watch.now().date()

    def _slots_of_day(self) -> tuple[SlotPlaces, ...]:
        return next((day.slots for day in self._days if day.day == self._day), ())

    def _is_offered(self) -> bool:
        return self._watch.hall is not None and books_ahead(self._watch.hall)

    def _of_number(self) -> bool:
        return self._taking.walks_in and self._can_book(self._taking.about)

    def _of_guide(self) -> bool:
        return self._can_book(self._guide.errand)

    def _can_book(self, errand: Errand | None) -> bool:
        hall = self._watch.hall
        return hall is not None and errand is not None and can_be_booked(hall, errand.code)

    def _listed_days(self) -> list[dict[str, Any]]:
        return day_tiles(self._days)

    def _listed_slots(self) -> list[dict[str, Any]]:
        return slot_tiles(self._slots_of_day())

    def _wished(self) -> dict[str, Any]:
        return wished_page(self._errand, self._day, self._slot) if self._errand else {}

    def _told(self) -> dict[str, Any]:
        return booked_page(self._errand, self._booked) if self._errand and self._booked else {}

    isOffered = Property(bool, _is_offered, notify=offered)
    """Whether anything can be booked at this kiosk."""
    ofNumber = Property(bool, _of_number, notify=offered)
    """Whether the errand of the confirm page can be."""
    ofGuide = Property(bool, _of_guide, notify=offered)
    """Whether what is read about can be."""
    days = Property(LIST, _listed_days, notify=changed)
    slots = Property(LIST, _listed_slots, notify=changed)
    wished = Property(MAP, _wished, notify=changed)
    paper = Property(QObject, lambda self: self._paper, constant=True)
    phoneEntry = Property(QObject, lambda self: self.phone, constant=True)
    isBusy = Property(bool, lambda self: self._busy, notify=changed)
    message = Property(MAP, lambda self: self._message, notify=changed)
    """Why it goes no further, and what to do; else nothing."""
    told = Property(MAP, _told, notify=changed)
    """What was booked, and under which code."""


def _give_back(store: Store, appointment: AppointmentId) -> None:
    """Its citizen left without seeing the code."""
    with suppress(UnknownAppointment):
        operations.cancel_appointment(store, appointment, reason="kiosk: citizen left")
