"""What a clerk does with an open form: reveal, correct, copy, take over, erase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from common.cli.private_files import FileIsThere, write_private
from common.domain.hall import Hall
from common.domain.kept_form import FormState, KeptForm
from common.domain.session import Approval, Session
from common.domain.text import Text
from common.machine.home import at_home
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from counter.form_cabinet import FormCabinet, Made, Reading
from counter.view_models.form_editor import FormEditor
from counter.view_models.form_rows import RowKind
from counter.view_models.message import Message, Tone, error_message
from counter.view_models.open_form import OpenForm

if TYPE_CHECKING:
    from counter.form_output import FormOutput

COVERED_AGAIN_AFTER = 180_000
"""Milliseconds in which nothing is picked, typed or saved."""


class FormReader(OpenForm):
    """Everything that a clerk does with one open form.

    A covered answer is shown only once the record knows who wanted to see it.

    Signals:
        said(Message): what happened, or why it did not; None when that is over.
        gone(Message): the form is erased; there is nothing more to show.
        approval_wanted(): a supervisor has to agree before it is erased.
    """

    said = Signal(object)
    gone = Signal(object)
    approval_wanted = Signal()

    def __init__(
        self,
        reading: Reading,
        cabinet: FormCabinet,
        output: FormOutput,
        runner: TaskRunner,
        paper_runner: TaskRunner,
        translator: Translator,
        session: Session,
        hall: Callable[[], Hall],
        folder: Path,
        parent: QObject | None = None,
    ) -> None:
        """`paper_runner` works for the printer, which may take its time; files go to `folder`."""
        super().__init__(reading, translator, parent)
        self._cabinet, self._output = cabinet, output
        self._runner, self._paper_runner = runner, paper_runner
        self._session, self._hall = session, hall
        self._folder = folder
        self.editor: FormEditor | None = None
        self.file: Path | None = None
        """Where the clerk is about to save; None while nothing is to be saved."""
        self._as_json = False
        self.busy = False
        self.sure = False
        """Asked once more about what cannot be taken back."""
        self._unattended = QTimer(self, singleShot=True, interval=COVERED_AGAIN_AFTER)
        self._unattended.timeout.connect(self.cover_again)
        self.changed.connect(self._unattended.start)
        self.pick(0)

    # What the clerk does

    def pick(self, row: int) -> None:
        """Look at this row, or the next one that is no title. An open editor is left."""
        rows = self.rows.shown
        step = 1 if row >= self.row else -1
        row = min(max(row, 0), len(rows) - 1)
        while 0 <= row < len(rows) and rows[row].kind is RowKind.TITLE:
            row += step
        if not 0 <= row < len(rows):
            row = self.row
        if row != self.row and self.editor is not None:
            self.leave_editor()
        self.row = max(row, 0)
        self.sure = False
        self.changed.emit()

    def reveal(self) -> None:
        """Show the picked answer in full, once that is in the record."""
        self._with_revealed(lambda: None)

    def edit(self) -> None:
        """Open the picked answer for a change; a covered one is revealed with it."""
        row = self.picked
        if row is None or row.key is None or not row.editable:
            if row is not None and row.key is not None:
                self.said.emit(Message(Tone.INFO, self._not_editable))
            return
        self._with_revealed(self._open_editor)

    def leave_editor(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
            self.changed.emit()

    def save_edit(self) -> None:
        """Keep the change, with its trace; what was typed stays until that worked."""
        editor = self.editor
        if editor is None or self.busy or not editor.acceptable:
            return
        changes = dict(editor.changes)
        if not changes:
            self.leave_editor()
            return
        here, form = self._session, self.kept.id
        self._do(lambda: self._cabinet.edit(form, changes, here.clerk, here.counter), self._edited)

    def print(self) -> None:
        """On A4, in the language of the screen."""
        reading, made = self._reading, self._made()
        from common.operations.kept_forms import TakenAs

        def printed(exported: Any) -> None:
            # A printer may take its time, or never answer: nobody waits for it.
            self.said.emit(Message(Tone.INFO, lambda: self.tr("Handing it to the printer…")))
            self._paper_runner.submit(
                lambda: self._output.print(reading, exported, made),
                self._printed,
                self._tell,
                owner=self,
            )

        self._export(TakenAs.PAPER, printed)

    def begin_saving(self, ending: str) -> None:
        """Ask where to: "pdf" or "json"."""
        self.leave_editor()
        self.file = self._folder / f"{self.kept.code}.{ending}"
        self._as_json = ending == "json"
        self.sure = False
        self.said.emit(None)
        self.changed.emit()

    def name_file(self, typed: str) -> None:
        self.file = at_home(typed)
        self.sure = False

    def stop_saving(self) -> None:
        self.file, self.sure = None, False
        self.changed.emit()

    def save(self) -> None:
        """Write the file; over another one only when asked once more."""
        file, over, reading, made = self.file, self.sure, self._reading, self._made()
        if file is None or self.busy:
            return
        if file.exists() and not over:
            self._fail(FileIsThere(file=file))
            return
        from common.operations.kept_forms import TakenAs

        as_json = self._as_json

        def write(exported: Any) -> None:
            self.busy = True
            self._paper_runner.submit(
                lambda: write_private(
                    file,
                    exported.as_json() if as_json else self._output.pdf(reading, exported, made),
                    replace=over,
                ),
                lambda _: self._saved(file),
                self._fail,
                owner=self,
            )

        self._export(TakenAs.JSON if as_json else TakenAs.PDF, write)

    def take_over(self) -> None:
        """The form did its work: the hall's time until it is erased begins."""
        at_once = not self._hall().rules.forms_after_pickup
        if at_once and not self.sure and not self.taken_over:
            self.sure = True
            self.said.emit(
                Message(
                    Tone.CAUTION,
                    lambda: self.tr("This hall erases it as soon as it is taken over. Once more?"),
                )
            )
            return
        here, form = self._session, self.kept.id
        self._do(lambda: self._cabinet.pick_up(form, here.clerk, here.counter), self._picked_up)

    def ask_to_erase(self) -> None:
        self.approval_wanted.emit()

    def erase(self, approval: Approval) -> None:
        here, form = self._session, self.kept.id
        self._do(
            lambda: self._cabinet.erase(form, here.clerk, here.counter, approval),
            lambda _: self._tell_erased(),
        )

    # How it went

    def _with_revealed(self, then: Callable[[], None]) -> None:
        row = self.picked
        if row is None or row.key is None or self.busy:
            return
        if not row.covered:
            then()
            return
        here, form, key = self._session, self.kept.id, row.key

        def show(_: object) -> None:
            self._revealed.add(key)
            self._show()
            if self.picked is not None and self.picked.key == key:
                then()
            self.changed.emit()

        self._do(lambda: self._cabinet.reveal(form, key, here.clerk, here.counter), show)

    def _open_editor(self) -> None:
        row = self.picked
        if row is not None and row.key is not None:
            self.editor = FormEditor(self._reading, row.key, self._translator.language, self)
            self.editor.changed.connect(self.changed)
            self.said.emit(None)
            self.changed.emit()

    def _edited(self, reading: Reading) -> None:
        label = self.editor.field.label if self.editor is not None else Text(zh="", en="")
        # What follows from a number that the clerk has seen is no secret either.
        self._reading = reading
        self.leave_editor()
        self._show()
        self.said.emit(
            Message(Tone.GOOD, lambda: self.tr("Changed: {field}").format(field=self._say(label)))
        )

    def _printed(self, printer: str) -> None:
        self.said.emit(
            Message(
                Tone.GOOD,
                lambda: self.tr("Handed to the printer {printer}").format(printer=printer),
            )
        )

    def _saved(self, file: Path) -> None:
        self._calm()
        self.file, self.sure = None, False
        self.said.emit(
            Message(Tone.GOOD, lambda: self.tr("Saved as {file}").format(file=str(file)))
        )
        self.changed.emit()

    def _picked_up(self, kept: KeptForm) -> None:
        if kept.state is FormState.ERASED:
            self._tell_erased()
            return
        self._reading = replace(self._reading, opened=replace(self._reading.opened, kept=kept))
        self.said.emit(
            Message(
                Tone.GOOD,
                lambda: self.tr("Taken over; it is erased on {time}").format(time=self.erased_at),
            )
        )
        self.changed.emit()

    def _tell_erased(self) -> None:
        code = self.kept.code
        self.gone.emit(
            Message(Tone.GOOD, lambda: self.tr("Form {code} is erased").format(code=code))
        )

    def _export(self, taken_as: Any, then: Callable[[Any], None]) -> None:
        here, form = self._session, self.kept.id
        self._do(
            partial(self._cabinet.export, form, taken_as, here.clerk, here.counter),
            then,
        )

    def _do(self, job: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self.busy:
            return
        self.busy = True
        self.changed.emit()

        def done(value: Any) -> None:
            self._calm()
            then(value)

        self._runner.submit(job, done, self._fail, owner=self)

    def _fail(self, error: Exception) -> None:
        from common.operations.kept_forms.errors import FormErased

        self._calm()
        self.sure = isinstance(error, FileIsThere)
        if isinstance(error, FormErased):
            self.gone.emit(error_message(error, lambda: self._translator.language))
        else:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.said.emit(error_message(error, lambda: self._translator.language))

    def cover_again(self) -> None:
        """Nobody did anything for a while: whoever passes by sees no more than at first."""
        if self._revealed and self.editor is None:
            self._revealed.clear()
            self._show()

    def _calm(self) -> None:
        self.busy = False
        self.changed.emit()

    def _not_editable(self) -> str:
        row = self.picked
        if row is not None and row.kind is not RowKind.ANSWER:
            return self.tr("Only the person agrees and signs; have the form filled in again.")
        return self.tr("This follows from the document number; correct that.")

    def _made(self) -> Made:
        hall = self._hall()
        return Made(hall.name, self._session.counter, self._translator.language)
