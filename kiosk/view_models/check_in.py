"""预约取号: the appointment of whoever stands here, and the way to its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.appointment import slot_words
from common.domain.errors import JiaohaoError
from common.domain.hall import UnknownService
from common.domain.ids import RequestId
from common.domain.scanned import APPOINTMENT_CODE_LENGTH, CodeKind, scanned_code
from common.domain.text import Text
from common.operations import OpenNumber, cancel_appointment, new_id, open_number
from common.operations.appointments.arriving import Arriving, arriving, arriving_with_phone
from common.operations.appointments.errors import (
    AppointmentEarly,
    CheckedInBefore,
    NoneToCheckIn,
    UnknownAppointment,
)
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models.booked_visit import BookedVisit
from kiosk.view_models.code_asking import CodeAsking
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.places import Page, Place
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.tries import Tries
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, NO_WORDS, Words, words

_TAIL = re.compile(r"[0-9]{4}")

INCOMPLETE = Text(
    zh=f"请输入 {APPOINTMENT_CODE_LENGTH} 位预约码，或预约时所留手机号的后 4 位",
    en=f"Please type the {APPOINTMENT_CODE_LENGTH} characters of the appointment code, "
    "or the last 4 digits of the phone it was booked with",
)
TOO_OFTEN = Text(
    zh="尾号多次不符，请使用预约码，或请导办台协助",
    en="The last digits were wrong too often. Use the appointment code, or ask the guide desk",
)
FORM_CODE = Text(
    zh="没有这个预约。如果这是填表码，请在窗口出示，由工作人员调取",
    en="There is no such appointment. If it is the code of a form, show it at the counter",
)
CANCELLED = Text(
    zh="预约已取消，这个时段可由他人预约",
    en="The appointment is cancelled; others can book its time",
)


class CheckIn(CodeAsking):
    """What was typed or scanned, what became of it, and what there is to choose from.

    Whose appointment is still to come may cancel it, but by its code alone.

    Signals:
        found: what there is to choose from may be another.
    """

    found = Signal()  # Qt takes no signal of a base class as what a property notifies by

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        way: Way,
        hall: HallWatch,
        taking: NumberTaking,
        tries: Tries,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(store, worker, way, taking, tries, device, APPOINTMENT_CODE_LENGTH, parent)
        self._hall = hall
        self.changed.connect(self.found)
        hall.changed.connect(self._hall_read)

    def _forget(self) -> None:
        self._found: tuple[Arriving, ...] = ()
        self._to_come: str | None = None
        """The code of an appointment that is still to come."""
        self._asks_to_cancel = False
        self._request: RequestId | None = None

    @Slot()
    def ask_to_cancel(self) -> None:
        """Cancel what is still to come; a second touch does it."""
        if self._to_come is not None and not self._busy:
            self._asks_to_cancel = True
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Not cancel it after all."""
        self._asks_to_cancel = False
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give the place back, once however often it is touched."""
        code = self._to_come
        if code is None or not self._asks_to_cancel or self._busy:
            return
        request = self._request = self._request or RequestId(new_id())
        self._busy = True
        self.changed.emit()
        reason = f"{self._device}: given back"
        self._questions.ask(
            lambda: cancel_appointment(self._store, code, reason, request=request),
            lambda _cancelled: self._cancelled(),
            self._refused,
        )

    def _cancelled(self) -> None:
        self.wipe()
        self._say(words(CANCELLED))

    @Slot()
    def find(self) -> None:
        """Look for what was typed: a code, or the last digits of a telephone."""
        text = self.typed.text
        code = scanned_code(text)
        if _TAIL.fullmatch(text):
            self._look_for_phone(text)
        elif code is not None and CodeKind.APPOINTMENT in code.may_be:
            self.look_for(code.code, CodeKind.FORM in code.may_be)
        else:
            self._say(words(INCOMPLETE))

    def look_for(self, code: str, maybe_form: bool = False) -> None:
        """The appointment with this code, which might be that of a form as well."""
        self._ask(
            lambda: (arriving(self._store, code),),
            lambda error: self._code_refused(error, code, maybe_form),
        )

    @Slot(int)
    def choose(self, place: int) -> None:
        """One of several with the same last digits."""
        if 0 <= place < len(self._found) and not self._busy:
            self._go_on(self._found[place])

    def _look_for_phone(self, digits: str) -> None:
        if self._tries.spent:
            self._say(words(TOO_OFTEN))
            return
        self._ask(lambda: arriving_with_phone(self._store, digits), self._tail_refused)

    def _ask(
        self, ask: Callable[[], tuple[Arriving, ...]], refused: Callable[[Exception], None]
    ) -> None:
        if self._busy:
            return
        self._forget()
        self._busy, self._message = True, NO_WORDS
        self.changed.emit()
        self._questions.ask(ask, self._arrived, refused)

    def _arrived(self, found: tuple[Arriving, ...]) -> None:
        self._busy = False
        if len(found) == 1:
            self._go_on(found[0])
        else:
            self._found = found
            self.changed.emit()

    def _hall_read(self) -> None:
        """What the hall has given up is no choice any more."""
        left = tuple(one for one in self._found if self._is_done_here(one))
        if left != self._found:
            self._found = left
            self.changed.emit()

    def _is_done_here(self, one: Arriving) -> bool:
        hall = self._hall.hall
        return hall is not None and hall.has_service(one.appointment.service)

    def _go_on(self, one: Arriving) -> None:
        hall = self._hall.hall
        if hall is None:
            return
        if not self._is_done_here(one):
            self._refused(UnknownService(service=one.appointment.service))
            return
        today = self._hall.now().date()
        self._taking.begin_visit(BookedVisit.of(hall, one, today, self._device))
        self.wipe()
        self._way.go(Place(Page.CONFIRM))

    def _code_refused(self, error: Exception, code: str, maybe_form: bool) -> None:
        if isinstance(error, UnknownAppointment) and maybe_form:
            self._say(words(FORM_CODE))
        elif isinstance(error, CheckedInBefore):
            number = str(error.facts["number"])
            self._questions.ask(
                lambda: open_number(self._store, number),
                lambda found: self._has_number(found, error),
                lambda _error: self._refused(error),
            )
        else:
            self._refused(error)
            self._to_come = code if isinstance(error, AppointmentEarly) else None
            self.changed.emit()

    def _has_number(self, found: OpenNumber, error: JiaohaoError) -> None:
        """Who checked in before gets the slip again, as long as the number is not over."""
        if found.ahead is None and found.counter is None:
            self._refused(error)
            return
        self.wipe()
        self._taking.tell_still_open(found)

    def _tail_refused(self, error: Exception) -> None:
        if isinstance(error, NoneToCheckIn):
            self._tries.failed()
        self._refused(error)

    def _say(self, message: Words) -> None:
        self._found = ()
        super()._say(message)

    def _moved(self) -> None:
        """Who comes back begins anew."""
        if self._way.here.page is not Page.APPOINTMENT:
            self.wipe()

    def _typed_on(self) -> None:
        if self._found or self._to_come is not None:
            self._forget()
            self.changed.emit()
        super()._typed_on()

    # What the page shows

    def _choices(self) -> list[dict[str, Any]]:
        """When and where, and never whose: the others are of strangers."""
        hall = self._hall.hall
        if hall is None:
            return []
        services = [hall.service(one.appointment.service) for one in self._found]
        zones = [hall.zone(hall.queue(service.queue).zone) for service in services]
        return [
            {
                "slot": slot_words(one.appointment.slot),
                "late": one.late,
                "zone": str(zone.code),
                "zoneName": words(zone.name),
                "floor": zone.floor,
            }
            for one, zone in zip(self._found, zones, strict=True)
        ]

    choices = Property(LIST, _choices, notify=found)
    mayCancel = Property(bool, lambda self: self._to_come is not None, notify=found)
    asksToCancel = Property(bool, lambda self: self._asks_to_cancel, notify=found)
