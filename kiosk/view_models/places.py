"""The pages of a visit, and of which list or service they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Page(StrEnum):
    NONE = "none"
    """The hall is not known yet."""
    ATTRACT = "attract"
    HOME = "home"
    """What one can do here."""
    TAKE = "take"
    """The most wanted services, and every way to the others."""
    FIND = "find"
    """By name, everyday words, pinyin or initials."""
    ZONES = "zones"
    DEPARTMENTS = "departments"
    LIFE_STAGES = "life_stages"
    BUNDLES = "bundles"
    SERVICES = "services"
    GUIDE = "guide"
    CONFIRM = "confirm"
    BASKET = "basket"
    """Several services that one number is to be taken for."""
    OPINIONS = "opinions"
    """Rate an errand, tell the hall something, or read its answer."""
    RATE = "rate"
    RATED = "rated"
    OPINION_KIND = "opinion_kind"
    OPINION_TOPIC = "opinion_topic"
    OPINION_WORDS = "opinion_words"
    OPINION_SENT = "opinion_sent"
    OPINION_RECEIPT = "opinion_receipt"
    OPINION_ANSWER = "opinion_answer"
    FORMS = "forms"
    """Which form, and for what."""
    FORM_NOTICE = "form_notice"
    """What to agree to before anything personal is asked."""
    FORM = "form"
    """One page of a form."""
    FORM_PREVIEW = "form_preview"
    FORM_SIGN = "form_sign"
    FORM_DONE = "form_done"
    """The code under which the counter finds it."""
    APPOINTMENT = "appointment"
    """Which appointment it is."""
    BOOK_DAY = "book_day"
    """Which day to come, for a service that can be booked."""
    BOOK_SLOT = "book_slot"
    BOOK_PERSON = "book_person"
    BOOKED = "booked"
    """The code of what was booked."""
    MINE = "mine"
    """Whose number it is, to see where it stands."""
    PROGRESS = "progress"
    """The same, to see how far the errand is."""
    MY_NUMBER = "my_number"
    MY_PROGRESS = "my_progress"
    STILL_OPEN = "still_open"
    PRINTER = "printer"
    SLIP = "slip"
    CLOSED = "closed"
    AWAY = "away"
    BROKEN = "broken"
    """A bug: the process is about to start again."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page and, for a list of services, whose."""

    page: Page
    zone: str = ""
    department: str = ""
    life_stage: str = ""
    guide: bool = False
    """What is chosen here is read about first (办事指南)."""
    book: bool = False
    """What is chosen here is booked ahead, so only what can be is listed."""
    form: str = ""
    """Whose errands are listed."""
    step: int = 0
    """Which page of a form."""


BOOKING_PLACES = (Page.BOOK_DAY, Page.BOOK_SLOT, Page.BOOK_PERSON, Page.BOOKED)
"""While a time to come is booked."""
FORM_PLACES = (Page.FORM_NOTICE, Page.FORM, Page.FORM_PREVIEW, Page.FORM_SIGN)
"""While a form is filled in."""
WITHOUT_NEW_NUMBER = (
    Page.GUIDE,
    Page.FORMS,
    Page.FORM_DONE,
    *FORM_PLACES,
    Page.APPOINTMENT,
    *BOOKING_PLACES,
    Page.MINE,
    Page.PROGRESS,
    Page.MY_NUMBER,
    Page.MY_PROGRESS,
    Page.OPINIONS,
    Page.RATE,
    Page.RATED,
    Page.OPINION_KIND,
    Page.OPINION_TOPIC,
    Page.OPINION_WORDS,
    Page.OPINION_SENT,
    Page.OPINION_RECEIPT,
    Page.OPINION_ANSWER,
)
"""What one may do while the hall issues no numbers, also at night."""
ATTRACT = Place(Page.ATTRACT)
HOME = Place(Page.HOME)
TAKE = Place(Page.TAKE)
BOOK = Place(Page.TAKE, book=True)
"""What a time can be booked for."""
