"""Choosing a password of one's own."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from common import operations
from common.domain.password import POLICY, PasswordFault, password_faults
from common.operations.errors import WeakPassword, WrongPassword
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.store import Store
from counter.view_models.message import Message, error_message

_POINTS = (PasswordFault.SHORT, PasswordFault.KINDS, PasswordFault.LOGIN, PasswordFault.OLD)
"""What a person is told beforehand; nobody types too long a password unless they mean to."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the password must be, in the language of the screen."""

    words: str
    met: bool


class NewPassword(QObject):
    """The old password, the new one twice, and what the new one still lacks.

    Signals:
        changed(): fields, points or message are to be read again.
        refused(str): the field to correct: "old", "new" or "again".
        chosen(str): the password is changed to this one.
    """

    changed = Signal()
    refused = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        store: Store,
        runner: TaskRunner,
        translator: Translator,
        login: str,
        *,
        old: str = "",
        parent: QObject | None = None,
    ) -> None:
        """`old` is the password that was typed already; without it the old one is asked for."""
        super().__init__(parent)
        self._store, self._runner, self._translator = store, runner, translator
        self.login = login.strip().lower()
        self.old_asked = not old
        self.old = old
        self.new = ""
        self.again = ""
        self.busy = False
        self.message: Message | None = None
        translator.language_changed.connect(self.changed)

    @property
    def points(self) -> tuple[Point, ...]:
        """What the new password must be, and whether it is. Nothing is met before it is typed."""
        faults = password_faults(self.new, self.login, self.old)
        language = self._translator.language
        rules = [
            Point(POLICY[f].say(language), bool(self.new) and f not in faults) for f in _POINTS
        ]
        same = bool(self.new) and self.new == self.again
        return (*rules, Point(self.tr("typed twice alike"), same))

    def set_old(self, old: str) -> None:
        self.old = old
        self._forget_answer()

    def set_new(self, new: str) -> None:
        self.new = new
        self._forget_answer()

    def set_again(self, again: str) -> None:
        self.again = again
        self._forget_answer()

    def accept(self) -> None:
        """Change the password, or point at the field that does not fit yet."""
        if self.busy:
            return
        wrong = self._wrong_field()
        if wrong:
            self.refused.emit(wrong)
            return
        store, login, old, new = self._store, self.login, self.old, self.new
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(
            lambda: operations.change_password(store, login, old, new),
            lambda _: self._finish(),
            self._fail,
            owner=self,
        )

    def _wrong_field(self) -> str:
        if not self.old:
            return "old"
        if password_faults(self.new, self.login, self.old):
            return "new"
        return "" if self.new == self.again else "again"

    def _finish(self) -> None:
        self.busy = False
        self.chosen.emit(self.new)

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.message = error_message(error, lambda: self._translator.language)
        if isinstance(error, WrongPassword) and self.old_asked:
            self.old = ""
            self.refused.emit("old")
        elif isinstance(error, WeakPassword):
            self.refused.emit("new")
        self.changed.emit()

    def _forget_answer(self) -> None:
        self.message = None
        self.changed.emit()
