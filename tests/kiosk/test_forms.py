"""Filling in forms at the kiosk: from the list to the code, and everything that may be typed."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from common.demo.filled_forms import filled_in
from common.domain.forms import FieldKey, FormBook, Kind
from common.domain.kept_form import FormState
from common.operations.form_files import read_forms
from common.operations.kept_forms import (
    form_keys,
    form_with_code,
    give_practice_key,
    kept_forms,
    key_file_of,
    make_form_key,
    open_form,
)
from common.store import Store
from kiosk.app import KioskModels
from kiosk.view_models.places import Page

ADULT, CHILD = "999999199003070012", "999999201503070016"
PATIENCE = 10_000


@pytest.fixture(scope="module")
def book() -> FormBook:
    return read_forms().book


@pytest.fixture
def key(store, tmp_path) -> Path:
    file = tmp_path / "forms.key"
    make_form_key(store, file)
    return file


class Filler:
    """A citizen who fills in forms, without a window."""

    def __init__(self, models: KioskModels, qtbot, book: FormBook) -> None:
        self.models = models
        self.forms = models.forms
        self.filling = models.forms.form_filling
        self.editor = models.forms.field_editor
        self.keeping = models.forms.form_keeping
        self._qtbot = qtbot
        self._book = book

    @property
    def page(self) -> Page:
        return self.models.journey.page

    def wait(self, met: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(met, timeout=PATIENCE)

    def begin(self, form: str, errand: str = "") -> None:
        self.models.journey.start()
        self.models.journey.open("forms")
        self.wait(lambda: self.forms.form_shelf.stateName == "ready")
        self.forms.choose_form(form)
        if errand:
            assert self.page is Page.FORMS
            self.forms.choose_errand(errand)

    def agree(self) -> list[str]:
        """To all notices that are shown; their codes."""
        codes = []
        while self.page is Page.FORM_NOTICE:
            codes.append(self.filling.notice["code"])
            self.filling.tick()
            self.filling.agree()
        return codes

    def type(self, key: str, value: str) -> str:
        """Into one field; the advice that is given, in Chinese."""
        self.editor.open(key)
        match self.editor.page["pad"]:
            case "choice":
                self.editor.choose(value)
            case "multi":
                for code in value.split(","):
                    self.editor.choose(code)
                self.editor.accept()
            case "consent":
                self.editor.tick()
                self.editor.accept()
            case "text":
                self.editor.write(value)
                self.editor.accept()
            case _:
                self.editor.clear()
                for sign in value:
                    self.editor.press(sign)
                self.editor.accept()
        return self.editor.advice["zh"] if self.editor.page.get("key") == key else ""

    def rows(self) -> dict[str, dict]:
        return {row["key"]: row for row in self.filling.step["rows"]}

    def fill_page(self, **other: str) -> None:
        """Everything that is needed and nothing else, with the examples of the dictionary."""
        for _ in range(4):  # an answer may ask for another
            for key, row in self.rows().items():
                if (row["needed"] or key in other) and not row["value"]["zh"]:
                    field = self._book.fields[FieldKey(key)]
                    example = field.choices[0].code if field.choices else field.example
                    assert self.type(key, other.get(key, example)) == "", key
        self.editor.close()

    def sign(self) -> None:
        for stroke in range(3):
            self.filling.begin_stroke(0.2 + stroke / 5, 0.3)
            for step in range(30):
                angle = step / 5
                self.filling.draw(0.2 + stroke / 5 + math.sin(angle) / 10, 0.4 + step / 100)
        self.filling.accept_signature()

    def fill(self, **other: str) -> list[str]:
        """From the notices to the code; the notices that were shown."""
        notices = self.agree()
        while self.page is Page.FORM:
            before = self.models.way.here
            self.fill_page(**other)
            self.filling.next()
            notices += self.agree()
            assert self.models.way.here != before, self.filling.step
        assert self.page is Page.FORM_PREVIEW
        self.filling.sign()
        assert self.page is Page.FORM_SIGN
        self.sign()
        self.wait(lambda: self.page is Page.FORM_DONE or self.keeping.stateName == "failed")
        return notices


@pytest.fixture
def filler(make_models, key, qtbot, book) -> Filler:
    return Filler(make_models(), qtbot, book)


def test_a_form_is_filled_in_signed_and_found_by_its_code(filler, store, key, clerk_who_opens):
    filler.begin("F02")
    assert filler.page is Page.FORM_NOTICE
    assert filler.fill() == ["privacy", "sensitive"]
    assert filler.page is Page.FORM_DONE
    code = filler.keeping.code
    (kept,) = kept_forms(store)
    assert (kept.code, kept.state, kept.kiosk) == (code, FormState.WAITING, "kiosk-7")
    filled = clerk_who_opens(code)
    assert filled.answers["applicant.doc_no"] == ADULT
    assert filled.answers["applicant.birth"] == "1990-03-07"
    assert filled.answers["applicant.sex"] == "male"
    assert filled.answers["consent.privacy"] == "1"
    assert filled.services == ("CB001",)
    assert filler.filling.answers == {}  # nothing stays but the code


@pytest.fixture
def clerk_who_opens(store, key) -> Callable:
    from common.domain.forms import unpacked
    from common.operations.kept_forms.sealing import open_box, place_of

    def read(code: str):
        keys = form_keys(store, key)
        form = form_with_code(store, code)
        with store.read() as tx:
            place = place_of(tx.hall.code, form.id, form.key_id)
            return unpacked(open_box(keys.private[form.key_id], tx.forms.sealed(form.id), place))

    return read
