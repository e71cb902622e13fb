"""The hidden way in for staff: a gesture, the hall's PIN, and a small page of their own."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from common.domain.ids import KioskCode, RequestId
from common.domain.kiosk_pin import LONGEST, SHORTEST, PinTries
from common.operations import PinCheck, new_id, open_kiosk, pin_check, record_lonely_try
from common.operations.errors import KioskPinWaits, NoKioskPin, WrongKioskPin
from common.qt.task_runner import TaskRunner
from common.store import Store
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.idle import IdleTimer
from kiosk.view_models.outbox import Outbox

log = logging.getLogger(__name__)

GESTURE = "LRLRL"
"""Five touches in the two upper corners by turns, where no page has anything to touch."""
GESTURE_SECONDS = 8.0
"""From the first of them to the last."""
_CORNER = 0.13
"""How far a corner reaches, of the screen's shorter side."""
LEAVE_SECONDS = 60
_WARN_SECONDS = 15


class Door(StrEnum):
    """How far somebody has come."""

    SHUT = "shut"
    LOOKING = "looking"
    """The hall is asked whether there is a PIN."""
    NO_PIN = "no_pin"
    AWAY = "away"
    """The hall cannot be asked, so nobody can prove to be staff."""
    PIN = "pin"
    CHECKING = "checking"
    OPEN = "open"


