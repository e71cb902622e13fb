"""Filled forms at the desk: those of the person here, or one by its code; then the open one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from common.domain.hall import Hall
from common.domain.kept_form import FormState
from common.domain.session import Session
from common.qt.hall_time import HallClock, in_hall
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from counter.form_cabinet import FormCabinet, Found, Reading
from counter.view_models.form_reader import FormReader
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.sheets import Option, OptionList

if TYPE_CHECKING:
    from counter.form_output import FormOutput


class FormsSheet(QObject):
    """First a field for a code above the person's own forms, then the form itself.

    Signals:
        changed(): anything that the sheet shows may differ.
        turned(): another stage is shown.
        approval_wanted(FormReader): a supervisor has to agree to erase this form.
    """

    changed = Signal()
    turned = Signal()
    approval_wanted = Signal(object)

    def __init__(
        self,
        cabinet: FormCabinet,
        output: FormOutput,
        runner: TaskRunner,
        paper_runner: TaskRunner,
        translator: Translator,
        clock: HallClock,
        session: Session,
        hall: Callable[[], Hall],
        folder: Path,
        own: Sequence[Found] = (),
        scanned: str = "",
        parent: QObject | None = None,
    ) -> None:
        """`own` are the forms of the person in front of the clerk; a single one is opened, unless
        a code was `scanned`, which says which."""
        super().__init__(parent)
        self._cabinet, self._output, self._runner = cabinet, output, runner
        self._paper_runner, self._translator, self._clock = paper_runner, translator, clock
        self._session, self._hall, self._folder = session, hall, folder
        self.typed = ""
        self.row = 0
        self.busy = False
        self.message: Message | None = None
        self.reader: FormReader | None = None
        self.options = OptionList((), self)
        self._own = self._offered = tuple(own)
        self._offer(own)
        if scanned:
            self.scan(scanned)
        elif len(own) == 1:
            self._open(own[0])

    @property
    def picked(self) -> Found | None:
        return self._offered[self.row] if 0 <= self.row < len(self._offered) else None

    def type(self, text: str) -> None:
        self.typed, self.message = text, None
        self.changed.emit()

    def pick(self, row: int) -> None:
        self.row = min(max(row, 0), max(len(self._offered) - 1, 0))
        self.changed.emit()

    def accept(self) -> None:
        """Enter: look for the code that stands there, else open the picked form; in an open one
        change the picked answer, or save."""
        if self.busy:
            return
        reader = self.reader
        if reader is not None and reader.file is not None:
            reader.save()
        elif reader is not None and reader.editor is not None:
            reader.save_edit()
        elif reader is not None:
            reader.edit()
        elif self.typed.strip():
            self.scan(self.typed)
        elif self.picked is not None:
            self._open(self.picked)
        else:
            self.tell(
                Message(Tone.INFO, lambda: self.tr("Type the six signs of the slip, or scan it"))
            )

    def scan(self, code: str) -> None:
        """Open what a scanned code leads to, in place of what is open now.

        An answer that is being changed is finished first.
        """
        if self.busy or (self.reader is not None and self.reader.busy):
            return
        if self.reader is not None and (self.reader.editor is not None or self.reader.file):
            self.tell(Message(Tone.CAUTION, lambda: self.tr("Save or leave the change first")))
            return
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(
            partial(self._cabinet.behind, code), self._show_found, self._fail, owner=self
        )

    def tell(self, message: Message | None) -> None:
        """Say it on the sheet; None takes back what was said."""
        self.message = message
        self.changed.emit()

    def step_back(self) -> bool:
        """Escape: whether it only led to what was there before.

        It never waits: what is under way for the form goes on without the sheet.
        """
        reader = self.reader
        if reader is None or reader.busy:
            return False
        if reader.file is not None:
            reader.stop_saving()
        elif reader.editor is not None:
            reader.leave_editor()
        elif len(self._offered) > 1:
            self._close_reader()
        else:
            return False
        self.message = None
        self.changed.emit()
        return True

    def _show_found(self, found: Sequence[Found]) -> None:
        self.busy = False
        self._close_reader()
        self.typed = ""
        self._offer(found)
        if len(found) == 1:
            self._open(found[0])
        self.changed.emit()

    def _open(self, found: Found) -> None:
        here = self._session
        self.busy, self.message = True, None
        self.changed.emit()
        self._runner.submit(
            lambda: self._cabinet.open(found.kept.id, here.clerk, here.counter),
            self._show_reading,
            self._fail,
            owner=self,
        )

    def _show_reading(self, reading: Reading) -> None:
        self.busy = False
        self._close_reader()
        self.reader = FormReader(
            reading,
            self._cabinet,
            self._output,
            self._runner,
            self._paper_runner,
            self._translator,
            self._session,
            self._hall,
            self._folder,
            self,
        )
        self.reader.changed.connect(self.changed)
        self.reader.said.connect(self.tell)
        self.reader.gone.connect(self._gone)
        self.reader.approval_wanted.connect(lambda: self.approval_wanted.emit(self.reader))
        self.turned.emit()
        self.changed.emit()

    def _close_reader(self) -> None:
        """Nothing of the answers stays in reach of the screen."""
        if self.reader is not None:
            self.reader.deleteLater()
            self.reader = None
            self.turned.emit()

    def _gone(self, message: Message) -> None:
        erased = self.reader.kept.id if self.reader is not None else None
        self._close_reader()
        self._own = tuple(one for one in self._own if one.kept.id != erased)
        self._offer(self._own)
        self.tell(message)

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.tell(error_message(error, lambda: self._translator.language))

    def _offer(self, found: Sequence[Found]) -> None:
        self._offered, self.row = tuple(found), 0
        language, zone = self._translator.language, self._clock.zone
        self.options.replace(
            [
                Option(
                    one.kept.code,
                    one.name.say(language),
                    self._state(one, f"{in_hall(one.kept.filled_at, zone):%m-%d %H:%M}"),
                )
                for one in found
            ]
        )

    def _state(self, one: Found, filled: str) -> str:
        if one.kept.state is FormState.PICKED_UP:
            return self.tr("{time} · taken over").format(time=filled)
        return self.tr("{time} · waits").format(time=filled)
