"""Booking a place ahead for a person: service, day, half hour, and who it is if they like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.appointment import Appointment, SlotPlaces
from common.domain.hall import Hall
from common.domain.ids import AppointmentId, ClerkLogin
from common.domain.person import NotAnIdentity
from common.domain.text import Language
from common.operations.appointments.errors import BookedBefore, NotAPhone, SlotFull
from common.operations.appointments.rules import is_bookable
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.appointment_finder import place_words
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.sheets import Option, OptionList


class Step(IntEnum):
    """Which question Enter answers."""

    SERVICE = 0
    DAY = 1
    HALF_HOUR = 2
    PERSON = 3
    BOOKED = 4


@dataclass(frozen=True, slots=True)
class DayPlaces:
    """A day that can be booked."""

    day: date
    slots: tuple[SlotPlaces, ...]

    @property
    def left(self) -> int:
        return sum(slot.left for slot in self.slots)

    def free_at(self, wanted: time | None) -> int:
        """The row of the free half hour that begins at `wanted`, else of the first; -1 for none."""
        free = [row for row, slot in enumerate(self.slots) if slot.left]
        same = [row for row in free if self.slots[row].start == wanted]
        return (same or free or [-1])[0]


class BookingPage(QObject):
    """Four questions one after the other, then the code.

    Signals:
        changed(): anything that the page shows may differ.
        refused(str): the field to correct: "service", "phone" or "identity".
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        hall: Hall,
        clerk: ClerkLogin,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._hall, self._clerk = hall, clerk
        self.options = OptionList(_options(hall, translator.language, self._not_bookable()), self)
        self.busy = False
        self.message: Message | None = None
        self._begin()

    def _begin(self) -> None:
        self.typed = ""
        self.row = 0
        self.phone = ""
        self.identity = ""
        self.booked: Appointment | None = None
        self._appointment = AppointmentId(operations.new_id())
        self._ask_for_service()
        self.options.narrow("")

    def _ask_for_service(self) -> None:
        self.step = Step.SERVICE
        self.days: tuple[DayPlaces, ...] = ()
        self.day_row = self.slot_row = -1

    # What the page shows

    @property
    def language(self) -> Language:
        return self._translator.language

    @property
    def picked(self) -> Option | None:
        """The service that Enter would take."""
        shown = self.options.shown
        return shown[self.row] if 0 <= self.row < len(shown) else None

    @property
    def day(self) -> DayPlaces | None:
        return self.days[self.day_row] if self.day_row >= 0 else None

    @property
    def slot(self) -> SlotPlaces | None:
        return self.day.slots[self.slot_row] if self.day and self.slot_row >= 0 else None

    @property
    def booked_place(self) -> str:
        """What was booked, which after a lost answer is what the first try said."""
        return place_words(self.booked) if self.booked else ""

    @property
    def booked_service(self) -> str:
        one = self.booked
        return self._hall.service(one.service).name.say(self.language) if one else ""

    @property
    def check_in_minutes(self) -> int:
        """How long before the half hour the person may check in."""
        return int(self._hall.rules.appointments.check_in_before.total_seconds()) // 60

    # What the guide does

    def type(self, text: str) -> None:
        self.typed = text
        self.options.narrow(text)
        self.pick(0)

    def pick(self, row: int) -> None:
        """Another service has other days."""
        last = len(self.options.shown) - 1
        self.row = min(max(row, 0), max(last, 0))
        self.message = None
        self._ask_for_service()
        self.changed.emit()

    def choose_day(self, row: int) -> None:
        """This day, with the half hour of the one before when it is free."""
        if not (0 <= row < len(self.days) and self.days[row].left):
            return
        before = self.slot
        self.day_row, self.step = row, Step.DAY
        self.slot_row = self.days[row].free_at(before.start if before else None)
        self._forget_message()

    def move_day(self, step: int) -> None:
        """The next day in this direction that has places left."""
        rows = range(self.day_row + step, len(self.days) if step > 0 else -1, step)
        self.choose_day(next((row for row in rows if self.days[row].left), -1))

    def choose_slot(self, row: int) -> None:
        if self.day and 0 <= row < len(self.day.slots) and self.day.slots[row].left:
            self.slot_row, self.step = row, Step.HALF_HOUR
            self._forget_message()

    def move_slot(self, step: int) -> None:
        """The next half hour so many places on that is not full."""
        slots = self.day.slots if self.day else ()
        rows = range(self.slot_row + step, len(slots) if step > 0 else -1, step)
        self.choose_slot(next((row for row in rows if slots[row].left), -1))

    def set_phone(self, phone: str) -> None:
        self.phone = phone
        self._write_of_person()

    def set_identity(self, identity: str) -> None:
        self.identity = identity
        self._write_of_person()

    def _write_of_person(self) -> None:
        if self.step is Step.HALF_HOUR:
            self.step = Step.PERSON
        self._forget_message()

    def accept(self) -> None:
        """Enter: the next question, and after the last the place is booked."""
        if self.busy:
            return
        match self.step:
            case Step.SERVICE if self.picked is None:
                self.refused.emit("service")
            case Step.SERVICE:
                self._ask_for_places()
            case Step.DAY | Step.HALF_HOUR if self.slot is not None:
                self._go_to(Step(self.step + 1))
            case Step.PERSON if self.slot is not None:
                self._book(self.slot)
            case Step.BOOKED:
                self._begin_again()

    def step_back(self) -> bool:
        """Escape: the question before this one. False when there is none."""
        if self.busy:
            return True
        if self.step in (Step.SERVICE, Step.BOOKED):
            return False
        self._go_to(Step(self.step - 1))
        return True

    def _go_to(self, step: Step) -> None:
        if step is Step.SERVICE:
            self._ask_for_service()
        self.step = step
        self._forget_message()

    # The hall's answers

    def _ask_for_places(self) -> None:
        picked = self.picked
        assert picked is not None
        service = picked.key
        self._run(
            partial(operations.free_slots, self._store, service), partial(self._offer, service)
        )

    def _offer(self, service: str, places: Sequence[SlotPlaces]) -> None:
        self.busy = False
        if self.picked is None or self.picked.key != service:
            self.changed.emit()
            return
        wanted = self.slot
        days = groupby(places, key=lambda slot: slot.day)
        self.days = tuple(DayPlaces(day, tuple(slots)) for day, slots in days)
        rows = [row for row, day in enumerate(self.days) if day.left]
        if not rows:
            self._ask_for_service()
            self.message = Message(
                Tone.INFO, lambda: self.tr("All places are booked on all days that can be booked")
            )
            self.changed.emit()
            return
        same = [row for row in rows if wanted and self.days[row].day == wanted.day]
        self.day_row = (same or rows)[0]
        self.slot_row = self.days[self.day_row].free_at(wanted.start if wanted else None)
        self.step = Step.HALF_HOUR if same else Step.DAY
        self.changed.emit()

    def _book(self, slot: SlotPlaces) -> None:
        picked = self.picked
        assert picked is not None
        # The same id until the code stands there: one booking, however often it has to be tried.
        self._run(
            partial(
                operations.book,
                self._store,
                picked.key,
                slot.day,
                slot.start,
                appointment=self._appointment,
                person=self.identity.strip() or self.phone.strip() or None,
                phone=self.phone,
                clerk=self._clerk,
            ),
            partial(self._show, picked.key, slot),
        )

    def _show(self, service: str, slot: SlotPlaces, booked: Appointment) -> None:
        self.busy = False
        self.booked, self.step = booked, Step.BOOKED
        if (booked.service, booked.day, booked.slot) != (service, slot.day, slot.start):
            self.message = Message(
                Tone.CAUTION,
                lambda: self.tr(
                    "Your first try had succeeded, so this is what is booked. "
                    "Cancel it if something else is wanted."
                ),
            )
        self.changed.emit()

    def _begin_again(self) -> None:
        one = self.booked
        self._begin()
        if one is not None:
            # Whoever pressed Enter twice reads the code once more.
            self.message = Message(
                Tone.GOOD,
                lambda: self.tr("{code} was booked for {place}").format(
                    code=one.code, place=place_words(one)
                ),
            )
        self.changed.emit()

    def _run(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(job, on_done, self._fail, owner=self)

    def _fail(self, error: Exception) -> None:
        self.busy = False
        if isinstance(error, SlotFull | BookedBefore):
            self.step = Step.HALF_HOUR
        told = error_message(error, lambda: self.language)
        if isinstance(error, SlotFull):
            self._ask_for_places()
        self.message = told
        self.changed.emit()
        if isinstance(error, NotAPhone):
            self.refused.emit("phone")
        elif isinstance(error, NotAnIdentity):
            self.refused.emit("identity" if self.identity.strip() else "phone")

    def _forget_message(self) -> None:
        self.message = None
        self.changed.emit()

    def _not_bookable(self) -> str:
        return self.tr("walk-in only")


def _options(hall: Hall, language: Language, not_bookable: str) -> tuple[Option, ...]:
    """The services, those first that can be booked; found by code and by either name."""
    services = sorted(hall.services, key=lambda service: not is_bookable(hall, service))
    return tuple(
        Option(
            key=service.code,
            title=service.name.say(language),
            detail="" if is_bookable(hall, service) else not_bookable,
            search=f"{service.name.zh} {service.name.en}",
        )
        for service in services
    )
