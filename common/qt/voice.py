"""A voice that reads out what stands on a screen, where the system has one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from common.domain.text import Language
from common.qt.translations import LOCALES

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

log = logging.getLogger(__name__)

_UNHURRIED = -0.1
"""A little slower than the system speaks; 0 is its own speed."""


class Voice(QObject):
    """Speaks the languages that the system's engine has a voice for; silent in all others.

    Signals:
        prepared: what `speaks` answers may be another.
    """

    prepared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: QTextToSpeech | None = None
        self._voices: dict[Language, QLocale] = {}

    def prepare(self, engine: str | None = None) -> None:
        """Look for a voice: of this engine of Qt TextToSpeech, or of the system's."""
        # Loads libraries of the system, so a screen shows its first page before.
        from PySide6.QtTextToSpeech import QTextToSpeech

        self._engine = QTextToSpeech(engine, self) if engine else QTextToSpeech(self)
        self._engine.setRate(_UNHURRIED)
        self._engine.stateChanged.connect(self._look)
        self._look()

    def speaks(self, language: Language) -> bool:
        return language in self._voices

    def say(self, text: str, language: Language) -> None:
        """Speak, and no longer what was being said."""
        if self._engine is not None and language in self._voices:
            self._engine.stop()
            self._engine.setLocale(self._voices[language])
            self._engine.say(text)

    def be_silent(self) -> None:
        if self._engine is not None:
            self._engine.stop()

    def _look(self) -> None:
        """Which voices there are: an engine may need a while to know."""
        assert self._engine is not None
        wanted = {QLocale(name).language(): key for key, name in LOCALES.items()}
        there = {
            wanted[locale.language()]: locale
            for locale in self._engine.availableLocales()
            if locale.language() in wanted
        }
        if there.keys() != self._voices.keys():
            self._voices = there
            log.info("voices to read with: %s", ", ".join(sorted(there)) or "none")
            self.prepared.emit()
