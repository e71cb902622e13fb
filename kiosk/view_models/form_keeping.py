"""A form that was filled in: sealed, kept, and its code on screen and paper."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.forms import FilledForm, FormCode
from common.domain.ids import FormId, TicketId
from common.domain.text import Text
from common.operations import form_code_facts
from common.qt.task_runner import TaskRunner
from common.qt.translations import Translator, date_text
from common.store import DatabaseAway, Store
from kiosk.view_models.errand import Errand
from kiosk.view_models.form_filling import FormFilling
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.places import FORM_PLACES, Page, Place
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, NO_WORDS, error_words, words

if TYPE_CHECKING:
    from common.operations.kept_forms import NewForm

log = logging.getLogger(__name__)


class KeepState(StrEnum):
    """How far it has come."""

    NONE = "none"
    KEEPING = "keeping"
    FAILED = "failed"
    """It was not kept; it may be tried again."""
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What stays of a form once it is sealed."""

    errand: Errand
    code: str
    names: tuple[Text, ...]
    until: date
    number: str


class FormKeeping(QObject):
    """Seals what was signed and keeps it, once however often it is tried.

    As soon as it is kept nothing of the answers stays in memory. A try that fails leaves them, so
    that the citizen who stands there tries again.

    Signals:
        changed: anything a page shows of it.
        database_lost: a try met a database that is away.
    """

    changed = Signal()
    database_lost = Signal()

    def __init__(
        self,
        store: Store,
        worker: TaskRunner,
        filling: FormFilling,
        paper: OnePaper,
        way: Way,
        hall_watch: HallWatch,
        ticket: Callable[[], tuple[TicketId, str] | None],
        translator: Translator,
        device: str,
        parent: QObject | None = None,
    ) -> None:
        """`ticket` tells the number that was taken in the same visit, if any."""
        super().__init__(parent)
        self._store = store
        self._worker = worker
        self._filling = filling
        self._paper = paper
        self._way = way
        self._watch = hall_watch
        self._ticket = ticket
        self._translator = translator
        self._device = device
        self._new: NewForm | None = None
        self._state = KeepState.NONE
        self._failure = NO_WORDS
        self._kept: _Kept | None = None
        self._of_visit: list[tuple[FormId, Errand]] = []
        """Everything that was kept in this visit, and for what."""
        filling.finished.connect(self.keep)
        filling.touched.connect(self._another)

    @property
    def busy(self) -> bool:
        return self._state is KeepState.KEEPING

    @property
    def kept_errand(self) -> Errand | None:
        """What the form that is kept now is for."""
        return self._kept.errand if self._kept else None

    @property
    def kept_in_visit(self) -> tuple[tuple[FormId, Errand], ...]:
        """The forms that were kept since the citizen came, and what each is for."""
        return tuple(self._of_visit)

    @Slot()
    def keep(self) -> None:
        """Seal what was filled in, and keep it."""
        from common.operations.kept_forms import keep_form, new_form  # not at the kiosk's start

        form, errand, ticket = self._filling.form, self._filling.errand, self._ticket()
        if form is None or errand is None or self.busy:
            return
        sheet = form.sheet
        self._new = new = self._new or new_form()
        answers = sheet.kept(form.answers, self._filling.today())
        filled = FilledForm(
            forms=tuple(FormCode(one.code) for one in sheet.forms),
            services=tuple(sorted(sheet.services)),
            language=self._translator.language,
            signed_at=self._watch.now(),
            answers={key: text for key, text in answers.items() if text},
        )
        done = _Kept(
            errand,
            "",
            tuple(one.name for one in sheet.forms),
            self._watch.now().date() + timedelta(days=sheet.retention_days),
            ticket[1] if ticket else "",
        )
        self._failure = NO_WORDS
        self._to(KeepState.KEEPING)
        self._worker.submit(
            lambda: keep_form(
                self._store,
                filled,
                kiosk=self._device,
                new=new,
                ticket=ticket[0] if ticket else None,
                retention_days=sheet.retention_days,
            ),
            lambda code: self._is_kept(new, done, code),
            lambda error: self._not_kept(new, error),
            self,
        )

    @Slot()
    def print_code(self) -> None:
        """The code on paper, once more if need be."""
        kept = self._kept
        if kept is not None:
            name = Text(
                zh="、".join(text.zh for text in kept.names),
                en=", ".join(text.en for text in kept.names),
            )
            self._paper.put(
                lambda: form_code_facts(self._store, kept.code, name, kept.until, kept.number)
            )

    def wipe(self) -> None:
        """The citizen left."""
        self._new, self._kept, self._failure = None, None, NO_WORDS
        self._of_visit.clear()
        self._paper.let_go()
        self._to(KeepState.NONE)

    def _is_kept(self, new: NewForm, done: _Kept, code: str) -> None:
        if self._new is not new:
            return  # the citizen left meanwhile: the form waits for nobody and is erased in time
        self._new = None
        self._kept = replace(done, code=code)
        self._of_visit.append((new.id, done.errand))
        for page in (*FORM_PLACES, Page.FORM_DONE):
            self._way.forget(page)
        self._filling.wipe()
        self._to(KeepState.KEPT)
        self._way.go(Place(Page.FORM_DONE))
        self.print_code()

    def _not_kept(self, new: NewForm, error: Exception) -> None:
        if self._new is not new:
            return
        if isinstance(error, DatabaseAway):
            self.database_lost.emit()
        else:
            log.warning("a form was not kept: %s", type(error).__name__)
        self._failure = error_words(error)
        self._to(KeepState.FAILED)

    @Slot()
    def _another(self) -> None:
        """Something was changed: what failed before is over, and it is another form."""
        if self._state is KeepState.FAILED:
            self._new, self._failure = None, NO_WORDS
            self._to(KeepState.NONE)

    def _to(self, state: KeepState) -> None:
        self._state = state
        self.changed.emit()

    def _state_name(self) -> str:
        return self._state.value

    def _failure_words(self) -> dict[str, str]:
        return self._failure

    def _code(self) -> str:
        return self._kept.code if self._kept else ""

    def _names(self) -> list[dict[str, str]]:
        return [words(name) for name in self._kept.names] if self._kept else []

    def _page(self) -> dict[str, Any]:
        kept = self._kept
        if kept is None:
            return {}
        return {
            "errand": words(kept.errand.name),
            "until": {"zh": date_text(kept.until, "zh"), "en": date_text(kept.until, "en")},
            "number": kept.number,
        }

    stateName = Property(str, _state_name, notify=changed)
    failure = Property(MAP, _failure_words, notify=changed)
    code = Property(str, _code, notify=changed)
    names = Property(LIST, _names, notify=changed)
    page = Property(MAP, _page, notify=changed)