class StaffDoor(QObject):
    """Opens for the hall's PIN and shuts by itself after a minute without a touch.

    Signals:
        changed: anything that its pages show.
        knocked: somebody made the gesture: the visit before it is over.
        start_again_wanted, end_wanted: staff want the program to start again, or to end.
        full_screen_wanted: staff want the screen held, or let go.
    """

    changed = Signal()
    knocked = Signal()
    start_again_wanted = Signal()
    end_wanted = Signal()
    full_screen_wanted = Signal(bool)

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        hall: HallWatch,
        kiosk: KioskCode,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._outbox = outbox
        self._hall = hall
        self._known: PinCheck | None = None
        """In memory only: whoever switches the kiosk off and on opens nothing without the hall."""
        self._alone = False
        self._kiosk = kiosk
        self._clock = clock
        self._touches: list[tuple[str, float]] = []
        self._door = Door.SHUT
        self._typed = ""
        self._wrong = False
        self._waits_until = 0.0
        self._reserved = False
        self._held: bool | None = None
        self._restarts = False
        self._idle = IdleTimer(clock, self)
        self._idle.changed.connect(self.changed)
        self._idle.expired.connect(self.shut)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        hall.day_began.connect(self.remember)

    @property
    def door(self) -> Door:
        return self._door

    def set_up(self, *, held: bool | None, restarts: bool) -> None:
        """Whether the screen is held (None: it never is here), and whether anybody restarts us."""
        self._held, self._restarts = held, restarts
        self.changed.emit()

    def reserve(self, reserved: bool) -> None:
        """While a number is on its way nobody is interrupted."""
        self._reserved = reserved

    # The gesture

    @Slot(float, float, float, float)
    def touched_at(self, x: float, y: float, width: float, height: float) -> None:
        """A finger came down there in a window of this size."""
        if self._door is not Door.SHUT:
            self._idle.touched()
            return
        reach = _CORNER * min(width, height)
        side = "" if y > reach else "L" if x < reach else "R" if x > width - reach else ""
        now = self._clock()
        self._touches = [one for one in self._touches if now - one[1] <= GESTURE_SECONDS]
        self._touches = [*self._touches, (side, now)][-len(GESTURE) :]
        if "".join(where for where, _when in self._touches) == GESTURE:
            self._touches = []
            if not self._reserved:
                self._knock()

    def _knock(self) -> None:
        log.info("somebody wants to open the staff page")
        self._wrong = False
        self._typed = ""
        self._waits_until = 0.0
        self._idle.begin(LEAVE_SECONDS, _WARN_SECONDS)
        self._to(Door.LOOKING)
        self.knocked.emit()
        self._alone = False
        self._worker.submit(
            lambda: pin_check(self._store, self._kiosk), self._looked, self._refused, self
        )

    @Slot()
    def remember(self) -> None:
        """Know the PIN's hash for when the database is away."""
        self._worker.submit(
            lambda: pin_check(self._store, self._kiosk), self._keep, self._not_kept, self
        )

    def _keep(self, check: PinCheck) -> None:
        self._known = check

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, NoKioskPin):
            self._known = None

    def _looked(self, check: PinCheck) -> None:
        self._known = check
        if self._door is Door.LOOKING:
            self._wait(check.seconds)
            self._to(Door.PIN)

    # The PIN

    @Slot(str)
    def press(self, digit: str) -> None:
        if self._door is Door.PIN and not self._seconds_to_wait() and len(self._typed) < LONGEST:
            self._wrong = False
            self._typed += digit
            self._touched()

    @Slot()
    def erase(self) -> None:
        if self._door is Door.PIN:
            self._typed = self._typed[:-1]
            self._touched()

    @Slot()
    def accept(self) -> None:
        if self._door is not Door.PIN or len(self._typed) < SHORTEST or self._seconds_to_wait():
            return
        pin, self._typed = self._typed, ""
        self._to(Door.CHECKING)
        if self._alone and self._known is not None:
            self._check_alone(self._known, pin)
            return
        self._worker.submit(
            partial(open_kiosk, self._store, self._kiosk, pin), self._opened, self._refused, self
        )

    def _opened(self, _proven: None) -> None:
        if self._door is Door.CHECKING:
            log.info("the staff page is open")
            self._idle.touched()
            self._to(Door.OPEN)

    def _refused(self, error: Exception) -> None:
        if self._door not in (Door.LOOKING, Door.CHECKING):
            return
        if isinstance(error, NoKioskPin):
            self._known = None
            self._to(Door.NO_PIN)
        elif isinstance(error, WrongKioskPin | KioskPinWaits):
            self._wrong = True
            self._idle.touched()
            self._wait(error.facts["seconds"])
            self._to(Door.PIN)
        elif self._known is not None:
            log.warning("the kiosk checks the PIN itself: %s", error)
            self._alone = True
            self._known = self._known.at(self._hall.now())
            self._wait(self._known.seconds)
            self._to(Door.PIN)
        else:
            log.warning("the PIN cannot be checked: %s", error)
            self._to(Door.AWAY)

    def _check_alone(self, before: PinCheck, pin: str) -> None:
        """As the hall would; it is told as soon as it is back."""
        check = self._known = before.one_more(self._hall.now())
        request = RequestId(new_id())

        def judged(right: bool) -> None:
            self._outbox.add(
                lambda: record_lonely_try(
                    self._store, self._kiosk, check, right=right, request=request
                )
            )
            if right:
                self._known = replace(check, tries=PinTries(), seconds=0)
                self._opened(None)
            else:
                self._refused(WrongKioskPin(seconds=check.seconds))

        self._worker.submit(partial(check.is_pin, pin), judged, self._refused, self)

    def _wait(self, seconds: int) -> None:
        self._waits_until = self._clock() + seconds if seconds else 0.0
        if seconds:
            self._second.start()

    def _count_down(self) -> None:
        if not self._seconds_to_wait():
            self._second.stop()
            self._wrong = False
        self.changed.emit()

    # The page

    @Slot()
    def shut(self) -> None:
        """Back to service."""
        self._idle.stop()
        self._second.stop()
        self._typed = ""
        self._to(Door.SHUT)

    @Slot()
    def start_again(self) -> None:
        if self._door is Door.OPEN:
            log.info("staff start the program again")
            self.start_again_wanted.emit()

    @Slot()
    def end(self) -> None:
        if self._door is Door.OPEN:
            log.info("staff end the program")
            self.end_wanted.emit()

    @Slot()
    def switch_full_screen(self) -> None:
        if self._door is Door.OPEN and self._held is not None:
            self._held = not self._held
            log.info("staff %s full screen", "want" if self._held else "leave")
            self.full_screen_wanted.emit(self._held)
            self.shut()

    def close(self) -> None:
        self.shut()

    def _touched(self) -> None:
        self._idle.touched()
        self.changed.emit()

    def _to(self, door: Door) -> None:
        if door is not self._door:
            self._door = door
        self.changed.emit()

    # What pages show

    def _seconds_to_wait(self) -> int:
        return max(0, round(self._waits_until - self._clock() + 0.4999))

    def _door_name(self) -> str:
        return self._door.value

    def _digits(self) -> int:
        return len(self._typed)

    doorName = Property(str, _door_name, notify=changed)
    digits = Property(int, _digits, notify=changed)
    """How many digits were typed; no page knows which."""
    complete = Property(bool, lambda self: len(self._typed) >= SHORTEST, notify=changed)
    wrong = Property(bool, lambda self: self._wrong, notify=changed)
    wait = Property(int, _seconds_to_wait, notify=changed)
    """Seconds until a PIN may be tried again."""
    secondsLeft = Property(int, lambda self: self._idle.secondsLeft, notify=changed)
    held = Property(bool, lambda self: bool(self._held), notify=changed)
    mayLetGo = Property(bool, lambda self: self._held is not None, notify=changed)
    restarts = Property(bool, lambda self: self._restarts, notify=changed)
