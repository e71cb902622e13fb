"""How a citizen wishes to see, hear and reach this kiosk: for one visit only."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.qt.translations import Translator
from common.qt.voice import Voice


class Accessibility(QObject):
    """The wishes of the sheet 无障碍. Large type is the journey's: it has a button of its own.

    Signals:
        changed: any wish is another, or the sheet was opened or closed.
        contrast_changed(bool): high contrast was wished for, or no longer.
    """

    changed = Signal()
    contrast_changed = Signal(bool)

    def __init__(self, translator: Translator, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self._voice = voice
        self._is_open = False
        self._contrast = False
        self._low = False
        self._still = False
        self._reads = False
        voice.prepared.connect(self.changed)
        translator.language_changed.connect(self._language_changed)

    @Slot()
    def open(self) -> None:
        self._is_open = True
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        self._is_open = False
        self.changed.emit()

    @Slot()
    def switch_contrast(self) -> None:
        self._contrast = not self._contrast
        self.contrast_changed.emit(self._contrast)
        self.changed.emit()

    @Slot()
    def switch_low(self) -> None:
        """All that can be touched in the lower part of the screen, or on all of it."""
        self._low = not self._low
        self.changed.emit()

    @Slot()
    def switch_still(self) -> None:
        self._still = not self._still
        self.changed.emit()

    @Slot()
    def switch_reading(self) -> None:
        self.read_pages(not self._reads)

    @Slot(bool)
    def read_pages(self, wished: bool) -> None:
        """Have each page read out as it comes, where there is a voice for its language."""
        self._reads = wished and self._can_read()
        if not self._reads:
            self._voice.be_silent()
        self.changed.emit()

    @Slot(str)
    def read(self, words: str) -> None:
        """Say what stands on the page."""
        self._voice.say(words, self._translator.language)

    @Slot()
    def wipe(self) -> None:
        """As the next citizen finds it."""
        if self._contrast:
            self.contrast_changed.emit(False)
        self._is_open = self._contrast = self._low = self._still = self._reads = False
        self._voice.be_silent()
        self.changed.emit()

    def _language_changed(self) -> None:
        self._voice.be_silent()
        self._reads = self._reads and self._can_read()
        self.changed.emit()

    def _can_read(self) -> bool:
        return self._voice.speaks(self._translator.language)

    def _opened(self) -> bool:
        return self._is_open

    def _high_contrast(self) -> bool:
        return self._contrast

    def _is_low(self) -> bool:
        return self._low

    def _is_still(self) -> bool:
        return self._still

    def _is_read(self) -> bool:
        return self._reads

    isOpen = Property(bool, _opened, notify=changed)
    highContrast = Property(bool, _high_contrast, notify=changed)
    low = Property(bool, _is_low, notify=changed)
    still = Property(bool, _is_still, notify=changed)
    canRead = Property(bool, _can_read, notify=changed)
    reads = Property(bool, _is_read, notify=changed)
