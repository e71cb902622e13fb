"""What can be done at a counter besides serving, and who sees which of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal

from common.domain.session import Role

MENU_KEY = "F5"


class Errand(StrEnum):
    """One entry of the menu."""

    PAUSE = "pause"
    TAKE_NUMBER = "take_number"
    APPOINTMENTS = "appointments"
    PUT_FIRST = "put_first"
    EXTRA_QUEUE = "extra_queue"
    CHANGE_PASSWORD = "change_password"


_NEEDS = {
    Errand.PAUSE: Role.CLERK,
    Errand.TAKE_NUMBER: Role.GUIDE,
    Errand.APPOINTMENTS: Role.GUIDE,
    Errand.PUT_FIRST: Role.CLERK,
    Errand.EXTRA_QUEUE: Role.CLERK,
    Errand.CHANGE_PASSWORD: Role.CLERK,
}
"""Putting first and taking a queue ask for a supervisor's password where the role is not theirs."""


class MenuSheet(QObject):
    """The entries that this role sees.

    Signals:
        chosen(Errand): do this; the menu is done.
    """

    chosen = Signal(object)

    def __init__(self, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.errands = tuple(errand for errand in Errand if role.may_act_as(_NEEDS[errand]))

    def accept(self) -> None:
        """Enter on no entry in particular takes the first."""
        self.chosen.emit(self.errands[0])

    def choose_key(self, digit: int) -> None:
        """The entry under the key `digit`, from 1; other digits are ignored."""
        if 1 <= digit <= len(self.errands):
            self.chosen.emit(self.errands[digit - 1])


def errand_name(errand: Errand) -> str:
    return {
        Errand.PAUSE: QCoreApplication.translate("Errands", "Pause service at this counter"),
        Errand.TAKE_NUMBER: QCoreApplication.translate("Errands", "Take a number for a person"),
        Errand.APPOINTMENTS: QCoreApplication.translate("Errands", "Appointments"),
        Errand.EXTRA_QUEUE: QCoreApplication.translate("Errands", "Take another queue, or end it"),
        Errand.PUT_FIRST: QCoreApplication.translate("Errands", "Put a number before all others"),
        Errand.CHANGE_PASSWORD: QCoreApplication.translate("Errands", "Change my password"),
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
        Errand.CHANGE_PASSWORD: QCoreApplication.translate(
            "Errands", "The old one, then the new one twice."
        ),
    }[errand]
