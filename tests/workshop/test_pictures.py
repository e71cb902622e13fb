"""What `dev.py screenshots` draws: each view once, and a page that fails costs no other."""

from __future__ import annotations

from collections import Counter

import pytest

from common.demo.hand import NeverHappened
from common.demo.pictures_kiosk import KIOSK_SITTINGS
from common.demo.sittings import FRONT_ENDS, sittings
from common.demo.studio import Studio
from common.domain.text import Language
from common.qt.pseudo_locale import PseudoLocale


def test_each_sitting_has_a_name_of_its_own_and_every_front_end_is_drawn():
    names = Counter(sitting.name for sitting in sittings())
    assert [name for name, times in names.items() if times > 1] == []
    assert {sitting.front_end for sitting in sittings()} == set(FRONT_ENDS)


def test_the_kiosk_is_drawn_in_every_language_and_for_every_wish():
    languages = {language for language, *_ in KIOSK_SITTINGS}
    assert languages == {*Language, *PseudoLocale}
    wishes = {wish for _, _, wish, _ in KIOSK_SITTINGS}
    assert wishes == {"", "large", "low", "contrast"}


@pytest.mark.parametrize("error", [NeverHappened(what="a slip"), KeyError("FA002")])
def test_a_chapter_that_fails_is_told_with_its_last_picture(tmp_path, error):
    studio = Studio(None, Language.ZH, tmp_path, tmp_path)
    with studio.chapter("slips"):
        studio.kept.append("slip_printing")
        raise error
    with studio.chapter("forms"):
        studio.kept.append("forms")
    (told,) = studio.troubles
    assert told.startswith("slips, after slip_printing: ")
    assert type(error).__name__ in told
    assert studio.kept[-1] == "forms"
