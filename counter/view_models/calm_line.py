"""The calm line: what happened last, for a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from counter.view_models.message import Message, Tone

MESSAGE_MILLISECONDS = 12_000
WARNING_MILLISECONDS = 30_000


class CalmLine(QObject):
    """Shows one message, the newest, and forgets it after a while.

    Signals:
        changed(): the line says something else.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.message: Message | None = None
        self._fade = QTimer(self, singleShot=True)
        self._fade.timeout.connect(self.forget)

    def say(self, message: Message) -> None:
        self.message = message
        calm = message.tone is not Tone.CAUTION
        self._fade.start(MESSAGE_MILLISECONDS if calm else WARNING_MILLISECONDS)
        self.changed.emit()

    def forget(self) -> None:
        self.stay()
        self.message = None
        self.changed.emit()

    def stay(self) -> None:
        """Leave what is said as it is."""
        self._fade.stop()
