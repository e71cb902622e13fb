"""A citizen calls a helper to this kiosk, and hears who comes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from common.domain.help import ESCALATES_AFTER, HelpCall
from common.domain.ids import HelpId, KioskCode
from common.operations import call_for_help, new_id, open_help, withdraw_help
from common.qt.changes import ChangeBridge
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import running_text
from common.store import DatabaseAway, Store
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.outbox import Outbox

log = logging.getLogger(__name__)

WAITS_FOR_A_HELPER = timedelta(minutes=5)
"""So long after the call, or after a helper set out, a visit is not ended for want of a touch."""
SHEET_SECONDS = 120
"""The sheet leaves by itself: on the closed page no visit runs out that would take it along."""
ELSEWHERE_AFTER = timedelta(minutes=3)
"""Whoever has had no answer for so long is told where else there is help."""


class HelpDesk(QObject):
    """The way from the button 呼叫帮办 to a helper who stands here.

    Whoever waits for a helper touches nothing, so their visit goes on meanwhile: `waiting` counts
    as a touch. It ends all the same when nobody came for long, and whatever was typed is wiped as
    ever; the call itself stays, for they may still stand here, until a helper ends it, somebody
    here withdraws it, or the hall lets it lapse.

    Signals:
        changed: whatever the sheet and the button show.
        waiting: once a second while a helper should be coming.
    """

    changed = Signal()
    waiting = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        outbox: Outbox,
        hall: HallWatch,
        changes: ChangeBridge,
        clock: HallClock,
        code: KioskCode,
        page: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """`page` tells the name of the page that is shown."""
        super().__init__(parent)
        self._store, self._worker, self._outbox = store, worker, outbox
        self._hall, self._clock, self._code, self._page = hall, clock, code, page
        self._open = False
        self._wish: HelpId | None = None
        """The call that is wanted and not confirmed."""
        self._call: HelpCall | None = None
        self._withdrawn: HelpId | None = None
        self._leaves = QTimer(self, singleShot=True, interval=int(SHEET_SECONDS * 1000))
        self._leaves.timeout.connect(self.close)
        changes.changed.connect(self._follow)
        hall.restored.connect(self._go_on)
        hall.away_changed.connect(self.changed)
        clock.ticked.connect(self._tick)

    def start(self) -> None:
        """A call of before the program started is still one."""
        self._read()

    # What a touch does

    @Slot()
    def open(self) -> None:
        """Ask whether to call; or say how far the call is."""
        self._open = True
        self._leaves.start()
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back to the page; a call goes on."""
        self._open = False
        self._leaves.stop()
        if self._hall.away:
            self._wish = None
        self.changed.emit()

    @Slot()
    def call(self) -> None:
        if self._call is None and self._wish is None:
            self._wish = HelpId(new_id())
            self._send()
            self.changed.emit()

    @Slot()
    def withdraw(self) -> None:
        """No help is needed any more."""
        call = self._call.id if self._call else self._wish
        self._call = self._wish = None
        self._open = False
        if call is not None:
            self._leaves.stop()
            self._withdrawn = call
            self._outbox.add(lambda: withdraw_help(self._store, call))
        self.changed.emit()

    @Slot()
    def wipe(self) -> None:
        """The visit is over. A call that reached the hall is not: somebody may be on the way."""
        self._open = False
        self._leaves.stop()
        self._wish = None
        self.changed.emit()

    # The way to the hall

    def _send(self) -> None:
        wish, page = self._wish, self._page()
        if wish is None:
            return

        def call() -> HelpCall | None:
            if self._wish != wish:  # nobody waits for it any more
                return None
            return call_for_help(self._store, self._code, page, wish)

        self._worker.submit(call, self._called, self._failed, self)

    def _called(self, call: HelpCall | None) -> None:
        if call is not None:
            self._wish = None
            self._know(call)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._hall.lose()  # The wish stays as long as the sheet: it is sent again.
        else:
            log.error("no helper could be called: %s", error)
            self._wish = None
        self.changed.emit()

    @Slot()
    def _go_on(self) -> None:
        """The database is back: a call may have reached it, or be wanted still."""
        if self._wish is not None:
            self._send()
        else:
            self._read()

    @Slot()
    def _follow(self) -> None:
        if self._call is not None:
            self._read()

    def _read(self) -> None:
        self._worker.submit(
            lambda: open_help(self._store, self._code), self._know, self._not_read, self
        )

    def _not_read(self, error: Exception) -> None:
        log.info("how far the call for help is cannot be read: %s", error)

    def _know(self, call: HelpCall | None) -> None:
        if call is not None and call.id == self._withdrawn:
            call = None
        if self._call is not None and call is None:
            self._open = False  # A helper said that it is over.
        self._call = call
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        if self._call is None:
            return
        self.changed.emit()
        since = self._call.acknowledged_at or self._call.called_at
        if self._clock.now() - since < WAITS_FOR_A_HELPER:
            self.waiting.emit()

    # What the sheet and the button show

    def _stage(self) -> str:
        if self._call is not None:
            return "coming" if self._call.acknowledged_by else "called"
        if self._hall.away:
            return "away"
        return "calling" if self._wish else "ask"

    def _unanswered_for(self) -> timedelta:
        if self._call is None:
            return timedelta()
        return self._call.unanswered_for(self._clock.now())

    def _running(self) -> str:
        if self._call is None:
            return ""
        since = self._call.acknowledged_at or self._call.called_at
        return running_text(self._clock.now() - since)

    def _who(self) -> str:
        return (self._call.acknowledged_by or "").upper() if self._call else ""

    isOpen = Property(bool, lambda self: self._open, notify=changed)
    stage = Property(str, _stage, notify=changed)
    """ask, calling, called, coming; away while no helper can be called from here."""
    who = Property(str, _who, notify=changed)
    """The staff number of the helper who comes."""
    running = Property(str, _running, notify=changed)
    """Since the call, or since the helper set out."""
    isEscalated = Property(
        bool,
        lambda self: self._stage() == "called" and self._unanswered_for() >= ESCALATES_AFTER,
        notify=changed,
    )
    """Everybody who looks after the hall has heard of it by now."""
    isLongUnanswered = Property(
        bool,
        lambda self: self._stage() == "called" and self._unanswered_for() >= ELSEWHERE_AFTER,
        notify=changed,
    )
