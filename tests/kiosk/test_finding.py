"""Finding a service by letters and moments of life, as citizens do: with a finger, or on keys."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from common.store import create_database, open_store
from kiosk.view_models.journey import IDLE_SECONDS

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)


def type_on_pad(citizen, letters: str) -> None:
    citizen.wait_for(lambda: citizen.app.models.finding.ready)
    for letter in letters:
        citizen.touch(f"key_{letter}")


def found(citizen) -> list[str]:
    return [entry["code"] for entry in citizen.app.models.finding.results]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_initials_lead_to_the_number_of_a_service(make_kiosk, records, size):
    citizen = make_kiosk(size=size)
    citizen.start_to_take()
    citizen.touch("search_button")
    citizen.wait_for(lambda: citizen.text("find_says") == "请输入事项的拼音首字母")
    type_on_pad(citizen, "SBK")
    assert citizen.text("typed_letters") == "SBK"
    marked = [text for text in citizen.words() if "<u>" in text]
    assert any("社保卡" in text for text in marked)
    citizen.touch(f"service_{found(citizen)[0]}")
    assert citizen.page == "confirm"
    assert citizen.text("page_title") == "社会保障卡申领与补换"
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.sees("keep_button"))
    assert len(records.numbers) == 1


def test_back_from_the_errand_the_letters_and_what_they_found_still_stand(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("search_button")
    type_on_pad(citizen, "HZ")
    before = found(citizen)
    citizen.touch(f"service_{before[0]}")
    citizen.touch("back_button")
    assert (citizen.text("typed_letters"), found(citizen)) == ("HZ", before)
    citizen.touch("erase_key")
    assert citizen.text("typed_letters") == "H"
    citizen.touch("clear_key")
    assert not citizen.sees("typed_letters")
    assert found(citizen) == []


def test_a_keyboard_types_too_and_what_is_no_letter_types_nothing(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("search_button")
    citizen.touch("key_S")  # keys still type after a finger did
    window = citizen.app.window
    for key in (Qt.Key.Key_B, Qt.Key.Key_K):
        QTest.keyClick(window, key)
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Tab, Qt.Key.Key_Left):
        QTest.keyClick(window, key)
    assert citizen.app.models.finding.typed == "SBK"
    QTest.keyClick(window, Qt.Key.Key_Backspace)
    assert citizen.app.models.finding.typed == "SB"
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert citizen.app.models.finding.typed == ""
    for sign in ("\x00", "\u202e", "\n", "ab", ""):
        citizen.app.models.finding.press(sign)
    assert citizen.app.models.finding.typed == ""
    for _ in range(100):
        citizen.app.models.finding.press("<")
    assert len(citizen.app.models.finding.typed) == 24


def test_a_long_list_begins_at_its_top_after_each_key(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("search_button")
    type_on_pad(citizen, "S")
    first = citizen.text("page_place")
    assert first.startswith("1 / ")
    citizen.touch("page_down_button")
    citizen.wait_for(lambda: citizen.text("page_place").startswith("2 / "))
    citizen.wait_for(lambda: not citizen.find("found").property("sliding"))
    citizen.touch("key_B")
    citizen.wait_for(lambda: citizen.sees(f"service_{found(citizen)[0]}"))


def test_nothing_found_says_what_to_do_and_leads_to_the_lists(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("search_button")
    type_on_pad(citizen, "QXQ9")
    assert citizen.text("find_says") == "没有找到“QXQ9”"
    assert any("咨询导办台" in text for text in citizen.words())
    citizen.touch("departments_button")
    citizen.touch("department_GAJ")
    citizen.touch("service_BA001")
    assert citizen.page == "confirm"


def test_what_was_typed_is_gone_with_its_citizen(make_kiosk, idle_clock):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("search_button")
    type_on_pad(citizen, "SBK")
    idle_clock.seconds += IDLE_SECONDS - 1
    QTest.keyClick(citizen.app.window, Qt.Key.Key_A)  # somebody is there, who touches no screen
    assert citizen.app.models.idle.secondsLeft == IDLE_SECONDS
    idle_clock.seconds += IDLE_SECONDS
    citizen.wait_for_page("attract")
    assert citizen.app.models.finding.typed == ""
    assert found(citizen) == []


def test_a_moment_of_life_shows_its_bundles_and_services(make_kiosk, hall):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("life_stages_button")
    citizen.touch("life_stage_child")
    assert citizen.text("page_title") == "生育与新生儿"
    for service in hall.services_of_life_stage("child"):
        assert citizen.sees(f"service_{service.code}")
    (bundle, *_) = hall.bundles_of_life_stage("child")
    citizen.touch(f"bundle_{bundle.code}")
    assert citizen.text("page_title") == bundle.name.zh


def test_a_hall_without_moments_of_life_does_not_offer_them(make_kiosk, hall, tmp_path, clock):
    bare = replace(
        hall,
        life_stages=(),
        services=tuple(replace(s, life_stages=()) for s in hall.services),
        bundles=tuple(replace(b, life_stages=()) for b in hall.bundles),
    )
    url = os.fspath(tmp_path / "bare.db")
    create_database(url, bare, clock).close()
    store = open_store(url, clock)
    citizen = make_kiosk(on=store)
    citizen.start_to_take()
    assert citizen.sees("zones_button")
    assert not citizen.sees("life_stages_button")
    citizen.app.close()
    store.close()


def test_each_key_is_answered_before_the_next_one_is_heard(make_models, qtbot):
    """How fast that is tells `dev.py bench`."""
    finding = make_models().finding
    qtbot.waitUntil(lambda: finding.ready)
    counts = []
    for letter in "SHEBAOKA":
        finding.press(letter)
        counts.append(len(finding.results))
    assert all(counts) and counts[-1] < counts[0]
