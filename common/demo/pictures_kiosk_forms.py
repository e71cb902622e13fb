"""Pictures of forms at the kiosk: from the list to the code, upright and wide, large type too."""

from __future__ import annotations

import math
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from common.demo.hand import settle, touch, wait_until
from common.demo.kiosk_view import KioskView
from common.domain.forms import FieldKey
from common.domain.text import Language
from common.operations.kept_forms import make_form_key
from kiosk.app import KioskApp
from kiosk.view_models.form_shelf import ShelfState
from kiosk.view_models.places import Page

_FORM = "F02"
_PINYIN = "zhangsan"
_MOST_PAGES = 9
_NUMBER, _WRONG_NUMBER = "999999199003070012", "999999199003070013"


def take_form_pictures(view: KioskView) -> None:
    with view.studio.busy_hall() as hall, TemporaryDirectory() as keys:
        make_form_key(hall.store, Path(keys, "forms.key"))
        with view.kiosk(hall) as kiosk:
            _FormPictures(view, kiosk).take()


class _FormPictures:
    """One visit that fills in one form."""

    def __init__(self, view: KioskView, kiosk: KioskApp) -> None:
        self._view, self._kiosk = view, kiosk
        self._forms = kiosk.models.forms
        self._filling, self._editor = self._forms.form_filling, self._forms.field_editor

    def take(self) -> None:
        journey = self._kiosk.journey
        self._view.begin(self._kiosk)
        journey.open("forms")
        wait_until(lambda: self._forms.form_shelf.state is ShelfState.READY, "forms to choose from")
        self._keep("forms")
        self._forms.choose_form(_FORM)
        self._keep("form_notice")
        while journey.page is Page.FORM_NOTICE:
            self._filling.tick()
            if _shown(self._filling.notice)["code"] == "sensitive":
                self._keep("form_sensitive")
            self._filling.agree()
        self._keep("form")
        self._editors()
        for _ in range(_MOST_PAGES):
            if journey.page is not Page.FORM:
                break
            self._fill_page()
            self._keep(f"form_filled_{_shown(self._filling.step)['number']}")
            self._filling.next()
        self._keep("form_preview")
        self._filling.sign()
        self._keep("form_sign_empty")
        self._draw()
        self._keep("form_sign")
        self._filling.accept_signature()
        wait_until(lambda: journey.page is Page.FORM_DONE, "a form that is kept")
        self._keep("form_done")

    def _editors(self) -> None:
        self._editor.open("applicant.doc_type")
        self._keep("form_choice")
        self._editor.choose("resident_id")
        for sign in _WRONG_NUMBER:
            self._editor.press(sign)
        self._editor.accept()
        self._keep("form_wrong_number")
        self._editor.clear()
        for sign in _NUMBER:
            self._editor.press(sign)
        self._editor.accept()
        settle()
        if self._view.studio.language is not Language.ZH:
            touch(self._kiosk.window, "pad_mode_key")
        for letter in _PINYIN:
            touch(self._kiosk.window, f"key_{letter.upper()}")
        self._keep("form_pinyin")
        touch(self._kiosk.window, "candidate_0")
        settle()
        self._editor.accept()
        self._editor.open("applicant.mobile")
        for sign in "1380013":
            self._editor.press(sign)
        self._keep("form_digits")
        self._editor.close()
        self._filling.next()
        self._keep("form_stopped")

    def _fill_page(self) -> None:
        for _ in range(3):
            for row in _shown(self._filling.step)["rows"]:
                form = self._filling.form
                asked = form.field(FieldKey(row["key"])) if form else None
                right = row["value"]["zh"] and row["level"] == ""
                if asked is None or right or not row["needed"]:
                    continue
                field = asked.field
                self._editor.open(row["key"])
                if field.choices:
                    self._editor.choose(field.choices[0].code)
                elif _shown(self._editor.page)["pad"] == "consent":
                    self._editor.tick()
                    self._editor.accept()
                elif _shown(self._editor.page)["pad"] == "text":
                    self._editor.write(field.example)
                    self._editor.accept()
                else:
                    self._editor.clear()
                    for sign in field.example:
                        self._editor.press(sign)
                    self._editor.accept()
        self._editor.close()

    def _draw(self) -> None:
        for stroke in range(4):
            left = 0.22 + stroke * 0.14
            self._filling.begin_stroke(left, 0.3)
            for step in range(60):
                angle = step / 6
                self._filling.draw(
                    left + 0.05 * math.sin(angle * 1.3 + stroke),
                    0.3 + step / 150 + 0.04 * math.cos(angle * 2),
                )

    def _keep(self, page: str) -> None:
        self._view.keep(self._kiosk, page)


def _shown(value: object) -> Any:
    """What a property holds; to a type checker it is the property itself."""
    return value
