"""Finding an appointment by what the person knows: its code, or the end of the telephone number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.appointment import STATE_WORDS, Appointment, slot_words
from common.domain.hall import Hall
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.sheets import Option, OptionList

_CODE_LENGTH = 6
_TAIL = 4
_SHORTEST_PHONE = 7


class AppointmentFinder(QObject):
    """One field for both, and the appointments that match it.

    Signals:
        changed(): field, list or message are to be read again.
        asked_anew(): something else was typed or picked; an earlier answer is out of date.
        refused(): nothing can be taken from what was typed.
        chosen(Appointment): Enter on this one.
    """

    changed = Signal()
    asked_anew = Signal()
    refused = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        hall: Hall,
        *,
        ahead: bool,
        parent: QObject | None = None,
    ) -> None:
        """Telephone digits find appointments of today, and with `ahead` of all days to come; a code
        finds its own whenever it is."""
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self._hall, self._ahead = hall, ahead
        self.typed = ""
        self.row = 0
        self.looking = False
        self.message: Message | None = None
        self.options = OptionList((), self)
        self._found: tuple[Appointment, ...] = ()
        self._enter_waits = False
        self._turn = 0

    @property
    def picked(self) -> Appointment | None:
        """The appointment that Enter would take."""
        return self._found[self.row] if 0 <= self.row < len(self._found) else None

    def type(self, text: str) -> None:
        """Look as soon as a whole code, four digits, or a telephone number stand there."""
        self.typed = text
        self._enter_waits = False
        self.message = None
        self._offer(())
        self.asked_anew.emit()
        self.look_again()

    def look_again(self) -> None:
        """Ask the hall anew for what stands in the field."""
        self._turn += 1
        question = self._question()
        self.looking = question is not None
        if question is not None:
            turn = self._turn
            self._runner.submit(
                question, partial(self._show, turn), partial(self._fail, turn), owner=self
            )
        self.changed.emit()

    def pick(self, row: int) -> None:
        self.row = min(max(row, 0), max(len(self._found) - 1, 0))
        self.asked_anew.emit()
        self.changed.emit()

    def accept(self) -> None:
        """Enter: choose the picked one. After a scanner's Enter the only one that will be found."""
        if self.looking:
            self._enter_waits = True
        elif self.picked is not None:
            self.chosen.emit(self.picked)
        else:
            if self.message is None:
                self.message = Message(
                    Tone.INFO,
                    lambda: self.tr("Six characters of the code, or four digits of the telephone"),
                )
            self.changed.emit()
            self.refused.emit()

    def _question(self) -> Callable[[], tuple[Appointment, ...]] | None:
        """What to ask the database; None while too little is typed."""
        plain = "".join(sign for sign in self.typed if sign.isalnum())
        find = partial(operations.find_appointments, self._store)
        if len(plain) == _CODE_LENGTH:
            return partial(find, code=plain)
        if plain.isdecimal() and (len(plain) == _TAIL or len(plain) >= _SHORTEST_PHONE):
            last = date.max if self._ahead else None
            return partial(find, phone_tail=plain[-_TAIL:], last=last)
        return None

    def _show(self, turn: int, found: Sequence[Appointment]) -> None:
        if turn != self._turn:
            return
        self.looking = False
        self._offer(found)
        if not found:
            self.message = Message(Tone.INFO, self._nothing_found)
        self.changed.emit()
        if self._enter_waits and len(found) == 1:
            self._enter_waits = False
            self.chosen.emit(found[0])

    def _nothing_found(self) -> str:
        if self._ahead:
            return self.tr("No appointment to come has a telephone number that ends like this")
        return self.tr("No appointment of today has a telephone number that ends like this")

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.looking, self._enter_waits = False, False
            self.message = error_message(error, lambda: self._translator.language)
            self.changed.emit()
            self.refused.emit()

    def _offer(self, found: Sequence[Appointment]) -> None:
        self._found, self.row = tuple(found), 0
        self.options.replace([self._option(one) for one in found])

    def _option(self, one: Appointment) -> Option:
        language = self._translator.language
        state = STATE_WORDS[one.state].say(language)
        ends = self.tr("phone …{digits}").format(digits=one.phone_tail) if one.phone_tail else ""
        return Option(
            key=one.code,
            title=f"{place_words(one)} · {self._hall.service(one.service).name.say(language)}",
            detail=f"{ends} · {state}" if ends else state,
        )


def place_words(one: Appointment) -> str:
    """Day and half hour: ``2026-11-24 09:30-10:00``."""
    return f"{one.day.isoformat()} {slot_words(one.slot)}"
