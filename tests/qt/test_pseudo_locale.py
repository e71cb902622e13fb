"""Languages that nobody speaks keep what programs need, and change everything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from common.domain.text import Language
from common.qt.pseudo_locale import PseudoLocale
from common.qt.translations import Translator


@pytest.mark.parametrize(
    "text", ["Take a number", "What do you need a number for?", "OK", "Windows %1"]
)
def test_a_stretched_text_is_half_as_long_again(text):
    stretched = PseudoLocale.STRETCHED.render(text)
    assert len(text.replace("%1", "")) * 1.5 <= len(stretched.replace("%1", "")) + 1
    assert len(stretched) <= len(text) * 1.5 + 5


@pytest.mark.parametrize("locale", PseudoLocale)
def test_what_a_program_fills_in_stays(locale):
    assert "%1 " in locale.render("%1 of <b>%2</b>\nleft")
    assert locale.render("<b>%2</b>") == "<b>%2</b>"
    assert "\n" in locale.render("one\ntwo")


def test_a_mirrored_word_runs_from_right_to_left():
    mirrored = PseudoLocale.MIRRORED.render("Back")
    assert "Back" in mirrored
    assert mirrored.index("\u202e") < mirrored.index("Back") < mirrored.index("\u202c")


def test_only_what_is_english_otherwise_is_changed(qapp):
    translator = Translator(Language.EN, pseudo=PseudoLocale.STRETCHED)
    try:
        assert QCoreApplication.translate("BottomBar", "Back").startswith("[Báck")
        translator.set_language(Language.ZH)
        assert QCoreApplication.translate("BottomBar", "Back") == "返回"
        assert not translator.is_mirrored
    finally:
        translator.close()
