"""The ways into the forms: from the first page, from a guide, from a number."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.promises import PROMISE_NAMES, check_promises
from common.domain.text import Text
from kiosk.view_models.errand import Errand
from kiosk.view_models.field_editor import FieldEditor
from kiosk.view_models.form_card import Card, person_of
from kiosk.view_models.form_filling import FormFilling
from kiosk.view_models.form_keeping import FormKeeping
from kiosk.view_models.form_shelf import FormShelf, ShelfState
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.one_paper import OnePaper
from kiosk.view_models.places import Page, Place
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST, MAP, NO_WORDS, words

_READ = Text(
    zh="已读取证件，请取回证件并核对内容",
    en="The card was read. Please take it back and check what it filled in",
)


class FormVisit(QObject):
    """Which form a citizen fills in on this visit, with the parts that it is filled in by.

    Signals:
        changed: what is listed or offered is another.
        touched: somebody typed, ticked or drew.
        database_lost: the database went away meanwhile.
    """

    changed = Signal()
    touched = Signal()
    database_lost = Signal()

    def __init__(
        self,
        way: Way,
        shelf: FormShelf,
        filling: FormFilling,
        editor: FieldEditor,
        keeping: FormKeeping,
        guide: ServiceGuide,
        taking: NumberTaking,
        paper: OnePaper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.code_paper = paper
        self._way = way
        self.form_shelf = shelf
        self.form_filling = filling
        self.field_editor = editor
        self.form_keeping = keeping
        self._guide = guide
        self._taking = taking
        for happened in (way.moved, shelf.changed, guide.changed, taking.errand_changed):
            happened.connect(self.changed)
        for touched in (filling.touched, editor.touched):
            touched.connect(self.touched)
        for lost in (shelf.database_lost, keeping.database_lost, paper.database_lost):
            lost.connect(self.database_lost)
        guide.changed.connect(self._look)
        taking.errand_changed.connect(self._look)
        way.moved.connect(self._turn_page)
        self._reader_there = False
        self._card_advice: Text | None = None

    @Slot(str)
    def choose_form(self, code: str) -> None:
        """Fill in this form; asks what for, when that may be several things."""
        form = self.form_shelf.form(code)
        errands = list(self.form_shelf.errands_of(form)) if form else []
        if len(errands) > 1:
            self._way.go(Place(Page.FORMS, form=code))
        elif errands:
            self._begin(errands[0])

    @Slot(str)
    def choose_errand(self, code: str) -> None:
        """Fill in the listed form for this service or bundle."""
        form = self.form_shelf.form(self._way.here.form)
        errands = self.form_shelf.errands_of(form) if form else iter(())
        wanted = next((errand for errand in errands if errand.code == code), None)
        if wanted is not None:
            self._begin(wanted)

    @Slot()
    def begin_read(self) -> None:
        """Fill in what the service that is read about needs."""
        if self._guide.errand is not None and self._way.here.page is Page.GUIDE:
            self._begin(self._guide.errand)

    @Slot()
    def begin_taken(self) -> None:
        """Fill in what the errand of the number needs, before or after it was taken."""
        if self._taking.about is not None and not self._taking.busy:
            self._begin(self._taking.about)

    @Slot()
    def take_number(self) -> None:
        """Take a number for what the form that is kept is for."""
        errand = self.form_keeping.kept_errand
        if errand is None or self._way.here.page is not Page.FORM_DONE:
            return
        if self._taking.about is not None and self._taking.about.code == errand.code:
            self._way.back_to(lambda place: place.page is Page.CONFIRM)
        else:
            self._taking.begin(errand)
            self._way.go(Place(Page.CONFIRM))

    def take_card(self, card: Card) -> bool:
        """What an identity card tells of whoever this page is about, or the open field.

        False where no card is asked for. The caller wipes the card.
        """
        field = self.field_editor.field
        person = person_of(field.key) if field else ""
        taken = self.form_filling.take_card(card, person)
        if taken and field is not None:
            self.field_editor.open(str(field.key))
        self._tell_of_card(_READ if taken else None)
        return taken

    @Slot(object)
    def tell_unread_card(self, advice: Text) -> None:
        """The reader had a card that it could not read."""
        self._tell_of_card(advice if self.form_filling.people_asked() else None)

    def set_card_reader(self, is_there: bool) -> None:
        """Whether a page may ask for a card."""
        self._reader_there = is_there
        self.changed.emit()

    def wipe(self) -> None:
        """The citizen left."""
        self._card_advice = None
        self.field_editor.close()
        self.form_keeping.wipe()
        self.form_filling.wipe()

    def _tell_of_card(self, advice: Text | None) -> None:
        self._card_advice = advice
        self.changed.emit()

    @Slot()
    def _turn_page(self) -> None:
        self._card_advice = None
        self._look_for_list()

    def _begin(self, errand: Errand) -> None:
        sheet = self.form_shelf.sheet(errand)
        if sheet is None or self.form_shelf.state is not ShelfState.READY:
            self._way.go(Place(Page.FORMS))
        else:
            self.form_filling.begin(sheet, errand)

    @Slot()
    def _look(self) -> None:
        if self._guide.errand is not None or self._taking.about is not None:
            self.form_shelf.look()

    def _look_for_list(self) -> None:
        if self._way.here.page is Page.FORMS:
            self.form_shelf.look()

    def _offered(self, errand: Errand | None) -> list[dict[str, Any]]:
        if errand is None or self.form_shelf.state is not ShelfState.READY:
            return []
        sheet = self.form_shelf.sheet(errand)
        if sheet is None:
            return []
        return [{"zh": form.name.zh, "en": form.name.en} for form in sheet.forms]

    def _of_guide(self) -> list[dict[str, Any]]:
        return self._offered(self._guide.errand)

    def _promises(self) -> list[dict[str, Any]]:
        """Nothing until the forms are read: one of the promises is about them."""
        errand, book = self._guide.errand, self.form_shelf.book
        if errand is None or errand.bundle is None or book is None:
            return []
        return [
            {
                "code": check.promise.value,
                "name": words(PROMISE_NAMES[check.promise]),
                "kept": check.kept,
                "words": words(check.words) if check.kept else NO_WORDS,
            }
            for check in check_promises(errand.hall, errand.bundle, book)
        ]

    def _of_number(self) -> list[dict[str, Any]]:
        return self._offered(self._taking.about)

    def _listed(self) -> dict[str, Any]:
        """The form whose errands are listed."""
        code = self._way.here.form
        return next((form for form in self.form_shelf.listed() if form["code"] == code), {})

    def _asks_card(self) -> bool:
        return self._reader_there and bool(self.form_filling.people_asked())

    def _advice_on_card(self) -> dict[str, str]:
        return words(self._card_advice) if self._card_advice else NO_WORDS

    def _its_shelf(self) -> QObject:
        return self.form_shelf

    def _its_filling(self) -> QObject:
        return self.form_filling

    def _its_editor(self) -> QObject:
        return self.field_editor

    def _its_keeping(self) -> QObject:
        return self.form_keeping

    def _its_paper(self) -> QObject:
        return self.code_paper

    shelf = Property(QObject, _its_shelf, constant=True)
    filling = Property(QObject, _its_filling, constant=True)
    editor = Property(QObject, _its_editor, constant=True)
    keeping = Property(QObject, _its_keeping, constant=True)
    paper = Property(QObject, _its_paper, constant=True)
    asksCard = Property(bool, _asks_card, notify=changed)
    """A card on the reader fills in who this page is about."""
    cardAdvice = Property(MAP, _advice_on_card, notify=changed)
    listed = Property(MAP, _listed, notify=changed)
    ofGuide = Property(LIST, _of_guide, notify=changed)
    """The names of the forms that the service that is read about needs."""
    promises = Property(LIST, _promises, notify=changed)
    """What the bundle that is read about promises, each `kept` or open."""
    ofNumber = Property(LIST, _of_number, notify=changed)
    """The same for the errand of the number."""
