"""The forms of one errand while they are filled in: notices, pages, overview, signature."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.forms import (
    Asked,
    Fault,
    Field,
    FieldKey,
    Kind,
    Level,
    Notice,
    Sheet,
    fault_at,
    faults,
    tidy_answers,
)
from common.domain.forms.conditions import Facts
from common.domain.forms.form import PRIVACY, SENSITIVE
from common.domain.forms.signature import SIDE, Signature, signature_fault
from kiosk.view_models import form_rows
from kiosk.view_models.errand import Errand
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
        self._sheet: Sheet | None = None
        self._errand: Errand | None = None
        self._answers: dict[FieldKey, str] = {}
        self._left: set[FieldKey] = set()
        """Fields that were looked at: what is wrong with them is told."""
        self._told: frozenset[FieldKey] = frozenset()
        """The sensitive fields that the separate notice named."""
        self._ticked = False
        self._strokes: list[list[tuple[int, int]]] = []
        self._sign_fault: Fault | None = None

    # What it is about

    @property
    def sheet(self) -> Sheet | None:
        return self._sheet

    @property
    def errand(self) -> Errand | None:
        return self._errand

    @property
    def answers(self) -> dict[FieldKey, str]:
        """Tidied; a copy."""
        return dict(self._answers)

    @property
    def today(self) -> date:
        return self._watch.now().date()

    def begin(self, sheet: Sheet, errand: Errand) -> None:
        """Go to the first page of `sheet`. Who comes back to the same one finds what was typed."""
        same = self._sheet is not None and _codes(self._sheet) == _codes(sheet)
        if not same or self._errand is None or self._errand.code != errand.code:
            self.wipe()
        self._sheet, self._errand = sheet, errand
        self._ticked = False
        self.changed.emit()
        self._go_on(after=-1)

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
        notice = self._pending
        if notice is None or not self._ticked or self._sheet is None:
            return
        self._answers[self._consent_key(notice)] = notice.version
        if notice.code == SENSITIVE:
            self._told = self._sensitive_keys()
        self._ticked = False
        if self._pending is None:
            self._way.forget(Page.FORM_NOTICE)
            here = self._way.here
            if here.page is Page.FORM_PREVIEW:
                self._way.go(here)
            else:
                self._go_on(after=here.step if here.page is Page.FORM else -1)
        self._touch()

    @Slot()
    def refuse(self) -> None:
        """I do not agree: nothing of what was typed stays, and the way back leads out of it."""
        for page in FORM_PLACES:
            self._way.forget(page)
        self.wipe()
        self._way.back_to(lambda _place: True)

    @property
    def _pending(self) -> Notice | None:
        """The first notice that is due and not agreed to."""
        if self._sheet is None:
            return None
        facts = self._facts()
        due = list(self._sheet.notices_due(facts))
        if all(notice.code != PRIVACY for notice in due):
            due.insert(0, self._sheet.notices[PRIVACY])
        for notice in due:
            agreed = facts.text(self._consent_key(notice)) == notice.version
            if notice.code == SENSITIVE and not self._sensitive_keys() <= self._told:
                agreed = False
            if not agreed:
                return notice
        return None

    def _consent_key(self, notice: Notice) -> FieldKey:
        """Where the answers hold it: at the form's own field, if it has one."""
        assert self._sheet is not None
        fields = (asked.field for asked in self._sheet.every())
        return next((field.key for field in fields if field.notice == notice.code), notice.key)

    def _sensitive_keys(self) -> frozenset[FieldKey]:
        assert self._sheet is not None
        return frozenset(field.key for field in self._sheet.sensitive_fields(self._facts()))

    # Pages

    @Slot()
    def next(self) -> None:
        """To the next page, once nothing on this one is missing or wrong."""
        here = self._way.here
        if self._sheet is None or here.page is not Page.FORM:
            return
        self._left.update(asked.field.key for asked in self.entries(here.step))
        if self.first_fault(here.step) is None:
            self._go_on(after=here.step)
        self._touch()

    def _go_on(self, after: int) -> None:
        assert self._sheet is not None
        if self._pending is not None:
            self._way.go(Place(Page.FORM_NOTICE))
            return
        steps = (step for step in range(after + 1, len(self._sheet.pages)) if self.entries(step))
        step = next(steps, None)
        self._way.go(Place(Page.FORM_PREVIEW) if step is None else Place(Page.FORM, step=step))

    @Slot()
    def sign(self) -> None:
        """From the overview to the signature; to the page where something is missing instead."""
        if self._sheet is None or self._way.here.page is not Page.FORM_PREVIEW:
            return
        self._touch()
        if self._pending is not None:
            self._go_on(after=len(self._sheet.pages))
            return
        for step in range(len(self._sheet.pages)):
            if self.first_fault(step) is not None:
                self._left.update(asked.field.key for asked in self.entries(step))
                self._way.go(Place(Page.FORM, step=step))
                return
        if self.signature_key is None:
            self.finished.emit()
        else:
            self._way.go(Place(Page.FORM_SIGN))

    def entries(self, step: int) -> tuple[Asked, ...]:
        """What a page asks now. The signature and the first consent have pages of their own."""
        if self._sheet is None or not 0 <= step < len(self._sheet.pages):
            return ()
        asked = self._sheet.visible(self._sheet.pages[step], self._facts())
        return tuple(one for one in asked if not _has_its_own_page(one.field))

    def first_fault(self, step: int) -> FieldKey | None:
        """The first field of a page that keeps it from being left."""
        wrong = {fault.key for fault in self._faults() if fault.level is Level.FAULT}
        keys = (asked.field.key for asked in self.entries(step))
        return next((key for key in keys if key in wrong), None)

    def next_empty(self, after: FieldKey) -> FieldKey | None:
        """The next field of the same page that nothing is in yet and that was not left empty."""
        keys = [asked.field.key for asked in self.entries(self._way.here.step)]
        if self._way.here.page is not Page.FORM or after not in keys:
            return None
        rest = keys[keys.index(after) + 1 :]
        return next((key for key in rest if not self._answers.get(key)), None)

    # Fields

    def field(self, key: FieldKey) -> Asked | None:
        every = self._sheet.every() if self._sheet else ()
        return next((asked for asked in every if asked.field.key == key), None)

    def needs(self, key: FieldKey) -> bool:
        asked = self.field(key)
        return asked is not None and asked.required.holds(self._facts()) is True

    def put(self, key: FieldKey, value: str) -> Fault | None:
        """Take a tidied answer; returns what is wrong with it. A signature is under other answers,
        so it is drawn anew."""
        assert self._sheet is not None
        if self._answers.get(key, "") != value:
            self._answers[key] = value
            self._unsign()
        self._left.add(key)
        self._touch()
        return fault_at(self._sheet, self._answers, key, self.today)

    def put_all(self, answers: dict[FieldKey, str]) -> None:
        """Take several at once, as a card tells them."""
        assert self._sheet is not None
        self._answers |= {key: text for key, text in answers.items() if text}
        self._left |= answers.keys()
        self._answers = tidy_answers(self._sheet, self._answers)
        self._unsign()
        self._touch()

    def take_card(self, card: Card, person: str = "") -> bool:
        """Fill in what an identity card tells of `person`, or of whom this page is about.

        False where nobody's card is asked for: nothing personal is taken before the notices are
        agreed to.
        """
        people = self.people_asked()
        if self._sheet is None or not people:
            return False
        whose = person if person in people else people[0]
        self.put_all(card_answers(card, self._sheet, whose))
        return True

    def people_asked(self) -> list[str]:
        """Whose document this page asks for."""
        here = self._way.here
        entries = self.entries(here.step) if here.page is Page.FORM else ()
        keys = [asked.field.key for asked in entries]
        return [person_of(key) for key in keys if key.endswith(".doc_no")]

    def leave(self, key: FieldKey) -> None:
        """Somebody looked at the field and went away: tell what is wrong there."""
        self._left.add(key)
        self._touch()

    def told_faults(self) -> dict[FieldKey, Fault]:
        """What is told at each field: nothing before somebody was there."""
        told: dict[FieldKey, Fault] = {}
        for fault in self._faults():
            if fault.key in self._left and fault.level is not Level.CLERK:
                told.setdefault(fault.key, fault)
        return told

    def _faults(self) -> tuple[Fault, ...]:
        return faults(self._sheet, self._answers, self.today) if self._sheet else ()

    def _facts(self) -> Facts:
        assert self._sheet is not None
        return self._sheet.facts(self._answers, self.today)

    # Signature

    @property
    def signature_key(self) -> FieldKey | None:
        if self._sheet is None:
            return None
        facts = self._facts()
        every = (asked for page in self._sheet.pages for asked in self._sheet.visible(page, facts))
        return next((a.field.key for a in every if a.field.kind is Kind.SIGNATURE), None)

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
        self._unsign()
        self._touch()

    @Slot()
    def accept_signature(self) -> None:
        """Done, when it is one."""
        key = self.signature_key
        if key is None or self._way.here.page is not Page.FORM_SIGN:
            return
        text = Signature(tuple(map(tuple, self._strokes))).text
        wrong = signature_fault(text)
        if wrong is not None:
            self._sign_fault = Fault(key, wrong)
            self._touch()
            return
        self._answers[key] = text
        self._touch()
        self.finished.emit()

    def _unsign(self) -> None:
        self._strokes = []
        self._sign_fault = None
        key = self.signature_key
        if key is not None:
            self._answers.pop(key, None)

    def _touch(self) -> None:
        self.touched.emit()
        self.changed.emit()
        self.drawn.emit()

    # What pages show

    def _title(self) -> dict[str, str]:
        return words(self._errand.name) if self._errand else words(form_rows.NOTHING)

    def _form_names(self) -> list[dict[str, str]]:
        return [words(form.name) for form in self._sheet.forms] if self._sheet else []

    def _notice(self) -> dict[str, Any]:
        notice, hall = self._pending, self._watch.hall
        if notice is None or hall is None or self._sheet is None:
            return {}
        told = notice.told(
            hall.name,
            hall.phone,
            self._sheet.retention_days,
            self._sheet.sensitive_fields(self._facts()),
        )
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
        here = self._way.here
        if self._sheet is None or here.page is not Page.FORM:
            return {}
        sheet, facts, told = self._sheet, self._facts(), self.told_faults()
        steps = [step for step in range(len(sheet.pages)) if self.entries(step)]
        entries = self.entries(here.step)
        wrong = {fault.key for fault in self._faults() if fault.level is Level.FAULT}
        page = sheet.pages[here.step]
        return {
            "title": words(page.title),
            "number": steps.index(here.step) + 1 if here.step in steps else len(steps),
            "steps": len(steps),
            "rows": [form_rows.row(asked, facts, told.get(asked.field.key)) for asked in entries],
            "derived": form_rows.derived_rows(sheet, page, facts),
            "toDo": sum(asked.field.key in wrong for asked in entries),
            "stopped": any(asked.field.key in told.keys() & wrong for asked in entries),
        }

    def _overview(self) -> list[dict[str, Any]]:
        if self._sheet is None:
            return []
        return form_rows.overview(self._sheet, self._answers, self.today)

    def _signature(self) -> list[list[list[float]]]:
        return [[[x / SIDE, y / SIDE] for x, y in stroke] for stroke in self._strokes]

    def _has_signed(self) -> bool:
        return bool(self._strokes)

    def _sign_words(self) -> dict[str, str]:
        fault = self._sign_fault
        return words(fault.words if fault else form_rows.NOTHING)

    def _asks_signature(self) -> bool:
        return self.signature_key is not None

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


def _has_its_own_page(field: Field) -> bool:
    return field.kind is Kind.SIGNATURE or (field.kind is Kind.CONSENT and field.notice == PRIVACY)
