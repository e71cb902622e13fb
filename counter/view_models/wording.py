"""Words that several pages of the counter use, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from common.domain.ids import CounterCode
from common.domain.print_job import PaperKind
from common.domain.ticket import LegState, Outcome
from common.store import OtherVersion
from common.store.errors import DatabaseNewer

OUTCOMES = (
    Outcome.COMPLETED,
    Outcome.ACCEPTED,
    Outcome.CONSULTED,
    Outcome.TO_BE_CORRECTED,
    Outcome.REFUSED,
    Outcome.NOT_DONE,
)
"""In the order of their keys 1 to 6."""


def outcome_name(outcome: Outcome) -> str:
    return {
        Outcome.CONSULTED: QCoreApplication.translate("Outcomes", "Consulted"),
        Outcome.ACCEPTED: QCoreApplication.translate("Outcomes", "Accepted"),
        Outcome.COMPLETED: QCoreApplication.translate("Outcomes", "Completed"),
        Outcome.TO_BE_CORRECTED: QCoreApplication.translate("Outcomes", "To be corrected"),
        Outcome.REFUSED: QCoreApplication.translate("Outcomes", "Refused"),
        Outcome.NOT_DONE: QCoreApplication.translate("Outcomes", "Not done"),
    }[outcome]


def way_back(counter: CounterCode) -> str:
    """After an expert was asked."""
    return QCoreApplication.translate("Routes", "then back to {counter}").format(counter=counter)


def state_name(state: LegState) -> str:
    return {
        LegState.PLANNED: QCoreApplication.translate("LegStates", "later"),
        LegState.WAITING: QCoreApplication.translate("LegStates", "waiting"),
        LegState.BLOCKED: QCoreApplication.translate("LegStates", "waiting"),
        LegState.CALLED: QCoreApplication.translate("LegStates", "called"),
        LegState.SERVING: QCoreApplication.translate("LegStates", "serving"),
        LegState.HELD: QCoreApplication.translate("LegStates", "on hold"),
        LegState.MISSED: QCoreApplication.translate("LegStates", "missed"),
        LegState.DONE: QCoreApplication.translate("LegStates", "done"),
        LegState.TRANSFERRED: QCoreApplication.translate("LegStates", "transferred"),
        LegState.CANCELLED: QCoreApplication.translate("LegStates", "cancelled"),
        LegState.EXPIRED: QCoreApplication.translate("LegStates", "expired"),
    }[state]


def version_words(error: OtherVersion) -> str:
    """For a clerk whose program and hall are of different versions; IT staff know the rest."""
    if isinstance(error, DatabaseNewer):
        return QCoreApplication.translate(
            "Versions",
            "The hall has a newer version. No number is lost; IT staff must update this PC.",
        )
    return QCoreApplication.translate(
        "Versions", "The hall waits for its update. No number is lost; work goes on after it."
    )


def paper_name(kind: PaperKind) -> str:
    """What a paper is called, with `{name}` for whose it is."""
    return {
        PaperKind.SLIP: QCoreApplication.translate("Papers", "Second slip of {name}"),
        PaperKind.NOTICE: QCoreApplication.translate("Papers", "Notice for {name}"),
        PaperKind.RECEIPT: QCoreApplication.translate("Papers", "Receipt for {name}"),
        PaperKind.CHECKLIST: QCoreApplication.translate("Papers", "Checklist of {name}"),
        PaperKind.FORM_CODE: QCoreApplication.translate("Papers", "Form code of {name}"),
        PaperKind.OPINION: QCoreApplication.translate("Papers", "Receipt of an opinion"),
        PaperKind.APPOINTMENT: QCoreApplication.translate("Papers", "Appointment of {name}"),
        PaperKind.DAY_END: QCoreApplication.translate("Papers", "Figures of {name}"),
        PaperKind.TEST: QCoreApplication.translate("Papers", "Test of {name}"),
    }[kind]
