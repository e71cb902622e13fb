"""The mobile number that a citizen may type, for this visit only."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot

_DIGITS = 11
_BEGINNING = re.compile(r"1?|1[3-9][0-9]{0,9}")
_WHOLE = re.compile(r"1[3-9][0-9]{9}")
"""A mobile number of mainland China: service prefixes begin with 13 to 19."""


class PhoneFault(StrEnum):
    """Why a key had no effect; each has its words on the pad."""

    NONE = ""
    FIRST = "first"
    """The first digit is not 1."""
    SECOND = "second"
    """The second digit is not 3 to 9."""
    FULL = "full"
    SHORT = "short"
    """Digits are missing."""


class PhoneEntry(QObject):
    """A number pad, open or not, and the number that was entered with it.

    It is shown only while it is typed and masked afterwards; `wipe` forgets it. It is never logged.

    Signals:
        changed: anything of it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clear()

    def _clear(self) -> None:
        self._number: str | None = None
        self._typed = ""
        self._fault = PhoneFault.NONE
        self._open = False

    @property
    def number(self) -> str | None:
        """The number that was entered; None when the citizen does not want to say."""
        return self._number

    @Slot()
    def open(self) -> None:
        self._show(True)

    @Slot()
    def close(self) -> None:
        """Leave the pad; what was entered before stays, what was typed now does not."""
        self._show(False)

    @Slot(str)
    def press(self, digit: str) -> None:
        """Type one more digit; one that cannot be right is not taken."""
        typed = self._typed + digit
        if len(typed) > _DIGITS:
            self._fault = PhoneFault.FULL
        elif _BEGINNING.fullmatch(typed) is None:
            self._fault = PhoneFault.SECOND if self._typed else PhoneFault.FIRST
        else:
            self._typed, self._fault = typed, PhoneFault.NONE
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take back the last digit."""
        self._typed, self._fault = self._typed[:-1], PhoneFault.NONE
        self.changed.emit()

    @Slot()
    def accept(self) -> None:
        """Enter what was typed, when it is a whole number."""
        number = self.whole()
        if number is not None:
            self._number = number
            self._show(False)

    def whole(self) -> str | None:
        """What was typed, when it is a whole number; else the pad says that digits are missing."""
        if _WHOLE.fullmatch(self._typed) is not None:
            return self._typed
        self._fault = PhoneFault.SHORT
        self.changed.emit()
        return None

    @Slot()
    def wipe(self) -> None:
        """Forget everything that was typed."""
        self._clear()
        self.changed.emit()

    def _show(self, shown: bool) -> None:
        self._typed, self._fault, self._open = "", PhoneFault.NONE, shown
        self.changed.emit()

    def _is_open(self) -> bool:
        return self._open

    def _typed_digits(self) -> str:
        return self._typed

    def _missing(self) -> int:
        return _DIGITS - len(self._typed)

    def _fault_name(self) -> str:
        return self._fault.value

    def _masked(self) -> str:
        return f"{self._number[:3]}****{self._number[-4:]}" if self._number else ""

    isOpen = Property(bool, _is_open, notify=changed)
    typed = Property(str, _typed_digits, notify=changed)
    missing = Property(int, _missing, notify=changed)
    fault = Property(str, _fault_name, notify=changed)
    masked = Property(str, _masked, notify=changed)
    """Of the entered number the first three and the last four digits; else nothing."""
