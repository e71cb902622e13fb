"""The desk's way to the shared database: one press is one request, whatever happens in between."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from common import operations
from common.domain.hall import Hall
from common.domain.ids import CounterCode, RequestId
from common.operations import DeskView, new_id
from common.qt.changes import ChangeBridge
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, OtherVersion, Store
from counter.view_models.acts import Act
from counter.view_models.message import Message

log = logging.getLogger(__name__)

RETRY_MILLISECONDS = 1000
GIVE_UP_SECONDS = 60.0
"""An act that could not be confirmed for so long is no longer what the clerk wants now."""

Verb = Callable[[RequestId], Any]
"""An operation with all its arguments but the request's id."""
Tell = Callable[[Any], Message | None]
"""What to say about the operation's result."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the shared database says now."""

    view: DeskView
    hall: Hall


@dataclass(frozen=True, slots=True)
class Confirmed:
    """An act that happened."""

    act: Act
    message: Message | None


@dataclass(frozen=True, slots=True)
class _Intent:
    """One press that is not confirmed yet. A retry repeats `request`, so it happens once."""

    act: Act
    request: RequestId
    verb: Verb
    tell: Tell
    pressed_at: float


@dataclass(frozen=True, slots=True)
class _Answer:
    result: Any
    snapshot: Snapshot


class DeskLink(QObject):
    """Sends acts, reads snapshots, and holds on to an unconfirmed act while the database is away.

    Signals:
        state_changed(): `away` or `act_under_way` differs.
        snapshot_read(Snapshot): the newest state, in the order of the database.
        confirmed(Confirmed): the act happened; its snapshot follows.
        refused(Exception): the act did not happen, or a read failed, and why.
        given_up(Act): the database was away too long to find out whether the act happened.
    """

    state_changed = Signal()
    snapshot_read = Signal(object)
    confirmed = Signal(object)
    refused = Signal(object)
    given_up = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        bridge: ChangeBridge,
        counter: CounterCode,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._counter = store, runner, counter
        self._monotonic = monotonic
        self.away = False
        self.other_version: OtherVersion | None = None
        """While away: the database is there, but this program is not of its version."""
        self._intent: _Intent | None = None
        self._jobs = 0
        self._stale = False
        self._closed = False
        self._retry = QTimer(self, interval=RETRY_MILLISECONDS)
        self._retry.timeout.connect(self._try_again)
        bridge.changed.connect(self.read)
        bridge.lost.connect(self._lose)
        bridge.restored.connect(self._try_again)

    @property
    def act_under_way(self) -> Act | None:
        return self._intent.act if self._intent else None

    def read(self) -> None:
        """Read the snapshot; several requests in a row become one more read."""
        if self._jobs:
            self._stale = True
        else:
            self._submit(self._read, self.snapshot_read.emit)

    def send(self, act: Act, verb: Verb, tell: Tell) -> None:
        """Do `act` once. Call it only while no other act is under way."""
        self._intent = _Intent(act, RequestId(new_id()), verb, tell, self._monotonic())
        self._send_intent()
        self.state_changed.emit()

    def close(self) -> None:
        """Answer no more."""
        self._closed = True
        self._retry.stop()

    def _read(self) -> Snapshot:
        return Snapshot(
            view=operations.desk(self._store, self._counter), hall=operations.hall(self._store)
        )

    def _send_intent(self) -> None:
        intent = self._intent
        assert intent is not None
        self._submit(
            lambda: _Answer(intent.verb(intent.request), self._read()),
            lambda answer: self._confirm(intent, answer),
        )

    def _submit(self, job: Callable[[], Any], on_done: Callable[[Any], None]) -> None:
        def done(value: Any) -> None:
            self._jobs -= 1
            if self._closed:
                return
            self._find()
            on_done(value)
            if self._stale and not self._jobs:
                self._stale = False
                self.read()

        def fail(error: Exception) -> None:
            self._jobs -= 1
            if not self._closed:
                self._fail(error)

        if not self._closed:
            self._jobs += 1
            self._runner.submit(job, done, fail, owner=self)

    def _confirm(self, intent: _Intent, answer: _Answer) -> None:
        self._intent = None
        self.confirmed.emit(Confirmed(intent.act, intent.tell(answer.result)))
        self.snapshot_read.emit(answer.snapshot)
        self.state_changed.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._lose(error)
            return
        log.info("refused: %s", error)
        failed, self._intent = self._intent, None
        self.refused.emit(error)
        self.state_changed.emit()
        if failed is not None:
            self.read()

    def _lose(self, error: DatabaseAway | None = None) -> None:
        if self._closed:
            return
        if isinstance(error, OtherVersion) and self.other_version is None:
            self.other_version = error
            self.state_changed.emit()
        if not self._retry.isActive():
            self._retry.start()
        if not self.away:
            self.away = True
            self.state_changed.emit()

    def _find(self) -> None:
        self._retry.stop()
        if self.away:
            self.away, self.other_version = False, None
            self.state_changed.emit()

    def _try_again(self) -> None:
        if self._jobs or self._closed:
            return
        intent = self._intent
        if intent and self._monotonic() - intent.pressed_at > GIVE_UP_SECONDS:
            self._intent = None
            self.given_up.emit(intent.act)
        if self._intent:
            self._send_intent()
        else:
            self.read()
