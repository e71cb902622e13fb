"""The kiosk for those who read large letters, sit, do not see well, or touch nothing at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

import kiosk
from common.domain.text import Language
from common.operations.kept_forms import make_form_key
from common.qt.engine import theme_singleton
from common.qt.presentation import Presentation, prepare_presentation
from common.qt.pseudo_locale import PseudoLocale
from common.qt.theme import load_theme
from kiosk.view_models.journey import LARGE_TEXT_IDLE_SECONDS
from tests.kiosk.looking import check, is_button, shown_at
from tests.kiosk.test_pages import (
    PAGES,
    confirm,
    found,
    guide_ticked,
    home,
    idle,
    phone_pad,
    slip,
    take,
)

VARIED = (home, found, guide_ticked, confirm, phone_pad)
"""Pages that are made in different ways, where all of them would take too long."""


class Keys:
    """Somebody who has a keyboard or a keypad and no touch screen."""

    def __init__(self, citizen) -> None:
        self._citizen = citizen

    def press(self, key: Qt.Key) -> None:
        self._citizen.wait_until_settled()
        QTest.keyClick(self._citizen.app.window, key)
        self._citizen.wait_until_settled()

    @property
    def at(self) -> str:
        item = self._citizen.app.window.activeFocusItem()
        return item.objectName() if item is not None and item.property("visualFocus") else ""

    def go_to(self, name: str) -> None:
        """With Tab, as long as it takes."""
        for _ in range(60):
            if self.at == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {name}")


@pytest.fixture
def citizen(make_kiosk):
    return make_kiosk()


@pytest.fixture
def keys(citizen):
    return Keys(citizen)


def theme_of(citizen) -> QObject:
    return theme_singleton(citizen.app._engine)


def test_a_number_is_taken_by_keys_alone(citizen, keys, records):
    keys.press(Qt.Key.Key_Return)
    assert citizen.page == "home"
    assert keys.at == "take_button"  # the first useful thing
    keys.press(Qt.Key.Key_Return)
    assert citizen.page == "take"
    assert keys.at == "search_button"
    keys.press(Qt.Key.Key_Down)
    first = keys.at
    keys.press(Qt.Key.Key_Right)
    assert keys.at.startswith("service_") and keys.at != first
    keys.press(Qt.Key.Key_Left)
    assert keys.at == first
    keys.press(Qt.Key.Key_Return)
    assert citizen.page == "confirm"
    keys.press(Qt.Key.Key_Escape)
    assert citizen.page == "take"
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    keys.go_to("take_number_button")
    keys.press(Qt.Key.Key_Return)
    citizen.wait_for_page("slip")
    assert len(records.numbers) == 1


def test_a_ring_shows_where_the_keys_are_and_none_after_a_touch(citizen, keys):
    keys.press(Qt.Key.Key_Return)
    button = citizen.find("take_button")
    assert button.property("visualFocus")
    citizen.touch("language_button")
    citizen.app.journey.open("take")
    citizen.wait_until_settled()
    assert keys.at == ""


def test_keys_stay_in_front_of_a_sheet(citizen, keys):
    keys.press(Qt.Key.Key_Return)
    keys.go_to("accessibility_button")
    keys.press(Qt.Key.Key_Return)
    assert citizen.sees("accessibility_sheet")
    sheet = shown_at(citizen.find("accessibility_sheet"))
    seen = set()
    for _ in range(12):
        keys.press(Qt.Key.Key_Tab)
        seen.add(keys.at)
    assert seen >= {"wish_large", "wish_contrast", "wish_low", "wish_still", "wishes_done_button"}
    assert not seen & {"take_button", "back_button", "language_button"}
    assert sheet.height() > 0
    keys.press(Qt.Key.Key_Escape)
    assert not citizen.sees("accessibility_sheet")
    assert citizen.page == "home"


def test_everything_that_was_wished_for_ends_with_the_visit(citizen):
    light, high = load_theme("light", "kiosk"), load_theme("contrast", "kiosk")
    access, theme = citizen.app.models.access, theme_of(citizen)
    citizen.app.journey.start()
    for wish in ("contrast", "low", "still"):
        citizen.touch("accessibility_button")
        citizen.touch(f"wish_{wish}")
        citizen.touch("wishes_done_button")
    assert theme.property("page") == QColor(high.colors.page)
    assert access.highContrast and access.low and access.still
    citizen.app.journey.finish()
    citizen.wait_until_settled()
    assert not (access.highContrast or access.low or access.still or access.isOpen)
    assert theme.property("page") == QColor(light.colors.page)


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
def test_low_mode_brings_all_that_is_touched_within_reach(make_kiosk, size):
    citizen = make_kiosk(size=size)
    highest = size[1] * (0.4 if size[1] > size[0] else 0.3)
    for page in (home, take, confirm, slip, idle) if size[1] > size[0] else (home, confirm):
        page(citizen)
        citizen.app.models.access.switch_low()
        if page is idle:
            citizen.app.models.idle.begin(12, 15)
        check(citizen, "zh", f"low_{page.__name__}-{size[0]}x{size[1]}")
        for item in citizen.items():
            if is_button(item):
                assert shown_at(item).top() >= highest - 2, item.objectName()
        citizen.app.journey.finish()
        citizen.wait_until_settled()


def test_the_home_page_in_large_type_asks_for_no_reading(citizen):
    citizen.touch("start_area")
    citizen.touch("text_size_button")
    citizen.wait_until_settled()
    assert citizen.app.models.idle.limit == LARGE_TEXT_IDLE_SECONDS
    assert {"take_button", "help_button", "fill_button"} <= {
        i.objectName() for i in citizen.items()
    }
    assert not citizen.sees("guides_button")
    citizen.touch("fill_button")
    assert citizen.app.models.help.isOpen
    citizen.app.models.help.close()
    citizen.touch("everything_button")
    assert citizen.sees("guides_button")


@pytest.fixture
def stretched(qapp) -> Presentation:
    presentation = prepare_presentation(Language.EN, PseudoLocale.STRETCHED)
    yield presentation
    presentation.translator.close()


@pytest.fixture
def mirrored(qapp) -> Presentation:
    presentation = prepare_presentation(Language.EN, PseudoLocale.MIRRORED)
    yield presentation
    presentation.translator.close()


class TestInInventedLanguages:
    @pytest.fixture
    def presentation(self, stretched):
        return stretched

    @pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)], ids=["portrait", "landscape"])
    def test_half_as_much_text_again_breaks_no_page(self, make_kiosk, size):
        citizen = make_kiosk(size=size)
        for page in PAGES if size[1] > size[0] else VARIED:
            page(citizen)
            check(citizen, "en", f"stretched_{page.__name__}-{size[0]}x{size[1]}")
            citizen.app.models.hall.refresh()
            citizen.wait_for(lambda: not citizen.app.models.hall.away)
            citizen.app.journey.finish()
            citizen.wait_until_settled()


class TestFromRightToLeft:
    @pytest.fixture
    def presentation(self, mirrored):
        return mirrored

    def test_what_leads_back_stands_at_the_right(self, make_kiosk):
        citizen = make_kiosk()
        take(citizen)
        citizen.wait_until_settled()
        back, other = citizen.find("back_button"), citizen.find("language_button")
        assert shown_at(back).left() > shown_at(other).right()
        citizen.touch("language_button")
        assert citizen.app.journey.language == "zh"
        citizen.wait_until_settled()
        assert (
            shown_at(citizen.find("back_button")).right()
            < shown_at(citizen.find("language_button")).left()
        )

    def test_digits_stand_as_on_every_telephone(self, make_kiosk, store, tmp_path):
        make_form_key(store, tmp_path / "forms.key")
        citizen = make_kiosk()
        citizen.touch("start_area")
        citizen.touch("forms_button")
        citizen.wait_for(lambda: citizen.sees("form_F02"))
        agreed = ("form_notice_tick", "form_agree_button")
        for name in ("form_F02", *agreed, *agreed, "field_applicant.mobile"):
            citizen.touch(name)
        citizen.wait_for(lambda: citizen.sees("digit_3"))
        assert shown_at(citizen.find("digit_1")).right() < shown_at(citizen.find("digit_3")).left()

    def test_what_stands_side_by_side_changes_sides_and_leaves_no_screen(self, make_kiosk):
        citizen = make_kiosk(size=(1920, 1080))
        for page in (*VARIED, slip):
            page(citizen)
            check(citizen, "en", f"mirrored_{page.__name__}")
            if page is confirm:
                title, act = citizen.find("page_title"), citizen.find("take_number_button")
                assert shown_at(title).left() > shown_at(act).right()
            citizen.app.journey.finish()
            citizen.wait_until_settled()


def test_pages_are_read_aloud_where_there_is_a_voice(citizen, presentation):
    citizen.touch("start_area")
    assert not citizen.sees("read_aloud_button")
    citizen.app.models.voice.prepare("mock")  # Qt's own, which speaks English and is not heard
    assert not citizen.sees("read_aloud_button")  # nor Chinese
    presentation.translator.set_language("en")
    citizen.wait_until_settled()
    said: list[str] = []
    voice = citizen.app.models.voice
    speak = voice.say
    voice.say = lambda text, language: (said.append(text), speak(text, language))
    citizen.touch("read_aloud_button")
    assert said[-1].splitlines()[0] == citizen.text("page_title")
    citizen.touch("text_size_button")
    assert citizen.app.models.access.reads
    citizen.touch("take_button")
    assert said[-1].splitlines()[0] == citizen.text("page_title")
    citizen.touch("search_button")
    assert citizen.text("page_title") in said[-1]
    assert not {"1", "Q"} & set(said[-1].splitlines())  # nobody listens to a keyboard
    citizen.app.journey.finish()
    assert not citizen.app.models.access.reads


QML = Path(kiosk.__file__).parent / "qml"
NEEDED_OF_A_BUTTON = (
    "Accessible.role:",
    "Accessible.name:",
    "Keys.onReturnPressed:",
    "Keys.onEnterPressed:",
    "FocusRing",
)

KEYS_STAY = ("PhoneSheet", "StaffPinPage")
"""Keys stand on the same side in every language, and what is typed on the other."""


def test_nothing_is_placed_beside_another_by_its_x_which_no_language_mirrors():
    faults = [
        f"{file.stem}: {line.strip()}"
        for file in sorted(QML.glob("*.qml"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.match(r"\s+(x|width): .*\b(?!modelData)\w+\.x\b", line) and file.stem not in KEYS_STAY
    ]
    assert not faults


def test_no_file_makes_what_only_a_seeing_person_can_touch():
    faults = []
    for file in sorted(QML.glob("*.qml")):
        text = file.read_text(encoding="utf-8")
        if re.search(r"^T\.\w*(Button|Delegate) \{", text, re.MULTILINE):
            faults += [
                f"{file.stem} lacks {part}" for part in NEEDED_OF_A_BUTTON if part not in text
            ]
        if re.search(r"\b(MouseArea|TapHandler) \{", text) and "Accessible." not in text:
            faults.append(f"{file.stem} has an area that nobody hears of")
        for wordless in re.findall(r'\{[^{}]*\btext: ""[^{}]*', text):
            if "Accessible.name:" not in wordless:
                faults.append(f"{file.stem} has a button without words or name")
    assert not faults
