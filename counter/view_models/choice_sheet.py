"""A short question with a handful of answers, and a note if the clerk likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common.domain.pause import PauseReason
from common.domain.ticket import HoldKind
from counter.view_models.acts import Act


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: its word, and what follows from it."""

    key: str
    title: str
    help: str


class ChoiceSheet(QObject):
    """What kind of hold, or why the counter pauses. The first answer is the usual one.

    Signals:
        changed(): the choice or the note differs.
    """

    changed = Signal()

    def __init__(
        self,
        act: Act,
        choices: Sequence[Choice],
        *,
        number: str = "",
        ready_notes: Sequence[str] = (),
        note_asked: bool = True,
        parent: QObject | None = None,
    ) -> None:
        """`number` is whom it is about; `ready_notes` are notes to take with one press."""
        super().__init__(parent)
        self.act, self.number = act, number
        self.choices = tuple(choices)
        self.ready_notes, self.note_asked = tuple(ready_notes), note_asked
        self.row = 0
        self.note = ""

    @property
    def picked(self) -> str:
        return self.choices[self.row].key

    def choose(self, row: int) -> None:
        """The answer in this row; beyond the last comes the first again."""
        self.row = row % len(self.choices)
        self.changed.emit()

    def choose_key(self, digit: int) -> None:
        """The answer under the key `digit`, from 1; other digits are ignored."""
        if 1 <= digit <= len(self.choices):
            self.choose(digit - 1)

    def write_note(self, note: str) -> None:
        self.note = note
        self.changed.emit()


def hold_sheet(number: str, parent: QObject) -> ChoiceSheet:
    """Where the person on hold comes back."""
    return ChoiceSheet(
        Act.HOLD,
        (
            Choice(
                HoldKind.PAPERS_LEFT,
                QCoreApplication.translate("Holds", "Papers stay here"),
                QCoreApplication.translate("Holds", "Back to this counter only"),
            ),
            Choice(
                HoldKind.PAPERS_TAKEN,
                QCoreApplication.translate("Holds", "Takes the papers along"),
                QCoreApplication.translate("Holds", "Back to any counter of the queue"),
            ),
            Choice(
                HoldKind.OTHER_STEP,
                QCoreApplication.translate("Holds", "Waits for another step"),
                QCoreApplication.translate("Holds", "Back to this counter only"),
            ),
        ),
        number=number,
        ready_notes=(
            QCoreApplication.translate("ReadyNotes", "Fetches a paper"),
            QCoreApplication.translate("ReadyNotes", "Fills in a form"),
            QCoreApplication.translate("ReadyNotes", "Pays the fee"),
        ),
        parent=parent,
    )


def pause_sheet(parent: QObject) -> ChoiceSheet:
    """Why the counter serves nobody for a while."""
    return ChoiceSheet(
        Act.PAUSE,
        tuple(Choice(reason, pause_reason_name(reason), "") for reason in PauseReason),
        parent=parent,
    )


FIGURES_FIRST = "figures_first"


def sign_out_sheet(parent: QObject) -> ChoiceSheet:
    """Whether the figures of the day are wanted on paper before one leaves."""
    return ChoiceSheet(
        Act.SIGN_OUT,
        (
            Choice("leave", QCoreApplication.translate("Leaving", "Sign out"), ""),
            Choice(
                FIGURES_FIRST,
                QCoreApplication.translate("Leaving", "Print my figures of today, then sign out"),
                "",
            ),
        ),
        note_asked=False,
        parent=parent,
    )


def pause_reason_name(reason: PauseReason) -> str:
    """In the language of the screen."""
    return {
        PauseReason.LUNCH: QCoreApplication.translate("Pauses", "Lunch break"),
        PauseReason.MEETING: QCoreApplication.translate("Pauses", "Meeting"),
        PauseReason.EQUIPMENT: QCoreApplication.translate("Pauses", "Equipment"),
        PauseReason.OTHER: QCoreApplication.translate("Pauses", "Another reason"),
    }[reason]
