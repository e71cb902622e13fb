"""The guide of a service: read, ticked, printed, gone on from, forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
SERVICE = "FA002"


def read_guide(citizen, letters: str = SERVICE) -> None:
    """From the home page by letters: the code of a service is a name too."""
    citizen.touch("start_area")
    citizen.touch("guides_button")
    citizen.wait_for(lambda: citizen.app.models.finding.ready)
    for letter in letters:
        citizen.touch(f"key_{letter}")
    citizen.touch(f"service_{letters}")
    assert citizen.page == "guide"


@pytest.fixture
def lists(sqlite_url) -> Callable[[], list[tuple[str, str]]]:
    """Every list on paper, as it is written down: from where, and how it ended."""

    def read() -> list[tuple[str, str]]:
        with closing(sqlite3.connect(sqlite_url)) as database:
            return database.execute(
                "SELECT device, state FROM print_job WHERE paper = 'checklist' AND ticket IS NULL"
            ).fetchall()

    return read


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["portrait", "landscape"])
def test_what_is_missing_stands_in_one_line_and_a_number_follows(make_kiosk, hall, records, size):
    citizen = make_kiosk(size=size)
    read_guide(citizen)
    first, second = hall.materials_of([SERVICE])
    assert citizen.text("page_title") == hall.service(SERVICE).name.zh
    assert citizen.text("missing_line") == "带了的请点一下，缺什么会列在这里。"
    citizen.touch(f"material_{first.code}")
    assert citizen.text("missing_line") == (
        f"还缺：{second.name.zh}。请备齐再来，或到咨询导办台询问。"
    )
    citizen.touch(f"material_{second.code}")
    assert citizen.text("missing_line") == "材料齐全。"
    citizen.touch(f"material_{first.code}")
    assert first.name.zh in citizen.text("missing_line")
    assert not citizen.sees("print_list_button")  # this kiosk has no printer
    citizen.touch("take_from_guide_button")
    assert citizen.page == "confirm"
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.sees("keep_button"))
    assert records.numbers == ["FA001"]


def test_from_the_errand_to_its_guide_and_back_the_errand_stays(make_kiosk, records):
    citizen = make_kiosk()
    citizen.go_to_confirm()
    citizen.app.taking.choose_priority("P2")
    citizen.touch("guide_button")
    assert citizen.page == "guide"
    citizen.touch("take_from_guide_button")
    assert citizen.page == "confirm"
    assert citizen.text("priority_button") == "优先：残疾人"
    citizen.touch("back_button")
    assert citizen.page == "take"
    assert records.numbers == []


def test_the_guide_tells_whom_how_long_and_by_which_law(make_kiosk, hall):
    citizen = make_kiosk()
    citizen.touch("start_area")
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_service("AA004")
    citizen.wait_for_page("guide")
    guide = hall.service("AA004").guide
    said = "\n".join(citizen.words())
    assert guide.who.zh in said
    assert all(condition.zh in said for condition in guide.conditions)
    assert "承诺5个工作日内办结" in said
    assert "法定期限20个工作日（《行政许可法》第42条）" in said
    citizen.touch("language_button")
    assert "By law 20 working days (Administrative Licensing Law, art. 42)" in "\n".join(
        citizen.words()
    )


def test_the_guide_names_the_sites_that_may_be_nearer(make_kiosk, hall):
    citizen = make_kiosk()
    citizen.touch("start_area")
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_service("CB002")
    citizen.wait_for_page("guide")
    assert citizen.sees("nearer_chip") and citizen.sees("site_list")
    said = citizen.words()
    for site in hall.sites:
        is_done_there = site.code in hall.service("CB002").guide.sites
        for words in (site.name.zh, site.address.zh, site.hours.zh, f"电话：{site.phone}"):
            assert (words in said) == is_done_there
    citizen.app.journey.take_from_guide()
    citizen.wait_for_page("confirm")
    assert citizen.sees("nearer_chip")


def test_a_service_that_is_done_here_only_names_no_site(make_kiosk):
    citizen = make_kiosk()
    read_guide(citizen)
    assert not citizen.sees("nearer_chip") and not citizen.sees("site_list")


def open_bundle(citizen, code: str) -> None:
    citizen.app.journey.open("guides")
    citizen.app.journey.choose_bundle(code)
    citizen.wait_for(lambda: citizen.sees("promise_card"))


PROMISES = ["told", "form", "joint", "delivered"]


def test_every_bundle_of_the_demonstration_keeps_its_four_promises(make_kiosk, hall):
    citizen = make_kiosk()
    citizen.touch("start_area")
    for bundle in hall.bundles:
        open_bundle(citizen, bundle.code)
        promises = citizen.app.models.forms.promises
        assert [promise["code"] for promise in promises] == PROMISES
        assert all(promise["kept"] for promise in promises), bundle.code
        said = citizen.words()
        assert {"一次告知", "一次表单", "一次联办", "一次送达"} <= set(said)
        assert f"一个号办{len(bundle.services)}个事项" in said and "尚未做到" not in said
        citizen.app.journey.go_home()


def test_a_promise_that_is_not_kept_is_open(make_kiosk, store, hall):
    bundle = hall.bundles[0]
    with store.write() as tx:
        tx.write_hall(replace(hall, bundles=(replace(bundle, delivery=None),)))
    citizen = make_kiosk()
    citizen.touch("start_area")
    open_bundle(citizen, bundle.code)
    promises = citizen.app.models.forms.promises
    assert [promise["kept"] for promise in promises] == [True, True, True, False]
    assert citizen.words().count("尚未做到") == 1
    assert not [words for words in citizen.words() if "delivery" in words]  # that is for the staff


def test_a_service_alone_promises_nothing(make_kiosk):
    citizen = make_kiosk()
    read_guide(citizen)
    citizen.wait_for(lambda: citizen.app.models.forms.form_shelf.book is not None)
    assert not citizen.sees("promise_card")


def test_the_list_is_printed_without_a_number_and_written_down(
    make_kiosk, paper_printer, records, lists
):
    citizen = make_kiosk(paper_printer.url)
    read_guide(citizen)
    citizen.touch("print_list_button")
    citizen.wait_for(lambda: citizen.text("checklist_notice") == "请在屏幕下方取走清单。")
    assert len(paper_printer.device.slips) == 1
    assert records.numbers == []
    citizen.wait_for(lambda: lists() == [("kiosk-7", "printed")])
    citizen.touch("take_from_guide_button")
    citizen.touch("take_number_button")
    citizen.wait_for(lambda: citizen.sees("finish_button"))
    assert len(paper_printer.device.slips) == 2


def test_without_paper_the_guide_says_so_and_prints_nothing(make_kiosk, paper_printer, lists):
    citizen = make_kiosk(paper_printer.url)
    read_guide(citizen)
    paper_printer.device.load_paper(0)
    citizen.wait_for(
        lambda: (
            citizen.sees("checklist_notice")
            and citizen.text("checklist_notice")
            == "打印纸用完了。现在不能打印清单，已通知工作人员。"
        )
    )
    assert not citizen.find("print_list_button").isEnabled()
    assert citizen.find("take_from_guide_button").isEnabled()
    assert lists() == []
    paper_printer.device.load_paper()
    citizen.wait_for(lambda: citizen.find("print_list_button").isEnabled())
    assert not citizen.sees("checklist_notice")


def test_a_list_that_stopped_halfway_is_not_claimed(make_kiosk, paper_printer, lists):
    paper_printer.device.load_paper(25)
    citizen = make_kiosk(paper_printer.url)
    read_guide(citizen)
    citizen.touch("print_list_button")
    citizen.wait_for(lambda: citizen.text("checklist_notice") == "打印纸用完了。清单可能不完整。")
    citizen.wait_for(lambda: lists() == [("kiosk-7", "interrupted")])


def test_ticks_are_gone_with_their_citizen(make_kiosk, hall, idle_clock):
    citizen = make_kiosk()
    read_guide(citizen)
    for material in hall.materials_of([SERVICE]):
        citizen.touch(f"material_{material.code}")
    idle_clock.seconds += 61
    citizen.wait_for_page("attract")
    assert citizen.app.models.guide.have == []
    read_guide(citizen)
    assert citizen.text("missing_line") == "带了的请点一下，缺什么会列在这里。"
