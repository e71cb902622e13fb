"""我的号 and 进度查询: the number of whoever shows that it is theirs, and what they do with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.ids import RequestId
from common.domain.scanned import TICKET_CODE_LENGTH, CodeKind, scanned_code
from common.domain.text import Text
from common.operations import cancel, new_id, reinstate
from common.operations.enquiries import (
    Enquiry,
    NotTheirNumber,
    enquire,
    enquire_with_phone,
)
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models.code_asking import CodeAsking
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.phone import PhoneEntry
from kiosk.view_models.places import Page, Place
from kiosk.view_models.progress import errand_page
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.tries import Tries
from kiosk.view_models.way import Way
from kiosk.view_models.words import MAP, NO_WORDS, words

_FEWEST_SIGNS = 4
"""Of a number: a queue's letter and three digits."""

INCOMPLETE = Text(
    zh="请输入号票上的号码，例如 FA001，或 8 位取号码",
    en="Please type the number on the slip, such as FA001, or its code of 8 characters",
)
TOO_OFTEN = Text(
    zh="手机号多次不符，请扫描号票上的码，或请导办台协助",
    en="The phone was wrong too often. Scan the code on the slip, or ask the guide desk",
)
_ENTRIES = (Page.MINE, Page.PROGRESS)
_ELSEWHERE = (Page.HOME, Page.TAKE, Page.ATTRACT)


class MyNumber(CodeAsking):
    """What was typed, the errand that it found, and what its person does with it.

    The errand is read again whenever something happens in the hall, as long as it is shown.

    Signals:
        found: the errand, or what is done with it, may be another.
        rating_wanted: with the ticket and its number.
    """

    found = Signal()  # Qt takes no signal of a base class as what a property notifies by
    rating_wanted = Signal(str, str)

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
        super().__init__(store, worker, way, taking, tries, device, TICKET_CODE_LENGTH, parent)
        self.phone = PhoneEntry(self)
        self.phone.changed.connect(self._phone_entered)
        self.changed.connect(self.found)
        hall.changed.connect(self._look_again)

    def _forget(self) -> None:
        self._ask: Callable[[], Enquiry] | None = None
        """How the errand at hand was found, and is found again."""
        self._found: Enquiry | None = None
        self._page: dict[str, Any] = {}
        self._asks_to_cancel = False
        self._request: RequestId | None = None

    @Slot()
    def wipe(self) -> None:
        self.phone.wipe()
        super().wipe()

    # Whose it is

    @Slot()
    def find(self) -> None:
        """Look for what was typed: the code of a slip, or a number, which needs its telephone."""
        text = self.typed.text
        code = scanned_code(text)
        if code is not None and CodeKind.TICKET in code.may_be:
            self.look_for(code.code)
        elif len(text) < _FEWEST_SIGNS or not text[-3:].isdecimal():
            self._say(words(INCOMPLETE))
        elif self._tries.spent:
            self._say(words(TOO_OFTEN))
        else:
            self.phone.open()

    def look_for(self, code: str) -> None:
        """The errand of the slip with this code."""
        self._look(lambda: enquire(self._store, code))

    def _phone_entered(self) -> None:
        phone, number = self.phone.number, self.typed.text
        if phone is not None:
            self.phone.wipe()
            self._look(lambda: enquire_with_phone(self._store, number, phone))

    def _look(self, ask: Callable[[], Enquiry]) -> None:
        if self._busy:
            return
        self._forget()
        self._ask, self._busy, self._message = ask, True, NO_WORDS
        self.changed.emit()
        self._questions.ask(ask, self._arrived, self._refused)

    def _arrived(self, found: Enquiry) -> None:
        asks_progress = self._way.here.page in (Page.PROGRESS, Page.MY_PROGRESS)
        self._show(found)
        self._way.go(Place(Page.MY_PROGRESS if asks_progress else Page.MY_NUMBER))

    def _show(self, found: Enquiry) -> None:
        self._busy = False
        self._found, self._page = found, errand_page(found)
        self._asks_to_cancel = self._asks_to_cancel and found.may_be_cancelled
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, NotTheirNumber):
            self._tries.failed()
        super()._refused(error)

    def _look_again(self) -> None:
        """Something happened in the hall."""
        if self._ask is not None and self._found is not None and not self._busy:
            self._questions.ask(self._ask, self._show, lambda _error: None)

    def _moved(self) -> None:
        """Who turned back from the number shows again whose it is."""
        page = self._way.here.page
        if page in _ELSEWHERE or (self._found is not None and page in _ENTRIES):
            self.wipe()

    # What its person does

    @Slot()
    def come_back(self) -> None:
        """Wait again after having been missed."""
        self._act(self._reinstate)

    @Slot()
    def ask_to_cancel(self) -> None:
        """Give the number back; a second touch does it."""
        if self._found is not None and self._found.may_be_cancelled:
            self._asks_to_cancel = True
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Not give it back after all."""
        self._asks_to_cancel = False
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        if self._asks_to_cancel:
            self._act(self._cancel)

    @Slot()
    def print_again(self) -> None:
        """Its slip once more (补打), by the way that all slips take."""
        standing = self._found.standing if self._found else None
        if standing is not None and not self._busy and not self._taking.busy:
            self._taking.take_up(standing)
            self._taking.reprint()

    @Slot()
    def rate(self) -> None:
        """Say how content its person is."""
        if self._found is not None and self._found.may_be_rated and not self._busy:
            self.rating_wanted.emit(self._found.ticket, self._found.number)

    @Slot()
    def show_progress(self) -> None:
        self._turn_to(Page.MY_PROGRESS)

    @Slot()
    def show_number(self) -> None:
        self._turn_to(Page.MY_NUMBER)

    def _turn_to(self, page: Page) -> None:
        if self._found is not None and not self._busy:
            if self._way.before.page is page:
                self._way.back()
            else:
                self._way.go(Place(page))

    def _reinstate(self, number: str, request: RequestId) -> None:
        reinstate(self._store, number, request=request, by=self._device)

    def _cancel(self, number: str, request: RequestId) -> None:
        cancel(self._store, number, reason=f"{self._device}: given back", request=request)

    def _act(self, act: Callable[[str, RequestId], None]) -> None:
        """Do it once however often it is touched, and look what came of it."""
        found, ask = self._found, self._ask
        if found is None or ask is None or self._busy or not found.of_today:
            return
        request = self._request = self._request or RequestId(new_id())
        self._busy, self._message = True, NO_WORDS
        self.changed.emit()

        def do() -> Enquiry:
            act(found.number, request)
            return ask()

        self._questions.ask(do, self._acted, self._refused)

    def _acted(self, found: Enquiry) -> None:
        self._request, self._asks_to_cancel = None, False
        self._show(found)

    phoneEntry = Property(QObject, lambda self: self.phone, constant=True)
    errand = Property(MAP, lambda self: self._page, notify=found)
    asksToCancel = Property(bool, lambda self: self._asks_to_cancel, notify=found)
