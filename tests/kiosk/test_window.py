"""The kiosk as a citizen meets it: a real window, real touches, a real hall, a virtual printer."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from common.domain.text import Text
from common.store import Store, create_database
from kiosk.app import KioskApp
from kiosk.options import KioskOptions
from kiosk.view_models import catalogue
from tests.kiosk.conftest import is_text
from tests.kiosk.looking import shown_at

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_a_citizen_takes_a_number_in_three_touches(make_kiosk, paper_printer, records, size):
    citizen = make_kiosk(paper_printer.url, size=size)
    citizen.start_to_take()
    citizen.touch("service_FA002")
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.sees("finish_button"))

    assert citizen.text("ticket_number") == "FA001"
    assert citizen.text("notice_words") == "请取走号票"
    assert citizen.sees("slip_outlet")
    assert citizen.text("place_counters") == "F01-F04 窗口"
    assert citizen.text("people_ahead") == "前面无人等候"
    assert records.numbers == ["FA001"]
    assert len(paper_printer.device.slips) == 1

    citizen.touch("finish_button")
    assert citizen.page == "attract"


def test_the_mouse_of_a_desk_pc_works_as_well(make_kiosk, records):
    citizen = make_kiosk()
    citizen.click("start_area")
    citizen.click("take_button")
    citizen.click("service_FA002")
    citizen.click("take_number_button")
    citizen.wait_for(lambda: citizen.sees("keep_button"))
    citizen.click("keep_button")
    assert citizen.text("notice_words") == "号码已保留，请等候叫号。"
    assert records.numbers == ["FA001"]


def test_two_quick_touches_make_one_ticket(make_kiosk, paper_printer, records):
    citizen = make_kiosk(paper_printer.url)
    citizen.go_to_confirm()
    place = citizen.place("take_number_button")
    citizen.tap(place)
    citizen.tap(place)
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    assert records.numbers == ["FA001"]
    assert len(paper_printer.device.slips) == 1


def test_the_second_tap_of_a_double_touch_does_not_choose_on_the_next_page(make_kiosk):
    citizen = make_kiosk(hurried=False)
    citizen.start_to_take()
    place = citizen.place("service_FA002")
    citizen.app.journey.finish()
    citizen.wait_until_settled()
    citizen.tap(place)
    citizen.tap(place)
    citizen.wait_until_settled()
    assert citizen.page == "home"


def test_every_way_leads_to_a_service_and_back_home(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("zones_button")
    citizen.touch("zone_F")
    assert citizen.text("page_title") == "人社社保区"
    citizen.touch("back_button")
    assert citizen.page == "zones"
    citizen.touch("back_button")
    citizen.touch("departments_button")
    citizen.touch("department_GAJ")
    citizen.touch("service_BA001")
    assert citizen.page == "confirm"
    citizen.touch("home_button")
    citizen.touch("bundles_button")
    citizen.touch("bundle_YJS01")
    assert citizen.text("page_title") == "开小吃店一件事"
    citizen.touch("home_button")
    citizen.touch("leave_button")
    assert citizen.page == "attract"


def test_names_of_sixty_signs_stay_on_their_tiles(make_kiosk, store, hall):
    long = Text(zh="企业职工基本养老保险关系跨省转移接续" * 4, en="Pension transfer " * 4)
    with store.write() as tx:
        services = tuple(replace(one, name=long) for one in hall.services)
        tx.write_hall(replace(hall, name=long, services=services))
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("zones_button")
    citizen.touch("zone_F")
    tile = citizen.find("service_FA002")
    inside = shown_at(tile).adjusted(-1, -1, 1, 1)
    texts = [item for item in citizen.items(tile) if is_text(item)]
    names = [item for item in texts if item.property("text") == long.zh]
    assert names
    for item in names:
        assert item.property("contentHeight") <= item.height() + 2
        assert inside.contains(shown_at(item))
    header = citizen.find("hall_name")
    assert header.property("contentHeight") <= header.height() * 1.1


def test_a_long_list_is_read_once(make_kiosk, monkeypatch):
    listed = []
    listing = catalogue.listing
    monkeypatch.setattr(catalogue, "listing", lambda *of: listed.append(of) or listing(*of))
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("zones_button")
    citizen.touch("zone_F")
    citizen.touch("language_button")
    assert len(listed) == 1


def test_a_long_list_is_turned_by_its_buttons(make_kiosk):
    citizen = make_kiosk()
    citizen.start_to_take()
    citizen.touch("departments_button")
    assert citizen.text("page_place") == "1 / 2"
    assert not citizen.sees("page_up_button")
    citizen.touch("page_down_button")
    citizen.wait_for(lambda: citizen.text("page_place") == "2 / 2")
    citizen.wait_for(lambda: citizen.sees("department_GYS"))
    citizen.touch("page_up_button")
    citizen.wait_for(lambda: citizen.text("page_place") == "1 / 2")


def test_an_abandoned_visit_warns_and_then_wipes_itself(make_kiosk, idle_clock):
    citizen = make_kiosk()
    citizen.touch("other_language_button")
    citizen.touch("take_button")
    citizen.touch("service_FA002")
    idle_clock.seconds += 50
    citizen.wait_for(lambda: citizen.sees("idle_notice"))
    idle_clock.seconds += 10
    citizen.wait_for_page("attract")
    assert not citizen.sees("idle_notice")
    assert "触摸开始" in citizen.words()


def test_continue_keeps_the_visit(make_kiosk, idle_clock):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    idle_clock.seconds += 50
    citizen.wait_for(lambda: citizen.sees("idle_notice"))
    citizen.touch("continue_button")
    assert not citizen.sees("idle_notice")
    assert citizen.page == "confirm"
    assert citizen.app.models.idle.secondsLeft == 60


def test_any_touch_counts_as_being_there(make_kiosk, idle_clock):
    citizen = make_kiosk()
    citizen.touch("start_area")
    idle_clock.seconds += 30
    citizen.tap(citizen.place("page_title"))
    assert citizen.app.models.idle.secondsLeft == 60


def test_the_language_changes_on_the_confirm_page_without_losing_the_errand(make_kiosk):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("language_button")
    assert citizen.text("page_title") == "Pension account transfer"
    assert citizen.text("take_number_button") == "Take a number"
    citizen.touch("language_button")
    assert citizen.text("page_title") == "基本养老保险关系转移接续"


def test_a_priority_is_claimed_in_a_sheet_of_its_own(make_kiosk):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.touch("priority_button")
    citizen.touch("priority_P2")
    assert not citizen.sees("priority_sheet")
    assert citizen.text("priority_button") == "优先：残疾人"


def test_an_open_cover_is_said_before_a_number_is_taken(make_kiosk, paper_printer, records):
    paper_printer.device.set_cover(True)
    citizen = make_kiosk(paper_printer.url)
    citizen.go_to_confirm()
    citizen.touch("take_number_button")
    citizen.wait_for_page("printer")
    assert "打印机盖没有关好" in citizen.words()
    assert records.numbers == []

    paper_printer.device.set_cover(False)
    citizen.touch("try_again_button")
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    assert citizen.text("notice_words") == "请取走号票"


def test_out_of_paper_the_citizen_decides_to_go_on_without(make_kiosk, paper_printer, records):
    paper_printer.device.load_paper(0)
    citizen = make_kiosk(paper_printer.url)
    citizen.go_to_confirm()
    citizen.touch("take_number_button")
    citizen.wait_for_page("printer")
    assert "打印纸用完了" in citizen.words()
    citizen.touch("without_paper_button")
    citizen.wait_for_page("slip")
    assert citizen.text("notice_words") == "没有号票，请拍照或记住号码。"
    citizen.touch("cancel_button")
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    assert citizen.text("notice_words") == "号码已取消，不会再叫号。"
    assert records.numbers == []


def test_a_slip_that_stopped_halfway_is_not_claimed(make_kiosk, paper_printer):
    paper_printer.device.load_paper(25)
    citizen = make_kiosk(paper_printer.url)
    citizen.go_to_confirm()
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.sees("keep_button"))
    assert citizen.text("notice_words") == "打印纸用完了。号票可能不完整，请拍照或记住号码。"
    assert not citizen.sees("slip_outlet")


def test_the_database_away_and_back_needs_nobody(make_kiosk, database):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    database.take()
    citizen.wait_for_page("away")
    assert "请稍候" in citizen.words()
    database.bring_back()
    citizen.wait_for_page("confirm")


def test_a_closed_hall_shows_its_hours(make_kiosk, hall_with_hours, clock):
    clock.set(datetime(2026, 11, 22, 3, 0, tzinfo=UTC))  # a Sunday
    citizen = make_kiosk(on=hall_with_hours)
    assert citizen.page == "closed"
    assert citizen.text("night_opens") == "开放时间：2026年11月23日 星期一 08:15"
    citizen.touch("night_view")
    assert "星期一至星期五" in citizen.words()
    assert citizen.text("closed_why") == "星期日休息"
    assert citizen.text("opens_at") == "下次取号：2026年11月23日 星期一 08:15"
    assert citizen.sees("forms_button") and not citizen.sees("take_button")
    citizen.touch("language_button")
    assert citizen.text("closed_why") == "Closed on Sundays"
    assert citizen.text("opens_at") == "Next: Monday, 23 Nov 2026, 08:15"


def test_others_waiting_are_counted_live(make_kiosk, records):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    assert citizen.text("people_count") == "0"
    records.take("FA002")
    citizen.wait_for(lambda: citizen.text("people_count") == "1")


def test_after_a_bug_the_page_is_calm(make_kiosk):
    citizen = make_kiosk()
    citizen.app.journey.give_up()
    citizen.wait_for_page("broken")
    assert "本机正在重新启动" in citizen.words()


@pytest.mark.parametrize("page", ["away", "broken"])
def test_nobody_is_asked_to_continue_while_the_kiosk_cannot(make_kiosk, database, idle_clock, page):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    if page == "away":
        database.take()
    else:
        citizen.app.journey.give_up()
    citizen.wait_for_page(page)
    idle_clock.seconds += 50
    citizen.app.models.idle.tick()
    assert not citizen.sees("idle_notice")
    assert not citizen.sees("seconds_left")
    assert not citizen.sees("text_size_button")
    assert citizen.sees("language_button")
    database.bring_back()


def test_the_halls_notices_take_turns_and_are_in_nobodys_way(make_kiosk, hall):
    citizen = make_kiosk()
    first, second = (notice.zh for notice in hall.notices)
    assert citizen.text("hall_notice") == first
    citizen.find("hall_notices").setProperty("turn", 1)
    citizen.wait_for(lambda: citizen.sees("hall_notice") and citizen.text("hall_notice") == second)
    citizen.touch("hall_notice")
    assert citizen.page == "home"


@pytest.fixture
def hall_without_notices(hall, tmp_path, clock) -> Iterator[Store]:
    store = create_database(os.fspath(tmp_path / "silent.db"), replace(hall, notices=()), clock)
    yield store
    store.close()


def test_a_hall_without_notices_shows_none(make_kiosk, hall_without_notices):
    citizen = make_kiosk(on=hall_without_notices)
    assert not citizen.sees("hall_notices")


def test_a_visit_by_keys_ends_by_itself_too_unless_a_key_continues_it(make_kiosk, idle_clock):
    citizen = make_kiosk()
    window, idle = citizen.app.window, citizen.app.models.idle
    citizen.touch("start_area")
    QTest.keyClick(window, Qt.Key.Key_Tab)

    def nearly_over() -> None:
        idle_clock.seconds += idle.limit - 5
        idle.tick()
        citizen.wait_until_settled()
        assert citizen.sees("continue_button")
        assert idle.secondsLeft == 5

    nearly_over()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert not citizen.sees("continue_button")
    assert idle.secondsLeft == idle.limit
    nearly_over()
    idle_clock.seconds += 5
    idle.tick()
    assert citizen.page == "attract"


def test_a_kiosk_goes_without_a_page_that_reads_what_is_gone(
    presentation, store, clock, idle_clock, qtbot, caplog
):
    app = KioskApp(store, presentation, KioskOptions(), clock=clock, idle_clock=idle_clock)
    app.show(1080, 1920)
    qtbot.waitUntil(lambda: app.models.hall.hall is not None)
    window, hall = app.window, app.models.hall
    app.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(window) and not isValid(hall)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
