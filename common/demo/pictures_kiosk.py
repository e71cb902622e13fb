"""Pictures of the kiosk: who sees which of its pages, how, and in which language."""

from __future__ import annotations

from collections.abc import Callable

from common.demo.kiosk_view import KioskView, Wish
from common.demo.pictures_kiosk_basket import take_basket_pictures
from common.demo.pictures_kiosk_booking import take_booking_pictures
from common.demo.pictures_kiosk_choosing import (
    take_choosing_pictures,
    take_finding_pictures,
    take_guide_pictures,
    take_home_picture,
    take_not_today_pictures,
)
from common.demo.pictures_kiosk_forms import take_form_pictures
from common.demo.pictures_kiosk_help import take_help_pictures
from common.demo.pictures_kiosk_mine import take_my_pictures
from common.demo.pictures_kiosk_opinions import take_opinion_pictures
from common.demo.pictures_kiosk_public import (
    take_closed_pictures,
    take_poster_picture,
    take_staff_pictures,
    take_trouble_pictures,
)
from common.demo.pictures_kiosk_slips import (
    take_paperless_pictures,
    take_printer_pictures,
    take_returning_pictures,
    take_slip_pictures,
)
from common.demo.pictures_kiosk_wishes import take_wish_pictures
from common.demo.studio import LANDSCAPE, PORTRAIT, Size, SpokenLanguage, Studio
from common.domain.text import Language
from common.qt.pseudo_locale import PseudoLocale

_FOUR_K, _OLD_SCREEN = (2160, 3840), (1280, 1024)

Chapters = dict[str, Callable[[KioskView], None]]

_HOME: Chapters = {"home": take_home_picture}
_WORK: Chapters = {
    "choosing": take_choosing_pictures,
    "finding": take_finding_pictures,
    "guides": take_guide_pictures,
    "basket": take_basket_pictures,
    "slips": take_slip_pictures,
    "appointments and numbers": take_my_pictures,
    "booking": take_booking_pictures,
    "forms": take_form_pictures,
    "opinions": take_opinion_pictures,
}
_CITIZEN: Chapters = _WORK | {
    "wishes": take_wish_pictures,
    "help": take_help_pictures,
    "returning": take_returning_pictures,
    "printer": take_printer_pictures,
    "without paper": take_paperless_pictures,
    "not today": take_not_today_pictures,
    "trouble": take_trouble_pictures,
}
_PUBLIC: Chapters = {
    "closed": take_closed_pictures,
    "poster": take_poster_picture,
    "staff": take_staff_pictures,
}
_ZH, _EN = Language.ZH, Language.EN
_STRETCHED, _MIRRORED = PseudoLocale.STRETCHED, PseudoLocale.MIRRORED

KIOSK_SITTINGS: tuple[tuple[SpokenLanguage, Size, Wish, Chapters], ...] = (
    (_ZH, PORTRAIT, Wish.NONE, _CITIZEN | _PUBLIC),
    (_EN, PORTRAIT, Wish.NONE, _CITIZEN | _PUBLIC),
    (_ZH, LANDSCAPE, Wish.NONE, _CITIZEN | _PUBLIC),
    (_EN, LANDSCAPE, Wish.NONE, _CITIZEN | _PUBLIC),
    (_STRETCHED, PORTRAIT, Wish.NONE, _CITIZEN | _PUBLIC),
    (_MIRRORED, PORTRAIT, Wish.NONE, _CITIZEN | _PUBLIC),
    (_ZH, PORTRAIT, Wish.LARGE, _CITIZEN),
    (_EN, LANDSCAPE, Wish.LARGE, _CITIZEN),
    (_ZH, PORTRAIT, Wish.LOW, _CITIZEN),
    (_EN, LANDSCAPE, Wish.LOW, _WORK),
    (_ZH, PORTRAIT, Wish.CONTRAST, _WORK),
    (_ZH, _OLD_SCREEN, Wish.NONE, _WORK | _PUBLIC),
    (_EN, _OLD_SCREEN, Wish.LARGE, _WORK),
    (_STRETCHED, LANDSCAPE, Wish.NONE, _WORK),
    (_MIRRORED, LANDSCAPE, Wish.NONE, _WORK),
    (_ZH, _FOUR_K, Wish.NONE, _HOME),
)
"""Each page in both languages, upright and wide; what makes words larger or other, where it is
worst."""


def take_kiosk_pictures(studio: Studio, size: Size, wish: Wish, chapters: Chapters) -> None:
    view = KioskView(studio, size, wish)
    for name, take in chapters.items():
        with studio.chapter(name):
            take(view)
