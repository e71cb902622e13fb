"""The forms that one may fill in here, and for what."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.forms import Form, FormBook, Sheet, sheet_of
from common.qt.task_runner import TaskRunner
from common.store import DatabaseAway, Store
from kiosk.view_models.errand import Errand
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.words import LIST, Words, words

log = logging.getLogger(__name__)


class ShelfState(StrEnum):
    """Whether forms can be filled in here."""

    READING = "reading"
    READY = "ready"
    NO_KEY = "no_key"
    """The hall has no key to seal them with: nothing personal may be asked."""
    BROKEN = "broken"
    """Their files cannot be read."""


class FormShelf(QObject):
    """Reads the forms of the hall aside, when somebody first wants one.

    Signals:
        changed: `stateName` or what the lists hold is another.
        database_lost: the database went away meanwhile.
    """

    changed = Signal()
    database_lost = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        reader: TaskRunner,
        hall_watch: HallWatch,
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._reader = reader
        self._watch = hall_watch
        self._folder = folder
        self._book: FormBook | None = None
        self._reading = False
        self._missed = False
        """The database was away when it was asked for the key."""
        self._state = ShelfState.READING
        hall_watch.changed.connect(self.changed)
        hall_watch.restored.connect(self._look_again)

    @property
    def book(self) -> FormBook | None:
        """None until it is read."""
        return self._book

    @Slot()
    def look(self) -> None:
        """Read the forms once, and look each time whether the hall has a key for them."""
        if self._book is None and not self._reading:
            self._reading = True
            folder = self._folder
            self._reader.submit(lambda: _read(folder), self._read, self._unread, self)
        self._worker.submit(
            lambda: _can_keep(self._store), self._key_known, self._key_unknown, self
        )

    @Slot()
    def _look_again(self) -> None:
        if self._missed:
            self.look()

    def sheet(self, errand: Errand) -> Sheet | None:
        """What one fills in for `errand`; None where that is nothing, or not known yet."""
        if self._book is None:
            return None
        services = [str(service.code) for service in errand.services]
        bundle = str(errand.bundle.code) if errand.bundle else None
        forms = self._book.forms_for(services, bundle)
        if not forms:
            return None
        calendar = errand.hall.calendar
        return sheet_of(self._book, forms, services, lambda day: calendar.plan(day).is_working_day)

    def errands_of(self, form: Form) -> Iterator[Errand]:
        """What `form` is for in this hall, bundles first."""
        hall = self._watch.hall
        if hall is None:
            return
        today = self._watch.now().date()
        for code in form.bundles:
            bundle = hall.bundle(code)
            if bundle is not None:
                yield Errand.of_bundle(hall, bundle, today)
        for code in form.services:
            if hall.has_service(code):
                yield Errand.of_service(hall, code, today)

    def form(self, code: str) -> Form | None:
        forms = self._book.forms.values() if self._book else ()
        return next((form for form in forms if form.code == code), None)

    def _read(self, book: FormBook) -> None:
        self._reading = False
        self._book = book
        self.changed.emit()

    def _unread(self, error: Exception) -> None:
        self._reading = False
        log.error("the forms cannot be read: %s", error)
        self._to(ShelfState.BROKEN)

    def _key_known(self, is_there: bool) -> None:
        self._missed = False
        self._to(ShelfState.READY if is_there else ShelfState.NO_KEY)

    def _key_unknown(self, error: Exception) -> None:
        if isinstance(error, DatabaseAway):
            self._missed = True
            self.database_lost.emit()
        else:
            log.error("the key of the forms cannot be looked for: %s", error)
            self._to(ShelfState.BROKEN)

    def _to(self, state: ShelfState) -> None:
        self._state = state
        self.changed.emit()

    @property
    def state(self) -> ShelfState:
        if self._state is ShelfState.READY and self._book is None:
            return ShelfState.READING
        return self._state

    def _state_name(self) -> str:
        return self.state.value

    def listed(self) -> list[dict[str, Any]]:
        """Each form that something in this hall needs, with its errands."""
        forms = self._book.forms.values() if self._book else ()
        return [
            entry
            for form in forms
            if (entry := _entry(form, list(self.errands_of(form)))) is not None
        ]

    stateName = Property(str, _state_name, notify=changed)
    forms = Property(LIST, listed, notify=changed)
    """Each form that something in this hall needs: `code`, `name`, `use`, `errands`."""


def _read(folder: Path | None) -> FormBook:
    from common.operations.form_files import read_forms  # YAML takes a while to load

    return read_forms(folder).book


def _can_keep(store: Store) -> bool:
    from common.operations.kept_forms import can_keep_forms  # ciphers take a while to load

    return can_keep_forms(store)


def _entry(form: Form, errands: list[Errand]) -> dict[str, Any] | None:
    if not errands:
        return None
    return {
        "code": str(form.code),
        "name": words(form.name),
        "use": _joined([words(errand.name) for errand in errands]),
        "errands": [
            {
                "code": errand.code,
                "name": words(errand.name),
                "isBundle": errand.bundle is not None,
            }
            for errand in errands
        ],
    }


def _joined(names: list[Words]) -> Words:
    return {
        "zh": "、".join(name["zh"] for name in names),
        "en": ", ".join(name["en"] for name in names),
    }
