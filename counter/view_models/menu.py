"""What can be done at a counter besides serving, and who sees which of it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common.domain.session import Role
from counter.view_models.acts import FORMS_KEY, PAPERS_KEY

MENU_KEY = "F5"


class Errand(StrEnum):
    """One entry of the menu."""

    PAUSE = "pause"
    TAKE_NUMBER = "take_number"
    APPOINTMENTS = "appointments"
    FORMS = "forms"
    PUT_FIRST = "put_first"
    EXTRA_QUEUE = "extra_queue"
    PAPERS = "papers"
    KIOSKS = "kiosks"
    CHANGE_PASSWORD = "change_password"
    NOTICE = "notice"
    RECEIPT = "receipt"
    SLIP_AGAIN = "slip_again"
    DAY_END = "day_end"
    PRINT_AGAIN = "print_again"
    SAVE_PAPER = "save_paper"


_MAIN = (
    Errand.PAUSE,
    Errand.TAKE_NUMBER,
    Errand.APPOINTMENTS,
    Errand.PUT_FIRST,
    Errand.EXTRA_QUEUE,
    Errand.FORMS,
    Errand.PAPERS,
    Errand.KIOSKS,
    Errand.CHANGE_PASSWORD,
)
_PAPERS = (Errand.NOTICE, Errand.RECEIPT, Errand.SLIP_AGAIN, Errand.DAY_END)
_NEEDS_PRINTER = (Errand.SLIP_AGAIN,)
"""A second slip is paper or nothing; all else can be kept as a picture."""
_NEEDS = {
    Errand.PAUSE: Role.CLERK,
    Errand.TAKE_NUMBER: Role.GUIDE,
    Errand.APPOINTMENTS: Role.GUIDE,
    Errand.PUT_FIRST: Role.CLERK,
    Errand.EXTRA_QUEUE: Role.CLERK,
    Errand.FORMS: Role.CLERK,
    Errand.PAPERS: Role.CLERK,
    Errand.KIOSKS: Role.GUIDE,
    Errand.CHANGE_PASSWORD: Role.CLERK,
    Errand.NOTICE: Role.CLERK,
    Errand.RECEIPT: Role.CLERK,
    Errand.SLIP_AGAIN: Role.GUIDE,
    Errand.DAY_END: Role.CLERK,
    Errand.PRINT_AGAIN: Role.CLERK,
    Errand.SAVE_PAPER: Role.CLERK,
}
"""Putting first and taking a queue ask for a supervisor's password where the role is not theirs."""


class MenuSheet(QObject):
    """The entries that this role sees.

    Signals:
        chosen(Errand): do this; the menu is done.
    """

    chosen = Signal(object)

    def __init__(
        self, role: Role, entries: Sequence[Errand] = _MAIN, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.of_papers = Errand.PAPERS not in entries
        """Whether it is the menu of papers, which stands behind an entry of the other."""
        self.errands = tuple(errand for errand in entries if role.may_act_as(_NEEDS[errand]))

    def accept(self) -> None:
        """Enter on no entry in particular takes the first."""
        self.chosen.emit(self.errands[0])

    def choose_key(self, digit: int) -> None:
        """The entry under the key `digit`, from 1; other digits are ignored."""
        if 1 <= digit <= len(self.errands):
            self.chosen.emit(self.errands[digit - 1])


def paper_errands(*, printer: bool, unprinted: bool) -> tuple[Errand, ...]:
    """What can be done with paper at a counter with or without a `printer`.

    With `unprinted`, the last paper did not come out for certain: that is first.
    """
    rescue = (*((Errand.PRINT_AGAIN,) if printer else ()), Errand.SAVE_PAPER) if unprinted else ()
    return (*rescue, *(e for e in _PAPERS if printer or e not in _NEEDS_PRINTER))


def errand_name(errand: Errand) -> str:
    return {
        Errand.PAUSE: QCoreApplication.translate("Errands", "Pause service at this counter"),
        Errand.TAKE_NUMBER: QCoreApplication.translate("Errands", "Take a number for a person"),
        Errand.APPOINTMENTS: QCoreApplication.translate("Errands", "Appointments"),
        Errand.EXTRA_QUEUE: QCoreApplication.translate("Errands", "Take another queue, or end it"),
        Errand.PUT_FIRST: QCoreApplication.translate("Errands", "Put a number before all others"),
        Errand.FORMS: QCoreApplication.translate("Errands", "Filled forms"),
        Errand.PAPERS: QCoreApplication.translate("Errands", "Papers for people"),
        Errand.KIOSKS: QCoreApplication.translate("Errands", "How the kiosks are"),
        Errand.CHANGE_PASSWORD: QCoreApplication.translate("Errands", "Change my password"),
        Errand.NOTICE: QCoreApplication.translate("Errands", "One-time notice: what is missing"),
        Errand.RECEIPT: QCoreApplication.translate("Errands", "Acceptance receipt"),
        Errand.SLIP_AGAIN: QCoreApplication.translate("Errands", "Print a slip again"),
        Errand.DAY_END: QCoreApplication.translate("Errands", "My figures of today"),
        Errand.PRINT_AGAIN: QCoreApplication.translate("Errands", "Print the last paper again"),
        Errand.SAVE_PAPER: QCoreApplication.translate("Errands", "Save the last paper"),
    }[errand]


def errand_help(errand: Errand) -> str:
    """One sentence on what the entry is for."""
    return {
        Errand.PAUSE: QCoreApplication.translate(
            "Errands", "Nobody is called here until you resume; the boards show it."
        ),
        Errand.EXTRA_QUEUE: QCoreApplication.translate(
            "Errands", "This counter helps a crowded queue out until that is ended."
        ),
        Errand.TAKE_NUMBER: QCoreApplication.translate(
            "Errands", "For people who cannot use the kiosk, or whom a supervisor lets in."
        ),
        Errand.APPOINTMENTS: QCoreApplication.translate(
            "Errands", "Check somebody in who booked, book ahead, or cancel."
        ),
        Errand.PUT_FIRST: QCoreApplication.translate(
            "Errands", "An emergency: a supervisor agrees, and the record keeps why."
        ),
        Errand.FORMS: QCoreApplication.translate(
            "Errands", "Read, correct and print what somebody filled in: {key}."
        ).format(key=FORMS_KEY),
        Errand.PAPERS: QCoreApplication.translate(
            "Errands", "Notices, receipts, slips, the figures of the day: {key}."
        ).format(key=PAPERS_KEY),
        Errand.KIOSKS: QCoreApplication.translate(
            "Errands", "Page, printer, and when each was last heard of."
        ),
        Errand.NOTICE: QCoreApplication.translate(
            "Errands", "Everything that the person here lacks, told once and in writing."
        ),
        Errand.RECEIPT: QCoreApplication.translate(
            "Errands", "Number, item and promised day of what was accepted here."
        ),
        Errand.SLIP_AGAIN: QCoreApplication.translate(
            "Errands", "It carries the word Reprint, and the record keeps who printed it."
        ),
        Errand.DAY_END: QCoreApplication.translate(
            "Errands", "Calls, results, cases and service times at this counter."
        ),
        Errand.PRINT_AGAIN: QCoreApplication.translate(
            "Errands", "What was not printed, or not for certain."
        ),
        Errand.SAVE_PAPER: QCoreApplication.translate(
            "Errands", "As a picture that any printer prints."
        ),
        Errand.CHANGE_PASSWORD: QCoreApplication.translate(
            "Errands", "The old one, then the new one twice."
        ),
    }[errand]
