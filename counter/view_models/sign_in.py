"""Who sits at which counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.hall import Counter, Hall, UnknownCounter
from common.domain.ids import ClerkLogin, CounterCode
from common.domain.session import Session
from common.operations.errors import CounterTaken, PasswordMustChange
from common.qt.changes import ChangeBridge
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import DatabaseAway, Store
from counter.view_models.message import Message, error_message
from counter.view_models.new_password import NewPassword


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the desk needs to begin."""

    session: Session
    hall: Hall


class SignInViewModel(QObject):
    """The sign-in page.

    Signals:
        changed(): fields, message or state are to be read again.
        refused(str): the field to correct: "counter", "login" or "password".
        choosing_changed(): a password of one's own has to be chosen first, or was.
        signed_in(SignedIn): the clerk is at the counter.
    """

    changed = Signal()
    refused = Signal(str)
    choosing_changed = Signal()
    signed_in = Signal(object)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        bridge: ChangeBridge,
        translator: Translator,
        *,
        counter: str = "",
        login: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self.counter = counter.upper()
        self.login = login
        self.password = ""
        self.busy = False
        self.away = False
        """The database cannot be reached; the page says so and waits."""
        self.message: Message | None = None
        self.taken_by: Callable[[], str] | None = None
        """Says who holds the counter; None unless someone does."""
        self.choosing: NewPassword | None = None
        """While the password in the field is good for nothing but choosing another."""
        self._hall: Hall | None = None
        translator.language_changed.connect(self.changed)
        bridge.lost.connect(self._lose)
        bridge.restored.connect(self.load_hall)

    def load_hall(self) -> None:
        """Read the hall, so that the page can name the counter while it is typed."""
        self._runner.submit(
            lambda: operations.hall(self._store), self._show_hall, self._fail, owner=self
        )

    @property
    def hall_name(self) -> str:
        return self._hall.name.say(self._translator.language) if self._hall else ""

    @property
    def practice(self) -> bool:
        """Whether nothing that is done here counts."""
        return self._hall is not None and self._hall.practice

    @property
    def counter_found(self) -> Counter | None:
        """The counter whose number stands in the field."""
        if self._hall is None or not self._hall.is_counter(self.counter):
            return None
        return self._hall.counter(self.counter)

    @property
    def counter_place(self) -> str:
        """What and where that counter is; empty when there is none of this number."""
        counter = self.counter_found
        if counter is None or self._hall is None:
            return ""
        language = self._translator.language
        zone = self._hall.zone(counter.zone)
        return self.tr("{counter} · {zone}, floor {floor}").format(
            counter=counter.name.say(language), zone=zone.name.say(language), floor=zone.floor
        )

    def set_counter(self, counter: str) -> None:
        self.counter = counter.strip().upper()
        self._forget_answer()

    def set_login(self, login: str) -> None:
        self.login = login.strip()
        self._forget_answer()

    def set_password(self, password: str) -> None:
        self.password = password
        self._forget_answer()

    def sign_in(self, *, take_over: bool = False) -> None:
        """Ask for the counter. With `take_over` its present clerk is signed out."""
        if self.busy or self.away:
            return
        missing = next((f for f in ("counter", "login", "password") if not getattr(self, f)), None)
        if missing:
            self.refused.emit(missing)
            return
        store = self._store
        counter, login = CounterCode(self.counter), ClerkLogin(self.login)
        password = self.password
        self.busy, self.message, self.taken_by = True, None, None
        self.changed.emit()
        self._runner.submit(
            lambda: SignedIn(
                operations.sign_in(store, counter, login, password, take_over=take_over),
                operations.hall(store),
            ),
            self._welcome,
            self._refuse,
            owner=self,
        )

    def say(self, message: Message) -> None:
        """Show why the clerk is back on this page."""
        self.message = message
        self.changed.emit()

    def _forget_answer(self) -> None:
        self.message, self.taken_by = None, None
        self.changed.emit()

    def _lose(self) -> None:
        self._fail(DatabaseAway(detail=self._store.place))

    def _show_hall(self, hall: Hall) -> None:
        self._hall = hall
        if self.away:
            self.away, self.message = False, None
        self.changed.emit()

    def _welcome(self, answer: SignedIn) -> None:
        self.busy, self.password = False, ""
        self.changed.emit()
        self.signed_in.emit(answer)

    def _refuse(self, error: Exception) -> None:
        self._fail(error)
        if isinstance(error, PasswordMustChange):
            self.message = None
            self._ask_new_password()
        elif isinstance(error, CounterTaken):
            self.taken_by = lambda: error.text(self._translator.language)
            self.message = None
        elif isinstance(error, UnknownCounter):
            self.refused.emit("counter")
        elif not self.away:
            self.password = ""
            self.refused.emit("password")
        self.changed.emit()

    def stop_choosing(self) -> None:
        """Back to the fields; the first password stays what it was."""
        if self.choosing is not None:
            self.choosing.deleteLater()
            self.choosing = None
            self.set_password("")
            self.choosing_changed.emit()

    def _ask_new_password(self) -> None:
        choosing = NewPassword(
            self._store, self._runner, self._translator, self.login, old=self.password, parent=self
        )
        choosing.chosen.connect(self._go_on_with)
        self.choosing = choosing
        self.choosing_changed.emit()

    def _go_on_with(self, password: str) -> None:
        self.stop_choosing()
        self.set_password(password)
        self.sign_in()

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.away = isinstance(error, DatabaseAway)
        self.message = error_message(error, lambda: self._translator.language)
        self.changed.emit()
