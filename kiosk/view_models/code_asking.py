"""Somebody types a code, or shows one, and the database is asked what is behind it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, Store
from kiosk.view_models.questions import Questions
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.tries import Tries
from kiosk.view_models.typed_code import TypedCode
from kiosk.view_models.way import Way
from kiosk.view_models.words import MAP, NO_WORDS, Words, error_words


class CodeAsking(QObject):
    """What was typed, and what became of it. An answer counts only in the visit that asked for it.

    Signals:
        changed: anything but what is typed.
        database_lost: the database went away meanwhile.
    """

    changed = Signal()
    database_lost = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        way: Way,
        taking: NumberTaking,
        tries: Tries,
        device: str,
        longest: int,
        parent: QObject | None = None,
    ) -> None:
        """`longest` is how many signs a code has; `tries` are all that this kiosk grants."""
        super().__init__(parent)
        self._store = store
        self._way = way
        self._taking = taking
        self._tries = tries
        self._device = device
        self.typed = TypedCode(longest, self)
        self.typed.changed.connect(self._typed_on)
        self._questions = Questions(worker, self)
        self._busy = False
        self._message = NO_WORDS
        self._forget()
        way.moved.connect(self._moved)

    def _moved(self) -> None:
        """Another page: whoever comes back may begin anew."""

    def _forget(self) -> None:
        """Drop what was found."""

    @Slot()
    def wipe(self) -> None:
        """Forget everything of this visit; an answer that is under way comes too late."""
        self._questions.drop()
        self._busy, self._message = False, NO_WORDS
        self._forget()
        self.typed.wipe()
        self.changed.emit()

    def _refused(self, error: Exception) -> None:
        self._say(error_words(error))
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()

    def _say(self, message: Words) -> None:
        self._busy, self._message = False, message
        self.changed.emit()

    def _typed_on(self) -> None:
        """What was said of the signs of before does not hold for these."""
        if self._message != NO_WORDS:
            self._message = NO_WORDS
            self.changed.emit()

    entry = Property(QObject, lambda self: self.typed, constant=True)
    isBusy = Property(bool, lambda self: self._busy, notify=changed)
    message = Property(MAP, lambda self: self._message, notify=changed)
    """Why it goes no further, and what to do; else nothing."""
