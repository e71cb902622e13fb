"""Where the citizen is, in which language, and when the visit ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot

from common.domain.hall import Hall
from common.domain.kiosk import HomeButton
from common.domain.text import Language
from common.qt.translations import Translator
from kiosk.view_models.basket import Basket
from kiosk.view_models.bookable import books_ahead
from kiosk.view_models.errand import Errand
from kiosk.view_models.finding import Finding
from kiosk.view_models.guide import ServiceGuide
from kiosk.view_models.hall_lists import HallLists
from kiosk.view_models.hall_watch import HallWatch
from kiosk.view_models.home import HOME_BUTTONS, first_place, home_buttons
from kiosk.view_models.idle import IdleTimer
from kiosk.view_models.places import BOOK, FORM_PLACES, HOME, WITHOUT_NEW_NUMBER, Page, Place
from kiosk.view_models.stages import NUMBERLESS, TO_REMEMBER, Stage
from kiosk.view_models.taking import NumberTaking
from kiosk.view_models.way import Way
from kiosk.view_models.words import LIST

IDLE_SECONDS = 60
LARGE_TEXT_IDLE_SECONDS = 120
"""Who needs large type gets more time."""
WARN_SECONDS = 15
FAREWELL_SECONDS = 15
"""How long a slip page stays once everything is said."""
LARGE_TEXT_FAREWELL_SECONDS = 30


class Journey(QObject):
    """One visit: from the first touch until nothing of it is left.

    Signals:
        page_changed: `page` or the way back is another.
        hall_changed: `homeButtons` are others.
        language_changed: `language` is another.
        text_size_changed: `largeText` is another.
        booking_wanted: a service to book a time for was chosen; with its code.
        visit_ended: nobody is there any more: whatever a citizen left must be wiped.
    """

    page_changed = Signal()
    hall_changed = Signal()
    language_changed = Signal()
    text_size_changed = Signal()
    booking_wanted = Signal(str)
    visit_ended = Signal()

    def __init__(
        self,
        way: Way,
        hall_watch: HallWatch,
        lists: HallLists,
        taking: NumberTaking,
        finding: Finding,
        guide: ServiceGuide,
        basket: Basket,
        idle: IdleTimer,
        translator: Translator,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._way = way
        self._watch = hall_watch
        self._lists = lists
        self._taking = taking
        self._finding = finding
        self._guide = guide
        self._basket = basket
        self._idle = idle
        self._translator = translator
        self._home_language = translator.language
        self._large_text = False
        self._hall: Hall | None = None
        self._broken = False
        self._shown: tuple[Page, int, tuple[str, ...]] = (Page.NONE, 0, ())
        way.moved.connect(self._moved)
        hall_watch.changed.connect(self._hall_read)
        hall_watch.away_changed.connect(self._announce_page)
        taking.stage_changed.connect(self._follow_taking)
        taking.database_lost.connect(hall_watch.lose)
        taking.refused.connect(self._refused)
        idle.expired.connect(self.finish)
        for part in (finding, guide, basket):
            self.visit_ended.connect(part.wipe)
        translator.language_changed.connect(self.language_changed)

    # What a touch does

    @Slot()
    def start(self) -> None:
        if self.page is Page.ATTRACT:
            self._way.go(self._first_place())
        elif self.page is Page.CLOSED and self._way.depth == 1:
            self._way.go(HOME)

    @Slot(str)
    def start_in(self, language: str) -> None:
        self._translator.set_language(language)
        self.start()

    @Slot(str)
    def open(self, button: str) -> None:
        """What a button of the home page, or of the page of a closed hall, leads to."""
        place = HOME_BUTTONS[HomeButton(button)]
        if self.page is Page.CLOSED:
            if not self._needs_no_new_number(place):
                return
            self._way.begin_at(HOME)
        if place.page is Page.FIND:
            self._finding.begin()
        self._way.go(place)

    @Slot()
    def open_search(self) -> None:
        """Find something to take a number for, or to book."""
        self._finding.begin(books=self._here.book)
        self._go_on(Place(Page.FIND))

    @Slot()
    def open_booking(self) -> None:
        """Book a time to come: what for?"""
        if self._hall is not None and books_ahead(self._hall):
            self._way.go(BOOK)

    @Slot()
    def open_zones(self) -> None:
        self._go_on(Place(Page.ZONES))

    @Slot()
    def open_departments(self) -> None:
        self._go_on(Place(Page.DEPARTMENTS))

    @Slot()
    def open_life_stages(self) -> None:
        self._go_on(Place(Page.LIFE_STAGES))

    @Slot()
    def open_bundles(self) -> None:
        self._go_on(Place(Page.BUNDLES))

    @Slot(str)
    def open_zone(self, code: str) -> None:
        self._go_on(Place(Page.SERVICES, zone=code))

    @Slot(str)
    def open_department(self, code: str) -> None:
        self._go_on(Place(Page.SERVICES, department=code))

    @Slot(str)
    def open_life_stage(self, code: str) -> None:
        self._go_on(Place(Page.SERVICES, life_stage=code))

    @Slot(str)
    def choose_service(self, code: str) -> None:
        """Read about it, put it to the others, or go on with it alone."""
        if self._hall is None or not self._hall.has_service(code):
            return  # it was taken from the hall while it stood there to be touched
        if self._here.book:
            self.booking_wanted.emit(code)
        elif self._basket.codes and not self._here.guide:
            self._basket.put(code)
        else:
            self._choose(Errand.of_service(self._hall, code, self._today()))

    @Slot(str)
    def choose_bundle(self, code: str) -> None:
        bundle = self._hall.bundle(code) if self._hall else None
        if self._hall is not None and bundle is not None:
            self._choose(Errand.of_bundle(self._hall, bundle, self._today()))

    @Slot()
    def open_guide(self) -> None:
        """Read about what the number is to be for."""
        errand = self._taking.about
        if self._here.page is Page.CONFIRM and errand is not None and not self._taking.busy:
            self._guide.open(errand)
            self._way.go(Place(Page.GUIDE))

    @Slot()
    def take_from_guide(self) -> None:
        """Go on, or back, to the page that takes a number for what was read about."""
        errand = self._guide.errand
        if self._here.page is not Page.GUIDE or errand is None or not self._watch.issuing:
            return
        if self._way.before.page is Page.CONFIRM:
            self.back()
        else:
            self._taking.begin(errand)
            self._way.go(Place(Page.CONFIRM))

    @Slot()
    def back(self) -> None:
        """One page back; a number that exists is never left that way."""
        if (
            self._way.depth > 2
            and not self._taking.busy
            and (self._numberless() or self._in_form())
        ):
            if self._here.page is Page.CONFIRM:
                self._taking.leave()
            self._way.back()

    @Slot()
    def back_to_errand(self) -> None:
        """From the printer's page to the confirm page, with another try ahead."""
        if self._here.page is Page.PRINTER:
            self._way.back()

    @Slot()
    def go_home(self) -> None:
        """To the home page; who has a number already, back to that."""
        if self._in_form() and not self._numberless():
            self._way.back_to(lambda place: place.page is Page.SLIP)
            return
        if self._way.depth > 2 and not self._taking.busy and self._numberless():
            self._taking.leave()
            self._guide.wipe()
            self._way.begin_at(self._first_place())

    @Slot()
    def finish(self) -> None:
        """End the visit: back to the first page, and nothing of it is kept."""
        if self._taking.busy:
            return
        self._way.begin_at()
        self._taking.leave()
        self.visit_ended.emit()
        self._idle.stop()
        self._set_large_text(False)
        self._translator.set_language(self._home_language)
        self._announce_page()

    @Slot()
    def look_around(self) -> None:
        """Somebody looks at a plan: also a page that would soon say goodbye waits as others do."""
        if not self._taking.busy:
            limit = LARGE_TEXT_IDLE_SECONDS if self._large_text else IDLE_SECONDS
            self._idle.begin(limit, WARN_SECONDS)

    def give_up(self) -> None:
        """Say that this kiosk starts again."""
        self._broken = True
        self._announce_page()

    @Slot()
    def switch_language(self) -> None:
        other = Language.EN if self._translator.language is Language.ZH else Language.ZH
        self._translator.set_language(other)

    @Slot()
    def linger(self) -> None:
        """Somebody looks at a page without a visit: what they switch there ends with them."""
        if self._way.depth == 1 and self.page in (Page.CLOSED, Page.AWAY):
            self._wait_for_touch()

    @Slot()
    def switch_text_size(self) -> None:
        self._set_large_text(not self._large_text)
        self._wait_for_touch()

    # What happens around it

    @Slot()
    def _hall_read(self) -> None:
        if self._watch.hall != self._hall:
            self._hall = self._watch.hall
            self.hall_changed.emit()
        if self._is_over():
            self.finish()
        self._announce_page()

    def _is_over(self) -> bool:
        """The hall closed, and what they are doing does not go on."""
        if self._watch.issuing or self._way.depth == 1:
            return False
        goes_on = self._here == HOME or self._needs_no_new_number(self._here)
        return self._numberless() and not goes_on

    @Slot()
    def _refused(self) -> None:
        """The hall may have closed meanwhile: known already, or to be read now."""
        if self._is_over():
            self.finish()
        self._watch.refresh()

    @Slot()
    def _follow_taking(self) -> None:
        stage = self._taking.stage
        if self._taking.busy:
            self._idle.stop()
        if stage is Stage.NO_PRINTER:
            self._way.go(Place(Page.PRINTER))
        elif stage is Stage.STILL_OPEN:
            self._way.forget(Page.PRINTER)
            self._way.go(Place(Page.STILL_OPEN))
        elif stage is Stage.READY and self._here.page is Page.PRINTER:
            self.back_to_errand()
        elif stage not in NUMBERLESS and self._here.page is not Page.SLIP and not self._in_form():
            self._way.go(Place(Page.SLIP))
        elif not self._taking.busy and self._way.depth > 1:
            self._wait_for_touch()

    def _choose(self, errand: Errand) -> None:
        if self._here.guide:
            self._guide.open(errand)
            self._way.go(Place(Page.GUIDE))
        else:
            self._taking.begin(errand)
            self._way.go(Place(Page.CONFIRM))

    def _go_on(self, place: Place) -> None:
        """To a list, which leads to where the page before it leads."""
        self._way.go(replace(place, guide=self._here.guide, book=self._here.book))

    @Slot()
    def _moved(self) -> None:
        self._wait_for_touch()
        self._announce_page()

    @Slot()
    def _announce_page(self) -> None:
        closed = tuple(self._closed_buttons()) if self.page is Page.CLOSED else ()
        shown = (self.page, self._way.depth, closed)
        if shown != self._shown:
            self._shown = shown
            self.page_changed.emit()

    def _wait_for_touch(self) -> None:
        """Start the countdown that belongs to this moment of the visit."""
        if self._taking.busy:
            self._idle.stop()
        elif self._numberless() or self._in_form() or self._taking.stage in TO_REMEMBER:
            limit = LARGE_TEXT_IDLE_SECONDS if self._large_text else IDLE_SECONDS
            self._idle.begin(limit, WARN_SECONDS)
        else:
            limit = LARGE_TEXT_FAREWELL_SECONDS if self._large_text else FAREWELL_SECONDS
            self._idle.begin(limit, 0)

    def _needs_no_new_number(self, place: Place) -> bool:
        """Whether this goes on while the hall issues none: who booked has a claim."""
        if place.page in (Page.CONFIRM, Page.PRINTER, Page.STILL_OPEN):
            return not self._taking.walks_in
        return place.guide or place.book or place.page in WITHOUT_NEW_NUMBER

    def _in_form(self) -> bool:
        """While a form is filled in; its code on screen is to be remembered."""
        return self._here.page in (*FORM_PLACES, Page.FORM_DONE)

    def _numberless(self) -> bool:
        return self._taking.stage in NUMBERLESS

    def _set_large_text(self, large: bool) -> None:
        if large != self._large_text:
            self._large_text = large
            self.text_size_changed.emit()

    # What pages show

    def _today(self) -> date:
        return self._watch.now().date()

    def _first_place(self) -> Place:
        """The home page; where it would have one button, what that leads to."""
        return first_place(self._hall) if self._hall else HOME

    @property
    def _here(self) -> Place:
        return self._way.here

    @property
    def page(self) -> Page:
        """The page to show: a number on screen outranks a database that is away."""
        if self._broken:
            return Page.BROKEN
        if self._here.page is Page.SLIP:
            return Page.SLIP
        if self._in_form():
            return self._here.page  # neither the database nor the hour takes away what is typed
        if self._watch.away:
            return Page.AWAY
        if self._hall is None:
            return Page.NONE
        if self._watch.issuing or self._taking.busy or self._needs_no_new_number(self._here):
            return self._here.page
        return Page.CLOSED

    def _page_name(self) -> str:
        return self.page.value

    def _language(self) -> str:
        return self._translator.language.value

    def _is_mirrored(self) -> bool:
        return self._translator.is_mirrored

    def _is_large(self) -> bool:
        return self._large_text

    def _depth(self) -> int:
        return self._way.depth

    def _reads_first(self) -> bool:
        return self._here.guide

    def _books(self) -> bool:
        return self._here.book

    def _is_interrupted(self) -> bool:
        return self.page in (Page.AWAY, Page.BROKEN)

    def _home_buttons(self) -> list[str]:
        return home_buttons(self._hall) if self._hall else []

    def _closed_buttons(self) -> list[str]:
        return [
            button
            for button in self._home_buttons()
            if self._needs_no_new_number(HOME_BUTTONS[HomeButton(button)])
        ]

    pageName = Property(str, _page_name, notify=page_changed)
    depth = Property(int, _depth, notify=page_changed)
    readsFirst = Property(bool, _reads_first, notify=page_changed)
    """What is chosen here is read about, and no number is taken yet (办事指南)."""
    books = Property(bool, _books, notify=page_changed)
    """What is chosen here is booked ahead."""
    isInterrupted = Property(bool, _is_interrupted, notify=page_changed)
    """The kiosk cannot go on: nothing that a citizen does would continue the visit."""
    language = Property(str, _language, notify=language_changed)
    isMirrored = Property(bool, _is_mirrored, notify=language_changed)
    """The language runs from right to left."""
    largeText = Property(bool, _is_large, notify=text_size_changed)
    homeButtons = Property(LIST, _home_buttons, notify=hall_changed)
    closedButtons = Property(LIST, _closed_buttons, notify=page_changed)
    """What one may do on the page of a closed hall."""
    lists = Property(QObject, lambda self: self._lists, constant=True)
