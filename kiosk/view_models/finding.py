"""The letters that a citizen types to find something, and what they find."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import Hall
from common.domain.text import Language
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator
from common.search import Field, Found, SearchIndex
from kiosk.view_models import catalogue
from kiosk.view_models.bookable import can_be_booked
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.words import LIST

MOST_TYPED = 24
"""Signs; the longest name of anything is shorter when it is typed by initials."""


class Finding(QObject):
    """Looks at each key through everything that the hall does.

    The index is built aside once for each revision of the hall; a look takes milliseconds and
    happens here and now. What is typed is never logged, and `wipe` forgets it.

    Signals:
        changed: `typed`, `results` or `ready` is another.
        typed_changed: a key was pressed.
    """

    changed = Signal()
    typed_changed = Signal()

    def __init__(
        self,
        hall_watch: HallWatch,
        worker: TaskRunner,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._watch = hall_watch
        self._worker = worker
        self._translator = translator
        self._typed = ""
        self._books = False
        self._hall: Hall | None = None
        self._index: SearchIndex | None = None
        self._results: list[dict[str, Any]] = []
        hall_watch.changed.connect(self._hall_read)
        hall_watch.day_began.connect(self._look)
        translator.language_changed.connect(self._look)

    @Slot(str)
    def press(self, sign: str) -> None:
        """Type one more sign; what is none, or too many, has no effect."""
        begun_by_space = sign.isspace() and not self._typed
        if len(sign) == 1 and sign.isprintable() and not begun_by_space:
            self._type((self._typed + sign.upper())[:MOST_TYPED])

    @Slot()
    def erase(self) -> None:
        """Take back the last sign."""
        self._type(self._typed[:-1])

    @Slot()
    def clear(self) -> None:
        """Begin anew."""
        self._type("")

    def begin(self, *, books: bool = False) -> None:
        """Somebody wants to find something; what can be booked alone, if they want to book."""
        self.wipe()
        self._books = books

    def wipe(self) -> None:
        """Forget what was typed and found: the citizen left."""
        self._typed, self._results = "", []
        self.changed.emit()

    def _type(self, typed: str) -> None:
        self._typed = typed
        self._look()
        self.typed_changed.emit()

    @Slot()
    def _hall_read(self) -> None:
        hall = self._watch.hall
        if hall is not None and hall != self._hall:
            self._hall = hall
            self._worker.submit(
                lambda: (hall, SearchIndex(hall)), self._built, lambda _error: None, self
            )

    def _built(self, built: tuple[Hall, SearchIndex]) -> None:
        hall, index = built
        if hall is self._hall:
            self._index = index
            self._look()

    @Slot()
    def _look(self) -> None:
        hall, index = self._hall, self._index
        if hall is not None and index is not None:
            found = index.search(self._typed, self._translator.language)
            today = self._watch.now().date()
            self._results = [_entry(hall, one, today) for one in found if self._is_wanted(one)]
        self.changed.emit()

    def _is_wanted(self, found: Found) -> bool:
        assert self._hall is not None
        if self._books:
            return not found.is_bundle and can_be_booked(self._hall, found.code)
        return _is_in(self._hall, found)

    def _typed_signs(self) -> str:
        return self._typed

    def _found(self) -> list[dict[str, Any]]:
        return self._results

    def _is_ready(self) -> bool:
        return self._index is not None

    typed = Property(str, _typed_signs, notify=changed)
    results = Property(LIST, _found, notify=changed)
    """The surest first: tiles with `pieces` of the name and of `matched`, a name less official."""
    ready = Property(bool, _is_ready, notify=changed)


def _is_in(hall: Hall, found: Found) -> bool:
    """Whether a hall that has just changed still has it."""
    if found.is_bundle:
        return hall.bundle(found.code) is not None
    return hall.has_service(found.code)


def _entry(hall: Hall, found: Found, today: date) -> dict[str, Any]:
    bundle = hall.bundle(found.code) if found.is_bundle else None
    if bundle is not None:
        entry = catalogue.bundle_entry(hall, bundle, today)
    else:
        entry = catalogue.service_entry(hall, hall.service(found.code), today)
    by_other_words = found.words not in (found.name.zh, found.name.en)
    return {
        **entry,
        "pieces": {
            language.value: _pieces(found, getattr(found.name, language.value))
            for language in Language
        },
        "matched": _pieces(found, found.words)
        if by_other_words and found.field in (Field.ALIAS, Field.CODE)
        else [],
    }


def _pieces(found: Found, text: str) -> list[dict[str, Any]]:
    return [{"text": piece.text, "matched": piece.matched} for piece in found.pieces(text)]
