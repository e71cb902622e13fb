"""A short sound from resources/sounds, for those who have loudspeakers."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

from common.resources import resource

log = logging.getLogger(__name__)

# Which optional libraries Qt Multimedia looks for in vain is nobody's concern in a hall.
QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")

from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: E402


class Sound(QObject):
    """Plays `file` where there is something to play it on; silent otherwise, also later."""

    def __init__(self, file: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._prepare)
        self._effect: QSoundEffect | None = None
        self._prepare()

    @property
    def audible(self) -> bool:
        return self._effect is not None

    def _prepare(self) -> None:
        output = QMediaDevices.defaultAudioOutput()
        if output.isNull():
            log.info("no audio output: %s is not heard", self.file)
            self._effect = None
            return
        self._effect = QSoundEffect(output, self)
        self._effect.setSource(QUrl.fromLocalFile(str(resource("sounds", self.file))))

    def play(self) -> None:
        """Sound once, from the beginning when it is still sounding."""
        if self._effect is not None:
            self._effect.play()
