"""What a desk knows and does about filled forms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common.domain.hall import Hall
from common.domain.ids import TicketId
from common.domain.kept_form import FormState
from common.domain.scanned import NOT_OURS, scanned_code
from common.domain.session import Session
from common.qt.hall_time import HallClock
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from counter.form_cabinet import FormCabinet, Found
from counter.view_models.appointment_booking import BookingPage
from counter.view_models.appointments import AppointmentsSheet
from counter.view_models.desk_errands import DeskErrands
from counter.view_models.desk_sheets import Sheet
from counter.view_models.form_reader import FormReader
from counter.view_models.forms_sheet import FormsSheet
from counter.view_models.message import Message, Tone
from counter.view_models.person_forms import PersonForms

if TYPE_CHECKING:
    from counter.form_output import FormOutput


@dataclass(frozen=True, slots=True)
class FormTools:
    """What this PC has for forms, whoever is signed in."""

    cabinet: FormCabinet
    output: FormOutput
    paper_runner: TaskRunner
    folder: Path
    """Takes PDF and JSON files, unless the clerk names another place."""


class DeskForms(QObject):
    """The forms of the person here, and the sheet that opens them.

    Signals:
        changed(): the person here has other forms.
        opened(FormsSheet): to be laid over the desk.
        said(Message): for the calm line.
    """

    changed = Signal()
    opened = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        tools: FormTools,
        runner: TaskRunner,
        translator: Translator,
        clock: HallClock,
        session: Session,
        hall: Callable[[], Hall],
        errands: DeskErrands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools, self._runner, self._translator = tools, runner, translator
        self._clock, self._session, self._hall = clock, session, hall
        self._errands = errands
        self._person = PersonForms(tools.cabinet, runner, self)
        self._person.changed.connect(self.changed)

    @property
    def of_person(self) -> tuple[Found, ...]:
        """What the person at the desk filled in, the latest first."""
        return self._person.forms

    @property
    def names(self) -> str:
        """Of those forms; empty when there are none."""
        return " · ".join(one.name.say(self._translator.language) for one in self.of_person)

    @property
    def left(self) -> str:
        """The names of those that nobody has taken over."""
        return " · ".join(
            one.name.say(self._translator.language)
            for one in self.of_person
            if one.kept.state is FormState.WAITING
        )

    @property
    def all_taken_over(self) -> bool:
        return all(one.kept.state is FormState.PICKED_UP for one in self.of_person)

    def follow(self, ticket: TicketId | None) -> None:
        self._person.follow(ticket)

    def open(self) -> None:
        """The form of the person here; with several, or none, ask which."""
        self._lay("")

    def take_scan(self, text: str, sheet: Sheet | None) -> None:
        """A code was scanned while `sheet` was open: it goes where it is looked for."""
        if not text:  # No text at all, or far too long to be ours.
            self._tell(
                Message(Tone.CAUTION, lambda: NOT_OURS.say(self._translator.language)), sheet
            )
            return
        code = scanned_code(text)
        match sheet:
            case FormsSheet():
                sheet.scan(text)
            case AppointmentsSheet():
                page = sheet.current
                if not isinstance(page, BookingPage):
                    page.finder.type(code.code if code else text)
                    sheet.accept()
            case None:
                self._lay(text)
            case _:
                self.said.emit(
                    Message(
                        Tone.CAUTION, lambda: self.tr("Finish this question first, then scan again")
                    )
                )

    def tell_spoiled(self, sheet: Sheet | None) -> None:
        """An input method made something else of a scan."""
        self._tell(
            Message(Tone.CAUTION, lambda: self.tr("The scan was lost; scan once more")), sheet
        )

    def _tell(self, message: Message, sheet: Sheet | None) -> None:
        if isinstance(sheet, FormsSheet):
            sheet.tell(message)
        else:
            self.said.emit(message)

    def _lay(self, scanned: str) -> None:
        tools = self._tools
        sheet = FormsSheet(
            tools.cabinet,
            tools.output,
            self._runner,
            tools.paper_runner,
            self._translator,
            self._clock,
            self._session,
            self._hall,
            tools.folder,
            self.of_person,
            scanned,
            self,
        )
        sheet.approval_wanted.connect(self._ask_to_erase)
        self.opened.emit(sheet)

    def _ask_to_erase(self, reader: FormReader) -> None:
        code = reader.kept.code
        self._errands.ask_approval(
            lambda: self.tr("Erase form {code} now and for good").format(code=code),
            reader.erase,
            reasons_to_erase(),
        )


def reasons_to_erase() -> tuple[str, ...]:
    return (
        QCoreApplication.translate("ReadyNotes", "The person wants it"),
        QCoreApplication.translate("ReadyNotes", "Filled in by mistake"),
    )
