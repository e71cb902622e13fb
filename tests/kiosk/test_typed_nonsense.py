"""Whatever is typed, pasted or composed at the real window, each page keeps its word about it."""

from __future__ import annotations

import time
import unicodedata

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from common.domain.opinion import LONGEST_WORDS
from common.domain.signs import LONGEST
from common.operations.kept_forms import make_form_key
from common.operations.opinions import opinions as opinions_of
from tests.kiosk.monkey import NASTY, compose, paste, type_keys

WAYS = (type_keys, paste, compose)
ANSWER = 10.0
"""Seconds of the processor in which the worst of it must be drawn."""


@pytest.fixture
def citizen(make_kiosk, store, tmp_path):
    make_form_key(store, tmp_path / "forms.key")
    citizen = make_kiosk(size=(540, 960))
    citizen.app.journey.start()
    return citizen


def attack(citizen, looks_right) -> None:
    """Type all of it in every way; after each, the page stands and holds what it may hold."""
    page = citizen.page
    citizen.wait_until_settled()
    for way in WAYS:
        for text in NASTY:
            began = time.process_time()
            way(citizen.app.window, text)
            QCoreApplication.processEvents()
            citizen.app.window.grabWindow()
            assert time.process_time() - began < ANSWER, (way.__name__, text[:12], len(text))
            assert citizen.page == page, (way.__name__, text[:12])
            assert looks_right(), (way.__name__, text[:12])


def is_plain(typed: str, longest: int) -> bool:
    """Nothing in it that cannot be seen, and not too much of it."""
    return len(typed) <= longest and typed.isprintable()


def test_the_search_takes_signs_that_can_be_seen(citizen):
    citizen.app.journey.open_search()
    finding = citizen.app.models.finding
    citizen.wait_for(lambda: finding.ready)
    attack(citizen, lambda: is_plain(finding.typed, 24))
    finding.clear()
    type_keys(citizen.app.window, "shebao")
    assert finding.typed == "SHEBAO"


@pytest.mark.parametrize("button", ["appointment", "mine", "progress"])
def test_a_code_takes_letters_and_digits_only(citizen, button):
    citizen.app.journey.open(button)
    typed = {
        "appointment": citizen.app.models.check_in.typed,
        "mine": citizen.app.models.my_number.typed,
        "progress": citizen.app.models.my_number.typed,
    }[button]
    attack(citizen, lambda: typed.typed == "" or (typed.typed.isascii() and typed.typed.isalnum()))


def test_what_is_told_in_ones_own_words_is_seen_as_it_is_kept(citizen, store):
    opinions = citizen.app.models.opinions
    citizen.app.journey.open("opinions")
    opinions.begin()
    opinions.choose_kind("praise")
    opinions.choose_topic("staff")
    citizen.wait_for(lambda: citizen.page == "opinion_words")
    citizen.wait_until_settled()
    editor = next(item for item in citizen.items() if "cursorPosition" in properties(item))
    editor.forceActiveFocus()

    def as_kept() -> bool:
        kept = opinions.written
        return len(kept) <= LONGEST_WORDS and str(editor.property("text")) == kept

    attack(citizen, as_kept)
    assert len(opinions.written) == LONGEST_WORDS
    opinions.send()
    citizen.wait_for(lambda: citizen.page != "opinion_words" or opinions.refusal["en"] != "")
    (told,) = opinions_of(store, 1)
    hidden = {sign for sign in told.words if unicodedata.category(sign) in ("Cc", "Cf", "Cs")}
    assert hidden <= {"\n", "\u200d"}, hidden


def test_the_text_of_a_form_is_seen_as_it_is_kept(citizen):
    forms = citizen.app.models.forms
    citizen.app.journey.open("forms")
    citizen.wait_for(lambda: forms.form_shelf.stateName == "ready")
    forms.choose_form("F02")
    while citizen.page == "form_notice":
        forms.form_filling.tick()
        forms.form_filling.agree()
    editor = forms.field_editor
    editor.open("applicant.name")
    citizen.wait_for(lambda: citizen.sees("typed_text"))
    citizen.find("typed_text").forceActiveFocus()

    def as_kept() -> bool:
        shown = str(citizen.find("typed_text").property("text"))
        return editor.isOpen and len(shown) <= LONGEST + 1 and shown == editor.typed

    attack(citizen, as_kept)
    assert len(editor.typed) >= LONGEST
    editor.accept()
    assert editor.isOpen
    assert editor.advice["en"] != ""


def test_a_receipt_takes_letters_and_digits_only(citizen):
    opinions = citizen.app.models.opinions
    citizen.app.journey.open("opinions")
    opinions.begin_reading()
    attack(citizen, lambda: is_plain(opinions.typed, 24))


def test_a_phone_takes_digits_only(citizen):
    citizen.app.journey.choose_service("FA002")
    phone = citizen.app.models.phone
    phone.open()
    attack(citizen, lambda: phone.typed == "" or (phone.typed.isascii() and phone.typed.isdigit()))
    QTest.keyClick(citizen.app.window, Qt.Key.Key_Escape)


def properties(item) -> set[str]:
    meta = item.metaObject()
    return {meta.property(index).name() for index in range(meta.propertyCount())}
