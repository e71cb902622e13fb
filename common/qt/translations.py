"""Words on screen in Chinese and English, changed while the program runs.

Sources are English (`qsTr`, `self.tr`). Each room has its own pair of files in
resources/translations: `<room>_zh_CN.ts` with the Chinese and `<room>_en.ts` with the English
plurals. After a change of any text bring them up to date and fill in what is new, e.g. for the
kiosk (`common/qt` for the room common):

    pyside6-lupdate -extensions py,qml -locations none -no-obsolete -recursive kiosk \
        -ts resources/translations/kiosk_zh_CN.ts
    pyside6-lupdate -extensions py,qml -locations none -no-obsolete -pluralonly -recursive kiosk \
        -ts resources/translations/kiosk_en.ts

A release carries `jiaohao_<language>.qm`; from a checkout it is compiled when a .ts file is newer.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from datetime import date, timedelta
from pathlib import Path

import PySide6
from platformdirs import user_cache_dir
from PySide6.QtCore import QCoreApplication, QObject, QTranslator, Signal
from PySide6.QtQml import QQmlEngine
from shiboken6 import isValid

from common.domain.text import Language
from common.qt.pseudo_locale import PseudoLocale, write_pseudo_source
from common.resources import ResourceMissing, resource

LOCALES = {Language.ZH: "zh_CN", Language.EN: "en"}


def compiled_words(language: Language) -> Path:
    """The .qm file of a language, newer than every .ts file it is made from.

    Raises ResourceMissing when it is absent and cannot be made.
    """
    folder = resource("translations")
    name = f"jiaohao_{LOCALES[language]}.qm"
    sources = sorted(folder.glob(f"*_{LOCALES[language]}.ts"))
    newest = max((path.stat().st_mtime for path in sources), default=0.0)
    homes = (folder, Path(user_cache_dir("jiaohao", appauthor=False)))
    for home in homes:
        target = home / name
        if target.exists() and target.stat().st_mtime >= newest:
            return target
    home = next(home for home in homes if home != folder or os.access(home, os.W_OK))
    home.mkdir(parents=True, exist_ok=True)
    _compile(sources, home / name)
    return home / name


def _compile(sources: list[Path], target: Path) -> None:
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    if not sources or not tool.exists():
        raise ResourceMissing(path=str(target))
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        # Several front ends may start at once: each writes its own file, and the rename is atomic.
        result = Path(folder) / target.name
        subprocess.run(
            [tool, "-silent", *sources, "-qm", result],
            check=True,
            timeout=30,
            stdin=subprocess.DEVNULL,
        )
        result.replace(target)


class Translator(QObject):
    """The language of this process.

    Signals:
        language_changed(str): "zh" or "en", once every text of the application answers in it.
    """

    language_changed = Signal(str)

    def __init__(
        self,
        language: Language = Language.ZH,
        parent: QObject | None = None,
        *,
        pseudo: PseudoLocale | None = None,
    ) -> None:
        """With `pseudo` what is English otherwise is in that language."""
        super().__init__(parent)
        self._words = {key: self._load(key) for key in LOCALES}
        if pseudo is not None:
            self._words[Language.EN] = self._load_pseudo(pseudo)
        self._pseudo = pseudo
        self._engines: list[QQmlEngine] = []
        self._language = Language(language)
        QCoreApplication.installTranslator(self._words[self._language])

    def _load(self, language: Language) -> QTranslator:
        words, path = QTranslator(self), compiled_words(language)
        if not words.load(str(path)):
            raise ResourceMissing(path=str(path))
        return words

    def _load_pseudo(self, locale: PseudoLocale) -> QTranslator:
        words = QTranslator(self)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # Windows keeps it
            sources = []
            for source in resource("translations").glob(f"*_{LOCALES[Language.ZH]}.ts"):
                sources.append(Path(folder) / source.name)
                write_pseudo_source(locale, source, sources[-1])
            target = Path(folder) / "pseudo.qm"
            _compile(sources, target)
            words.load(str(target))
        return words

    @property
    def language(self) -> Language:
        return self._language

    @property
    def is_mirrored(self) -> bool:
        """Whether the language runs from right to left."""
        return self._language is Language.EN and self._pseudo is PseudoLocale.MIRRORED

    def attach(self, engine: QQmlEngine) -> None:
        """Retranslate this engine's texts at every change."""
        self._engines.append(engine)
        engine.setUiLanguage(LOCALES[self._language])

    def set_language(self, language: Language | str) -> None:
        """Speak `language` from now on: Widgets get a LanguageChange event, QML retranslates."""
        wanted = Language(language)
        if wanted is self._language:
            return
        QCoreApplication.removeTranslator(self._words[self._language])
        QCoreApplication.installTranslator(self._words[wanted])
        self._language = wanted
        self._engines = [engine for engine in self._engines if isValid(engine)]
        for engine in self._engines:
            engine.setUiLanguage(LOCALES[wanted])
            engine.retranslate()
        self.language_changed.emit(str(wanted))

    def close(self) -> None:
        """Take the words out of the application, as a test does between two windows."""
        self._engines.clear()
        QCoreApplication.removeTranslator(self._words[self._language])


_WEEKDAYS = {
    Language.ZH: ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_text(day: date, language: Language | str) -> str:
    """2026年11月23日 or 23 Nov 2026. Not the PC's locale: the hall's screens all look alike."""
    if language == Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_text(day: date, language: Language | str) -> str:
    """星期一 or Monday."""
    return _WEEKDAYS[Language(language)][day.weekday()]


def duration_text(span: timedelta, language: Language | str) -> str:
    """A length of time in whole minutes for people: 12分钟, 1小时05分; 12 min, 1 h 05 min."""
    minutes = max(0, round(span.total_seconds() / 60))
    hours, rest = divmod(minutes, 60)
    if language == Language.ZH:
        return f"{hours}小时{rest:02d}分" if hours else f"{minutes}分钟"
    return f"{hours} h {rest:02d} min" if hours else f"{minutes} min"


def running_text(span: timedelta) -> str:
    """A running time with figures only: 07:42, 1:07:42."""
    seconds = max(0, int(span.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"
