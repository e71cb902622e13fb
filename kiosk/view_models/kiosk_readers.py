"""What a scanner reads, and where it leads: never away from somebody in the middle of something."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from common.devices.address import DeviceKind
from common.domain.scanned import NOT_OURS, CodeKind, scanned_code
from common.domain.text import Text
from common.qt.readers import Readers
from kiosk.view_models.check_in import CheckIn
from kiosk.view_models.journey import Journey
from kiosk.view_models.my_number import MyNumber
from kiosk.view_models.places import Page, Place
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.way import Way
from kiosk.view_models.words import MAP, NO_WORDS, Words, words

SCAN_AGAIN = Text(
    zh="没有扫到完整的码，请再扫一次", en="The code was not read. Please scan it again"
)

LISTENING = (
    Page.ATTRACT,
    Page.CLOSED,
    Page.HOME,
    Page.TAKE,
    Page.FIND,
    Page.ZONES,
    Page.DEPARTMENTS,
    Page.LIFE_STAGES,
    Page.BUNDLES,
    Page.SERVICES,
    Page.FORMS,
    Page.OPINIONS,
    Page.APPOINTMENT,
    Page.MINE,
    Page.PROGRESS,
    Page.MY_NUMBER,
    Page.MY_PROGRESS,
)
"""Pages on which nobody is in the middle of something."""
_SHOWN = (Page.MY_NUMBER, Page.MY_PROGRESS)
_ENTRIES = (Page.MINE, Page.PROGRESS)
_NOTICE_MILLISECONDS = 8_000


class KioskReaders(QObject):
    """Leads whoever holds a slip or an appointment before the scanner to what they came for.

    Signals:
        changed: a device came or went, or `notice` is another.
    """

    changed = Signal()

    def __init__(
        self,
        devices: Readers,
        way: Way,
        journey: Journey,
        taking: NumberTaking,
        check_in: CheckIn,
        my_number: MyNumber,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._devices = devices
        self._way = way
        self._journey = journey
        self._taking = taking
        self._check_in = check_in
        self._my_number = my_number
        self._notice = NO_WORDS
        self._over = QTimer(self, singleShot=True, interval=_NOTICE_MILLISECONDS)
        self._over.timeout.connect(self.dismiss)
        devices.scanned.connect(self.take_scan)
        devices.scan_spoiled.connect(lambda: self._say(SCAN_AGAIN))
        devices.changed.connect(self.changed)
        way.moved.connect(self.dismiss)

    @Slot(str)
    def take_scan(self, text: str) -> None:
        """Whatever was held before the scanner; empty for what is no text."""
        if self._journey.page not in LISTENING or self._taking.busy:
            return
        code = scanned_code(text)
        if code is None:
            self._say(NOT_OURS)
            return
        self._journey.start()
        if CodeKind.TICKET in code.may_be:
            self._find_number(code.code)
        else:
            self._find_appointment(code.code, CodeKind.FORM in code.may_be)

    # To the page where it would have been typed, which says what became of it.

    def _find_number(self, code: str) -> None:
        if self._way.here.page in _SHOWN:
            self._way.back_to(lambda place: place.page not in _SHOWN)
        here = self._way.here
        self._begin_at(here if here.page in _ENTRIES else Place(Page.MINE))
        self._my_number.wipe()
        self._my_number.look_for(code)

    def _find_appointment(self, code: str, maybe_form: bool) -> None:
        self._begin_at(Place(Page.APPOINTMENT))
        self._check_in.wipe()
        self._check_in.look_for(code, maybe_form)

    def _begin_at(self, entry: Place) -> None:
        """What was held before the scanner until now is over: no way back leads to it."""
        for page in (*_SHOWN, *_ENTRIES, Page.APPOINTMENT):
            self._way.forget(page)
        self._way.go(entry)

    @Slot()
    def dismiss(self) -> None:
        """What was said was read."""
        self._say(None)

    def _say(self, notice: Text | None) -> None:
        shown: Words = words(notice) if notice else NO_WORDS
        if shown == self._notice and notice is None:
            return
        self._notice = shown
        if notice is None:
            self._over.stop()
        else:
            self._over.start()
        self.changed.emit()

    def _scans(self) -> bool:
        return DeviceKind.SCANNER in self._devices.kinds

    notice = Property(MAP, lambda self: self._notice, notify=changed)
    """What to say of a code that leads nowhere; else nothing."""
    scans = Property(bool, _scans, notify=changed)
    """Whether a page may ask people to hold a code before the scanner."""
