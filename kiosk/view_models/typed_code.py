"""Signs that a citizen types with the letter pad: a code, or a number."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.signs import tidied


class TypedCode(QObject):
    """Capital letters and digits, so many at most; others are not taken.

    Signals:
        changed: something was typed or taken back.
    """

    changed = Signal()

    def __init__(self, longest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._typed = ""

    @property
    def text(self) -> str:
        return self._typed

    @Slot(str)
    def press(self, sign: str) -> None:
        signs = tidied(sign).value.upper()
        if signs.isascii() and signs.isalnum() and len(self._typed + signs) <= self._longest:
            self._typed += signs
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take back the last sign."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def wipe(self) -> None:
        """Forget it."""
        self._typed = ""
        self.changed.emit()

    typed = Property(str, lambda self: self._typed, notify=changed)
