"""The way through the forms of one errand: notices, pages, overview, signature."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.forms import Fault, FieldKey, Sheet
from common.domain.forms.signature import SIDE, Signature, signature_fault
from kiosk.view_models import form_rows
from kiosk.view_models.errand import Errand
from kiosk.view_models.form_answers import FormAnswers
from kiosk.view_models.form_card import Card, card_answers, person_of
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.places import FORM_PLACES, Page, Place
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, words


class FormFilling(QObject):
    """What a citizen has filled in so far. It is in memory alone, and `wipe` forgets it.

    Answers are never logged. Nothing personal is asked before the notices that are due are agreed
    to; one that becomes due later is shown before the next page.

    Signals:
        changed: anything that a page shows.
        touched: somebody typed, ticked or drew.
        drawn: the signature is another.
        finished: everything is filled in and signed.
        wiped: nothing is left.
    """

    changed = Signal()
    touched = Signal()
    drawn = Signal()
    finished = Signal()
    wiped = Signal()

    def __init__(self, way: Way, hall_watch: HallWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = way
        self._watch = hall_watch
        self._forget()
        way.moved.connect(self.changed)

    def _forget(self) -> None:
        self._form: FormAnswers | None = None
        self._errand: Errand | None = None
        self._ticked = False
        self._strokes: list[list[tuple[int, int]]] = []
        self._sign_fault: Fault | None = None

    # What it is about

    @property
    def form(self) -> FormAnswers | None:
        """What is filled in; to change it is `put` and `leave` here."""
        return self._form

    @property
    def errand(self) -> Errand | None:
        return self._errand

    @property
    def answers(self) -> dict[FieldKey, str]:
        """Tidied; a copy."""
        return self._form.answers if self._form else {}

    def today(self) -> date:
        return self._watch.now().date()

    def begin(self, sheet: Sheet, errand: Errand) -> None:
        """Go to the first page of `sheet`. Who comes back to the same one finds what was typed."""
        form, before = self._form, self._errand
        same = form is not None and _codes(form.sheet) == _codes(sheet)
        if form is None or not same or before is None or before.code != errand.code:
            self.wipe()
            self._way.pass_over(lambda place: place.page in FORM_PLACES)
            form = FormAnswers(sheet, self.today)
        self._form, self._errand = form, errand
        self._ticked = False
        self.changed.emit()
        self._go_on(form, after=-1)

    @Slot()
    def wipe(self) -> None:
        """Forget everything: the citizen left, or the form is kept."""
        self._forget()
        self.wiped.emit()
        self.changed.emit()
        self.drawn.emit()

    # Notices

    @Slot()
    def tick(self) -> None:
        """I have read this and agree; touched again, I do not."""
        self._ticked = not self._ticked
        self._touch()

    @Slot()
    def agree(self) -> None:
        """Go on, when the notice that is shown was ticked."""
        form = self._form
        notice = form.pending if form else None
        if form is None or notice is None or not self._ticked:
            return
        form.agree(notice)
        self._ticked = False
        if form.pending is None:
            self._way.forget(Page.FORM_NOTICE)
            here = self._way.here
            if here.page is Page.FORM_PREVIEW:
                self._way.go(here)
            else:
                self._go_on(form, after=here.step if here.page is Page.FORM else -1)
        self._touch()

    @Slot()
    def refuse(self) -> None:
        """I do not agree: nothing of what was typed stays, and the way back leads out of it."""
        for page in FORM_PLACES:
            self._way.forget(page)
        self.wipe()
        self._way.back_to(lambda _place: True)

    # Pages

    @Slot()
    def next(self) -> None:
        """To the next page, once nothing on this one is missing or wrong."""
        form, here = self._form, self._way.here
        if form is None or here.page is not Page.FORM:
            return
        if form.leave_page(here.step):
            self._go_on(form, after=here.step)
        self._touch()

    def _go_on(self, form: FormAnswers, after: int) -> None:
        if form.pending is not None:
            self._way.go(Place(Page.FORM_NOTICE))
            return
        step = next((step for step in form.steps if step > after), None)
        self._way.go(Place(Page.FORM_PREVIEW) if step is None else Place(Page.FORM, step=step))

    @Slot()
    def sign(self) -> None:
        """From the overview to the signature; to the page where something is missing instead."""
        form = self._form
        if form is None or self._way.here.page is not Page.FORM_PREVIEW:
            return
        self._touch()
        if form.pending is not None:
            self._way.go(Place(Page.FORM_NOTICE))
            return
        wrong = next((step for step in form.steps if form.first_fault(step) is not None), None)
        if wrong is not None:
            form.leave_page(wrong)
            self._way.go(Place(Page.FORM, step=wrong))
        elif form.signature_key is None:
            self.finished.emit()
        else:
            self._way.go(Place(Page.FORM_SIGN))

    def next_empty(self, after: FieldKey) -> FieldKey | None:
        """The next field of the same page that nothing is in yet."""
        here = self._way.here
        if self._form is None or here.page is not Page.FORM:
            return None
        return self._form.next_empty(here.step, after)

    # Fields

    def put(self, key: FieldKey, value: str) -> Fault | None:
        """Take a tidied answer; returns what is wrong with it."""
        assert self._form is not None
        if self._form.answers.get(key, "") != value:
            self._forget_strokes()
        fault = self._form.put(key, value)
        self._pass_over_empty_pages()
        self._touch()
        return fault

    def take_card(self, card: Card, person: str = "") -> bool:
        """Fill in what an identity card tells of `person`, or of whom this page is about.

        False where nobody's card is asked for: nothing personal is taken before the notices are
        agreed to.
        """
        people = self.people_asked()
        if self._form is None or not people:
            return False
        whose = person if person in people else people[0]
        self._form.put_all(card_answers(card, self._form.sheet, whose))
        self._pass_over_empty_pages()
        self._forget_strokes()
        self._touch()
        return True

    def _pass_over_empty_pages(self) -> None:
        """An answer may be why a page before asks nothing any more."""
        asking = self._form.steps if self._form else []
        self._way.pass_over(lambda place: place.page is Page.FORM and place.step not in asking)

    def people_asked(self) -> list[str]:
        """Whose document this page asks for."""
        here = self._way.here
        if self._form is None or here.page is not Page.FORM:
            return []
        keys = [asked.field.key for asked in self._form.entries(here.step)]
        return [person_of(key) for key in keys if key.endswith(".doc_no")]

    def leave(self, key: FieldKey) -> None:
        """Somebody looked at the field and went away: tell what is wrong there."""
        if self._form is not None:
            self._form.leave(key)
        self._touch()

    # Signature

    @Slot(float, float)
    def begin_stroke(self, x: float, y: float) -> None:
        """A finger comes down; both from 0 to 1 across the pad."""
        self._sign_fault = None
        self._strokes.append([form_rows.point(x, y)])
        self._touch()

    @Slot(float, float)
    def draw(self, x: float, y: float) -> None:
        """It moves on. What is longer than a signature can be is not taken."""
        drawn = form_rows.point(x, y)
        if self._strokes and self._strokes[-1][-1] != drawn:
            if sum(map(len, self._strokes)) < form_rows.MOST_POINTS:
                self._strokes[-1].append(drawn)
            self.touched.emit()
            self.drawn.emit()

    @Slot()
    def clear_signature(self) -> None:
        self._forget_strokes()
        if self._form is not None:
            self._form.unsign()
        self._touch()

    @Slot()
    def accept_signature(self) -> None:
        """Done, when it is one."""
        form = self._form
        key = form.signature_key if form else None
        if form is None or key is None or self._way.here.page is not Page.FORM_SIGN:
            return
        text = Signature(tuple(map(tuple, self._strokes))).text
        wrong = signature_fault(text)
        self._sign_fault = Fault(key, wrong) if wrong else None
        if wrong is None:
            form.sign(text)
        self._touch()
        if wrong is None:
            self.finished.emit()

    def _forget_strokes(self) -> None:
        self._strokes = []
        self._sign_fault = None

    def _touch(self) -> None:
        self.touched.emit()
        self.changed.emit()
        self.drawn.emit()

    # What pages show

    def _title(self) -> dict[str, str]:
        return words(self._errand.name) if self._errand else words(form_rows.NOTHING)

    def _form_names(self) -> list[dict[str, str]]:
        return [words(form.name) for form in self._form.sheet.forms] if self._form else []

    def _notice(self) -> dict[str, Any]:
        form, hall = self._form, self._watch.hall
        notice = form.pending if form else None
        if form is None or notice is None or hall is None:
            return {}
        sheet = form.sheet
        sensitive = sheet.sensitive_fields(form.facts)
        told = notice.told(hall.name, hall.phone, sheet.retention_days, sensitive)
        return {
            "code": str(notice.code),
            "title": words(notice.title),
            "text": words(told),
            "tick": words(notice.tick),
        }

    def _is_ticked(self) -> bool:
        return self._ticked

    def _step(self) -> dict[str, Any]:
        """The page where the citizen is: its title, which of how many, and its rows."""
        form, here = self._form, self._way.here
        if form is None or here.page is not Page.FORM:
            return {}
        facts, told, wrong = form.facts, form.told_faults(), form.wrong
        steps, entries = form.steps, form.entries(here.step)
        page = form.sheet.pages[here.step]
        return {
            "title": words(page.title),
            "number": steps.index(here.step) + 1 if here.step in steps else len(steps),
            "steps": len(steps),
            "rows": [form_rows.row(asked, facts, told.get(asked.field.key)) for asked in entries],
            "derived": form_rows.derived_rows(form.sheet, page, facts),
            "toDo": sum(asked.field.key in wrong for asked in entries),
            "stopped": any(asked.field.key in told.keys() & wrong for asked in entries),
        }

    def _overview(self) -> list[dict[str, Any]]:
        if self._form is None:
            return []
        return form_rows.overview(self._form.sheet, self._form.answers, self.today())

    def _signature(self) -> list[list[list[float]]]:
        return [[[x / SIDE, y / SIDE] for x, y in stroke] for stroke in self._strokes]

    def _has_signed(self) -> bool:
        return bool(self._strokes)

    def _sign_words(self) -> dict[str, str]:
        fault = self._sign_fault
        return words(fault.words if fault else form_rows.NOTHING)

    def _asks_signature(self) -> bool:
        return self._form is not None and self._form.signature_key is not None

    title = Property(MAP, _title, notify=changed)
    formNames = Property(LIST, _form_names, notify=changed)
    notice = Property(MAP, _notice, notify=changed)
    """The notice to read now: `code`, `title`, `text` and the sentence to `tick`; or nothing."""
    ticked = Property(bool, _is_ticked, notify=changed)
    step = Property(MAP, _step, notify=changed)
    overview = Property(LIST, _overview, notify=changed)
    signature = Property(LIST, _signature, notify=drawn)
    signed = Property(bool, _has_signed, notify=drawn)
    signFault = Property(MAP, _sign_words, notify=changed)
    asksSignature = Property(bool, _asks_signature, notify=changed)


def _codes(sheet: Sheet) -> tuple[str, ...]:
    return tuple(form.code for form in sheet.forms)
